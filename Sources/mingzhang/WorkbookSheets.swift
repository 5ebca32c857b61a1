import Documents
import Ledger
import Standards

/// A workbook's sheets as the text a book is read from.
struct WorkbookSheets {
    /// The workbook's name, for messages.
    let file: String
    /// Where the header stands; nil = the first row that holds anything.
    let headerRow: Int?

    init(file: String, headerRow: Int? = nil) {
        self.file = file
        self.headerRow = headerRow
    }

    /// Sheets that hold anything. A formula that was never computed is a fault, not an empty cell.
    func sheets(of workbook: Workbook) throws(BookFaults) -> [RawSheet] {
        var faults: [BookFault] = []
        var result: [RawSheet] = []
        for sheet in workbook.sheets {
            let place = BookPlace.sheet(sheet.name, of: file)
            let rows = sheet.rows.map { RawSheet.Row(number: $0.number, cells: cells($0)) }
            let filled = rows.filter { $0.cells.contains { !$0.isEmpty } }
            let header = filled.first { headerRow == nil || $0.number == headerRow }
            faults += uncomputed(sheet, below: header?.cells ?? [], at: place)
            guard let header else { continue }
            result.append(
                RawSheet(
                    name: sheet.name, file: place, header: header.cells,
                    rows: filled.filter { $0.number > header.number },
                    headerRow: header.number))
        }
        guard faults.isEmpty else { throw BookFaults(faults) }
        return result
    }

    /// - Parameter header: the names of the columns; a column without one goes by its letter.
    private func uncomputed(_ sheet: WorkbookSheet, below header: [String], at place: String) -> [BookFault] {
        sheet.rows.flatMap { row in
            row.cells.filter { $0.hasFormula && $0.value == .blank }.map { cell in
                let name = header.indices.contains(cell.column - 1) ? header[cell.column - 1] : ""
                return BookFault(
                    .uncomputedFormula, sheet: place, row: row.number,
                    column: name.isEmpty ? CellAddress.letters(cell.column) : name)
            }
        }
    }

    private func cells(_ row: WorkbookRow) -> [String] {
        var cells: [String] = []
        for cell in row.cells where !cell.text.isEmpty {
            while cells.count < cell.column - 1 { cells.append("") }
            // A percent cell holds the hundredth part of what its reader sees.
            cells.append(cell.percentText ?? cell.text.trimmed)
        }
        return cells
    }
}
