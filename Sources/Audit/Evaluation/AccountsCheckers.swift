import Fiscal
import Performance
import Publication
import Standards

/// 与决算: the funds of forms against the tables of the accounts in the same paper, where the scope is the same.
struct AccountsChecker: EvaluationChecker {
    func check(_ context: EvaluationContext, rule: Rule) -> WordingResult {
        var result = WordingResult()
        let isAlone = Self.isAlone(context)
        for tie in context.definitions.accounts where isAlone || !tie.isOfOneUnit {
            let figures = Self.figures(tie, context.paper)
            if figures.isEmpty { continue }
            for form in context.scored where tie.subject == nil || form.definition.subject == tie.subject {
                check(form, tie, figures, context, rule, into: &result)
            }
        }
        return result
    }

    private func check(
        _ form: EvaluationForm, _ tie: EvaluationDefinitions.AccountsTie, _ figures: [ReadFigure],
        _ context: EvaluationContext, _ rule: Rule, into result: inout WordingResult
    ) {
        let cells = tie.columns.compactMap { column in form.fund(tie.row)?[column].map { (column, $0) } }
        guard let (column, cell) = cells.first(where: { !$0.1.isBlank }) else { return }
        let arithmetic = FormArithmetic([cell])
        guard let own = arithmetic.money(cell) else { return }
        let known = figures.compactMap { figure in Self.bounds(figure).map { (figure, $0) } }
        let holds = known.contains { _, bounds in
            switch tie.relation {
            case .equal: own.overlaps(bounds)
            case .atMost: own.low <= bounds.high
            }
        }
        guard !holds, !known.isEmpty else {
            if holds { result.pass() }
            return
        }
        var seen: Set<String> = []
        let others = known.map(\.0).filter { seen.insert($0.text).inserted }
        result.findings.append(
            Finding(
                rule, in: context, proof: .warning,
                message: EvaluationWords.accounts(
                    form.name, "\(tie.row)（\(column)）", cell.text, others.map { ($0.place.label, $0.text) },
                    isLimit: tie.relation == .atMost),
                printed: cell.text, expected: others.first?.text ?? "",
                places: [form.spot("\(tie.row) / \(column)", cell)]
                    + others.map { FindingPlace(text: $0.text, place: $0.place) }))
    }

    /// What tables print of the fact: of all funds where it is a limit, of any fund where one of them must be equal.
    private static func figures(_ tie: EvaluationDefinitions.AccountsTie, _ paper: UnderstoodPaper) -> [ReadFigure] {
        paper.tables.flatMap(\.figures).filter { figure in
            guard case .fact(let key) = figure.figure, key.concept == Concept(tie.concept), key.phase == .actual,
                key.year == paper.year, figure.printed != nil
            else { return false }
            return Dimension.allCases.allSatisfy {
                key.coordinates[$0].isAll || $0 == .fund && tie.relation == .equal
            }
        }
    }

    private static func bounds(_ figure: ReadFigure) -> Bounds? {
        guard let printed = figure.printed, let unit = MoneyUnit.allCases.first(where: { $0.word == figure.unit })
        else {
            return nil
        }
        return Bounds(printed, factor: unit.rawValue)
    }

    /// Whether the paper says that its accounts are of one unit: 决算单位构成包括：某局本级。
    private static func isAlone(_ context: EvaluationContext) -> Bool {
        guard let words = context.definitions.oneUnit else { return false }
        return context.paper.paragraphs.contains { paragraph in
            let text = foldedLabel(paragraph.text)
            guard !paragraph.isAnnex, words.about.contains(where: text.contains),
                let mark = text.ranges(of: words.opener).last
            else { return false }
            let names = text[mark.upperBound...].prefix { !"。;".contains($0) }
            return names.hasSuffix(words.ending) && !names.contains { "、,和及".contains($0) }
        }
    }
}
