import Fiscal
import Performance
import Publication
import Standards

/// 基础表上年: last year's column of a base-data table beside what last year's paper printed as its own.
struct PriorBaseChecker: EvaluationChecker {
    func check(_ context: EvaluationContext, rule: Rule) -> WordingResult {
        var result = WordingResult()
        guard !context.base.isEmpty else { return result }
        guard let prior = context.prior else {
            result.lack(EvaluationWords.noPrior)
            return result
        }
        let earlier = prior.evaluations.filter { $0.definition.kind == .base }
        // Which of several units each is cannot be told by the tables.
        guard context.base.count == 1, earlier.count == 1 else {
            result.lack(EvaluationWords.severalBases)
            return result
        }
        let (form, old) = (context.base[0], earlier[0])
        for row in form.rows {
            guard let now = row.values[.before], let twin = old.rows.first(where: { same($0, row) }),
                let then = twin.values[.actual], let a = now.plain, let b = then.plain
            else { continue }
            let decimals = min(a.decimals, b.decimals)
            if a.rounded(to: decimals).isSameValue(as: b.rounded(to: decimals)) {
                result.pass()
                continue
            }
            let label = row.label.text.filter { !$0.isNewline }
            result.findings.append(
                Finding(
                    rule, in: context, proof: .warning,
                    message: EvaluationWords.priorBase(form.name, label, now.text, then.text), printed: now.text,
                    expected: then.text, places: [form.spot(label, now)]))
        }
        return result
    }

    private func same(_ a: BaseRow, _ b: BaseRow) -> Bool {
        a.name == b.name && (!a.name.isEmpty || foldedLabel(a.label.text) == foldedLabel(b.label.text))
    }
}

extension PrintedNumber {
    fileprivate func rounded(to places: Int) -> PrintedNumber {
        PrintedNumber.rounding(Int128(mantissa), over: powerOfTen(decimals), decimals: places) ?? self
    }
}
