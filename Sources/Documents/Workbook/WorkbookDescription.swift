package import Paper

/// A workbook to be written, as plain values.
package struct WorkbookDescription: Sendable, Equatable {
    package var title: String
    package var provenance: Provenance
    package var sheets: [SheetDescription]

    package init(title: String = "", provenance: Provenance = Provenance(), sheets: [SheetDescription] = []) {
        self.title = title
        self.provenance = provenance
        self.sheets = sheets
    }
}

/// One sheet to be written; rows and columns count from 1.
package struct SheetDescription: Sendable, Equatable {
    /// At most 31 characters, without `[ ] : * ? / \`.
    package var name: String
    package var isHidden = false
    package var columns: [ColumnDescription] = []
    /// Heights in points; rows not named take the program's own.
    package var rowHeights: [Int: Double] = [:]
    package var cells: [CellDescription] = []
    /// Merged ranges; the cell at a range's first corner gives text and look.
    package var merges: [CellRange] = []
    package var validations: [CellValidation] = []
    package var notes: [CellNote] = []
    /// The first cell that scrolls; all above and left of it stays.
    package var freeze: CellAddress?
    package var print: PrintSetup?

    package init(name: String) { self.name = name }
}

/// Width and default look of consecutive columns.
package struct ColumnDescription: Sendable, Equatable {
    package var columns: ClosedRange<Int>
    /// In digits of the default typeface.
    package var width: Double
    /// Look of the cells that are not described: so that what a user types there is text, or a figure.
    package var look: CellLook?

    package init(_ columns: ClosedRange<Int>, width: Double, look: CellLook? = nil) {
        self.columns = columns
        self.width = width
        self.look = look
    }
}

/// One cell to be written.
package struct CellDescription: Sendable, Equatable {
    package enum Content: Sendable, Equatable {
        case blank
        case text(String)
        /// Decimal text; a number of more than 15 digits cannot be kept by a workbook and is written as text.
        case number(String)
        /// `=SUM(A1:A3)`.
        case formula(String)
        /// Text that leads to the first cell of another sheet.
        case link(String, sheet: String)
    }

    package var address: CellAddress
    package var content: Content
    package var look: CellLook

    package init(_ address: CellAddress, _ content: Content, look: CellLook = CellLook()) {
        self.address = address
        self.content = content
        self.look = look
    }
}

/// How a cell looks.
package struct CellLook: Sendable, Hashable {
    package var fontName = "宋体"
    package var fontSize = 10
    package var isBold = false
    /// 0xRRGGBB; nil = black.
    package var color: Int?
    /// 0xRRGGBB; nil = none.
    package var fill: Int?
    package var alignment: Cell.Alignment?
    package var indent = 0
    package var wraps = false
    package var hasBorder = false
    /// A number format code; `@` makes what is typed stay text.
    package var numberFormat = "General"

    package init() {}

    /// A changed copy.
    package func with(_ change: (inout CellLook) -> Void) -> CellLook {
        var copy = self
        change(&copy)
        return copy
    }
}

/// What may be typed into a range.
package struct CellValidation: Sendable, Equatable {
    package enum Rule: Sendable, Equatable {
        /// A drop-down of these; at most 255 characters together, more must stand on a sheet.
        case list([String])
        /// A drop-down of the cells of a range: `=代码!$A$2:$A$30`.
        case range(String)
    }

    package var range: CellRange
    package var rule: Rule
    /// Whether anything else is refused; otherwise it is only warned about.
    package var isStrict: Bool
    /// Shown when the cell is chosen; at most 32 and 255 characters.
    package var promptTitle: String
    package var prompt: String

    package init(
        _ range: CellRange, _ rule: Rule, isStrict: Bool = true, promptTitle: String = "", prompt: String = ""
    ) {
        self.range = range
        self.rule = rule
        self.isStrict = isStrict
        self.promptTitle = promptTitle
        self.prompt = prompt
    }
}

/// A note at a cell.
package struct CellNote: Sendable, Equatable {
    package var address: CellAddress
    package var text: String

    package init(_ address: CellAddress, _ text: String) {
        self.address = address
        self.text = text
    }
}

/// How a sheet is printed: A4, as many pages high as needed, one page wide.
package struct PrintSetup: Sendable, Equatable {
    package var orientation: Section.Orientation
    /// Rows repeated at the top of each page.
    package var titleRows: ClosedRange<Int>?
    /// What is printed; nil = all that is filled in.
    package var area: CellRange?
    /// With the codes of Excel: `&P` is the page.
    package var footer: String

    package init(
        orientation: Section.Orientation = .portrait, titleRows: ClosedRange<Int>? = nil, area: CellRange? = nil,
        footer: String = "&C第 &P 页"
    ) {
        self.orientation = orientation
        self.titleRows = titleRows
        self.area = area
        self.footer = footer
    }
}
