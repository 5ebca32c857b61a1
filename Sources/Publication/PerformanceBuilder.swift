import Fiscal
import Ledger
import Paper
import Performance
import Standards

/// A book's subjects at one stage of the year → the forms and reports of one scope.
struct PerformanceBuilder {
    private let facts: FactBase
    private let evaluations: EvaluationBook
    private let own: [EvaluatedSubject]
    private let stage: EvaluationLayout.Stage
    private let adjusted: [FactKey: PrintedNumber]
    /// Accounts of the subjects' units, each made once.
    private var accounts: [String: FactBase] = [:]
    private var known: [String: EvaluationSurroundings] = [:]

    private var standards: Standards { facts.standards }

    init(
        _ facts: FactBase, evaluations: EvaluationBook, stage: EvaluationLayout.Stage?,
        adjusted: [FactKey: PrintedNumber]
    ) {
        self.facts = facts
        self.evaluations = evaluations
        self.adjusted = adjusted
        own = evaluations.subjects.filter { facts.scope.contains($0.record.unit) }
        self.stage = stage ?? Self.latest(own)
        if !facts.isAlone { accounts[facts.unit] = facts }
    }

    private static func latest(_ subjects: [EvaluatedSubject]) -> EvaluationLayout.Stage {
        if subjects.contains(where: \.isEvaluated) { return .evaluation }
        if subjects.contains(where: { !$0.monitoring.isEmpty }) { return .monitoring }
        // Where others have their goals set, what is not scored waits for them.
        return !subjects.isEmpty && subjects.allSatisfy(\.isReported) ? .evaluation : .goals
    }

    mutating func build() -> PerformancePart {
        var forms: [(EvaluatedSubject, [PrintedEvaluation])] = []
        for subject in own { forms.append((subject, self.forms(of: subject))) }
        var documents: [PerformancePart.Document] = []
        for (subject, printed) in forms {
            documents += reports(of: subject, among: forms).map { .report($0) }
            documents += printed.map { .form($0) }
        }
        let unknown = forms.flatMap(\.1).compactMap(unknown)
        return PerformancePart(
            subjects: own, documents: documents, summaries: summaries(), charts: charts(),
            faults: evaluations.faults + unknown + buildingsNotPrinted(forms.flatMap(\.1)), stage: stage)
    }

    /// Rows of finished buildings, where the forms of the place have no room for them.
    private func buildingsNotPrinted(_ forms: [PrintedEvaluation]) -> [EvaluationFault] {
        let buildings = facts.book.evaluation.buildings
        let isPrinted = forms.flatMap(\.layout.blocks).contains { if case .buildings = $0 { true } else { false } }
        guard stage == .evaluation, !forms.isEmpty, !isPrinted, let first = buildings.first else { return [] }
        return [EvaluationFault(.buildingsNotPrinted(buildings.count), at: first.origin)]
    }

    // MARK: Forms

    private mutating func forms(of subject: EvaluatedSubject) -> [PrintedEvaluation] {
        let surroundings = surroundings(of: subject)
        var printed: [PrintedEvaluation] = []
        for layout in layouts(of: subject) {
            let needsAccounts = layout.blocks.contains { block in
                switch block {
                case .base, .buildings: true
                default: false
                }
            }
            let printer = EvaluationPrinter(
                subject, layout: layout, surroundings: surroundings,
                accounts: needsAccounts ? accounts(of: subject) : nil)
            printed.append(printer.print())
        }
        return printed
    }

    private func layouts(of subject: EvaluatedSubject) -> [EvaluationLayout] {
        switch stage {
        case .evaluation where !subject.isReported || !subject.scheme.isSelfEvaluation: return []
        case .monitoring where subject.monitoring.isEmpty: return []
        default: break
        }
        return standards.evaluationLayouts.filter {
            $0.stage == stage && $0.subject == subject.record.kind && subject.scheme.prints($0.form)
        }
    }

    private mutating func accounts(of subject: EvaluatedSubject) -> FactBase {
        let unit = subject.record.unit
        if let known = accounts[unit] { return known }
        let made = FactBase(book: facts.book, standards: standards, unit: unit)
        accounts[unit] = made
        return made
    }

    /// Blank cells of base data: the book may well know more than it was told.
    private func unknown(_ form: PrintedEvaluation) -> EvaluationFault? {
        guard !form.unknown.isEmpty, let subject = evaluations[form.subject] else { return nil }
        return EvaluationFault(.unknownBase(form.unknown, title: form.title), at: subject.record.origin)
    }

    // MARK: Reports

    private mutating func reports(
        of subject: EvaluatedSubject, among forms: [(EvaluatedSubject, [PrintedEvaluation])]
    ) -> [PrintedReport] {
        guard stage == .evaluation, subject.isReported else { return [] }
        let outlines = standards.reports.reports.filter {
            $0.subject == subject.record.kind && $0.isSelfEvaluation == subject.scheme.isSelfEvaluation
                && subject.scheme.prints($0.id)
        }
        let accounts = accounts(of: subject)
        let scope = accounts.scope
        let projects = own.filter { scope.contains($0.record.unit) && $0.isSelfEvaluatedProject }
        let shared = shared(of: subject.record.unit)
        let titles = forms.filter { scope.contains($0.0.record.unit) }.flatMap { owner, printed in
            let isWhole = owner.record.kind == .department && owner.record.code == subject.record.code
            return printed.map { isWhole ? $0.title : "\($0.title)（\(owner.name)）" }
        }
        let surroundings = surroundings(of: subject)
        return outlines.map { outline in
            var builder = ReportBuilder(
                outline, subject: subject, surroundings: surroundings, shared: shared,
                projects: projects, forms: titles, facts: accounts, adjusted: adjusted)
            return builder.build()
        }
    }

    /// Figures of all self-evaluations of a unit; none where it has none.
    private func shared(of unit: String) -> [String: SubjectNarrator.Value] {
        guard evaluations.subjects(of: unit).contains(where: \.isSelfEvaluatedProject) else { return [:] }
        let totals = SelfEvaluationTotals(of: unit, evaluations, facts.book)
        var values: [String: SubjectNarrator.Value] = [
            "自评项目数": .number(PrintedNumber(mantissa: Int64(totals.projects), decimals: 0), unit: "个")
        ]
        if let fen = totals.executed {
            values["自评资金"] = .number(
                PrintedNumber.printing(fen, in: .tenThousandYuan, decimals: 2), unit: MoneyUnit.tenThousandYuan.word)
        }
        if let mean = totals.mean { values["平均得分"] = .number(mean, unit: "分") }
        return values
    }

    /// A sentence or two about each project that evaluated itself, by the id of its phrase.
    private mutating func summaries() -> [String: [PerformancePart.Summary]] {
        guard stage == .evaluation else { return [:] }
        let asked = standards.profile.outline.flatMap(\.content).flatMap { content -> [String] in
            if case .projects(let ids) = content { ids } else { [] }
        }
        var result: [String: [PerformancePart.Summary]] = [:]
        for id in asked {
            guard let phrase = standards.reports.subjectPhrases[id] else { continue }
            for subject in own where subject.isSelfEvaluatedProject {
                let narrator = SubjectNarrator(subject, surroundings: surroundings(of: subject))
                result[id, default: []] += narrator.sentences(phrase).map {
                    PerformancePart.Summary(subject: subject, sentence: $0)
                }
            }
        }
        return result
    }

    private mutating func charts() -> [Chart] {
        let projects = own.filter { $0.isSelfEvaluatedProject && $0.total != nil }
        guard stage == .evaluation, projects.count > 1 else { return [] }
        var narrators: [SubjectNarrator] = []
        for project in projects { narrators.append(SubjectNarrator(project, surroundings: surroundings(of: project))) }
        return standards.reports.charts.map { chart in
            Chart(
                title: chart.title.replacing("{年}", with: String(facts.book.settings.year.number)), unit: chart.unit,
                categories: projects.map(\.name),
                series: chart.series.map { series in
                    let values = narrators.map { narrator -> PrintedNumber? in
                        guard case .number(let number, _) = narrator.value(series.value) else { return nil }
                        return number
                    }
                    return Chart.Series(name: series.name, values: values)
                })
        }
    }

    // MARK: Surroundings

    private mutating func surroundings(of subject: EvaluatedSubject) -> EvaluationSurroundings {
        let unit = subject.record.unit
        if let known = known[unit] { return known }
        let made = surroundings(of: unit)
        known[unit] = made
        return made
    }

    private func surroundings(of unit: String) -> EvaluationSurroundings {
        let book = facts.book
        // What the unit says of itself, else what the department does.
        var texts: [String: String] = [:]
        for code in [book.units.root?.code ?? "", unit] {
            for (key, paragraphs) in book.texts where key.unit == code {
                texts[key.name] = paragraphs.joined(separator: "\n")
            }
        }
        return EvaluationSurroundings(
            year: book.settings.year.number, department: book.settings.department,
            unit: book.units[unit].map(book.units.ownName) ?? book.settings.department, texts: texts,
            staffing: staffing(of: unit), lastMonth: standards.schemes.rules.monitoring.lastMonth,
            definitions: standards.evaluations)
    }

    private func staffing(of unit: String) -> [String: Int64] {
        let columns = standards.sheet(.units)?.columns.filter { $0.type == .count }.map(\.name) ?? []
        var counts: [String: Int64] = [:]
        for column in columns { counts[column] = facts.book.units.staff(column, of: unit) }
        return counts
    }
}
