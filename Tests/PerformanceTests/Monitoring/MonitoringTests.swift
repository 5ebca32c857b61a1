import Fiscal
import Paper
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
        #expect(kinds(state.warnings) == [" slowExecution"] && faults.allSatisfy(\.isOfFormOnly))
    }

    @Test("The rate is that of the form: over the initial budget, where the book has one")
    func base() throws {
        var sheets = Self.sheets
        sheets["预算"] = (sheets["预算"] ?? "") + "\n11,年初预算,2040605,一般公共预算财政拨款,项目支出,普法,80.00"
        sheets["绩效监控"] = "对象,指标名称,执行数,全年预计执行数\nA,,40.00,90.00"
        let (book, standards) = try Records.book(sheets)
        let subject = try #require(EvaluationBook(book: book, standards: standards)["A"])
        let money = MonitoredSubject(subject, standards: standards).money
        #expect(money.base == .initialBudget && money.budget == 8_000 && money.rate?.text() == "50.00")
        // What the year will come to is held against what the year has.
        #expect(money.forecastRate?.text() == "90.00")
        let layout = try #require(
            standards.evaluationLayouts.first { $0.stage == .monitoring && $0.subject == .project })
        let surroundings = EvaluationSurroundings(year: 2021, department: "某局", unit: "某局本级", texts: [:], lastMonth: 7)
        let values = SubjectValues(subject, figures: layout.figures, surroundings: surroundings)
        #expect(values.text(of: .fund("总额", column: "监控执行率")) == "50.00%")
    }

    @Test("Whoever prints the form answers for every indicator; an amount in ten thousands is asked about")
    func blank() throws {
        let (_, faults) = try monitored("A,,,60.00,,100.00,,,\nA,场次,4场,,6场,,确定能,,\nA,差错率,1%,,1%,,,,")
        let blank = try #require(faults.first { $0.isOfFormOnly })
        #expect(blank.severity == .missing && blank.message.contains("3 个指标") && blank.message.contains("差错率、意识、满意度"))
        #expect(!faults.contains { $0.message.contains("万元") })
        let (_, small) = try monitored("A,,,0.06,,0.10,,原因,措施")
        #expect(small.count { $0.severity == .hint && $0.message.contains("万元") } == 1)
    }

    @Test("The state of a shared indicator is said once, where its values stand")
    func shared() throws {
        var sheets = Self.sheets
        sheets["绩效对象"] = "单位,编号,名称,类别\n11,A,普法,项目\n,整体,部门整体支出,部门整体"
        sheets["绩效指标"] = """
            对象,一级指标,二级指标,指标名称,指标值,取自,分值
            A,产出指标,数量指标,场次,6场,,50
            整体,产出指标,数量指标,场次,,A,50
            """
        let header = "对象,指标名称,执行情况,执行数,全年预计,可能性,原因说明,改进措施\n"
        sheets["绩效监控"] = header + "A,,,60.00,,,,\nA,场次,2场,,6场,有可能,,\n整体,,,60.00,,,,"
        let (book, standards) = try Records.book(sheets)
        let evaluation = EvaluationBook(book: book, standards: standards)
        let whole = MonitoredSubject(try #require(evaluation["整体"]), standards: standards)
        #expect(whole.indicators.map(\.value.text) == ["2场"] && whole.indicators[0].record?.likelihood == "有可能")
        // The reason is asked for once, at the owner's row.
        let asked = evaluation.faults.filter { $0.severity == .missing && $0.isAboutMonitoring }
        #expect(asked.map(\.row) == [3] && asked.map(\.subject) == ["A"])
        // Said of the whole itself, its own words hold.
        sheets["绩效监控"] = (sheets["绩效监控"] ?? "") + "\n整体,场次,3场,,,,,"
        let (own, _) = try Records.book(sheets)
        let state = MonitoredSubject(
            try #require(EvaluationBook(book: own, standards: standards)["整体"]), standards: standards)
        #expect(state.indicators[0].value.text == "3场" && state.indicators[0].forecast.text == "6场")
        // A subject of which nothing is said stays unmonitored.
        sheets["绩效监控"] = header + "A,,,60.00,,,,\nA,场次,2场,,6场,有可能,,"
        let (quiet, _) = try Records.book(sheets)
        #expect(EvaluationBook(book: quiet, standards: standards)["整体"]?.monitoring.isEmpty == true)
    }

    @Test("The reason and the measures of the money have a line of their own, and none where nothing is said")
    func fundsLine() throws {
        func printed(_ row: String) throws -> String {
            let (state, _) = try monitored(row)
            let standards = try CheckedOut.standards("430400", 2021)
            let layout = try #require(
                standards.evaluationLayouts.first { $0.stage == .monitoring && $0.subject == .project })
            let surroundings = EvaluationSurroundings(
                year: 2021, department: "某局", unit: "某局本级", texts: [:], lastMonth: 7)
            let form = EvaluationPrinter(state.subject, layout: layout, surroundings: surroundings).print()
            return form.grid.rows.joined().map(\.text).joined(separator: "|")
        }
        #expect(try printed("A,,,40.00,,,,资金下达晚,倒排支付计划").contains("资金执行偏差原因及改进措施|资金下达晚；倒排支付计划"))
        #expect(try !printed("A,,,40.00,,,,,").contains("资金执行偏差原因"))
    }

    @Test("What was typed holds, and that the lines say otherwise is told; half of the budget is enough")
    func typed() throws {
        let (state, faults) = try monitored("A,,,50.00,,,,,")
        #expect(state.money.source == .typed && state.money.rate?.text() == "50.00" && state.warnings.isEmpty)
        let hints = faults.filter { !$0.isOfFormOnly }
        #expect(hints.map(\.severity) == [.hint])
        #expect(hints[0].message.contains("50.00") && hints[0].message.contains("49.99"))
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
        let asked = faults.filter { $0.severity == .missing && !$0.isOfFormOnly }
        #expect(asked.map(\.row) == [3, 6])
        #expect(asked[0].message.contains("“原因说明”和“改进措施”") && !asked[1].message.contains("“原因说明”"))
    }

    @Test("A subject of which nothing was said is not warned of for that, and it is told what is not known")
    func silent() throws {
        let (state, faults) = try monitored("A,意识,有所提高,,,,,,")
        #expect(state.unmonitored.count == 3 && state.isMonitored && kinds(state.warnings) == [" slowExecution"])
        // The warning has no row of its own: it is asked for where the subject's first one stands.
        #expect(faults.filter { !$0.isOfFormOnly }.map(\.row) == [2])
    }
}
