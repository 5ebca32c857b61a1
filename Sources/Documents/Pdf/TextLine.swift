import Paper

/// Characters on one baseline, from left to right.
struct TextLine {
    var glyphs: [PdfGlyph]
    var box: Box
    var baseline: Double
    /// The size of most of its characters.
    var size: Double
    var page = 0

    /// nil where there is nothing but blanks.
    init?(_ unsorted: [PdfGlyph]) {
        var sorted = unsorted.sorted { ($0.box.left, $0.center) < ($1.box.left, $1.center) }
        while sorted.last?.isBlank == true { sorted.removeLast() }
        sorted = Array(sorted.drop { $0.isBlank })
        guard let first = sorted.first else { return nil }
        glyphs = Self.withoutOverprints(sorted)
        var sizes: [Double: Int] = [:]
        for it in glyphs where !it.isBlank { sizes[(it.size * 2).rounded() / 2, default: 0] += 1 }
        size = max(1, sizes.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? first.size)
        let inked = glyphs.filter { !$0.isBlank }
        baseline = inked.map(\.baseline).sorted()[inked.count / 2]
        box = Box(
            left: inked.map(\.box.left).min() ?? 0, top: inked.map(\.box.top).min() ?? 0,
            right: inked.map(\.box.right).max() ?? 0, bottom: inked.map(\.box.bottom).max() ?? 0)
    }

    var width: Double { box.right - box.left }
    var center: Double { (box.left + box.right) / 2 }

    /// The same character printed twice almost at one place is bold, not two.
    private static func withoutOverprints(_ glyphs: [PdfGlyph]) -> [PdfGlyph] {
        var kept: [PdfGlyph] = []
        for glyph in glyphs {
            let isTwice = kept.suffix(3).contains {
                abs($0.box.left - glyph.box.left) < glyph.size * 0.12
                    && abs($0.baseline - glyph.baseline) < glyph.size * 0.12 && $0.text == glyph.text && !glyph.isBlank
            }
            if !isTwice { kept.append(glyph) }
        }
        return kept
    }

    /// What is printed, with a blank where the eye sees one.
    var text: String { pieces(beyond: .infinity).first?.text ?? "" }

    /// The line cut where a gap is wider than so many characters.
    func pieces(beyond gap: Double) -> [(text: String, box: Box)] {
        var pieces: [(text: String, box: Box)] = []
        var last: PdfGlyph?
        var blanks = ""
        for glyph in glyphs {
            if glyph.isBlank {
                blanks.append(glyph.text)
                continue
            }
            let distance = last.map { glyph.box.left - $0.box.right } ?? .infinity
            if let last, distance <= gap * size {
                if blanks.isEmpty, isSpaced(last, glyph) { blanks = " " }
                if !blanks.isEmpty { pieces[pieces.count - 1].text += blanks }
                pieces[pieces.count - 1].text.append(glyph.text)
                pieces[pieces.count - 1].box.right = glyph.box.right
            } else {
                pieces.append((String(glyph.text), glyph.box))
            }
            blanks = ""
            last = glyph
        }
        return pieces
    }

    /// The left edge of each character of its text, pieces divided by a tab, and the right edge of the last.
    func edges(beyond gap: Double) -> [Float] {
        var edges: [Float] = []
        var last: PdfGlyph?
        var blanks = 0
        for glyph in glyphs {
            if glyph.isBlank {
                blanks += 1
                continue
            }
            if let last {
                let distance = glyph.box.left - last.box.right
                let isTab = distance > gap * size
                if !isTab, blanks == 0, isSpaced(last, glyph) { blanks = 1 }
                edges += Array(repeating: Float(last.box.right), count: isTab ? 1 : blanks)
            }
            edges.append(Float(glyph.box.left))
            blanks = 0
            last = glyph
        }
        return edges + (last.map { [Float($0.box.right)] } ?? [])
    }

    /// Whether the eye sees a blank between two characters.
    private func isSpaced(_ last: PdfGlyph, _ glyph: PdfGlyph) -> Bool {
        let unit = PdfText.isNarrow(last.text) && PdfText.isNarrow(glyph.text) ? 0.25 : 0.75
        return glyph.box.left - last.box.right > unit * max(last.size, glyph.size)
    }

    /// Whether no gap is wider than so many characters.
    func isOnePiece(within gap: Double) -> Bool {
        var right: Double?
        for glyph in glyphs where !glyph.isBlank {
            if let right, glyph.box.left - right > gap * size { return false }
            right = glyph.box.right
        }
        return right != nil
    }

    /// Width of what would have had to move up, had there been room: a character with the marks that cling to it, or a
    /// whole number or word.
    var firstUnit: Double {
        guard let first = glyphs.first else { return 0 }
        var end = first
        for (index, glyph) in glyphs.enumerated().dropFirst() {
            let isWord = PdfText.isNarrow(glyphs[index - 1].text) && PdfText.isNarrow(glyph.text)
            guard isWord || PdfText.isClosing(glyph.text), !glyph.isBlank else { break }
            end = glyph
        }
        return end.box.right - first.box.left
    }

    /// Groups by baseline, from the top.
    static func lines(of glyphs: [PdfGlyph]) -> [TextLine] {
        var groups: [[PdfGlyph]] = []
        var reference = (baseline: -Double.infinity, size: 0.0)
        for glyph in glyphs.sorted(by: { ($0.baseline, $0.box.left) < ($1.baseline, $1.box.left) }) {
            if glyph.baseline - reference.baseline <= 0.4 * max(reference.size, glyph.size) {
                groups[groups.count - 1].append(glyph)
                reference.size = max(reference.size, glyph.size)
            } else {
                groups.append([glyph])
                reference = (glyph.baseline, glyph.size)
            }
        }
        return groups.compactMap { TextLine($0) }
    }
}

extension Box {
    func union(_ other: Box) -> Box {
        Box(
            left: min(left, other.left), top: min(top, other.top), right: max(right, other.right),
            bottom: max(bottom, other.bottom))
    }

    var width: Double { right - left }
    var height: Double { bottom - top }

    func contains(x: Double, y: Double) -> Bool {
        x >= left && x <= right && y >= top && y <= bottom
    }
}
