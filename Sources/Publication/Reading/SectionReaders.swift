package import Fiscal
import Narrative
import Standards

/// Readers of claims by what a section speaks of, each made once: gathering its words costs more than reading with it.
struct SectionReaders {
    private let standards: Standards
    private let phrases: [String: Phrase]
    private let readers = Loaded<[String], ClaimReader>()
    private let paths = ClaimPaths()

    init(standards: Standards, phrases: [String: Phrase]) {
        self.standards = standards
        self.phrases = phrases
    }

    func claims(in paragraphs: [String], phrases: [String]) -> [[Claim]] {
        // The unit is put in by who asks, so that the next paper finds the readers ready.
        let reader = readers.value(phrases) {
            ClaimReader(
                phrases: phrases.compactMap { self.phrases[$0] }, standards: standards, unit: "", paths: paths)
        }
        return reader.claims(in: paragraphs)
    }
}

extension Figure {
    /// The same of another unit.
    package func of(unit: String) -> Figure {
        func moved(_ key: FactKey) -> FactKey {
            var key = key
            key.unit = unit
            return key
        }
        return switch self {
        case .fact(let key): .fact(moved(key))
        case .derived(.share(let a, let b)): .derived(.share(moved(a), of: moved(b)))
        case .derived(.change(let a, let b)): .derived(.change(moved(a), since: moved(b)))
        case .derived(.growth(let a, let b)): .derived(.growth(moved(a), since: moved(b)))
        case .derived(.completion(let a, let b)): .derived(.completion(moved(a), of: moved(b)))
        case .listed: self
        }
    }
}
