import Fiscal
import Ledger
import Narrative
import Paper
import Performance
import Standards
import Statements

/// An outline, a subject and the accounts of its unit → the report.
///
/// Figures come from facts and scores; the words that only people have come out of the book, and are asked for where it
/// has none.
struct ReportBuilder {
    private let outline: ReportOutline
    private let subject: EvaluatedSubject
    private let surroundings: EvaluationSurroundings
    private let narrator: SubjectNarrator
    /// Projects of the unit that evaluated themselves.
    private let projects: [EvaluatedSubject]
    private let forms: [String]
    private let facts: FactBase
    private let adjusted: [FactKey: PrintedNumber]
    private var report: PrintedReport

    /// - Parameters:
    ///   - facts: of the subject's unit with all under it.
    ///   - forms: what goes with the report, as it is listed.
    init(
        _ outline: ReportOutline, subject: EvaluatedSubject, surroundings: EvaluationSurroundings,
        shared: [String: SubjectNarrator.Value], projects: [EvaluatedSubject], forms: [String], facts: FactBase,
        adjusted: [FactKey: PrintedNumber]
    ) {
        self.outline = outline
        self.subject = subject
        self.surroundings = surroundings
        self.projects = projects
        self.forms = forms
        self.facts = facts
        self.adjusted = adjusted
        narrator = SubjectNarrator(subject, surroundings: surroundings, shared: shared)
        let title = outline.title.replacing("{名称}", with: subject.name)
        report = PrintedReport(id: outline.id, title: title, subject: subject.record.code)
    }

    mutating func build() -> PrintedReport {
        for item in outline.items {
            report.parts.append(.heading(level: item.level, item.title))
            let before = report.parts.count
            for content in item.content { append(content, in: item, since: before) }
        }
        return report
    }

    private mutating func append(_ content: ReportOutline.Content, in item: ReportOutline.Item, since start: Int) {
        switch content {
        case .words(let words):
            let hasOther = item.content.contains { if case .otherwise = $0 { true } else { false } }
            appendWords(words, in: item, isAsked: !hasOther)
        case .phrases(let ids): appendPhrases(ids)
        case .subjectPhrases(let ids): for id in ids { appendSubjectPhrase(id, about: narrator, of: subject) }
        case .projects(let phrase):
            for project in projects {
                appendSubjectPhrase(
                    phrase, about: SubjectNarrator(project, surroundings: surroundings), of: project)
            }
        case .scoreTable: report.parts.append(.grid(ScoreTable.grid(of: subject), title: "绩效评价评分表"))
        case .analysis(let level): appendAnalysis(of: level)
        case .forms:
            guard !forms.isEmpty else { return }
            report.parts.append(.words("附件："))
            for (index, form) in forms.enumerated() { report.parts.append(.words("\(index + 1)．\(form)")) }
        case .otherwise(let text): if report.parts.count == start { report.parts.append(.words(text)) }
        }
    }

    // MARK: Words of the book

    private mutating func appendWords(_ words: [ReportOutline.Words], in item: ReportOutline.Item, isAsked: Bool) {
        for case .text(let name) in words {
            let texts = texts(name)
            guard !texts.isEmpty else { continue }
            for (index, text) in texts.enumerated() {
                let number = item.level <= 2 ? "（\(Numerals.chinese(index + 1))）" : "\(index + 1)．"
                report.parts.append(.words((texts.count > 1 ? number + text : text).closed))
            }
            return
        }
        for case .field(let name) in words {
            guard case .words(let text) = narrator.value(name) else { continue }
            report.parts.append(.words(text.closed))
            return
        }
        guard isAsked else { return }
        let names = words.compactMap { if case .text(let name) = $0 { name } else { nil } }
        // The last is the most general: other parts of a package may ask for it too.
        let name = names.last ?? item.title
        report.missing.append(MissingText(kind: .text(name), sentence: name, context: ""))
        report.parts.append(.words("【待填：\(name)】"))
    }

    /// Those about the subject, then its unit's, then the department's.
    private func texts(_ name: String) -> [String] {
        let parts = name.split(separator: ".", maxSplits: 1).map(String.init)
        let own = parts.count == 2 ? "\(parts[0]).\(subject.record.code).\(parts[1])" : name
        let units = [subject.record.unit, facts.book.units.root?.code ?? ""]
        for candidate in [own, name] {
            for unit in units {
                let wanted = foldedLabel(candidate)
                let found = facts.book.texts.first { $0.key.unit == unit && foldedLabel($0.key.name) == wanted }
                if let found, !found.value.isEmpty { return found.value }
            }
        }
        return []
    }

    // MARK: Sentences

    private mutating func appendPhrases(_ ids: [String]) {
        let phrases = ids.compactMap { facts.standards.reports.phrases[$0] }
        let isWhole = facts.book.units.hasUnits(under: facts.unit)
        let part = Narrator.narrate(
            phrases, facts: facts, noun: isWhole ? "部门" : "单位", isDepartment: isWhole, adjusted: adjusted)
        report.parts += part.sentences.map { .sentence($0) }
        report.missing += part.missing
    }

    private mutating func appendSubjectPhrase(
        _ id: String, about narrator: SubjectNarrator, of subject: EvaluatedSubject
    ) {
        guard let phrase = facts.standards.reports.subjectPhrases[id] else { return }
        for (index, sentence) in narrator.sentences(phrase).enumerated() {
            let name = "\(id).\(subject.record.code).\(index + 1)"
            report.parts.append(.sentence(sentence.sentence(id: name, phrase: id, of: subject)))
            report.missing += SubjectGaps.missing(
                sentence, subject: subject, id: name, standards: facts.standards)
        }
    }

    private mutating func appendAnalysis(of level: String) {
        for item in subject.indicators where item.indicator.record.first == level {
            let id = "\(level).\(item.indicator.name)"
            report.parts.append(.sentence(ScoreTable.sentence(item).sentence(id: id, phrase: id, of: subject)))
        }
    }
}

extension String {
    /// A paragraph of the book as it is printed: with a mark at its end, which people may type or leave out.
    var closed: String {
        guard let last, last.isLetter || last.isNumber || "）)”》%".contains(last) else { return self }
        return self + "。"
    }
}

/// What sentences about subjects lack, as the rest of a package says it.
enum SubjectGaps {
    static func missing(
        _ sentence: SubjectSentence, subject: EvaluatedSubject, id: String, standards: Standards
    ) -> [MissingText] {
        let columns = standards.sheet(.subjects)?.columns.map(\.name) ?? []
        return sentence.missing.map { slot in
            let kind: MissingText.Kind =
                columns.contains(slot)
                ? .column(slot, at: subject.record.origin) : .figure(slot, sheet: "", column: "")
            return MissingText(kind: kind, sentence: id, context: sentence.text)
        }
    }
}

extension SubjectSentence {
    /// Its figures are the subject's own: 绩效对象 P1 总得分.
    func sentence(id: String, phrase: String, of subject: EvaluatedSubject) -> Sentence {
        Sentence(
            id: id, phrase: phrase, text: text,
            figures: figures.map {
                SentenceFigure(
                    figure: .listed("绩效对象 \(subject.record.code) \($0.name)"), printed: $0.number, unit: $0.unit,
                    offset: $0.offset)
            })
    }
}
