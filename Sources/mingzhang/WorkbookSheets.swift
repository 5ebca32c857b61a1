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
            for row in sheet.rows {
                for cell in row.cells where cell.hasFormula && cell.value == .blank {
                    let letter = CellAddress.letters(cell.column)
                    faults.append(BookFault(.uncomputedFormula, sheet: place, row: row.number, column: letter))
                }
            }
            let rows = sheet.rows.map { RawSheet.Row(number: $0.number, cells: cells($0)) }
            let filled = rows.filter { $0.cells.contains { !$0.isEmpty } }
            guard let header = filled.first(where: { headerRow == nil || $0.number == headerRow }) else { continue }
            result.append(
                RawSheet(
                    name: sheet.name, file: place, header: header.cells,
                    rows: filled.filter { $0.number > header.number },
                    headerRow: header.number))
        }
        guard faults.isEmpty else { throw BookFaults(faults) }
        return result
    }

    private func cells(_ row: WorkbookRow) -> [String] {
        var cells: [String] = []
        for cell in row.cells where !cell.text.isEmpty {
            while cells.count < cell.column - 1 { cells.append("") }
            cells.append(cell.text.trimmed)
        }
        return cells
    }
}
