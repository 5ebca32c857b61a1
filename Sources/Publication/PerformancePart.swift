package import Fiscal
package import Ledger
package import Paper
package import Performance
package import Standards

/// What one package prints of goals, self-evaluation and monitoring.
package struct PerformancePart: Sendable {
    /// What goes with the package, in the order that it is printed.
    package enum Document: Sendable {
        case report(PrintedReport)
        case form(PrintedEvaluation)
    }

    /// A sentence about one project.
    package struct Summary: Sendable {
        package let subject: EvaluatedSubject
        package let sentence: SubjectSentence
    }

    package let subjects: [EvaluatedSubject]
    package let documents: [Document]
    /// By the id of the phrase.
    package let summaries: [String: [Summary]]
    package let charts: [Chart]
    /// All that is wrong with the book's sheets of performance, of every severity.
    package let faults: [EvaluationFault]
    package let stage: EvaluationLayout.Stage

    package static let none = PerformancePart(
        subjects: [], documents: [], summaries: [:], charts: [], faults: [], stage: .evaluation)

    init(
        subjects: [EvaluatedSubject], documents: [Document], summaries: [String: [Summary]], charts: [Chart],
        faults: [EvaluationFault], stage: EvaluationLayout.Stage
    ) {
        self.subjects = subjects
        self.documents = documents
        self.summaries = summaries
        self.charts = charts
        self.faults = faults
        self.stage = stage
    }

    /// - Parameters:
    ///   - stage: nil = the latest that the book has got to.
    ///   - evaluations: the book's subjects; nil = they are scored here.
    package init(
        _ facts: FactBase, stage: EvaluationLayout.Stage? = nil, evaluations: EvaluationBook? = nil,
        adjusted: [FactKey: PrintedNumber] = [:]
    ) {
        guard !facts.book.evaluation.isEmpty else {
            self = .none
            return
        }
        let evaluations = evaluations ?? EvaluationBook(book: facts.book, standards: facts.standards)
        var builder = PerformanceBuilder(facts, evaluations: evaluations, stage: stage, adjusted: adjusted)
        self = builder.build()
    }

    package var forms: [PrintedEvaluation] {
        documents.compactMap { if case .form(let form) = $0 { form } else { nil } }
    }

    package var reports: [PrintedReport] {
        documents.compactMap { if case .report(let report) = $0 { report } else { nil } }
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

    /// What the list of attachments calls each document.
    package var labels: [String] {
        let names = Dictionary(
            subjects.map { ($0.record.code, $0.name) }, uniquingKeysWith: { first, _ in first })
        let counts = Dictionary(documents.map { (Self.kind(of: $0), 1) }, uniquingKeysWith: +)
        return documents.map { document in
            let (title, code) =
                switch document {
                case .report(let report): (report.title, report.subject)
                case .form(let form): (form.title, form.subject)
                }
            let name = names[code] ?? ""
            let isAlone = counts[Self.kind(of: document)] == 1
            return isAlone || name.isEmpty || title.contains(name) ? title : "\(title)（\(name)）"
        }
    }

    private static func kind(of document: Document) -> String {
        switch document {
        case .report(let report): "r-" + report.id
        case .form(let form): "f-" + form.layout.id
        }
    }

    /// Each report and form on pages of its own, then the charts.
    ///
    /// - Parameter first: the number of the first of them among the attachments; nil where they are not numbered.
    package func sections(numberedFrom first: Int?) -> [Section] {
        let drawn = charts.isEmpty ? [] : [Section(blocks: charts.map { .chart($0) })]
        let labels = labels
        return documents.enumerated().map { index, document in
            let listing = Paragraph.Listing.words(labels[index])
            let anchor = "e-\(index + 1)"
            var blocks: [Block] = []
            if let first { blocks.append(.paragraph(Paragraph("附件\(first + index)"))) }
            switch document {
            case .report(let report):
                blocks.append(
                    .heading(level: 2, Paragraph(report.title, style: .tableTitle, listing: listing, anchor: anchor)))
                return Section(blocks: blocks + report.blocks(anchor: anchor))
            case .form(let form):
                blocks.append(
                    .heading(level: 2, Paragraph(form.title, style: .tableTitle, listing: listing, anchor: anchor)))
                blocks += form.infos.map { .paragraph(Paragraph($0, style: .tableInfo)) }
                blocks.append(.grid(form.grid))
                blocks += form.notes.map { .paragraph(Paragraph($0, style: .tableNote)) }
                return Section(orientation: form.layout.isLandscape ? .landscape : .portrait, blocks: blocks)
            }
        } + drawn
    }
}
