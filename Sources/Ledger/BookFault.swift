package import Fiscal

/// One thing wrong with a book, as facts; `BookMessages` has the sentences.
package struct BookFault: Error, Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        case missingSheet(String)
        case duplicateSheet(String)
        case unknownSheet(String, nearest: [String])
        case unknownColumn(String, allowed: [String])
        case duplicateColumn(String)
        case missingColumn(String)
        case unreadableText
        case tooLarge(limit: Int)
        case unclosedQuote
        case missingSetting(String)
        case unknownSetting(String, allowed: [String])
        case badSetting(String, found: String, wanted: String)
        case emptyCell
        case badAmount(String, NumberFault)
        case badCount(String)
        case badDate(String)
        case badChoice(String, allowed: [String])
        case unknownCode(String, nearest: [String])
        case codeOfOtherYear(String, years: ClosedRange<Int>, successor: String)
        case wrongLevel(String, wanted: String)
        case unknownUnit(String, nearest: [String])
        case unknownConcept(String, nearest: [String])
        case unknownParentUnit(String)
        case cycleInUnits(String)
        case noUnit
        case duplicateUnit(String, firstRow: Int)
        case negativeWithoutVoucher(String)
        case negativeSum(String)
        case duplicateKey(String, firstRow: Int)
        case equalLines(firstRow: Int)
        case controlMismatch(String, stated: String, computed: String)
        case unitExceedsDepartment(unit: String, what: String, amount: String, department: String)
        case tooManyFaults(Int)
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

/// All that is wrong with a book, at once.
package struct BookFaults: Error, Sendable {
    package let faults: [BookFault]

    package init(_ faults: [BookFault]) { self.faults = faults }
}
