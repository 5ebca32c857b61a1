package import Paper

/// A workbook as read: its sheets in the order of their tabs.
package struct Workbook: Sendable, Equatable {
    package var sheets: [WorkbookSheet]
    /// Title of the file's properties; empty where there is none.
    package var title: String
    /// The file's custom properties, as text.
    package var properties: [String: String]

    package init(sheets: [WorkbookSheet], title: String = "", properties: [String: String] = [:]) {
        self.sheets = sheets
        self.title = title
        self.properties = properties
    }

    /// The sheet of exactly this name.
    package func sheet(named name: String) -> WorkbookSheet? { sheets.first { $0.name == name } }
}

/// One sheet: rows that hold anything, from the top.
package struct WorkbookSheet: Sendable, Equatable {
    package var name: String
    package var isHidden: Bool
    package var rows: [WorkbookRow]
    /// Numbers of columns that are not shown, from 1.
    package var hiddenColumns: [ClosedRange<Int>] = []
    package var merges: [CellRange]
    /// Rows repeated at the top of each printed page, from 1.
    package var printTitles: ClosedRange<Int>?
    package var isLandscape: Bool

    package init(
        name: String, isHidden: Bool = false, rows: [WorkbookRow] = [], merges: [CellRange] = [],
        printTitles: ClosedRange<Int>? = nil, isLandscape: Bool = false
    ) {
        self.name = name
        self.isHidden = isHidden
        self.rows = rows
        self.merges = merges
        self.printTitles = printTitles
        self.isLandscape = isLandscape
    }

    /// The cell at a row and column, both from 1.
    package subscript(row: Int, column: Int) -> WorkbookCell? {
        guard let line = find(row, in: rows, by: \.number) else { return nil }
        return find(column, in: line.cells, by: \.column)
    }

    private func find<Element>(_ key: Int, in list: [Element], by path: (Element) -> Int) -> Element? {
        var low = 0
        var high = list.count
        while low < high {
            let middle = (low + high) / 2
            if path(list[middle]) < key { low = middle + 1 } else { high = middle }
        }
        return low < list.count && path(list[low]) == key ? list[low] : nil
    }
}

/// A row that holds anything.
package struct WorkbookRow: Sendable, Equatable {
    /// From 1, as on the sheet's edge.
    package var number: Int
    package var isHidden: Bool
    /// From the left.
    package var cells: [WorkbookCell]

    package init(number: Int, isHidden: Bool = false, cells: [WorkbookCell] = []) {
        self.number = number
        self.isHidden = isHidden
        self.cells = cells
    }
}

/// A cell that holds a value or a style.
package struct WorkbookCell: Sendable, Equatable {
    /// From 1 (A).
    package var column: Int
    package var value: WorkbookValue
    /// The value is the result of a formula as last computed; `.blank` where it never was.
    package var hasFormula: Bool
    package var style: WorkbookCellStyle

    package init(
        column: Int, value: WorkbookValue, hasFormula: Bool = false, style: WorkbookCellStyle = WorkbookCellStyle()
    ) {
        self.column = column
        self.value = value
        self.hasFormula = hasFormula
        self.style = style
    }

    /// The value as plain text: numbers in raw decimals, dates as ISO, blank as empty.
    package var text: String {
        switch value {
        case .blank: ""
        case .text(let text), .number(let text), .date(let text), .error(let text): text
        case .boolean(let flag): flag ? "TRUE" : "FALSE"
        }
    }

    /// A number with a percent format as it shows, with all its decimals (`97.5%`); nil of any other cell.
    package var percentText: String? { XlsxDisplay.percent(self) }
}

/// What a cell holds.
package enum WorkbookValue: Sendable, Equatable {
    case blank
    case text(String)
    /// Decimal digits of at most 15 significant places (`9101.59`), never exponents, never through floating point.
    case number(String)
    case boolean(Bool)
    /// `2021-03-05`, `2021-03-05 08:30:00` or `08:30:00`.
    case date(String)
    /// `#REF!` and its like.
    case error(String)
}

/// As much of a cell's style as tells what it is.
package struct WorkbookCellStyle: Sendable, Equatable {
    package var numberFormat: String
    /// nil where the sheet decides by the kind of value.
    package var alignment: Cell.Alignment?
    package var indent: Int
    package var hasBorder: Bool
    package var isBold: Bool

    package init(
        numberFormat: String = "General", alignment: Cell.Alignment? = nil, indent: Int = 0, hasBorder: Bool = false,
        isBold: Bool = false
    ) {
        self.numberFormat = numberFormat
        self.alignment = alignment
        self.indent = indent
        self.hasBorder = hasBorder
        self.isBold = isBold
    }
}
