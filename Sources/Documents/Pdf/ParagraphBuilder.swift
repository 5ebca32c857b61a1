import Paper

/// A paragraph as its lines gave it, with what of its setting tells its role.
struct SetParagraph {
    enum Setting { case running, centered, right }

    var text: String
    var lineCount: Int
    var setting: Setting
    var size: Double
    var page: Int
    var box: Box
    /// From where to where its first line runs, on the page as read.
    var extent: ClosedRange<Double>
    /// Where each of its lines stands on its page as shown.
    var lines: [PrintedLine]
    /// Whether it is a line of a table of contents.
    var isTocEntry: Bool

    var isSingle: Bool { lineCount == 1 }
    var folded: String { text.filter { !$0.isBlank } }
}

/// Puts lines together that are one paragraph.
struct ParagraphBuilder {
    private(set) var finished: [SetParagraph] = []
    private var current: SetParagraph?
    private var last: TextLine?
    private var lastColumn = TextColumn(left: 0, right: 0)
    /// Pieces of a line that stand so many characters apart are set left and right.
    private static let tabGap = 3.0

    mutating func add(_ line: TextLine, in column: TextColumn, geometry: PdfGeometry) {
        if let last, goesOn(from: last, to: line, in: column), var paragraph = current {
            let text = line.text
            paragraph.text = TextJoint.join(paragraph.text, text)
            paragraph.lineCount += 1
            let offset = paragraph.text.count - text.count
            paragraph.lines.append(Self.printed(text, of: line, at: offset, gap: .infinity, geometry))
            if line.page == paragraph.page { paragraph.box = paragraph.box.union(geometry.shown(line.box)) }
            current = paragraph
        } else {
            end()
            let pieces = line.pieces(beyond: Self.tabGap)
            let isTocEntry = TocLine.isEntry(line)
            let text = isTocEntry ? line.text : pieces.map(\.text).joined(separator: "\t")
            current = SetParagraph(
                text: text, lineCount: 1,
                setting: pieces.count > 1 ? .running : Self.setting(line, in: column), size: line.size,
                page: line.page, box: geometry.shown(line.box),
                extent: line.box.left...max(line.box.left, line.box.right),
                lines: [Self.printed(text, of: line, at: 0, gap: isTocEntry ? .infinity : Self.tabGap, geometry)],
                isTocEntry: isTocEntry)
        }
        (last, lastColumn) = (line, column)
    }

    /// Lines of a page that is turned, or whose characters melt into one another, are known whole.
    private static func printed(
        _ text: String, of line: TextLine, at offset: Int, gap: Double, _ geometry: PdfGeometry
    ) -> PrintedLine {
        let edges = geometry.extraTurns == 0 ? line.edges(beyond: gap) : []
        return PrintedLine(
            offset: offset, page: line.page, box: geometry.shown(line.box),
            edges: edges.count == text.count + 1 ? edges : [])
    }

    /// Ends the paragraph: a table follows, or the text.
    mutating func end() {
        if let current { finished.append(current) }
        (current, last) = (nil, nil)
    }

    mutating func take() -> [SetParagraph] {
        end()
        defer { finished = [] }
        return finished
    }

    private func goesOn(from last: TextLine, to line: TextLine, in column: TextColumn) -> Bool {
        guard let current, !current.isTocEntry, !current.text.contains("\t") || current.lineCount > 1 else {
            return false
        }
        guard abs(last.size - line.size) < 0.12 * line.size else { return false }
        if last.page == line.page {
            let distance = line.baseline - last.baseline
            guard distance > 0.5 * line.size, distance < 2.6 * line.size else { return false }
        }
        if current.setting == .centered { return goesOnCentered(from: last, to: line, in: column) }
        guard line.box.left - column.left < 1.2 * line.size || line.box.left < last.box.left - 0.5 * line.size else {
            return false
        }
        guard line.isOnePiece(within: Self.tabGap), !TocLine.isEntry(line) else { return false }
        return TextJoint.isWrapped(
            last, line, width: last.box.right - lastColumn.left, room: lastColumn.right - lastColumn.left)
    }

    /// A title too long for one line.
    private func goesOnCentered(from last: TextLine, to line: TextLine, in column: TextColumn) -> Bool {
        last.page == line.page && Self.setting(line, in: column) == .centered
            && TextJoint.isWrapped(last, line, width: last.width, room: column.right - column.left - 2 * line.size)
    }

    private static func setting(_ line: TextLine, in column: TextColumn) -> SetParagraph.Setting {
        let (left, right) = (line.box.left - column.left, column.right - line.box.right)
        // An indented line that fills its column is no title.
        let isFull = line.width > 0.9 * (column.right - column.left)
        if left > 2.5 * line.size, abs(left - right) < 2 * line.size, !isFull { return .centered }
        return left > right + 6 * line.size && right < 3 * line.size ? .right : .running
    }
}
