import Ledger
import Paper
package import Standards

/// A scored subject and a layout → the form as printed, with the labels that `EvaluationReader` goes by.
package struct EvaluationPrinter {
    private let subject: EvaluatedSubject
    private let layout: EvaluationLayout
    private let values: SubjectValues

    package init(_ subject: EvaluatedSubject, layout: EvaluationLayout, surroundings: EvaluationSurroundings) {
        self.subject = subject
        self.layout = layout
        values = SubjectValues(subject, figures: layout.figures, surroundings: surroundings)
    }

    package func print() -> PrintedEvaluation {
        var builder = GridBuilder(width: layout.widths.count)
        var entries: [[String]] = []
        for block in layout.blocks {
            switch block {
            case .rows(let rows): for row in rows { add(row, to: &builder) }
            case .indicators(let block):
                let printer = IndicatorBlockPrinter(block: block, subject: subject, values: values)
                printer.add(to: &builder)
                entries += printer.entries
            case .tasks(let block): TaskBlockPrinter(block: block, subject: subject, values: values).add(to: &builder)
            }
        }
        return PrintedEvaluation(
            layout: layout, subject: subject.record.code, title: values.filled(layout.title),
            infos: layout.infos.map(values.filled), grid: builder.grid(widths: layout.widths),
            entries: entries,
            notes: layout.notes.map(values.filled))
    }

    private func add(_ row: [EvaluationLayout.Cell], to builder: inout GridBuilder) {
        builder.beginRow()
        for cell in row { values.add(cell, to: &builder) }
        builder.endRow()
    }
}
