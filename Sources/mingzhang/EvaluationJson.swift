import Fiscal
import Performance
import Standards

/// A form of self-evaluation, base data or goals, for programs; docs/read-json.md says what each key holds.
struct EvaluationJson: Encodable {
    struct Cell: Encodable {
        let text: String
        /// Digits and point; absent where the cell is no number.
        let number: String?
        let unit: String?
        let comparison: String?
        let place: PlaceJson?

        init(_ cell: EvaluationCell) {
            text = cell.text
            number = cell.number?.printed.text()
            unit = cell.number.flatMap { $0.unit.isEmpty ? nil : $0.unit }
            comparison = cell.number?.comparison?.rawValue
            place = cell.place.map { PlaceJson($0) }
        }
    }

    struct Row: Encodable {
        let name: String
        let label: Cell
        let values: [String: Cell]
        /// Values whose columns cannot be told.
        let open: [Cell]
    }

    struct Indicator: Encodable {
        let first: String
        let second: String
        let name: Cell
        let target: Cell?
        let actual: Cell?
        let weight: Cell?
        let score: Cell?
        let reason: Cell?
    }

    let id: String
    let kind: String
    let title: String
    let place: PlaceJson?
    let fields: [String: Cell]
    let funds: [Row]
    let natures: [String: Cell]
    let goals: [Cell]
    let achieved: [Cell]
    let indicators: [Indicator]
    let declared: [String: Cell]
    let emptyLevels: [Cell]
    let totalWeight: Cell?
    let totalScore: Cell?
    let grade: Cell?
    let tasks: [Row]
    let taskTotal: Row?
    let staff: [String: Cell]
    let rows: [Row]
    let unrecognized: [Cell]
    let unread: [Cell]

    init(_ form: EvaluationForm) {
        id = form.definition.id
        kind = form.definition.kind.rawValue
        title = form.title
        place = form.place.map { PlaceJson($0) }
        fields = form.fields.mapValues { Cell($0) }
        funds = form.funds.map(Self.row)
        natures = form.natures.mapValues { Cell($0) }
        goals = form.goals.map { Cell($0) }
        achieved = form.achieved.map { Cell($0) }
        indicators = form.indicators.map { indicator in
            Indicator(
                first: indicator.first, second: indicator.second, name: Cell(indicator.name),
                target: indicator.target.map { Cell($0) }, actual: indicator.actual.map { Cell($0) },
                weight: indicator.weight.map { Cell($0) }, score: indicator.score.map { Cell($0) },
                reason: indicator.reason.map { Cell($0) })
        }
        declared = Dictionary(form.declared.map { ($0.level, Cell($0.cell)) }, uniquingKeysWith: { first, _ in first })
        emptyLevels = form.emptyLevels.map { Cell($0) }
        totalWeight = form.totalWeight.map { Cell($0) }
        totalScore = form.totalScore.map { Cell($0) }
        grade = form.grade.map { Cell($0) }
        tasks = form.tasks.map(Self.row)
        taskTotal = form.taskTotal.map(Self.row)
        staff = form.staff.mapValues { Cell($0) }
        rows = form.rows.map { row in
            Row(
                name: row.name, label: Cell(row.label),
                values: Dictionary(
                    row.values.map { ($0.key.rawValue, Cell($0.value)) }, uniquingKeysWith: { first, _ in first }),
                open: row.open.map { Cell($0) })
        }
        unrecognized = form.unrecognized.map { Cell($0) }
        unread = form.unread.map { Cell($0) }
    }

    private static func row(_ row: FundRow) -> Row {
        Row(name: row.name, label: Cell(row.label), values: row.values.mapValues { Cell($0) }, open: [])
    }
}
