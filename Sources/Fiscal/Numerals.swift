/// Numbers in Chinese, and the ordinals before headings, rows and names.
///
/// These characters are the language's and not the field's: no definition could change them, so that they stand here and
/// nowhere else.
package enum Numerals {
    /// What ordinals are made of: 一, 十二, 二十六.
    package static let ordinals: Set<Character> = Set("一二三四五六七八九十")
    private static let digits = Array("零一二三四五六七八九")
    private static let units = ["", "十", "百", "千"]

    /// 零, 〇 and ○ are 0; nil for any other character.
    package static func digit(_ character: Character) -> Int? {
        "〇○".contains(character) ? 0 : digits.firstIndex(of: character)
    }

    /// A count in digits, or in Chinese to 99.
    package static func value(_ text: String) -> Int? {
        if let number = Int(text) { return number }
        let characters = Array(text == "两" ? "二" : text)
        guard let ten = characters.firstIndex(of: "十") else {
            return characters.count == 1 ? digits.firstIndex(of: characters[0]) : nil
        }
        let tens = ten == 0 ? 1 : digits.firstIndex(of: characters[0])
        let ones = ten == characters.count - 1 ? 0 : digits.firstIndex(of: characters[ten + 1])
        guard ten <= 1, characters.count <= ten + 2, let tens, let ones else { return nil }
        return tens * 10 + ones
    }

    /// 1–9,999 as ordinals are printed: 十, 十二, 二十, 一百零五; any other in digits.
    package static func chinese(_ value: Int) -> String {
        guard (1...9999).contains(value) else { return String(value) }
        var result = ""
        var owesZero = false
        for place in (0..<4).reversed() {
            let unit = (0..<place).reduce(1) { power, _ in power * 10 }
            let digit = value / unit % 10
            if digit == 0 {
                owesZero = !result.isEmpty
                continue
            }
            if owesZero { result += "零" }
            owesZero = false
            // 十二, not 一十二.
            let isLeadingTen = place == 1 && digit == 1 && result.isEmpty
            result += (isLeadingTen ? "" : String(digits[digit])) + units[place]
        }
        return result
    }
}

// MARK: - Ordinals

extension Numerals {
    /// A folded label without 一、, （一） or 1. before it.
    package static func withoutOrdinal(_ label: String) -> String {
        let scalars = label.unicodeScalars
        let isBracketed = scalars.first == "("
        let inner = isBracketed ? scalars.dropFirst() : scalars[...]
        let rest = inner.drop(while: isOrdinalDigit)
        guard rest.startIndex != inner.startIndex, let mark = rest.first else { return label }
        guard isBracketed ? mark == ")" : mark == "、" || mark == "." || mark == "．" else { return label }
        let words = rest.dropFirst()
        // 3.14 is a number, not the third of something; 一、2020年度… is the first.
        let isDecimal = !isBracketed && mark != "、" && (inner.first?.isASCII ?? false)
        return isDecimal && (words.first.map { isOrdinalDigit($0) && $0.isASCII } ?? false) ? label : String(words)
    }

    private static func isOrdinalDigit(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "0"..."9", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十": true
        default: false
        }
    }

    /// What may stand before a name and be none of it: digits, numerals and the marks of an ordinal, in whatever order a
    /// writer set them.
    ///
    /// For names that are only looked up: 三 of 三公经费 is taken for a number, too.
    package static func isOfOrdinal(_ character: Character) -> Bool {
        character.isNumber || ordinals.contains(character) || "()（）、.．".contains(character)
    }
}
