import Fiscal
import Paper
import Standards

/// A grid of a paper with what stands around it: the rows of its own title and notes are cut off.
struct GridContext {
    /// Header and rows alone.
    let grid: Grid
    /// Lines that may be its title, the nearest first.
    private(set) var titles: [String] = []
    /// As printed (公开05表); empty where none is.
    private(set) var number = ""
    private(set) var moneyUnit: MoneyUnit?
    /// The best of the lines to call it by.
    private(set) var title = ""
    private(set) var titlePlace: Place?
    /// The lines of its number, unit and money, and cells of its header that name a unit of money.
    private(set) var captions: [ReadLine] = []
    /// Notes drawn as rows of the grid itself.
    let notes: [ReadLine]
    /// Whether running text stands between it and the grid before it.
    let followsText: Bool

    private static let longestTitle = 60
    private static let linesAbove = 8

    /// - Parameter above: paragraphs since the grid before, in their order.
    init(_ grid: Grid, above: [Paragraph], words: ReadingWords.Papers) {
        let (top, bottom) = Self.furniture(of: grid, words)
        self.grid = grid.rows(top..<bottom)
        let inside = grid.rows.prefix(top).reversed().flatMap { row in
            row.map { Paragraph($0.text, style: .tableInfo, place: $0.place) }
        }
        notes = grid.rows.dropFirst(bottom).joined().filter { !$0.text.trimmed.isEmpty }.map {
            ReadLine($0.text.trimmed, place: $0.place)
        }
        followsText = above.contains { $0.text.count > Self.longestTitle && $0.style == .body }
        for line in inside + above.suffix(Self.linesAbove).reversed() { take(line, words) }
        if case .sheet(let name, _)? = grid.place?.inside { titles.append(name) }
        if let (unit, cell) = Self.unitInHeader(grid) {
            moneyUnit = moneyUnit ?? unit
            captions.append(ReadLine(cell.text, place: cell.place))
        }
    }

    /// As a heading of the paper.
    var heading: ReadHeading {
        ReadHeading(
            level: LineWords.level(title) ?? Self.titleLevel, text: title, place: titlePlace,
            page: (titlePlace ?? grid.place)?.pageNumber)
    }

    private static let titleLevel = 2

    private mutating func take(_ line: Paragraph, _ words: ReadingWords.Papers) {
        if line.style == .tableNote || LineWords.isNote(line.text) { return }
        for piece in LineWords.pieces(line.text) {
            if let unit = LineWords.moneyUnit(piece) {
                moneyUnit = moneyUnit ?? unit
                captions.append(ReadLine(piece, place: line.place))
            } else if LineWords.isTableNumber(piece) {
                if number.isEmpty { number = piece }
                captions.append(ReadLine(piece, place: line.place))
            } else if LineWords.department(piece, words) != nil {
                captions.append(ReadLine(piece, place: line.place))
            } else if piece.count <= Self.longestTitle, !piece.hasSuffix("。") {
                titles.append(piece)
                if title.isEmpty || line.style == .tableTitle && !title.hasSuffix("表") {
                    (title, titlePlace) = (piece, line.place)
                }
            }
        }
    }

    /// Rows from the top and the bottom that are titles, information and notes drawn as cells.
    private static func furniture(of grid: Grid, _ words: ReadingWords.Papers) -> (top: Int, bottom: Int) {
        var top = 0
        while top + 1 < grid.rows.count, isHead(grid.rows[top], words) { top += 1 }
        var bottom = grid.rows.count
        while bottom > top + 1, isFoot(grid.rows[bottom - 1]) { bottom -= 1 }
        return (top, bottom)
    }

    private static func isHead(_ row: [Cell], _ words: ReadingWords.Papers) -> Bool {
        let texts = row.map(\.text).filter { !$0.trimmed.isEmpty }
        guard texts.count <= 3, row.allSatisfy({ $0.rowSpan <= 1 }) else { return false }
        if texts.isEmpty { return true }
        return texts.allSatisfy { text in
            if texts.count == 1, isTitle(text) { return true }
            return LineWords.pieces(text).allSatisfy { piece in
                LineWords.moneyUnit(piece) != nil || LineWords.isTableNumber(piece)
                    || LineWords.department(piece, words) != nil
            }
        }
    }

    private static func isTitle(_ text: String) -> Bool {
        let folded = foldedLabel(text)
        let bare = folded.firstIndex(of: "(").map { folded[..<$0] } ?? folded[...]
        return folded.count <= longestTitle && (bare.hasSuffix("表") || folded.hasSuffix("表"))
    }

    private static func isFoot(_ row: [Cell]) -> Bool {
        let texts = row.map(\.text).filter { !$0.trimmed.isEmpty }
        return texts.isEmpty && row.count <= 1
            || texts.count == 1 && LineWords.isNote(texts[0])
                && texts[0].contains { !$0.isNumber }
    }

    /// 决算数（万元）
    private static func unitInHeader(_ grid: Grid) -> (MoneyUnit, Cell)? {
        for cell in grid.rows.prefix(4).joined() {
            let folded = foldedLabel(cell.text)
            if let unit = MoneyUnit.allCases.first(where: { folded.hasSuffix("(\($0.word))") }) { return (unit, cell) }
        }
        return nil
    }
}

extension Grid {
    /// Some consecutive rows as a grid of their own.
    func rows(_ range: Range<Int>) -> Grid {
        var copy = self
        copy.rows = Array(rows[range])
        copy.headerRowCount = max(0, min(range.upperBound, headerRowCount) - range.lowerBound)
        if range.lowerBound > 0 { copy.place = copy.rows.first?.first?.place ?? place }
        return copy
    }

    /// What its first rows print, to see whether another grid has the same header.
    func header(_ count: Int) -> [[String]] { rows.prefix(count).map { row in row.map { foldedLabel($0.text) } } }
}
