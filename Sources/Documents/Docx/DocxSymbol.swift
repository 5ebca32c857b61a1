/// Characters set in symbol typefaces, whose codes mean nothing without the typeface.
enum DocxSymbol {
    /// What the symbol looks like, as a character; nothing where that is not known.
    static func text(font: String, code: String) -> String {
        guard let value = UInt32(code, radix: 16) else { return "" }
        // Symbol typefaces stand in the private area from F000.
        let place = value >= 0xF000 && value <= 0xF0FF ? value - 0xF000 : value
        switch font.lowercased() {
        case "wingdings": return wingdings[place] ?? ""
        case "wingdings 2": return wingdings2[place] ?? ""
        case "symbol": return symbol[place] ?? ascii(place)
        default:
            guard !(0xE000...0xF8FF).contains(value), let scalar = Unicode.Scalar(value) else { return "" }
            return HtmlText.isAllowed(scalar) ? String(Character(scalar)) : ""
        }
    }

    private static func ascii(_ value: UInt32) -> String {
        guard (0x20...0x7E).contains(value), let scalar = Unicode.Scalar(value) else { return "" }
        return String(Character(scalar))
    }

    private static let wingdings: [UInt32: String] = [
        0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "□", 0x72: "□", 0x75: "◆", 0xA1: "○", 0xA7: "▪", 0xA8: "□", 0xD8: "➢",
        0xFB: "✗", 0xFC: "√", 0xFD: "☒", 0xFE: "☑",
    ]
    private static let wingdings2: [UInt32: String] = [
        0x50: "√", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0xA3: "□",
    ]
    private static let symbol: [UInt32: String] = [
        0xA3: "≤", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB7: "·", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈", 0xD6: "√",
        0xE5: "∑", 0x2D: "−", 0x6D: "μ",
    ]
}
