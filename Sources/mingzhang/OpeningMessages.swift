import Fiscal
import Ledger

/// The sentences of a year's opening.
extension OpeningSection {
    var chinese: String {
        switch self {
        case .movedCodes: "改了的科目"
        case .endedCodes: "没有接续、没有抄的行，请重新填"
        case .balances: "年初余额（由上年各行算出的年末余额）"
        case .goals: "照抄的绩效目标，请按新一年的情况改"
        case .copied: "照抄的，请按新一年的情况改"
        case .texts: "照抄的文字，只是建议，请逐段核对"
        case .projects: "已终止、没有抄的项目"
        case .leftOut: "没有抄的"
        }
    }
}

extension OpeningChange {
    var chinese: String {
        switch self {
        case .codeMoved(let sheet, let row, let column, let from, let to):
            (row > 0 ? "上年“\(sheet)”第 \(row) 行的“\(column)”" : "“\(sheet)”的“\(column)”") + "：\(from) → \(to)"
        case .codeEnded(let sheet, let row, let column, let code):
            "上年“\(sheet)”第 \(row) 行：“\(column)” \(code) 已停用"
        case .balance(let unit, let what, let amount, let isKindOpen):
            "\(unit)，\(what)：\(yuan(amount)) 元" + (amount < 0 ? "；是负数，请核对上年的账" : "")
                + (isKindOpen ? "；收入不分支出性质，基本、项目各多少请补填" : "")
        case .copied(let sheet, let rows): "“\(sheet)” \(rows) 行"
        case .text(let unit, let name): "\(unit)，\(name)"
        case .projectEnded(let name, let year): "\(name)（终止年度 \(year)）"
        case .subjectEnded(let name, let rows): "绩效对象 \(name) 的项目已终止，连同它的 \(rows) 个指标没有抄"
        case .targets(let count): "\(count) 个指标的指标值是上年的，只作参考，请按新一年的目标改；完成值、得分、原因没有抄"
        case .staleTarget(let name, let target): "指标“\(name)”的指标值“\(target)”写着上一年，请改"
        case .schemeEnded(let subject, let scheme): "\(subject) 的方案“\(scheme)”新一年没有，空着等填"
        case .sharedLost(let name, let subject): "指标“\(name)”取自没有抄的对象“\(subject)”，“取自”空着，请填指标值"
        case .reasons(let count): "“原因” \(count) 行：原因空着等填，上年的写法在“备注上年写法”栏"
        case .notCopied(let sheet, let rows): "“\(sheet)” \(rows) 行"
        }
    }
}
