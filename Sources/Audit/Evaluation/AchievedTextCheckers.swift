import Fiscal
import Performance
import Publication
import Standards

/// 完成情况: figures of the text beside those of the indicators.
struct AchievedTextChecker: EvaluationChecker {
    func check(_ context: EvaluationContext, rule: Rule) -> WordingResult {
        var result = WordingResult()
        let names = IndicatorNames(definitions: context.definitions)
        for form in context.scored {
            let cells = form.achieved.isEmpty ? form.goals : form.achieved
            guard !cells.isEmpty else { continue }
            let text = TextFigures(cells, names: names)
            for indicator in form.indicators {
                guard let (actual, told) = text.contradicting(indicator, names, takesUnit: false, &result),
                    let first = told.first
                else { continue }
                result.findings.append(
                    Finding(
                        rule, in: context, proof: .warning,
                        message: EvaluationWords.achieved(form.name, indicator.title, actual.text, first.text),
                        printed: actual.text, expected: first.text,
                        places: [form.spot("\(indicator.title) / \(IndicatorColumn.actual)", actual)]
                            + told.map {
                                form.spot("实际完成情况", EvaluationCell(text: $0.text, value: .words, place: $0.place))
                            }))
            }
        }
        return result
    }
}

/// 完成情况: what the sentences about a project tell of an indicator, beside its form.
struct ToldAchievementChecker: EvaluationChecker {
    func check(_ context: EvaluationContext, rule: Rule) -> WordingResult {
        var result = WordingResult()
        guard let telling = context.definitions.telling else { return result }
        let names = IndicatorNames(definitions: context.definitions)
        for scope in TellingScopes(context, telling).all where scope.isOfProject {
            let text = TextFigures(scope.text, scope.range, names: names)
            result.findings += achieved(scope.form, text, names, context, rule)
            for indicator in scope.form.indicators {
                guard let (actual, told) = text.contradicting(indicator, names, takesUnit: true, &result),
                    let first = told.first
                else { continue }
                result.findings.append(
                    Finding(
                        rule, in: context, proof: .warning,
                        message: EvaluationWords.toldAchieved(
                            scope.form.name, indicator.title, actual.text, first.text),
                        printed: actual.text, expected: first.text,
                        places: [scope.form.spot("\(indicator.title) / \(IndicatorColumn.actual)", actual)]
                            + told.map {
                                FindingPlace(text: $0.text, place: FigurePlace(label: $0.text, place: $0.place))
                            }))
            }
        }
        return result
    }
}

extension ToldAchievementChecker {
    /// What the sentences and the form's own words of what was achieved tell by the same words and unit, each once.
    private func achieved(
        _ form: EvaluationForm, _ text: TextFigures, _ names: IndicatorNames, _ context: EvaluationContext, _ rule: Rule
    ) -> [Finding] {
        let words = TextFigures(form.achieved + form.goals, names: names)
        let own = TextFigures(form.achieved, names: names).namedOnce
        return text.namedOnce.sorted { $0.key < $1.key }.compactMap { key, told -> Finding? in
            guard let figure = own[key], !figure.isBound, !told.isBound, !figure.unit.isEmpty, figure.unit == told.unit,
                !figure.printed.isSameValue(as: told.printed), !words.prints(told.printed.text() + told.unit),
                !text.prints(figure.printed.text() + figure.unit)
            else { return nil }
            let (mine, theirs) = (figure.text + figure.unit, told.text + told.unit)
            return Finding(
                rule, in: context, proof: .warning, message: EvaluationWords.toldInWords(form.name, mine, theirs),
                printed: mine, expected: theirs,
                places: [
                    form.spot("实际完成情况", EvaluationCell(text: mine, value: .words, place: figure.place)),
                    FindingPlace(text: theirs, place: FigurePlace(label: theirs, place: told.place)),
                ])
        }
    }
}

extension TextFigures {
    private static let shortest = 4

    /// Figures by the words before them, of those words that lead to one only.
    fileprivate var namedOnce: [String: Figure] {
        Dictionary(grouping: all.filter { $0.key.count >= Self.shortest && $0.figure.unit != "%" }, by: \.key)
            .compactMapValues { $0.count == 1 ? $0[0].figure : nil }
    }

    /// What the text prints under an indicator's name, where it is neither the achieved value nor the target; nil where it
    /// prints nothing of it or something that fits, which is counted.
    ///
    /// - Parameter takesUnit: whether the figure must bear the value's unit, so that the end of the name will do.
    fileprivate func contradicting(
        _ indicator: EvaluationIndicator, _ names: IndicatorNames, takesUnit: Bool, _ result: inout WordingResult
    ) -> (actual: EvaluationCell, told: [Figure])? {
        guard let actual = indicator.actual, let number = actual.number, number.comparison == nil,
            !takesUnit || !number.unit.isEmpty
        else { return nil }
        let key = names.key(indicator.name.text)
        guard key.count >= Self.shortest else { return nil }
        let told = figures(of: key, isPercent: number.isPercent, unit: takesUnit ? number.unit : nil)
        guard !told.isEmpty else { return nil }
        let values = [actual, indicator.target].compactMap { $0?.number?.printed }
        let fits = told.contains { figure in
            figure.isBound || values.contains { $0.isSameValue(as: figure.printed) }
        }
        guard !fits, !prints(number.printed.text() + number.unit) else {
            result.pass()
            return nil
        }
        return (actual, told)
    }
}
