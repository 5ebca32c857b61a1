package import Fiscal
import Paper
package import Standards

/// What must add up on a printed package, found from the printed grids alone: the tables are read back, and no book is
/// looked at. A cell that is blank or not there is zero.
package struct PrintedSums: Sendable {
    /// A whole and its signed parts as printed; nil = blank.
    package struct Sum: Sendable {
        package let place: String
        /// The figure that should be the sum.
        package let key: FactKey
        package let whole: PrintedNumber?
        package let parts: [(number: PrintedNumber?, sign: Int64)]

        /// Printed parts added up, in the last place of the whole.
        package var sum: PrintedNumber {
            PrintedNumber(mantissa: (whole?.mantissa ?? 0) - difference, decimals: whole?.decimals ?? 2)
        }

        /// Whether rounding alone can explain what is printed.
        package var isWithinRounding: Bool {
            let sum = parts.reduce(RoundingInterval.zero) { total, part in
                let interval = part.number.map { RoundingInterval($0) } ?? .zero
                return part.sign > 0 ? total + interval : total - interval
            }
            return sum.overlaps(whole.map { RoundingInterval($0) } ?? .zero)
        }

        /// Printed whole less printed parts, in units of the last place.
        package var difference: Int64 {
            (whole?.mantissa ?? 0) - parts.reduce(0) { $0 + $1.sign * ($1.number?.mantissa ?? 0) }
        }
    }

    private let standards: Standards
    /// Money by fact, for each table.
    package private(set) var printed: [(form: String, cells: [FactKey: PrintedNumber?])] = []
    /// Facts that two cells print differently.
    package private(set) var conflicts: [String] = []

    package init(_ tables: [Table], standards: Standards, unit: String) {
        let readings = tables.map { TableReader.read($0.grid, as: $0.form, standards: standards, unit: unit) }
        self.init(tables, read: readings, standards: standards)
    }

    /// - Parameter readings: what each table was read back as; nil where it could not be.
    private init(_ tables: [Table], read readings: [TableReading?], standards: Standards) {
        self.standards = standards
        var seen: [FactKey: PrintedNumber?] = [:]
        for (table, reading) in zip(tables, readings) {
            var cells: [FactKey: PrintedNumber?] = [:]
            if reading == nil { conflicts.append("\(table.form.id) 读不回") }
            for observation in reading?.observations ?? [] {
                guard case .fact(let key) = observation.figure, standards.concepts[key.concept]?.measure == .money
                else { continue }
                cells.updateValue(observation.printed, forKey: key)
                if let known = seen[key], known != observation.printed {
                    conflicts.append("\(table.form.id) \(key.concept.id)\(key.coordinates)")
                }
                seen.updateValue(observation.printed, forKey: key)
            }
            printed.append((table.form.id, cells))
        }
    }

    /// Levels, rows and columns within each table, what concepts are made of, and 人员 + 公用 against the totals of others.
    /// - Parameter pooled: dimensions along which the tables together show all parts of expenditure.
    package func all(pooled: [Dimension] = [.economic]) -> [Sum] {
        var sums = Stretches.each(printed.count) { own(printed[$0].form, printed[$0].cells) }.flatMap(\.self)
        var pool: [FactKey: PrintedNumber?] = [:]
        for (_, cells) in printed { pool.merge(cells) { $1 } }
        for dimension in pooled {
            for (key, parts) in families(along: dimension, pool)
            where standards.concepts[key.concept]?.isPooled ?? false {
                sums.append(made(key, parts, pool, "表间 \(dimension)"))
            }
        }
        return sums
    }

    /// What must add up within one table.
    private func own(_ form: String, _ cells: [FactKey: PrintedNumber?]) -> [Sum] {
        var sums: [Sum] = []
        for dimension in Dimension.allCases {
            for (key, parts) in families(along: dimension, cells) {
                sums.append(made(key, parts, cells, "\(form) \(dimension)"))
            }
        }
        for key in cells.keys {
            if let parts = terms(of: key, cells, depth: 0) { sums.append(made(key, parts, cells, form + " 组成")) }
        }
        return sums
    }

    private func made(
        _ key: FactKey, _ parts: [FactKey: Int64], _ cells: [FactKey: PrintedNumber?], _ name: String
    ) -> Sum {
        Sum(
            place: "\(name) \(key.concept.id)\(key.coordinates)\(key.phase)", key: key, whole: cells[key] ?? nil,
            parts: parts.map { (cells[$0.key] ?? nil, $0.value) })
    }

    /// Every figure with the printed figures next below it along a dimension: each finds the nearest above it.
    private func families(
        along dimension: Dimension, _ cells: [FactKey: PrintedNumber?]
    ) -> [FactKey: [FactKey: Int64]] {
        let classification = standards.classification(dimension)
        var result: [FactKey: [FactKey: Int64]] = [:]
        for key in cells.keys {
            let code = key.coordinates[dimension]
            guard !code.isAll, classification.members[code] != nil else { continue }
            var above = key
            for ancestor in classification.path(code).dropFirst() + [.all] {
                above.coordinates[dimension] = ancestor
                guard cells.keys.contains(above) else { continue }
                result[above, default: [:]][key] = 1
                break
            }
        }
        return result
    }

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
            } else if key.coordinates.fund.isAll || standards.concepts[term.concept]?.isFiscal ?? true {
                return nil
            }
        }
        result[key] = nil
        return result.isEmpty ? nil : result.filter { $0.value != 0 }
    }
}

/// A printed whole that its printed parts do not add up to, further off than rounding explains.
package struct PrintedGap: Hashable, Sendable {
    /// Number and title of the form.
    package let form: String
    package let row: String
    package let column: String
    package let printed: String
    package let sum: String
    package let parts: Int

    package init(form: String, row: String, column: String, printed: String, sum: String, parts: Int) {
        self.form = form
        self.row = row
        self.column = column
        self.printed = printed
        self.sum = sum
        self.parts = parts
    }
}

extension PrintedSums {
    /// Every sum of the printed forms that does not hold, where its whole stands; and how many sums were looked at.
    ///
    /// - Parameter readings: what each table was read back as; nil where it could not be.
    package static func check(
        _ tables: [Table], read readings: [TableReading?], standards: Standards
    ) -> (checked: Int, gaps: [PrintedGap]) {
        let sums = PrintedSums(tables, read: readings, standards: standards).all()
        var gaps: [PrintedGap] = []
        for sum in sums where !sum.isWithinRounding {
            guard let gap = gap(sum, tables), !gaps.contains(gap) else { continue }
            gaps.append(gap)
        }
        return (sums.count, gaps.sorted { ($0.form, $0.row, $0.column) < ($1.form, $1.row, $1.column) })
    }

    private static func gap(_ sum: Sum, _ tables: [Table]) -> PrintedGap? {
        for table in tables {
            guard let spot = table.figures.filter({ $0.value == sum.key }).keys.min() else { continue }
            // What the book does not know at all is blank, and nothing is said of it.
            guard sum.whole != nil || sum.sum.mantissa != 0 else { return nil }
            let labels = table.labels(at: spot)
            let form = [table.number, table.form.title].filter { !$0.isEmpty }.joined(separator: " ")
            return PrintedGap(
                form: form, row: labels.row, column: labels.column, printed: sum.whole?.text(grouping: true) ?? "",
                sum: sum.sum.text(grouping: true), parts: sum.parts.count)
        }
        return nil
    }
}

extension Table {
    /// What the paper calls the row and the column of a square: the labels left of it and above it.
    package func labels(at spot: TableSpot) -> (row: String, column: String) {
        let matrix = grid.matrix
        var row: [String] = []
        for column in stride(from: spot.column - 1, through: 0, by: -1) {
            // The labels of another block stand beyond its figures.
            if figures[TableSpot(row: spot.row, column: column)] != nil {
                guard row.isEmpty else { break }
                continue
            }
            let text = matrix[spot.row][column]?.text ?? ""
            if !text.isEmpty, row.last != text { row.append(text) }
        }
        let header = matrix.prefix(grid.headerRowCount).compactMap { $0[spot.column]?.text }
        let column = header.reduce(into: [String]()) { if $0.last != $1, !$1.isEmpty, Int($1) == nil { $0.append($1) } }
        return (row.reversed().joined(separator: " "), column.joined(separator: "/"))
    }
}
