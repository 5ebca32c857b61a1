import Fiscal
import Ledger
import Narrative
import Standards

/// Texts and sentences that speak of an attachment where the package has none.
struct AttachmentMentions {
    private let facts: FactBase
    private let sentences: [Sentence]
    /// Whether forms or reports of performance go with the package.
    private let hasForms: Bool

    init(_ facts: FactBase, sentences: [Sentence], hasForms: Bool) {
        self.hasForms = hasForms
        self.facts = facts
        self.sentences = sentences
    }

    func faults() -> [BookFault] {
        guard facts.attachments.isEmpty, !hasForms, let sheet = facts.standards.sheet(.attachments) else { return [] }
        let book = facts.book
        let own = book.texts.filter { $0.key.unit == facts.unit }.flatMap { key, texts in
            texts.compactMap { text -> BookFault? in
                guard let words = around(sheet.mentions, in: text) else { return nil }
                let place = book.textPlaces[key]
                return BookFault(.attachmentMentioned(words), sheet: place?.sheet ?? "", row: place?.row ?? 0)
            }
        }.sorted { ($0.sheet, $0.row) < ($1.sheet, $1.row) }
        guard own.isEmpty else { return own }
        return sentences.compactMap { around(sheet.mentions, in: $0.text) }.prefix(1).map {
            BookFault(.attachmentMentioned($0), sheet: sheet.id)
        }
    }

    /// The first of the words with some of what stands before it.
    private func around(_ words: [String], in text: String) -> String? {
        for word in words {
            guard let found = text.firstRange(of: word) else { continue }
            return String(text[..<found.upperBound].suffix(word.count + 12))
        }
        return nil
    }
}
