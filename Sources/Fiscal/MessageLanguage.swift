/// The language of what the program says; what it prints into a package is Chinese whatever this is.
package enum MessageLanguage: String, Sendable, CaseIterable {
    case chinese = "zh"
    case english = "en"

    /// The language in force. Nothing but the command line sets it, so that a script reads the same everywhere.
    @TaskLocal package static var current = MessageLanguage.chinese
}

extension String {
    /// As English sentences quote what stands in the data: names of sheets, columns, units, files.
    package var quoted: String { "“\(self)”" }
}

extension [String] {
    /// Each one quoted, with commas between.
    package var quoted: String { map(\.quoted).joined(separator: ", ") }
}

/// A number with its noun: 1 line, 2 lines.
package func counted(_ count: Int, _ noun: String, _ plural: String? = nil) -> String {
    "\(count) \(count == 1 ? noun : plural ?? noun + "s")"
}
