import Documents
import Fiscal
import Ledger
import Narrative
import Statements

extension MissingText {
    /// What is missing and where, in the language in force.
    var message: String {
        switch MessageLanguage.current {
        case .chinese: chinese
        case .english: english
        }
    }

    private var chinese: String {
        let place = "“\(context.suffix(28))…”"
        switch kind {
        case .reason(let matter, let object, let name):
            let about = object.isEmpty ? "" : "（\(object)\(name == object ? "" : " " + name)）"
            return "待填原因：\(matter)\(about)，句 \(sentence)：\(place)"
        case .text(let name): return "待填文字：“文字”表的“\(name)”段。"
        case .column(let column, let origin):
            return "待填文字：\(BookPlace.row(origin.row, of: origin.sheet))的“\(column)”空着，句 \(sentence) 要用。"
        case .figure(let subject, let sheet, let column):
            let source = sheet.isEmpty ? "" : "；请填“\(sheet)”表的“\(column)”栏，确实没有也要填 0"
            return "句 \(sentence) 的“\(subject)”没有数或算不出：\(place)\(source)"
        case .droppedFigure(let figure): return "改写的句 \(sentence) 漏了“\(figure)”这个数；数字要照写成花括号里的名字。"
        case .typedFigure(let figure): return "改写的句 \(sentence) 里直接写了数字 \(figure)；请写成花括号里的名字。"
        case .droppedReason(let matter): return "改写的句 \(sentence) 漏了原因；请照原来的写法写上 {原因 \(matter)}。"
        case .badTemplate(let detail): return "改写的句 \(sentence)：\(detail)"
        case .replacedTwice(let rows): return "“文字”表里“替换：\(sentence)”有 \(rows) 行，一句只能换一次；请并成一行，或只留一行。"
        case .noSentence(let nearest):
            let near = nearest.isEmpty ? "" : "；是不是：\(nearest.joined(separator: "、"))"
            return "“文字”表要改写或追加的 \(sentence) 在这份材料里没有\(near)。"
        }
    }
}

/// What is said besides faults.
extension Remark {
    var chinese: String {
        switch topic {
        case .building: buildingChinese
        case .check: checkChinese
        case .rounding: roundingChinese
        case .book: bookChinese
        case .standards: standardsChinese
        case .reading: readingChinese
        case .trace: traceChinese
        }
    }

    private var buildingChinese: String {
        switch self {
        case .working(let name): "\(name)……"
        case .notPrinted(let count): "共 \(count) 处待填或要改，没有印文件；加 --draft 可先看样稿。"
        case .fillReasons(let count, let sheet):
            "原因 \(count) 处：请填 \(sheet) 的“原因”一栏，放进账套文件夹后再 build。"
        case .fillPerformance(let count): "绩效 \(count) 处：请在账套的绩效对象、绩效指标、绩效监控表里补写。"
        case .fillTexts(let count): "文字 \(count) 处：请在上面写明的表里补写。"
        case .fillFigures(let count): "数 \(count) 处：请在账套相应的表里补上。"
        case .correctSentences(let count): "改写的句 \(count) 处：请改“文字”表里“替换：”“追加：”的行。"
        case .notGiven(let what): "提示：没有填\(what)，说明里不写与它的比较。"
        case .reasonsLeft(let path): "提示：\(path) 里有填好的原因，没有动它；放进账套文件夹的才算数。"
        case .missing(let unit, let text): unit.isEmpty ? text : "\(unit) \(text)"
        case .hint(let text): "提示：" + text
        case .undefined(let terms):
            "注意：名词解释里有 \(terms.count) 项科目没有释义，印作“（待补释义）”，公开前请补写，"
                + "或写进 Standards 的 definitions 再印；《公开前核对单》记作“请补”。"
                + "各数不受影响，所以照印：\(terms.joined(separator: "、"))"
        case .draft(let unit, let count): "样稿：\(unit)有 \(count) 处【待填】，不能公开。"
        case .noTypst(let key): "提示：没有找到 Typst，pdf 未印；运行 scripts/setup 安装，或设 \(key)。"
        case .written(let folder): "已写到 \(folder)："
        case .unsettled(let count): "共 \(count) 处单位之间对不上，正式材料不能这样印，没有印文件；请改正，或加 --draft 先看样稿。"
        case .faultCount(let count, let writes): "共 \(count) 处；账套未通过检查，\(writes ? "没有写出任何文件" : "没有往下算")。"
        default: ""
        }
    }

    private var checkChinese: String {
        switch self {
        case .printedGap(let unit, let gap):
            "合计不符：\(unit.isEmpty ? "" : unit + " ")\(gap.form)“\(gap.row)”的“\(gap.column)”印作 \(gap.printed.isEmpty ? "（空白）" : gap.printed)，\(gap.parts) 个分项印出的数相加是 \(gap.sum)，四舍五入解释不了。"
        case .unlikePrinted(let unit, let count): "\(unit.isEmpty ? "" : unit + " ")有 \(count) 个印出的数读回来与账套算出的不一致。"
        case .contradictory: "印出的表自相矛盾，没有写出任何文件；请查上列各处所用的科目和填报的数，或加 --draft 先看样稿。"
        case .notScored(let count): "共 \(count) 处待填；请在账套的绩效各表里补上。"
        case .borrowedLayout(let region, let year, let title, let folder):
            "没有 \(region) 地区 \(year) 年度自己的版式，用了 \(folder) 的“\(title)”；请与本地财政部门的要求核对。"
        default: ""
        }
    }

    private var roundingChinese: String {
        switch self {
        case .nothingAdjusted(let unit, let closed): "调平：\(unit)的 \(closed) 处合计都与分项相等，没有动任何数。"
        case .adjusted(let unit, let figures, let cells, let amounts, let derived, let farthest, let closed):
            "调平：\(unit)动了 \(figures) 个数，各在末位加减 1：表里 \(cells) 格，文字里 \(amounts) 处；"
                + (derived > 0 ? "由它们算的增减额、比率随着变的 \(derived) 处；" : "")
                + "与实际数最多相差 \(farthest) 元；\(closed) 处合计等于分项之和。"
        case .move(let figure, let plain, let adjusted, let places):
            "  \(figure)：\(plain) → \(adjusted)（\(places) 处）"
        case .moreMoves(let count): "  ……另有 \(count) 个，见 --format json"
        case .openGap(let place, let figure, let difference):
            "  不能同时调平：\(place.isEmpty ? "文字" : place)，\(figure)，合计减分项之和为 \(difference)"
        default: ""
        }
    }

    private var bookChinese: String {
        switch self {
        case .profileUsed(let region, let folder, let title):
            "提示：\(region) 没有自己的版式，用 \(folder) 的“\(title)”。"
        case .created(let path): "已建账套：\(path)"
        case .regionChosen(let region): "没有给 --region，用了 \(region)；可在“账套”里改成本地的六位行政区划代码。"
        case .nextStep: "以“例：”开头的行只是示范。填好后运行 mingzhang build 印出公开材料，先看样子可加 --draft。"
        case .opened(let last, let next): "已由 \(last) 结转：\(next)"
        case .changesKept(let path): "以上改动都记在 \(path)。"
        case .consolidated(let books, let output, let units, let department):
            "已把 \(books) 本账套汇总成 \(output)：\(units) 个单位，\(department)。"
        default: ""
        }
    }

    private var standardsChinese: String {
        switch self {
        case .indicatorField(let name, let count): "\(name)  \(count) 个"
        case .indicatorsFound(let count, let shown, let functions):
            (functions.isEmpty ? "" : "功能科目 \(functions.joined(separator: "、"))：") + "共 \(count) 个"
                + (shown.map { $0 < count ? "，列出 \($0) 个（--limit 可多列）。" : "。" }
                    ?? "；用 indicators search 加词、领域或功能科目来找。")
        case .noIndicators(let functions):
            (functions.isEmpty ? "" : "功能科目 \(functions.joined(separator: "、"))：")
                + "没有找到指标：指标库里可能还没有这个领域的，请自己写，或换个词；有哪些领域，运行 mingzhang indicators search 看。"
        case .listed(let count, let version): "共 \(count) 项；版本 \(version)"
        case .definition(let row): "\(row.kind.chinese) \(row.id) \(row.name)\n  来源：\(row.shownSource)"
        case .standardsValid(let folders, let places, let version):
            "标准文件合格：\(folders) 个地区文件夹，\(places) 个地区年度；版本 \(version)"
        case .rulesValid(let formulas, let samples): "规则公式 \(formulas) 条，样例 \(samples) 次，全部相符"
        case .blindRule(let id): "规则 \(id) 的公式取数的表，在各地各年都不印这个数，永远不会核对。请查公式里的表和指标。"
        default: ""
        }
    }

    private var traceChinese: String {
        switch self {
        case .figure(let place): place.chinese
        case .printed(let text): "印作 \(text.isEmpty ? "（空白）" : text)"
        case .countedUnits: "由“单位”表数出。"
        case .formula(let derivation): "＝ \(derivation.formula("甲", "乙"))，四舍五入一次"
        case .operand(let isFirst): isFirst ? "甲：" : "乙："
        case .stated(let sheet, let row): "\(sheet) 第 \(row) 行（直接填的数）"
        case .group(let unit, let code, let name, let total, let lines):
            "\(unit) \([code, name].filter { !$0.isEmpty }.joined(separator: " "))  \(total)（\(lines) 行）"
        case .moreLines(let count): "……另有 \(count) 行未列，用 --lines 增加"
        default: ""
        }
    }
}

extension Derivation {
    /// How it is computed, with names for its operands.
    func formula(_ first: String, _ second: String) -> String {
        switch self {
        case .share, .completion: "\(first) ÷ \(second) × 100"
        case .change: "|\(first) − \(second)|"
        case .growth: "|\(first) − \(second)| ÷ \(second) × 100"
        }
    }
}
