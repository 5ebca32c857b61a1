import Fiscal
import Standards
import Support
import Testing

@testable import Ledger
@testable import Performance

struct MonitoringTests {
    private static let sheets = [
        "项目": "单位,项目编码,项目名称\n11,A,普法",
        "支出": """
        单位,日期,凭证号,功能科目,经济科目,资金性质,支出性质,项目,金额
        11,2021-07-31,1,2040605,30201,一般公共预算财政拨款,项目支出,普法,49.99
        11,2021-08-01,2,2040605,30201,一般公共预算财政拨款,项目支出,普法,30.00
        """,
        "预算": "单位,阶段,功能科目,资金性质,支出性质,项目,金额\n11,全年预算,2040605,一般公共预算财政拨款,项目支出,普法,100.00",
        "绩效对象": "单位,编号,名称,类别\n11,A,普法,项目",
        "绩效指标": """
        对象,一级指标,二级指标,指标名称,指标值,分值
        A,产出指标,数量指标,场次,6场,50
        A,产出指标,质量指标,差错率,≤1%,0
        A,效益指标,社会效益指标,意识,明显提高,30
        A,满意度指标,服务对象满意度指标,满意度,≥90%,10
        """,
    ]

    private func monitored(_ rows: String) throws -> (MonitoredSubject, [EvaluationFault]) {
        var sheets = Self.sheets
        sheets["绩效监控"] = "对象,指标名称,执行情况,执行数,全年预计,全年预计执行数,可能性,原因说明,改进措施\n" + rows
        let (book, standards) = try Records.book(sheets)
        let evaluation = EvaluationBook(book: book, standards: standards)
        let subject = try #require(evaluation["A"])
        return (MonitoredSubject(subject, standards: standards), evaluation.faults.filter(\.isAboutMonitoring))
    }

    private func kinds(_ warnings: [MonitoringWarning]) -> [String] {
        warnings.map { $0.indicator + " " + "\($0.kind)".prefix { $0.isLetter } }
    }

    @Test("Money by the end of July out of the dated lines, against the calendar and the floor")
    func money() throws {
        let (state, faults) = try monitored("A,,,,,80.00,确定能,资金下达晚,催办")
        #expect(state.money.executed == 4_999 && state.money.source == .lines && state.money.rate?.text() == "49.99")
        #expect(state.money.calendar?.text() == "58.33" && state.money.behind?.text() == "8.34")
        #expect(state.money.forecastRate?.text() == "80.00")
        #expect(kinds(state.warnings) == [" slowExecution"] && faults.isEmpty)
    }

    @Test("What was typed holds, and that the lines say otherwise is told; half of the budget is enough")
    func typed() throws {
        let (state, faults) = try monitored("A,,,50.00,,,,,")
        #expect(state.money.source == .typed && state.money.rate?.text() == "50.00" && state.warnings.isEmpty)
        #expect(faults.map(\.severity) == [.hint])
        #expect(faults[0].message.contains("50.00") && faults[0].message.contains("49.99"))
    }

    @Test("Progress, forecasts, units and likelihoods are warned of")
    func indicators() throws {
        let (state, faults) = try monitored(
            """
            A,,,60.00,,,,,
            A,场次,2场,,5场,,有可能,,
            A,差错率,2%,,2%,,,太忙,加人
            A,意识,有所提高,,,,,,
            A,满意度,85人,,95%,,,口径不同,
            """)
        #expect(
            kinds(state.warnings) == [
                "场次 slowProgress", "场次 forecastBelow", "差错率 beyond", "差错率 forecastBelow", "满意度 otherUnit",
                "场次 unlikely",
            ])
        #expect(state.warned.map(\.count) == [3, 2, 1])
        let asked = faults.filter { $0.severity == .missing }
        #expect(asked.map(\.row) == [3, 6])
        #expect(asked[0].message.contains("“原因说明”和“改进措施”") && !asked[1].message.contains("“原因说明”"))
    }

    @Test("A subject of which nothing was said is not warned of for that, and it is told what is not known")
    func silent() throws {
        let (state, faults) = try monitored("A,意识,有所提高,,,,,,")
        #expect(state.unmonitored.count == 3 && state.isMonitored && kinds(state.warnings) == [" slowExecution"])
        // The warning has no row of its own: it is asked for where the subject's first one stands.
        #expect(faults.map(\.row) == [2])
    }
}
