import Fiscal
import Standards

/// Which members of each dimension a form or the phrases name, and which dimensions they list member by member.
struct DeclaredParts {
    private var named: [Dimension: Set<Code>] = [:]
    private var listed: Set<Dimension> = []

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
        }
    }

    func required(_ dimension: Dimension) -> [Code] { (named[dimension] ?? []).sorted() }

    func lists(_ dimension: Dimension) -> Bool { listed.contains(dimension) }

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
