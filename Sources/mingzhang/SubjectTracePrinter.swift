import Fiscal
import Ledger
import Performance
import Publication
import Standards

/// Prints the trace of a figure of performance, a level an indent.
extension TracePrinter {
    func print(_ found: FoundSubjectFigure, _ trace: SubjectTrace) {
        say(.figure(found.place))
        say(.printed(found.printed))
        for node in trace.nodes { print(node, indent: "") }
    }

    private func print(_ node: SubjectTrace.Node, indent: String) {
        if case .accounts(let trace) = node { return tree(trace, indent: indent) }
        let mark = if case .row = node { "└ " } else { "" }
        say(indent + mark + node.message(describe))
        switch node {
        case .money(let label, _, let lines):
            self.lines(lines.map { $0.fact(label.phase) }, indent: indent + "  ")
        case .points(_, _, let below): for node in below { print(node, indent: indent + "  ") }
        case .step, .row, .accounts, .countedUnits: break
        }
    }
}

extension SubjectLine {
    /// As the accounts' traces show lines.
    fileprivate func fact(_ phase: Phase) -> Fact {
        var coordinates = Coordinates.all
        coordinates.function = function
        coordinates.economic = economic
        let key = FactKey(unit: unit, year: FiscalYear(0), phase: phase, concept: Concept(""), coordinates: coordinates)
        return Fact(key: key, value: FactValue(amount: amount, measure: .money), origin: origin)
    }
}

extension TraceJson {
    init(_ found: FoundSubjectFigure, _ trace: SubjectTrace, package: BuiltPackage) {
        let describe = FactDescription(standards: package.facts.standards, units: package.facts.book.units)
        // What programs read is the same in every language.
        let nodes = MessageLanguage.$current.withValue(.chinese) { trace.nodes.map { Self.node($0, describe) } }
        self.init(title: found.place.chinese, printed: found.printed, facts: nodes)
    }

    private static func words(_ node: SubjectTrace.Node, _ describe: FactDescription) -> String {
        if case .money(let label, _, _) = node { label.chinese } else { node.chinese(describe) }
    }

    private static func node(_ node: SubjectTrace.Node, _ describe: FactDescription) -> Node {
        var (amount, stated): (Int64?, String?)
        var (parts, lines): ([Node], [Line]) = ([], [])
        switch node {
        case .accounts(let trace): return Self.node(trace, describe)
        case .row(let origin, _): stated = "\(origin.sheet) \(origin.row)"
        case .money(_, let fen, let found):
            amount = fen
            lines = found.map {
                Line(
                    sheet: $0.origin.sheet, row: $0.origin.row, lines: nil, voucher: $0.origin.voucher,
                    amount: $0.amount)
            }
        case .points(_, _, let below): parts = below.map { Self.node($0, describe) }
        case .step, .countedUnits: break
        }
        return Node(
            fact: words(node, describe), amount: amount, sign: 1, stated: stated, parts: parts, lines: lines)
    }
}
