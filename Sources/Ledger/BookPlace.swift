import Fiscal

/// Where something stands in a book, in words.
///
/// A place is kept as its Chinese words, since a consolidated book writes them down; English messages are made from them.
package enum BookPlace {
    /// 账套.xlsx 的“支出”.
    package static func sheet(_ sheet: String, of file: String) -> String { "\(file) 的“\(sheet)”" }

    /// 导出.csv（按 列名对照.yaml）.
    static func mapped(_ file: String, by mapping: String) -> String { "\(file)（按 \(mapping)）" }

    /// 支出.csv 第 2 行.
    package static func row(_ row: Int, of place: String) -> String { "\(place) 第 \(row) 行" }

    /// The same place in English.
    package static func english(_ place: String) -> String {
        if let (head, row) = split(place, " 第 ", " 行"), Int(row) != nil { return "\(english(head)), row \(row)" }
        if let (head, mapping) = split(place, "（按 ", "）") { return "\(english(head)) (by \(mapping.quoted))" }
        if let (head, sheet) = split(place, " 的“", "”") { return "\(head.quoted), sheet \(sheet.quoted)" }
        return place.quoted
    }

    /// What stands before the last `opening`, and between it and the `ending` of the text.
    private static func split(_ text: String, _ opening: String, _ ending: String) -> (String, String)? {
        guard text.hasSuffix(ending), let mark = text.ranges(of: opening).last else { return nil }
        return (String(text[..<mark.lowerBound]), String(text[mark.upperBound...].dropLast(ending.count)))
    }
}
