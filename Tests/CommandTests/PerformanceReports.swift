import Audit
import Fiscal
import Foundation
import Ledger
import Narrative
import Paper
import Performance
import Publication
import Standards
import Support
import Testing

@testable import mingzhang

/// A small book of one department whose sheets a test writes.
struct PerformanceBook {
    var sheets: [String: String] = [
        "账套.yaml": "格式: 1\n部门: 望江市统计局\n年度: 2021\n地区: \"430000\"\n公开类型: 部门决算\n",
        "单位.csv": "编码,名称,上级编码,单位性质,编制人数,在职人数\n001,望江市统计局,,行政单位,40,33\n",
        "收入.csv": "单位,功能科目,资金性质,金额\n001,2010501,一般公共预算财政拨款,90000000.00\n",
        "支出.csv": """
        单位,日期,功能科目,经济科目,资金性质,支出性质,项目,金额
        001,2021-03-02,2010501,30101,一般公共预算财政拨款,基本支出,,2000000.00
        001,2021-03-05,2010508,30201,一般公共预算财政拨款,项目支出,普查,400000.00
        001,2021-11-05,2010508,30201,一般公共预算财政拨款,项目支出,普查,500000.00
        001,2021-05-05,2010505,30201,一般公共预算财政拨款,项目支出,调查,250000.00

        """,
        "预算.csv": """
        单位,阶段,功能科目,经济科目,资金性质,支出性质,项目,金额
        001,年初预算,2010501,30101,一般公共预算财政拨款,基本支出,,2000000.00
        001,年初预算,2010508,,一般公共预算财政拨款,项目支出,普查,1000000.00
        001,年初预算,2010505,,一般公共预算财政拨款,项目支出,调查,250000.00

        """,
        "项目.csv": "单位,项目编码,项目名称,类别\n001,P1,普查,业务工作\n001,P2,调查,运行维护\n",
        "绩效对象.csv": """
        单位,编号,名称,类别,预期目标,完成情况,主要问题,改进措施
        001,整体,部门整体支出,部门整体,完成普查和调查。,普查和调查完成。,基层力量不足。,充实基层统计员。
        001,P1,普查,项目,完成普查。,普查完成。,,
        001,P2,调查,项目,完成调查。,调查完成。,样本更新不及时。,每季更新样本。

        """,
        "文字.csv": """
        单位,段落,内容
        001,主要职责,统计调查。
        001,机构设置,设五个科。
        001,厉行节约保障措施,严控支出。

        """,
    ]

    /// Indicators of a subject that add up to the usual weights, all reached.
    static func indicators(_ subject: String) -> String {
        """
        \(subject),产出指标,数量指标,\(subject)上报份数,≥30份,30份,20
        \(subject),产出指标,质量指标,\(subject)合格率,≥98%,99%,30
        \(subject),效益指标,社会效益指标,\(subject)服务决策,有效,有效,30
        \(subject),满意度指标,服务对象满意度指标,\(subject)用户满意度,≥90%,93%,10

        """
    }

    init() {
        sheets["绩效指标.csv"] =
            "对象,一级指标,二级指标,指标名称,指标值,完成值,分值\n"
            + ["整体", "P1", "P2"].map(Self.indicators).joined()
    }

    func built(_ part: PublicationOptions.Part = .performance, stage: EvaluationLayout.Stage? = nil) throws
        -> BuiltPackage
    {
        let scratch = try Scratch()
        for (name, text) in sheets { try FileBytes.write(Array(text.utf8), to: scratch.path + "/" + name) }
        let loaded = try LoadedBook(path: scratch.path, library: Printing.library.get())
        let root = try #require(loaded.book.units.root)
        let scope = BuildScope(unit: root.code, name: root.name, kind: .department, folder: "")
        return try BuiltPackage(
            loaded, scope: scope,
            options: PublicationOptions(kind: .department, part: part, stage: stage))
    }
}

extension PrintedReport {
    var lines: [String] {
        blocks.compactMap { block in
            switch block {
            case .heading(_, let paragraph), .paragraph(let paragraph): paragraph.text
            case .grid, .chart, .contents: nil
            }
        }
    }

    private var blocks: [Block] {
        parts.map { part in
            switch part {
            case .heading(let level, let text): .heading(level: level, Paragraph(text))
            case .words(let text): .paragraph(Paragraph(text))
            case .sentence(let sentence): .paragraph(Paragraph(sentence.text))
            case .grid(let grid, _): .grid(grid)
            }
        }
    }
}

@Suite("Reports of performance") struct PerformanceReports {
    @Test("A report says what the accounts and the scores say, in the order of its outline") func report() throws {
        let package = try PerformanceBook().built()
        #expect(package.missing.isEmpty)
        let report = try #require(package.publication.performance.reports.first)
        let text = report.lines.joined(separator: "\n")
        for wanted in [
            "编制数40人，实际在职33人。", "2021年支出合计315.00万元，其中：基本支出200.00万元",
            "项目支出年终决算数为115.00万元，主要包括：专项统计业务25.00万元、统计抽样调查90.00万元。",
            "全年预算数325.00万元，全年执行数315.00万元，预算执行率96.92%", "基层力量不足。", "充实基层统计员。",
            "2．部门整体支出绩效自评表",
        ] { #expect(text.contains(wanted), "\(wanted)\n\(text)") }
        let chapters = report.lines.filter { "一二三四五六七八九".contains($0.prefix(1)) && $0.dropFirst().first == "、" }
        #expect(chapters.compactMap(\.first) == Array("一二三四五六七八九"))
        #expect(report.lines.first == "一、部门、单位基本情况")
    }

    @Test("Each project has a summary; what it lacks is left out, what it must say is asked for") func summaries()
        throws
    {
        var book = PerformanceBook()
        let texts = try book.built().publication.narration.sentences.filter { $0.id.hasPrefix("project-summary") }
            .map(\.text)
        #expect(texts.count == 2)
        #expect(texts[0].contains("普查绩效自评综述：") && texts[0].contains("完成预算的90.00%") && !texts[0].contains("主要问题"))
        #expect(texts[1].contains("发现的主要问题及原因：样本更新不及时。下一步改进措施：每季更新样本。"), "\(texts[1])")
        book.sheets["绩效对象.csv"] = book.sheets["绩效对象.csv"]?.replacing("普查完成。,,", with: ",,")
        let missing = try book.built().missing
        #expect(missing.contains { $0.sentence == "project-summary.P1.1" }, "\(missing)")
    }

    @Test("Words that only people have are asked for, not made up") func asked() throws {
        var book = PerformanceBook()
        book.sheets["文字.csv"] = "单位,段落,内容\n"
        book.sheets["绩效对象.csv"] = book.sheets["绩效对象.csv"]?.replacing("基层力量不足。,充实基层统计员。", with: ",")
        let package = try book.built()
        let names = package.missing.compactMap { missing -> String? in
            if case .text(let name) = missing.kind { name } else { nil }
        }
        #expect(
            Set(names).isSuperset(of: [
                "主要职责", "机构设置", "绩效自评报告.问题及原因", "绩效自评报告.改进措施",
            ]), "\(names)")
        book.sheets["文字.csv"] = """
            单位,段落,序号,内容
            001,绩效自评报告.整体.问题及原因,1,甲
            001,绩效自评报告.整体.问题及原因,2,乙
            001,绩效自评报告.问题及原因,1,丙

            """
        let report = try #require(try book.built().publication.performance.reports.first)
        #expect(report.lines.contains("（一）甲。") && report.lines.contains("（二）乙。") && !report.lines.contains("丙"))
    }

    @Test("The number, the money and the mean of self-evaluations come out of the subjects; another stated one is told")
    func statedOtherwise() throws {
        var book = PerformanceBook()
        func sentence(_ package: BuiltPackage) throws -> String {
            try #require(package.publication.narration.sentences.first { $0.id == "performance.1" }?.text)
        }
        let plain = try book.built()
        let text = try sentence(plain)
        #expect(text.contains("共2个项目，涉及资金115.00万元，占项目支出总额的100.00%"), "\(text)")
        #expect(plain.statedOtherwise.isEmpty)
        book.sheets["其他数.csv"] = "单位,指标,数值\n001,绩效自评项目数,5\n"
        let stated = try book.built()
        #expect(try sentence(stated).contains("共2个项目"))
        #expect(stated.statedOtherwise.map(\.message).contains { $0.contains("填了 5") && $0.contains("是 2") })
        #expect(UnansweredPerformance([stated]).hints.contains { $0.contains("绩效自评项目数") })
        book.sheets["绩效对象.csv"] = "单位,编号,名称,类别\n"
        book.sheets["绩效指标.csv"] = "对象,一级指标,二级指标,指标名称\n"
        let none = try book.built(.accounts)
        #expect(none.publication.narration.sentences.contains { $0.text.contains("共5个项目") })
    }

    @Test("A department's evaluation has a report with its scored table, and is no self-evaluation") func evaluation()
        throws
    {
        var book = PerformanceBook()
        book.sheets["绩效对象.csv"] = """
            单位,编号,名称,类别,项目,方案,预期目标,完成情况,主要问题,改进措施
            001,P1,普查,项目,,,完成普查。,普查完成。,,
            001,E1,普查,项目,普查,部门评价,完成普查。,普查完成。,数据质量检查偏少。,增加抽查。

            """
        book.sheets["绩效指标.csv"] =
            "对象,一级指标,二级指标,指标名称,指标值,完成值,分值,得分,完成等级,偏差原因\n"
            + PerformanceBook.indicators("P1").replacing("\nP1", with: ",,,\nP1").trimmed + ",,,\n" + """
                E1,决策,项目立项,立项依据充分性,充分,充分,10,,,
                E1,决策,绩效目标,绩效指标明确性,明确,不够明确,10,7,部分达成,部分指标没有量化
                E1,过程,资金管理,预算执行率,≥90%,90%,20,,,
                E1,产出,产出数量,上报份数,≥30份,30份,30,,,
                E1,效益,满意度,用户满意度,≥90%,93%,30,,,

                """
        book.sheets["文字.csv"] =
            "单位,段落,内容\n"
            + ["项目概况", "目的对象范围", "原则指标方法标准", "工作过程"].map { "001,部门评价报告.\($0),\($0)的话\n" }.joined()
        let package = try book.built()
        #expect(package.missing.isEmpty, "\(package.missing)")
        #expect(!package.publication.performance.faults.contains { $0.severity != .hint })
        let part = package.publication.performance
        #expect(part.forms.map(\.subject) == ["P1"])
        let report = try #require(part.reports.first)
        #expect(part.reports.count == 1 && report.subject == "E1" && report.title == "普查项目绩效评价报告")
        #expect(report.lines.contains { $0.contains("得分97分（满分100分），评价等级为“优”") })
        #expect(report.lines.contains("绩效指标明确性：指标值为明确，完成值为不够明确，分值10分，得7分。部分指标没有量化。"))
        let grid = try #require(
            report.parts.compactMap { part -> Grid? in
                if case .grid(let grid, _) = part { grid } else { nil }
            }.first)
        #expect(grid.rows.last?.map(\.text) == ["合计", "", "", "", "", "100", "97"])
        let text = try #require(package.publication.narration.sentences.first { $0.id == "performance.1" }?.text)
        #expect(text.contains("共1个项目"))
    }

    @Test("package.json: every figure of a report stands where it says, with its fact or its subject") func json()
        throws
    {
        let package = try PerformanceBook().built()
        let bytes = PackageJson(
            package.publication, book: package.facts.book, standards: package.facts.standards, check: package.check
        ).bytes()
        let root = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
        let reports = try #require(root["reports"] as? [[String: Any]])
        #expect(reports.count == 1 && reports[0]["subject"] as? String == "整体")
        var (facts, listed) = (0, 0)
        for prose in reports[0]["prose"] as? [[String: Any]] ?? [] {
            let sentence = try #require(prose["sentence"] as? String)
            for figure in prose["figures"] as? [[String: Any]] ?? [] {
                let offset = try #require(figure["offset"] as? Int)
                let text = try #require(figure["text"] as? String)
                #expect(sentence.dropFirst(offset).hasPrefix(text), "\(sentence) \(text)")
                if figure["fact"] != nil { facts += 1 }
                if let name = figure["listed"] as? String {
                    listed += 1
                    #expect(name.hasPrefix("绩效对象 整体 "))
                }
            }
        }
        #expect(facts >= 8 && listed >= 6)
    }

    @Test("Charts of scores are drawn from two projects on") func charts() throws {
        var book = PerformanceBook()
        let charts = try book.built().publication.performance.charts
        #expect(charts.count == 2 && charts.allSatisfy { $0.categories == ["普查", "调查"] })
        let scores = try #require(charts.first { $0.series.count == 1 }?.series.first)
        #expect(scores.values.compactMap { $0?.text() } == ["99", "100"])
        book.sheets["绩效对象.csv"] = book.sheets["绩效对象.csv"]?.split(separator: "\n").filter {
            !$0.contains(",P2,")
        }.joined(separator: "\n")
        book.sheets["绩效指标.csv"] = book.sheets["绩效指标.csv"]?.split(separator: "\n").filter {
            !$0.hasPrefix("P2,")
        }.joined(separator: "\n")
        #expect(try book.built().publication.performance.charts.isEmpty)
    }
}
