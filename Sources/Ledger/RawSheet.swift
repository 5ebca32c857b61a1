/// A sheet as text: what a CSV or a workbook holds before it is understood.
package struct RawSheet: Sendable, Hashable {
    /// Name without extension (支出).
    package var name: String
    /// What to call it in messages (支出.csv, 账套.xlsx 的“支出”).
    package var file: String
    /// The header's cells.
    package var header: [String]
    /// Rows below the header, each with its row number in the file.
    package var rows: [Row]

    package struct Row: Sendable, Hashable {
        package var number: Int
        package var cells: [String]

        package init(number: Int, cells: [String]) {
            self.number = number
            self.cells = cells
        }
    }

    package init(name: String, file: String, header: [String], rows: [Row]) {
        self.name = name
        self.file = file
        self.header = header
        self.rows = rows
    }
}
