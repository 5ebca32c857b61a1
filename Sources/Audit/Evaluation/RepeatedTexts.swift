import Fiscal
import Performance
import Publication
import Standards

/// 文字雷同: words of achievement that stand in another project's form too, or stood in last year's paper.
///
/// Both may be right, so that neither is more than a notice; the catalogue has no entry for them.
struct RepeatedTexts {
    static let rule = "文字雷同"

    private(set) var result = WordingResult()
    private let context: EvaluationContext

    init(_ context: EvaluationContext) {
        self.context = context
        guard let repeats = context.definitions.repeats else { return }
        compareProjects(repeats)
        for form in context.scored { compareWithin(form, repeats) }
        if let prior = context.prior { compare(with: prior, repeats) }
    }

    var outcome: WordingOutcome? {
        var counts: [Outcome: Int] = [:]
        counts[.passed] = result.passed == 0 ? nil : result.passed
        counts[.failed] = result.findings.isEmpty ? nil : result.findings.count
        guard !counts.isEmpty else { return nil }
        return WordingOutcome(rule: Self.rule, findings: result.findings, counts: counts, missing: [])
    }

    private mutating func add(_ message: String, printed: String, _ places: [FindingPlace]) {
        result.findings.append(
            Finding(rule: Self.rule, severity: .notice, message: message, printed: printed, places: places))
    }

    // MARK: - Between projects

    private mutating func compareProjects(_ repeats: EvaluationDefinitions.Repeats) {
        // The whole department's form says again what its projects say, and so may two forms of one project.
        let byName = Dictionary(grouping: context.projects) { foldedLabel($0.fields["项目"]?.text ?? "") }
        let forms = context.projects.filter { form in
            let name = foldedLabel(form.fields["项目"]?.text ?? "")
            return !name.isEmpty && byName[name]?.count == 1
        }
        guard forms.count > 1 else { return }
        let found = RepeatedPassages(forms, repeats).found()
        for each in found {
            add(
                EvaluationWords.repeatedText(each.forms, each.quotes), printed: each.quotes.first ?? "", each.places)
        }
        let told = Set(found.flatMap(\.forms))
        result.pass(forms.count { !told.contains($0.name) })
    }

    /// A passage copied into the same text twice; where goals and achievements run into each other, both say the same.
    private mutating func compareWithin(_ form: EvaluationForm, _ repeats: EvaluationDefinitions.Repeats) {
        for passage in form.achievedPassages(repeats) {
            guard let (first, second) = passage.repeated(shortest: repeats.shortest) else { continue }
            let quote = passage.quote(first)
            add(
                EvaluationWords.twiceInText(form.name, quote), printed: quote,
                [first, second].map { range in
                    let place = passage.cell(at: range.lowerBound).place
                    return form.spot("", EvaluationCell(text: quote, value: .words, place: place))
                })
        }
    }

    // MARK: - Last year's paper

    private mutating func compare(with prior: UnderstoodPaper, _ repeats: EvaluationDefinitions.Repeats) {
        let old = EvaluationContext(prior)
        let forms = PriorText(old.scored.flatMap { $0.goalPassages(repeats) + $0.reasonPassages })
        for form in context.scored where !forms.isEmpty {
            let done = form.achievedPassages(repeats)
            // What was aimed at may well be the same each year.
            let own =
                done.isEmpty
                ? form.goalPassages(repeats).flatMap { deeds($0, repeats) } : done.flatMap { sentences($0, repeats) }
            tell(own + form.reasonPassages.flatMap { sentences($0, repeats) }, forms, in: form.name)
        }
        let reports = ReportScope.texts(in: prior).map { PlainPassage($0.lines(of: prior)) }
        guard !reports.isEmpty else { return }
        for text in ReportScope.texts(in: context.paper) {
            let own = deeds(PlainPassage(text.lines(of: context.paper)), repeats).filter { hasFigure($0) }
            tell(own, PriorText(reports), in: EvaluationWords.reportText)
        }
    }

    private struct Sentence {
        let passage: PlainPassage
        let range: Range<Int>

        var text: String { String(passage.characters[range]) }
    }

    private func sentences(_ passage: PlainPassage, _ repeats: EvaluationDefinitions.Repeats) -> [Sentence] {
        passage.pieces(endingAt: PlainPassage.sentenceMarks, without: repeats.stock).filter {
            $0.count >= repeats.shortest
        }.map { Sentence(passage: passage, range: $0) }
    }

    private func deeds(_ passage: PlainPassage, _ repeats: EvaluationDefinitions.Repeats) -> [Sentence] {
        sentences(passage, repeats).filter { sentence in repeats.deeds.contains(where: sentence.text.contains) }
    }

    /// A figure that is no year and no number of a list.
    private func hasFigure(_ sentence: Sentence) -> Bool {
        let text = Array(sentence.text)
        var index = text.firstIndex { !$0.isNumber } ?? text.count
        while index < text.count {
            let digits = text[index...].prefix { $0.isASCII && $0.isNumber }
            let next = index + digits.count
            if !digits.isEmpty, !(digits.count == 4 && digits.first == "2"), next < text.count,
                !"年月日号".contains(text[next])
            {
                return true
            }
            index = max(next, index + 1)
        }
        return false
    }

    private mutating func tell(_ own: [Sentence], _ prior: PriorText, in name: String) {
        guard !own.isEmpty else { return }
        let found = own.filter { prior.contains($0.text) }
        guard let first = found.first else { return result.pass() }
        let quotes = found.map { $0.passage.quote($0.range) }
        add(
            EvaluationWords.priorText(name, quotes), printed: first.passage.quote(first.range),
            zip(found, quotes).map { sentence, quote in
                FindingPlace(
                    text: quote,
                    place: FigurePlace(
                        label: name, place: sentence.passage.cell(at: sentence.range.lowerBound).place))
            })
    }
}

/// Last year's words, to find a sentence in.
private struct PriorText {
    private let texts: [String]

    init(_ passages: [PlainPassage]) { texts = passages.map { String($0.characters) } }

    var isEmpty: Bool { texts.allSatisfy(\.isEmpty) }

    func contains(_ sentence: String) -> Bool { texts.contains { $0.contains(sentence) } }
}

extension ReportText {
    /// Its paragraphs as printed; headings end as sentences do.
    fileprivate func lines(of paper: UnderstoodPaper) -> [EvaluationCell] {
        let printed = Dictionary(paper.paragraphs.map { ($0.place, $0.text) }, uniquingKeysWith: { first, _ in first })
        let starts = characters.indices.filter { isLineStart($0) }
        return zip(starts, starts.dropFirst() + [characters.count]).map { start, end in
            let folded = String(characters[start..<end])
            guard let text = printed[places[start]] else {
                return EvaluationCell(text: folded, value: .words, place: places[start])
            }
            let isEnded = folded.hasSuffix(Self.stop) && !text.hasSuffix(Self.stop)
            return EvaluationCell(text: isEnded ? text + Self.stop : text, value: .words, place: places[start])
        }
    }

    private static let stop = "。"
}
