import Fiscal
import Ledger
import Publication
import Standards

/// Prints a trace as a tree, a sum at each level.
struct TracePrinter {
    let package: BuiltPackage
    let lineLimit: Int

    var describe: FactDescription {
        FactDescription(standards: package.facts.standards, units: package.facts.book.units)
    }

    func print(_ found: FoundFigure) {
        say(.figure(found.place))
        say(.printed(found.text.isEmpty ? "" : found.text + found.unit))
        switch found.figure {
        case .fact(let key): tree(package.facts.trace(key), indent: "")
        case .derived(let derivation): derived(derivation)
        case .listed: say(.countedUnits)
        }
    }

    private func derived(_ derivation: Derivation) {
        let (a, b) = derivation.operands
        say(.formula(derivation))
        say(.operand(isFirst: true))
        tree(package.facts.trace(a), indent: "  ")
        say(.operand(isFirst: false))
        tree(package.facts.trace(b), indent: "  ")
    }

    func tree(_ trace: Trace, indent: String) {
        say(indent + describe.message(trace.key, trace.value, sign: trace.sign))
        if let stated = trace.stated {
            say("\(indent)  └ " + Remark.stated(sheet: stated.sheet, row: stated.row).message)
        }
        for part in trace.parts { tree(part, indent: indent + "  ") }
        lines(trace.lines, indent: indent + "  ")
    }

    /// Lines by functional item and unit, each group with its sum.
    func lines(_ lines: [Fact], indent: String) {
        let functions = package.facts.standards.classification(.function)
        let groups = Dictionary(grouping: lines) { fact in
            [package.facts.book.units[fact.key.unit]?.name ?? fact.key.unit, fact.key.coordinates.function.text]
        }
        var left = lineLimit
        for (name, facts) in groups.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
            let sum = facts.reduce(0) { $0 + $1.value.amount }
            let code = Code(name[1])
            let total = facts.first.map { FactValue(amount: sum, measure: $0.value.measure).message } ?? ""
            let group = Remark.group(
                unit: name[0], code: code?.text ?? "", name: code.map { functions.name($0) } ?? "", total: total,
                lines: facts.reduce(0) { $0 + $1.origin.lines })
            say(indent + group.message)
            for fact in facts.prefix(max(0, left)) { line(fact, indent: indent + "  ") }
            left -= facts.count
        }
        if left < 0 { say(indent + Remark.moreLines(-left).message) }
    }

    private func line(_ fact: Fact, indent: String) {
        let economic = package.facts.standards.classification(.economic)
        let code = fact.key.coordinates.economic
        let shown = TraceLine(
            origin: fact.origin, code: code.isAll ? "" : code.text, name: code.isAll ? "" : economic.name(code),
            amount: fact.value.message)
        say("\(indent)└ \(shown.message)")
    }
}

/// A trace for programs.
struct TraceJson: Encodable {
    struct Node: Encodable {
        let fact: String
        let amount: Int64?
        let sign: Int64
        let stated: String?
        let parts: [Node]
        let lines: [Line]
    }

    struct Line: Encodable {
        let sheet: String
        let row: Int
        /// How many lines were added up, this row being the first; absent for a line by itself.
        let lines: Int?
        let voucher: String
        let amount: Int64
    }

    let title: String
    let printed: String
    let facts: [Node]

    init(title: String, printed: String, facts: [Node]) {
        self.title = title
        self.printed = printed
        self.facts = facts
    }

    init(_ found: FoundFigure, package: BuiltPackage) {
        title = found.place.chinese
        printed = found.printed
        let describe = FactDescription(standards: package.facts.standards, units: package.facts.book.units)
        let keys: [FactKey] =
            switch found.figure {
            case .fact(let key): [key]
            case .derived(let derivation): [derivation.operands.0, derivation.operands.1]
            case .listed: []
            }
        facts = keys.map { TraceJson.node(package.facts.trace($0), describe) }
    }

    static func node(_ trace: Trace, _ describe: FactDescription) -> Node {
        Node(
            fact: describe.words(trace.key), amount: trace.value?.amount, sign: trace.sign,
            stated: trace.stated.map { "\($0.sheet) \($0.row)" }, parts: trace.parts.map { node($0, describe) },
            lines: trace.lines.map {
                Line(
                    sheet: $0.origin.sheet, row: $0.origin.row, lines: $0.origin.lines > 1 ? $0.origin.lines : nil,
                    voucher: $0.origin.voucher, amount: $0.value.amount)
            })
    }
}
