import Fiscal
import Ledger
import Publication
import Standards

/// Prints a trace as a tree, a sum at each level.
struct TracePrinter {
    let package: BuiltPackage
    let lineLimit: Int

    private var describe: FactDescription {
        FactDescription(standards: package.facts.standards, units: package.facts.book.units)
    }

    func print(_ found: FoundFigure) {
        Swift.print(found.title)
        Swift.print("印作 \(found.printed)")
        switch found.figure {
        case .fact(let key): tree(package.facts.trace(key), indent: "")
        case .derived(let derivation): derived(derivation)
        case .listed: Swift.print("由“单位”表数出。")
        }
    }

    private func derived(_ derivation: Derivation) {
        let (a, b) = derivation.operands
        let formula =
            switch derivation {
            case .share, .completion: "甲 ÷ 乙 × 100"
            case .change: "|甲 − 乙|"
            case .growth: "|甲 − 乙| ÷ 乙 × 100"
            }
        Swift.print("＝ \(formula)，四舍五入一次")
        Swift.print("甲：")
        tree(package.facts.trace(a), indent: "  ")
        Swift.print("乙：")
        tree(package.facts.trace(b), indent: "  ")
    }

    private func tree(_ trace: Trace, indent: String) {
        let value = trace.value.map(amount) ?? "不知道"
        Swift.print("\(indent)\(trace.sign < 0 ? "减 " : "")\(describe.words(trace.key))  \(value)")
        if let stated = trace.stated {
            Swift.print("\(indent)  └ \(stated.sheet) 第 \(stated.row) 行（直接填的数）")
        }
        for part in trace.parts { tree(part, indent: indent + "  ") }
        lines(trace.lines, indent: indent + "  ")
    }

    /// Lines by functional item and unit, each group with its sum.
    private func lines(_ lines: [Fact], indent: String) {
        let functions = package.facts.standards.classification(.function)
        let groups = Dictionary(grouping: lines) { fact in
            [package.facts.book.units[fact.key.unit]?.name ?? fact.key.unit, fact.key.coordinates.function.text]
        }
        var left = lineLimit
        for (name, facts) in groups.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
            let sum = facts.reduce(0) { $0 + $1.value.amount }
            let function = Code(name[1]).map { "\($0.text) \(functions.name($0))" } ?? ""
            let total = facts.first.map { amount(FactValue(amount: sum, measure: $0.value.measure)) } ?? ""
            Swift.print("\(indent)\(name[0]) \(function)  \(total)（\(facts.count) 行）")
            for fact in facts.prefix(max(0, left)) { line(fact, indent: indent + "  ") }
            left -= facts.count
        }
        if left < 0 { Swift.print("\(indent)……另有 \(-left) 行未列，用 --lines 增加") }
    }

    private func line(_ fact: Fact, indent: String) {
        let economic = package.facts.standards.classification(.economic)
        let code = fact.key.coordinates.economic
        let item = code.isAll ? "" : " \(code.text) \(economic.name(code))"
        let voucher = fact.origin.voucher.isEmpty ? "" : " 凭证 \(fact.origin.voucher)"
        let summary = fact.origin.summary.isEmpty ? "" : " \(fact.origin.summary)"
        Swift.print(
            "\(indent)└ \(fact.origin.sheet) 第 \(fact.origin.row) 行\(voucher)\(item)\(summary)  \(amount(fact.value))")
    }

    private func amount(_ value: FactValue) -> String {
        switch value.measure {
        case .money: yuan(value.amount) + " 元"
        case .count(let word): "\(value.amount) \(word)"
        case .score(let word): PrintedNumber(mantissa: value.amount, decimals: 2).text() + " " + word
        }
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
        let voucher: String
        let amount: Int64
    }

    let title: String
    let printed: String
    let facts: [Node]

    init(_ found: FoundFigure, package: BuiltPackage) {
        title = found.title
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

    private static func node(_ trace: Trace, _ describe: FactDescription) -> Node {
        Node(
            fact: describe.words(trace.key), amount: trace.value?.amount, sign: trace.sign,
            stated: trace.stated.map { "\($0.sheet) \($0.row)" }, parts: trace.parts.map { node($0, describe) },
            lines: trace.lines.map {
                Line(
                    sheet: $0.origin.sheet, row: $0.origin.row, voucher: $0.origin.voucher, amount: $0.value.amount)
            })
    }
}
