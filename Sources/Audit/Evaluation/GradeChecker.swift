import Fiscal
import Performance
import Standards

/// 评级: by the thresholds that the definitions hold.
struct GradeChecker: EvaluationChecker {
    func check(_ context: EvaluationContext, rule: Rule) -> WordingResult {
        var result = WordingResult()
        for form in context.scored {
            guard let grade = form.grade, let total = form.totalScore, let value = total.plain?.thousandths else {
                continue
            }
            // A total that is wrong itself tells no grade.
            guard let points = FormPoints(form), points.missing.isEmpty, points.hasAllScores,
                let printed = total.plain, TotalScoreChecker.agrees(points, printed, context)
            else {
                result.lack(EvaluationWords.wrongTotal(form.name))
                continue
            }
            guard let wanted = context.definitions.grades.first(where: { value >= Int128($0.low) * 1000 }) else {
                continue
            }
            if wanted.name == grade.text {
                result.pass()
                continue
            }
            result.findings.append(
                Finding(
                    rule, in: context,
                    message: EvaluationWords.grade(form.name, grade.text, total.text, wanted.name, wanted.low),
                    printed: grade.text, expected: wanted.name,
                    places: [form.spot("等级", grade), form.spot("总分", total)]))
        }
        return result
    }
}
