/// What a number format code of a workbook makes of a number; literals are passed over, but for those of a zero.
struct NumberFormat: Equatable {
    /// The section for positive numbers without literals; `·` is a point that is only drawn (`0\.0,`: ten thousands).
    private let pattern: String
    /// What a zero prints where it has a section of its own without digits: `-`, or nothing.
    let zeroText: String?
    /// Literals behind the digits of a scaled number (`0\.0,"万"`): without them it would be another number.
    private let suffix: String

    init(_ code: String) {
        var sections = Self.sections(code)
        var zero: String?
        if let index = sections.firstIndex(where: { $0.hasPrefix("[=0]") }), sections.count > 1 {
            zero = sections.remove(at: index)
        } else if sections.count > 2 {
            zero = sections[2]
        }
        (pattern, suffix) = Self.bare(sections[0])
        zeroText = zero.flatMap { section in
            let (digits, literal) = Self.bare(section)
            return digits.contains { !" ?".contains($0) && !literal.contains($0) } ? nil : literal
        }
    }

    /// Whether it prints days or times of day; elapsed hours (`[h]:mm`) are numbers.
    var isDate: Bool {
        guard !isGeneral else { return false }
        return pattern.contains { "ymdhsYMDHS".contains($0) }
    }

    var isGeneral: Bool { pattern.lowercased() == "general" }

    var isPercent: Bool { pattern.contains("%") }

    /// Whether it is made of digits, point, separator and percent sign only, so that its print can be foretold.
    var isPlain: Bool {
        !pattern.isEmpty && pattern.allSatisfy { "0#,.%·".contains($0) } && pattern.contains { "0#".contains($0) }
            && pattern.count { $0 == "." || $0 == "·" } <= 1
            && (!unscaled.contains(",") || unscaled.hasPrefix("#,##") || unscaled.hasPrefix("0,0"))
    }

    var isGrouped: Bool { unscaled.contains(",") }

    /// By how many thousands the number is divided: commas behind its last digit.
    var thousands: Int {
        let digits = pattern.lastIndex { "0#".contains($0) }.map { pattern.index(after: $0) } ?? pattern.startIndex
        return pattern[digits...].prefix { $0 == "," }.count
    }

    private var unscaled: Substring {
        let last = pattern.lastIndex { "0#".contains($0) }.map { pattern.index(after: $0) } ?? pattern.endIndex
        return pattern[..<last]
    }

    /// Places always printed behind the point.
    var decimals: Int { places { $0 == "0" } }

    /// Places printed behind the point where they are not zero.
    var mostDecimals: Int { places { "0#".contains($0) } }

    private func places(_ counts: (Character) -> Bool) -> Int {
        guard let point = pattern.firstIndex(of: ".") else { return 0 }
        return pattern[point...].count(where: counts)
    }

    /// Digits behind a point that is only drawn.
    var drawnDecimals: Int {
        guard let point = pattern.firstIndex(of: "·") else { return 0 }
        return pattern[point...].count { "0#".contains($0) }
    }

    /// What stands behind a scaled number.
    var scaleSuffix: String { thousands > 0 || drawnDecimals > 0 ? suffix : "" }

    /// The codes that a style names by number only; 27–36 and 50–58 are dates in Chinese workbooks.
    static func builtIn(_ id: Int) -> String {
        switch id {
        case 1: "0"
        case 2: "0.00"
        case 3, 37, 38: "#,##0"
        case 4, 39, 40, 43, 44: "#,##0.00"
        case 41, 42: "#,##0"
        case 9: "0%"
        case 10: "0.00%"
        case 14...17, 27...31, 36, 50...54, 57, 58: "yyyy-mm-dd"
        case 18...21, 32...35, 45, 47, 55, 56: "hh:mm:ss"
        case 22: "yyyy-mm-dd hh:mm"
        case 49: "@"
        default: "General"
        }
    }

    /// At the semicolons that stand in no literal; at least one.
    private static func sections(_ code: String) -> [String] {
        var result = [""]
        var isQuoted = false
        var isEscaped = false
        for character in code {
            if character == ";", !isQuoted, !isEscaped {
                result.append("")
                continue
            }
            if isEscaped {
                isEscaped = false
            } else if character == "\"" {
                isQuoted.toggle()
            } else if !isQuoted, "\\_*".contains(character) {
                isEscaped = true
            }
            result[result.count - 1].append(character)
        }
        return result
    }

    /// A section without its literals, and the literals behind its digits.
    private static func bare(_ code: String) -> (pattern: String, literal: String) {
        var pattern = ""
        var literal = ""
        var rest = Substring(code)
        while let character = rest.popFirst() {
            switch character {
            case "\"":
                let words = rest.prefix { $0 != "\"" }
                rest = rest.dropFirst(words.count + 1)
                if words == ".", !pattern.isEmpty { pattern.append("·") } else { literal += words }
            case "[": rest = rest.drop { $0 != "]" }.dropFirst()
            case "\\", "!":
                guard let next = rest.popFirst() else { break }
                if next == ".", !pattern.isEmpty { pattern.append("·") } else { literal.append(next) }
            case "_", "*": rest = rest.dropFirst()
            case "-" where pattern.isEmpty: literal.append(character)
            default: pattern.append(character)
            }
        }
        return (pattern.trimmingSpaces, literal.trimmingSpaces)
    }
}

extension String {
    fileprivate var trimmingSpaces: String {
        var text = self[...]
        while text.first == " " { text.removeFirst() }
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}
