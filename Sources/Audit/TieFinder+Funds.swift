import Fiscal
import Publication
import Standards

extension TieFinder {
    /// A whole that only a sentence prints, where tables print it for each fund: an item of 财政拨款 in the prose of a
    /// budget, whose forms have it fund by fund.
    mutating func wholesOfFunds() {
        var seen: Set<FactKey> = []
        for index in list.indices where list[index].scope == .prose && list[index].bounds != nil {
            guard let key = list[index].key, !key.coordinates.fund.isAll, tableCell(key) == nil,
                seen.insert(key).inserted, let parts = cellsOfFunds(key)
            else { continue }
            add(.parts(.fund), [(index, 1)] + parts.map { ($0, -1) })
        }
    }

    /// The cells of the funds below a figure's; nil where one of them may have an amount that was not read.
    private func cellsOfFunds(_ key: FactKey) -> [Int]? {
        let funds = standards.classification(.fund).children(of: key.coordinates.fund)
        guard !funds.isEmpty else { return nil }
        var cells: [Int] = []
        for fund in funds {
            var part = key
            part.coordinates.fund = fund
            if let cell = tableCell(part) {
                cells.append(cell)
            } else if !sightings.tables.contains(where: { hasNoRow(part, in: $0) }) {
                return nil
            }
        }
        return cells.isEmpty ? nil : cells
    }

    /// Whether a table that lists all such figures by function was read without a gap: what has no row there is zero.
    private func hasNoRow(_ key: FactKey, in table: ReadTable) -> Bool {
        let level = standards.classification(.function).members[key.coordinates.function]?.level ?? 0
        guard key.year == standards.year, FindingWords.gaps(table).isEmpty else { return false }
        var wanted = key.coordinates
        wanted.function = .all
        return table.form.parts.contains { part in
            part.rows.contains { row in
                guard case .members(.function, let levels, let spec) = row, levels.contains(level) else { return false }
                return part.columns.contains { column in
                    let cell = column.spec.overlaid(by: spec)
                    return cell.concept == key.concept && cell.phase ?? .actual == key.phase
                        && cell.yearOffset ?? 0 == 0 && cell.coordinates == wanted
                }
            }
        }
    }

    /// An increase that is more than the figure itself: last year's would be below zero.
    mutating func overgrown(_ index: Int, _ now: Int) {
        guard let key = list[now].key, standards.concepts[key.concept]?.terms.isEmpty == true,
            let rise = list[index].bounds, let amount = list[now].bounds, amount.middle >= 0, rise.low > amount.high
        else { return }
        add(.change, [(index, 1), (now, -1)], low: nil, high: 0, isProof: false)
    }
}
