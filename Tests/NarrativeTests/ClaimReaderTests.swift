import Fiscal
import Standards
import Testing

@testable import Narrative

/// Wordings that are not ours: what papers write for the same figures.
struct ClaimReaderTests {
    private func check(_ phrase: String, _ paragraphs: [String], _ expected: [String]) throws {
        let found = try readings(paragraphs, [phrase])
        #expect(found == expected, "\(paragraphs)")
    }

    @Test func totals() throws {
        let figures = ["100.50万元 收入总计", "20.5万元 收入总计 增减 收入总计#2020", "25.63% 收入总计 升降 收入总计#2020"]
        for text in [
            "2021年度收入、支出总计100.50万元，与上年相比增加20.5万元，增长25.63%。主要是一是项目增加30万元；二是人员增加5人。",
            "我局2021年收支总计100.50万元，比上年减少20.5万元，降低25.63%。",
            "2021年度总计100.50万元。与2020年度相比，收、支总计各增加20.5万元，同比增长25.63%，主要原因是追加经费30万元。",
            "2021年度收入支出总计为100.50万元，较上年减少20.5万元，降幅25.63%。",
            "收入总计100.50万元，较去年增加20.5万元，增幅为25.63%（上年为80万元）。",
        ] {
            let found = try readings([text], ["total"])
            #expect(found.filter { !$0.hasSuffix("—") } == figures, "\(text)")
        }
        try check(
            "fiscal-total", ["财政拨款收入、支出总计各 1 0083.32 万元，与上年决算数相比减少161.17万元，下降1.57％。"],
            [
                "1 0083.32 万元 收入总计/1", "161.17万元 收入总计/1 增减 收入总计/1#2020",
                "1.57％ 收入总计/1 升降 收入总计/1#2020",
            ])
    }

    @Test func sharesOfIncome() throws {
        let figures = [
            "9935.09万元 本年收入", "9101.59万元 本年收入/1", "91.61% 本年收入/1 占 本年收入", "833.49万元 本年收入/39",
            "8.39% 本年收入/39 占 本年收入",
        ]
        for text in [
            "2021年度本年收入合计9935.09万元，其中：财政拨款收入9101.59万元，占比91.61%。其他收入833.49万元，占比为8.39%。",
            "全年收入9935.09万元，财政拨款收入为9101.59万元，占总收入的91.61%，其他收入为9,101.59万元".replacing("9,101.59", with: "833.49")
                + "，占本年收入的比重为8.39%。",
            "本年收入合计 9 935.09 万元，其中：\n财政拨款收入9101.59\n万元，所占比例为91.61%；其他收入833.49万元，占全部收入的8.39%",
        ] {
            let found = try readings([text], ["income"]).map { $0.filter { !$0.isWhitespace } }
            #expect(found == figures.map { $0.filter { !$0.isWhitespace } }, "\(text)")
        }
        try check(
            "income", ["本年收入合计10万元，财政拨款收入、其他收入分别为9万元和1万元。"],
            ["10万元 本年收入", "9万元 本年收入/1", "1万元 本年收入/39"])
    }

    /// A fund in front of a kind makes it another figure, and a name that the section does not know makes none.
    @Test func whatTheSectionDoesNotSpeakOf() throws {
        try check(
            "expenditure", ["本年支出合计644.43万元，其中：基本支出434.56万元，占67.43%；其他支出21.91万元，占3.4%。其中财政拨款基本支出412.64万元，占64%。"],
            [
                "644.43万元 本年支出", "434.56万元 本年支出/B", "67.43% 本年支出/B 占 本年支出", "21.91万元 —", "3.4% —",
                "412.64万元 —", "64% —",
            ])
        try check(
            "general-total", ["一般公共预算财政拨款支出10万元，占本年支出合计的91.36%，占财政拨款收入的90%。其中项目支出增加2万元，增长5%。"],
            ["10万元 本年支出/11", "91.36% 本年支出/11 占 本年支出", "90% —", "2万元 —", "5% —"])
        try check(
            "operating", ["机关运行经费支出50万元，其中某中心机关运行经费5万元，比上年增加1个百分点，上年机关运行经费40万元。"],
            ["50万元 机关运行经费", "5万元 —", "1个百分点 —", "40万元 —"])
    }

    /// A change behind 其中 is the whole's as often as the part's; behind a semicolon each item has its own.
    @Test func changesBehindAPart() throws {
        try check(
            "expenditure", ["本年支出900万元，其中：基本支出500万元，占55.56%，比上年增加100万元，增长12.5%。"],
            ["900万元 本年支出", "500万元 本年支出/B", "55.56% 本年支出/B 占 本年支出", "100万元 —", "12.5% —"])
        let part = "公务接待费4万元，与上年相比增加1万元，增长33.33%"
        let change = [
            "1万元 三公经费/11/SG3 增减 三公经费/11/SG3#2020", "33.33% 三公经费/11/SG3 升降 三公经费/11/SG3#2020",
        ]
        for (text, expected) in [
            ("三公经费支出10万元，其中：\(part)。", ["1万元 —", "33.33% —"]),
            ("三公经费支出10万元，其中：因公出国（境）费6万元；\(part)。", change),
            ("三公经费支出10万元。其中：\(part)。", change),
        ] {
            let found = try readings([text], ["three-total"])
            #expect(Array(found.suffix(2)) == expected, "\(text)")
        }
    }

    @Test func structure() throws {
        let figures = [
            "9418.68万元 本年支出/11", "5.00万元 本年支出/11/201", "0.05% 本年支出/11/201 占 本年支出/11",
            "8074.41万元 本年支出/11/204", "85.73% 本年支出/11/204 占 本年支出/11",
        ]
        for text in [
            "2021年度财政拨款支出9418.68万元，主要用于以下方面：一般公共服务支出(类)5.00万元，占比0.05%；公共安全支出(类)8074.41万元，占比85.73%。",
            "2021年度一般公共预算财政拨款支出9418.68万元，主要用于以下方面：一般公共服务（类）支出5.00万元，占0.05%；公共安全（类）支出8074.41万元，占85.73%。",
            "一般公共预算财政拨款支出９４１８．６８万元，按功能分类：一般公共服务支出5.00万元，占0.05％，公共安全支出8,074.41万元，占财政拨款支出的85.73%。",
        ] {
            let found = try readings([text], ["general-structure"])
            #expect(
                found.map { $0.split(separator: " ").dropFirst() }
                    == figures.map { $0.split(separator: " ").dropFirst() }, "\(text)")
        }
    }

    @Test func items() throws {
        let budget = "本年支出/11/2040601@年初预算"
        let actual = "本年支出/11/2040601"
        let figures = ["1146.16万元 \(budget)", "1334.68万元 \(actual)", "116.45% \(actual) 完成 \(budget)"]
        for paragraphs in [
            ["1、公共安全支出(类)司法(款)行政运行(项)。", "年初预算为1146.16万元，支出决算为1334.68万元，完成年初预算的116.45%,决算数大于预算数主要原因是：增人增资。"],
            ["（1）公共安全（类）司法（款）行政运行（项）年初预算数1146.16万元，支出决算数1334.68万元，完成年初预算的116.45%。"],
            ["3．公共安全支出（类）司法（款）行政运行（项）：", "支出决算1334.68万元"],
            ["2040601行政运行，年初预算1146.16万元，决算数1334.68万元，完成率116.45%。"],
        ] { try check("general-items", paragraphs, paragraphs[0].hasPrefix("3") ? [figures[1]] : figures) }
        // 决算 before 预算; a name that two items bear is none.
        try check(
            "general-items", ["公安（款）行政运行（项）支出决算2万元，年初预算1万元，完成年初预算的200%。", "行政运行（项）支出决算2万元。"],
            [
                "2万元 本年支出/11/2040201", "1万元 本年支出/11/2040201@年初预算",
                "200% 本年支出/11/2040201 完成 本年支出/11/2040201@年初预算", "2万元 —",
            ])
    }

    @Test func basic() throws {
        let figures = [
            "6964.28万元 本年支出/11/B", "5902.69万元 本年支出/11/RY/B", "84.76% 本年支出/11/RY/B 占 本年支出/11/B",
            "1061.59万元 本年支出/11/GY/B", "15.24% 本年支出/11/GY/B 占 本年支出/11/B",
        ]
        try check(
            "basic",
            [
                "2021年度财政拨款基本支出6964.28万元，其中：人员经费5902.69万元，占基本支出的84.76%，主要包括：基本工资、津贴补贴；公用经费1061.59万元，占基本支出的15.24%，主要包括：办公费。"
            ],
            figures)
        try check(
            "basic", ["基本支出6964.28万元，人员经费和公用经费分别为5902.69万元、1061.59万元。"], [figures[0], figures[1], figures[3]])
    }

    @Test func threePublic() throws {
        try check(
            "three-total",
            ["公务接待费支出预算为77.69万元，支出决算为10.43万元，完成预算的13.43%，决算数小于预算数的主要原因是压减接待20批次，与上年相比减少0.09万元，下降0.86%，减少的主要原因是节约。"],
            [
                "77.69万元 三公经费/11/SG3@全年预算", "10.43万元 三公经费/11/SG3",
                "13.43% 三公经费/11/SG3 完成 三公经费/11/SG3@全年预算", "20批次 —",
                "0.09万元 三公经费/11/SG3 增减 三公经费/11/SG3#2020", "0.86% 三公经费/11/SG3 升降 三公经费/11/SG3#2020",
            ])
        try check(
            "three-detail",
            [
                "公务用车购置费及运行维护费支出决算为56.67万元，其中：公务用车购置费23.29万元，更新公务用车1辆。公务用车运行维护费33.38万元，主要是维修费，截止2021年12月31日，我单位开支财政拨款的公务用车保有量为7辆。"
            ],
            [
                "56.67万元 三公经费/11/SG2", "23.29万元 三公经费/11/SG21", "1辆 购置数/11/SG21", "33.38万元 三公经费/11/SG22",
                "7辆 保有量/11/SG2",
            ])
        try check(
            "three-detail", ["因公出国（境）费支出决算为0万元，因公出国（境）团组数0个、0人次。公务接待费支出1.2万元，接待批次12批次，接待人数130人。"],
            [
                "0万元 三公经费/11/SG1", "0个 团组数/11/SG1", "0人次 人次数/11/SG1", "1.2万元 三公经费/11/SG3",
                "12批次 批次数/11/SG3", "130人 人次数/11/SG3",
            ])
    }

    /// What names no item goes on with the one just counted, or with nothing.
    @Test func countsOfOtherItems() throws {
        try check(
            "three-detail", ["公务接待费支出0.68万元。国内公务接待9批次，累计68人次；外地来客0批次，0人次。"],
            ["0.68万元 三公经费/11/SG3", "9批次 批次数/11/SG3", "68人次 —", "0批次 —", "0人次 —"])
    }

    @Test func countsAndProcurement() throws {
        try check(
            "meetings", ["2021年开支会议费16.7万元，用于召开全市培训会议3次，人数1435人，内容为总结部署；开支培训费32.7万元，用于教育培训，人数985人。"],
            ["16.7万元 会议培训支出/MT1", "3次 —", "1435人 会议培训人数/MT1", "32.7万元 会议培训支出/MT2", "985人 会议培训人数/MT2"])
        try check(
            "procurement",
            ["政府采购支出总额100万元，其中货物支出60万元、工程支出0万元、服务支出40万元。授予中小企业合同金额80万元（占政府采购支出总额的80%），货物采购授予中小企业合同金额占货物支出金额的90%。"],
            [
                "100万元 采购支出/CG", "60万元 采购支出/CG1", "0万元 采购支出/CG2", "40万元 采购支出/CG3", "80万元 采购授予金额/CG/SME",
                "80% 采购授予金额/CG/SME 占 采购支出/CG", "90% 采购授予金额/CG1/SME 占 采购支出/CG1",
            ])
        try check(
            "assets", ["截至12月31日共有公务用车9辆，其中，机要通信用车1辆、其他用车2辆（其中执法执勤用车1辆）；单位价值50万元以上通用设备3台(套)。"],
            ["9辆 资产数量/CL", "1辆 资产数量/CL3", "2辆 资产数量/CL9", "1辆 资产数量/CL5", "3台(套) 资产数量/SB1"])
        try check(
            "performance", ["对2021年度3项项目支出开展了绩效自评，共涉及资金209.88万元，占项目支出预算总额的100%，86.1%的指标完成。"],
            ["3项 绩效自评项目数", "209.88万元 绩效自评资金", "100% —", "86.1% —"])
        // The ending of a subject's word, in the name of something else.
        try check("performance", ["共对4个项目开展绩效自评，建成示范项目3个。"], ["4个 绩效自评项目数", "3个 —"])
    }
}

/// What single places print beside the nation.
struct RegionalClaimTests {
    private func check(_ phrase: String, _ region: String, _ text: String, _ expected: [String]) throws {
        let found = try readings([text], [phrase], region)
        #expect(found == expected, "\(text)")
    }

    /// 用于 leads to a figure's name here, and to a content of the writer's own there.
    @Test func spendingForAPurpose() throws {
        try check(
            "expenditure-kinds", "530000",
            "2021年度用于保障局机关、所属各中心等机构正常运转的日常支出69.12万元，与上年相比减少2万元，下降2.81%，用于办公的设备1台。基本工资等人员经费支出占基本支出的80%。",
            [
                "69.12万元 本年支出/B", "2万元 —", "2.81% —", "1台 —", "80% 本年支出/RY/B 占 本年支出/B",
            ])
        try check(
            "expenditure-kinds", "530000", "为完成年度任务，用于专项业务工作的经费支出40.28万元，比上年增加1.5万元，增长3.87%。",
            ["40.28万元 本年支出/P", "1.5万元 本年支出/P 增减 本年支出/P#2020", "3.87% 本年支出/P 升降 本年支出/P#2020"])
    }

    @Test func scoresAndPurposes() throws {
        try check(
            "performance", "310000", "组织对4个项目开展绩效自评，涉及预算单位3家，项目平均得分为95.6分，其中优3个。",
            ["4个 —", "3家 —", "95.6分 绩效自评平均得分", "3个 绩效自评项目数/PJ1"])
        try check(
            "general-items", "310000", "公共安全支出（类）司法（款）行政运行（项）主要用于：本年支出合计2万元、基本支出。年初预算3万元，支出决算数2万元。",
            ["2万元 —", "3万元 本年支出/11/2040601@年初预算", "2万元 本年支出/11/2040601"])
    }
}

/// What else a claim tells: direction, place, and the number as printed.
struct ClaimDetailTests {
    @Test func directionAndPlace() throws {
        let standards = try TestStandards.load("430000", 2021)
        let phrases = [try #require(standards.phrases["total"])]
        let claims = ClaimReader.claims(
            in: "收、支总计 1 00.50 万元，与上年相比减少２０．５万元，下降10%，增减变动5%。", phrases: phrases, standards: standards, unit: "1")
        #expect(claims.map(\.direction) == [nil, .fall, .fall, nil])
        #expect(claims.map(\.offset) == [6, 24, 33, 41])
        #expect(claims.map { $0.printed.text() } == ["100.50", "20.5", "10", "5"])
        #expect(claims.map(\.unit) == ["万元", "万元", "%", "%"])
        #expect(claims.map(\.text) == ["1 00.50 万元", "２０．５万元", "10%", "5%"])
    }

    /// A paragraph longer than any paper has, whatever it holds, is read in the time of its length.
    @Test(
        .timeLimit(.minutes(20)),
        arguments: ["基本支出10万元，占5%；", "（（（）（类）", "主要原因是基本支出", "1,234.", "占比增加完成", "与上年", "用于的基本支出"])
    func hostileParagraphs(_ piece: String) throws {
        let text = String(repeating: piece, count: 20_000 / piece.count)
        #expect(try readings([text, text + "1万元"], ["expenditure", "general-items", "basic"]).count > 0)
    }
}

struct FigureScannerTests {
    @Test(arguments: [
        ("2021年12月31日，第3批，１．本年收入，（一）5", []), ("单位价值50万元以上设备、100万元（含）以上设备", []),
        ("1，234，567．80元", ["1，234，567．80元"]), ("36.7\n8 万元", ["36.7\n8 万元"]), ("3．36.5万元", ["36.5万元"]),
        ("-5.20万元，减少5%", ["-5.20万元", "5%"]), ("历时12个月，一次性1次性补助，S4台", []),
        ("300余万元、800-1500元、20万元—30万元", ["300余万元", "1500元", "20万元", "30万元"]),
        ("2.5个百分点，3万人，6万", ["2.5个百分点", "6万"]), ("0台（套），1022 人次，4家单位", ["0台（套）", "1022 人次", "4家"]),
    ])
    func finds(_ text: String, _ expected: [String]) {
        let folded = FoldedText(text)
        #expect(FigureScanner.figures(in: folded).map { folded.text($0.range) } == expected)
    }
}
