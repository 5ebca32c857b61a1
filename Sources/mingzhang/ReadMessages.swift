import Fiscal
import Paper
import Publication

extension Place {
    /// In the language in force.
    var message: String {
        switch MessageLanguage.current {
        case .chinese: chinese
        case .english: english
        }
    }

    var chinese: String {
        switch self {
        case .line(let line, _): "第 \(line) 行"
        case .page(let page, _): "第 \(page) 页"
        case .sheet(let sheet, let cell): "工作表“\(sheet)” \(cell)"
        case .paragraph(let number): "第 \(number) 段"
        case .table(let table, let row, let column): "第 \(table) 张表 \(row) 行 \(column) 列"
        case .document(let name, let place): "\(name) \(place.chinese)"
        }
    }

    var english: String {
        switch self {
        case .line(let line, _): "line \(line)"
        case .page(let page, _): "page \(page)"
        case .sheet(let sheet, let cell): "sheet \(sheet.quoted), \(cell)"
        case .paragraph(let number): "paragraph \(number)"
        case .table(let table, let row, let column): "table \(table), row \(row), column \(column)"
        case .document(let name, let place): "\(name.quoted), \(place.english)"
        }
    }
}

extension Remark {
    var readingChinese: String {
        switch self {
        case .paperRead(let unit, let year): "\(unit.isEmpty ? "（没有单位名称）" : unit) \(year) 年度"
        case .paperStandards(let profile, let choice): "标准：\(profile)（\(choice.chinese)）"
        case .noFormsKnown(let kind, let region, let year): "没有这一地区年度的\(kind)表样（\(region)，\(year) 年度）"
        case .formsRead(let forms, let figures): "认出 \(forms) 张表，\(figures) 个数："
        case .formRead(let id, let name, let figures): "\(id) \(name)：\(figures) 个数"
        case .columnNotFound(let column): "没有这一列：\(column)"
        case .rowNotKnown(let row, let place): "不认识的行：\(row)\(Self.chineseSuffix(place))"
        case .cellNotAssigned(let cell, let place): "没有认出：\(cell)\(Self.chineseSuffix(place))"
        case .claimsRead(let bound, let open):
            open == 0 ? "文字里 \(bound) 个数，都知道说的是什么。" : "文字里 \(bound) 个数知道说的是什么；\(open) 个不知道："
        case .otherTablesRead(let count): "其他表 \(count) 张（绩效自评、目标、基础数据）："
        case .unreadParts(let count): "没有认出的 \(count) 处："
        case .noText: "只有图片，没有文字"
        case .readItem(let label, let place): label + Self.chineseSuffix(place)
        case .moreItems(let count): "……另有 \(count) 处，见 --format json"
        default: ""
        }
    }

    var readingEnglish: String {
        switch self {
        case .paperRead(let unit, let year): "\(unit.isEmpty ? "(no unit named)" : unit.quoted), year \(year)"
        case .paperStandards(let profile, let choice): "Standards: \(profile.quoted) (\(choice.english))"
        case .noFormsKnown(let kind, let region, let year):
            "The forms of \(kind.quoted) are not known for this place and year (\(region), \(year))"
        case .formsRead(let forms, let figures):
            "\(counted(forms, "form")) recognised, \(counted(figures, "figure")):"
        case .formRead(let id, let name, let figures): "\(id) \(name.quoted): \(counted(figures, "figure"))"
        case .columnNotFound(let column): "no such column: \(column.quoted)"
        case .rowNotKnown(let row, let place): "unknown row: \(row.quoted)\(Self.englishSuffix(place))"
        case .cellNotAssigned(let cell, let place): "not understood: \(cell.quoted)\(Self.englishSuffix(place))"
        case .claimsRead(let bound, let open):
            "\(counted(bound, "figure")) of the text understood" + (open == 0 ? "." : "; \(open) not:")
        case .otherTablesRead(let count):
            "\(counted(count, "other table")) (self-evaluations, goals, base data):"
        case .unreadParts(let count): "\(counted(count, "part")) not recognised:"
        case .noText: "pictures and no text"
        case .readItem(let label, let place): label.quoted + Self.englishSuffix(place)
        case .moreItems(let count): "… \(count) more, see --format json"
        default: ""
        }
    }

    private static func chineseSuffix(_ place: String) -> String { place.isEmpty ? "" : "（\(place)）" }

    private static func englishSuffix(_ place: String) -> String { place.isEmpty ? "" : " (\(place))" }
}

extension RegionChoice {
    var chinese: String {
        switch self {
        case .asked: "照 --region"
        case .named: "照名称里的地方"
        case .guessed: "照表名和标题猜的"
        }
    }

    var english: String {
        switch self {
        case .asked: "as --region says"
        case .named: "by the place in its name"
        case .guessed: "guessed from titles and headings"
        }
    }
}
