import Fiscal
import Performance
import Publication
import Standards

/// 完成情况: figures of the text beside those of the indicators.
struct AchievedTextChecker: EvaluationChecker {
    private static let shortest = 4

    func check(_ context: EvaluationContext, rule: Rule) -> WordingResult {
        var result = WordingResult()
        let names = IndicatorNames(definitions: context.definitions)
        for form in context.scored {
            let cells = form.achieved.isEmpty ? form.goals : form.achieved
            guard !cells.isEmpty else { continue }
            let text = TextFigures(cells, names: names)
            for indicator in form.indicators {
                guard let actual = indicator.actual, let number = actual.number, number.comparison == nil else {
                    continue
                }
                let key = names.key(indicator.name.text)
                guard key.count >= Self.shortest else { continue }
                let found = text.figures(of: key, isPercent: number.isPercent)
                guard !found.isEmpty else { continue }
                let values = [actual, indicator.target].compactMap { $0?.number?.printed }
                if text.prints(actual, number)
                    || found.contains(where: { figure in
                        figure.isBound || values.contains { $0.isSameValue(as: figure.printed) }
                    })
                {
                    result.pass()
                    continue
                }
                result.findings.append(
                    Finding(
                        rule, in: context, proof: .warning,
                        message: EvaluationWords.achieved(form.name, indicator.title, actual.text, found[0].text),
                        printed: actual.text, expected: found[0].text,
                        places: [form.spot("\(indicator.title) / \(IndicatorColumn.actual)", actual)]
                            + found.map {
                                form.spot("实际完成情况", EvaluationCell(text: $0.text, value: .words, place: $0.place))
                            }))
            }
        }
        return result
    }
}

/// 完成情况: what the sentences about a project tell of an indicator, beside its form.
struct ToldAchievementChecker: EvaluationChecker {
    private static let shortest = 4

    func check(_ context: EvaluationContext, rule: Rule) -> WordingResult {
        var result = WordingResult()
        guard let telling = context.definitions.telling else { return result }
        let names = IndicatorNames(definitions: context.definitions)
        for scope in TellingScopes(context, telling).all where scope.isOfProject {
            let text = TextFigures(scope.text, scope.range, names: names)
            for indicator in scope.form.indicators {
                guard let actual = indicator.actual, let number = actual.number, number.comparison == nil,
                    !number.unit.isEmpty
                else { continue }
                let key = names.key(indicator.name.text)
                guard key.count >= Self.shortest else { continue }
                let found = text.figures(of: key, isPercent: number.isPercent, unit: number.unit)
                guard let told = found.first else { continue }
                let values = [actual, indicator.target].compactMap { $0?.number?.printed }
                if text.prints(actual, number)
                    || found.contains(where: { figure in
                        figure.isBound || values.contains { $0.isSameValue(as: figure.printed) }
                    })
                {
                    result.pass()
                    continue
                }
                result.findings.append(
                    Finding(
                        rule, in: context, proof: .warning,
                        message: EvaluationWords.toldAchieved(scope.form.name, indicator.title, actual.text, told.text),
                        printed: actual.text, expected: told.text,
                        places: [scope.form.spot("\(indicator.title) / \(IndicatorColumn.actual)", actual)]
                            + found.map {
                                FindingPlace(text: $0.text, place: FigurePlace(label: $0.text, place: $0.place))
                            }))
            }
        }
        return result
    }
}
