import Fiscal
import Performance
import Publication

/// Sentences of findings about forms of self-evaluation.
enum EvaluationWords {
    // MARK: - Money

    static func sum(
        _ form: String, _ what: String, _ printed: String, _ parts: [(String, String)], _ expected: String,
        _ difference: String
    ) -> String {
        let list = parts.prefix(12).map { "\($0.0) \($0.1)" }.joined(separator: "、") + (parts.count > 12 ? "……" : "")
        return "“\(form)”的“\(what)”印 \(printed)，而所列各项（\(list)）之和为 \(expected)，相差 \(difference)，"
            + "四舍五入解释不了。单凭所印的数断不定是合计还是哪一项有误，请按账面核对。"
    }

    static func otherColumn(_ row: String, _ column: String, _ text: String) -> String {
        "“\(row)”如果用“\(column)”那一列的 \(text)，合计就对上了"
    }

    static func otherRow(_ row: String, _ text: String) -> String {
        "相差的正是列在别处的“\(row)” \(text)，可能归错了类"
    }

    static func rate(
        _ form: String, _ row: String, _ printed: String, _ actual: String, _ budget: String, _ expected: String
    ) -> String {
        "“\(form)”的“\(row)”执行率印 \(printed)，而按全年执行数 \(actual) ÷ 全年预算数 \(budget)，应为 \(expected)。请重算执行率及其得分。"
    }

    static let cut = "像是只取了整数、截去了小数"
    static let overInitial = "正好等于执行数÷年初预算数，分母应当用全年预算数"
    static let appliedBase = "分母用的是年度预算申请数，不是调整后的全年预算数"

    static func rateScore(
        _ form: String, _ printed: String, _ weight: String, _ rate: String, _ expected: String
    ) -> String {
        "“\(form)”的预算执行率得分印 \(printed)，而分值 \(weight) × 执行率 \(rate) ＝ \(expected)。请核对得分；另有赋分办法的，应当写明。"
    }

    static func overspent(
        _ form: String, _ rate: String, _ actual: String, _ budget: String, _ score: String
    ) -> String {
        "“\(form)”的执行率为 \(rate)（\(actual) ÷ \(budget)），超过 100%，表里没有说明原因"
            + (score.isEmpty ? "。" : "，得分 \(score) 也看不出按什么办法计算。") + "请核对分母是否为全年预算数，并说明超出的原因。"
    }

    static func unreadFunds(_ form: String) -> String { "“\(form)”的资金行有空格，分不清各数在哪一列" }

    // MARK: - Points

    static func unreadRows(_ form: String, _ count: Int) -> String { "“\(form)”的指标里有 \(count) 个数没有读懂" }
    static func noWeights(_ form: String, _ count: Int) -> String { "“\(form)”有 \(count) 个指标没有读到分值" }
    static func noScores(_ form: String) -> String { "“\(form)”有的指标没有读到得分" }
    static func unsureLevels(_ form: String) -> String { "“\(form)”的一级、二级指标分不清从哪一行起" }
    static func wrongTotal(_ form: String) -> String { "“\(form)”的总分与各项得分对不上，无从评级" }
    static func noReasons(_ form: String) -> String { "“\(form)”没有读到“偏差原因”一列" }
    static func noDirection(_ name: String) -> String { "指标“\(name)”没有写明方向，说不准完成值大好还是小好" }

    static func weights(
        _ form: String, _ weights: [String], rate: String?, sum: String, full: String, printed: String?
    ) -> String {
        let list = weights.joined(separator: "＋") + (rate.map { "＋执行率 \($0)" } ?? "")
        return "“\(form)”各指标分值合计为 \(sum)（\(list)），应为 \(full)"
            + (printed.map { "，总分行印的分值是 \($0)" } ?? "") + "。请核对各指标的分值。"
    }

    static func totalWeight(_ form: String, _ printed: String, _ sum: String) -> String {
        "“\(form)”总分行的分值印 \(printed)，而各项分值合计为 \(sum)。请核对总分行。"
    }

    static func block(_ label: String, _ level: String, _ sum: String) -> String {
        "“\(label)”下所列指标的分值合计是 \(sum)，与标签不同；"
    }

    static func blockWeights(
        _ form: String, _ label: String, _ level: String, _ weights: [String], _ sum: String
    ) -> String {
        "“\(form)”的“\(label)”，所列指标的分值合计为 \(sum)（\(weights.joined(separator: "＋"))），与标签不同。请核对分值。"
    }

    static func scoreLimit(_ form: String, _ name: String, _ score: String, _ weight: String) -> String {
        "“\(form)”的“\(name)”得分印 \(score)，不在 0 与分值 \(weight) 之间。请核对得分和分值。"
    }

    static func total(
        _ form: String, _ printed: String, _ scores: [String], rate: String?, _ expected: String, _ difference: String
    ) -> String {
        let list = (rate.map { "执行率 \($0)＋" } ?? "") + scores.joined(separator: "＋")
        return "“\(form)”的总分印 \(printed)，而各项得分之和为 \(expected)（\(list)），相差 \(difference)。请核对总分和各项得分。"
    }

    static let withoutRate = "像是没有把预算执行率的得分加进去"
    static let onlyRate = "像是只填了预算执行率的得分"
    static func without(_ name: String) -> String { "像是没有把“\(name)”的得分加进去" }

    static func grade(_ form: String, _ printed: String, _ total: String, _ wanted: String, _ low: Int) -> String {
        "“\(form)”评为“\(printed)”，而总分 \(total) 按等级划分（\(low) 分以上为\(wanted)）应为“\(wanted)”。请核对等级和总分。"
    }

    // MARK: - Indicators

    static func attainment(_ form: String, _ found: Attainment, _ what: String) -> String {
        let indicator = found.indicator
        return "“\(form)”的“\(indicator.title)”，指标值 \(found.target.text)，完成值 \(found.actual.text)，"
            + "分值 \(indicator.weight?.text ?? "")，得分 \(indicator.score?.text ?? "")：\(what)"
    }

    static let fullThough = "没有完成却得满分，也没有填偏差原因。请核对完成值和得分。"
    static let lostThough = "已经完成却扣了分，也没有填偏差原因。请补充扣分的原因，或核对得分。"
    static func notInProportion(_ expected: String) -> String {
        "没有完成的按完成比例应得 \(expected)，也没有填偏差原因。请核对得分，或写明赋分办法和原因。"
    }

    static func silent(_ form: String, _ indicators: [EvaluationIndicator]) -> String {
        let list = indicators.map { "“\($0.title)”分值 \($0.weight?.text ?? "")、得分 \($0.score?.text ?? "")" }
        return "“\(form)”有 \(indicators.count) 个指标扣了分而没有填偏差原因：\(list.joined(separator: "；"))。请逐项补充原因和改进措施。"
    }

    static func farAbove(_ form: String, _ found: [Attainment], times: Int64) -> String {
        let list = found.map { "“\($0.indicator.title)”指标值 \($0.target.text)、完成值 \($0.actual.text)" }
        let limit = PrintedNumber(mantissa: times, decimals: 2).text(trimmingZeros: true)
        return "“\(form)”有 \(found.count) 个指标的完成值达到指标值的 \(limit) 倍以上而没有说明："
            + "\(list.joined(separator: "；"))。请说明原因；目标定得偏低的，应当调整。"
    }

    static func zeroTarget(_ form: String, _ indicator: EvaluationIndicator) -> String {
        "“\(form)”的“\(indicator.title)”指标值为 \(indicator.target?.text ?? "")，完成值 \(indicator.actual?.text ?? "")，"
            + "得分 \(indicator.score?.text ?? "")：指标值为零，算不出完成比例。请改定指标值，或写明怎样赋分。"
    }

    static func repeated(_ form: String, _ name: String) -> String { "“\(form)”里“\(name)”出现了两次。请核对是否重复计分。" }

    static func backfilled(_ form: String, _ found: [Attainment], of count: Int) -> String {
        let list = found.prefix(6).map { "“\($0.indicator.title)” \($0.target.text)／\($0.actual.text)" }
        return "“\(form)”的 \(count) 个定量指标里，\(found.count) 个的完成值与指标值一模一样（\(list.joined(separator: "；"))）。"
            + "请核对指标值是否按完成情况倒填。"
    }

    static func noValue(_ form: String, _ found: [(name: String, target: String, actual: String)]) -> String {
        let list = found.prefix(6).map { "“\($0.name)” \($0.target)／\($0.actual)" }
        let more = found.count > 6 ? "等" : ""
        return "“\(form)”有 \(found.count) 个指标的指标值是数，完成值却是照抄的目标或一句话（\(list.joined(separator: "；"))\(more)）。"
            + "请填实际完成的数，单位与指标值相同。"
    }

    static func accounts(
        _ form: String, _ what: String, _ own: String, _ others: [(label: String, text: String)], isLimit: Bool
    ) -> String {
        let list = others.prefix(3).map { "“\($0.label)”印 \($0.text)" }.joined(separator: "、")
        return "“\(form)”的\(what)印 \(own)，\(isLimit ? "多于" : "不等于")决算各表的数：\(list)。请核对自评表的口径和决算的数。"
    }

    static func beyond(_ form: String, _ name: String, _ text: String) -> String {
        "“\(form)”的“\(name)”印 \(text)，超过 100%。请核对这个数和它的口径。"
    }

    static func placeholder(_ form: String, _ name: String, _ text: String) -> String {
        "“\(form)”的“\(name)”印的是“\(text)”，还是占位的符号。请填上实际的值。"
    }

    static func cost(_ form: String, _ name: String, _ text: String) -> String {
        "“\(form)”的成本指标“\(name)”的指标值是“\(text)”，而成本越低越好。请核对方向符号。"
    }

    static func missingLevels(_ form: String, _ missing: [String]) -> String {
        "“\(form)”没有\(missing.map { "“\($0)”" }.joined(separator: "、"))一类的指标。请补充。"
    }

    static func missingOutputs(_ form: String, _ missing: [String]) -> String {
        "“\(form)”的产出指标里没有\(missing.map { "“\($0)指标”" }.joined(separator: "、"))。请补充，确不适用的写明。"
    }

    static func emptyLevels(_ form: String, _ labels: [String]) -> String {
        "“\(form)”的\(labels.map { "“\($0)”" }.joined(separator: "、"))下面是空白。没有的请写明“无”或“不适用”。"
    }

    static func places(_ form: EvaluationForm, _ indicator: EvaluationIndicator) -> [FindingPlace] {
        let cells = [
            (IndicatorColumn.score, indicator.score), (IndicatorColumn.weight, indicator.weight),
            (IndicatorColumn.target, indicator.target), (IndicatorColumn.actual, indicator.actual),
        ]
        return cells.compactMap { column, cell in cell.map { form.spot("\(indicator.title) / \(column)", $0) } }
    }

    // MARK: - Base data

    static func control(
        _ form: String, _ printed: String, _ staff: String, _ posts: String, _ expected: String
    ) -> String {
        "“\(form)”的控制率印 \(printed)，而实际在职人数 \(staff) ÷ 编制数 \(posts) ＝ \(expected)。请核对。"
    }

    static func building(
        _ form: String, _ printed: String, _ built: String, _ approved: String, _ expected: String
    ) -> String {
        "“\(form)”楼堂馆所的控制率印 \(printed)，而实际 \(built) ÷ 批复 \(approved) ＝ \(expected)。请核对。"
    }

    static func noStaff(_ form: String) -> String { "“\(form)”的编制数、在职人数、控制率没有读全" }
    static func missingRows(_ form: String, _ row: String) -> String { "“\(form)”的“\(row)”及其各项没有读全" }
    static func openRows(_ form: String, _ row: String) -> String { "“\(form)”的“\(row)”下有空格，分不清各数在哪一列" }

    // MARK: - Between forms, and with the report

    static func sameIndicator(
        _ name: String, _ form: String, _ one: EvaluationIndicator, _ other: String, _ two: EvaluationIndicator
    ) -> String {
        "“\(name)”在“\(form)”里指标值 \(one.target?.text ?? "")、完成值 \(one.actual?.text ?? "")，"
            + "在“\(other)”里指标值 \(two.target?.text ?? "")、完成值 \(two.actual?.text ?? "")。"
            + "同一指标应当一致；范围不同的，请在名称里写明。"
    }

    static func goalTarget(_ name: String, _ form: String, _ one: String, _ other: String, _ two: String) -> String {
        "“\(name)”的指标值在“\(form)”里是 \(one)，在“\(other)”里是 \(two)。自评应当用批复的目标值，请核对。"
    }

    static let noProjectTotal = "没有读到部门的项目支出，无法与各项目自评表之和比较"

    static func projectSum(
        _ count: Int, _ sum: String, _ form: String, _ whole: String, _ difference: String, isMore: Bool
    ) -> String {
        "\(count) 张项目自评表的全年执行数之和为 \(sum)，而“\(form)”的项目支出是 \(whole)，"
            + (isMore ? "多 \(difference)。各项目之和不会大于项目支出，请核对。" : "少 \(difference)。没有全部自评的，请写明覆盖面。")
    }

    static func otherDepartment(_ form: String, _ printed: String, usual: String) -> String {
        "“\(form)”的主管部门印“\(printed)”，其他项目的表几乎都印“\(usual)”。请核对是否填错。"
    }

    static func responsible(_ form: String, _ text: String, _ unit: String) -> String {
        "“\(form)”的主管部门填“\(text)”，实施单位是“\(unit)”。主管部门应当是预算主管部门，请核对。"
    }

    static func goalYear(_ form: String, _ texts: [String], _ year: Int) -> String {
        "“\(form)”是 \(year) 年度的，而年度总体目标里写着“\(texts.map { String($0.prefix(40)) }.joined(separator: "”“"))”。"
            + "请核对是否沿用了以前年度的文字。"
    }

    static func achieved(_ form: String, _ name: String, _ actual: String, _ text: String) -> String {
        "“\(form)”的“\(name)”完成值印 \(actual)，而实际完成情况里写的是“\(text)”。请核对；范围不同的，请写明。"
    }

    static func noReport(_ form: String) -> String { "没有找到“\(form)”所附的自评报告文字" }

    static func report(_ around: String, _ said: String, _ form: String, _ what: String, _ cell: String) -> String {
        "报告“\(around)”印 \(said)，而“\(form)”的“\(what)”是 \(cell)。单凭所印的数断不定哪一处有误，请按账面核对。"
    }

    static func reportAndAccounts(_ label: String, _ other: String, _ printed: String) -> String {
        "报告写“\(label)”，而“\(other)”印 \(printed)；报告里其他的数大多与决算相同。请核对报告的这个数；口径不同的，请写明。"
    }

    static func sameAsColumn(_ title: String) -> String { "与表里“\(title)”那一列的数相同，可能取错了列" }
    static let swapped = "两处的数字相同、次序不同，像是有两位写颠倒了"

    static func listed(
        _ around: String, _ total: String, _ items: [String], _ sum: String, _ difference: String
    ) -> String {
        "“\(around)”印 \(total)，而后面所列各项（\(items.joined(separator: "、"))）之和为 \(sum)，相差 \(difference)。"
            + "请核对各项金额，或写明没有列出的部分。"
    }

    static func parts(_ name: String, _ total: String, _ items: [String], _ sum: String) -> String {
        "“\(name)”印 \(total)，而“其中”所列各项（\(items.joined(separator: "、"))）之和为 \(sum)。"
            + "单凭所印的数断不定是合计还是哪一项有误，请按账面核对。"
    }

    static func wrongUnit(_ printed: String, _ wanted: String) -> String { "数对得上，只是单位把“\(wanted)”写成了“\(printed)”" }

    static func share(_ name: String, _ part: String, _ printed: String, _ total: String, _ expected: String) -> String
    {
        "“\(name)”\(part) 的占比印 \(printed)，而 \(part) ÷ \(total) ＝ \(expected)。请重算占比。"
    }

    static func reportIndicator(_ told: String, _ form: String, _ label: String, _ printed: String) -> String {
        "报告写“\(told)”，而“\(form)”的“\(label)”是 \(printed)。请按实际完成情况改成一致。"
    }

    static func twoValues(_ word: String, _ texts: [String]) -> String {
        "报告里“\(word)”先后印成 \(texts.joined(separator: "、"))，是同一个数。请按账面改成一致；口径不同的，请写明。"
    }

    static func tasksOverProjects(_ form: String, _ sum: String, _ limit: String) -> String {
        "“\(form)”的年度主要任务金额合计 \(sum)，大于项目支出 \(limit)。请核对。"
    }

    static func noProjects(_ form: String) -> String { "“\(form)”没有印项目支出" }
}
