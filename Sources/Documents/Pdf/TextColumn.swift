import Paper

/// Where the running text of a page begins and ends across it.
struct TextColumn {
    var left: Double
    var right: Double

    var center: Double { (left + right) / 2 }

    /// An indent is no wider than this: a page whose lines all begin later has other margins.
    private static let widestIndent = 50.0

    /// One a page: as its own lines show it, else as those of the other pages of its width do.
    static func columns(of pages: [PageContent]) -> [TextColumn] {
        let own = pages.map { of($0) }
        var byWidth: [Int: TextColumn] = [:]
        for (page, column) in zip(pages, own) {
            guard let column else { continue }
            let width = Int(page.geometry.width.rounded())
            let known = byWidth[width] ?? column
            byWidth[width] = TextColumn(left: min(known.left, column.left), right: max(known.right, column.right))
        }
        return zip(pages, own).map { page, column in
            let width = page.geometry.width
            let usual =
                byWidth[Int(width.rounded())] ?? ofTables(page) ?? TextColumn(left: 0.1 * width, right: 0.9 * width)
            guard var column else { return usual }
            if column.left - usual.left < widestIndent { column.left = usual.left }
            return column
        }
    }

    /// Notes below a table are as wide as it is.
    private static func ofTables(_ page: PageContent) -> TextColumn? {
        let boxes = page.items.compactMap { if case .table(let table) = $0 { table.box } else { nil } }
        guard let left = boxes.map(\.left).min(), let right = boxes.map(\.right).max() else { return nil }
        return TextColumn(left: left, right: right)
    }

    /// nil where not most of the long lines end at one place, as running text does.
    private static func of(_ page: PageContent) -> TextColumn? {
        let lines = page.items.compactMap(\.line).filter { $0.width > 0.45 * page.geometry.width }
        // A point or a bracket may hang out of the column.
        let ends = lines.filter { !($0.glyphs.last.map { PdfText.isClosing($0.text) } ?? false) }
        guard let right = (ends.isEmpty ? lines : ends).map(\.box.right).max(), let left = lines.map(\.box.left).min()
        else { return nil }
        let full = lines.filter { abs(right - $0.box.right) < 1.2 * $0.size }
        // Last lines of paragraphs may end anywhere.
        guard full.count > 2, full.count * 2 > max(1, ends.count) else { return nil }
        return TextColumn(left: left, right: right)
    }
}
