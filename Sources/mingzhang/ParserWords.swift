import Fiscal

/// The words of ArgumentParser itself, which knows English only: headings, and the sentences of usual mistakes.
///
/// What a later version may say differently stays English; nothing is lost but the translation.
enum ParserWords {
    /// The text in the language in force.
    static func said(_ text: String) -> String {
        switch MessageLanguage.current {
        case .english: text
        case .chinese:
            text.split(separator: "\n", omittingEmptySubsequences: false).map(chinese).joined(separator: "\n")
        }
    }

    private static func chinese(_ line: Substring) -> String {
        var line = String(line)
        for (start, word) in starts where line.hasPrefix(start) { line = word + line.dropFirst(start.count) }
        for (pattern, words) in sentences { line = replaced(pattern, by: words, in: line) }
        return choices(in: line)
    }

    private static let starts = [
        ("ARGUMENTS:", "参数："), ("OPTIONS:", "选项："), ("SUBCOMMANDS:", "子命令："), ("OVERVIEW: ", ""), ("USAGE: ", "用法："),
        ("Usage: ", "用法："), ("Error: ", "错误："), ("Help:  ", "说明："),
    ]

    /// What is said, with `*` for what it is said of.
    private static let sentences = [
        ("Unknown option '*'", "没有“*”这个选项"),
        (". Did you mean '*'?", "；是不是“*”？"),
        ("Unexpected argument '*'", "多出的参数“*”"),
        ("错误：* unexpected arguments: ", "错误：多出 * 个参数："),
        ("Missing expected argument '*'", "缺少参数“*”"),
        ("Missing value for '*'", "“*”后面缺少内容"),
        ("The value '*' is invalid", "“*”不能用"),
        (" for '*'. Please provide one of ", "（*）；可用："),
        (" for '*'. Please provide ", "（*）；应为："),
        (" for '*'", "（*）"),
        ("See '*' for more information.", "详见 *"),
        ("See '*' for detailed help.", "各子命令的说明见 *"),
        ("values: *;", "可用 *；"),
        ("default: *)", "默认 *)"),
        ("Show help information*.", "显示说明*"),
        ("Show the version*.", "显示版本*"),
        ("Show subcommand help information*.", "显示子命令的说明*"),
    ]

    /// What may be given, each in quotes: 'a', 'b' or 'c'.
    private static func choices(in line: String) -> String {
        for opener in ["；可用：", "；应为："] {
            guard let open = line.firstRange(of: opener) else { continue }
            let list = line[open.upperBound...].replacing("' or '", with: "、").replacing("' and '", with: "、")
                .replacing("', '", with: "、").filter { $0 != "'" }
            return line[..<open.upperBound] + (list.hasSuffix(".") ? list.dropLast() + "。" : list)
        }
        return line
    }

    /// The line with what matches the pattern said in other words; the line itself where nothing does.
    private static func replaced(_ pattern: String, by words: String, in line: String) -> String {
        let ends = pattern.split(separator: "*", maxSplits: 1).map(String.init)
        guard ends.count == 2, let open = line.firstRange(of: ends[0]),
            let close = line[open.upperBound...].firstRange(of: ends[1])
        else { return line }
        let subject = line[open.upperBound..<close.lowerBound]
        return line[..<open.lowerBound] + words.replacing("*", with: subject) + line[close.upperBound...]
    }
}
