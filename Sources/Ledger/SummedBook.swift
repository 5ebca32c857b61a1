import Fiscal
import Standards

/// A sheet as a buffer in memory, which must stay as it is for as long as it is read.
package struct LargeSheet: @unchecked Sendable {  // ok: nothing writes to its bytes
    /// Name without extension (支出).
    package let name: String
    /// What to call it in messages (支出.csv).
    package let file: String
    package let bytes: UnsafeRawBufferPointer  // ok: a mapped file; whoever maps it outlives the reading

    package init(name: String, file: String, bytes: UnsafeRawBufferPointer) {  // ok: as `bytes`
        self.name = name
        self.file = file
        self.bytes = bytes
    }
}

/// A book with sheets too large to keep line by line: their lines are added up by unit and all that tells facts apart.
///
/// Every figure is the same as from the lines; a trace ends at such a sum, with its first row and how many lines it has.
package struct SummedBook: Sendable {
    /// All but the large sheets' facts.
    package let book: Book
    private let standards: Standards
    private let sheets: [SummedSheet]
    private let projector: Projector
    /// The book's own facts by their unit.
    private let own: [String: [Fact]]
    private let numbers: [String: Int]

    init(book: Book, standards: Standards, sheets: [SummedSheet]) {
        self.book = book
        self.standards = standards
        self.sheets = sheets
        projector = Projector(standards)
        own = Dictionary(grouping: book.facts, by: \.key.unit)
        numbers = Dictionary(
            book.units.units.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The figures of one unit with all units under it.
    package func base(of unit: String) -> FactBase {
        FactBase(book: book(of: unit), standards: standards, unit: unit)
    }

    /// Whether any of its large sheets has a line.
    package var hasLines: Bool { sheets.contains(where: \.hasLines) }

    /// The book with the lines of every unit.
    package var whole: Book { book(of: Set(book.units.units.map(\.code)), keepsUnits: true) }

    /// The book with the lines of one unit and of all under it.
    ///
    /// - Parameters:
    ///   - isAlone: whether the units under it are left out.
    ///   - keepsUnits: whether units stay apart; if not, those of one kind are added up as the first of them.
    package func book(of unit: String, isAlone: Bool = false, keepsUnits: Bool = false) -> Book {
        book(of: book.units.scope(of: unit, isAlone: isAlone), keepsUnits: keepsUnits)
    }

    private func book(of scope: Set<String>, keepsUnits: Bool) -> Book {
        var copy = book
        var lines: [Fact] = []
        for group in keepsUnits ? groups(scope).flatMap({ $0.map { [$0] } }) : groups(scope) {
            for sheet in sheets { lines += sheet.facts(of: group, year: book.settings.year) }
        }
        if scope.count == 1, let unit = scope.first { copy.facts = own[unit] ?? [] }
        copy.facts += lines
        copy.facts += projector.facts(from: lines, units: book.units)
        return copy
    }

    /// Whether a plan's figures are the whole answer: nothing is stated.
    package var isPlannable: Bool { book.stated.isEmpty }

    /// Fills in the lines of a unit and of all units under it.
    package func fill(_ sums: inout FigureSums, plan: FigurePlan, unit: String) {
        sums.removeAll()
        let codes = book.units.subtree(of: unit)
        for code in codes {
            for fact in own[code] ?? [] where fact.key.year == book.settings.year {
                if !fact.counterparty.isEmpty, codes.contains(fact.counterparty) { continue }
                let line = FigurePlan.Line(concept: fact.key.concept, phase: fact.key.phase)
                guard let number = plan.number(of: line) else { continue }
                sums.add(standards.space.packLine(fact.key.coordinates), fact.value.amount, line: number)
            }
        }
        for group in groups(codes) {
            for sheet in sheets { fill(&sums, plan: plan, sheet: sheet, units: group) }
        }
    }

    private func fill(_ sums: inout FigureSums, plan: FigurePlan, sheet: SummedSheet, units: [Int]) {
        guard let concept = sheet.concept, let first = units.first else { return }
        var lines: [UInt64] = []
        var amounts: [Int64] = []
        if units.count == 1 {
            (lines, amounts) = sheet.sums(of: first)
        } else {
            var together = SumTable()
            var fits = true
            for unit in units {
                let (own, values) = sheet.sums(of: unit)
                for (packed, amount) in zip(own, values) { fits = together.add(amount, to: packed, row: 0) && fits }
            }
            precondition(fits, "a sum of fen does not fit in 64 bits")
            (lines, amounts) = (together.entries.map(\.key), together.entries.map(\.sum))
        }
        let line = plan.number(of: FigurePlan.Line(concept: concept, phase: sheet.phase))
        if let line { sums.add(lines, amounts, line: line) }
        guard sheet.phase == .actual else { return }
        sums.project(lines, amounts, of: concept, unitKind: book.units.units[first].kind)
    }

    /// Units by their kind: some concepts count only the lines of some kinds of unit.
    private func groups(_ scope: Set<String>) -> [[Int]] {
        // Of thousands of units most are asked for alone.
        if scope.count == 1, let code = scope.first { return numbers[code].map { [[$0]] } ?? [] }
        let members = book.units.units.indices.filter { scope.contains(book.units.units[$0].code) }
        let byKind = Dictionary(grouping: members) { book.units.units[$0].kind }
        return byKind.sorted { $0.key < $1.key }.map(\.value)
    }

    /// The facts of units in which 红冲 may have cancelled more than was booked.
    var doubtful: [Fact] {
        sheets.flatMap { sheet in
            sheet.digest.units.enumerated().filter(\.element.hasNegative).flatMap {
                sheet.facts(of: $0.offset, year: book.settings.year)
            }
        }
    }
}
