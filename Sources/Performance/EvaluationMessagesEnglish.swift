import Fiscal
import Ledger
import Standards

/// The English sentences of this module's faults; the Chinese ones are in `EvaluationMessages`.
extension EvaluationFault {
    var english: String {
        let place = BookPlace.english(row > 0 ? BookPlace.row(row, of: sheet) : sheet)
        return sheet.isEmpty ? kind.english : "\(place): \(kind.english)"
    }
}

extension EvaluationFault.Kind {
    fileprivate var english: String {
        switch topic {
        case .subject: subjectSentence
        case .money: moneySentence
        case .level: levelSentence
        case .value: valueSentence
        case .score: scoreSentence
        case .monitoring: monitoringSentence
        }
    }

    private var subjectSentence: String {
        switch self {
        case .unknownSubject(let code, let known):
            "there is no subject \(code.quoted) in “绩效对象”\(known.isEmpty ? "; add it there first" : "; there are \(known.quoted)")."
        case .unknownProject(let word, let known):
            "the unit has no project \(word.quoted)\(known.isEmpty ? "; add it to “项目” first" : "; it has \(known.quoted)")."
        case .unknownScheme(let id, let allowed): "there is no scheme \(id.quoted); use one of \(allowed.quoted)."
        case .noScheme(let name): "no scheme fits \(name.quoted); name one in “方案”, or add one to schemes in Standards."
        case .notScored(let name, let scheme):
            "the scheme \(scheme.quoted) of \(name.quoted) scores nothing and has no indicators; remove them, or use another scheme."
        case .noIndicators(let name): "\(name.quoted) has no indicators; add some to “绩效指标”, or remove it from “绩效对象”."
        default: ""
        }
    }

    private var moneySentence: String {
        switch self {
        case .noBudget(let name):
            "\(name.quoted) has no budget, so there is no execution rate and no total; give its projects a budget in “预算”."
        case .nothingSpent(let name):
            "no line of expenditure is of \(name.quoted), so its rate is 0; if it has spent money, see whether “项目” there has the project's code or name."
        case .unknownLineProject(let word, let lines, let near):
            "project \(word.quoted) is not in “项目”\(lines > 1 ? " (\(lines) lines)" : ""), so its money is no project's; "
                + (near.isEmpty
                    ? "add it there if it is another one." : "is it \(near.quoted)? Correct it, or add it there.")
        case .blankProject(let name, let lines, let amount):
            "\(lines) lines of project expenditure, \(amount) yuan, name no project, and \(name.quoted) has a budget and spent nothing; if they are its, fill in “项目”."
        case .noAdjustedBudget(let names):
            "\(names.quoted) have an initial budget and no adjusted one, which others have; they are taken as not adjusted. Add rows of “全年预算” where they were, with 0 where they were cancelled."
        case .overCarriedBudget(let name, let budget, let opening):
            "\(name.quoted) has \(budget) yuan of its budget brought forward, more than its opening balance in “结转结余” (adjusted), \(opening) yuan; check “资金来源” of the budget and the balance."
        case .overCarried(let name, let spent, let opening):
            "\(name.quoted) spent \(spent) yuan of what it brought forward, more than its opening balance in “结转结余” (adjusted), \(opening) yuan; check “资金来源” of the lines and the balance."
        case .forgottenSource(let name):
            "\(name.quoted) spent nothing of what it brought forward, though that has a budget, and overspent the year's own money; was “上年结转” left out in “资金来源”? Check it."
        case .buildingsNotPrinted(let count):
            "\(count) rows of “楼堂馆所” are printed nowhere: no form of this place has room for them."
        case .overspent(let name, let rate):
            "\(name.quoted) spent \(rate)% of its budget, which earns no more than all points; check whether the budget was adjusted."
        case .sharedMoney(let name, let other):
            "\(name.quoted) and \(other.quoted) count the same money; say in “项目” which projects each of them covers."
        default: ""
        }
    }

    private var levelSentence: String {
        switch self {
        case .unknownShared(let code, let name):
            "“取自” names \(code.quoted), which has no indicator \(name.quoted) of its own; name another subject, or clear “取自” and type the values."
        case .sharedAndTyped(let code, let name):
            "indicator \(name.quoted) is taken from \(code.quoted), so its values cannot be typed too; clear one of them."
        case .unknownLevel(let found, let allowed):
            "the scheme has no level-1 indicator \(found.quoted); use one of \(allowed.quoted)."
        case .unknownSecond(let found, let level, let allowed):
            "\(level.quoted) has no level-2 indicator \(found.quoted); use one of \(allowed.quoted)."
        case .missingLevel(let level, let subject): "\(subject.quoted) has no \(level.quoted) at all; add some."
        case .levelWeight(let level, let subject, 0, let wanted):
            "\(subject.quoted) has no \(level.quoted), or only without weights; the scheme gives it \(pointsText(wanted)) points: add some, or use another scheme."
        case .levelWeight(let level, let subject, let found, let wanted):
            "\(level.quoted) of \(subject.quoted) weighs \(pointsText(found)) points together, \(pointsText(wanted)) in the scheme; change the weights, or the scheme."
        case .noWeight(let name): "indicator \(name.quoted) has no weight; fill in “分值”."
        case .noWeights(let subject):
            "no indicator of \(subject.quoted) has a weight; goals may do without, a self-evaluation may not."
        case .absentBeside(let name, let second, let subject):
            "\(second.quoted) of \(subject.quoted) has \(name.quoted) and indicators besides; remove one or the others."
        case .duplicateName(let name, let subject):
            "\(subject.quoted) has two indicators called \(name.quoted); rename one, or remove it."
        default: ""
        }
    }

    private var valueSentence: String {
        switch self {
        case .noTarget(let name): "indicator \(name.quoted) has no target, so it cannot be scored; fill in “指标值”."
        case .notAchieved(let name):
            "indicator \(name.quoted) has no achieved value, so it cannot be scored; fill in “完成值”, also where nothing was reached."
        case .assumedDirection(let sign, let name):
            "indicator \(name.quoted) has no direction and its name says that less is better: \(sign.quoted) was taken; put it in “方向”, or a sign before the target."
        case .guessedDirection(let names, let subject):
            "nothing says whether more or less is better of \(names.quoted) of \(subject.quoted): “≥” was taken; put “≤” in “方向” where less is better, else “≥”."
        case .bandUnused(let band, let name):
            "indicator \(name.quoted) has the attainment \(band.quoted), but its figures give its score; clear “完成等级”, or set “赋分方式” to “评判等级”."
        case .wordsForTarget(let text, let name):
            "target \(text.quoted) of \(name.quoted) is no figure and is kept as words; write a figure as “6场”, “≥98%” or “15万人”, or put “定性” in “方向”."
        case .notComparable(let target, let achieved, let name, let meant):
            "target \(target.quoted) and achieved value \(achieved.quoted) of \(name.quoted) are of different units or kinds; "
                + (meant.isEmpty ? "give both in one unit." : "is it \(meant.quoted)? Give both in one unit.")
        case .likelyFraction(let text, let meant, let name):
            "\(text.quoted) of \(name.quoted) reads as \(text.quoted) percent by its unit, far from the other value; is it \(meant.quoted)? Check it."
        case .noBand(let target, let achieved, let name, let allowed):
            "achieved value \(achieved.quoted) of \(name.quoted) is worded otherwise than its target \(target.quoted); say in “完成等级” which of \(allowed.quoted) it is."
        case .notJudged(let band, let weight, let name):
            "indicator \(name.quoted) is \(band.name.quoted), which gives \(range(band, weight)) points; fill in “得分” and “偏差原因”."
        case .ratioOfZero(let name):
            "the target of \(name.quoted) is 0 or less, so there is no ratio to it; change the target, or set “赋分方式” to “直接赋分”."
        case .overHundred(let text, let name):
            "achieved value \(text.quoted) of \(name.quoted) is above 100%; check it."
        default: ""
        }
    }

    private var scoreSentence: String {
        switch self {
        case .scoreOutsideBand(let given, let band, let weight, let name):
            "indicator \(name.quoted) is \(band.name.quoted), which gives \(range(band, weight)) points; \(pointsText(given)) were filled in: change “得分” or “完成等级”."
        case .scoreAboveWeight(let given, let weight, let name):
            "indicator \(name.quoted) got \(pointsText(given)) points, above its weight of \(pointsText(weight)); change “得分”, or clear it."
        case .givenWithoutReason(let given, let computed, let name):
            "indicator \(name.quoted) was given \(pointsText(given)) points by hand; the scheme \(computed.map { "says \(pointsText($0))" } ?? "says nothing"). Say why in “得分说明”, or clear “得分”."
        case .lossWithoutReason(let lost, let name):
            "indicator \(name.quoted) lost \(pointsText(lost)) points without a reason; fill in “偏差原因”."
        case .farAboveWithoutReason(let times, let name):
            "indicator \(name.quoted) reached \(pointsText(times)) times its target, which may have been set too low; say why in “偏差原因”."
        case .statedOtherwise(let name, let stated, let computed):
            "\(name.quoted) is stated as \(stated); the subjects of “绩效对象” come to \(computed), which is what is printed. Check it: remove the stated figure, or complete “绩效对象”."
        case .unknownBase(let cells, let title):
            "\(cells.count) cells of \(title.quoted) are blank, the book does not know them: \(cells.quoted). Fill in “上年数” or link last year's book; for budgets fill in “预算” (operating costs by economic code), “三公”, “其他数”."
        default: ""
        }
    }

    private var monitoringSentence: String {
        switch self {
        case .unknownMonitored(let name, let subject, let known):
            "\(subject.quoted) has no indicator \(name.quoted)\(known.isEmpty ? ", nor any other" : "; it has \(known.quoted)")."
        case .unmonitored(let names, let subject):
            "nothing says how likely \(names.count) indicators of \(subject.quoted) are, which the printed form leaves blank: \(names.quoted); fill in “执行情况” and “可能性”, a row each."
        case .likelyTenThousands(let name, let typed):
            "\(typed) yuan typed for \(name.quoted) is less than a thousandth of the budget; the column is in yuan: convert what was meant in ten thousands."
        case .amountOfIndicator(let name):
            "money was typed beside indicator \(name.quoted); it belongs into the row without “指标名称”."
        case .noMonitoredAmount(let name, let month):
            "no money was typed for \(name.quoted), and lines without a date do not tell what was spent by month \(month); fill in “执行数”, or the dates."
        case .monitoredAmountDiffers(let name, let typed, let lines, let month):
            "\(typed) yuan were typed as spent by \(name.quoted) until month \(month), the dated lines come to \(lines); what was typed holds: check it, or clear it."
        case .warnedWithoutReason(let warnings, let subject, let wantsReason, let wantsMeasures):
            "\(subject.quoted)\(warnings.first?.subjectOfEnglish ?? ""): \(warnings.map(\.shortMessage).joined(separator: "; ")); fill in \([wantsReason ? "“原因说明”" : "", wantsMeasures ? "“改进措施”" : ""].filter { !$0.isEmpty }.joined(separator: " and "))."
        default: ""
        }
    }

    private func range(_ band: ScoringRules.Band, _ weight: Int64) -> String {
        let points = band.points(of: weight)
        return "\(pointsText(points.low)) to \(points.holdsHigh ? "" : "below ")\(pointsText(points.high))"
    }
}
