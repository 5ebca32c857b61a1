/// An annotation to be put on a page of a PDF: a box around a figure, or the numbered note beside it.
package struct PdfMark: Codable, Sendable, Equatable {
    package enum Kind: String, Codable, Sendable { case box, note }

    package struct Color: Codable, Sendable, Equatable {
        package let red: UInt8
        package let green: UInt8
        package let blue: UInt8

        package init(red: UInt8, green: UInt8, blue: UInt8) {
            (self.red, self.green, self.blue) = (red, green, blue)
        }
    }

    package let kind: Kind
    /// From 1.
    package let page: Int
    /// In the page's own space, y upwards.
    package let left: Float
    package let bottom: Float
    package let right: Float
    package let top: Float
    package let color: Color
    /// By the names that PDF has for them: Contents, T (who says it), NM (its name, once in the file).
    package let texts: [String: String]
    /// The drawing, in the page's own space: viewers need no font and no picture of their own for it.
    package let appearance: String

    package var lineWidth: Float { Self.lineWidth }

    /// What the names of all of them begin with.
    package static let namePrefix = "mingzhang-"

    private static let lineWidth: Float = 1.2
    /// Of a number's tag, in points.
    package static let tagHeight = 10.0
    private static let digitWidth = 4.8
    private static let margin = 1.8

    /// A box with nothing in it.
    package static func box(page: Int, _ box: RawBox, color: Color, name: String) -> PdfMark {
        let half = lineWidth / 2
        let drawing =
            "\(rgb(color)) RG \(lineWidth) w \(number(box.left + half)) \(number(box.bottom + half)) "
            + "\(number(box.right - box.left - lineWidth)) \(number(box.top - box.bottom - lineWidth)) re S"
        return PdfMark(
            kind: .box, page: page, left: box.left, bottom: box.bottom, right: box.right, top: box.top, color: color,
            texts: ["NM": name], appearance: drawing)
    }

    /// A tag with a number, upright on the page as it is shown, with its upper left corner at a point of it.
    package static func note(
        page: Int, number: Int, at corner: (x: Double, y: Double), in space: PdfPageSpace, color: Color,
        texts: [String: String]
    ) -> PdfMark {
        let digits = String(number).compactMap(\.wholeNumberValue)
        let width = tagWidth(number)
        // What stands too near to an edge is moved on to the page.
        let x = max(0, min(corner.x, space.width - width))
        let y = max(0, min(corner.y, space.height - tagHeight))
        let shape = space.raw(left: x, top: y, right: x + width, bottom: y + tagHeight)
        var drawing = "\(rgb(color)) rg \(self.number(shape.left)) \(self.number(shape.bottom)) "
        drawing += "\(self.number(shape.right - shape.left)) \(self.number(shape.top - shape.bottom)) re f "
        drawing += "1 1 1 RG 0.9 w 1 J 1 j"
        let size = (width: digitWidth - 1.7, height: tagHeight - 2 * margin)
        for (index, digit) in digits.enumerated() {
            let from = (x: x + margin + Double(index) * digitWidth, y: y + margin)
            for line in strokes[digit] {
                for (place, point) in line.enumerated() {
                    let raw = space.raw(x: from.x + point.0 * size.width, y: from.y + point.1 * size.height)
                    drawing += " \(self.number(raw.x)) \(self.number(raw.y)) \(place == 0 ? "m" : "l")"
                }
                drawing += " S"
            }
        }
        return PdfMark(
            kind: .note, page: page, left: shape.left, bottom: shape.bottom, right: shape.right, top: shape.top,
            color: color, texts: texts, appearance: drawing)
    }

    package static func tagWidth(_ number: Int) -> Double {
        2 * margin + Double(String(number).count) * digitWidth - 1.7
    }

    private static func rgb(_ color: Color) -> String {
        [color.red, color.green, color.blue].map { number(Float($0) / 255) }.joined(separator: " ")
    }

    /// To a hundredth, without an exponent.
    private static func number(_ value: Float) -> String {
        let hundredths = Int((value * 100).rounded())
        let (whole, rest) = (abs(hundredths) / 100, abs(hundredths) % 100)
        return (hundredths < 0 ? "-" : "") + "\(whole).\(rest < 10 ? "0" : "")\(rest)"
    }

    /// The digits as lines, in a square from its upper left corner.
    private static let strokes: [[[(Double, Double)]]] = [
        [[(0, 0), (1, 0), (1, 1), (0, 1), (0, 0)]],
        [[(0.1, 0.25), (0.6, 0), (0.6, 1)]],
        [[(0, 0), (1, 0), (1, 0.5), (0, 0.5), (0, 1), (1, 1)]],
        [[(0, 0), (1, 0), (1, 1), (0, 1)], [(0.2, 0.5), (1, 0.5)]],
        [[(0, 0), (0, 0.55), (1, 0.55)], [(0.8, 0), (0.8, 1)]],
        [[(1, 0), (0, 0), (0, 0.5), (1, 0.5), (1, 1), (0, 1)]],
        [[(1, 0), (0, 0), (0, 1), (1, 1), (1, 0.5), (0, 0.5)]],
        [[(0, 0), (1, 0), (0.4, 1)]],
        [[(0, 0), (1, 0), (1, 1), (0, 1), (0, 0)], [(0, 0.5), (1, 0.5)]],
        [[(1, 0.5), (0, 0.5), (0, 0), (1, 0), (1, 1), (0, 1)]],
    ]
}
