import Fiscal
import Performance
import Standards

/// 完成与得分: reached gets all points; not reached gets fewer, in proportion.
struct AttainmentScoreChecker: EvaluationChecker {
    /// Whether of indicators of which more is better; the others are a rule of their own.
    let isUpward: Bool

    func check(_ context: EvaluationContext, rule: Rule) -> WordingResult {
        var result = WordingResult()
        for form in context.scored {
            for indicator in form.indicators {
                guard let found = Attainment(indicator, context.definitions), let lost = found.lost,
                    found.isDownward != isUpward || !found.isSure
                else { continue }
                guard found.isSure else {
                    result.lack(EvaluationWords.noDirection(indicator.title))
                    continue
                }
                if found.isReached {
                    if lost == 0 { result.pass() }
                    continue
                }
                if lost <= 0 {
                    if !found.hasReason {
                        add(.error, form, found, context, rule, EvaluationWords.fullThough, into: &result)
                    } else if !Self.isSpared(indicator, context) {
                        // The reason tells why it was missed, not why nothing was taken off.
                        add(.warning, form, found, context, rule, EvaluationWords.fullThoughSaid, into: &result)
                    }
                    continue
                }
                guard found.isUpward, let score = indicator.score?.plain,
                    let wanted = found.share(decimals: max(1, score.decimals))
                else { continue }
                if wanted.isSameValue(as: score) {
                    result.pass()
                } else if !found.hasReason {
                    // How points are given may be written elsewhere.
                    add(
                        .warning, form, found, context, rule, EvaluationWords.notInProportion(wanted.text()),
                        expected: wanted.text(), into: &result)
                }
            }
        }
        return result
    }

    private static func isSpared(_ indicator: EvaluationIndicator, _ context: EvaluationContext) -> Bool {
        let reason = foldedLabel(indicator.reason?.text ?? "")
        return context.definitions.sparedWords.contains(where: reason.contains)
    }

    private func add(
        _ proof: Severity, _ form: EvaluationForm, _ found: Attainment, _ context: EvaluationContext, _ rule: Rule,
        _ what: String, expected: String = "", into result: inout WordingResult
    ) {
        result.findings.append(
            Finding(
                rule, in: context, proof: proof,
                message: EvaluationWords.attainment(form.name, found, what), printed: found.indicator.score?.text ?? "",
                expected: expected, places: EvaluationWords.places(form, found.indicator)))
    }
}

/// 完成而扣分: reached, and yet points are lost without a reason.
struct LostThoughReachedChecker: EvaluationChecker {
    func check(_ context: EvaluationContext, rule: Rule) -> WordingResult {
        var result = WordingResult()
        for form in context.scored {
            for indicator in form.indicators {
                guard let found = Attainment(indicator, context.definitions), found.isReached, let lost = found.lost,
                    found.isSure
                else { continue }
                if lost <= 0 || found.hasReason {
                    result.pass()
                    continue
                }
                guard form.hasReasons else {
                    result.lack(EvaluationWords.noReasons(form.name))
                    continue
                }
                result.findings.append(
                    Finding(
                        rule, in: context,
                        message: EvaluationWords.attainment(form.name, found, EvaluationWords.lostThough),
                        printed: indicator.score?.text ?? "", expected: indicator.weight?.text ?? "",
                        places: EvaluationWords.places(form, indicator)))
            }
        }
        return result
    }
}

/// 扣分原因: points lost, and the column of reasons is blank; one finding a form.
struct LostReasonChecker: EvaluationChecker {
    func check(_ context: EvaluationContext, rule: Rule) -> WordingResult {
        var result = WordingResult()
        for form in context.scored {
            let lost = form.indicators.filter { ($0.lost ?? 0) > 0 }
            guard !lost.isEmpty else {
                if !form.indicators.isEmpty { result.pass() }
                continue
            }
            guard form.hasReasons else {
                result.lack(EvaluationWords.noReasons(form.name))
                continue
            }
            // Reached and yet lost is told by itself.
            let silent = lost.filter { indicator in
                !indicator.hasReason
                    && !(Attainment(indicator, context.definitions).map { $0.isReached && $0.isSure } ?? false)
            }
            guard !silent.isEmpty else {
                result.pass()
                continue
            }
            result.findings.append(
                Finding(
                    rule, in: context, message: EvaluationWords.silent(form.name, silent),
                    printed: silent[0].score?.text ?? "",
                    places: silent.flatMap { indicator in
                        [indicator.score, indicator.weight].compactMap { $0 }.map { form.spot(indicator.title, $0) }
                    }))
        }
        return result
    }
}

/// 远超目标: achieved far above the target, without a word; one finding a form.
struct FarAboveChecker: EvaluationChecker {
    func check(_ context: EvaluationContext, rule: Rule) -> WordingResult {
        var result = WordingResult()
        for form in context.scored {
            var far: [Attainment] = []
            var hasFigures = false
            for found in form.indicators.compactMap({ Attainment($0, context.definitions) })
            where found.isUpward && found.isSure && found.wanted > 0 && !found.isPercent {
                hasFigures = true
                if found.reached * 100 >= found.wanted * Int128(context.definitions.farAbove), !found.hasReason {
                    far.append(found)
                }
            }
            guard !far.isEmpty else {
                if hasFigures { result.pass() }
                continue
            }
            result.findings.append(
                Finding(
                    rule, in: context,
                    message: EvaluationWords.farAbove(form.name, far, times: context.definitions.farAbove),
                    printed: far[0].actual.text,
                    places: far.flatMap { found in
                        [
                            form.spot("\(found.indicator.title) / \(IndicatorColumn.actual)", found.actual),
                            form.spot("\(found.indicator.title) / \(IndicatorColumn.target)", found.target),
                        ]
                    }))
        }
        return result
    }
}

/// 零目标: a rate whose target is nothing cannot be given points in proportion.
struct ZeroTargetChecker: EvaluationChecker {
    func check(_ context: EvaluationContext, rule: Rule) -> WordingResult {
        var result = WordingResult()
        for form in context.scored {
            for indicator in form.indicators {
                guard let target = indicator.target?.number, target.comparison == nil,
                    foldedLabel(indicator.name.text).contains("率"), let weight = indicator.weight?.plain
                else { continue }
                // Of accidents and the like nothing is what is wanted.
                let isOpposite = context.definitions.opposite.contains {
                    $0 != "成本" && foldedLabel(indicator.name.text).contains($0)
                }
                // 直接赋分 in the column of remarks says how.
                let isDirect = indicator.reason.map { $0.text.contains(ScoringWay.direct.rawValue) } ?? false
                if !target.printed.isZero || isOpposite || weight.isZero || isDirect {
                    result.pass()
                    continue
                }
                result.findings.append(
                    Finding(
                        rule, in: context, message: EvaluationWords.zeroTarget(form.name, indicator),
                        printed: indicator.target?.text ?? "", places: EvaluationWords.places(form, indicator)))
            }
        }
        return result
    }
}

/// 指标重复: one name twice in a form.
struct RepeatedIndicatorChecker: EvaluationChecker {
    private static let shortest = 4

    func check(_ context: EvaluationContext, rule: Rule) -> WordingResult {
        var result = WordingResult()
        for form in context.scored + context.goals {
            var seen: [String: EvaluationIndicator] = [:]
            for indicator in form.indicators {
                let key = indicator.second + "|" + foldedLabel(indicator.name.text)
                guard foldedLabel(indicator.name.text).count >= Self.shortest else { continue }
                if let other = seen[key] {
                    result.findings.append(
                        Finding(
                            rule, in: context, proof: .warning,
                            message: EvaluationWords.repeated(form.name, indicator.title),
                            printed: indicator.title,
                            places: [form.spot("", indicator.name), form.spot("", other.name)]))
                } else {
                    result.pass()
                    seen[key] = indicator
                }
            }
        }
        return result
    }
}

/// 全等目标: every figure achieved is the target to the last digit.
struct BackfilledChecker: EvaluationChecker {
    /// Of figures that are neither nothing nor a hundred percent.
    private static let fewest = 3
    private static let many = 5

    func check(_ context: EvaluationContext, rule: Rule) -> WordingResult {
        var result = WordingResult()
        for form in context.scored {
            let found = form.indicators.compactMap { Attainment($0, context.definitions) }.filter { found in
                found.wanted != 0 && !(found.isPercent && found.wanted == 100_000)
            }
            let equal = found.filter { $0.wanted == $0.reached }
            let others = found.count - equal.count
            guard equal.count >= Self.fewest, others == 0 || others == 1 && equal.count >= Self.many else {
                if found.count >= Self.fewest { result.pass() }
                continue
            }
            result.findings.append(
                Finding(
                    rule, in: context, message: EvaluationWords.backfilled(form.name, equal, of: found.count),
                    printed: equal[0].actual.text,
                    places: equal.flatMap { found in
                        [
                            form.spot("\(found.indicator.title) / \(IndicatorColumn.actual)", found.actual),
                            form.spot("\(found.indicator.title) / \(IndicatorColumn.target)", found.target),
                        ]
                    }))
        }
        return result
    }
}
