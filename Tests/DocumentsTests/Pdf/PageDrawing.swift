import Documents
import Foundation
import Paper

/// Draws a page as the worker process hands it over, in points from the top left of the page as it is read.
struct PageDrawing {
    /// How a ruling line is drawn; each is what one kind of program writes.
    enum Shape: CaseIterable { case strokes, frames, dots }

    let width: Double
    let height: Double
    /// Quarter turns counter-clockwise by which all of it lies in the page's own space.
    var turns = 0
    /// Quarter turns clockwise by which the page is shown.
    var rotation = 0
    private var characters: [RawCharacter] = []
    private var rules: [RawRule] = []
    private var images: [RawBox] = []

    init(width: Double = 600, height: Double = 800, turns: Int = 0, rotation: Int = 0) {
        (self.width, self.height, self.turns, self.rotation) = (width, height, turns, rotation)
    }

    var page: RawPage {
        let isTurned = turns % 2 == 1
        let box = RawBox(
            left: 0, bottom: 0, right: Float(isTurned ? height : width), top: Float(isTurned ? width : height))
        return RawPage(box: box, rotation: rotation, characters: characters, rules: rules, images: images)
    }

    private func raw(_ x: Double, _ y: Double) -> (x: Float, y: Float) {
        var (x, y, w, h) = (x, y, width, height)
        for _ in 0..<turns {
            (x, y) = (y, w - x)
            (w, h) = (h, w)
        }
        return (Float(x), Float(h - y))
    }

    private func box(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double) -> RawBox {
        let (a, b) = (raw(x1, y1), raw(x2, y2))
        return RawBox(left: min(a.x, b.x), bottom: min(a.y, b.y), right: max(a.x, b.x), top: max(a.y, b.y))
    }

    /// Width of a text: Chinese characters are as wide as high, others half as wide.
    static func width(of text: String, size: Double) -> Double {
        text.reduce(0) { $0 + ($1.isASCII ? 0.5 : 1) * size }
    }

    /// A text from `x` on, on the baseline `y`.
    mutating func text(_ text: String, _ x: Double, _ y: Double, size: Double = 10) {
        var x = x
        for scalar in text.unicodeScalars {
            let advance = (scalar.isASCII ? 0.5 : 1) * size
            let pen = raw(x, y)
            characters.append(
                RawCharacter(
                    unicode: scalar.value, box: box(x, y - 0.8 * size, x + advance, y + 0.2 * size), x: pen.x,
                    y: pen.y, size: Float(size), angle: Float(turns) * .pi / 2))
            x += advance
        }
    }

    mutating func rule(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ shape: Shape = .strokes) {
        guard shape == .dots else {
            add(x1, y1, x2, y2)
            return
        }
        let steps = max(1, Int(max(abs(x2 - x1), abs(y2 - y1))))
        for step in 0...steps {
            let (x, y) = (x1 + (x2 - x1) * Double(step) / Double(steps), y1 + (y2 - y1) * Double(step) / Double(steps))
            add(x - 0.25, y, x + 0.25, y)
            add(x, y - 0.25, x, y + 0.25)
        }
    }

    private mutating func add(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double) {
        let (a, b) = (raw(x1, y1), raw(x2, y2))
        rules.append(RawRule(x1: min(a.x, b.x), y1: min(a.y, b.y), x2: max(a.x, b.x), y2: max(a.y, b.y)))
    }

    mutating func image(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double) { images.append(box(x1, y1, x2, y2)) }

    /// A table: each row's cells as text; `<` goes on from the left, `^` from above, "" is blank. Lines between the
    /// parts of one cell are left out.
    mutating func table(
        _ rows: [[String]], xs: [Double], top: Double, rowHeight: Double = 20, size: Double = 10,
        shape: Shape = .strokes
    ) {
        let ys = (0...rows.count).map { top + Double($0) * rowHeight }
        for (r, row) in rows.enumerated() {
            for (c, text) in row.enumerated() {
                let (left, right) = (c > 0 && text == "<", c + 1 < row.count && row[c + 1] == "<")
                let (above, below) = (r > 0 && text == "^", r + 1 < rows.count && rows[r + 1][c] == "^")
                if !left { rule(xs[c], ys[r], xs[c], ys[r + 1], shape) }
                if !above { rule(xs[c], ys[r], xs[c + 1], ys[r], shape) }
                if !right, c + 1 == row.count || shape == .frames {
                    rule(xs[c + 1], ys[r], xs[c + 1], ys[r + 1], shape)
                }
                if !below, r + 1 == rows.count || shape == .frames {
                    rule(xs[c], ys[r + 1], xs[c + 1], ys[r + 1], shape)
                }
                if text != "<", text != "^" { self.text(text, xs[c] + 3, ys[r] + 14, size: size) }
            }
        }
    }
}

/// A paper's blocks in a form that a test can state.
enum Sketch {
    /// Cells of a row parted by |, spans as ↔2 and ↕2.
    static func rows(_ grid: Grid) -> [String] {
        grid.rows.map { row in
            row.map { cell in
                cell.text.replacing("\n", with: "/") + (cell.columnSpan > 1 ? "↔\(cell.columnSpan)" : "")
                    + (cell.rowSpan > 1 ? "↕\(cell.rowSpan)" : "")
            }.joined(separator: "|")
        }
    }

    static func grids(_ pages: [RawPage]) -> [Grid] {
        PdfReader.read(pages).paper.blocks.compactMap { block in
            if case .grid(let grid) = block { return grid }
            return nil
        }
    }

    static func texts(_ pages: [RawPage]) -> [String] {
        PdfReader.read(pages).paper.blocks.map { block in
            switch block {
            case .heading(let level, let paragraph): "\(level) \(paragraph.text)"
            case .paragraph(let paragraph): paragraph.text
            case .grid(let grid): "[\(grid.rows.count)×\(grid.columnCount)]"
            case .contents: "…"
            case .chart: ""
            }
        }
    }
}
