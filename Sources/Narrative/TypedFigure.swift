import Standards

/// Figures typed into words that should be slots: digits before 万元, 元, 亿元 or a percent sign.
package enum TypedFigure {
    package static func first(in text: String) -> String? {
        let characters = Array(text)
        var index = 0
        while index < characters.count {
            guard isDigit(characters[index]) else {
                index += 1
                continue
            }
            let start = index
            while index < characters.count, isDigit(characters[index]) || ".,，．".contains(characters[index]) {
                index += 1
            }
            let rest = String(characters[index...].prefix(3)).trimmed
            if ["万元", "亿元", "元", "%", "％"].contains(where: { rest.hasPrefix($0) }) {
                return String(characters[start..<index])
            }
        }
        return nil
    }

    /// Not `isNumber`, which is true of 万 and 一 too.
    private static func isDigit(_ character: Character) -> Bool {
        ("0"..."9").contains(character) || ("０"..."９").contains(character)
    }
}

extension String {
    /// Without these characters at its end.
    package func trimmingEnd(_ characters: String) -> String {
        var result = self
        while let last = result.last, characters.contains(last) { result.removeLast() }
        return result
    }
}
