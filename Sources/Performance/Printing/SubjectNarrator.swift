package import Fiscal
import Ledger
package import Standards

/// A sentence about a subject, with its figures.
package struct SubjectSentence: Sendable, Hashable {
    package struct Figure: Sendable, Hashable {
        /// What of the subject it is: 总得分, 全年执行.
        package let name: String
        package let number: PrintedNumber
        package let unit: String
        /// Where it begins, in characters from 0.
        package let offset: Int

        package init(name: String, number: PrintedNumber, unit: String, offset: Int) {
            self.name = name
            self.number = number
            self.unit = unit
            self.offset = offset
        }
    }

    package var text = ""
    package var figures: [Figure] = []
    /// Slots that have nothing to say and are asked for.
    package var missing: [String] = []

    package init() {}
}

/// A phrase and a subject → sentences.
package struct SubjectNarrator {
    /// What a slot prints.
    package enum Value: Sendable, Hashable {
        case words(String)
        case number(PrintedNumber, unit: String)
    }

    private let subject: EvaluatedSubject
    private let values: SubjectValues
    private let surroundings: EvaluationSurroundings
    /// Figures that are not the subject's alone (自评项目数), by slot.
    private let shared: [String: Value]

    package init(
        _ subject: EvaluatedSubject, surroundings: EvaluationSurroundings, shared: [String: Value] = [:]
    ) {
        self.subject = subject
        self.surroundings = surroundings
        self.shared = shared
        values = SubjectValues(subject, figures: .prose, surroundings: surroundings)
    }

    /// Paragraphs of which every piece was left out but the mark at the end are none.
    package func sentences(_ phrase: SubjectPhrase) -> [SubjectSentence] {
        phrase.paragraphs.map(sentence).filter { $0.text.contains { !$0.isPunctuation } }
    }

    private func sentence(_ pieces: [SubjectPhrase.Piece]) -> SubjectSentence {
        pieces.reduce(into: SubjectSentence()) { sentence, piece in
            var next = sentence
            append(piece.text, to: &next)
            if piece.isOptional, next.missing.count > sentence.missing.count { return }
            sentence = next
        }
    }

    private func append(_ template: String, to sentence: inout SubjectSentence) {
        var rest = template[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            add(words: rest[..<open], to: &sentence)
            let name = String(rest[rest.index(after: open)..<close])
            switch value(name) {
            case .words(let text): sentence.text += text
            case .number(let number, let unit):
                sentence.figures.append(
                    SubjectSentence.Figure(name: name, number: number, unit: unit, offset: sentence.text.count))
                sentence.text += number.text()
            case nil:
                sentence.missing.append(name)
                sentence.text += "【待填：\(name)】"
            }
            rest = rest[rest.index(after: close)...]
        }
        add(words: rest, to: &sentence)
    }

    /// A mark of the template takes the place of those that the book's own words end in.
    private func add(words: Substring, to sentence: inout SubjectSentence) {
        if let first = words.first, Self.marks.contains(first) {
            while let last = sentence.text.last, Self.marks.contains(last) { sentence.text.removeLast() }
        }
        sentence.text += words
    }

    private static let marks: Set<Character> = ["。", "；", "，", "、"]

    // MARK: Slots

    /// nil where the book has nothing for it.
    package func value(_ slot: String) -> Value? {
        if let known = shared[slot] { return known }
        switch slot {
        case "年": return .words(String(surroundings.year))
        case "总得分": return points(subject.total)
        case "总分值": return points(subject.scheme.fullScore)
        case "得分率":
            return subject.total.flatMap {
                PrintedNumber.rounding(Int128($0) * 100, over: Int128(subject.scheme.fullScore), decimals: 2)
            }.map { .number($0, unit: "%") }
        case "执行率": return subject.rate.map { .number($0, unit: "%") }
        case "主要问题": return words(subject.record.problems) ?? words(reasons(\.deviation))
        case "改进措施": return words(subject.record.measures) ?? words(reasons(\.measures))
        case FundColumn.initial: return money(.initialBudget)
        case FundColumn.budget: return subject.funds.budgetPhase.flatMap(money)
        case FundColumn.actual: return money(.actual)
        default: break
        }
        if let count = surroundings.staffing[slot] {
            return .number(PrintedNumber(mantissa: count, decimals: 0), unit: "人")
        }
        return words(values.text(of: .field(slot)))
    }

    private func words(_ text: String) -> Value? { text.isEmpty ? nil : .words(text) }

    private func points(_ hundredths: Int64?) -> Value? {
        guard let hundredths, let number = try? NumberText.parse(pointsText(hundredths)) else { return nil }
        return .number(number, unit: "分")
    }

    private func money(_ phase: Phase) -> Value? {
        subject.funds.amount(.total, phase).map {
            .number(PrintedNumber.printing($0, in: .tenThousandYuan, decimals: 2), unit: MoneyUnit.tenThousandYuan.word)
        }
    }

    /// What the indicators that lost points say of themselves.
    private func reasons(_ words: KeyPath<IndicatorRecord, String>) -> String {
        subject.indicators.compactMap { item in
            let text = item.indicator.record[keyPath: words]
            guard (item.score.lost ?? 0) > 0, !text.isEmpty else { return nil }
            return "“\(item.indicator.name)”\(text.trimmed)"
        }.joined(separator: "；")
    }
}
