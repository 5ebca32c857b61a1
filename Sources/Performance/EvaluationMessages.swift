import Fiscal
import Ledger
import Standards

/// The sentences of this module's faults: sheet, row, what was found, what is allowed, what to do.
extension EvaluationFault {
    /// One sentence in the language in force.
    package var message: String {
        switch MessageLanguage.current {
        case .chinese: chinese
        case .english: english
        }
    }

    private var chinese: String {
        let place = row > 0 ? BookPlace.row(row, of: sheet) : sheet
        return place.isEmpty ? kind.sentence : "\(place)：\(kind.sentence)"
    }
}

/// Hundredths of a point as printed: 9.15, 10.
package func pointsText(_ hundredths: Int64) -> String {
    PrintedNumber(mantissa: hundredths, decimals: 2).text(trimmingZeros: true)
}

extension EvaluationFault.Kind {
    fileprivate var sentence: String {
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
            "对象“\(code)”不在绩效对象表里（填编号或名称）\(known.isEmpty ? "，请先在那张表里添上" : "，有：\(listed(known))")。"
        case .unknownProject(let word, let known):
            "项目“\(word)”不在这个单位的项目表里\(known.isEmpty ? "，请先在那张表里添上" : "，有：\(listed(known))")。"
        case .unknownScheme(let id, let allowed): "没有叫“\(id)”的方案，可用：\(allowed.joined(separator: "、"))。"
        case .noScheme(let name): "“\(name)”没有可用的评分方案，请在“方案”栏写明，或在 Standards 的 schemes 里添上。"
        case .notScored(let name, let scheme):
            "“\(name)”的方案“\(scheme)”不评分，不用填指标；请删去它的指标，要评分的换一个方案。"
        case .noIndicators(let name): "“\(name)”没有指标；请在绩效指标表里添上，不评的请从绩效对象表删去。"
        default: ""
        }
    }

    private var moneySentence: String {
        switch self {
        case .noBudget(let name):
            "“\(name)”在预算表里没有预算数，算不出预算执行率，总分空着；请在预算表里给它的项目填年初预算或全年预算，不评的从绩效对象表删去。"
        case .nothingSpent(let name):
            "支出表里没有“\(name)”的行，执行率按 0 算；如果有支出，请核对支出表的“项目”栏是不是写的项目表里的编码或名称。"
        case .unknownLineProject(let word, let lines, let near):
            "项目“\(word)”不在项目表里\(lines > 1 ? "（共 \(lines) 行）" : "")，这笔钱不算在任何项目里；"
                + (near.isEmpty ? "是别的项目的，请在项目表里添上。" : "是不是“\(near)”？请改过来，或在项目表里添上。")
        case .blankProject(let name, let lines, let amount):
            "有 \(lines) 行项目支出没有写项目，共 \(amount) 元，而“\(name)”有预算、没有支出；如果是它的，请在“项目”栏填明。"
        case .noAdjustedBudget(let names):
            "\(names.map { "“\($0)”" }.joined(separator: "、"))只有年初预算、没有全年预算，而别的有全年预算；按没有调整算，全年预算等于年初预算。调整过的请补上全年预算的行，取消了的填 0。"
        case .overCarriedBudget(let name, let budget, let opening):
            "“\(name)”预算里上年结转的 \(budget) 元，多过结转结余表里它的年初余额（含调整）\(opening) 元；请核对预算的“资金来源”和年初余额。"
        case .overCarried(let name, let spent, let opening):
            "“\(name)”用上年结转的支出 \(spent) 元，多过结转结余表里它的年初余额（含调整）\(opening) 元；请核对支出的“资金来源”和年初余额。"
        case .forgottenSource(let name):
            "“\(name)”的上年结转有预算、没有支出，当年资金却超过预算；支出的“资金来源”是不是漏填了“上年结转”？请核对。"
        case .buildingsNotPrinted(let count):
            "楼堂馆所填了 \(count) 行，本地的绩效表里没有印它的地方，没有印。"
        case .overspent(let name, let rate): "“\(name)”的预算执行率是 \(rate)%，超过 100%，执行率得分按满分计；请核对全年预算是否已调整。"
        case .sharedMoney(let name, let other):
            "“\(name)”与“\(other)”的资金是同一些项目，各自都算了；请在“项目”栏写明各自涵盖哪些项目。"
        default: ""
        }
    }

    private var levelSentence: String {
        switch self {
        case .unknownShared(let code, let name):
            "“取自”写的对象“\(code)”没有自己的同名指标“\(name)”；请改对象编号，或清空“取自”直接填指标值。"
        case .sharedAndTyped(let code, let name):
            "指标“\(name)”取自“\(code)”，指标值、完成值不能再填；请清空其中一处。"
        case .unknownLevel(let found, let allowed):
            "方案里没有一级指标“\(found)”，可用：\(allowed.joined(separator: "、"))。"
        case .unknownSecond(let found, let level, let allowed):
            "\(level)下面没有二级指标“\(found)”，可用：\(allowed.joined(separator: "、"))。"
        case .missingLevel(let level, let subject): "“\(subject)”一个\(level)也没有，请补上。"
        case .levelWeight(let level, let subject, 0, let wanted):
            "“\(subject)”没有\(level)，或者分值都是 0，方案里它占 \(pointsText(wanted)) 分；请补上，不适用的换一个方案。"
        case .levelWeight(let level, let subject, let found, let wanted):
            "“\(subject)”的\(level)分值合计 \(pointsText(found)) 分，方案是 \(pointsText(wanted)) 分；请调整各指标的分值，或换一个方案。"
        case .noWeight(let name): "指标“\(name)”没有分值，请填“分值”。"
        case .noWeights(let subject): "“\(subject)”的指标都没有分值；申报目标时可以先空着，自评前要填。"
        case .absentBeside(let name, let second, let subject):
            "“\(subject)”的\(second)写了“\(name)”，又有别的指标；请删去其中一处。"
        case .duplicateName(let name, let subject): "“\(subject)”里有两个叫“\(name)”的指标；请改一个名称，或删去一个。"
        default: ""
        }
    }

    private var valueSentence: String {
        switch self {
        case .noTarget(let name): "指标“\(name)”没有指标值，不能评分；请填“指标值”。"
        case .notAchieved(let name): "指标“\(name)”没有完成值，不能评分；请填“完成值”，没有完成的也要填。"
        case .assumedDirection(let sign, let name):
            "指标“\(name)”没有写方向，从名称看是越小越好，按“\(sign)”算；请在“方向”填明，或在指标值里写符号。"
        case .guessedDirection(let names, let subject):
            "“\(subject)”的\(names.map { "“\($0)”" }.joined())没有写方向，从名称也看不出多了好还是少了好，按“≥”算；越小越好的请在“方向”填“≤”，其他的填“≥”。"
        case .bandUnused(let band, let name):
            "指标“\(name)”填了完成等级“\(band)”，但得分由指标值与完成值算出，用不上；请清空，或把“赋分方式”改为评判等级。"
        case .wordsForTarget(let text, let name):
            "指标“\(name)”的指标值“\(text)”读不成一个数，按文字处理；如果是数，请写成“6场”“≥98%”“15万人”的样子，否则在“方向”填“定性”。"
        case .notComparable(let target, let achieved, let name, let meant):
            "指标“\(name)”的指标值“\(target)”与完成值“\(achieved)”单位不同或不是同一种数，不能比较；"
                + (meant.isEmpty ? "请把完成值改成与指标值同一单位。" : "完成值是不是 \(meant)？请写成与指标值同一单位。")
        case .likelyFraction(let text, let meant, let name):
            "指标“\(name)”的“\(text)”按计量单位读成 \(text)%，与另一个数差得太多；是不是 \(meant)？请核对。"
        case .noBand(let target, let achieved, let name, let allowed):
            "指标“\(name)”的完成值“\(achieved)”与指标值“\(target)”写法不同，不知道算不算达成；请在“完成等级”填\(allowed.joined(separator: "、"))之一。"
        case .notJudged(let band, let weight, let name):
            "指标“\(name)”是“\(band.name)”，应在 \(range(band, weight))里给分；请填“得分”和“偏差原因”。"
        case .ratioOfZero(let name): "指标“\(name)”的指标值是 0 或负数，不能按完成比例给分；请改指标值，或把“赋分方式”改为直接赋分。"
        case .overHundred(let text, let name): "指标“\(name)”的完成值“\(text)”超过 100%，请核对。"
        default: ""
        }
    }

    private var scoreSentence: String {
        switch self {
        case .scoreOutsideBand(let given, let band, let weight, let name):
            "指标“\(name)”是“\(band.name)”，得分应在 \(range(band, weight))里，填了 \(pointsText(given)) 分；请改“得分”或“完成等级”。"
        case .scoreAboveWeight(let given, let weight, let name):
            "指标“\(name)”得分 \(pointsText(given)) 分，超过分值 \(pointsText(weight)) 分；请改“得分”，或清空由方案算。"
        case .givenWithoutReason(let given, let computed, let name):
            "指标“\(name)”手填得分 \(pointsText(given)) 分，按方案\(computed.map { "是 \(pointsText($0)) 分" } ?? "算不出")；请在“得分说明”写明理由，或清空“得分”。"
        case .lossWithoutReason(let lost, let name): "指标“\(name)”扣了 \(pointsText(lost)) 分，没有偏差原因，请补上。"
        case .farAboveWithoutReason(let times, let name):
            "指标“\(name)”的完成值是指标值的 \(pointsText(times)) 倍，指标值可能定低了；请在“偏差原因”说明。"
        case .statedOtherwise(let name, let stated, let computed):
            "“\(name)”填了 \(stated)，按绩效对象表算出的是 \(computed)，印的是算出的数；请核对，删去填的数或补齐绩效对象。"
        case .unknownBase(let cells, let title):
            "《\(title)》有 \(cells.count) 格空着，账套里没有这些数：\(listed(cells))；上年的请填上年数表或链接上年账套，预算的请填预算表（公用经费分到经济科目）、三公表、其他数表。"
        default: ""
        }
    }

    private var monitoringSentence: String {
        switch self {
        case .unknownMonitored(let name, let subject, let known):
            "“\(subject)”没有叫“\(name)”的指标\(known.isEmpty ? "，也没有别的指标" : "，有：\(listed(known))")。"
        case .unmonitored(let names, let subject):
            "“\(subject)”有 \(names.count) 个指标没有填完成目标的可能性，印出的监控表里是空的：\(names.joined(separator: "、"))；请在绩效监控表里每个指标填一行“执行情况”和“可能性”。"
        case .likelyTenThousands(let name, let typed):
            "“\(name)”填的 \(typed) 元不到预算的千分之一；这一栏以元为单位，如果填的是万元，请换成元。"
        case .amountOfIndicator(let name):
            "指标“\(name)”这一行填了执行数；资金只填在指标名称空着的一行，请移过去。"
        case .noMonitoredAmount(let name, let month):
            "“\(name)”没有填执行数，支出表里有没有日期的行，算不出 1—\(month) 月的执行数；请填“执行数”，或给支出表补上日期。"
        case .monitoredAmountDiffers(let name, let typed, let lines, let month):
            "“\(name)”填的 1—\(month) 月执行数是 \(typed) 元，支出表里这几个月的合计是 \(lines) 元，以填的为准；请核对，或清空由支出表算。"
        case .warnedWithoutReason(let warnings, let subject, let wantsReason, let wantsMeasures):
            "“\(subject)”\(warnings.first?.subjectOfChinese ?? "")\(warnings.map(\.shortChinese).joined(separator: "；"))。请填\([wantsReason ? "“原因说明”" : "", wantsMeasures ? "“改进措施”" : ""].filter { !$0.isEmpty }.joined(separator: "和"))。"
        default: ""
        }
    }

    private func range(_ band: ScoringRules.Band, _ weight: Int64) -> String {
        let points = band.points(of: weight)
        return "\(pointsText(points.low))～\(pointsText(points.high)) 分"
            + (points.holdsHigh ? "" : "（不含 \(pointsText(points.high)) 分）")
    }

    private func listed(_ words: [String]) -> String {
        words.prefix(8).joined(separator: "、") + (words.count > 8 ? "等 \(words.count) 个" : "")
    }
}
