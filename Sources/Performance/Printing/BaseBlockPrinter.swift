import Fiscal
import Ledger
import Paper
import Standards

/// The rows of base data: figures of the accounts, year by year, and the projects one by one.
///
/// What the book does not know is blank and listed in `unknown`; nothing stands in its place.
struct BaseBlockPrinter {
    private let block: BaseBlock
    private let figures: BaseFigures
    private let values: SubjectValues
    /// Row, column and words of each printed figure.
    private(set) var entries: [[String]] = []
    private(set) var unknown: [String] = []
    /// Each printed figure with what it is made of.
    private(set) var printed: [PrintedSubjectFigure] = []

    init(block: BaseBlock, accounts: FactBase, values: SubjectValues) {
        self.block = block
        self.values = values
        let whole = block.rows.first { $0.listsProjects && $0.group.isEmpty && !$0.figures.isEmpty }
        figures = BaseFigures(accounts, expenditure: whole?.figures.first)
    }

    mutating func add(to builder: inout GridBuilder) {
        builder.beginRow()
        for column in block.columns {
            builder.add(values.filled(column.title), columns: column.columns, isHeader: true)
        }
        builder.endRow()
        for row in block.rows { add(row, to: &builder) }
    }

    private mutating func add(_ row: BaseBlock.Row, to builder: inout GridBuilder) {
        if row.group.isEmpty {
            print(row.label, to: &builder) { [figures] in
                figures.keys(row, $0)
            } amount: { [figures] in
                figures.amount(row, $0)
            }
        } else {
            let projects = figures.projects(of: row.group)
            guard !projects.isEmpty else {
                if row.printsEmpty { printEmpty(row, to: &builder) }
                return
            }
            print(row.label, to: &builder) { [figures] column in
                projects.flatMap { figures.keys($0, column) }
            } amount: { [figures] in
                figures.sum(projects, $0)
            }
        }
        guard row.listsProjects else { return }
        for project in figures.projects(of: row.group) {
            print(project.name, isProject: true, to: &builder) { [figures] in
                figures.keys(project, $0)
            } amount: { [figures] in
                figures.amount(project, $0)
            }
        }
        guard !row.restLabel.isEmpty, block.columns.contains(where: { figures.rest($0) ?? 0 != 0 }) else { return }
        print(row.restLabel, isProject: true, to: &builder) { [figures] in
            figures.restKeys($0)
        } amount: { [figures] in
            figures.rest($0)
        }
    }

    /// - Parameter isProject: a project may well have had no money in one of the years, so that a blank asks for nothing.
    private mutating func print(
        _ label: String, isProject: Bool = false, to builder: inout GridBuilder,
        keys: (BaseBlock.Column) -> [SubjectFigure.SignedKey], amount: (BaseBlock.Column) -> Int64?
    ) {
        let label = values.filled(label)
        builder.beginRow()
        for column in block.columns {
            guard column.yearOffset != nil else {
                builder.add(label, columns: column.columns, alignment: .left, isHeader: true)
                continue
            }
            let fen = amount(column)
            let (text, number) = values.amount(fen)
            let title = values.filled(column.title)
            if fen == nil, !isProject { unknown.append("\(label)/\(title)") }
            if !text.isEmpty {
                entries.append([label, title, text])
                printed.append(
                    PrintedSubjectFigure(
                        figure: .accounts(keys(column)), rowLabels: [label], header: [title], text: text))
            }
            builder.add(text, number: number, columns: column.columns)
        }
        builder.endRow()
    }

    private func printEmpty(_ row: BaseBlock.Row, to builder: inout GridBuilder) {
        builder.beginRow()
        for column in block.columns {
            let isLabel = column.yearOffset == nil
            builder.add(
                isLabel ? values.filled(row.label) : row.emptyWord, columns: column.columns,
                alignment: isLabel ? .left : .center, isHeader: isLabel)
        }
        builder.endRow()
    }
}
