package import Paper

/// Reads any workbook as a paper: each visible sheet a section of paragraphs and grids.
package enum XlsxReader {
    /// The paper behind the bytes; each cell's place is its sheet and address.
    package static func paper(_ bytes: [UInt8], limits: ZipLimits = .standard) throws(DocumentFault) -> Paper {
        try paper(WorkbookReader.read(bytes, limits: limits))
    }

    /// The paper, with what a reader of it should know.
    package static func reading(
        _ bytes: [UInt8], limits: ZipLimits = .standard
    ) throws(DocumentFault) -> DocumentReading {
        let workbook = try WorkbookReader.read(bytes, limits: limits)
        return DocumentReading(paper: try paper(workbook), notes: workbook.sheets.flatMap { notes(on: $0) })
    }

    private static func notes(on sheet: WorkbookSheet) -> [ReadingNote] {
        if sheet.isHidden { return sheet.rows.isEmpty ? [] : [.hiddenSheet(sheet.name)] }
        var notes: [ReadingNote] = []
        let rows = sheet.rows.count { row in row.isHidden && row.cells.contains { !$0.text.isEmpty } }
        if rows > 0 { notes.append(.hiddenRows(sheet: sheet.name, count: rows)) }
        let used = Set(sheet.rows.flatMap { $0.cells.lazy.filter { !$0.text.isEmpty }.map(\.column) })
        let columns = used.count { column in sheet.hiddenColumns.contains { $0.contains(column) } }
        if columns > 0 { notes.append(.hiddenColumns(sheet: sheet.name, count: columns)) }
        let cells = sheet.rows.lazy.flatMap { row in row.cells.lazy.map { (row.number, $0) } }
        let blank = cells.filter { $0.1.hasFormula && $0.1.value == .blank }
        if let (row, first) = blank.first {
            let cell = CellAddress(row: row, column: first.column).text
            notes.append(.uncomputed(sheet: sheet.name, cell: cell, count: blank.count))
        }
        let wrong = cells.filter { if case .error = $0.1.value { true } else { false } }
        if let (row, first) = wrong.first {
            let cell = CellAddress(row: row, column: first.column).text
            notes.append(.errorValue(sheet: sheet.name, cell: cell, text: first.text, count: wrong.count))
        }
        return notes
    }

    /// The same from a workbook already read.
    package static func paper(_ workbook: Workbook) throws(DocumentFault) -> Paper {
        let properties = DocumentProperties(title: workbook.title, custom: workbook.properties)
        let isOurs = properties.isOurs
        var sections: [Section] = []
        for sheet in workbook.sheets where !sheet.isHidden {
            if isOurs, sheet.name == XlsxLayout.contentsName {
                sections.append(Section(role: .contents, blocks: [.contents()]))
                continue
            }
            let blocks = try XlsxSheetBlocks(sheet: sheet, isOurs: isOurs).blocks()
            let isEmpty = blocks.isEmpty && !isOurs
            if !isEmpty {
                sections.append(Section(orientation: sheet.isLandscape ? .landscape : .portrait, blocks: blocks))
            }
        }
        return Paper(title: properties.title, provenance: properties.provenance, sections: sections)
    }
}
