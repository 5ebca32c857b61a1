import Fiscal
import Publication
import Standards

/// 填报日期: what a year came to cannot be signed before the year is over.
struct SignedDateChecker: EvaluationChecker {
    func check(_ context: EvaluationContext, rule: Rule) -> WordingResult {
        var result = WordingResult()
        guard !context.scored.isEmpty else { return result }
        let year = context.paper.year.number
        for paragraph in context.paper.paragraphs {
            let text = foldedLabel(paragraph.text)
            guard let label = context.definitions.dateLabels.first(where: { text.contains($0) }),
                let range = text.firstRange(of: label)
            else { continue }
            guard let date = Self.date(text[range.upperBound...]) else {
                result.lack(EvaluationWords.noDate(label))
                continue
            }
            if date.year > year {
                result.pass()
                continue
            }
            // A form of goals in the same paper is signed in its own year.
            guard date.year == year, context.goals.isEmpty else { continue }
            result.findings.append(
                Finding(
                    rule, in: context, message: EvaluationWords.signedEarly(date.text, year), printed: date.text,
                    places: [FindingPlace(text: date.text, place: FigurePlace(label: label, place: paragraph.place))]))
        }
        return result
    }

    /// 2021年3月5日, 2021-3-5, 2021.3.5.
    private static func date(_ text: Substring) -> (year: Int, text: String)? {
        let rest = text.drop { !$0.isNumber }
        let words = rest.prefix { $0.isASCII && ($0.isNumber || $0 == "-" || $0 == ".") || "年月日".contains($0) }
        guard text.count - rest.count <= 3, let year = Int(words.prefix(4)), (2000...2100).contains(year),
            words.count >= 6, let next = words.dropFirst(4).first, "年-.".contains(next)
        else { return nil }
        return (year, String(words))
    }
}
