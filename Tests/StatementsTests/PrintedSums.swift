import Fiscal
import Paper
import Standards
import Statements

/// What must add up on a printed package, found from the printed grids alone: the tables are read back, and no book is
/// looked at. A cell that is blank or not there is zero.
struct PrintedSums {
    /// A whole and its signed parts as printed; nil = blank.
    struct Sum {
        let place: String
        let whole: PrintedNumber?
        let parts: [(number: PrintedNumber?, sign: Int64)]

        /// Whether rounding alone can explain what is printed.
        var isWithinRounding: Bool {
            let sum = parts.reduce(RoundingInterval.zero) { total, part in
                let interval = part.number.map { RoundingInterval($0) } ?? .zero
                return part.sign > 0 ? total + interval : total - interval
            }
            return sum.overlaps(whole.map { RoundingInterval($0) } ?? .zero)
        }

        /// Printed whole less printed parts, in units of the last place.
        var difference: Int64 {
            (whole?.mantissa ?? 0) - parts.reduce(0) { $0 + $1.sign * ($1.number?.mantissa ?? 0) }
        }
    }

    private let standards: Standards
    /// Money by fact, for each table.
    private(set) var printed: [(form: String, cells: [FactKey: PrintedNumber?])] = []
    /// Codes of each dimension that some cell has, with all codes above them: nothing is looked for elsewhere.
    private var branches: [Dimension: Set<Code>] = [:]
    private var roots: [Dimension: [Code]] = [:]
    /// Facts that two cells print differently.
    private(set) var conflicts: [String] = []

    init(_ tables: [Table], standards: Standards, unit: String) {
        self.standards = standards
        var seen: [FactKey: PrintedNumber?] = [:]
        for table in tables {
            var cells: [FactKey: PrintedNumber?] = [:]
            let reading = TableReader.read(table.grid, as: table.form, standards: standards, unit: unit)
            if reading == nil { conflicts.append("\(table.form.id) 读不回") }
            for observation in reading?.observations ?? [] {
                guard case .fact(let key) = observation.figure, standards.concepts[key.concept]?.measure == .money
                else { continue }
                cells.updateValue(observation.printed, forKey: key)
                for dimension in Dimension.allCases {
                    branches[dimension, default: []].formUnion(
                        standards.classification(dimension).path(key.coordinates[dimension]))
                }
                if let known = seen[key], known != observation.printed {
                    conflicts.append("\(table.form.id) \(key.concept.id)\(key.coordinates)")
                }
                seen.updateValue(observation.printed, forKey: key)
            }
            printed.append((table.form.id, cells))
        }
        for (dimension, codes) in branches {
            let members = standards.classification(dimension).members
            roots[dimension] = codes.filter { members[$0]?.parent == nil }.sorted()
        }
    }

    /// Levels, rows and columns within each table, what concepts are made of, and 人员 + 公用 against the totals of others.
    /// - Parameter pooled: dimensions along which the tables together show all parts of expenditure.
    func all(pooled: [Dimension] = [.economic]) -> [Sum] {
        var sums: [Sum] = []
        for (form, cells) in printed {
            for key in cells.keys {
                for dimension in Dimension.allCases {
                    sums += sum(key, along: dimension, cells, form).map { [$0] } ?? []
                }
                if let parts = terms(of: key, cells, depth: 0) { sums.append(made(key, parts, cells, form + " 组成")) }
            }
        }
        var pool: [FactKey: PrintedNumber?] = [:]
        for (_, cells) in printed { pool.merge(cells) { $1 } }
        for dimension in pooled {
            for key in pool.keys where key.concept == Concept("本年支出") {
                sums += sum(key, along: dimension, pool, "表间").map { [$0] } ?? []
            }
        }
        return sums
    }

    private func made(
        _ key: FactKey, _ parts: [FactKey: Int64], _ cells: [FactKey: PrintedNumber?], _ name: String
    ) -> Sum {
        Sum(
            place: "\(name) \(key.concept.id)\(key.coordinates)\(key.phase)", whole: cells[key] ?? nil,
            parts: parts.map { (cells[$0.key] ?? nil, $0.value) })
    }

    private func sum(
        _ key: FactKey, along dimension: Dimension, _ cells: [FactKey: PrintedNumber?], _ form: String
    ) -> Sum? {
        let parts = nearest(below: key, dimension, cells)
        guard !parts.isEmpty else { return nil }
        return made(key, Dictionary(uniqueKeysWithValues: parts.map { ($0, 1) }), cells, "\(form) \(dimension)")
    }

    /// Printed figures next below one along a dimension.
    private func nearest(
        below key: FactKey, _ dimension: Dimension, _ cells: [FactKey: PrintedNumber?]
    ) -> [FactKey] {
        let classification = standards.classification(dimension)
        let code = key.coordinates[dimension]
        let children = code.isAll ? roots[dimension] ?? [] : classification.children(of: code)
        return children.flatMap { child -> [FactKey] in
            guard branches[dimension]?.contains(child) == true else { return [] }
            var part = key
            part.coordinates[dimension] = child
            return cells.keys.contains(part) ? [part] : nearest(below: part, dimension, cells)
        }
    }

    /// Fiscal money has none of these, so that its tables do not print them.
    private static let nonFiscal = [Concept("使用非财政拨款结余"), Concept("结余分配")]

    /// A concept in the table's own figures; nil where it is not made of others or the table does not show them.
    private func terms(
        of key: FactKey, _ cells: [FactKey: PrintedNumber?], depth: Int
    ) -> [FactKey: Int64]? {
        let definition = standards.concepts[key.concept]?.terms ?? []
        guard !definition.isEmpty, depth < 4 else { return nil }
        var result: [FactKey: Int64] = [:]
        for term in definition {
            var part = key
            part.concept = term.concept
            if cells.keys.contains(part) {
                result[part, default: 0] += term.sign
            } else if let parts = terms(of: part, cells, depth: depth + 1) {
                for (key, sign) in parts { result[key, default: 0] += term.sign * sign }
            } else if key.coordinates.fund.isAll || !Self.nonFiscal.contains(term.concept) {
                return nil
            }
        }
        result[key] = nil
        return result.isEmpty ? nil : result.filter { $0.value != 0 }
    }
}
