import Fiscal
import Standards

/// A row whose every cell has passed its column's check.
struct CheckedRow {
    let number: Int
    let sheet: String
    var unit = ""
    var counterparty = ""
    var coordinates = Coordinates.all
    var concept: FactSpec?
    var phase: Phase?
    var month: Int?
    var amounts: [String: Int64] = [:]
    var counts: [String: Int64] = [:]
    var texts: [String: String] = [:]
    /// The texts of columns that say more than a fact, by what they say.
    var said: [ColumnRole: String] = [:]

    subscript(column: String) -> String { texts[column] ?? "" }
    subscript(role: ColumnRole) -> String { said[role] ?? "" }

    /// The fact that one rule of the sheet makes of this row; nil where the cell is empty.
    func fact(_ rule: Sheet.FactRule, year: FiscalYear, concepts: ConceptList) -> Fact? {
        guard let amount = value(rule.column) ?? value(rule.fallbackColumn) else { return nil }
        var spec = rule.spec
        if let concept { spec = spec.overlaid(by: concept) }
        spec.coordinates = spec.coordinates.overlaid(by: coordinates)
        spec.phase = phase ?? spec.phase
        guard let key = spec.key(unit: unit, year: year), let definition = concepts[key.concept] else { return nil }
        var full = key
        // A stated count was read like money, as yuan; a score keeps its hundredths.
        var isCount = false
        if case .count = definition.measure { isCount = counts[rule.column] == nil }
        full.project = self[.project]
        let voucher = [self[.voucher], self[.entry]].filter { !$0.isEmpty }.joined(separator: "-")
        return Fact(
            key: full, value: FactValue(amount: isCount ? amount / 100 : amount, measure: definition.measure),
            origin: Origin(sheet: sheet, row: number, voucher: voucher, summary: self[.summary]),
            counterparty: counterparty, source: self[.moneySource], month: month)
    }

    private func value(_ column: String) -> Int64? { amounts[column] ?? counts[column] }
}

/// Checks the cells of one sheet against its definition.
struct SheetChecker {
    let definition: Sheet
    let standards: Standards
    let units: UnitTree
    var faults: [BookFault] = []
    var warnings: [BookFault] = []
    private var toldPairs: Set<[Code]> = []
    /// Counterparties that are no unit of the book, each told once.
    private var toldOutside: Set<String> = []
    /// Dates of another year: the first one, and how many.
    private var strayDates: (first: BookFault, text: String, count: Int)?

    /// Whether nothing was found that must be looked at again with its whole row.
    var isClean: Bool { faults.isEmpty && strayDates == nil }

    init(definition: Sheet, standards: Standards, units: UnitTree) {
        self.definition = definition
        self.standards = standards
        self.units = units
    }

    /// Rows of a sheet, which may stand in several parts; example rows are passed over.
    mutating func rows(of parts: [RawSheet]) -> [CheckedRow] {
        var checked: [CheckedRow] = []
        for sheet in parts {
            let before = faults.count
            let places = columnPlaces(sheet)
            guard faults.count == before else { continue }
            let ordered = definition.columns.map { places[$0.name] }
            let names = Set(sheet.header + definition.columns.map(\.name))
            faults += sheet.headersAgain(names)
            for raw in sheet.rows where !raw.isExample && !sheet.isHeader(raw, of: names) {
                checked.append(row(of: raw, sheet: sheet, places: ordered))
            }
        }
        checkKeys(checked)
        if let strayDates {
            var told = strayDates.first
            told.kind = .dateOfOtherYear(strayDates.text, year: standards.year.number, count: strayDates.count)
            warnings.append(told)
        }
        checkFilling(checked)
        return checked
    }

    private mutating func columnPlaces(_ sheet: RawSheet) -> [String: Int] {
        var places: [String: Int] = [:]
        for (index, name) in sheet.header.enumerated() where !name.isEmpty && !name.hasPrefix(RawSheet.remark) {
            if definition.column(name) == nil {
                let allowed = definition.columns.map(\.name)
                faults.append(
                    BookFault(.unknownColumn(name, allowed: allowed), sheet: sheet.file, row: sheet.headerRow))
            } else if places[name] != nil {
                faults.append(BookFault(.duplicateColumn(name), sheet: sheet.file, row: sheet.headerRow))
            }
            places[name] = index
        }
        for column in definition.columns where column.isRequired && places[column.name] == nil {
            faults.append(BookFault(.missingColumn(column.name), sheet: sheet.file, row: sheet.headerRow))
        }
        return places
    }

    /// - Parameter places: where each column of the definition stands in the row.
    private mutating func row(of raw: RawSheet.Row, sheet: RawSheet, places: [Int?]) -> CheckedRow {
        var row = CheckedRow(number: raw.number, sheet: sheet.file)
        row.texts.reserveCapacity(definition.columns.count)
        for (column, place) in zip(definition.columns, places) {
            var text = place.flatMap { $0 < raw.cells.count ? raw.cells[$0].trimmedCell : nil } ?? ""
            if text.isEmpty { text = column.fallback }
            if text.isEmpty {
                if column.isRequired { fault(.emptyCell, row, column) }
                continue
            }
            row.texts[column.name] = text
            if let role = column.role { row.said[role] = text }
            take(text, column, into: &row)
        }
        for column in definition.columns {
            guard let when = column.requiredWhen, row[column.name].isEmpty else { continue }
            if when.values.contains(row[when.column]) { fault(.emptyCell, row, column) }
        }
        for column in definition.columns where column.usualWith != nil { checkPair(column, row) }
        checkCounterparty(row)
        return row
    }

    /// A line keeps the codes it has; a pair that is not usual is told once for the whole sheet.
    private mutating func checkPair(_ column: Sheet.Column, _ row: CheckedRow) {
        guard let usual = column.usualWith, case .listed(let name) = column.type, let list = standards.lists[name],
            let pairs = standards.pairs[usual.pairs], let own = list.find(row[column.name]),
            case .member(let dimension, _)? = definition.column(usual.column)?.type
        else { return }
        let other = row.coordinates[dimension]
        let partners = pairs.partners(of: other)
        guard !partners.isEmpty, !partners.contains(own), toldPairs.insert([own, other]).inserted else { return }
        let kind = BookFault.Kind.unusualPair(
            "\(own.text) \(list.name(own))", column: usual.column,
            with: "\(other.text) \(standards.classification(dimension).name(other))",
            usual: partners.map { "\($0.text) \(list.name($0))" })
        warnings.append(BookFault(kind, sheet: row.sheet, row: row.number, column: column.name))
    }

    /// Money that goes to or comes from outside is not left out of the department: a misspelt unit must not pass for one.
    private mutating func checkCounterparty(_ row: CheckedRow) {
        let text = row[.counterparty]
        guard !text.isEmpty, row.counterparty.isEmpty, let column = definition.column(.counterparty),
            definition.transfer(of: row.coordinates, standards) != nil, toldOutside.insert(text).inserted
        else { return }
        let others = units.names.filter { $0 != units[row.unit]?.name }
        let nearest = others.map { (name: $0, distance: editDistance(Array($0), Array(text))) }
            .filter { $0.distance * 2 <= max($0.name.count, text.count) }.min { $0.distance < $1.distance }
        warnings.append(
            BookFault(
                .unknownCounterparty(text, nearest: nearest.map { [$0.name] } ?? []), sheet: row.sheet, row: row.number,
                column: column.name))
    }

    private mutating func fault(_ kind: BookFault.Kind, _ row: CheckedRow, _ column: Sheet.Column) {
        faults.append(BookFault(kind, sheet: row.sheet, row: row.number, column: column.name))
    }

    /// Checks one cell that is not empty.
    mutating func take(_ text: String, _ column: Sheet.Column, into row: inout CheckedRow) {
        switch column.type {
        case .text, .year: break
        case .listed(let name):
            if let list = standards.lists[name], list.find(text) == nil {
                let kind =
                    ambiguity(of: text, in: list, level: nil)
                    ?? .codeNotListed(text, list: name, nearest: list.nearest(to: text))
                warnings.append(BookFault(kind, sheet: row.sheet, row: row.number, column: column.name))
            }
        case .unit: takeUnit(text, column, into: &row)
        case .member(let dimension, let level): takeMember(text, dimension, level, column, into: &row)
        // Points have two decimals as yuan have.
        case .amount, .points: takeAmount(text, column, into: &row)
        case .count: takeCount(text, column, into: &row)
        case .date: takeDate(text, column, into: &row)
        case .choice(let allowed):
            if !allowed.contains(text) { fault(.badChoice(text, allowed: allowed), row, column) }
        case .phase(let allowed):
            row.phase = Phase.words.first { $0.0 == text && allowed.contains(text) }?.1
            if row.phase == nil { fault(.badChoice(text, allowed: allowed), row, column) }
        case .concept:
            row.concept = standards.concepts.find(text)
            if row.concept == nil {
                fault(.unknownConcept(text, nearest: nearestConcepts(to: text)), row, column)
            }
        }
    }

    /// Those of the most characters in common first: 总收入 is 收入总计 in another order.
    private func nearestConcepts(to text: String) -> [String] {
        let wanted = Array(text)
        let scored = standards.concepts.names.map { name in
            (name: name, shared: Set(wanted).intersection(name).count, distance: editDistance(Array(name), wanted))
        }
        return scored.sorted { (-$0.shared, $0.distance) < (-$1.shared, $1.distance) }.prefix(3).map(\.name)
    }

    private mutating func takeUnit(_ text: String, _ column: Sheet.Column, into row: inout CheckedRow) {
        if let code = units.find(text) {
            if column.role == .counterparty { row.counterparty = code } else { row.unit = code }
        } else if column.role != .counterparty {
            let nearest = units.names.sorted {
                editDistance(Array($0), Array(text)) < editDistance(Array($1), Array(text))
            }
            fault(.unknownUnit(text, nearest: Array(nearest.prefix(3))), row, column)
        }
    }

    private mutating func takeMember(
        _ text: String, _ dimension: Dimension, _ level: Int?, _ column: Sheet.Column, into row: inout CheckedRow
    ) {
        let classification = standards.classification(dimension)
        guard let code = classification.find(text, level: level) else {
            if let kind = ambiguity(of: text, in: classification, level: level) {
                fault(kind, row, column)
            } else if let code = Code(text), let years = classification.otherYears[code] {
                let successor = classification.successors[code]
                let name = successor.map { "\($0.text) \(classification.name($0))" } ?? ""
                fault(.codeOfOtherYear(text, years: years, successor: name), row, column)
            } else {
                // Functions and economic codes are not of one group: an example shows one of hundreds.
                let groups = dimension == .item ? definition.groups(of: column, in: classification) : []
                fault(.unknownCode(text, nearest: classification.nearest(to: text, under: groups)), row, column)
            }
            return
        }
        if let level, classification.members[code]?.level != level {
            fault(.wrongLevel(text, wanted: ["", "类", "款", "项"][min(level, 3)]), row, column)
        }
        row.coordinates[dimension] = code
    }

    /// Which codes bear a name that does not say which of them is meant.
    private func ambiguity(of text: String, in list: Classification, level: Int?) -> BookFault.Kind? {
        let codes = list.matches(text, level: level)
        guard codes.count > 1 else { return nil }
        return .ambiguousName(text, count: codes.count, codes: codes.prefix(4).map { list.described($0) })
    }

    private mutating func takeAmount(_ text: String, _ column: Sheet.Column, into row: inout CheckedRow) {
        do {
            let amount = try NumberText.parseYuan(text).fen
            if amount.magnitude > AmountLimit.cell { fault(.amountTooLarge(text), row, column) }
            if amount < 0, !column.mayBeNegative {
                if definition.column(.voucher) == nil {
                    fault(.negative(text), row, column)
                } else if row[.voucher].isEmpty {
                    fault(.negativeWithoutVoucher(text), row, column)
                }
            }
            row.amounts[column.name] = amount
        } catch {
            fault(column.type == .points ? points(text, error) : .badAmount(text, error), row, column)
        }
    }

    /// A column that some rows fill and some leave empty may have been forgotten in these.
    private mutating func checkFilling(_ rows: [CheckedRow]) {
        for column in definition.columns where column.isAllOrNone {
            let filled = rows.count { !$0[column.name].isEmpty }
            guard filled > 0, filled < rows.count, let empty = rows.first(where: { $0[column.name].isEmpty }) else {
                continue
            }
            let kind = BookFault.Kind.filledInPart(rows: filled, of: rows.count)
            warnings.append(BookFault(kind, sheet: empty.sheet, row: empty.number, column: column.name))
        }
    }

    private mutating func takeCount(_ text: String, _ column: Sheet.Column, into row: inout CheckedRow) {
        guard let fen = (try? NumberText.parse(text))?.fen(in: .yuan), fen % 100 == 0 else {
            fault(.badCount(text), row, column)
            return
        }
        if fen.magnitude > AmountLimit.cell { fault(.amountTooLarge(text), row, column) }
        if fen < 0, !column.mayBeNegative { fault(.negative(text), row, column) }
        row.counts[column.name] = fen / 100
    }

    private mutating func takeDate(_ text: String, _ column: Sheet.Column, into row: inout CheckedRow) {
        guard let date = CalendarDate(text) else {
            fault(.badDate(text), row, column)
            return
        }
        if date.year == standards.year.number { row.month = date.month }
        guard date.year != standards.year.number else { return }
        let place = BookFault(.badDate(text), sheet: row.sheet, row: row.number, column: column.name)
        let known = strayDates ?? (place, text, 0)
        strayDates = (known.first, known.text, known.count + 1)
    }
}
