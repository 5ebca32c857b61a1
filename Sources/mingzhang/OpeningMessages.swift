import Fiscal
import Ledger

/// The sentences of a year's opening.
extension OpeningSection {
    var chinese: String {
        switch self {
        case .movedCodes: "改了的科目"
        case .endedCodes: "没有接续、没有抄的行，请重新填"
        case .balances: "年初余额（由上年各行算出的年末余额）"
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
        case .reasons(let count): "“原因” \(count) 行：原因空着等填，上年的写法在“备注上年写法”栏"
        case .notCopied(let sheet, let rows): "“\(sheet)” \(rows) 行"
        }
    }
}
