import Fiscal
import Foundation
import Ledger
import Paper
import Performance
import Publication
import Standards
import Testing

@testable import mingzhang

/// `trace` of figures that forms and reports of performance print.
struct PerformanceTraces {
    private static let example = checkout + "/Examples/hengyang-2023"

    private func run(_ words: [String]) async -> (code: Int32, said: String, printed: String) {
        let console = Console()
        let code = await Console.$listener.withValue(console) {
            await CommandRun.perform(words + ["--standards", checkout + "/Standards"])
        }
        return (code, console.text, console.output)
    }

    // MARK: - Every figure

    @Test("Every number of every form has a trace that comes to it", arguments: PerformanceForms.books)
    func everyFigure(_ name: String) throws {
        let package = try PerformanceForms.built(name)
        let part = package.publication.performance
        let evaluation = try Example(name).loaded.evaluation
        var count = 0
        for form in part.forms {
            let subject = try #require(part.subjects.first { $0.record.code == form.subject })
            for printed in form.figures {
                let found = FoundSubjectFigure(
                    subject: subject, place: .subject(code: "", name: "", labels: ""), figure: printed.figure,
                    printed: printed.text)
                let trace = SubjectTrace(found, evaluation: evaluation, package: package)
                #expect(!trace.nodes.isEmpty, "\(name) \(form.title) \(printed)")
                check(trace.nodes, "\(name) \(form.title) \(printed.rowLabels) \(printed.header)")
                if case .accounts = printed.figure {
                    let reckoned = PrintedNumber.printing(sum(trace.nodes), in: .tenThousandYuan, decimals: 2)
                    #expect(reckoned.isSameValue(as: try NumberText.parse(printed.text)), "\(printed)")
                }
                count += 1
            }
            // No number is printed that has none.
            let texts = Dictionary(form.figures.map { ($0.text, 1) }, uniquingKeysWith: +)
            let cells = form.grid.rows.joined().filter { !$0.isHeader && $0.number != nil }
            for (text, number) in Dictionary(cells.map { ($0.text, 1) }, uniquingKeysWith: +) {
                #expect(texts[text, default: 0] >= number, "\(name) \(form.title): \(text)")
            }
        }
        #expect(count > 10)
    }

    /// Lines add up to their amount, points to the total.
    private func check(_ nodes: [SubjectTrace.Node], _ place: String) {
        for node in nodes {
            switch node {
            case .money(_, let amount, let lines):
                #expect(lines.reduce(0) { $0 + $1.amount } == amount ?? 0, "\(place)")
            case .points(_, _, let below): check(below, place)
            case .row(let origin, _): #expect(origin.row > 1 && !origin.sheet.isEmpty, "\(place)")
            case .step(let words): #expect(!words.isEmpty)
            case .accounts, .countedUnits: break
            }
        }
    }

    private func sum(_ nodes: [SubjectTrace.Node]) -> Int64 {
        nodes.reduce(0) { sum, node in
            guard case .accounts(let trace) = node else { return sum }
            return sum + trace.sign * (trace.value?.amount ?? 0)
        }
    }

    @Test("A total is the points of its parts") func totals() throws {
        let package = try PerformanceForms.built("hengyang-2023")
        let evaluation = try Example("hengyang-2023").loaded.evaluation
        for subject in package.publication.performance.subjects {
            let found = FoundSubjectFigure(
                subject: subject, place: .subject(code: "", name: "", labels: ""), figure: .total, printed: "")
            let points = SubjectTrace(found, evaluation: evaluation, package: package).nodes.compactMap { node in
                if case .points(_, let points, _) = node { points } else { Int64?.none }
            }
            #expect(points.reduce(0, +) == subject.total && points.count == subject.indicators.count + 1)
        }
    }

    // MARK: - As people ask

    /// What is asked, and what the answer must say.
    static let questions: [(String, [String])] = [
        ("P1 法律意见采信率 得分", ["印作 9.6", "10×96÷100＝9.6", "绩效指标.csv 第 26 行", "完成值 96%"]),
        ("P1 总分", ["印作 99.6", "预算执行率  10", "法律意见采信率  9.6", "绩效指标.csv 第 24 行"]),
        ("P1 总分 分值", ["印作 100", "成本节约率  20"]),
        ("P1 执行率", ["印作 100.00%", "400,000.00÷400,000.00", "支出.csv 第 30 行", "预算.csv 第 39 行"]),
        ("P1 财政拨款 全年执行", ["印作 40", "400,000.00 元", "支出.csv 第 30 行"]),
        ("党政法律顾问及外包经费 全年预算", ["全年预算数 · 总额", "预算.csv 第 39 行"]),
        ("部门整体支出绩效自评表 基本支出", ["印作 2449.60", "24,496,000.00 元"]),
        ("项目支出绩效自评表 P1 法律意见采信率 分值", ["绩效指标.csv 第 26 行：分值 10"]),
        ("整体 办理法律援助案件数 得分", ["取自 P2", "绩效指标.csv 第 4 行"]),
        ("整体 三公经费 2023年决算数", ["印作 22.86", "支出.csv 第 21 行", "54,900.00 元"]),
        ("report-score.整体.1#4", ["印作 99.15分", "总分 99.15"]),
        ("report-staff.整体.1#2", ["印作 88人", "由“单位”表数出"]),
        ("report-projects.整体.1#3", ["平均分：99.13", "P2 法律援助  98.25"]),
        ("整体 report-actual.2#2", ["印作 2449.60万元", "24,496,000.00 元"]),
    ]

    @Test("A figure is found by subject, row and column, and told down to the book", arguments: questions)
    func asked(_ figure: String, _ wanted: [String]) async {
        let said = await run(["trace", Self.example, figure])
        #expect(said.code == 0, "\(said.said)")
        for word in wanted { #expect(said.printed.contains(word), "\(word): \(said.printed)") }
        let english = await run(["trace", Self.example, figure, "--lang", "en"])
        #expect(english.printed.split(separator: "\n").count == said.printed.split(separator: "\n").count)
    }

    @Test("Of several figures each is told with words that find it") func several() async {
        let vague = await run(["trace", Self.example, "P1 法律意见采信率"])
        let spellings = vague.said.split(separator: "'").enumerated().filter { $0.offset % 2 == 1 }.map {
            String($0.element)
        }
        #expect(vague.code == 2 && spellings.count == 4, "\(vague.said)")
        for spelling in spellings { #expect(await run(["trace", Self.example, spelling]).code == 0, "\(spelling)") }
    }

    @Test("What is not printed is not made up; subjects are named") func unknown() async {
        let figure = await run(["trace", Self.example, "P1 无此指标 得分"])
        #expect(figure.code == 2 && figure.said.contains("找不到“P1 无此指标 得分”"))
        let subject = await run(["trace", Self.example, "P99 得分"])
        #expect(subject.code == 2 && subject.said.contains("P2 法律援助"), "\(subject.said)")
        // Nothing of mid-year is in this book.
        #expect(await run(["trace", Self.example, "P1 总额 监控执行", "--stage", "monitoring"]).code == 2)
    }

    @Test("Forms of mid-year, where the book has them") func monitoring() async throws {
        let scratch = try Scratch()
        let book = try scratch.copy("hengyang-2023", as: "账套")
        try scratch.write(
            "对象,指标名称,执行情况,执行数,全年预计,全年预计执行数,可能性\nP1,,,150000.00,,400000.00,\nP1,法律意见采信率,90%,,96%,,有可能\n",
            to: "账套/绩效监控.csv")
        let money = await run(["trace", book, "P1 总额 监控执行率", "--stage", "monitoring"])
        #expect(money.code == 0 && money.printed.contains("绩效监控.csv 第 2 行"), "\(money.said)\(money.printed)")
        #expect(money.printed.contains("年初预算数 · 总额  400,000.00 元"), "\(money.printed)")
        let state = await run(["trace", book, "P1 法律意见采信率 执行情况", "--stage", "monitoring"])
        #expect(state.code == 0 && state.printed.contains("绩效监控.csv 第 3 行"), "\(state.said)")
    }

    @Test("For programs: sheet, row and line") func json() async throws {
        let said = await run(["trace", Self.example, "P1 执行率", "--format", "json"])
        let root = try #require(
            try JSONSerialization.jsonObject(with: Data(said.printed.utf8)) as? [String: Any])
        let facts = try #require(root["facts"] as? [[String: Any]])
        #expect(root["printed"] as? String == "100.00%" && facts.count == 3)
        let lines = try #require(facts[1]["lines"] as? [[String: Any]])
        #expect(facts[1]["amount"] as? Int == 40_000_000 && lines.count == 1)
        #expect(lines[0]["sheet"] as? String == "支出.csv" && lines[0]["row"] as? Int == 30)
    }
}
