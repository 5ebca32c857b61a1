package import Fiscal
import Standards

/// What of a subject a printed figure is.
package enum SubjectFigure: Sendable, Hashable {
    /// Money by where it came from, its rate, and the points for it, by `FundColumn`.
    case fund(SubjectFunds.Source, column: String)
    /// Money by nature and `FundColumn`.
    case nature(String, column: String)
    /// By its place among the subject's indicators, and `IndicatorColumn` or, of a monitoring form, `MonitoringColumn`.
    case indicator(Int, column: String)
    case totalWeight
    case total
    case grade
    /// By its place among the subject's tasks, nil for their sum; and `FundName`.
    case task(Int?, column: String)
    /// A count of staff, or one over another, by the columns of the sheet of units.
    case staff(String, of: String?)
    /// Count and mean of all self-evaluations of its unit's projects; and their money.
    case projects, projectFunds
    /// Figures of the unit's accounts, added up.
    case accounts([SignedKey])
    /// By its place among the book's buildings.
    case building(Origin)

    package struct SignedKey: Sendable, Hashable {
        package let key: FactKey
        /// +1 or -1.
        package let sign: Int64
    }
}

/// A figure of a form of performance with the words that people call it by.
package struct PrintedSubjectFigure: Sendable, Hashable {
    package let figure: SubjectFigure
    /// What its row is called; the first is the usual word.
    package let rowLabels: [String]
    /// What its column is called; as above.
    package let header: [String]
    package let text: String
}

extension EvaluationLayout.Content {
    /// nil where it shows no figure of the subject.
    var figure: SubjectFigure? {
        switch self {
        case .fund(let source, let column): SubjectFunds.Source(rawValue: source).map { .fund($0, column: column) }
        case .nature(let name, let column): .nature(name, column: column)
        case .staff(let column): .staff(column, of: nil)
        case .staffRate(let column, let whole): .staff(column, of: whole)
        case .field("总分值"): .totalWeight
        case .field("总得分"): .total
        case .field("评级"): .grade
        case .field, .words, .texts, .blank: nil
        }
    }
}

/// Calls figures of forms by the words of the definitions.
struct FigureLabels {
    let definitions: EvaluationDefinitions
    let execution: String

    func labels(of figure: SubjectFigure) -> (row: [String], header: [String]) {
        switch figure {
        case .fund(let source, let column):
            let rate = source == .total ? [execution] : []
            return (words(source.rawValue, definitions.fundRows) + rate, words(column, definitions.fundColumns))
        case .nature(let name, let column):
            return (words(name, definitions.natures), words(column, definitions.fundColumns))
        case .total: return (["总分", "总得分"], ["得分"])
        // Whoever says 总分 means the score.
        case .totalWeight: return (["总分值"], ["分值"])
        case .grade: return (["总分", "评级"], ["等级"])
        case .staff(let column, let whole): return ([whole == nil ? column : column + "比" + (whole ?? "")], [])
        case .indicator, .task, .accounts, .building, .projects, .projectFunds: return ([], [])
        }
    }

    func words(_ name: String, _ labels: [EvaluationDefinitions.Label]) -> [String] {
        let known = labels.first { $0.name == name }?.words ?? []
        return [name] + known.filter { $0 != name }
    }
}
