import Fiscal
import Standards

/// What is said of codes that do not go together.
extension LineBreach {
    var chinese: String {
        let line = when.isEmpty ? "" : "\(when.joined(separator: "、"))的行，"
        return switch rule {
        case .missing: "\(line)这一栏不能空：空着的，分行的表印不出它，合计却含。"
        case .tooWide(let names): "“\(found)”太笼统，请填到其中一种：\(names.joined(separator: "、"))。"
        case .notAmong(let names): "\(line)这一栏只能是\(names.joined(separator: "、"))，这里是“\(found)”。"
        case .otherFund(let fund):
            "“\(found)”是\(fund.isEmpty ? "一般公共预算" : fund)的科目，不能用在\(when.joined(separator: "、"))上；请改科目或资金性质。"
        case .noRow(.classes, let row): "本地本年度的收支总表没有“\(row)”这一行，\(line)不能用它；请改科目。"
        case .noRow(.economic, let row):
            "本地本年度的一般公共预算财政拨款基本支出表没有“\(row)”这一行，\(line)不能用它；请改经济科目，或改列项目支出。"
        }
    }

    var english: String {
        let line = when.isEmpty ? "a line" : "a line of \(when.map { "“\($0)”" }.joined(separator: ", "))"
        return switch rule {
        case .missing: "\(line) must fill this in: left empty, no row of a form prints it, but its totals count it."
        case .tooWide(let names): "\(found.quoted) is too wide; give one of those under it: \(names.quoted)."
        case .notAmong(let names): "\(line) may only have \(names.quoted) here, not \(found.quoted)."
        case .otherFund(let fund):
            "\(found.quoted) is a code of \((fund.isEmpty ? "一般公共预算" : fund).quoted), not for \(line); change the code or the fund."
        case .noRow(.classes, let row):
            "the overall form of this place and year has no row for \(row.quoted), so \(line) may not use it."
        case .noRow(.economic, let row):
            "the form of basic expenditure of this place and year has no row for \(row.quoted), so \(line) may not use "
                + "it; change the economic code, or book it as “项目支出”."
        }
    }
}
