import Fiscal
import Standards

/// Which members of each dimension a form or the phrases name, and which dimensions they list member by member.
struct DeclaredParts {
    private var named: [Dimension: Set<Code>] = [:]
    private var listed: Set<Dimension> = []
    /// What sentences list fund by fund.
    private var listedByFund: Set<Concept> = []

    init(_ form: Form) {
        for part in form.parts {
            for column in part.columns { add(column.spec) }
            for row in part.rows { add(row) }
        }
        for closing in form.closing { add(closing.spec) }
    }

    init(_ phrases: some Sequence<Phrase>) {
        for phrase in phrases {
            for subject in phrase.subjects { add(subject.spec) }
            for pieces in phrase.paragraphs + phrase.alsoRead { note(pieces, of: phrase) }
        }
    }

    func required(_ dimension: Dimension) -> [Code] { (named[dimension] ?? []).sorted() }

    func lists(_ dimension: Dimension) -> Bool { listed.contains(dimension) }

    /// Whether sentences tell a whole by its funds: of 本年支出 each section tells one fund, and no one the rest.
    func listsFunds(of concept: Concept) -> Bool { listedByFund.contains(concept) }

    private mutating func note(_ pieces: [Phrase.Piece], of phrase: Phrase) {
        for piece in pieces {
            switch piece {
            case .literal, .slot: continue
            case .branch(_, let then, let otherwise): note(then + otherwise, of: phrase)
            case .loop(let loop):
                if loop.dimension == .fund {
                    let names = loop.present.isEmpty ? phrase.subjects.map(\.name) : loop.present
                    listedByFund.formUnion(names.compactMap { phrase.subject($0)?.spec.concept })
                }
            }
        }
    }

    private mutating func add(_ spec: FactSpec) {
        for dimension in Dimension.allCases where !spec.coordinates[dimension].isAll {
            named[dimension, default: []].insert(spec.coordinates[dimension])
        }
    }

    private mutating func add(_ row: Form.RowPlan) {
        switch row {
        case .fixed(let row): add(row.spec)
        case .blank: break
        case .members(let dimension, _, let spec):
            listed.insert(dimension)
            add(spec)
        case .classLines(let spec):
            listed.insert(.function)
            add(spec)
        case .economicLines(_, let spec):
            listed.insert(.economic)
            add(spec)
        }
    }
}
