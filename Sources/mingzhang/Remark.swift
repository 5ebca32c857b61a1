import Fiscal
import Publication
import Statements

/// What the command says besides faults, as facts; `CommandMessages` and `CommandMessagesEnglish` have the sentences.
enum Remark {
    // Building.
    case working(String)
    case notPrinted(count: Int)
    /// What to do about what is missing, by kind.
    case fillReasons(count: Int, sheet: String)
    case fillTexts(count: Int)
    case fillFigures(count: Int)
    case fillPerformance(count: Int)
    case correctSentences(count: Int)
    /// A phase or a year that the text would be compared with.
    case notGiven(String)
    /// A filled 待填原因 that is not in the book.
    case reasonsLeft(String)
    case missing(unit: String, String)
    case hint(String)
    case undefined([String])
    /// - unit: whose package it is; empty where only one is printed.
    case draft(unit: String, count: Int)
    case noTypst(key: String)
    case written(String)
    case faultCount(Int, writes: Bool)
    /// What units tell differently stops a final paper.
    case unsettled(count: Int)
    case printedGap(unit: String, PrintedGap)
    case unlikePrinted(unit: String, count: Int)
    case contradictory
    case borrowedLayout(region: String, year: Int, title: String, folder: String)
    /// Scores want something that the book does not say.
    case notScored(count: Int)

    // Adjusted rounding.
    case nothingAdjusted(unit: String, closed: Int)
    case adjusted(
        unit: String, figures: Int, cells: Int, amounts: Int, derived: Int, farthest: String, closed: Int)
    case move(figure: String, plain: String, adjusted: String, places: Int)
    case moreMoves(Int)
    case openGap(place: String, figure: String, difference: String)

    // New and consolidated books.
    case created(String)
    case profileUsed(region: String, folder: String, title: String)
    case regionChosen(String)
    case nextStep
    case opened(from: String, to: String)
    case changesKept(String)
    case consolidated(books: Int, output: String, units: Int, department: String)

    // Standards.
    case listed(count: Int, version: String)
    case definition(StandardsRow)
    case indicatorField(String, count: Int)
    /// - shown: nil where only the fields were listed.
    /// Nothing fits.
    case noIndicators(functions: [String])
    case indicatorsFound(Int, shown: Int?, functions: [String])
    case rulesValid(formulas: Int, samples: Int)
    case blindRule(String)
    case standardsValid(folders: Int, placeYears: Int, version: String)

    // A paper that was read.
    case paperRead(unit: String, year: Int)
    case paperStandards(profile: String, choice: RegionChoice)
    /// Nobody has defined the forms of such papers for the place and year.
    case noFormsKnown(kind: String, region: String, year: Int)
    case formsRead(forms: Int, figures: Int)
    case formRead(id: String, name: String, figures: Int)
    case columnNotFound(String)
    case rowNotKnown(String, place: String)
    case cellNotAssigned(String, place: String)
    case claimsRead(bound: Int, open: Int)
    case otherTablesRead(Int)
    case unreadParts(Int)
    case noText
    case readItem(String, place: String)
    case moreItems(Int)

    // A trace.
    case figure(PrintedPlace)
    case printed(String)
    case countedUnits
    case formula(Derivation)
    case operand(isFirst: Bool)
    case stated(sheet: String, row: Int)
    case group(unit: String, code: String, name: String, total: String, lines: Int)
    case moreLines(Int)

    /// One sentence in the language in force.
    var message: String {
        switch MessageLanguage.current {
        case .chinese: chinese
        case .english: english
        }
    }
}

/// Where a figure stands in a package.
enum PrintedPlace {
    case cell(table: String, title: String, labels: String)
    case sentence(id: String, number: Int, text: String)
    /// Of a form of performance.
    case subject(code: String, name: String, labels: String)
}

extension Remark {
    /// What it is about: sentences of one topic stand together.
    enum Topic {
        case building, check, rounding, book, standards, reading, trace
    }

    var topic: Topic {
        switch self {
        case .working, .notPrinted, .fillReasons, .fillTexts, .fillFigures, .fillPerformance, .correctSentences,
            .notGiven, .reasonsLeft, .missing, .hint, .undefined, .draft, .noTypst, .written, .faultCount,
            .unsettled:
            .building
        case .printedGap, .unlikePrinted, .contradictory, .borrowedLayout, .notScored:
            .check
        case .nothingAdjusted, .adjusted, .move, .moreMoves, .openGap:
            .rounding
        case .created, .profileUsed, .regionChosen, .nextStep, .opened, .changesKept, .consolidated:
            .book
        case .listed, .indicatorField, .indicatorsFound, .noIndicators, .definition, .standardsValid, .rulesValid,
            .blindRule:
            .standards
        case .paperRead, .paperStandards, .noFormsKnown, .formsRead, .formRead, .columnNotFound, .rowNotKnown,
            .cellNotAssigned, .claimsRead, .otherTablesRead, .unreadParts, .noText, .readItem, .moreItems:
            .reading
        case .figure, .printed, .countedUnits, .formula, .operand, .stated, .group, .moreLines:
            .trace
        }
    }
}
