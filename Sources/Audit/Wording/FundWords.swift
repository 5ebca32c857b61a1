import Fiscal
import Standards

/// The words that tell one fund from another: a fund's name without what all names end in.
struct FundWords {
    private let words: [Code: String]

    init(_ standards: Standards, suffixes: [String]) {
        let funds = standards.classification(.fund)
        var words: [Code: String] = [:]
        for code in funds.ordered {
            guard let name = funds.members[code]?.name, let suffix = suffixes.first(where: { name.hasSuffix($0) }),
                name.count > suffix.count + 2
            else { continue }
            words[code] = String(name.dropLast(suffix.count))
        }
        self.words = words
    }

    func word(_ fund: Code) -> String { words[fund] ?? "" }

    /// A fund that a text names where it names its own not at all.
    func other(than fund: Code, in folded: String) -> String? {
        guard let own = words[fund], !folded.contains(own) else { return nil }
        return words.sorted { $0.key < $1.key }.first { $0.key != fund && folded.contains($0.value) }?.value
    }
}
