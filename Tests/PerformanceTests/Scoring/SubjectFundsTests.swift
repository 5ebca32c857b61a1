import Fiscal
import Standards
import Support
import Testing

@testable import Ledger
@testable import Performance

/// Money of subjects out of the lines of a small book.
struct SubjectFundsTests {
    private static let sheets = [
        "项目": "单位,项目编码,项目名称\n11,A,普法\n11,B,矫正\n12,C,援助",
        "支出": """
        单位,日期,凭证号,功能科目,经济科目,资金性质,资金来源,支出性质,项目,对方单位,金额
        11,2021-01-05,1,2040601,30201,一般公共预算财政拨款,,基本支出,,,1000.00
        11,2021-03-05,2,2040605,30201,一般公共预算财政拨款,当年安排,项目支出,普法,,200.00
        11,2021-07-31,3,2040605,30201,一般公共预算财政拨款,上年结转,项目支出,A,,30.50
        11,2021-08-01,4,2040605,30201,其他收入,,项目支出,普法,,4.25
        11,2021-09-01,5,2040610,30201,一般公共预算财政拨款,,项目支出,矫正,,60.00
        11,,6,2040610,30201,一般公共预算财政拨款,,项目支出,矫正,,5.00
        12,2021-02-01,7,2040607,30201,一般公共预算财政拨款,,项目支出,援助,,7.00
        """,
        "预算": """
        单位,阶段,功能科目,资金性质,资金来源,支出性质,项目,金额
        11,年初预算,2040605,一般公共预算财政拨款,,项目支出,普法,240.00
        11,全年预算,2040605,一般公共预算财政拨款,,项目支出,普法,250.00
        11,全年预算,2040605,一般公共预算财政拨款,上年结转,项目支出,普法,40.00
        11,年初预算,2040610,一般公共预算财政拨款,,项目支出,矫正,50.00
        """,
        "绩效对象": """
        单位,编号,名称,类别,项目
        ,整体,部门整体支出,部门整体,
        11,A,普法,项目,
        11,两项,普法和矫正,项目,普法、B
        11,全部,项目支出,项目,
        12,C,援助,项目,
        """,
        "绩效指标": "对象,一级指标,二级指标,指标名称,指标值,分值\nA,产出指标,数量指标,场次,6场,",
    ]

    private func subject(_ code: String) throws -> EvaluatedSubject {
        try #require(try Records.evaluation(Self.sheets)[code])
    }

    @Test("A project's money is that of its code and of its name, by where it came from")
    func project() throws {
        let funds = try subject("A").funds
        #expect(funds.amount(.total, .actual) == 23_475)
        #expect(funds.amount(.fiscal, .actual) == 20_000)
        #expect(funds.amount(.carried, .actual) == 3_050)
        #expect(funds.amount(.other, .actual) == 425)
        #expect(funds.amount(.total, .initialBudget) == 24_000)
        #expect(funds.amount(.total, .adjustedBudget) == 29_000 && funds.amount(.carried, .adjustedBudget) == 4_000)
        // 234.75 ÷ 290.00 = 80.948…%
        #expect(try subject("A").rate?.text() == "80.95" && subject("A").executionScore == 809)
        #expect(funds.amount(nature: "项目支出", .actual) == 23_475 && funds.amount(nature: "基本支出", .actual) == 0)
    }

    @Test("Several projects, all project expenditure, and the whole department")
    func wider() throws {
        #expect(try subject("两项").funds.amount(.total, .actual) == 29_975)
        #expect(try subject("全部").funds.amount(.total, .actual) == 29_975)
        #expect(try subject("整体").funds.amount(.total, .actual) == 130_675)
        #expect(try subject("C").funds.amount(.total, .actual) == 700)
        #expect(try subject("C").funds.execution() == nil && subject("C").rate == nil)
        #expect(try subject("整体").functions.map(\.text) == ["2040601", "2040605", "2040607", "2040610"])
    }

    @Test("What was spent by a month is told only where every line has a date")
    func months() throws {
        let funds = try subject("A").funds
        #expect(funds.spent(through: 2) == 0 && funds.spent(through: 3) == 20_000)
        #expect(funds.spent(through: 7) == 23_050 && funds.spent(through: 12) == 23_475)
        #expect(try subject("两项").funds.spent(through: 12) == nil)
    }

    @Test("Where no adjusted budget is known, the initial one stands for it")
    func initialBudget() throws {
        var sheets = Self.sheets
        sheets["绩效对象"] = "单位,编号,名称,类别\n11,B,矫正,项目"
        sheets["绩效指标"] = "对象,一级指标,二级指标,指标名称,指标值\nB,产出指标,数量指标,人数,6人"
        sheets["预算"] = sheets["预算"]?.split(separator: "\n").filter { !$0.contains("全年预算") }.joined(separator: "\n")
        let subject = try #require(try Records.evaluation(sheets)["B"])
        #expect(subject.funds.budgetPhase == .initialBudget)
        // 65 of 50: above the budget earns all points and no more.
        #expect(subject.rate?.text() == "130.00" && subject.executionScore == subject.scheme.execution.weight)
    }

    @Test("Money that several subjects count is counted once in the summary")
    func summary() throws {
        let evaluation = try Records.evaluation(Self.sheets)
        let summary = evaluation.summary()
        #expect(summary.covered.amount(.total, .actual) == 30_675 && summary.projects == 4 && summary.scored == 0)
        #expect(summary.share?.text() == "100.00" && summary.mean == nil)
        let shared = evaluation.faults.filter { if case .sharedMoney = $0.kind { true } else { false } }
        #expect(shared.map(\.subject) == ["A", "两项"])
        #expect(evaluation.summary(of: "12").covered.amount(.total, .actual) == 700)
    }

    @Test("What units of a subject give each other is not its money")
    func transfers() throws {
        var sheets = Self.sheets
        sheets["支出"] = """
            单位,功能科目,经济科目,资金性质,支出性质,项目,对方单位,金额
            11,2040605,,其他收入,对附属单位补助支出,普法,某中心,50.00
            11,2040605,30201,一般公共预算财政拨款,项目支出,普法,,20.00
            """
        sheets["绩效对象"] = "单位,编号,名称,类别,项目\n,整体,部门整体支出,部门整体,\n11,A,普法,项目,"
        let evaluation = try Records.evaluation(sheets)
        #expect(evaluation["整体"]?.funds.amount(.total, .actual) == 2_000)
        #expect(evaluation["A"]?.funds.amount(.total, .actual) == 7_000)
    }
}
