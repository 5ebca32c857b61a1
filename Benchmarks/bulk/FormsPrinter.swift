import Dispatch
import Fiscal
import Ledger
import Standards
import Statements
import Synchronization

/// Every printed figure of every form, of the department and of each unit: unit,form,row,column,figure.
struct FormsPrinter: Sendable {
    private let book: SummedBook
    private let standards: Standards
    private let plan: FigurePlan
    private let forms: [FormPlan]
    private static let unitsAtOnce = 32

    init(book: SummedBook, standards: Standards) throws {
        self.book = book
        self.standards = standards
        var plan = FigurePlan(standards)
        forms = try standards.orderedForms.map { try FormPlan($0.form, standards: standards, plan: &plan) }
        self.plan = plan
    }

    /// - Returns: how many figures were written.
    func write(to path: String, threads: Int) throws -> Int {
        let units = book.book.units.units
        let pieces = stride(from: 0, to: units.count, by: Self.unitsAtOnce).map {
            Array(units[$0..<min($0 + Self.unitsAtOnce, units.count)])
        }
        let found = Mutex<[Piece]>(Array(repeating: Piece(), count: pieces.count))
        let next = Atomic(0)
        DispatchQueue.concurrentPerform(iterations: threads) { _ in
            var sums = FigureSums(plan, standards: standards)
            while true {
                let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
                if index >= pieces.count { return }
                var piece = Piece()
                for unit in pieces[index] { print(unit, &sums, into: &piece) }
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

    private func print(_ unit: Unit, _ sums: inout FigureSums, into piece: inout Piece) {
        book.fill(&sums, plan: plan, unit: unit.code)
        for form in forms {
            let head = Array("\(unit.code),\(form.form.id),".utf8)
            form.print(&sums, zero: standards.profile.zero) { row, column, number in
                piece.bytes.append(contentsOf: head)
                piece.bytes.append(contentsOf: "\(row),\(column),\"\(number.text(grouping: true))\"\n".utf8)
                piece.figures += 1
            }
        }
    }
}
