import Fiscal

/// The English sentences of this module's faults; the Chinese ones are in `BookMessages`.
extension BookFault {
    var english: String {
        var place = BookPlace.english(sheet)
        if row > 0 { place += ", row \(row)" }
        if !column.isEmpty { place += ", column \(column.quoted)" }
        return "\(place): \(kind.english)"
    }
}

extension BookFault.Kind {
    fileprivate var english: String {
        switch self {
        case .missingSheet, .duplicateSheet, .unknownSheet, .unknownColumn, .duplicateColumn, .missingColumn,
            .unreadableText, .tooLarge, .unclosedQuote, .uncomputedFormula:
            sheetSentence
        case .missingSetting, .unknownSetting, .badSetting, .wrongPriorYear, .tooManyFaults: settingSentence
        case .emptyCell, .headerAgain, .badAmount, .badPoints, .badCount, .badDate, .badChoice, .unknownCode,
            .ambiguousName,
            .codeOfOtherYear,
            .wrongLevel,
            .unknownConcept:
            cellSentence
        case .unknownUnit, .unknownParentUnit, .cycleInUnits, .noUnit, .duplicateUnit, .notATransfer,
            .unmatchedTransfer, .unitExceedsDepartment, .secondRoot, .formerUnit, .unknownCounterparty:
            unitSentence
        case .negativeWithoutVoucher, .negativeSum, .duplicateKey, .equalLines, .codeNotListed, .unusualPair,
            .reasonTwice, .controlMismatch, .duplicateRow, .dateOfOtherYear, .lineBreaks, .negativeBalance,
            .partExceeds, .filledInPart:
            lineSentence
        case .negative, .amountTooLarge, .totalTooLarge, .computedFigure, .priorFromBook, .openingDiffers, .unusedText,
            .unusedReason:
            figureSentence
        case .notPrinted, .attachmentMissing, .attachmentOutside, .attachmentMentioned: unprintedSentence
        }
    }

    private var sheetSentence: String {
        switch self {
        case .missingSheet(let name): "sheet \(name.quoted) is missing. Add it; without data it still needs its header."
        case .duplicateSheet(let name, let other):
            "there are two sheets \(name.quoted)"
                + (other.isEmpty ? "" : " (the other one in \(BookPlace.english(other)))") + "; make them one."
        case .unknownSheet(let name, let nearest): "unknown sheet \(name.quoted)\(orNearest(nearest))"
        case .unknownColumn(let name, let allowed):
            "unknown column \(name.quoted); allowed: \(allowed.quoted). For notes of your own begin its name with “备注”."
        case .duplicateColumn(let name): "column \(name.quoted) stands twice; delete one."
        case .missingColumn(let name): "column \(name.quoted) is missing."
        case .unreadableText: "the text is neither UTF-8 nor GB18030; save it as UTF-8."
        case .tooLarge(let limit): "the file is larger than the limit of \(size(limit)); split it."
        case .unclosedQuote: "a quotation mark is not closed; check the double quotes of this row."
        case .uncomputedFormula:
            "a formula has no result yet; open and save the file once in Excel or WPS, or type the number."
        default: ""
        }
    }

    private var settingSentence: String {
        switch self {
        case .missingSetting(let key): "\(key.quoted) is missing."
        case .unknownSetting(let key, let allowed): "unknown setting \(key.quoted); allowed: \(allowed.quoted)."
        case .badSetting(let key, let found, let wanted):
            "\(key.quoted) is written \(found.quoted); it should be \(wanted.english)."
        case .wrongPriorYear(let found, let wanted): "“上年账套” points at the book of \(found); it should be of \(wanted)."
        case .tooManyFaults(let count): "\(counted(count, "more fault")) not listed; correct those above first."
        default: ""
        }
    }

    private var cellSentence: String {
        switch self {
        case .emptyCell: "required, must not be empty."
        case .headerAgain: "this row is the header once more, pasted with the rows below it; delete it."
        case .badAmount(let found, let fault):
            "\(found.quoted) is not an amount: \(fault.english). "
                + "Give yuan with at most two decimals, such as 12345.67."
        case .badPoints(let found, let fault, let meant):
            "\(found.quoted) is not a number: \(fault.english). "
                + (meant.isEmpty
                    ? "Give a number alone, with at most two decimals, such as 12.5." : "Is it \(meant.quoted)?")
        case .badCount(let found): "\(found.quoted) is not a whole number."
        case .badDate(let found): "\(found.quoted) is not a date; write it like 2021-03-05."
        case .badChoice(let found, let allowed): "\(found.quoted) is not among the choices: \(allowed.quoted)."
        case .unknownCode(let found, let nearest): "there is no code \(found.quoted)\(orNearest(nearest))"
        case .ambiguousName(let found, let count, let codes):
            "\(count) codes are named \(found.quoted), write the code: \(codes.quoted)\(count > codes.count ? " …" : ".")"
        case .codeOfOtherYear(let found, let years, let successor):
            "\(found.quoted) is in use only \(span(years))"
                + (successor.isEmpty ? "." : "; for this year use \(successor.quoted).")
        case .wrongLevel(let found, let wanted): "\(found.quoted) is of the wrong level; give \(level(wanted))."
        case .unknownConcept(let found, let nearest): "there is no concept \(found.quoted)\(orNearest(nearest))"
        default: ""
        }
    }

    private var unitSentence: String {
        switch self {
        case .unknownUnit(let found, let nearest): "\(found.quoted) is not in the sheet “单位”\(orNearest(nearest))"
        case .unknownParentUnit(let found): "the parent code \(found.quoted) is not in the sheet “单位”."
        case .cycleInUnits(let found): "unit \(found.quoted) is, through its parents, its own parent."
        case .noUnit: "there is no unit; the first row should be the department itself."
        case .duplicateUnit(let found, let firstRow): "unit \(found.quoted) is already in row \(firstRow)."
        case .notATransfer(let unit, let allowed):
            "the counterparty \(unit.quoted) is a unit of this book, but this row is no transfer between units and is "
                + "not eliminated. Transfers are only: \(allowed.quoted)."
        case .unmatchedTransfer(let gap): gap.english
        case .secondRoot(let unit, let root):
            "unit \(unit.quoted) has no parent code, and the department is \(root.quoted) already; there can be one only. "
                + "Fill in the parent code, else its figures are in no total."
        case .formerUnit(let code, let name):
            "unit \(code.quoted) (\(name.quoted)) of last year's book is not here; its figures of last year count for the "
                + "department only. If it was recoded or merged, give \(code.quoted) as “原编码” of the unit it is now."
        case .unknownCounterparty(let found, let nearest):
            "the counterparty \(found.quoted) is not in the sheet “单位”; it is taken for one outside the department and "
                + "not eliminated\(orNearest(nearest))"
        case .unitExceedsDepartment(let unit, let what, let amount, let department, let isMoney):
            "\(what.quoted) of \(unit.quoted) is \(amount)\(isMoney ? " yuan" : ""), more than the department's "
                + "\(department)\(isMoney ? " yuan" : "")."
        default: ""
        }
    }

    private var figureSentence: String {
        switch self {
        case .negative(let found): "\(found.quoted) is negative; this column never is."
        case .amountTooLarge(let found):
            "\(found.quoted) is above what one cell may hold, \(AmountLimit.cellText); check the decimal point and the unit (yuan)."
        case .totalTooLarge:
            "the amounts of all sheets add up to more than \(AmountLimit.bookText), too much to compute with; "
                + "check the decimal points and the unit (yuan)."
        case .computedFigure(let what, let from):
            "\(what.quoted) is computed from \(from.quoted) and cannot be stated. "
                + "Delete this row; if the figure is wrong, correct the rows there."
        case .priorFromBook(let what, let stated, let linked):
            "\(what.quoted) is given as \(stated); last year's book has \(linked), which is used. "
                + "Delete this row or correct last year's book."
        case .openingDiffers(let what, let opening, let closing):
            "\(what.quoted): the opening balance is \(opening) yuan, the closing one of last year's book \(closing) yuan. "
                + "Give an adjustment in “年初调整”, or correct it."
        case .unusedText(let name, let nearest): "the paragraph \(name.quoted) is not used\(orNearest(nearest))"
        case .unusedReason(let matter, let nearest):
            "no reason is asked for under \(matter.quoted); this row is not used\(orNearest(nearest))"
        default: ""
        }
    }

    private var unprintedSentence: String {
        switch self {
        case .notPrinted(let what, let rows):
            "\(what.quoted) is filled in\(rows > 1 ? " (\(rows) rows)" : ""), but no form and no sentence of this place prints it; "
                + "if it is not in the wrong place, it may stay as a record."
        case .attachmentMissing(let file):
            "the book's folder has no file \(file.quoted); the paper lists it, but it was not attached. Put it there or correct its name."
        case .attachmentOutside(let file):
            "\(file.quoted) is not in the book's folder and was not attached; copy it there and write its path from there."
        case .attachmentMentioned(let words):
            "\("…\(words)…".quoted) speaks of an attachment, but the sheet “附件” lists none; list it or change the words."
        default: ""
        }
    }

    private var lineSentence: String {
        switch self {
        case .negativeWithoutVoucher(let found):
            "\(found.quoted) is negative; only a reversal with its voucher number may be."
        case .negativeSum(let leaf):
            "the rows of \(leaf.quoted) add up to less than zero: more was reversed than booked."
        case .duplicateKey(let key, let firstRow, let file):
            "\(key.quoted) is already in \(file.isEmpty ? "" : BookPlace.english(file) + ", ")row \(firstRow); "
                + "a voucher entry may stand only once."
        case .duplicateRow(let key, let firstRow, let file):
            "\(key.quoted) is already in \(file.isEmpty ? "" : BookPlace.english(file) + ", ")row \(firstRow); "
                + "the same may stand in one row only: delete one, or add them up."
        case .dateOfOtherYear(let found, let year, let count):
            "the date \(found.quoted) is not in \(year)\(count > 1 ? "; this sheet has \(count) such rows" : ""). "
                + "It counts for this year as it is; please check."
        case .codeNotListed(let found, let list, let nearest):
            "\(found.quoted) is not in the list \(list.quoted)\(orNearest(nearest)); it is used as it is, please check"
        case .unusualPair(let found, let column, let with, let usual):
            "\(column.quoted) \(with.quoted) usually goes with \(usual.map(\.quoted).joined(separator: ", ")), here it is "
                + "\(found.quoted); it is used as it is, please check; the same pair is not told again"
        case .equalLines(let firstRow):
            "the same as row \(firstRow), without a voucher number; make sure that it was not typed twice."
        case .reasonTwice(let matter, let first):
            "the reason for \(matter.quoted) is already given, in other words, in \(BookPlace.english(first)); "
                + "that one is used."
        case .lineBreaks(let breach): breach.english
        case .negativeBalance(let unit, let fund, let what, let amount):
            "\(what.quoted) of \(unit.quoted), \(fund.quoted), comes to \(amount) yuan, less than zero; check income, "
                + "expenditure and opening balances."
        case .partExceeds(let part, let amount, let whole, let most):
            "\(part.quoted) is \(amount) yuan, more than \(whole.quoted) with \(most) yuan: a share over 100 %; "
                + "please check."
        case .filledInPart(let rows, let all):
            "only \(rows) of \(all) rows are filled in; fill in all of them or none."
        case .controlMismatch(let what, let stated, let computed):
            "\(what.quoted) is given as \(stated) yuan; the sheets give \(computed) yuan."
        default: ""
        }
    }

    private func size(_ bytes: Int) -> String {
        for (word, unit) in [("GB", 1 << 30), ("MB", 1 << 20), ("KB", 1 << 10)] where bytes >= unit && bytes % unit == 0
        {
            return "\(bytes / unit) \(word)"
        }
        return counted(bytes, "byte")
    }

    private func orNearest(_ nearest: [String]) -> String {
        nearest.isEmpty ? "." : "; did you mean \(nearest.quoted)?"
    }

    private func span(_ years: ClosedRange<Int>) -> String {
        switch (years.lowerBound, years.upperBound) {
        case (...0, let to): "up to \(to)"
        case (let from, 9999): "from \(from)"
        case (let from, let to): from == to ? "in \(from)" : "in \(from)–\(to)"
        }
    }

    /// 类, 款, 项 with their English names.
    private func level(_ word: String) -> String {
        let names = ["类": "a class", "款": "a group", "项": "an item"]
        return (names[word].map { $0 + " " } ?? "") + "(\(word.quoted))"
    }
}

extension SettingForm {
    fileprivate var english: String {
        switch self {
        case .year: "a year of four digits"
        case .region: "an administrative division code of six digits, such as 430400"
        case .date: "a date, such as 2022-09-08"
        case .oneOf(let values): "one of \(values.quoted)"
        }
    }
}

extension TransferGap {
    fileprivate var english: String {
        let payment =
            paidAt.isEmpty
            ? "\(payer.quoted) booked no expenditure"
            : "\(payer.quoted) booked \(paid) yuan spent (\(BookPlace.english(paidAt)))"
        let receipt =
            receivedAt.isEmpty
            ? "\(receiver.quoted) booked no income"
            : "\(receiver.quoted) booked \(received) yuan received (\(BookPlace.english(receivedAt)))"
        return "the two sides of the transfer \(matter.quoted) do not agree: \(payment), \(receipt). "
            + "Compare the two books and make them agree."
    }
}

extension NumberFault {
    fileprivate var english: String {
        switch self {
        case .empty: "it is empty"
        case .unexpected(let character): "it has a character that should not be there, “\(character)”"
        case .secondPoint: "it has two decimal points"
        case .misplacedSeparator: "a thousands separator stands in the wrong place"
        case .noDigit: "it has no digit"
        case .tooLong: "it has too many digits"
        case .tooManyDecimals(let count): "it has \(count) decimals, and a fen is the second one"
        }
    }
}
