import Fiscal
package import Standards

/// What the opening of a year did, for the person who goes on with the new book.
package enum OpeningChange: Hashable, Sendable {
    case codeMoved(sheet: String, row: Int, column: String, from: String, to: String)
    /// The code has no successor: the row was left out.
    case codeEnded(sheet: String, row: Int, column: String, code: String)
    case balance(unit: String, what: String, amount: Int64, isKindOpen: Bool)
    case copied(sheet: String, rows: Int)
    case text(unit: String, name: String)
    case projectEnded(String, year: String)
    /// A subject of evaluation whose projects have all ended: it is left out with all its rows.
    case subjectEnded(String, rows: Int)
    /// Targets of last year, as suggestions.
    case targets(Int)
    /// A target that names last year.
    case staleTarget(name: String, target: String)
    /// A scheme that the new year has not.
    case schemeEnded(subject: String, scheme: String)
    /// An indicator taken from a subject that is left out.
    case sharedLost(name: String, subject: String)
    case reasons(Int)
    case notCopied(sheet: String, rows: Int)
}

/// Opens the next year's book out of this year's: balances carried, lasting records copied, codes moved to their successors.
package struct YearOpening {
    package struct Opened: Sendable {
        package var settings: [(key: String, value: String)]
        package var sheets: [RawSheet]
        package var changes: [OpeningChange]
    }

    private let last: Book
    private let lastStandards: Standards
    private let standards: Standards
    private var changes: [OpeningChange] = []
    private let goals: GoalsOpening

    private static let priorNote = "备注上年写法"

    /// - Parameter standards: those of the new year.
    package init(last: Book, lastStandards: Standards, standards: Standards) {
        self.last = last
        self.lastStandards = lastStandards
        self.standards = standards
        goals = GoalsOpening(last: last, standards: standards)
    }

    package func open() -> Opened {
        var opening = self
        return opening.opened()
    }

    private mutating func opened() -> Opened {
        let definitions = standards.sheets.sorted { ($0.order, $0.id) < ($1.order, $1.id) }
        var sheets: [RawSheet] = []
        for definition in definitions {
            switch definition.role {
            case .balances: sheets.append(balances(definition))
            case .reasons: sheets.append(reasons(definition))
            default:
                if let kept = definition.nextYear {
                    sheets.append(copy(definition, only: kept.columns ?? [], where: kept.needed))
                    continue
                }
                let rows = rows(definition.id).count
                if rows > 0 { changes.append(.notCopied(sheet: definition.id, rows: rows)) }
                sheets.append(sheet(definition))
            }
        }
        let old = last.settings
        var settings = [
            ("格式", "1"), ("部门", old.department), ("年度", "\(old.year.next.number)"), ("地区", old.region),
            ("公开类型", old.kind.rawValue),
        ]
        if !old.variant.isEmpty { settings.append(("变体", old.variant)) }
        if !old.zeroStyle.isEmpty { settings.append(("零值", old.zeroStyle)) }
        return Opened(settings: settings, sheets: sheets, changes: changes)
    }

    private func sheet(_ definition: Sheet, extra: [String] = [], rows: [[String]] = []) -> RawSheet {
        RawSheet(
            name: definition.id, file: definition.id, header: definition.columns.map(\.name) + extra,
            rows: rows.enumerated().map { RawSheet.Row(number: $0.offset + 2, cells: $0.element) })
    }

    private func rows(_ name: String) -> [(sheet: RawSheet, row: RawSheet.Row)] {
        last.sheets.filter { $0.name == name }.flatMap { sheet in
            sheet.rows.filter { !$0.isExample }.map { (sheet, $0) }
        }
    }

    // MARK: - Copied rows

    /// - Parameters:
    ///   - columns: the columns that are copied; empty = all.
    ///   - needed: rows where this column is empty are left out.
    private mutating func copy(_ definition: Sheet, only columns: [String] = [], where needed: String = "") -> RawSheet
    {
        let source = rows(definition.id)
        let notes = source.first?.sheet.header.filter { $0.hasPrefix("备注") } ?? []
        var result: [[String]] = []
        for (sheet, row) in source where needed.isEmpty || !sheet.text(needed, in: row).isEmpty {
            if definition.role == .projects, hasEnded(sheet, row, definition) { continue }
            var cells: [String]? = []
            for column in definition.columns {
                let text = columns.isEmpty || columns.contains(column.name) ? sheet.text(column.name, in: row) : ""
                guard let carried = carried(text, column, sheet: definition.id, row: row.number) else {
                    changes.append(
                        .codeEnded(sheet: definition.id, row: row.number, column: column.name, code: text))
                    cells = nil
                    break
                }
                cells?.append(carried)
            }
            guard let cells else { continue }
            if definition.role == .texts { noteText(sheet, row, definition) }
            guard let cells = goals.carried(cells, of: definition, changes: &changes) else { continue }
            result.append(cells + notes.map { sheet.text($0, in: row) })
        }
        goals.finish(definition, rows: result, changes: &changes)
        if !result.isEmpty { changes.append(.copied(sheet: definition.id, rows: result.count)) }
        return self.sheet(definition, extra: notes, rows: result)
    }

    private mutating func hasEnded(_ sheet: RawSheet, _ row: RawSheet.Row, _ definition: Sheet) -> Bool {
        let end = sheet.text(definition.name(of: .endYear), in: row)
        guard let year = Int(end), year < last.settings.year.next.number else { return false }
        changes.append(.projectEnded(sheet.text(definition.name(of: .projectName), in: row), year: end))
        return true
    }

    private mutating func noteText(_ sheet: RawSheet, _ row: RawSheet.Row, _ definition: Sheet) {
        let unit = unitName(sheet.text(definition.owner?.name ?? "", in: row))
        let change = OpeningChange.text(unit: unit, name: sheet.text(definition.name(of: .paragraph), in: row))
        if !changes.contains(change) { changes.append(change) }
    }

    /// The cell as the new year writes it; nil where its code has no successor.
    private mutating func carried(_ text: String, _ column: Sheet.Column, sheet: String, row: Int) -> String? {
        guard case .member(let dimension, let level) = column.type,
            let code = lastStandards.classification(dimension).find(text, level: level)
        else { return text }
        let new = standards.classification(dimension)
        guard let next = new.carried(code), level == nil || new.members[next]?.level == level else { return nil }
        if next == code { return new.find(text, level: level) == code ? text : code.text }
        changes.append(.codeMoved(sheet: sheet, row: row, column: column.name, from: code.text, to: next.text))
        return next.text
    }

    private func unitName(_ text: String) -> String {
        let code = last.units.find(text) ?? last.units.root?.code ?? ""
        return last.units[code]?.name ?? text
    }

    // MARK: - Balances and reasons

    private mutating func balances(_ definition: Sheet) -> RawSheet {
        var sums: [OpeningBalances.Line: Int64] = [:]
        var order: [OpeningBalances.Line] = []
        for var line in OpeningBalances(book: last, standards: lastStandards).lines() {
            if let next = standards.classification(.function).carried(line.function), next != line.function {
                changes.append(
                    .codeMoved(
                        sheet: definition.id, row: 0, column: Dimension.function.word, from: line.function.text,
                        to: next.text))
                line.function = next
            }
            let amount = line.amount
            line.amount = 0
            if sums[line] == nil { order.append(line) }
            sums[line, default: 0] += amount
        }
        let rows = order.map { line -> [String] in
            let amount = sums[line] ?? 0
            let names = [(Dimension.function, line.function), (.fund, line.fund), (.kind, line.kind)].map {
                $0.1.isAll ? "" : $0.0 == .function ? $0.1.text : standards.classification($0.0).name($0.1)
            }
            let what = (names + [line.project]).filter { !$0.isEmpty }.joined(separator: "、")
            changes.append(
                .balance(unit: unitName(line.unit), what: what, amount: amount, isKindOpen: line.isKindOpen))
            return definition.columns.map { column in
                switch (column.type, column.role) {
                case (.unit, _): line.unit
                case (.member(.function, _), _): names[0]
                case (.member(.fund, _), _): names[1]
                case (.member(.kind, _), _): names[2]
                case (_, .project): line.project
                case (_, .opening): PrintedNumber(mantissa: amount, decimals: 2).text()
                default: ""
                }
            }
        }
        return sheet(definition, rows: rows)
    }

    /// Reasons are this year's own; last year's wording stands beside as a note.
    private mutating func reasons(_ definition: Sheet) -> RawSheet {
        let functions = (old: lastStandards.classification(.function), new: standards.classification(.function))
        let reason = definition.name(of: .reason)
        let rows = rows(definition.id).filter { !$0.sheet.text(reason, in: $0.row).isEmpty }.map { sheet, row in
            definition.columns.map { column -> String in
                let text = sheet.text(column.name, in: row)
                switch column.role {
                case .reason: return ""
                case .object:
                    guard let code = Code(text), functions.old.members[code] != nil else { return text }
                    let next = functions.new.carried(code) ?? code
                    if next != code {
                        changes.append(
                            .codeMoved(
                                sheet: definition.id, row: row.number, column: column.name, from: text, to: next.text))
                    }
                    return next.text
                default: return text
                }
            } + [sheet.text(reason, in: row)]
        }
        if !rows.isEmpty { changes.append(.reasons(rows.count)) }
        return sheet(definition, extra: [Self.priorNote], rows: rows)
    }
}
