import Fiscal
import Ledger
import Narrative
import Standards

/// Texts and reasons of the book that nothing of the paper asks for, by a misspelt name or an old one.
struct OwnWordsCheck {
    private static let marks = (replace: foldedLabel("替换："), add: foldedLabel("追加："))

    private let facts: FactBase
    private let phrases: [Phrase]
    private var texts: Set<String> = []
    private var matters: Set<String> = []

    init(_ facts: FactBase) {
        self.facts = facts
        let standards = facts.standards
        let contents = standards.profile.outline.flatMap(\.content)
        phrases = contents.flatMap { content -> [Phrase] in
            guard case .phrases(let ids) = content else { return [] }
            return ids.compactMap { standards.phrases[$0] }
        }
        for case .text(let name) in contents { texts.insert(name) }
        if !facts.book.evaluation.isEmpty { visitPerformance(standards) }
        for phrase in phrases { for pieces in phrase.paragraphs { visit(pieces) } }
    }

    /// Texts that forms and reports of performance ask for, with those that are about one subject.
    private mutating func visitPerformance(_ standards: Standards) {
        for layout in standards.evaluationLayouts {
            for case .rows(let rows) in layout.blocks {
                for case .field(let name) in rows.joined().map(\.content) { texts.insert(name) }
            }
        }
        let codes = facts.book.evaluation.subjects.map(\.code)
        for content in standards.reports.reports.flatMap(\.items).flatMap(\.content) {
            guard case .words(let words) = content else { continue }
            for case .text(let name) in words {
                texts.insert(name)
                let parts = name.split(separator: ".", maxSplits: 1)
                if parts.count == 2 { texts.formUnion(codes.map { "\(parts[0]).\($0).\(parts[1])" }) }
            }
        }
        for phrase in standards.reports.phrases.values { for pieces in phrase.paragraphs { visit(pieces) } }
    }

    private mutating func visit(_ pieces: [Phrase.Piece]) {
        for piece in pieces {
            switch piece {
            case .literal: continue
            case .slot(.text(let name)): texts.insert(name)
            case .slot(.reason(let matter)): matters.insert(matter)
            case .slot(.purpose): matters.insert(Phrase.Slot.purposeMatter)
            case .slot: continue
            case .branch(let conditions, let then, let otherwise):
                for case .hasText(let name) in conditions { texts.insert(name) }
                visit(then)
                visit(otherwise)
            case .loop(let loop):
                visit(loop.pieces)
                for pieces in loop.paragraphs { visit(pieces) }
            }
        }
    }

    /// Rows that the unit's paper never asks for.
    func unused() -> [BookFault] {
        let (known, book) = (Set(texts.map { foldedLabel($0) }), facts.book)
        var faults: [BookFault] = []
        for key in book.texts.keys where key.unit == facts.unit {
            let name = foldedLabel(key.name)
            guard !known.contains(name), target(of: name) == nil else { continue }
            let place = book.textPlaces[key]
            faults.append(
                BookFault(
                    .unusedText(key.name, nearest: nearest(key.name, in: texts)), sheet: place?.sheet ?? "文字",
                    row: place?.row ?? 0, column: "段落"))
        }
        for key in book.reasons.keys where key.unit == facts.unit && !matters.contains(key.matter) {
            let place = book.reasonPlaces[key]
            faults.append(
                BookFault(
                    .unusedReason(key.matter, nearest: nearest(key.matter, in: matters)), sheet: place?.sheet ?? "原因",
                    row: place?.row ?? 0, column: "事项"))
        }
        return faults.sorted { ($0.sheet, $0.row) < ($1.sheet, $1.row) }
    }

    /// Words for a sentence or a phrase that the paper cannot have.
    ///
    /// - Parameter sentences: the ids of those it has.
    func lost(sentences: [String]) -> [MissingText] {
        let ids = (sentences: Set(sentences), phrases: Set(phrases.map(\.id)))
        let found = facts.book.texts.keys.filter { $0.unit == facts.unit }.sorted { $0.name < $1.name }
        return found.compactMap { key -> MissingText? in
            guard let target = target(of: foldedLabel(key.name)) else { return nil }
            let rows = facts.book.texts[key]?.count ?? 0
            if target.isSentence, rows > 1 {
                return MissingText(
                    kind: .replacedTwice(rows: rows), sentence: target.id,
                    context: facts.book.texts[key]?.first ?? "")
            }
            let known = target.isSentence ? ids.sentences : ids.phrases
            guard !known.contains(where: { foldedLabel($0) == target.id }),
                !(target.isSentence && mayOccur(target.id))
            else { return nil }
            return MissingText(
                kind: .noSentence(nearest: nearest(target.id, in: known)), sentence: target.id,
                context: facts.book.texts[key]?.first ?? "")
        }
    }

    private func target(of name: String) -> (id: String, isSentence: Bool)? {
        if name.hasPrefix(Self.marks.replace) { return (String(name.dropFirst(Self.marks.replace.count)), true) }
        if name.hasPrefix(Self.marks.add) { return (String(name.dropFirst(Self.marks.add.count)), false) }
        return nil
    }

    /// Whether a sentence has the id in other years or departments, where its paragraph has something to say.
    private func mayOccur(_ id: String) -> Bool {
        phrases.contains { phrase in
            let prefix = foldedLabel(phrase.id) + "."
            guard id.hasPrefix(prefix) else { return false }
            let parts = id.dropFirst(prefix.count).split(separator: ".", omittingEmptySubsequences: false)
            guard let number = parts.last.flatMap({ Int($0) }), number > 0 else { return false }
            if parts.count == 1 {
                return number <= phrase.paragraphs.count && loop(phrase.paragraphs[number - 1]) == nil
            }
            guard parts.count == 2, let code = Code(String(parts[0])) else { return false }
            return phrase.paragraphs.compactMap(loop).contains { loop in
                facts.standards.classification(loop.dimension).members[code] != nil && number <= loop.paragraphs.count
            }
        }
    }

    /// The loop that gives each member paragraphs of its own.
    private func loop(_ pieces: [Phrase.Piece]) -> Phrase.Loop? {
        guard pieces.count == 1, case .loop(let loop) = pieces[0], !loop.paragraphs.isEmpty else { return nil }
        return loop
    }

    private func nearest(_ name: String, in known: Set<String>) -> [String] {
        let found = known.map { (name: $0, distance: editDistance(Array($0), Array(name))) }
            .filter { $0.distance * 2 <= max($0.name.count, name.count) }
            .min { ($0.distance, $0.name) < ($1.distance, $1.name) }
        return found.map { [$0.name] } ?? []
    }
}
