import Fiscal
import Standards

/// The rules and words of each place and year, read once however many papers go by them.
final class RuleCache: Sendable {
    struct Entry: Sendable {
        let rules: [Rule]
        let words: WordLists
    }

    private let library: StandardsLibrary
    private let known = Loaded<String, Entry>()

    init(_ library: StandardsLibrary) { self.library = library }

    func of(_ standards: Standards) throws -> Entry {
        let key = "\(standards.kind.name) \(standards.region) \(standards.year.number)"
        return try known.value(key) {
            Entry(rules: try library.rules(for: standards), words: try library.wordLists(for: standards))
        }
    }
}
