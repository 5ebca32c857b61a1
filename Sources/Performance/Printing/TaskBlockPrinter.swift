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
