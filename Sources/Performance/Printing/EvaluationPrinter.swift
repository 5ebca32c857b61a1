package import Ledger
import Paper
package import Standards

/// A scored subject and a layout → the form as printed, with the labels that `EvaluationReader` goes by.
package struct EvaluationPrinter {
    private let subject: EvaluatedSubject
    private let layout: EvaluationLayout
    private let values: SubjectValues
    private let accounts: FactBase?

    /// - Parameter accounts: those of the subject's unit with all under it; only base data asks for them.
    package init(
        _ subject: EvaluatedSubject, layout: EvaluationLayout, surroundings: EvaluationSurroundings,
        accounts: FactBase? = nil
    ) {
        self.accounts = accounts
        self.subject = subject
        self.layout = layout
        values = SubjectValues(subject, figures: layout.figures, surroundings: surroundings)
    }

    package func print() -> PrintedEvaluation {
        var builder = GridBuilder(width: layout.widths.count)
        var entries: [[String]] = []
        var base: [[String]] = []
        var unknown: [String] = []
        var figures: [PrintedSubjectFigure] = []
        for block in layout.blocks {
            switch block {
            case .rows(let rows):
                for row in rows { add(row, to: &builder) }
                base += staff(in: rows)
                figures += self.figures(in: rows)
            case .indicators(let block):
                let printer = IndicatorBlockPrinter(block: block, subject: subject, values: values)
                printer.add(to: &builder)
                entries += printer.entries
                figures += printer.figures
            case .monitoring(let block):
                let printer = MonitoringBlockPrinter(block: block, subject: subject, values: values)
                printer.add(to: &builder)
                entries += printer.entries
                figures += printer.figures
            case .base(let block):
                guard let accounts else { continue }
                var printer = BaseBlockPrinter(block: block, accounts: accounts, values: values)
                printer.add(to: &builder)
                base += printer.entries
                unknown += printer.unknown
                figures += printer.printed
            case .buildings(let block):
                guard let accounts else { continue }
                let buildings = accounts.book.evaluation.buildings.filter { accounts.scope.contains($0.unit) }
                let printer = BuildingBlockPrinter(block: block, buildings: buildings, values: values)
                printer.add(to: &builder)
                figures += printer.figures
            case .tasks(let block):
                let printer = TaskBlockPrinter(block: block, subject: subject, values: values)
                printer.add(to: &builder)
                figures += printer.figures
            }
        }
        return PrintedEvaluation(
            layout: layout, subject: subject.record.code, title: values.filled(layout.title),
            infos: layout.infos.map(values.filled), grid: builder.grid(widths: layout.widths),
            entries: entries, base: base, unknown: unknown,
            notes: layout.notes.map(values.filled), figures: figures.filter { !$0.text.isEmpty })
    }

    /// Those of cells that stand by themselves.
    private func figures(in rows: [[EvaluationLayout.Cell]]) -> [PrintedSubjectFigure] {
        rows.joined().compactMap { cell in
            guard let figure = cell.content.figure else { return nil }
            let (row, header) = values.labels.labels(of: figure)
            return PrintedSubjectFigure(
                figure: figure, rowLabels: row, header: header, text: values.text(of: cell.content))
        }
    }

    private func staff(in rows: [[EvaluationLayout.Cell]]) -> [[String]] {
        rows.joined().compactMap { cell in
            switch cell.content {
            case .staff, .staffRate:
                let text = values.text(of: cell.content)
                return text.isEmpty ? nil : [PrintedEvaluation.staffRow, "", text]
            default: return nil
            }
        }
    }

    private func add(_ row: [EvaluationLayout.Cell], to builder: inout GridBuilder) {
        guard !row.contains(where: { $0.dropsRow && values.text(of: $0.content).isEmpty }) else { return }
        builder.beginRow()
        for cell in row { values.add(cell, to: &builder) }
        builder.endRow()
    }
}
