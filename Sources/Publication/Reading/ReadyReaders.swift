import Fiscal
import Standards

/// What papers of one place and year are read by, put together once however many of them there are.
final class ReadyReaders: Sendable {
    private struct Key: Hashable {
        let region: String
        let year: FiscalYear
        let kind: PaperKind

        init(_ standards: Standards) {
            self.init(region: standards.region, year: standards.year, kind: standards.kind)
        }

        init(region: String, year: FiscalYear, kind: PaperKind) {
            self.region = region
            self.year = year
            self.kind = kind
        }
    }

    private let standards = Loaded<Key, Standards>()
    private let readers = Loaded<Key, PaperReader>()

    func standards(
        region: String, year: FiscalYear, kind: PaperKind, load: () throws -> Standards
    ) throws -> Standards {
        try standards.value(Key(region: region, year: year, kind: kind), load: load)
    }

    /// A reader that knows the words of the sections that papers before it had.
    func reader(_ standards: Standards, choice: RegionChoice) -> PaperReader {
        var reader = readers.value(Key(standards)) { PaperReader(standards: standards, choice: choice) }
        reader.choice = choice
        return reader
    }
}
