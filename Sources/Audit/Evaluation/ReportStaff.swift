import Fiscal
import Performance
import Publication
import Standards

extension ReportAmountChecker {
    private struct Told: Hashable {
        let number: PrintedNumber
        let index: Int
    }

    /// 编制数 111 人: posts and staff of the whole, not those of one kind of post.
    func staff(
        _ form: EvaluationForm, _ text: ReportText, _ context: EvaluationContext, _ rule: Rule,
        into result: inout WordingResult
    ) {
        for label in form.definition.staff {
            guard let cell = form.staff[label.name], let own = cell.number, !own.isPercent else { continue }
            let told = told(label, text)
            // Units by units, or two years: which of them the table means nobody knows.
            guard let first = told.first, Set(told.map(\.number)).count == 1 else { continue }
            if first.number.isSameValue(as: own.printed) {
                result.pass()
                continue
            }
            let (around, said) = (text.around(first.index), first.number.text() + "人")
            result.findings.append(
                Finding(
                    rule, in: context, proof: .warning,
                    message: EvaluationWords.report(around, said, form.name, label.name, cell.text),
                    printed: said, expected: cell.text,
                    places: [
                        FindingPlace(text: said, place: FigurePlace(label: around, place: text.places[first.index])),
                        form.spot(label.name, cell),
                    ]))
        }
    }

    /// Numbers of people right behind one of the label's words, at the beginning of a clause.
    private func told(_ label: EvaluationDefinitions.Label, _ text: ReportText) -> [Told] {
        label.words.map { foldedLabel($0) }.flatMap { word in
            text.characters.indices.compactMap { index -> Told? in
                guard text.starts(with: word, at: index),
                    index == 0 || "，,。；;:、".contains(text.characters[index - 1]) || text.isLineStart(index)
                else { return nil }
                let start = index + word.count
                let digits = text.characters[start...].prefix { $0.isASCII && $0.isNumber }
                guard let number = try? NumberText.parse(String(digits)),
                    text.word(of: text.words.people, at: start + digits.count) != nil
                else { return nil }
                return Told(number: number, index: start)
            }
        }
    }
}
