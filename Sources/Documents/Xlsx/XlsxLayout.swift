import Paper

/// A paper cut into what each sheet of a workbook shows.
struct XlsxLayout {
    /// One table with the lines that belong to it.
    struct Table {
        var name: String
        var orientation: Section.Orientation
        /// Title and information above the grid.
        var head: [Paragraph]
        var grid: Grid
        var notes: [Paragraph]

        /// As listed in the contents.
        var title: String { head.first { $0.style == .tableTitle }?.listed ?? name }
    }

    /// A line of the prose sheet.
    enum Line {
        case heading(level: Int, Paragraph)
        case paragraph(Paragraph)

        var paragraph: Paragraph {
            switch self {
            case .heading(_, let paragraph), .paragraph(let paragraph): paragraph
            }
        }
    }

    static let contentsName = "目录"
    static let proseName = "情况说明"

    private(set) var tables: [Table] = []
    private(set) var prose: [Line] = []
    /// Places in the prose of headings whose tables stand on sheets of their own.
    private var tabled: Set<Int> = []
    /// Lines that belong to the next grid, if one follows.
    private var pending: [Line] = []
    private var names: Set<String> = [contentsName, proseName]

    init(_ paper: Paper) {
        for section in paper.sections where section.role == .body {
            var followsGrid = false
            for block in section.blocks {
                switch block {
                case .grid(let grid):
                    add(grid, section.orientation)
                    followsGrid = true
                case .paragraph(let paragraph) where paragraph.style == .tableNote && followsGrid && pending.isEmpty:
                    tables[tables.count - 1].notes.append(paragraph)
                case .paragraph(let paragraph) where [.tableTitle, .tableInfo].contains(paragraph.style):
                    pending.append(.paragraph(paragraph))
                case .paragraph(let paragraph):
                    flush()
                    prose.append(.paragraph(paragraph))
                    followsGrid = false
                case .heading(let level, let paragraph):
                    flush()
                    followsGrid = false
                    if paragraph.style == .tableTitle {
                        pending.append(.heading(level: level, paragraph))
                    } else {
                        prose.append(.heading(level: level, paragraph))
                    }
                case .chart, .contents: continue
                }
            }
            flush()
        }
        dropEmptyHeadings()
    }

    /// A heading that only tables followed says nothing on a sheet without them; where all are such, they are kept.
    private mutating func dropEmptyHeadings() {
        let kept = prose.indices.filter { index in
            guard tabled.contains(index), case .heading(let level, _) = prose[index] else { return true }
            guard index + 1 < prose.count else { return false }
            if case .heading(let next, _) = prose[index + 1] { return next > level }
            return true
        }.map { prose[$0] }
        if !kept.isEmpty { prose = kept }
    }

    /// Title lines that no grid followed are prose.
    private mutating func flush() {
        prose += pending
        pending = []
    }

    private mutating func add(_ grid: Grid, _ orientation: Section.Orientation) {
        let head = pending.map(\.paragraph)
        if case .heading? = prose.last { tabled.insert(prose.count - 1) }
        let name = sheetName(head)
        tables.append(Table(name: name, orientation: orientation, head: head, grid: grid, notes: []))
        pending = []
    }

    /// The printed number of the form where a line names one (公开05表 → 公开05), else the title.
    private mutating func sheetName(_ head: [Paragraph]) -> String {
        let number = head.lazy.compactMap { Self.formNumber($0.text) }.first
        let title = head.first { $0.style == .tableTitle }?.listed
        return unique(Self.allowed(number ?? title ?? "表\(tables.count + 1)"))
    }

    private static func formNumber(_ text: String) -> String? {
        let word = "公开"
        guard let range = text.firstRange(of: word) else { return nil }
        let digits = text[range.upperBound...].prefix { $0.isASCII && $0.isNumber }
        return digits.isEmpty ? nil : word + digits
    }

    /// Without the signs that a sheet's name may not have.
    private static func allowed(_ text: String) -> String {
        let kept = text.filter { !"[]:*?/\\'\t\n".contains($0) && !$0.isWhitespace }
        return kept.isEmpty ? "表" : prefix(kept, 31)
    }

    /// A workbook counts UTF-16 units.
    private static func prefix(_ text: String, _ count: Int) -> String {
        var result = ""
        for character in text {
            guard result.utf16.count + character.utf16.count <= count else { break }
            result.append(character)
        }
        return result
    }

    private mutating func unique(_ name: String) -> String {
        var candidate = name
        var number = 2
        while !names.insert(candidate.lowercased()).inserted {
            let suffix = "_\(number)"
            candidate = Self.prefix(name, 31 - suffix.count) + suffix
            number += 1
        }
        return candidate
    }
}
