package import Fiscal

/// One thing wrong with a book, as facts; `BookMessages` has the sentences.
package struct BookFault: Error, Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        case missingSheet(String)
        /// - other: where the other one stands; empty where both stand in one workbook.
        case duplicateSheet(String, other: String)
        case unknownSheet(String, nearest: [String])
        case unknownColumn(String, allowed: [String])
        case duplicateColumn(String)
        case missingColumn(String)
        case unreadableText
        case tooLarge(limit: Int)
        case unclosedQuote
        /// A formula whose result was never computed.
        case uncomputedFormula
        case missingSetting(String)
        case unknownSetting(String, allowed: [String])
        case badSetting(String, found: String, wanted: SettingForm)
        case emptyCell
        /// A row that is the header once more.
        case headerAgain
        case badAmount(String, NumberFault)
        /// Of points, square metres and the like: no money. What was asked for, without the words behind the number.
        case badPoints(String, NumberFault, meant: String)
        case badCount(String)
        case badDate(String)
        case badChoice(String, allowed: [String])
        case unknownCode(String, nearest: [String])
        /// A name that several codes bear, and the first of them.
        case ambiguousName(String, count: Int, codes: [String])
        case codeOfOtherYear(String, years: ClosedRange<Int>, successor: String)
        case wrongLevel(String, wanted: String)
        case unknownUnit(String, nearest: [String])
        case unknownConcept(String, nearest: [String])
        case unknownParentUnit(String)
        case cycleInUnits(String)
        case noUnit
        case duplicateUnit(String, firstRow: Int)
        /// A second unit without a parent.
        case secondRoot(String, root: String)
        /// A unit of last year's book that is not in this one.
        case formerUnit(code: String, name: String)
        case negativeWithoutVoucher(String)
        /// In a column that is never negative.
        case negative(String)
        case negativeSum(String)
        /// Above what one cell may hold.
        case amountTooLarge(String)
        /// All amounts together are more than can be added up.
        case totalTooLarge
        /// - file: where the first one stands in another file.
        case duplicateKey(String, firstRow: Int, file: String)
        /// As `duplicateKey`, on a sheet without vouchers.
        case duplicateRow(String, firstRow: Int, file: String)
        case equalLines(firstRow: Int)
        /// - count: how many rows of the sheet have such a date.
        case dateOfOtherYear(String, year: Int, count: Int)
        /// A code that a list of usual codes does not have.
        case codeNotListed(String, list: String, nearest: [String])
        /// Two codes of one line that do not usually go together.
        case unusualPair(String, column: String, with: String, usual: [String])
        /// A reason given twice in different words; the first one holds.
        case reasonTwice(matter: String, first: String)
        /// A unit of the book named as counterparty of a line that is no transfer between units.
        case notATransfer(unit: String, allowed: [String])
        case unmatchedTransfer(TransferGap)
        /// The counterparty of what would be a transfer is no unit of the book.
        case unknownCounterparty(String, nearest: [String])
        /// A figure stated that is made of lines or of other figures.
        case computedFigure(String, from: [String])
        /// A figure of last year stated that last year's book has otherwise; the book's holds.
        case priorFromBook(String, stated: String, linked: String)
        case openingDiffers(String, opening: String, closing: String)
        /// 文字 and 原因 that nothing printed asks for.
        case unusedText(String, nearest: [String])
        case unusedReason(String, nearest: [String])
        /// Typed into the book, and nothing of the paper prints it in this place.
        case notPrinted(String, rows: Int)
        case attachmentMissing(String)
        /// Not in the book's folder.
        case attachmentOutside(String)
        /// A text says that something is attached, and nothing is.
        case attachmentMentioned(String)
        case wrongPriorYear(found: Int, wanted: Int)
        case controlMismatch(String, stated: String, computed: String)
        case unitExceedsDepartment(unit: String, what: String, amount: String, department: String, isMoney: Bool)
        /// Codes of one line that do not go together, or that no form can print.
        case lineBreaks(LineBreach)
        case negativeBalance(unit: String, fund: String, what: String, amount: String)
        case partExceeds(String, amount: String, whole: String, most: String)
        /// A column that some rows fill and some do not.
        case filledInPart(rows: Int, of: Int)
        case tooManyFaults(Int)
    }

    /// Whether a warning must be settled before anything final is printed: two units tell different things.
    package var stopsFinal: Bool {
        if case .unmatchedTransfer = kind { true } else { false }
    }

    package var kind: Kind
    package var sheet: String
    /// Row from 1; 0 where the whole sheet is meant.
    package var row: Int
    package var column: String

    package init(_ kind: Kind, sheet: String, row: Int = 0, column: String = "") {
        self.kind = kind
        self.sheet = sheet
        self.row = row
        self.column = column
    }
}

/// What the value of a setting must look like.
package enum SettingForm: Hashable, Sendable {
    case year
    case region
    case date
    case oneOf([String])
}

/// What one unit says it gave another, and what that one says it got.
package struct TransferGap: Hashable, Sendable {
    /// 往来 as the sheets' definitions call it.
    package var matter: String
    package var payer: String
    package var receiver: String
    package var paid: String
    package var received: String
    /// Sheet and row of each side's first line; empty where that side has none.
    package var paidAt: String
    package var receivedAt: String
}

/// All that is wrong with a book, at once.
package struct BookFaults: Error, Sendable {
    package let faults: [BookFault]

    package init(_ faults: [BookFault]) { self.faults = faults }
}
