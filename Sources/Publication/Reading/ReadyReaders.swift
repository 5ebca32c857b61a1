import Fiscal
import Standards
import Synchronization

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
    private let readers = Mutex<[Key: PaperReader]>([:])

    func standards(
        region: String, year: FiscalYear, kind: PaperKind, load: () throws -> Standards
    ) throws -> Standards {
        try standards.value(Key(region: region, year: year, kind: kind), load: load)
    }

    /// A reader that knows the words of the sections that papers before it had.
    func reader(_ standards: Standards, choice: RegionChoice) -> PaperReader {
        let key = Key(standards)
        guard var known = readers.withLock({ $0[key] }) else {
            return PaperReader(standards: standards, choice: choice)
        }
        known.choice = choice
        return known
    }

    func keep(_ reader: PaperReader, of standards: Standards) {
        readers.withLock { $0[Key(standards)] = reader }
    }
}
