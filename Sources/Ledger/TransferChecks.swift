import Fiscal
import Standards

/// Transfers between the units of one book: which lines are, and whether both sides tell the same.
struct TransferChecks {
    private let units: UnitTree
    private var sums: [Route: Sides] = [:]
    private var warnings: [BookFault] = []

    private struct Route: Hashable {
        let matter: String
        let payer: String
        let receiver: String
    }

    private struct Sides {
        var paid: Int64 = 0
        var received: Int64 = 0
        var paidAt: CheckedRow?
        var receivedAt: CheckedRow?
    }

    init(units: UnitTree) { self.units = units }

    /// Whether a row that names a unit of the book as counterparty is a transfer; a row that is none is warned about.
    mutating func take(_ row: CheckedRow, _ definition: Sheet, _ standards: Standards) -> Bool {
        guard let transfer = definition.transfer(of: row.coordinates, standards), row.counterparty != row.unit else {
            let allowed = definition.transfers.flatMap { transfer in
                Dimension.allCases.filter { !transfer.coordinates[$0].isAll }.map {
                    standards.classification($0).name(transfer.coordinates[$0])
                }
            }
            warnings.append(
                BookFault(
                    .notATransfer(unit: name(row.counterparty), allowed: allowed), sheet: row.sheet, row: row.number,
                    column: definition.name(of: .counterparty)))
            return false
        }
        let amount = row.amounts.values.reduce(0, +)
        switch transfer.side {
        case .paid:
            let route = Route(matter: transfer.matter, payer: row.unit, receiver: row.counterparty)
            sums[route, default: Sides()].paid += amount
            if sums[route]?.paidAt == nil { sums[route]?.paidAt = row }
        case .received:
            let route = Route(matter: transfer.matter, payer: row.counterparty, receiver: row.unit)
            sums[route, default: Sides()].received += amount
            if sums[route]?.receivedAt == nil { sums[route]?.receivedAt = row }
        }
        return true
    }

    /// What does not agree.
    func faults() -> [BookFault] {
        let gaps = sums.filter { $0.value.paid != $0.value.received }.compactMap { route, sides -> BookFault? in
            guard let row = sides.paidAt ?? sides.receivedAt else { return nil }
            let gap = TransferGap(
                matter: route.matter, payer: name(route.payer), receiver: name(route.receiver), paid: yuan(sides.paid),
                received: yuan(sides.received), paidAt: place(sides.paidAt), receivedAt: place(sides.receivedAt))
            return BookFault(.unmatchedTransfer(gap), sheet: row.sheet, row: row.number)
        }
        return warnings + gaps.sorted { ($0.sheet, $0.row) < ($1.sheet, $1.row) }
    }

    private func name(_ code: String) -> String { units[code]?.name ?? code }

    private func place(_ row: CheckedRow?) -> String { row.map { BookPlace.row($0.number, of: $0.sheet) } ?? "" }
}

extension Sheet {
    /// Which kind of transfer a line is, if its counterparty is a unit of the book; nil where it is none.
    func transfer(of coordinates: Coordinates, _ standards: Standards) -> Transfer? {
        transfers.first { transfer in
            Dimension.allCases.allSatisfy { dimension in
                let wanted = transfer.coordinates[dimension]
                return wanted.isAll
                    || standards.classification(dimension).contains(coordinates[dimension], under: wanted)
            }
        }
    }
}
