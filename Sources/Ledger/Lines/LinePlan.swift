import Fiscal
import Standards

/// How the lines of one sheet are summed: what each column of the file is for.
///
/// Only sheets of plain lines can be: one amount, one fact, every other column a text, a unit, a member, a date or a choice.
struct LinePlan: Sendable {
    enum Role: UInt8, Sendable {
        /// Says nothing about the sum.
        case note
        /// A text that is part of the line's key.
        case key
        /// Checked once for each text that occurs.
        case checked
        case project
        case amount
    }

    let definition: Sheet
    let rule: Sheet.FactRule
    let standards: Standards
    let units: UnitTree
    let header: [String]
    /// By place in the file.
    let roles: [Role]
    /// By place in the file; nil where the column is a note.
    let columns: [Sheet.Column?]
    /// By place in the file: the column's bit in sets of columns; 0 for a note.
    let bits: [UInt64]
    /// Columns that must be filled in every line.
    let required: UInt64
    /// The column of vouchers.
    let voucher: UInt64
    let numbers: [String: Int32]
    /// Of each kind of transfer, which dimensions a line must answer: one bit each, `transferBits` a transfer.
    let transfers: [UInt64]

    private static let transferBits = 8

    /// Whether lines of this sheet can be summed at all; if not, it is read line by line.
    static func canSum(_ definition: Sheet, standards: Standards) -> Bool {
        guard definition.facts.count == 1, let rule = definition.facts.first, rule.use == .line,
            rule.fallbackColumn.isEmpty, rule.spec.coordinates == .all, let concept = rule.spec.concept,
            standards.concepts[concept]?.measure == .money, definition.columns.count < 64,
            definition.transfers.count * Self.transferBits <= UInt64.bitWidth,
            Dimension.allCases.count <= Self.transferBits, let owner = definition.owner,
            definition.keyColumns.first == owner.name
        else { return false }
        let names = definition.columns.map(\.name)
        let amounts = definition.columns.filter { $0.type == .amount }
        guard amounts.count == 1, amounts[0].name == rule.column, amounts[0].isRequired,
            !amounts[0].mayBeNegative,
            let voucher = names.firstIndex(of: definition.name(of: .voucher)),
            let amount = names.firstIndex(of: rule.column), voucher < amount
        else { return false }
        return definition.columns.allSatisfy { column in
            guard column.fallback.isEmpty else { return false }
            switch column.type {
            // What only gives a warning is not looked at in sheets of millions of lines.
            case .text, .listed: return true
            case .unit: return column.name == owner.name || column.role == .counterparty
            case .member, .date, .choice, .amount: return !definition.keyColumns.contains(column.name)
            default: return false
            }
        }
    }

    /// - Parameter header: already checked: every name is defined or a note.
    init(_ definition: Sheet, header: [String], standards: Standards, units: UnitTree) {
        self.definition = definition
        let rule = definition.facts[0]
        self.rule = rule
        self.standards = standards
        self.units = units
        self.header = header
        columns = header.map { name in name.isEmpty || name.hasPrefix("备注") ? nil : definition.column(name) }
        roles = columns.map { column in
            guard let column else { return .note }
            if column.name == rule.column { return .amount }
            if case .listed = column.type { return .note }
            if column.type != .text { return .checked }
            if definition.keyColumns.contains(column.name) { return .key }
            return column.role == .project ? .project : .note
        }
        let order = definition.columns.map(\.name)
        func bit(_ name: String) -> UInt64 { order.firstIndex(of: name).map { 1 << UInt64($0) } ?? 0 }
        bits = columns.map { $0.map { bit($0.name) } ?? 0 }
        required = definition.columns.filter(\.isRequired).reduce(0) { $0 | bit($1.name) }
        voucher = bit(definition.name(of: .voucher))
        numbers = Dictionary(
            units.units.enumerated().map { ($1.code, Int32($0)) }, uniquingKeysWith: { first, _ in first })
        transfers = definition.transfers.enumerated().map { number, transfer in
            Dimension.allCases.filter { !transfer.coordinates[$0].isAll }.reduce(0) {
                $0 | Self.transferBit(number, $1)
            }
        }
    }

    private static func transferBit(_ number: Int, _ dimension: Dimension) -> UInt64 {
        1 << UInt64(number * transferBits + dimension.rawValue)
    }

    /// Which demands of which kinds of transfer a member answers.
    private func answered(_ dimension: Dimension, _ code: Code) -> UInt64 {
        definition.transfers.enumerated().reduce(0) { bits, entry in
            let wanted = entry.element.coordinates[dimension]
            guard !wanted.isAll, standards.classification(dimension).contains(code, under: wanted) else { return bits }
            return bits | Self.transferBit(entry.offset, dimension)
        }
    }

    /// What a text of a column means, by the same checks as line by line.
    func meaning(of text: String, at place: Int) -> LineMeaning {
        let trimmed = text.trimmedCell
        var meaning = LineMeaning()
        guard let column = columns[place], !trimmed.isEmpty else { return meaning }
        var checker = SheetChecker(definition: definition, standards: standards, units: units)
        var row = CheckedRow(number: 1, sheet: "")
        checker.take(trimmed, column, into: &row)
        meaning.isFilled = true
        meaning.isRight = checker.isClean
        if case .member(let dimension, _) = column.type {
            meaning.transfers = answered(dimension, row.coordinates[dimension])
        }
        meaning.isOutside = column.role == .counterparty && row.counterparty.isEmpty
        meaning.coordinates = standards.space.pack(row.coordinates) ?? 0
        meaning.unit = numbers[row.unit] ?? -1
        meaning.counterparty = numbers[row.counterparty] ?? -1
        for (index, other) in definition.columns.enumerated() {
            if let when = other.requiredWhen, when.column == column.name, when.values.contains(trimmed) {
                meaning.required |= 1 << UInt64(index)
            }
        }
        return meaning
    }
}

/// What one text of a checked column means.
struct LineMeaning {
    var isFilled = false
    var isRight = true
    /// Its member, packed.
    var coordinates: UInt64 = 0
    var unit: Int32 = -1
    var counterparty: Int32 = -1
    /// Columns that must be filled beside it.
    var required: UInt64 = 0
    /// What it answers of `LinePlan.transfers`.
    var transfers: UInt64 = 0
    /// A counterparty that is no unit of the book.
    var isOutside = false
}
