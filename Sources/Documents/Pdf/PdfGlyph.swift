import Foundation
import Paper

/// A character where someone who reads the page sees it: points from the top left, the page turned upright.
struct PdfGlyph {
    var text: Character
    var box: Box
    var baseline: Double
    var size: Double
    /// Quarter turns counter-clockwise by which it lies.
    var turns = 0

    var isBlank: Bool { text.isBlank }
    var center: Double { (box.left + box.right) / 2 }
    /// Where the body of the character stands, whatever its outline: a comma belongs to the line of its neighbours.
    var middle: Double { turns == 0 ? baseline - size * 0.35 : (box.top + box.bottom) / 2 }
}

/// From the page's own space to the page as it is read, and back to the page as it is shown.
struct PdfGeometry {
    let width: Double
    let height: Double
    /// Quarter turns clockwise, on top of the page's own, after which most of the text is upright.
    let extraTurns: Int
    private let page: RawPage

    init(_ page: RawPage) {
        self.page = page
        extraTurns = Self.extraTurns(page)
        let isTurned = (page.rotation + extraTurns) % 2 == 1
        let (across, up) = (Double(page.box.right - page.box.left), Double(page.box.top - page.box.bottom))
        (width, height) = isTurned ? (up, across) : (across, up)
    }

    /// A table laid on its side within an upright page reads as one that lies.
    private static func extraTurns(_ page: RawPage) -> Int {
        var counts = [0, 0, 0, 0]
        for it in page.characters where !it.isGenerated && it.unicode > 32 { counts[quarters(it.angle)] += 1 }
        guard let most = counts.max(), most > counts[page.rotation & 3], most * 2 > counts.reduce(0, +) else {
            return 0
        }
        return ((counts.firstIndex(of: most) ?? 0) - page.rotation + 4) & 3
    }

    private static func quarters(_ angle: Float) -> Int {
        Int((Double(angle) / (.pi / 2)).rounded()) & 3
    }

    /// Quarter turns counter-clockwise by which the character lies in the page as read; nil where it lies askew.
    func turns(of character: RawCharacter) -> Int? {
        let quarters = Double(character.angle) / (.pi / 2)
        guard abs(quarters - quarters.rounded()) < 0.08 else { return nil }
        return (Int(quarters.rounded()) - page.rotation - extraTurns) & 3
    }

    func point(_ x: Float, _ y: Float) -> (x: Double, y: Double) {
        let (across, up) = (Double(page.box.right - page.box.left), Double(page.box.top - page.box.bottom))
        var (x, y) = (Double(x - page.box.left), Double(page.box.top - y))
        var (w, h) = (across, up)
        for _ in 0..<((page.rotation + extraTurns) & 3) {
            (x, y) = (h - y, x)
            (w, h) = (h, w)
        }
        return (x, y)
    }

    func box(_ raw: RawBox) -> Box {
        let (a, b) = (point(raw.left, raw.bottom), point(raw.right, raw.top))
        return Box(left: min(a.x, b.x), top: min(a.y, b.y), right: max(a.x, b.x), bottom: max(a.y, b.y))
    }

    /// A box of the page as read on the page as shown, to a tenth of a point.
    func shown(_ box: Box) -> Box {
        var (box, w, h) = (box, width, height)
        for _ in 0..<((4 - extraTurns) & 3) {
            box = Box(left: h - box.bottom, top: box.left, right: h - box.top, bottom: box.right)
            (w, h) = (h, w)
        }
        let tenth = { (value: Double) in (value * 10).rounded() / 10 }
        return Box(left: tenth(box.left), top: tenth(box.top), right: tenth(box.right), bottom: tenth(box.bottom))
    }

    /// The page's characters; those the library made up, and those that lie askew (a watermark), are left out.
    func glyphs() -> [PdfGlyph] {
        var glyphs: [PdfGlyph] = []
        glyphs.reserveCapacity(page.characters.count)
        var high: UInt32?
        for it in page.characters where !it.isGenerated {
            let unit = it.unicode
            if (0xD800..<0xDC00).contains(unit) {
                high = unit
                continue
            }
            var value = unit
            if (0xDC00..<0xE000).contains(unit), let lead = high {
                value = 0x10000 + ((lead - 0xD800) << 10) + (unit - 0xDC00)
            }
            high = nil
            guard let text = PdfText.character(value), let turns = turns(of: it) else { continue }
            glyphs.append(glyph(it, text: text, turns: turns))
        }
        return glyphs
    }

    private func glyph(_ it: RawCharacter, text: Character, turns: Int) -> PdfGlyph {
        let size = Double(it.size) > 0 ? Double(it.size) : 1
        var box = box(it.box)
        guard turns == 0 else {
            return PdfGlyph(text: text, box: box, baseline: box.bottom, size: size, turns: turns)
        }
        let baseline = point(it.x, it.y).y
        // Fonts disagree about their heights; the size does not.
        (box.top, box.bottom) = (baseline - size * 0.88, baseline + size * 0.12)
        return PdfGlyph(text: text, box: box, baseline: baseline, size: size)
    }
}
