import Fiscal
import Ledger
import Standards

/// A book with the standards that hold for it.
struct LoadedBook {
    let files: BookFiles
    let book: Book
    let standards: Standards

    /// Reads the book and, where it links one, last year's.
    init(path: String, library: StandardsLibrary) throws {
        try self.init(path: path, library: library, withPrior: true)
    }

    private init(path: String, library: StandardsLibrary, withPrior: Bool) throws {
        let files = try BookFiles(path: path)
        let settings = files.settings
        let standards = try library.standards(
            region: settings.region, year: settings.year, variant: settings.variant)
        var prior: Book?
        // Last year's book is read without the one before it: its own year is all that is asked for.
        if withPrior, let path = files.priorPath {
            let loaded = try LoadedBook(path: path, library: library, withPrior: false).book
            guard loaded.settings.year == settings.year.previous else {
                let wanted = settings.year.previous.number
                throw BookFaults([
                    BookFault(.wrongPriorYear(found: loaded.settings.year.number, wanted: wanted), sheet: files.name)
                ])
            }
            prior = loaded
        }
        self.files = files
        self.standards = standards
        self.prior = prior
        book = try BookReader.read(files.sheets, settings: settings, standards: standards, prior: prior)
    }

    /// Last year's book where one is linked.
    let prior: Book?
}
