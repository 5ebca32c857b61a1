import Ledger
import Performance
import Publication
import Standards

/// A figure of a form or a report of performance.
struct FoundSubjectFigure {
    let subject: EvaluatedSubject
    let place: PrintedPlace
    let figure: SubjectFigure
    /// With its unit.
    let printed: String
}

extension PrintedSubjectFigure: LabelledFigure {}

/// Finds a figure of a subject by its code or name, or by the form and it, and words of row and column.
struct SubjectFigureFinder {
    let package: BuiltPackage

    private var performance: PerformancePart { package.publication.performance }

    /// Codes with names, as an error lists them.
    var names: [String] { performance.subjects.map { "\($0.record.code) \($0.name)" } }

    func subject(_ word: String) -> EvaluatedSubject? {
        let wanted = foldedLabel(word)
        return performance.subjects.first { foldedLabel($0.record.code) == wanted }
            ?? performance.subjects.first { foldedLabel($0.name) == wanted }
    }

    /// - Returns: nil where the words begin with no subject and no form of one.
    func find(_ words: [String], text: String) throws -> FoundSubjectFigure? {
        guard let first = words.first else { return nil }
        if let subject = subject(first) {
            let forms = performance.forms.filter { $0.subject == subject.record.code }
            return try find(Array(words.dropFirst()), of: subject, in: forms, text: text)
        }
        var forms = performance.forms.filter { isNamed($0, first) }
        var rest = Array(words.dropFirst())
        if let next = rest.first, let subject = subject(next) {
            forms.removeAll { $0.subject != subject.record.code }
            rest.removeFirst()
        }
        guard let form = forms.first else { return nil }
        guard Set(forms.map(\.subject)).count == 1, let subject = subject(form.subject) else {
            let spellings = forms.prefix(6).map { "'" + ([first, $0.subject] + rest).joined(separator: " ") + "'" }
            throw CommandFault.severalFigures(text, count: forms.count, spellings: spellings)
        }
        return try find(rest, of: subject, in: forms, text: text)
    }

    private func isNamed(_ form: PrintedEvaluation, _ word: String) -> Bool {
        [form.layout.form, form.layout.id, form.title].contains { foldedLabel($0) == foldedLabel(word) }
    }

    private func find(
        _ words: [String], of subject: EvaluatedSubject, in forms: [PrintedEvaluation], text: String
    ) throws -> FoundSubjectFigure {
        var seen: Set<SubjectFigure> = []
        // What two forms print of one subject is one figure.
        let all = forms.flatMap(\.figures).filter { seen.insert($0.figure).inserted }
        let top = usual(all.best(for: words))
        guard let found = top.first else {
            throw CommandFault.noFigure(text, hint: .noSuchCell(form: subject.name))
        }
        if top.count > 1 {
            let shown = top.prefix(6).map { figure in
                let words = all.spelling(of: figure, lastFirst: false).flatMap {
                    $0.split(whereSeparator: \.isWhitespace)
                }
                return "'" + ([subject.record.code] + words.map(String.init)).joined(separator: " ") + "'"
            }
            throw CommandFault.severalFigures(text, count: top.count, spellings: shown)
        }
        let labels = [found.rowLabels.first, found.header.first].compactMap { $0 }
        return FoundSubjectFigure(
            subject: subject,
            place: .subject(code: subject.record.code, name: subject.name, labels: labels.joined(separator: " / ")),
            figure: found.figure, printed: found.text)
    }

    /// Who names no source means the total.
    private func usual(_ figures: [PrintedSubjectFigure]) -> [PrintedSubjectFigure] {
        let totals = figures.filter { if case .fund(.total, _) = $0.figure { true } else { false } }
        let areFunds = figures.allSatisfy { if case .fund = $0.figure { true } else { false } }
        return areFunds && totals.count == 1 ? totals : figures
    }

    // MARK: - Sentences

    /// - Parameter name: what a sentence calls a figure that is no fact: 绩效对象 P1 总得分.
    func figure(named name: String, printed: String, at place: PrintedPlace) -> FoundSubjectFigure? {
        let words = name.split(separator: " ").map(String.init)
        guard words.count >= 3, let slot = words.last, let subject = subject(words[words.count - 2]) else { return nil }
        let counts = package.facts.standards.sheet(.units)?.columns.filter { $0.type == .count }.map(\.name) ?? []
        guard let figure = Self.slots[slot] ?? (counts.contains(slot) ? .staff(slot, of: nil) : nil) else { return nil }
        return FoundSubjectFigure(subject: subject, place: place, figure: figure, printed: printed)
    }

    private static let slots: [String: SubjectFigure] = [
        "自评项目数": .projects, "平均得分": .projects, "自评资金": .projectFunds,
        "总得分": .total, "总分值": .totalWeight, "得分率": .total, "执行率": .fund(.total, column: FundColumn.rate),
        FundColumn.initial: .fund(.total, column: FundColumn.initial),
        FundColumn.budget: .fund(.total, column: FundColumn.budget),
        FundColumn.actual: .fund(.total, column: FundColumn.actual),
    ]
}
