import Fiscal
import Ledger
import Paper
import Standards
import Statements
import Testing

/// Tables add up as printed: within rounding by default, exactly when adjusted.
struct ControlledRoundingTests {
    /// A book of all funds and, more often met, one of fiscal money only.
    @Test(arguments: DefinitionsOnDisk.places)
    func randomBooks(_ place: DefinitionsOnDisk.Place) throws {
        let standards = try DefinitionsOnDisk.standards(place)
        for seed in UInt64(1)...2 {
            let hasFiscalOnly = seed % 2 == 0
            let book = try RandomBook(standards, seed: seed, hasFiscalOnly: hasFiscalOnly)
            let pooled: [Dimension] = hasFiscalOnly ? [.economic, .fund] : [.economic]
            try check(book.facts, "\(place) 种子 \(seed)", pooled: pooled)
        }
    }

    @Test(arguments: ["hengyang-2021", "shifeng-2020"])
    func examples(_ name: String) throws {
        let facts = try DefinitionsOnDisk.example(name)
        try check(facts, name)
    }

    /// 公开02 of the real paper prints 20406 a tail away from its items.
    @Test func itemsOf20406AddUp() throws {
        let facts = try DefinitionsOnDisk.example("hengyang-2021")
        let (tables, _) = adjusted(facts)
        let income = try #require(tables.first { $0.form.id == "T02" })
        for column in 2...8 {
            func printed(_ code: Code) -> Int64 {
                let spot = income.figures.first { $0.key.column == column && $0.value.coordinates.function == code }?
                    .key
                return spot.flatMap { income.grid.matrix[$0.row][$0.column]?.number?.mantissa } ?? 0
            }
            let group = try #require(Code("20406"))
            let items = facts.standards.classification(.function).children(of: group)
            #expect(items.reduce(0) { $0 + printed($1) } == printed(group))
        }
    }

    // MARK: - Helpers

    private func tables(_ facts: FactBase, adjusted: [FactKey: PrintedNumber] = [:]) -> [Table] {
        let style = PrintStyle(
            zero: .blank, noun: "部门", unitName: "某局", year: facts.standards.year.number, adjusted: adjusted)
        return facts.standards.orderedForms.map {
            TableBuilder.table($0.form, number: $0.number, facts: facts, style: style)
        }
    }

    private func adjusted(_ facts: FactBase) -> ([Table], ControlledRounding) {
        let rounding = ControlledRounding.adjust(tables(facts), prose: [], facts: facts)
        return (tables(facts, adjusted: rounding.printed), rounding)
    }

    private func check(_ facts: FactBase, _ name: String, pooled: [Dimension] = [.economic]) throws {
        let plain = PrintedSums(tables(facts), standards: facts.standards, unit: facts.unit)
        #expect(plain.conflicts.isEmpty, "\(name) \(plain.conflicts)")
        let sums = plain.all(pooled: pooled)
        #expect(sums.count > 100, "\(name)：只找到 \(sums.count) 处合计")
        #expect(sums.contains { $0.difference != 0 }, "\(name)：四舍五入没有留下尾数，调平无从检验")
        for sum in sums where !sum.isWithinRounding {
            Issue.record("\(name) \(sum.place)：差 \(sum.difference)，\(sum.parts.count) 项")
        }
        try checkAdjusted(facts, name, pooled: pooled)
    }

    private func checkAdjusted(_ facts: FactBase, _ name: String, pooled: [Dimension]) throws {
        let (tables, rounding) = adjusted(facts)
        let sums = PrintedSums(tables, standards: facts.standards, unit: facts.unit)
        #expect(sums.conflicts.isEmpty, "\(name) \(sums.conflicts)")
        #expect(rounding.gaps.isEmpty, "\(name) \(rounding.gaps.map { "\($0.place) \($0.difference.text())" })")
        for sum in sums.all(pooled: pooled) where sum.difference != 0 {
            Issue.record("\(name) \(sum.place)：差 \(sum.difference)，\(sum.parts.count) 项")
        }
        for (_, cells) in sums.printed {
            for (key, number) in cells { checkDistance(key, number, facts, name) }
        }
        for table in tables {
            let moved = table.figures.values.contains { key in rounding.moves.contains { $0.key == key } }
            #expect(table.notes.contains { $0.contains(facts.standards.profile.adjustmentNote) } == moved)
        }
    }

    /// Down or up by less than one unit in the last place; zero stays zero.
    private func checkDistance(_ key: FactKey, _ number: PrintedNumber?, _ facts: FactBase, _ name: String) {
        let exact = facts.value(of: key)?.amount ?? 0
        let printed = number?.fen(in: .tenThousandYuan) ?? 0
        #expect(abs(printed - exact) < 10_000, "\(name) \(key.concept.id)\(key.coordinates)")
        if exact == 0 { #expect(number?.isZero ?? true) }
    }
}
