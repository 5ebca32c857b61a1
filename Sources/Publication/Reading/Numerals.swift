/// Counts in digits or in Chinese, to 99.
package enum Numerals {
    package static func value(_ text: String) -> Int? {
        if let number = Int(text) { return number }
        let digits = Array("零一二三四五六七八九")
        let characters = Array(text == "两" ? "二" : text)
        guard let ten = characters.firstIndex(of: "十") else {
            return characters.count == 1 ? digits.firstIndex(of: characters[0]) : nil
        }
        let tens = ten == 0 ? 1 : digits.firstIndex(of: characters[0])
        let ones = ten == characters.count - 1 ? 0 : digits.firstIndex(of: characters[ten + 1])
        guard ten <= 1, characters.count <= ten + 2, let tens, let ones else { return nil }
        return tens * 10 + ones
    }
}
