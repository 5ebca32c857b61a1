import Fiscal
import Performance
import Publication
import Standards

/// 评价报告: the chapters of a department's evaluation, and points that come to a hundred.
struct ReviewChecker: EvaluationChecker {
    func check(_ context: EvaluationContext, rule: Rule) -> WordingResult {
        var result = WordingResult()
        guard let review = context.definitions.review else { return result }
        if let report = ReviewReport(context.paper, review) {
            let place = FindingPlace(
                text: report.title.text, place: FigurePlace(label: report.title.text, place: report.title.place))
            switch report.missing(review) {
            case nil: result.lack(EvaluationWords.noChapters(report.title.text))
            case []?: result.pass()
            case let missing?:
                // The outline is one to go by: a report may well tell the same under other headings.
                result.findings.append(
                    Finding(
                        rule, in: context, proof: .notice,
                        message: EvaluationWords.reviewChapters(report.title.text, missing), places: [place]))
            }
        }
        let full = Int128(context.definitions.fullWeight) * 1000
        for table in context.reviewTables(review) {
            guard table.unread == 0, table.isWhole(review) else {
                result.lack(EvaluationWords.reviewUnread(table.unread))
                continue
            }
            guard table.points() != full else {
                result.pass()
                continue
            }
            result.findings.append(
                Finding(
                    rule, in: context, proof: .warning,
                    message: EvaluationWords.reviewSum(
                        table.rows.map(\.weight.text), sum: PrintedNumber.text(thousandths: table.points()),
                        full: "\(context.definitions.fullWeight)", printed: table.total?.text),
                    printed: PrintedNumber.text(thousandths: table.points()),
                    expected: "\(context.definitions.fullWeight)",
                    difference: PrintedNumber.text(thousandths: (table.points() - full).magnitudeValue),
                    places: table.places))
        }
        return result
    }
}

/// 评价权重: what came of the money weighs most.
struct ReviewWeightChecker: EvaluationChecker {
    func check(_ context: EvaluationContext, rule: Rule) -> WordingResult {
        var result = WordingResult()
        guard let review = context.definitions.review else { return result }
        for table in context.reviewTables(review) {
            let (own, all) = (table.points(review.results), table.points())
            guard table.unread == 0, table.isWhole(review),
                all == Int128(context.definitions.fullWeight) * 1000
            else {
                result.lack(EvaluationWords.reviewUnread(table.unread))
                continue
            }
            guard own * 100 < all * Int128(review.leastWeight) else {
                result.pass()
                continue
            }
            result.findings.append(
                Finding(
                    rule, in: context,
                    message: EvaluationWords.reviewWeights(
                        review.results.sorted(), PrintedNumber.text(thousandths: own), least: review.leastWeight),
                    printed: PrintedNumber.text(thousandths: own), places: table.places))
        }
        return result
    }
}

extension EvaluationContext {
    func reviewTables(_ review: EvaluationDefinitions.Review) -> [ReviewTable] {
        paper.otherGrids.compactMap { ReviewTable($0, definitions, review) }
    }
}

extension ReviewTable {
    fileprivate var places: [FindingPlace] {
        (rows.map { ($0.level, $0.weight) } + (total.map { [("", $0)] } ?? [])).map { level, cell in
            FindingPlace(
                text: cell.text, place: FigurePlace(label: EvaluationWords.reviewPlace(level), place: cell.place))
        }
    }
}
