import Fiscal

/// The English sentences of putting books together.
extension ConsolidationFault {
    var english: String {
        switch self {
        case .differentYears(let books): "The books are of different years and cannot be put together: \(books.quoted)."
        case .differentRegions(let books):
            "The books are not of one province and cannot be put together: \(books.quoted)."
        case .differentNames(let names):
            "The books are of different departments (\(names.quoted)); give the full name of the new one with --department."
        case .sharedUnit(let code, let books):
            "The unit code \(code.quoted) is in \(books.quoted); the accounts of a unit can be in one book only. "
                + "Change the code or leave one book out."
        case .codeTaken(let code):
            "The unit code \(code.quoted) is already in use; give another one for the department with --code."
        }
    }
}

extension ConsolidationNote {
    var english: String {
        switch self {
        case .summed(let sheet, let what, let amount, let isMoney):
            "\(what.quoted) in \(sheet.quoted): the department's figure is the sum of the books', "
                + "\(isMoney ? yuan(amount) + " yuan" : "\(amount / 100)")."
        case .notSummed(let sheet, let what, let stated, let units):
            "\(what.quoted) in \(sheet.quoted): only \(stated) of \(counted(units, "book")) give it, so it was not added up; "
                + "fill in the department's figure in the new book."
        case .notAdditive(let sheet, let what):
            "\(what.quoted) in \(sheet.quoted): the units' figures do not add up to the department's; "
                + "fill it in in the new book."
        case .mayHoldTransfers(let sheet, let what, let amount):
            "\(what.quoted) in \(sheet.quoted): the books' figures add up to \(yuan(amount)) yuan, which may hold "
                + "transfers between units, so it was not filled in; take those off and fill in the department's figure."
        case .renamed(let code, let to):
            "Unit \(code.quoted) is called like the department; in the new book it is \(to.quoted)."
        case .subjectRenamed(let book, let code, let to):
            "several books have a subject of evaluation \(code.quoted): that of \(book.quoted) is now \(to.quoted), with its indicators, tasks and monitoring."
        case .leftOut(let setting): "\(setting.quoted) was not taken over; fill it in on “账套” of the new book."
        }
    }
}
