/// What a number format code of a workbook makes of a number; codes in quotes and brackets are passed over.
struct NumberFormat: Equatable {
    /// The first section (for positive numbers) without literals.
    private let pattern: String

    init(_ code: String) { pattern = Self.bare(code) }

    /// Whether it prints days or times of day; elapsed hours (`[h]:mm`) are numbers.
    var isDate: Bool {
        guard pattern.lowercased() != "general" else { return false }
        return pattern.contains { "ymdhsYMDHS".contains($0) }
    }

    var isPercent: Bool { pattern.contains("%") }

    /// Whether it is made of digits, point, separator and percent sign only, so that its print can be foretold.
    var isPlain: Bool {
        !pattern.isEmpty && pattern.allSatisfy { "0#,.%".contains($0) }
            && (!pattern.contains(",") || pattern.hasPrefix("#,##"))
    }

    var isGrouped: Bool { pattern.contains(",") }

    /// Places always printed behind the point.
    var decimals: Int {
        guard let point = pattern.firstIndex(of: ".") else { return 0 }
        return pattern[point...].filter { $0 == "0" }.count
    }

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

    private static func bare(_ code: String) -> String {
        var result = ""
        var rest = Substring(code)
        while let character = rest.popFirst() {
            switch character {
            case "\"": rest = rest.drop { $0 != "\"" }.dropFirst()
            case "[": rest = rest.drop { $0 != "]" }.dropFirst()
            case "\\", "_", "*": rest = rest.dropFirst()
            case ";": return result
            default: result.append(character)
            }
        }
        return result
    }
}
