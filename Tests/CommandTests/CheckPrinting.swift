import Audit
import Fiscal
import Foundation
import Paper
import Publication
import Testing

@testable import mingzhang

/// How a check's result is printed: widths, places, reasons, reports.
struct CheckPrinting {
    // MARK: - Lines

    @Test func wrapping() {
        let text =
            "“三、支出决算情况说明：本年支出合计644.43万元，其中：基本支出412.64万元”，应为 434.56万元，差 21.92万元。对照：“公开03表 合计 / 基本支出”（第 172 行）印 434.56万元。"
        for first in ["", "  ", "1. ", "    ……"] {
            let lines = DisplayText.wrapped(text, first: first, rest: "  ")
            #expect(lines.count > 1 && lines.allSatisfy { DisplayText.columns($0) <= 80 })
            for line in lines.dropFirst() {
                let start = line.trimmingCharacters(in: .whitespaces).first
                #expect(start.map { !"，。、；：”）%万元".contains($0) } ?? false, "\(line)")
            }
            #expect(lines.allSatisfy { $0.last.map { !"“（".contains($0) } ?? false })
            let joined = lines.map { $0.trimmingCharacters(in: .whitespaces) }.joined().filter { $0 != " " }
            #expect(joined == (first + text).filter { $0 != " " })
        }
    }

    @Test func columns() {
        #expect(DisplayText.columns("表 1.08") == 7)
        #expect(DisplayText.columns("e\u{301}\u{200B}") == 1 && DisplayText.columns("ｶﾅ") == 2)
        #expect(DisplayText.padded("公开材料", to: 6) == "公开… ")
        #expect(DisplayText.paddedEnd("某局2021.pdf", to: 9) == "…2021.pdf")
        #expect(DisplayText.alignedRight("12", to: 5) == "   12")
    }

    // MARK: - Reasons

    @Test(
        "Reasons that are alike are one",
        arguments: [
            (["没有读到公开01表各行的编码和名称", "没有读到公开04表各行的编码和名称"], ["没有读到公开01、04表各行的编码和名称"]),
            (["没有读到公开01表各行", "没有读到公开11表各行"], ["没有读到公开01、11表各行"]),
            (
                ["没有读到“总表：支出（财政拨款）”", "没有读到“总表：支出（一般公共预算财政拨款）”"],
                ["没有读到“总表：支出（财政拨款、一般公共预算财政拨款）”"]
            ),
            (["封面没有写明", "没有读到目录"], ["封面没有写明", "没有读到目录"]),
            (["没有读到目录"], ["没有读到目录"]), ([], []),
        ])
    func joinedReasons(_ reasons: [String], _ wanted: [String]) {
        #expect(UncheckedReasons.joined(reasons) == wanted)
    }

    @Test func manyNames() {
        let reasons = (1...9).map { "没有读到“总表：本年支出（上年、第\($0)类支出）”" }
        #expect(UncheckedReasons.joined(reasons) == ["没有读到“总表：本年支出（上年、第1、2、3、4、5、6等 9 项类支出）”"])
    }

    // MARK: - Places

    private func place(_ label: String, _ line: Int, _ text: String, file: String = "") -> FindingPlace {
        FindingPlace(text: text, place: FigurePlace(label: label, place: .line(line, column: 1)), file: file)
    }

    @Test func layout() {
        let finding = Finding(
            rule: "P-005", severity: .error, message: "“支出：基本支出4万元”，应为 5万元，差 1万元。对照：“公开03表 合计”印 5万元。",
            places: [
                place("支出：基本支出4万元", 3, "4万元"), place("公开03表 合计", 9, "5万元"), place("公开05表 合计", 20, "5万元"),
                place("公开03表 合计", 7, "6万元", file: "上年.pdf"),
            ])
        let layout = FindingLayout(finding, in: "本年.pdf")
        #expect(layout.position == .line(3, column: 1) && layout.title.isEmpty && layout.original.isEmpty)
        #expect(layout.message.contains("“公开03表 合计”（第 9 行）印 5万元"))
        #expect(layout.others.map(\.text) == ["5万元", "6万元"])
        let words = Finding(
            rule: "P-014", severity: .error, message: "年初预算为 0，却写完成 100%。",
            places: [place("支出情况", 3, "…预算为0万元，完成100%。")])
        let second = FindingLayout(words, in: "")
        #expect(second.title == "支出情况" && second.original == "…预算为0万元，完成100%。")
    }

    // MARK: - Reports

    private static let standards = ["--standards", checkout + "/Standards"]
    private static let book = checkout + "/Examples/shifeng-2020"

    private func run(_ words: [String]) async -> (code: Int32, output: String) {
        let console = Console()
        let code = await Console.$listener.withValue(console) {
            await CommandRun.perform(["check"] + words + Self.standards)
        }
        return (code, console.output)
    }

    /// The example against a copy with another figure: several errors, each at several places.
    private func altered(_ scratch: Scratch) throws -> [String] {
        let path = try scratch.copy("shifeng-2020", as: "改过")
        let sheet = String(decoding: try FileBytes.read(path + "/支出.csv"), as: UTF8.self)
        let changed = sheet.replacing(/([1-9])([0-9]{3,})(\.[0-9]{2},)/, maxReplacements: 1) {
            "9\($0.1)\($0.2)\($0.3)"
        }
        try scratch.write(changed, to: "改过/支出.csv")
        return [Self.book, "--against", path, "--notices"]
    }

    @Test func sameNumbersEverywhere() async throws {
        let scratch = try Scratch()
        let words = try altered(scratch)
        let (page, table) = (scratch.path + "/a.html", scratch.path + "/a.csv")
        let said = await run(words + ["--report", page, "--report", table])
        let json = await run(words + ["--format", "json"])
        let root = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
        let findings = try #require(root?["findings"] as? [[String: Any]])
        #expect(said.code == 1 && root?["verdict"] as? String == "errors" && findings.count > 3)
        let html = String(decoding: try FileBytes.read(page), as: UTF8.self)
        let rows = String(decoding: try FileBytes.read(table), as: UTF8.self).components(separatedBy: "\r\n")
        var last = ""
        for (index, finding) in findings.enumerated() {
            let rule = try #require(finding["rule"] as? String)
            let places = try #require(finding["places"] as? [[String: Any]])
            #expect(said.output.contains("\n\(index + 1).〔\(rule)〕"))
            #expect(html.contains("<header><b>\(index + 1)</b><span>\(rule)"))
            #expect(rows.count { $0.hasPrefix("\(Self.book),\(index + 1),") } == places.count)
            for place in places {
                let label = try #require(place["label"] as? String)
                // What the sentence names already, the form, is not said again beside the place.
                let own = label.split(separator: " ", maxSplits: 1).last.map(String.init) ?? label
                #expect(html.contains(Html.escaped(label)) || html.contains(Html.escaped(own)), "\(label)")
            }
            // Errors, warnings, notices: each kind under its own head.
            let severity = try #require(finding["severity"] as? String)
            if severity != last {
                let count = findings.count { $0["severity"] as? String == severity }
                let head = Severity(rawValue: severity).map { CheckLine.severity($0, count: count).chinese } ?? "?"
                #expect(html.contains("<h3>\(head)</h3>") && said.output.contains("\n\(head)\n"))
            }
            last = severity
        }
        for line in said.output.split(separator: "\n") where !line.contains("/") {
            #expect(DisplayText.columns(line) <= DisplayText.width, "\(line)")
        }
    }

    @Test func coverage() async throws {
        let scratch = try Scratch()
        let page = scratch.path + "/a.html"
        let brief = await run([Self.book, "--report", page])
        let full = await run([Self.book, "--coverage"])
        let json = await run([Self.book, "--format", "json"])
        let root = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
        let rules = try #require(root?["rules"] as? [[String: Any]])
        let html = String(decoding: try FileBytes.read(page), as: UTF8.self)
        let coverage = try #require(root?["coverage"] as? [String: Any])
        for form in try #require(coverage["formsFound"] as? [String]) {
            #expect(full.output.contains(form) && html.contains("\(form)<br>") || html.contains("\(form)</td>"))
        }
        for rule in rules {
            let id = try #require(rule["rule"] as? String)
            let counts = try ["passed", "failed", "notApplicable", "unchecked"].map { try #require(rule[$0] as? Int) }
            #expect(html.contains("<span class=\"id\">\(id)</span>"))
            let line = full.output.split(separator: "\n").contains { $0.hasPrefix("  \(id) ") }
            #expect(line, "\(id) \(counts)")
        }
        #expect(brief.output.count * 2 < full.output.count)
        #expect(!rules.isEmpty && brief.output.contains("没有检查不等于没有问题"))
    }

    @Test func summaryTable() async throws {
        let scratch = try Scratch()
        try scratch.write("关于2024年度有关工作的通知\n请各单位按时报送。\n", to: "一份名字很长很长很长很长的通知.txt")
        let notice = scratch.path + "/一份名字很长很长很长很长的通知.txt"
        for language in ["zh", "en"] {
            let said = await run([Self.book, notice, "/没有这个文件", "--lang", language])
            let lines = said.output.split(separator: "\n").suffix(5).map(String.init)
            #expect(lines.count == 5 && lines.allSatisfy { DisplayText.columns($0) <= DisplayText.width }, "\(lines)")
            let words = language == "zh" ? ["未见问题", "没有读到表", "读不了"] : ["none found", "no form read", "unreadable"]
            let verdicts = zip(lines[1...3], words).map { $0.hasSuffix($1) }
            #expect(verdicts[1] && verdicts[2], "\(lines)")
            #expect(Foreign.lines(said.output) == [] || language == "zh")
            // Figures stand under their heads, aligned on the right.
            let total = language == "zh" ? "共 3 份：" : "3 files: "
            #expect(lines[4].hasPrefix(total))
        }
    }
}
