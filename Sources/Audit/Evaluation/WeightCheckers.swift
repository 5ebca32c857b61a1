import Fiscal
import Performance
import Standards

/// Points of a form: of its indicators, and of the rate of execution beside them. All in thousandths.
struct FormPoints {
    let form: EvaluationForm
    let weights: [(cell: EvaluationCell, value: Int128)]
    let scores: [(cell: EvaluationCell, value: Int128)]
    let rateWeight: (cell: EvaluationCell, value: Int128)?
    let rateScore: (cell: EvaluationCell, value: Int128)?
    /// Why sums would prove nothing; empty where all was read.
    let missing: String

    /// nil where the form has no points at all.
    init?(_ form: EvaluationForm) {
        self.form = form
        func point(_ cell: EvaluationCell?) -> (cell: EvaluationCell, value: Int128)? {
            guard let cell, let value = cell.plain?.thousandths else { return nil }
            return (cell, value)
        }
        weights = form.indicators.compactMap { point($0.weight) }
        scores = form.indicators.compactMap { point($0.score) }
        guard !weights.isEmpty else { return nil }
        // Rows that have none may print a dash.
        let row = form.funds.first { point($0[FundColumn.weight]) != nil || point($0[FundColumn.score]) != nil }
        rateWeight = point(row?[FundColumn.weight])
        rateScore = point(row?[FundColumn.score])
        if !form.unread.isEmpty {
            missing = EvaluationWords.unreadRows(form.name, form.unread.count)
        } else if weights.count < form.indicators.count {
            missing = EvaluationWords.noWeights(form.name, form.indicators.count - weights.count)
        } else {
            missing = ""
        }
    }

    var weightSum: Int128 { weights.reduce(0) { $0 + $1.value } }
    var scoreSum: Int128 { scores.reduce(0) { $0 + $1.value } }
    var hasAllScores: Bool { scores.count == form.indicators.count }

    /// The sum with the points of the rate, unless the indicators are all of it by themselves, as the total then says.
    func whole(_ full: Int128) -> Int128 {
        let isAlone = weightSum == full && (form.totalScore?.plain.map { rounds(scoreSum, to: $0) } ?? true)
        return isAlone ? weightSum : weightSum + (rateWeight?.value ?? 0)
    }

    /// Whether thousandths can be printed as a number.
    func rounds(_ sum: Int128, to printed: PrintedNumber) -> Bool {
        guard let own = Bounds(printed, factor: 1) else { return true }
        let value = sum * Bounds.scale / 1000
        return own.low <= value && value <= own.high
    }

    /// What stands at the foot beside a level's label, where it is not what the indicators come to.
    func blocks() -> [(declared: Declared, sum: Int128, cells: [EvaluationCell])] {
        guard form.hasSureLevels, missing.isEmpty else { return [] }
        return form.declared.map { declared in
            let own = form.indicators.filter { $0.first == declared.level }
            let cells = own.compactMap(\.weight)
            return (declared, cells.reduce(0) { $0 + ($1.plain?.thousandths ?? 0) }, cells)
        }
    }

    /// Blocks that miss what they declare.
    func wrongBlocks() -> [(declared: Declared, sum: Int128, cells: [EvaluationCell])] {
        blocks().filter { block in
            guard let points = block.declared.points.thousandths, !block.cells.isEmpty else { return false }
            // The rate of execution may be counted in with a block.
            return block.sum != points && block.sum + (rateWeight?.value ?? 0) != points
        }
    }
}

/// 分值合计: the weights come to the printed total, or to a hundred.
struct WeightSumChecker: EvaluationChecker {
    func check(_ context: EvaluationContext, rule: Rule) -> WordingResult {
        var result = WordingResult()
        let full = Int128(context.definitions.fullWeight) * 1000
        for form in context.goals { checkGoals(form, context, rule, into: &result) }
        for form in context.scored {
            guard let points = FormPoints(form) else { continue }
            guard points.missing.isEmpty else {
                result.lack(points.missing)
                continue
            }
            let sum = points.whole(full)
            if sum == full, isOtherTotal(points, full, context) {
                result.findings.append(totalFinding(form, full, context, rule))
                continue
            }
            // Where the form prints no points of the rate, they are the difference.
            if sum == full || points.rateWeight == nil && form.fund(FundName.total) == nil && sum < full {
                result.pass()
                continue
            }
            let wrong = points.wrongBlocks()
            let places = places(points, wrong)
            result.findings.append(
                Finding(
                    rule, in: context,
                    message: EvaluationWords.weights(
                        form.name, points.weights.map { PrintedNumber.text(thousandths: $0.value) },
                        rate: points.rateWeight.map { PrintedNumber.text(thousandths: $0.value) },
                        sum: PrintedNumber.text(thousandths: sum), full: "\(context.definitions.fullWeight)",
                        printed: form.totalWeight?.text),
                    printed: PrintedNumber.text(thousandths: sum), expected: "\(context.definitions.fullWeight)",
                    difference: PrintedNumber.text(thousandths: (sum - full).magnitudeValue),
                    cause: wrong.map {
                        EvaluationWords.block(
                            $0.declared.cell.text, $0.declared.level, PrintedNumber.text(thousandths: $0.sum))
                    }.joined(), places: places))
        }
        return result
    }
}

extension WeightSumChecker {
    /// The blocks to blame; where none is, whatever no block vouches for: the rate's points and weights of other levels.
    private func places(
        _ points: FormPoints, _ wrong: [(declared: Declared, sum: Int128, cells: [EvaluationCell])]
    ) -> [FindingPlace] {
        let form = points.form
        var places = wrong.flatMap { block in
            block.cells.map { form.spot("\(block.declared.level) / \(IndicatorColumn.weight)", $0) }
                + [form.spot("", block.declared.cell)]
        }
        if wrong.isEmpty {
            let vouched = Set(points.blocks().flatMap(\.cells))
            places = points.weights.filter { !vouched.contains($0.cell) }
                .map { form.spot(IndicatorColumn.weight, $0.cell) }
            if let rate = points.rateWeight { places.append(form.spot(FundColumn.weight, rate.cell)) }
        }
        if let printed = form.totalWeight { places.append(form.spot("总分 / \(IndicatorColumn.weight)", printed)) }
        return places.isEmpty ? points.weights.map { form.spot(IndicatorColumn.weight, $0.cell) } : places
    }

    /// Whether the foot prints another sum, while the scores beside it come to theirs: those would be told by themselves.
    private func isOtherTotal(_ points: FormPoints, _ full: Int128, _ context: EvaluationContext) -> Bool {
        guard let printed = points.form.totalWeight?.plain?.thousandths, printed != full,
            let score = points.form.totalScore?.plain, points.hasAllScores
        else { return false }
        return TotalScoreChecker.agrees(points, score, context)
    }

    private func totalFinding(
        _ form: EvaluationForm, _ full: Int128, _ context: EvaluationContext, _ rule: Rule
    ) -> Finding {
        let expected = PrintedNumber.text(thousandths: full)
        let printed = form.totalWeight?.text ?? ""
        return Finding(
            rule, in: context, message: EvaluationWords.totalWeight(form.name, printed, expected), printed: printed,
            expected: expected, places: form.totalWeight.map { [form.spot("总分 / \(IndicatorColumn.weight)", $0)] } ?? []
        )
    }
}

/// 一级分值: a level-1 label's points are those of the indicators under it.
struct BlockWeightChecker: EvaluationChecker {
    func check(_ context: EvaluationContext, rule: Rule) -> WordingResult {
        var result = WordingResult()
        let full = Int128(context.definitions.fullWeight) * 1000
        for form in context.scored where !form.declared.isEmpty {
            guard let points = FormPoints(form) else { continue }
            guard points.missing.isEmpty, form.hasSureLevels else {
                result.lack(points.missing.isEmpty ? EvaluationWords.unsureLevels(form.name) : points.missing)
                continue
            }
            let wrong = points.wrongBlocks()
            result.pass(max(0, points.blocks().count - wrong.count))
            // A total that does not come to its sum is told once, with the block that is to blame.
            guard points.whole(full) == full else { continue }
            for block in wrong {
                result.findings.append(
                    Finding(
                        rule, in: context,
                        message: EvaluationWords.blockWeights(
                            form.name, block.declared.cell.text, block.declared.level,
                            block.cells.map(\.text), PrintedNumber.text(thousandths: block.sum)),
                        printed: block.declared.points.text(), expected: PrintedNumber.text(thousandths: block.sum),
                        places: [form.spot("", block.declared.cell)]
                            + block.cells.map { form.spot("\(block.declared.level) / \(IndicatorColumn.weight)", $0) }))
            }
        }
        return result
    }
}

/// 得分上限: between nothing and the weight.
struct ScoreLimitChecker: EvaluationChecker {
    func check(_ context: EvaluationContext, rule: Rule) -> WordingResult {
        var result = WordingResult()
        for form in context.scored {
            for indicator in form.indicators {
                check(form, indicator.title, indicator.weight, indicator.score, context, rule, into: &result)
            }
            for row in form.funds {
                check(
                    form, row.label.bare, row[FundColumn.weight], row[FundColumn.score], context, rule, into: &result)
            }
        }
        return result
    }

    private func check(
        _ form: EvaluationForm, _ name: String, _ weight: EvaluationCell?, _ score: EvaluationCell?,
        _ context: EvaluationContext, _ rule: Rule, into result: inout WordingResult
    ) {
        guard let weight, let score, let most = weight.plain?.thousandths, let own = score.plain?.thousandths else {
            return
        }
        if own >= 0, own <= most {
            result.pass()
            return
        }
        result.findings.append(
            Finding(
                rule, in: context, message: EvaluationWords.scoreLimit(form.name, name, score.text, weight.text),
                printed: score.text, expected: own < 0 ? "0" : "不超过 \(weight.text)",
                difference: PrintedNumber.text(thousandths: own < 0 ? -own : own - most),
                places: [
                    form.spot("\(name) / \(IndicatorColumn.score)", score),
                    form.spot("\(name) / \(IndicatorColumn.weight)", weight),
                ]))
    }
}

/// 总分: the sum of the scores.
struct TotalScoreChecker: EvaluationChecker {
    func check(_ context: EvaluationContext, rule: Rule) -> WordingResult {
        var result = WordingResult()
        for form in context.scored {
            guard let total = form.totalScore, let printed = total.plain, let points = FormPoints(form) else {
                continue
            }
            guard points.missing.isEmpty, points.hasAllScores else {
                result.lack(points.missing.isEmpty ? EvaluationWords.noScores(form.name) : points.missing)
                continue
            }
            if Self.agrees(points, printed, context) {
                result.pass()
                continue
            }
            let sum = points.scoreSum + (points.rateScore?.value ?? 0)
            // Points that are too many by as much as the weights are the weights' fault.
            let full = Int128(context.definitions.fullWeight) * 1000
            let surplus = points.whole(full) - full
            if surplus != 0, surplus == sum - (printed.thousandths ?? 0) { continue }
            let expected = PrintedNumber.text(thousandths: sum)
            let difference = (sum - (printed.thousandths ?? 0)).magnitudeValue
            var places = [form.spot("总分 / \(IndicatorColumn.score)", total)]
            if let weight = form.totalWeight, weight.plain?.thousandths != Int128(context.definitions.fullWeight) * 1000
            {
                places.append(form.spot("总分 / \(IndicatorColumn.weight)", weight))
            }
            if let rate = points.rateScore { places.append(form.spot(FundColumn.rate, rate.cell)) }
            places += points.scores.prefix(30).map { form.spot(IndicatorColumn.score, $0.cell) }
            result.findings.append(
                Finding(
                    rule, in: context,
                    message: EvaluationWords.total(
                        form.name, total.text, points.scores.map(\.cell.text), rate: points.rateScore?.cell.text,
                        expected, PrintedNumber.text(thousandths: difference)),
                    printed: total.text, expected: expected, difference: PrintedNumber.text(thousandths: difference),
                    cause: cause(form, points, sum - (printed.thousandths ?? 0)), places: places))
        }
        return result
    }

    /// With the points of the rate, or without them where the indicators are a hundred by themselves.
    static func agrees(_ points: FormPoints, _ printed: PrintedNumber, _ context: EvaluationContext) -> Bool {
        let isAll = points.weightSum == Int128(context.definitions.fullWeight) * 1000
        let sums = [points.scoreSum + (points.rateScore?.value ?? 0)] + (isAll ? [points.scoreSum] : [])
        return sums.contains { points.rounds($0, to: printed) }
    }

    private func cause(_ form: EvaluationForm, _ points: FormPoints, _ difference: Int128) -> String {
        if let rate = points.rateScore, rate.value == difference { return EvaluationWords.withoutRate }
        if let rate = points.rateScore, points.scoreSum == difference, rate.value > 0 {
            return EvaluationWords.onlyRate
        }
        let missing = form.indicators.filter { $0.score?.plain?.thousandths == difference }
        return missing.count == 1 ? EvaluationWords.without(missing[0].title) : ""
    }
}
