import Dispatch
import Fiscal
import Ledger
import Paper
import Standards
import Statements
import Synchronization

/// Every printed figure of every form, of the department and of each unit: unit,form,row,column,figure.
struct FormsPrinter: Sendable {
    private let book: SummedBook
    private let standards: Standards
    private static let unitsAtOnce = 32

    init(book: SummedBook, standards: Standards) {
        self.book = book
        self.standards = standards
    }

    /// - Returns: how many figures were written.
    func write(to path: String, threads: Int) throws -> Int {
        let units = book.book.units.units
        let pieces = stride(from: 0, to: units.count, by: Self.unitsAtOnce).map { Array(units[$0..<min($0 + Self.unitsAtOnce, units.count)]) }
        let found = Mutex<[Piece]>(Array(repeating: Piece(), count: pieces.count))
        let next = Atomic(0)
        DispatchQueue.concurrentPerform(iterations: threads) { _ in
            while true {
                let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
                if index >= pieces.count { return }
                var piece = Piece()
                for unit in pieces[index] { print(unit, into: &piece) }
                found.withLock { $0[index] = piece }
            }
        }
        let file = try BulkOutput(path)
        var figures = 0
        for piece in found.withLock({ $0 }) {
            file.add(piece.bytes)
            try file.flushIfLarge()
            figures += piece.figures
        }
        try file.close()
        return figures
    }

    private struct Piece: Sendable {
        var bytes: [UInt8] = []
        var figures = 0
    }

    private func print(_ unit: Unit, into piece: inout Piece) {
        let facts = book.base(of: unit.code)
        let style = PrintStyle(
            zero: standards.profile.zero, noun: unit.parent.isEmpty ? "部门" : "单位", unitName: unit.name,
            year: standards.year.number)
        for (form, number) in standards.orderedForms {
            let table = TableBuilder.table(form, number: number, facts: facts, style: style)
            for (row, cells) in table.grid.rows.enumerated() {
                for cell in cells where cell.number != nil {
                    piece.bytes.append(contentsOf: "\(unit.code),\(form.id),\(row),\(cell.column),\"\(cell.text)\"\n".utf8)
                    piece.figures += 1
                }
            }
        }
    }
}
