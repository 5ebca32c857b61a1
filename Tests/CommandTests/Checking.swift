import Audit
import Fiscal
import Foundation
import Paper
import Publication
import Testing

@testable import mingzhang

/// `mingzhang check`: exit codes, forms of output, both languages.
struct Checking {
    private static let standards = ["--standards", checkout + "/Standards"]
    private static let book = checkout + "/Examples/shifeng-2020"

    private func run(_ words: [String]) async -> (code: Int32, output: String, errors: String) {
        let console = Console()
        let code = await Console.$listener.withValue(console) {
            await CommandRun.perform(["check"] + words + Self.standards)
        }
        return (code, console.output, console.text)
    }

    /// A copy of the example whose expenditure is off by one digit.
    private func altered(_ scratch: Scratch) throws -> String {
        let path = try scratch.copy("shifeng-2020", as: "改过")
        let sheet = String(decoding: try FileBytes.read(path + "/支出.csv"), as: UTF8.self)
        let changed = sheet.replacing(/([1-9])([0-9]{3,})(\.[0-9]{2},)/, maxReplacements: 1) {
            "9\($0.1)\($0.2)\($0.3)"
        }
        try scratch.write(changed, to: "改过/支出.csv")
        return path
    }

    @Test func cleanBook() async throws {
        let said = await run([Self.book])
        // Two forms of the book have achieved exactly what they aimed at, which is worth a look.
        #expect(said.code == 0 && said.output.contains("\n共 0 个错误，2 个警告，") && said.errors.isEmpty)
        #expect(said.output.ranges(of: "〔Y-022〕").count == 2)
        for line in said.output.split(separator: "\n") { #expect(DisplayText.columns(line) <= DisplayText.width) }
        #expect(await run([Self.book, "--against", Self.book]).code == 0)
    }

    @Test func differentBook() async throws {
        let scratch = try Scratch()
        let other = try altered(scratch)
        let report = scratch.path + "/核对.html"
        let said = await run([Self.book, "--against", other, "--report", report])
        #expect(said.code == 1 && said.output.contains("账套中此数为"))
        let page = String(decoding: try FileBytes.read(report), as: UTF8.self)
        #expect(page.contains("<article class=\"error\">") && page.hasSuffix("</body></html>\n"))
        let table = scratch.path + "/核对.csv"
        #expect(await run([Self.book, "--against", other, "--report", table]).code == 1)
        #expect(String(decoding: try FileBytes.read(table), as: UTF8.self).contains("错误"))
        #expect(await run([Self.book, "--report", scratch.path + "/核对.doc"]).code == 2)
    }

    @Test func severalFiles() async throws {
        let said = await run([Self.book, "/没有这个文件"])
        #expect(said.code == 3 && said.output.contains("读不了") && !said.errors.isEmpty)
    }

    @Test func json() async throws {
        let scratch = try Scratch()
        let said = await run([Self.book, "--against", try altered(scratch), "--format", "json"])
        let root = try #require(try JSONSerialization.jsonObject(with: Data(said.output.utf8)) as? [String: Any])
        let findings = try #require(root["findings"] as? [[String: Any]])
        let outcomes = try #require(root["outcomes"] as? [String: Any])
        #expect(Set(outcomes.keys) == ["passed", "failed", "notApplicable", "unchecked", "roundingTails"])
        #expect(!findings.isEmpty && root["file"] as? String == Self.book)
        for finding in findings {
            #expect(
                Set(["rule", "severity", "message", "printed", "expected", "difference", "basis", "places"])
                    .isSubset(of: finding.keys))
            let places = try #require(finding["places"] as? [[String: Any]])
            #expect(!places.isEmpty && places.allSatisfy { $0["text"] != nil && $0["label"] != nil })
            #expect(places.allSatisfy { $0["paragraph"] != nil || $0["row"] != nil })
        }
        let several = await run([Self.book, Self.book, "--format", "json"])
        let list = try JSONSerialization.jsonObject(with: Data(several.output.utf8)) as? [String: Any]
        #expect((list?["files"] as? [Any])?.count == 2)
    }

    @Test func english() async throws {
        let scratch = try Scratch()
        for words in [[Self.book], [Self.book, "--against", try altered(scratch), "--notices"], [Self.book, "/none"]] {
            let said = await run(words + ["--lang", "en"])
            #expect(Foreign.lines(said.output + said.errors) == [])
        }
        let papers: [CheckLine] = [
            .file("某局"), .paper(unit: "某局", year: 2021), .paper(unit: "", year: 2021),
            .together(["附件1.xlsx", "附件2.docx"]),
            .files(1, documents: 3, [(.errors, 1)]),
        ]
        let positions: [CheckLine] = [
            .position(.line(3, column: 1)), .position(.page(2, box: Box(left: 0, top: 0, right: 1, bottom: 1))),
            .position(.sheet("公开01", cell: "C3")), .position(.paragraph(4)), .position(.table(1, row: 2, column: 3)),
            .position(.document("某局/附件1.xlsx", .sheet("自评", cell: "C3"))),
        ]
        let lines: [CheckLine] =
            papers + positions + [
                .severity(.error, count: 1),
                .severity(.warning, count: 2), .severity(.notice, count: 2), .finding(number: 1, rule: "分项合计"), .cause,
                .basis, .original, .morePlaces(3),
                .regionGuessed("430000"), .regionGuessed("000000"),
                .total(errors: 1, warnings: 2, notices: 0, hidden: 0),
                .outcomes(passed: 3, tails: 1, failed: 1, notApplicable: 0, unchecked: 2),
                .coverage(forms: 9, of: 9, figures: 500, checked: 400), .formsFound(8), .evaluationForms(2),
                .onlyEvaluation(kind: "决算"), .formsMissing(1), .unread(1),
                .unassigned(1), .openClaims(2), .uncheckedPlaces(3, rules: 2), .reason("没有读到目录", rules: ["DOC-006"]),
                .moreReasons(2), .coverageHint, .family("文档", rules: 3),
                .rule("DOC-006", title: "目录", passed: 1, failed: 2, notApplicable: 3, unchecked: 4), .notMet(2),
                .needsBook(1),
                .place("支出", .line(3, column: 1)), .place("支出", nil),
                .files(2, documents: 2, [(.errors, 1), (.clean, 1)]),
                .working(1, of: 2, "某局.pdf"), .reportWritten("核对.html"), .annotated("批注.pdf", findings: 1, places: 2),
                .notAnnotated("某局.txt"), .gap(.noForms(kind: "预算"), region: "430000", year: 2024, checked: 0),
                .gap(.noTables, region: "430000", year: 2024, checked: 0),
                .gap(.noTables, region: "430000", year: 2024, checked: 3),
            ] + CheckVerdict.allCases.map { .verdict($0) }
        for line in lines {
            #expect(Foreign.lines(line.english) == [] && !line.english.isEmpty)
            #expect(!Foreign.lines(line.chinese).isEmpty)
        }
    }
}
