import Paper
import Standards

/// The header of a form: titles laid over one another and merged where neighbours are equal.
struct FormHeader: Equatable {
    /// One path of titles for each column of the grid, from the top; a title that stands twice in a row reaches down.
    let paths: [[String]]
    /// Other paths that each column is seen under.
    let otherPaths: [[[String]]]
    let hasColumnNumbers: Bool
    /// 栏次 of each column; empty for key columns.
    let numbers: [String]
    /// Which columns hold keys, and of what kind.
    let keyContents: [Form.KeyColumn.Content?]

    init(_ form: Form) {
        var paths: [[String]] = []
        var otherPaths: [[[String]]] = []
        var numbers: [String] = []
        var contents: [Form.KeyColumn.Content?] = []
        for part in form.parts {
            for column in part.keyColumns {
                paths.append(column.title)
                otherPaths.append(column.otherTitles)
                numbers.append("")
                contents.append(column.content)
            }
            for column in part.columns {
                paths.append(column.title)
                otherPaths.append(column.otherTitles)
                numbers.append(column.number)
                contents.append(nil)
            }
        }
        self.paths = paths
        self.otherPaths = otherPaths
        self.numbers = numbers
        keyContents = contents
        hasColumnNumbers = form.hasColumnNumbers
    }

    private var depth: Int { paths.map(\.count).max() ?? 1 }

    var rowCount: Int { depth + (hasColumnNumbers ? 1 : 0) }

    func rows() -> [[Cell]] {
        var rows = (0..<depth).map { titleRow($0) }
        if hasColumnNumbers { rows.append(numberRow()) }
        return rows
    }

    /// A title reaches over the neighbours that share it and all above it, and down to the figures where it is the last.
    private func titleRow(_ level: Int) -> [Cell] {
        var cells: [Cell] = []
        var column = 0
        while column < paths.count {
            let path = paths[column]
            guard level < path.count, level == 0 || path[level] != path[level - 1] else {
                column += 1
                continue
            }
            let below = path[level...].firstIndex { $0 != path[level] } ?? path.count
            var end = column + 1
            if below < path.count {
                while end < paths.count, paths[end].count > below, paths[end].prefix(below) == path.prefix(below) {
                    end += 1
                }
            }
            cells.append(
                Cell(
                    path[level], column: column, rowSpan: (below == path.count ? depth : below) - level,
                    columnSpan: end - column, alignment: .center, isHeader: true))
            column = end
        }
        return cells
    }

    /// 栏次 stands under the first run of key columns; 行次 columns stay blank.
    private func numberRow() -> [Cell] {
        var cells: [Cell] = []
        var column = 0
        while column < numbers.count {
            guard let content = keyContents[column] else {
                cells.append(header(numbers[column], at: column))
                column += 1
                continue
            }
            var end = column + 1
            while end < numbers.count, let next = keyContents[end], next != .rowNumber, content != .rowNumber {
                end += 1
            }
            cells.append(header(content == .rowNumber ? "" : "栏次", at: column, span: end - column))
            column = end
        }
        return cells
    }

    private func header(_ text: String, at column: Int, span: Int = 1) -> Cell {
        Cell(text, column: column, columnSpan: span, alignment: .center, isHeader: true)
    }
}
