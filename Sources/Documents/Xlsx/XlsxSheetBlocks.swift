import Paper

/// Finds the tables of a sheet and the lines above, between and below them.
struct XlsxSheetBlocks {
    private let sheet: WorkbookSheet
    private let isOurs: Bool
    private let merges: MergeIndex
    /// Some cell has a border: then borders tell tables from lines.
    private let hasBorders: Bool

    /// Squares of all tables of a sheet; more is no table that anyone prints.
    static let squareLimit = 2_000_000

    init(sheet: WorkbookSheet, isOurs: Bool) throws(DocumentFault) {
        self.sheet = sheet
        self.isOurs = isOurs
        merges = try MergeIndex(sheet, limit: Self.squareLimit)
        hasBorders = sheet.rows.contains { $0.cells.contains { $0.style.hasBorder } }
    }

    /// The blocks from the top.
    func blocks() throws(DocumentFault) -> [Block] {
        var blocks: [Block] = []
        var squares = 0
        var seenGrid = false
        let bands = bands()
        let hasGrid = bands.contains { $0.isTable }
        for band in bands {
            if band.isTable {
                let finder = XlsxGrid(sheet: sheet, rows: band.rows, merges: merges, isOurs: isOurs)
                squares += finder.squareCount
                guard squares <= Self.squareLimit else {
                    throw .tableTooLarge(sheet.name, squares: squares, limit: Self.squareLimit)
                }
                blocks.append(.grid(finder.grid()))
                seenGrid = true
            } else {
                for row in band.rows {
                    if let block = line(row, seenGrid: seenGrid, hasGrid: hasGrid, isFirst: blocks.isEmpty) {
                        blocks.append(block)
                    }
                }
            }
        }
        return blocks
    }

    // MARK: Tables and lines apart

    /// Consecutive rows that are all of a table, or all lines.
    private func bands() -> [(isTable: Bool, rows: [WorkbookRow])] {
        var result: [(isTable: Bool, rows: [WorkbookRow])] = []
        for (row, isTable) in zip(sheet.rows, tableRows()) {
            guard isTable || !values(row).isEmpty else { continue }
            // A gap of rows without any cell ends a table that has borders.
            let follows = result.last.map { $0.isTable == isTable && $0.rows.last?.number == row.number - 1 } ?? false
            let continues = follows || (!hasBorders && isTable && result.last?.isTable == true)
            if continues {
                result[result.count - 1].rows.append(row)
            } else {
                result.append((isTable, [row]))
            }
        }
        return result
    }

    /// For each row whether it is one of a table.
    private func tableRows() -> [Bool] {
        var result = sheet.rows.map { row in
            let values = values(row)
            if hasBorders {
                if row.cells.contains(where: { $0.style.hasBorder }) { return true }
                let hasNumber = values.contains { if case .number = $0.value { true } else { false } }
                return !isOurs && (values.count >= 4 || values.count >= 2 && hasNumber)
            }
            return values.count >= 2
        }
        // Without borders the table runs from its first row to its last, single cells between being group titles.
        if !hasBorders, let first = result.firstIndex(of: true), let last = result.lastIndex(of: true) {
            for index in first...last { result[index] = true }
        }
        return result
    }

    private func values(_ row: WorkbookRow) -> [WorkbookCell] {
        row.cells.filter {
            (!$0.text.isEmpty || $0.hasFormula) && !merges.isCovered(CellAddress(row: row.number, column: $0.column))
        }
    }

    // MARK: Lines

    private func line(_ row: WorkbookRow, seenGrid: Bool, hasGrid: Bool, isFirst: Bool) -> Block? {
        let cells = values(row)
        guard let first = cells.first else { return nil }
        let text = cells.map { XlsxDisplay.of($0, readsText: false).text }.joined(separator: "\t")
        let place = Place.sheet(sheet.name, cell: CellAddress(row: row.number, column: first.column).text)
        if isOurs, !hasGrid, first.style.isBold {
            return .heading(level: min(first.style.indent + 1, 4), Paragraph(text, place: place))
        }
        let style = style(cells, seenGrid: seenGrid, hasGrid: hasGrid, isFirst: isFirst)
        return .paragraph(Paragraph(text, style: style, place: place))
    }

    private func style(
        _ cells: [WorkbookCell], seenGrid: Bool, hasGrid: Bool, isFirst: Bool
    ) -> Paragraph.Style {
        let alignment = cells.first?.style.alignment
        guard hasGrid else {
            guard isOurs else { return .body }
            return switch alignment {
            case .center: .tableTitle
            case .right: .tableInfo
            case .left: .tableNote
            case nil: .body
            }
        }
        if cells.count == 1, alignment == .center { return .tableTitle }
        if seenGrid { return cells.count == 1 && alignment != .right ? .tableNote : .tableInfo }
        return isFirst && cells.count == 1 && !isOurs ? .tableTitle : .tableInfo
    }
}

/// Merged ranges by the squares they cover.
struct MergeIndex {
    private var ranges: [CellAddress: CellRange] = [:]

    /// Ranges count only as far as the sheet has cells; where two overlap the first holds.
    init(_ sheet: WorkbookSheet, limit: Int) throws(DocumentFault) {
        let lastRow = sheet.rows.last?.number ?? 0
        let lastColumn = sheet.rows.lazy.compactMap { $0.cells.last?.column }.max() ?? 0
        var squares = 0
        for range in sheet.merges where range.first.row <= lastRow && range.first.column <= lastColumn {
            let rows = range.first.row...min(range.last.row, lastRow)
            let columns = range.first.column...min(range.last.column, lastColumn)
            squares += rows.count * columns.count
            guard squares <= limit else { throw .tableTooLarge(sheet.name, squares: squares, limit: limit) }
            for row in rows {
                for column in columns {
                    let address = CellAddress(row: row, column: column)
                    if ranges[address] == nil { ranges[address] = range }
                }
            }
        }
    }

    /// The range that a cell is part of.
    func range(at address: CellAddress) -> CellRange? { ranges[address] }

    /// Whether the cell is hidden under a merged neighbour.
    func isCovered(_ address: CellAddress) -> Bool { range(at: address).map { $0.first != address } ?? false }
}
