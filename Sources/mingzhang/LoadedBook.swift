import Fiscal
import Foundation
import Ledger
import Performance
import Standards

/// A book with the standards that hold for it.
struct LoadedBook {
    let files: BookFiles
    /// Without the lines of sheets that were summed.
    let book: Book
    let standards: Standards
    /// Last year's book where one is linked.
    let prior: Book?
    /// The book's subjects of evaluation, with what is missing and worth a look; nothing in it is wrong.
    let evaluation: EvaluationBook
    /// Where some sheets were too large to be kept line by line.
    private let summed: SummedBook?

    /// Reads the book and, where it links one, last year's.
    ///
    /// - Parameter sumsLarge: whether the lines of large sheets may be added up as they are read; `book` is without them then.
    init(path: String, library: StandardsLibrary, sumsLarge: Bool = false) throws {
        try self.init(path: path, library: library, sumsLarge: sumsLarge, withPrior: true)
    }

    private init(path: String, library: StandardsLibrary, sumsLarge: Bool, withPrior: Bool) throws {
        var files = try BookFiles(path: path, mapsLarge: sumsLarge)
        let settings = files.settings
        let standards = try library.standards(
            region: settings.region, year: settings.year, variant: settings.variant)
        // Subjects ask for the project, the source and the month of each line, which sums do not keep.
        if !files.large.isEmpty, Self.hasSubjects(files, standards) { files = try BookFiles(path: path) }
        var prior: Book?
        // Last year's book is read without the one before it: its own year is all that is asked for.
        if withPrior, let path = files.priorPath {
            let loaded = try LoadedBook(path: path, library: library, sumsLarge: sumsLarge, withPrior: false)
            guard loaded.book.settings.year == settings.year.previous else {
                let (found, wanted) = (loaded.book.settings.year.number, settings.year.previous.number)
                throw BookFaults([BookFault(.wrongPriorYear(found: found, wanted: wanted), sheet: files.name)])
            }
            prior = loaded.summed?.whole ?? loaded.book
        }
        self.files = files
        self.standards = standards
        self.prior = prior
        if files.large.isEmpty {
            summed = nil
            book = try BookReader.read(files.sheets, settings: settings, standards: standards, prior: prior)
        } else {
            let read = try withExtendedLifetime(files.large) {
                try BookReader.readSummed(
                    files.sheets, large: files.large.map(\.sheet), settings: settings, standards: standards,
                    prior: prior,
                    threads: ProcessInfo.processInfo.activeProcessorCount)
            }
            summed = read
            book = read.book
        }
        evaluation = EvaluationBook(book: book, standards: standards)
        // Of last year's book only its figures are asked for.
        let wrong = evaluation.faults(.wrong)
        if withPrior, !wrong.isEmpty { throw EvaluationFaults(wrong) }
    }

    /// Whether there is anything to account for: a line of income or expenditure of the year, or a balance.
    var hasActuals: Bool {
        summed?.hasLines ?? false
            || book.facts.contains {
                $0.key.phase == .actual && $0.key.year == book.settings.year && $0.value.measure == .money
            }
    }

    /// The book with every line that the figures of one unit and all under it are made of.
    ///
    /// - Parameters:
    ///   - isAlone: whether the units under it are left out.
    ///   - keepsUnits: whether summed lines stay apart by unit, as a trace shows them.
    func book(of unit: String, isAlone: Bool, keepsUnits: Bool) -> Book {
        summed?.book(of: unit, isAlone: isAlone, keepsUnits: keepsUnits) ?? book
    }

    private static func hasSubjects(_ files: BookFiles, _ standards: Standards) -> Bool {
        guard let sheet = standards.sheet(.subjects) else { return false }
        return files.sheets.contains { $0.name == sheet.id && $0.rows.contains { !$0.isExample } }
    }
}
