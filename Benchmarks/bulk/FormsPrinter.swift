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
    private static let opening = Array(",\"".utf8)
    private static let closing = Array("\"\n".utf8)

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
        let output = Mutex(OrderedOutput(file: try BulkOutput(path)))
        let next = Atomic(0)
        DispatchQueue.concurrentPerform(iterations: threads) { _ in
            var sums = FigureSums(plan, standards: standards)
            while true {
                let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
                if index >= pieces.count { return }
                var piece = Piece()
                for unit in pieces[index] { print(unit, &sums, into: &piece) }
                output.withLock { $0.add(piece, at: index) }
            }
        }
        return try output.withLock { try $0.close() }
    }

    private struct Piece: Sendable {
        var bytes: [UInt8] = []
        var figures = 0
    }

    /// Pieces that are written as soon as all before them are, while others are printed.
    private struct OrderedOutput {
        private let file: BulkOutput
        private var waiting: [Int: Piece] = [:]
        private var written = 0
        private var figures = 0
        private var failure: (any Error)?

        init(file: BulkOutput) { self.file = file }

        mutating func add(_ piece: Piece, at index: Int) {
            waiting[index] = piece
            while let piece = waiting.removeValue(forKey: written) {
                written += 1
                figures += piece.figures
                do { try file.write(piece.bytes) } catch { failure = failure ?? error }
            }
        }

        /// - Returns: how many figures were written.
        mutating func close() throws -> Int {
            if let failure { throw failure }
            try file.close()
            return figures
        }
    }

    private func print(_ unit: Unit, _ sums: inout FigureSums, into piece: inout Piece) {
        book.fill(&sums, plan: plan, unit: unit.code)
        for form in forms {
            let head = Array("\(unit.code),\(form.form.id),".utf8)
            form.print(&sums, zero: standards.profile.zero) { row, column, number in
                piece.bytes.append(contentsOf: head)
                PrintedNumber(mantissa: Int64(row), decimals: 0).append(to: &piece.bytes)
                piece.bytes.append(0x2C)
                PrintedNumber(mantissa: Int64(column), decimals: 0).append(to: &piece.bytes)
                piece.bytes.append(contentsOf: Self.opening)
                number.append(to: &piece.bytes, grouping: true)
                piece.bytes.append(contentsOf: Self.closing)
                piece.figures += 1
            }
        }
    }
}
