package import Narrative
package import Paper

/// A report of performance as printed.
package struct PrintedReport: Sendable {
    /// A paragraph, a heading or a table; sentences know their figures.
    package enum Part: Sendable {
        case heading(level: Int, String)
        case words(String)
        case sentence(Sentence)
        case grid(Grid, title: String)
    }

    /// Of its definition.
    package let id: String
    package let title: String
    /// Code of the subject that it is about.
    package let subject: String
    package var parts: [Part] = []
    package var missing: [MissingText] = []

    package var sentences: [Sentence] {
        parts.compactMap { if case .sentence(let sentence) = $0 { sentence } else { nil } }
    }

    /// The contents list it as one: its own chapters are counted anew.
    ///
    /// - Parameter anchor: what anchors in it begin with.
    func blocks(anchor: String) -> [Block] {
        parts.enumerated().flatMap { index, part -> [Block] in
            switch part {
            case .heading(let level, let text):
                [.heading(level: level, Paragraph(text, listing: .none, anchor: "\(anchor)-\(index + 1)"))]
            case .words(let text): [.paragraph(Paragraph(text))]
            case .sentence(let sentence): [.paragraph(Paragraph(sentence.text, anchor: "\(anchor)-s-\(sentence.id)"))]
            case .grid(let grid, let title): [.paragraph(Paragraph(title, style: .tableTitle)), .grid(grid)]
            }
        }
    }
}
