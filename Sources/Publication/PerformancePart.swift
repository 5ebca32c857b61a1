import Fiscal
package import Ledger
package import Paper
package import Performance
package import Standards

/// What one package prints of goals, self-evaluation and monitoring.
package struct PerformancePart: Sendable {
    package let subjects: [EvaluatedSubject]
    package let forms: [PrintedEvaluation]
    /// All that is wrong with the book's sheets of performance, of every severity.
    package let faults: [EvaluationFault]
    package let stage: EvaluationLayout.Stage

    package static let none = PerformancePart(subjects: [], forms: [], faults: [], stage: .evaluation)

    /// - Parameter stage: nil = the latest that the book has got to.
    package init(_ facts: FactBase, stage wanted: EvaluationLayout.Stage? = nil) {
        guard !facts.book.evaluation.isEmpty else {
            self = .none
            return
        }
        let evaluations = EvaluationBook(book: facts.book, standards: facts.standards)
        let own = evaluations.subjects.filter { facts.scope.contains($0.record.unit) }
        let stage = wanted ?? Self.latest(own)
        let forms = own.flatMap { Self.print($0, at: stage, facts) }
        self.init(
            subjects: own, forms: forms,
            faults: evaluations.faults + forms.compactMap { Self.unknown($0, in: evaluations) }, stage: stage)
    }

    private static func print(
        _ subject: EvaluatedSubject, at stage: EvaluationLayout.Stage, _ facts: FactBase
    ) -> [PrintedEvaluation] {
        let surroundings = surroundings(of: subject, facts)
        return layouts(of: subject, at: stage, in: facts.standards).map { layout in
            let needsAccounts = layout.blocks.contains { block in
                switch block {
                case .base, .buildings: true
                default: false
                }
            }
            let accounts =
                needsAccounts
                ? FactBase(book: facts.book, standards: facts.standards, unit: subject.record.unit) : nil
            return EvaluationPrinter(subject, layout: layout, surroundings: surroundings, accounts: accounts).print()
        }
    }

    /// Blank cells of base data: the book may well know more than it was told.
    private static func unknown(_ form: PrintedEvaluation, in book: EvaluationBook) -> EvaluationFault? {
        guard !form.unknown.isEmpty, let subject = book[form.subject] else { return nil }
        return EvaluationFault(.unknownBase(form.unknown, title: form.title), at: subject.record.origin)
    }

    private init(
        subjects: [EvaluatedSubject], forms: [PrintedEvaluation], faults: [EvaluationFault],
        stage: EvaluationLayout.Stage
    ) {
        self.subjects = subjects
        self.forms = forms
        self.faults = faults
        self.stage = stage
    }

    private static func latest(_ subjects: [EvaluatedSubject]) -> EvaluationLayout.Stage {
        if subjects.contains(where: \.isEvaluated) { return .evaluation }
        return subjects.contains { !$0.monitoring.isEmpty } ? .monitoring : .goals
    }

    private static func layouts(
        of subject: EvaluatedSubject, at stage: EvaluationLayout.Stage, in standards: Standards
    ) -> [EvaluationLayout] {
        switch stage {
        case .evaluation where !subject.isEvaluated: return []
        case .monitoring where subject.monitoring.isEmpty: return []
        default: break
        }
        return standards.evaluationLayouts.filter { $0.stage == stage && $0.subject == subject.record.kind }
    }

    private static func staffing(of unit: String, _ book: Book, _ standards: Standards) -> [String: Int64] {
        let columns = standards.sheet(.units)?.columns.filter { $0.type == .count }.map(\.name) ?? []
        var counts: [String: Int64] = [:]
        for column in columns { counts[column] = book.units.staff(column, of: unit) }
        return counts
    }

    private static func surroundings(of subject: EvaluatedSubject, _ facts: FactBase) -> EvaluationSurroundings {
        let book = facts.book
        let unit = subject.record.unit
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
            staffing: staffing(of: unit, book, facts.standards),
            lastMonth: facts.standards.schemes.rules.monitoring.lastMonth)
    }
}

extension PerformancePart {
    /// What a paper of these forms alone is called.
    package var title: String {
        switch stage {
        case .evaluation: "预算绩效自评材料"
        case .monitoring: "预算绩效运行监控材料"
        case .goals: "预算绩效目标"
        }
    }

    /// What the list of attachments and the contents call a form.
    package func label(of form: PrintedEvaluation) -> String {
        let isAlone = forms.count { $0.layout.id == form.layout.id } == 1
        let name = subjects.first { $0.record.code == form.subject }?.name ?? ""
        return isAlone || name.isEmpty ? form.title : "\(form.title)（\(name)）"
    }

    /// Each form on pages of its own.
    ///
    /// - Parameter first: the number of the first of them among the attachments; nil where they are not numbered.
    package func sections(numberedFrom first: Int?) -> [Section] {
        forms.enumerated().map { index, form in
            var blocks: [Block] = []
            if let first { blocks.append(.paragraph(Paragraph("附件\(first + index)"))) }
            blocks.append(.heading(level: 2, Paragraph(form.title, style: .tableTitle, anchor: "e-\(index + 1)")))
            blocks += form.infos.map { .paragraph(Paragraph($0, style: .tableInfo)) }
            blocks.append(.grid(form.grid))
            blocks += form.notes.map { .paragraph(Paragraph($0, style: .tableNote)) }
            return Section(orientation: form.layout.isLandscape ? .landscape : .portrait, blocks: blocks)
        }
    }
}
