import Fiscal
import Ledger
import Paper
import Standards

/// What cells of a form show of a subject.
struct SubjectValues {
    let subject: EvaluatedSubject
    let figures: EvaluationLayout.Figures
    let surroundings: EvaluationSurroundings

    var labels: FigureLabels {
        FigureLabels(definitions: surroundings.definitions, execution: subject.scheme.execution.name)
    }

    init(_ subject: EvaluatedSubject, figures: EvaluationLayout.Figures, surroundings: EvaluationSurroundings) {
        self.subject = subject
        self.figures = figures
        self.surroundings = surroundings
    }

    func filled(_ text: String) -> String {
        text.replacing("{年}", with: String(surroundings.year))
            .replacing("{监控期}", with: "1-\(surroundings.lastMonth)月").replacing(
                "{上年}", with: String(surroundings.year - 1)
            ).replacing("{单位}", with: surroundings.unit)
            .replacing("{部门}", with: surroundings.department).replacing("{名称}", with: subject.name)
    }

    /// - Parameter rows: how far down it reaches, where the layout cannot know.
    func add(_ cell: EvaluationLayout.Cell, rows: Int? = nil, to builder: inout GridBuilder) {
        let (text, number) = value(cell.content)
        let framed = cell.frame.isEmpty || text.isEmpty ? text : cell.frame.replacing("{值}", with: text)
        let isLong = framed.count > 30 || framed.contains("\n")
        let alignment: Cell.Alignment =
            switch cell.alignment {
            case .left: .left
            case .center: .center
            case .right: .right
            case nil: isLong ? .left : .center
            }
        var isLabel = false
        if case .words = cell.content { isLabel = true }
        builder.add(
            framed, number: cell.frame.isEmpty ? number : nil, columns: cell.columns, rows: rows ?? cell.rows,
            alignment: alignment, isHeader: isLabel)
    }

    func text(of content: EvaluationLayout.Content) -> String { value(content).0 }

    private func value(_ content: EvaluationLayout.Content) -> (String, PrintedNumber?) {
        switch content {
        case .blank: ("", nil)
        case .words(let words): (filled(words), nil)
        case .field(let name): field(name)
        case .texts(let names): (names.lazy.compactMap { surroundings.texts[$0] }.first { !$0.isEmpty } ?? "", nil)
        case .fund(let source, let column): fund(source, column)
        case .staff(let column): count(surroundings.staffing[column])
        case .staffRate(let column, let whole):
            percent(surroundings.staffing[column], over: surroundings.staffing[whole])
        case .nature(let name, let column):
            amount(phase(column).flatMap { subject.funds.amount(nature: name, $0) })
        }
    }

    // MARK: Fields

    private func field(_ name: String) -> (String, PrintedNumber?) {
        let record = subject.record
        switch name {
        case "名称": return (record.name, nil)
        case "编号": return (record.code, nil)
        case "部门": return (surroundings.department, nil)
        case "单位": return (surroundings.unit, nil)
        case "主管部门": return (record.overseer.isEmpty ? surroundings.department : record.overseer, nil)
        case "实施单位": return (record.implementer.isEmpty ? surroundings.unit : record.implementer, nil)
        case "预期目标": return (record.goal, nil)
        case "完成情况": return (record.attainment, nil)
        case "主要问题": return (record.problems, nil)
        case "改进措施": return (record.measures, nil)
        case "资金说明": return (fundsNote, nil)
        case "总分值": return points(subject.scheme.fullScore)
        case "总得分": return points(subject.total)
        case "评级": return (subject.grade, nil)
        default: return (surroundings.texts[name] ?? "", nil)
        }
    }

    func points(_ hundredths: Int64?) -> (String, PrintedNumber?) {
        guard let hundredths else { return ("", nil) }
        let text = pointsText(hundredths)
        return (text, try? NumberText.parse(text))
    }

    private func count(_ number: Int64?) -> (String, PrintedNumber?) {
        guard let number else { return ("", nil) }
        return (String(number), PrintedNumber(mantissa: number, decimals: 0))
    }

    /// Blank where there is nothing to divide by.
    func percent(_ part: Int64?, over whole: Int64?) -> (String, PrintedNumber?) {
        guard let part, let whole, whole > 0,
            let rate = PrintedNumber.rounding(
                Int128(part) * 100, over: Int128(whole), decimals: figures.rateDecimals)
        else { return ("", nil) }
        return (rate.text(trimmingZeros: figures.trimsRate) + "%", nil)
    }

    // MARK: Money

    private func phase(_ column: String) -> Phase? {
        switch column {
        case FundColumn.initial: .initialBudget
        // Where nothing was adjusted the initial budget is the year's.
        case FundColumn.budget: subject.funds.budgetPhase
        case FundColumn.actual: .actual
        default: nil
        }
    }

    private func fund(_ source: String, _ column: String) -> (String, PrintedNumber?) {
        guard let known = SubjectFunds.Source(rawValue: source) else { return ("", nil) }
        switch column {
        case FundColumn.weight: return points(subject.scheme.execution.weight)
        case FundColumn.score: return points(subject.executionScore)
        case FundColumn.rate: return rate(known)
        case FundColumn.monitored: return amount(monitored(known))
        case FundColumn.forecast:
            return amount(known == .total ? state?.forecastAmount : nil)
        case FundColumn.monitoredRate:
            return percent(monitored(known), over: subject.funds.monitoringBase(known)?.amount)
        default: return amount(phase(column).flatMap { subject.funds.amount(known, $0) })
        }
    }

    /// The subject's money at mid-year, where the book says it.
    private var state: MonitoringRecord? { subject.monitoring.first { $0.indicator.isEmpty } }

    /// Why the money is behind and what is done about it: the form's columns of reasons are those of indicators.
    private var fundsNote: String {
        guard let state, !state.reason.isEmpty || !state.measures.isEmpty else { return "" }
        let kind = state.cause.isEmpty || state.reason.isEmpty ? "" : "（\(state.cause)）"
        return [state.reason + kind, state.measures].map(\.trimmed).filter { !$0.isEmpty }.joined(separator: "；")
    }

    /// By the end of the period: as stated, else the lines until then.
    private func monitored(_ source: SubjectFunds.Source) -> Int64? {
        guard source == .total else { return nil }
        return state?.amount ?? subject.funds.spent(through: surroundings.lastMonth)
    }

    private func rate(_ source: SubjectFunds.Source) -> (String, PrintedNumber?) {
        guard let execution = subject.funds.execution(source),
            let rate = PrintedNumber.rounding(
                Int128(execution.executed) * 100, over: Int128(execution.budget), decimals: figures.rateDecimals)
        else { return ("", nil) }
        let text = rate.text(trimmingZeros: figures.trimsRate)
        return figures.percentSign ? (text + "%", nil) : (text, rate)
    }

    func amount(_ fen: Int64?) -> (String, PrintedNumber?) {
        guard let fen else { return ("", nil) }
        if fen == 0 { return (figures.zero, try? NumberText.parse(figures.zero)) }
        let text = PrintedNumber.printing(fen, in: .tenThousandYuan, decimals: 2).text(
            trimmingZeros: figures.trimsZeros)
        return (text, try? NumberText.parse(text))
    }
}
