import Fiscal

/// Automatic numbers of paragraphs (一、, （一）, 1.): part of what a reader sees, but of no run's text.
struct DocxNumbering {
    private struct Level {
        var start = 1
        var format = "decimal"
        /// `%1、`; `%2.%1` names the counters of levels from 1.
        var pattern = ""
    }

    private var levels: [String: [Int: Level]] = [:]
    /// The list that a number refers to; several numbers may count on in one list.
    private var lists: [String: String] = [:]
    private var counters: [String: [Int: Int]] = [:]
    /// Where a number begins anew at its first use, by level.
    private var restarts: [String: [Int: Int]] = [:]

    init(_ root: XmlElement?) {
        for list in root?.all("abstractNum") ?? [] {
            levels[list["abstractNumId"] ?? ""] = Dictionary(
                list.all("lvl").map { ($0.int("ilvl"), Self.level($0)) }, uniquingKeysWith: { first, _ in first })
        }
        for number in root?.all("num") ?? [] {
            let id = number["numId"] ?? ""
            lists[id] = number.first("abstractNumId")?.value
            for change in number.all("lvlOverride") {
                guard let start = change.first("startOverride") else { continue }
                restarts[id, default: [:]][change.int("ilvl")] = min(max(0, start.int("val")), 1_000_000)
            }
        }
    }

    private static func level(_ element: XmlElement) -> Level {
        Level(
            start: min(max(0, element.first("start").map { $0.int("val") } ?? 1), 1_000_000),
            format: element.first("numFmt")?.value ?? "decimal", pattern: element.first("lvlText")?.value ?? "")
    }

    /// The number printed before a paragraph with these properties, which is then counted; empty for none.
    mutating func text(for properties: XmlElement?) -> String {
        guard let properties, let id = properties.first("numId")?.value, id != "0", let list = lists[id],
            let levels = levels[list]
        else { return "" }
        let depth = max(0, min(properties.first("ilvl").map { $0.int("val") } ?? 0, 8))
        guard let level = levels[depth] else { return "" }
        var counts = counters[list] ?? [:]
        for (depth, start) in restarts.removeValue(forKey: id) ?? [:] { counts[depth] = start - 1 }
        counts[depth] = (counts[depth] ?? level.start - 1) + 1
        for deeper in depth + 1..<10 { counts[deeper] = nil }
        counters[list] = counts
        guard level.format != "bullet", level.format != "none" else { return "" }
        var result = level.pattern
        for index in 0...depth {
            guard let shown = levels[index] else { continue }
            let printed = Self.print(counts[index] ?? shown.start, as: shown.format)
            result = result.replacing("%\(index + 1)", with: printed)
        }
        return result
    }

    private static func print(_ value: Int, as format: String) -> String {
        guard value > 0, value < 10_000 else { return String(value) }
        switch format {
        case "chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCountingThousand",
            "ideographDigital", "taiwaneseCounting":
            return Numerals.chinese(value)
        case "decimalEnclosedCircle", "decimalEnclosedCircleChinese":
            return value <= 20
                ? String(Unicode.Scalar(0x245F + UInt32(value)).map { Character($0) } ?? "?") : "\(value)"
        case "decimalFullWidth", "decimalFullWidth2":
            return String(
                String(value).unicodeScalars.compactMap { Unicode.Scalar($0.value + 0xFEE0) }.map { Character($0) })
        case "upperLetter": return letter(value, from: 0x41)
        case "lowerLetter": return letter(value, from: 0x61)
        case "upperRoman": return roman(value)
        case "lowerRoman": return roman(value).lowercased()
        default: return String(value)
        }
    }

    private static func letter(_ value: Int, from first: UInt8) -> String {
        let letter = Character(Unicode.Scalar(first + UInt8((value - 1) % 26)))
        return String(repeating: letter, count: (value - 1) / 26 + 1)
    }

    private static func roman(_ value: Int) -> String {
        let steps = [
            (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
            (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
        ]
        var rest = value
        var result = ""
        for (amount, sign) in steps {
            while rest >= amount {
                result += sign
                rest -= amount
            }
        }
        return result
    }
}
