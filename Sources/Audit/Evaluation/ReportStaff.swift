import Fiscal
import Performance
import Publication
import Standards

extension ReportAmountChecker {
    /// 编制数 111 人: posts and staff of the whole, not those of one kind of post.
    func staff(
        _ form: EvaluationForm, _ text: ReportText, _ context: EvaluationContext, _ rule: Rule,
        into result: inout WordingResult
    ) {
        for label in form.definition.staff {
            guard let cell = form.staff[label.name], let own = cell.number, !own.isPercent else { continue }
            for word in label.words.map({ foldedLabel($0) }) {
                for index in text.characters.indices where text.starts(with: word, at: index) {
                    guard index == 0 || "，,。；;:、".contains(text.characters[index - 1]) || text.isLineStart(index)
                    else { continue }
                    let start = index + word.count
                    let digits = text.characters[start...].prefix { $0.isASCII && $0.isNumber }
                    guard let number = try? NumberText.parse(String(digits)),
                        text.starts(with: "人", at: start + digits.count)
                            || text.starts(with: "名", at: start + digits.count)
                    else { continue }
                    if number.isSameValue(as: own.printed) {
                        result.pass()
                        continue
                    }
                    let (around, said) = (text.around(start), String(digits) + "人")
                    result.findings.append(
                        Finding(
                            rule, in: context, proof: .warning,
                            message: EvaluationWords.report(around, said, form.name, label.name, cell.text),
                            printed: said, expected: cell.text,
                            places: [
                                FindingPlace(text: said, place: FigurePlace(label: around, place: text.places[start])),
                                form.spot(label.name, cell),
                            ]))
                }
            }
        }
    }
}
