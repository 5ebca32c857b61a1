import Performance
import Standards

/// 一级齐全: outputs, effects and satisfaction.
struct FirstLevelsChecker: EvaluationChecker {
    func check(_ context: EvaluationContext, rule: Rule) -> WordingResult {
        var result = WordingResult()
        for form in context.scored + context.goals where !form.indicators.isEmpty {
            let printed =
                form.indicators.flatMap { [$0.first, $0.second, $0.name.text] } + form.declared.map(\.level)
                + form.emptyLevels.map(\.text)
            let missing = context.definitions.wantedLevels.filter { word in !printed.contains { $0.contains(word) } }
            if missing.isEmpty {
                result.pass()
            } else if !form.hasSureLevels || form.indicators.contains(where: { $0.first.isEmpty }) {
                result.lack(EvaluationWords.unsureLevels(form.name))
            } else {
                let place = form.indicators[0].name
                result.findings.append(
                    Finding(
                        rule, in: context, proof: .warning,
                        message: EvaluationWords.missingLevels(form.name, missing), places: [form.spot("", place)]))
            }
        }
        return result
    }
}

/// 二级齐全: a printed level-2 indicator has one below it, or 无.
struct EmptyLevelsChecker: EvaluationChecker {
    func check(_ context: EvaluationContext, rule: Rule) -> WordingResult {
        var result = WordingResult()
        for form in context.scored + context.goals where !form.indicators.isEmpty {
            guard form.hasSureLevels else {
                result.lack(EvaluationWords.unsureLevels(form.name))
                continue
            }
            guard !form.emptyLevels.isEmpty else {
                result.pass()
                continue
            }
            // Nearly every published form leaves some of the printed rows blank.
            result.findings.append(
                Finding(
                    rule, in: context, proof: .notice,
                    message: EvaluationWords.emptyLevels(form.name, form.emptyLevels.map(\.text)),
                    printed: form.emptyLevels[0].text, places: form.emptyLevels.map { form.spot("", $0) }))
        }
        return result
    }
}

/// 产出齐全: quantity, quality and time each have an indicator.
struct OutputLevelsChecker: EvaluationChecker {
    func check(_ context: EvaluationContext, rule: Rule) -> WordingResult {
        var result = WordingResult()
        for form in context.scored + context.goals where !form.indicators.isEmpty {
            guard form.hasSureLevels, form.indicators.contains(where: { !$0.second.isEmpty }) else {
                result.lack(EvaluationWords.unsureLevels(form.name))
                continue
            }
            let missing = context.definitions.wantedOutputs.filter { word in
                !form.indicators.contains { $0.second.contains(word) }
            }
            if missing.isEmpty {
                result.pass()
            } else {
                result.findings.append(
                    Finding(
                        rule, in: context, message: EvaluationWords.missingOutputs(form.name, missing),
                        places: [form.spot("", form.indicators[0].name)]))
            }
        }
        return result
    }
}
