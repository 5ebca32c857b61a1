import Fiscal
import Standards
import Statements
import Testing

/// What the meaning of figures implies holds in every printed package: no rule has to be written for it.
struct TieTests {
    @Test(arguments: Checkout.places)
    func sameFactSamePrint(_ place: Checkout.Place) throws {
        var seen: [Figure: PrintedNumber?] = [:]
        for printed in try tables(place) {
            for observation in printed.expected.values {
                let known = seen.updateValue(observation.printed, forKey: observation.figure)
                #expect(
                    known == nil || known == observation.printed,
                    "\(place) \(printed.table.form.id) \(observation.figure)")
            }
        }
    }

    /// A figure is the sum of its parts along each dimension that the table shows, as far as rounding allows.
    @Test(arguments: Checkout.places)
    func partsAddUp(_ place: Checkout.Place) throws {
        var checked: [Dimension: Int] = [:]
        for printed in try tables(place) {
            let numbers = numbers(printed)
            for dimension in [Dimension.function, .economic, .kind, .fund, .item] {
                for (whole, parts) in families(numbers.keys, dimension, in: printed.standards) {
                    let sum = parts.reduce(.zero) { $0 + interval(numbers[$1]) }
                    checked[dimension, default: 0] += 1
                    #expect(
                        sum.overlaps(interval(numbers[whole])),
                        "\(place) \(printed.table.form.id) \(whole.concept.id) \(whole.coordinates)：\(parts.count) 项之和不符"
                    )
                }
            }
        }
        for (dimension, least) in [(Dimension.function, 100), (.economic, 3), (.kind, 20), (.fund, 20), (.item, 2)] {
            #expect(
                checked[dimension, default: 0] >= least, "\(place) \(dimension.word)：只核对了 \(checked[dimension] ?? 0) 处")
        }
    }

    /// A concept made of others is their sum wherever a table shows them all.
    @Test(arguments: Checkout.places)
    func balancesClose(_ place: Checkout.Place) throws {
        var checked = 0
        for printed in try tables(place) {
            let numbers = numbers(printed)
            for (key, number) in numbers {
                for terms in equations(key, in: printed.standards) {
                    let parts = terms.map { (key: with(key, $0.concept), sign: $0.sign) }
                    guard parts.allSatisfy({ numbers[$0.key] != nil }) else { continue }
                    let sum = parts.reduce(.zero) {
                        $1.sign > 0 ? $0 + interval(numbers[$1.key]) : $0 - interval(numbers[$1.key])
                    }
                    checked += 1
                    #expect(
                        sum.overlaps(interval(number)),
                        "\(place) \(printed.table.form.id) \(key.concept.id) \(key.coordinates)")
                }
            }
        }
        #expect(checked > 15, "\(place)：只核对了 \(checked) 处")
    }

    // MARK: - Helpers

    private func tables(_ place: Checkout.Place) throws -> [Printed] {
        let standards = try Checkout.standards(place)
        let facts = SampleBook.facts(standards, seed: place.year * 7)
        return standards.orderedForms.map { Printed($0.form, facts: facts, zero: .blank) }
    }

    /// The table's money by fact; blank where it prints none.
    private func numbers(_ printed: Printed) -> [FactKey: PrintedNumber?] {
        var result: [FactKey: PrintedNumber?] = [:]
        for observation in printed.expected.values {
            guard case .fact(let key) = observation.figure, printed.standards.concepts[key.concept]?.measure == .money
            else {
                continue
            }
            result.updateValue(observation.printed, forKey: key)
        }
        return result
    }

    /// A blank is exactly zero.
    private func interval(_ number: PrintedNumber??) -> RoundingInterval {
        (number ?? nil).map { RoundingInterval($0) } ?? .zero
    }

    private func with(_ key: FactKey, _ concept: Concept) -> FactKey {
        var key = key
        key.concept = concept
        return key
    }

    /// Each figure of the table with the nearest figures of the table that stand under it.
    private func families(
        _ keys: some Sequence<FactKey>, _ dimension: Dimension, in standards: Standards
    ) -> [FactKey: [FactKey]] {
        let all = Set(keys)
        var result: [FactKey: [FactKey]] = [:]
        for key in all where !key.coordinates[dimension].isAll {
            let above = standards.classification(dimension).path(key.coordinates[dimension]).dropFirst() + [.all]
            for code in above {
                var whole = key
                whole.coordinates[dimension] = code
                guard all.contains(whole) else { continue }
                result[whole, default: []].append(key)
                break
            }
        }
        return result
    }

    /// How a concept is made of others by definition, and the closing balance of money that is not shared out.
    private func equations(_ key: FactKey, in standards: Standards) -> [[(concept: Concept, sign: Int64)]] {
        var result = [standards.concepts[key.concept]?.terms ?? []].filter { !$0.isEmpty }
        if key.concept == Concept("年末结转和结余"), !key.coordinates.fund.isAll {
            result.append([(Concept("年初结转和结余"), 1), (Concept("本年收入"), 1), (Concept("本年支出"), -1)])
        }
        return result
    }
}
