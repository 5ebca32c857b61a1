import Fiscal
import Performance
import Publication
import Standards

/// 完成情况: what the report tells of an indicator, or in the words of a form's achieved goals, beside the forms.
///
/// The same name and unit in front of another figure. A figure that any form prints under that name is right, and one that
/// the report prints elsewhere may be what it means.
struct ReportIndicatorChecker: EvaluationChecker {
    private static let shortest = 4

    /// All that the forms print under one name and unit.
    private struct Known {
        let label: String
        let form: EvaluationForm
        let cell: EvaluationCell
        let printed: String
        var values: [PrintedNumber]
    }

    private struct Name: Hashable {
        let key: String
        let unit: String
    }

    func check(_ context: EvaluationContext, rule: Rule) -> WordingResult {
        var result = WordingResult()
        let names = IndicatorNames(definitions: context.definitions)
        let known = known(context, names)
        guard !known.isEmpty else { return result }
        for report in ReportScope.texts(in: context.paper) {
            let text = TextFigures(characters: report.characters, places: report.places, names: names)
            for (name, entry) in known.sorted(by: { ($0.key.key, $0.key.unit) < ($1.key.key, $1.key.unit) }) {
                compare(name, entry, text, context, rule, into: &result)
            }
        }
        return result
    }

    private func compare(
        _ name: Name, _ entry: Known, _ text: TextFigures, _ context: EvaluationContext, _ rule: Rule,
        into result: inout WordingResult
    ) {
        let found = text.figures(of: name.key, isPercent: name.unit == "%").filter { $0.unit == name.unit }
        let isRight: (TextFigures.Figure) -> Bool = { figure in
            figure.isBound || entry.values.contains { $0.isSameValue(as: figure.printed) }
        }
        guard let first = found.first else { return }
        if found.contains(where: isRight) || entry.values.contains(where: { text.prints($0.text() + name.unit) }) {
            return result.pass()
        }
        result.findings.append(
            Finding(
                rule, in: context, proof: .warning,
                message: EvaluationWords.reportIndicator(
                    first.text + (name.unit == "%" ? "" : name.unit), entry.form.name, entry.label, entry.printed),
                printed: first.text, expected: entry.printed,
                places: [
                    FindingPlace(text: first.text, place: FigurePlace(label: first.text, place: first.place)),
                    entry.form.spot(entry.label, entry.cell),
                ]))
    }

    // MARK: - What the forms print

    private func known(_ context: EvaluationContext, _ names: IndicatorNames) -> [Name: Known] {
        var known: [Name: Known] = [:]
        for form in context.scored {
            for indicator in form.indicators {
                guard let actual = indicator.actual, let number = actual.number, number.comparison == nil else {
                    continue
                }
                let name = Name(
                    key: names.key(indicator.name.text),
                    unit: number.isPercent ? "%" : TextFigures.unit(foldedLabel(number.unit)))
                add(name, indicator.title, form, actual, number.printed, to: &known)
                // A target is never wrong to tell.
                if let target = indicator.target?.number?.printed { known[name]?.values.append(target) }
            }
            let told = TextFigures(form.achieved, names: names).all
            for (key, figure) in told where !figure.isBound {
                let cell = EvaluationCell(text: figure.text, value: .words, place: figure.place)
                add(Name(key: key, unit: figure.unit), key, form, cell, figure.printed, to: &known)
            }
        }
        for form in context.scored {
            for (key, figure) in TextFigures(form.goals, names: names).all {
                known[Name(key: key, unit: figure.unit)]?.values.append(figure.printed)
            }
        }
        return known
    }

    private func add(
        _ name: Name, _ label: String, _ form: EvaluationForm, _ cell: EvaluationCell, _ number: PrintedNumber,
        to known: inout [Name: Known]
    ) {
        guard name.key.count >= Self.shortest, !name.unit.isEmpty else { return }
        known[
            name,
            default: Known(
                label: label, form: form, cell: cell, printed: number.text() + name.unit, values: [])
        ].values.append(number)
    }
}
