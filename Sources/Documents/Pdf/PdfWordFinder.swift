package import Paper

/// Finds printed words again on the page that a place names, to the character.
package struct PdfWordFinder {
    private let pages: [RawPage]
    private var known: [Int: [Glyph]] = [:]

    private struct Glyph {
        let page: Int
        let text: Character
        let box: Box
    }

    /// A place is told in tenths of a point.
    private static let slack = 1.0
    /// Characters before a figure that tell which of several it is.
    private static let fewest = 4

    package init(_ pages: [RawPage]) { self.pages = pages }

    package func space(ofPage page: Int) -> PdfPageSpace? {
        pages.indices.contains(page - 1) ? PdfPageSpace(pages[page - 1]) : nil
    }

    /// Where the words stand on the page as shown, a box a line.
    ///
    /// - Parameters:
    ///   - clauses: words that end in those looked for and tell which of several they are, the surest first.
    ///   - box: the cell or paragraph; one that is empty stands for the whole page.
    /// - Returns: the box itself where they are not found; empty where it is none.
    package mutating func boxes(
        of words: String, endingOneOf clauses: [String], page: Int, box: Box
    ) -> [(page: Int, box: Box)] {
        let wanted = Self.folded(words)
        let within = glyphs(of: page).filter { Self.holds(box, $0.box) }
        // The box may be the words' own.
        if !wanted.isEmpty, within.map(\.text) == wanted { return Self.lines(within[...]) }
        if !wanted.isEmpty {
            // A paragraph that goes on overleaf has the place of its beginning.
            let both = (within + glyphs(of: page + 1))[...]
            for clause in clauses.map(Self.folded) where clause.count > wanted.count && within.count > wanted.count {
                guard clause.suffix(wanted.count) == wanted[...] else { continue }
                if let found = Self.longest(clause, least: wanted.count + Self.fewest, in: both, parted: within.count) {
                    return Self.lines(both[found].suffix(wanted.count))
                }
            }
            // Cells print a number without the unit that a message gives it.
            for words in [wanted[...], wanted.prefix { $0.isASCII && !$0.isLetter }] where !words.isEmpty {
                if let found = Self.find(Array(words), in: within[...]) { return Self.lines(within[found]) }
            }
        }
        return box.right > box.left && box.bottom > box.top ? [(page, box)] : []
    }

    /// How many characters a box would cover.
    package mutating func covered(by box: Box, onPage page: Int) -> Int {
        glyphs(of: page).count {
            $0.box.left < box.right && box.left < $0.box.right && $0.box.top < box.bottom && box.top < $0.box.bottom
        }
    }

    private mutating func glyphs(of page: Int) -> [Glyph] {
        if let glyphs = known[page] { return glyphs }
        guard pages.indices.contains(page - 1) else { return [] }
        let space = PdfPageSpace(pages[page - 1])
        let glyphs = pages[page - 1].characters.compactMap { it -> Glyph? in
            guard !it.isGenerated, let text = PdfText.character(it.unicode), !text.isBlank else { return nil }
            return Glyph(page: page, text: text, box: space.shown(it.box))
        }
        known[page] = glyphs
        return glyphs
    }

    private static func folded(_ text: String) -> [Character] {
        text.filter { !$0.isBlank && $0 != "…" }
    }

    private static func holds(_ outer: Box, _ inner: Box) -> Bool {
        if outer.right <= outer.left { return true }
        let (x, y) = ((inner.left + inner.right) / 2, (inner.top + inner.bottom) / 2)
        return x >= outer.left - slack && x <= outer.right + slack && y >= outer.top - slack
            && y <= outer.bottom + slack
    }

    /// The words whole, or as many of their last as stand on one side: a running head may part them.
    private static func longest(
        _ words: [Character], least: Int, in glyphs: ArraySlice<Glyph>, parted: Int
    ) -> Range<Int>? {
        if let whole = find(words, in: glyphs) { return whole }
        guard words.count > least else { return nil }
        for first in 1...(words.count - least) {
            let rest = Array(words[first...])
            if let found = find(rest, in: glyphs[..<parted]) ?? find(rest, in: glyphs[parted...]) { return found }
        }
        return nil
    }

    private static func find(_ words: [Character], in glyphs: ArraySlice<Glyph>) -> Range<Int>? {
        guard !words.isEmpty, glyphs.count >= words.count else { return nil }
        for start in glyphs.startIndex...(glyphs.endIndex - words.count) where glyphs[start].text == words[0] {
            if words.indices.allSatisfy({ glyphs[start + $0].text == words[$0] }) { return start..<start + words.count }
        }
        return nil
    }

    /// On one line with it and next to it, also where the line runs up or down the page.
    private static func isBeside(_ line: Box, _ next: Box) -> Bool {
        let (x, y) = ((next.left + next.right) / 2, (next.top + next.bottom) / 2)
        let across = max(next.left - line.right, line.left - next.right)
        let along = max(next.top - line.bottom, line.top - next.bottom)
        return y > line.top && y < line.bottom && across < next.bottom - next.top
            || x > line.left && x < line.right && along < (next.right - next.left) / 2
    }

    /// Neighbours that stand beside one another make one box.
    private static func lines(_ glyphs: ArraySlice<Glyph>) -> [(page: Int, box: Box)] {
        var boxes: [(page: Int, box: Box)] = []
        for glyph in glyphs {
            if let last = boxes.last, last.page == glyph.page, isBeside(last.box, glyph.box) {
                boxes[boxes.count - 1].box = last.box.union(glyph.box)
            } else {
                boxes.append((glyph.page, glyph.box))
            }
        }
        return boxes
    }
}
