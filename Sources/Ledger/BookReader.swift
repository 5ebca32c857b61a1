import Fiscal
package import Standards

/// Sheets of text → a checked book. Every fault of every sheet is found before any is thrown.
package struct BookReader {
    let settings: BookSettings
    let standards: Standards
    var faults: [BookFault] = []
    var warnings: [BookFault] = []
    var summed: [SummedSheet] = []

    /// How many faults are listed; the rest are counted.
    private static let listedFaults = 200

    private init(settings: BookSettings, standards: Standards) {
        self.settings = settings
        self.standards = standards
    }

    /// - Parameter prior: last year's book where one is linked; its lines become this book's figures of last year.
    package static func read(
        _ sheets: [RawSheet], settings: BookSettings, standards: Standards, prior: Book? = nil
    ) throws(BookFaults) -> Book {
        var reader = BookReader(settings: settings, standards: standards)
        return try reader.book(sheets, prior: prior)
    }

    /// As `read`, with some sheets added up as they are read instead of kept line by line.
    ///
    /// - Parameter threads: how many stretches of a large sheet are read at once.
    package static func readSummed(
        _ sheets: [RawSheet], large: [LargeSheet], settings: BookSettings, standards: Standards, prior: Book? = nil,
        threads: Int
    ) throws(BookFaults) -> SummedBook {
        var reader = BookReader(settings: settings, standards: standards)
        let large = LargeSheets(large, beside: sheets, standards: standards, threads: threads)
        let all = try large.placeholders() + sheets
        let book = try reader.book(all, prior: prior, large: large)
        return SummedBook(book: book, standards: standards, sheets: reader.summed)
    }

    private mutating func book(
        _ sheets: [RawSheet], prior: Book?, large: LargeSheets? = nil
    ) throws(BookFaults) -> Book {
        let byName = named(sheets)
        let unitSheets = standards.sheet(.units).flatMap { byName[$0.id] }
        let units = unitSheets.map { unitTree($0) } ?? UnitTree([])
        if units.root == nil, let file = unitSheets?.first?.file, faults.isEmpty {
            faults.append(BookFault(.noUnit, sheet: file))
        }
        // Without units every line would be a fault of its own.
        if units.root == nil { try throwFaults(sheets) }
        let rows = try rows(of: byName, units: units, large: large)
        try throwFaults(sheets)
        var book = Book(
            settings: settings, units: units, facts: [], stated: [:], controls: [], reasons: [:], texts: [:],
            projects: [],
            attachments: [], undisclosed: [], warnings: [],
            checksum: BookChecksum.text(settings: settings, sheets: sheets, summed: summed), sheets: sheets)
        var lines = LineChecks(standards)
        for sheet in summed { lines.take(sheet) }
        addFacts(rows, to: &book, checks: &lines)
        faults += lines.faults
        warnings += lines.warnings
        addRecords(rows, to: &book)
        if let prior { addPrior(prior, to: &book) }
        book.units.booked = booked(book)
        checkTotal(book)
        try throwFaults(sheets)
        if prior != nil { warnings += OpeningChecks(book: book, standards: standards).faults() }
        faults += checks(book)
        try throwFaults(sheets)
        warnings += BalanceChecks(book: book, standards: standards, summed: summed).warnings()
        book.warnings = warnings
        return book
    }

    /// The rows of all sheets by name: of large ones those that were kept, of the others all, several sheets at once.
    private mutating func rows(
        of sheets: [String: [RawSheet]], units: UnitTree, large: LargeSheets?
    ) throws(BookFaults) -> [String: [CheckedRow]] {
        var read: [String: SheetRows] = [:]
        let definitions = standards.sheets.filter { $0.role != .units && sheets[$0.id] != nil }
        for definition in definitions {
            guard let found = try large?.read(definition, units: units) else { continue }
            summed.append(found)
            read[definition.id] = SheetRows(rows: found.kept, faults: found.faults, warnings: found.warnings)
        }
        // The longest first, so that none is left alone at the end.
        let small = definitions.filter { read[$0.id] == nil }.map { ($0, sheets[$0.id] ?? []) }.sorted { left, right in
            left.1.reduce(0) { $0 + $1.rows.count } > right.1.reduce(0) { $0 + $1.rows.count }
        }
        let standards = standards
        let checked = Stretches.each(small.count) { index in
            var checker = SheetChecker(definition: small[index].0, standards: standards, units: units)
            let rows = checker.rows(of: small[index].1)
            return SheetRows(rows: rows, faults: checker.faults, warnings: checker.warnings)
        }
        for ((definition, _), rows) in zip(small, checked) { read[definition.id] = rows }
        for definition in definitions {
            faults += read[definition.id]?.faults ?? []
            warnings += read[definition.id]?.warnings ?? []
        }
        return read.mapValues(\.rows)
    }

    private struct SheetRows {
        let rows: [CheckedRow]
        let faults: [BookFault]
        let warnings: [BookFault]
    }

    /// Every figure is a sum of these amounts, so none of them can be too large to be computed with.
    private mutating func checkTotal(_ book: Book) {
        var total = AmountLimit.total(book.facts.lazy.map(\.value.amount))
        total = total.flatMap { AmountLimit.total(book.stated.values.lazy.map(\.value.amount), beside: $0) }
        for unit in summed.flatMap(\.digest.units) {
            total = total.flatMap { AmountLimit.total(unit.total, beside: $0) }
        }
        let tasks = book.evaluation.tasks.flatMap { [$0.fiscal, $0.other] }
        let monitored = book.evaluation.monitoring.flatMap { [$0.amount, $0.forecastAmount] }
        total = total.flatMap { AmountLimit.total((tasks + monitored).lazy.compactMap { $0 }, beside: $0) }
        if total == nil { faults.append(BookFault(.totalTooLarge, sheet: "账套")) }
    }

    private func checks(_ book: Book) -> [BookFault] {
        guard !summed.isEmpty else { return BookChecks(book: book, standards: standards).faults() }
        let sums = SummedBook(book: book, standards: standards, sheets: summed)
        var copy = book
        copy.facts += sums.doubtful
        return BookChecks(book: copy, standards: standards).faults { sums.base(of: $0) }
    }

    /// In the order of the book's sheets and their rows, as a person goes through them.
    private func throwFaults(_ sheets: [RawSheet]) throws(BookFaults) {
        guard !faults.isEmpty else { return }
        let order = standards.sheets.sorted { $0.order < $1.order }.map(\.id)
        let places = Dictionary(
            sheets.map { ($0.file, order.firstIndex(of: $0.name) ?? -1) }, uniquingKeysWith: { first, _ in first })
        let sorted = faults.enumerated().sorted { left, right in
            let (a, b) = (left.element, right.element)
            return (places[a.sheet] ?? -1, a.row, left.offset) < (places[b.sheet] ?? -1, b.row, right.offset)
        }
        var listed = sorted.map(\.element)
        if listed.count > Self.listedFaults {
            listed = Array(listed.prefix(Self.listedFaults))
            listed.append(BookFault(.tooManyFaults(faults.count - listed.count), sheet: "账套"))
        }
        throw BookFaults(listed)
    }

    /// The parts of each sheet, the sheet of that name first; reasons filled in on 待填原因 are more rows of 原因.
    private mutating func named(_ sheets: [RawSheet]) -> [String: [RawSheet]] {
        var result: [String: [RawSheet]] = [:]
        let known = standards.sheets.map(\.id)
        for sheet in sheets.filter({ !$0.isPart }) + sheets.filter(\.isPart) where sheet.name != Self.openReasons {
            if !known.contains(sheet.name) {
                if !sheet.name.hasPrefix("备注"), !Self.ownSheets.contains(sheet.name) {
                    let nearest = known.filter {
                        editDistance(Array($0), Array(sheet.name)) <= max(1, sheet.name.count / 2)
                    }
                    faults.append(BookFault(.unknownSheet(sheet.name, nearest: nearest), sheet: sheet.file))
                }
            } else if let first = result[sheet.name]?.first, !first.isPart, !sheet.isPart {
                let other = first.file == sheet.file ? "" : first.file
                faults.append(BookFault(.duplicateSheet(sheet.name, other: other), sheet: sheet.file))
                continue
            }
            result[sheet.name, default: []].append(sheet)
        }
        if let reasons = standards.sheet(.reasons) {
            for var sheet in sheets where sheet.name == Self.openReasons {
                sheet.rows = sheet.rows.filter { !sheet.text(reasons.name(of: .reason), in: $0).isEmpty }
                result[reasons.id, default: []].append(sheet)
            }
        }
        for definition in standards.sheets where definition.isRequired && result[definition.id] == nil {
            faults.append(BookFault(.missingSheet(definition.id), sheet: "账套"))
        }
        return result
    }

    /// The sheet that `build` writes for reasons to be filled in; it may be put into the book as it is.
    package static let openReasons = "待填原因"
    /// Sheets of a workbook that hold no lines.
    package static let ownSheets = ["账套", "说明", "选项"]
}
