import Paper

/// What stands in a cell: its lines put together.
struct CellContent {
    private(set) var text = ""
    private(set) var alignment = Cell.Alignment.left
    /// Whether the last line is as full as it can be.
    private(set) var isFull = false

    init(_ glyphs: [PdfGlyph], in box: Box) {
        let (glyphs, box) = Self.upright(glyphs, in: box)
        let lines = TextLine.lines(of: glyphs)
        guard let last = lines.last else { return }
        let widest = lines.map(\.width).max() ?? 0
        for (index, line) in lines.enumerated() {
            // Nobody knows how wide a cell's margin is; half a character each side is little.
            let room = max(widest, box.width - line.size)
            if index == 0 {
                text = line.text
            } else if TextJoint.isWrapped(lines[index - 1], line, width: lines[index - 1].width, room: room)
                || TextJoint.isOneUnit(lines[index - 1], line)
            {
                text = TextJoint.join(text, line.text)
            } else {
                text += "\n" + line.text
            }
        }
        isFull = last.width > box.width - 2.5 * last.size
        alignment = Self.alignment(lines, in: box)
    }

    private static func alignment(_ lines: [TextLine], in box: Box) -> Cell.Alignment {
        let left = (lines.map(\.box.left).min() ?? 0) - box.left
        let right = box.right - (lines.map(\.box.right).max() ?? 0)
        if abs(left - right) <= max(1.5, 0.12 * (left + right)) { return .center }
        return left < right ? .left : .right
    }

    /// A text on its side within an upright table, turned.
    private static func upright(_ glyphs: [PdfGlyph], in box: Box) -> ([PdfGlyph], Box) {
        var counts = [0, 0, 0, 0]
        for glyph in glyphs where !glyph.isBlank { counts[glyph.turns & 3] += 1 }
        guard let most = counts.max(), most > counts[0], let turns = counts.firstIndex(of: most) else {
            return (glyphs, box)
        }
        return (glyphs.map { $0.turned(turns) }, box.turned(turns))
    }
}

extension PdfGlyph {
    /// As seen after so many quarter turns clockwise.
    fileprivate func turned(_ quarters: Int) -> PdfGlyph {
        var glyph = self
        glyph.box = box.turned(quarters)
        glyph.baseline = glyph.box.bottom
        return glyph
    }
}

extension Box {
    /// As seen after so many quarter turns clockwise about the page's corner.
    fileprivate func turned(_ quarters: Int) -> Box {
        var box = self
        for _ in 0..<(quarters & 3) {
            box = Box(left: -box.bottom, top: box.left, right: -box.top, bottom: box.right)
        }
        return box
    }
}
