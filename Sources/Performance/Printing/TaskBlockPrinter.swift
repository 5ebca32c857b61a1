import Fiscal
import Ledger
import Paper
import Standards

/// The rows of a department's main tasks.
struct TaskBlockPrinter {
    let block: EvaluationLayout.TaskBlock
    let subject: EvaluatedSubject
    let values: SubjectValues

    func add(to builder: inout GridBuilder) {
        let tasks = subject.tasks
        builder.beginRow()
        let height = tasks.count + 1 + (block.total.isEmpty ? 0 : 1)
        if let left = block.left { values.add(left, rows: height, to: &builder) }
        for column in block.columns { builder.add(column.title, columns: column.columns, isHeader: true) }
        builder.endRow()
        for task in tasks {
            row([task.name, task.content], fiscal: task.fiscal, other: task.other, to: &builder)
        }
        guard !block.total.isEmpty else { return }
        func sum(_ amounts: [Int64?]) -> Int64? {
            amounts.contains { $0 != nil } ? amounts.reduce(0) { $0 + ($1 ?? 0) } : nil
        }
        row([block.total, ""], fiscal: sum(tasks.map(\.fiscal)), other: sum(tasks.map(\.other)), to: &builder)
    }

    var figures: [PrintedSubjectFigure] {
        let tasks = subject.tasks
        let amounts = [FundName.total, FundName.fiscal, FundName.other]
        let columns = block.columns.filter { amounts.contains($0.value) }
        return columns.flatMap { column -> [PrintedSubjectFigure] in
            let rows = tasks.enumerated().map { index, task in (Optional(index), task.name, amount([task], column)) }
            let sum = block.total.isEmpty ? [] : [(Int?.none, block.total, amount(tasks, column))]
            return (rows + sum).map { index, label, fen in
                PrintedSubjectFigure(
                    figure: .task(index, column: column.value), rowLabels: [label],
                    header: [column.value, column.title], text: values.amount(fen).0)
            }
        }
    }

    private func amount(_ tasks: [TaskRecord], _ column: EvaluationLayout.Column) -> Int64? {
        let amounts = tasks.flatMap { task in
            switch column.value {
            case FundName.fiscal: [task.fiscal]
            case FundName.other: [task.other]
            default: [task.fiscal, task.other]
            }
        }.compactMap { $0 }
        return amounts.isEmpty ? nil : amounts.reduce(0, +)
    }

    private func row(_ texts: [String], fiscal: Int64?, other: Int64?, to builder: inout GridBuilder) {
        builder.beginRow()
        for column in block.columns {
            let (text, number): (String, PrintedNumber?) =
                switch column.value {
                case "任务": (texts[0], nil)
                case "内容": (texts[1], nil)
                case FundName.total:
                    values.amount(fiscal == nil && other == nil ? nil : (fiscal ?? 0) + (other ?? 0))
                case FundName.fiscal: values.amount(fiscal)
                case FundName.other: values.amount(other)
                default: ("", nil)
                }
            builder.add(text, number: number, columns: column.columns, alignment: text.count > 16 ? .left : .center)
        }
        builder.endRow()
    }
}
