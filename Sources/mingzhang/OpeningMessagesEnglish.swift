import Fiscal
import Ledger

/// The English sentences of a year's opening; the Chinese ones are in `OpeningMessages`.
extension OpeningSection {
    var english: String {
        switch self {
        case .movedCodes: "Codes that changed"
        case .endedCodes: "Rows without a code to go on with, not copied; fill them in anew"
        case .balances: "Opening balances (the closing balances that last year's rows give)"
        case .goals: "Goals that were copied, to be changed for the new year"
        case .copied: "Copied; change it to what holds for the new year"
        case .texts: "Texts copied as a suggestion; check each paragraph"
        case .projects: "Projects that have ended, not copied"
        case .leftOut: "Not copied"
        }
    }
}

extension OpeningChange {
    var english: String {
        switch self {
        case .codeMoved(let sheet, let row, let column, let from, let to):
            (row > 0 ? "last year's \(sheet.quoted), row \(row)" : sheet.quoted) + ", \(column.quoted): \(from) → \(to)"
        case .codeEnded(let sheet, let row, let column, let code):
            "last year's \(sheet.quoted), row \(row): \(column.quoted) \(code) is no longer in use"
        case .balance(let unit, let what, let amount, let isKindOpen):
            "\(unit.quoted), \(what.quoted): \(yuan(amount)) yuan"
                + (amount < 0 ? "; negative, check last year's accounts" : "")
                + (isKindOpen ? "; income is not booked by “支出性质”, fill in how much is basic and how much project" : "")
        case .copied(let sheet, let rows): "\(sheet.quoted), \(counted(rows, "row"))"
        case .text(let unit, let name): "\(unit.quoted), \(name.quoted)"
        case .subjectEnded(let name, let rows):
            "the projects of \(name.quoted) have ended: it was left out with \(counted(rows, "indicator"))"
        case .targets(let count):
            "\(counted(count, "target")) of last year, as suggestions; what was achieved, scores and reasons were left out"
        case .staleTarget(let name, let target): "target \(target.quoted) of \(name.quoted) names last year: change it"
        case .schemeEnded(let subject, let scheme):
            "scheme \(scheme.quoted) of \(subject.quoted) is not there in the new year; left empty"
        case .sharedLost(let name, let subject):
            "\(name.quoted) was taken from \(subject.quoted), which was left out; type its target"
        case .projectEnded(let name, let year): "\(name.quoted) (ended \(year))"
        case .reasons(let count):
            "“原因”, \(counted(count, "row")): the reasons are to be filled in, last year's are in the column “备注上年写法”"
        case .notCopied(let sheet, let rows): "\(sheet.quoted), \(counted(rows, "row"))"
        }
    }
}
