import Fiscal
import Standards
import Synchronization

/// The rules and words of each place and year, read once however many papers go by them.
final class RuleCache: Sendable {
    struct Entry: Sendable {
        let rules: [Rule]
        let words: WordLists
    }

    private let library: StandardsLibrary
    private let known = Mutex<[String: Entry]>([:])

    init(_ library: StandardsLibrary) { self.library = library }

    func of(_ standards: Standards) throws -> Entry {
        let key = "\(standards.kind.name) \(standards.region) \(standards.year.number)"
        if let entry = known.withLock({ $0[key] }) { return entry }
        let entry = Entry(
            rules: try library.rules(for: standards), words: try library.wordLists(for: standards))
        known.withLock { $0[key] = entry }
        return entry
    }
}
