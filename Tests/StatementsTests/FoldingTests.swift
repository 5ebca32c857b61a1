import Standards
import Testing

/// Labels are folded by bytes: that must be what their scalars, one by one, come to.
struct FoldingTests {
    private static let scalars: [Unicode.Scalar] =
        Array("合计 \t\r\n\u{3000}\u{A0}（）：，。、“”„‟「」『％Ａｚ～￥é€ 12.5%Q\"".unicodeScalars)
        + ["\u{C2}", "\u{2019}", "\u{3002}", "\u{FF5F}", "\u{FF00}", "\u{1F600}", "\u{FEFF}"]

    private static func slowly(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            if let folded = foldedScalar(scalar) { result.unicodeScalars.append(folded) }
        }
        return result
    }

    @Test func everyScalarByItself() {
        for value in UInt32(1)...0xFFFF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let text = "甲" + String(scalar) + "a"
            if foldedLabel(text) != Self.slowly(text) { Issue.record("\(value)") }
        }
    }

    @Test func anyFewOfThemTogether() {
        var state: UInt64 = 3
        for _ in 0..<2_000 {
            var text = ""
            for _ in 0..<12 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                text.unicodeScalars.append(Self.scalars[Int(state >> 33) % Self.scalars.count])
            }
            #expect(foldedLabel(text) == Self.slowly(text))
            #expect(foldedLabel(text.dropFirst()) == Self.slowly(String(text.dropFirst())))
        }
    }
}
