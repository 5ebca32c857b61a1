import Fiscal
import Standards
import Support
import Testing

@testable import Ledger
@testable import Performance

/// What a book leaves unsaid or misspells, and a score would hide.
struct UnsaidTests {
    private static let projects = "单位,项目编码,项目名称\n11,A,家庭经济困难学生资助\n11,B,校舍维修"
    private static let budget = """
        单位,阶段,功能科目,资金性质,资金来源,支出性质,项目,金额
        11,年初预算,2040605,一般公共预算财政拨款,当年安排,项目支出,A,100.00
        11,全年预算,2040605,一般公共预算财政拨款,当年安排,项目支出,A,120.00
        11,年初预算,2040605,一般公共预算财政拨款,当年安排,项目支出,B,50.00
        11,全年预算,2040605,一般公共预算财政拨款,当年安排,项目支出,B,50.00
        """
    private static let header = "单位,功能科目,经济科目,资金性质,资金来源,支出性质,项目,金额\n"
    private static func line(_ project: String, _ amount: String, source: String = "当年安排", kind: String = "项目支出")
        -> String
    {
        "11,2040605,30201,一般公共预算财政拨款,\(source),\(kind),\(project),\(amount)\n"
    }
    private static let sheets = [
        "项目": projects, "预算": budget, "支出": header + line("A", "110.00") + line("B", "50.00"),
        "绩效对象": "单位,编号,名称,类别\n,整体,部门整体支出,部门整体\n11,A,家庭经济困难学生资助,项目\n11,B,校舍维修,项目",
        "绩效指标": indicators(),
    ]

    private static func indicators(_ rows: String = "") -> String {
        "对象,一级指标,二级指标,指标名称,方向,指标值,计量单位,完成值,取自,分值\n" + rows
            + "A,产出指标,数量指标,资助人次,,1200人次,,1260人次,,50\nB,产出指标,数量指标,维修学校,,3所,,3所,,50\n"
            + "整体,产出指标,数量指标,资助人次,,,,,A,50"
    }

    private func evaluation(_ own: [String: String] = [:]) throws -> EvaluationBook {
        try Records.evaluation(Self.sheets.merging(own) { _, own in own })
    }

    /// Names of the kinds of faults, of these only.
    private func told(_ evaluation: EvaluationBook, _ kinds: String...) -> [String] {
        evaluation.faults.map { "\($0.kind)".prefix { $0.isLetter } }.map(String.init).filter(kinds.contains)
    }

    private func fault(_ evaluation: EvaluationBook, _ kind: String) -> EvaluationFault? {
        evaluation.faults.first { "\($0.kind)".prefix { $0.isLetter } == kind }
    }

    // MARK: Directions

    @Test("A direction that nothing tells and the score depends on is told once for a subject, and only then")
    func guessed() throws {
        let rows = """
            A,效益指标,社会效益指标,在校生人数,,100人,,120人,,10
            A,效益指标,社会效益指标,借阅量,,100册,,80册,,10
            A,效益指标,社会效益指标,班级数,,20个,,20个,,10
            A,效益指标,社会效益指标,教师人数,≥,20人,,25人,,10
            A,效益指标,社会效益指标,培训人数,,20人,,25人,,10
            A,效益指标,社会效益指标,欠费人数,,0人,,0人,,10

            """
        let evaluation = try evaluation(["绩效指标": Self.indicators(rows)])
        #expect(told(evaluation, "guessedDirection", "assumedDirection") == ["guessedDirection"])
        let message = fault(evaluation, "guessedDirection")?.message ?? ""
        #expect(message.contains("“在校生人数”“借阅量”没有写方向") && message.contains("家庭经济困难学生资助"))
        #expect(fault(evaluation, "guessedDirection")?.severity == .hint)
    }

    @Test("A number below one beside a rate is asked for as a rate; a figure beside words too")
    func fractions() throws {
        let rows = """
            A,满意度指标,服务对象满意度指标,学生满意度,,95,%,0.97,,10
            A,满意度指标,服务对象满意度指标,家长满意度,,≥95%,,0.97,,10
            A,效益指标,社会效益指标,受益人次,,若干人次,,1260人次,,10

            """
        let evaluation = try evaluation(["绩效指标": Self.indicators(rows)])
        #expect(fault(evaluation, "likelyFraction")?.message.contains("是不是 97%") == true)
        #expect(fault(evaluation, "notComparable")?.message.contains("是不是 97%") == true)
        #expect(fault(evaluation, "wordsForTarget")?.message.contains("若干人次") == true)
        let plain = try self.evaluation()
        #expect(told(plain, "likelyFraction", "notComparable", "wordsForTarget").isEmpty)
    }

    @Test("Rows name a subject by its code or by its name")
    func names() throws {
        let rows = "校舍维修,产出指标,质量指标,合格率,,100%,,100%,,10\n整体,产出指标,数量指标,维修学校,,,,,校舍维修,50\n"
        let evaluation = try evaluation(["绩效指标": Self.indicators(rows)])
        #expect(told(evaluation, "unknownSubject", "unknownShared").isEmpty)
        #expect(evaluation["B"]?.indicators.map(\.indicator.name).sorted() == ["合格率", "维修学校"])
        #expect(evaluation["整体"]?[indicator: "维修学校"]?.indicator.achieved.text == "3所")
    }

    // MARK: Money

    @Test("A misspelt project in a line of money is wrong, at its row; one that is like none is a hint")
    func unknownProjects() throws {
        let lines = Self.header + Self.line("困难学生资助", "60.00") + Self.line("困难学生资助", "50.00") + Self.line("B", "50.00")
        let evaluation = try evaluation(["支出": lines])
        let found = try #require(fault(evaluation, "unknownLineProject"))
        #expect(found.severity == .wrong && found.row == 2 && found.sheet.hasPrefix("支出"))
        #expect(found.message.contains("共 2 行") && found.message.contains("是不是“家庭经济困难学生资助”"))
        #expect(told(evaluation, "unknownLineProject").count == 1)
        let other = try self.evaluation(["支出": Self.header + Self.line("A", "110.00") + Self.line("信息化", "50.00")])
        #expect(fault(other, "unknownLineProject")?.severity == .hint)
        // Without a sheet of projects nothing is known to be misspelt.
        #expect(told(try self.evaluation(["项目": "单位,项目编码,项目名称", "支出": lines]), "unknownLineProject").isEmpty)
    }

    @Test("Money without a project is told beside a project that has a budget and spent nothing")
    func blankProjects() throws {
        let evaluation = try evaluation(["支出": Self.header + Self.line("", "110.00") + Self.line("B", "50.00")])
        let found = try #require(fault(evaluation, "blankProject"))
        #expect(found.subject == "A" && found.row == 2 && found.message.contains("110.00 元"))
        let basic = Self.header + Self.line("", "110.00", kind: "基本支出") + Self.line("B", "50.00")
        #expect(told(try self.evaluation(["支出": basic]), "blankProject").isEmpty)
        #expect(told(try self.evaluation(), "blankProject", "unknownLineProject").isEmpty)
    }

    @Test("What has no adjusted budget while others have is taken as not adjusted, in sums too, and told")
    func unadjusted() throws {
        let budget = Self.budget.split(separator: "\n").filter { !$0.contains("全年预算") || !$0.contains(",B,") }
        let evaluation = try evaluation(["预算": budget.joined(separator: "\n")])
        // 120 of A and 50 of B, of which 160 was spent.
        #expect(evaluation["整体"]?.funds.amount(.total, .adjustedBudget) == 17_000)
        #expect(evaluation["整体"]?.rate?.text() == "94.12")
        #expect(evaluation.summary().covered.amount(.total, .adjustedBudget) == 17_000)
        let found = try #require(fault(evaluation, "noAdjustedBudget"))
        #expect(found.severity == .hint && found.message.contains("“校舍维修”") && !found.message.contains("资助"))
        // Nothing was adjusted at all: that is how a year may go.
        let initial = Self.budget.split(separator: "\n").filter { !$0.contains("全年预算") }.joined(separator: "\n")
        #expect(told(try self.evaluation(["预算": initial]), "noAdjustedBudget").isEmpty)
        #expect(told(try self.evaluation(), "noAdjustedBudget").isEmpty)
    }

    @Test("A self-evaluation without any budget is not printed whole: a person has to answer")
    func noBudget() throws {
        let budget = Self.budget.split(separator: "\n").filter { !$0.contains(",B,") }.joined(separator: "\n")
        let evaluation = try evaluation(["预算": budget])
        #expect(fault(evaluation, "noBudget")?.severity == .missing && fault(evaluation, "noBudget")?.subject == "B")
        #expect(evaluation["B"]?.total == nil)
    }

    @Test("What was brought forward is held against the opening balance and its own budget")
    func carried() throws {
        let balance = "单位,功能科目,资金性质,支出性质,项目,年初余额,年初调整\n11,2040605,一般公共预算财政拨款,项目支出,A,"
        let lines = Self.header + Self.line("A", "40.00", source: "上年结转") + Self.line("B", "50.00")
        let over = try evaluation(["支出": lines, "结转结余": balance + "30.00,"])
        #expect(fault(over, "overCarried")?.message.contains("30.00 元") == true)
        for rest in ["40.00,", "30.00,10.00"] {
            #expect(told(try evaluation(["支出": lines, "结转结余": balance + rest]), "overCarried").isEmpty)
        }
        #expect(told(try evaluation(["支出": lines]), "overCarried").isEmpty)
        let carried = "\n11,全年预算,2040605,一般公共预算财政拨款,上年结转,项目支出,B,20.00"
        let own = "单位,功能科目,资金性质,支出性质,项目,年初余额,年初调整\n11,2040605,一般公共预算财政拨款,项目支出,B,"
        let much = try evaluation(["预算": Self.budget + carried, "结转结余": own + "12.00,7.99"])
        #expect(fault(much, "overCarriedBudget")?.message.contains("20.00 元，多过") == true)
        #expect(fault(much, "overCarriedBudget")?.severity == .hint)
        for rest in ["20.00,", "12.00,8.00"] {
            let enough = try evaluation(["预算": Self.budget + carried, "结转结余": own + rest])
            #expect(told(enough, "overCarriedBudget").isEmpty)
        }
        #expect(told(try evaluation(["预算": Self.budget + carried]), "overCarriedBudget").isEmpty)
        let spent = Self.header + Self.line("A", "110.00")
        let forgotten = try evaluation(["预算": Self.budget + carried, "支出": spent + Self.line("B", "60.00")])
        #expect(told(forgotten, "forgottenSource") == ["forgottenSource"])
        let within = try evaluation(["预算": Self.budget + carried, "支出": spent + Self.line("B", "40.00")])
        #expect(told(within, "forgottenSource").isEmpty)
    }
}
