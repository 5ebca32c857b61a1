import Documents
import Foundation
import Performance
import Publication
import Testing

@testable import Audit
@testable import Standards

/// One sample under `Tests/AuditTests/Evaluation/<种类>/`: texts of 底稿/, a few words changed; findings out.
struct EvaluationCase: Sendable, CustomStringConvertible {
    let path: String
    let kind: String
    var description: String { path }

    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().path + "/Evaluation"

    static let all: [EvaluationCase] = {
        let names = (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []
        return names.filter { $0.hasSuffix(".yaml") }.sorted().compactMap { name in
            name.split(separator: "/").first.map { EvaluationCase(path: name, kind: String($0)) }
        }
    }()

    /// Making one gathers the words of all phrases: once is enough.
    private static let reader = Result {
        PaperReader(standards: try WordingStandards.standards(region: "990000", year: 2021), choice: .asked)
    }

    struct Expected {
        /// Last year's paper, where the sample gives one.
        var prior: UnderstoodPaper?
        var findings: [(printed: String, severity: String)]
        var isUnchecked: Bool
        var isNotApplicable: Bool
    }

    func read() throws -> (paper: UnderstoodPaper, expected: Expected) {
        let root = try YamlNode.document(
            try String(contentsOfFile: Self.folder + "/" + path, encoding: .utf8), file: path)
        let entries = try root.mapping(allowed: ["底稿", "换", "上年换", "不符", "未检查", "不适用"])
        let draft = try entries.required("底稿", in: root).texts().map { name in
            try String(contentsOfFile: Self.folder + "/底稿/" + name + ".txt", encoding: .utf8)
        }.joined()
        let text = try changed(draft, by: entries["换"])
        // The same texts with other words: what the year before published.
        let prior = try entries["上年换"].map { try Self.read(changed(draft, by: $0), file: path) }
        let findings = try (entries["不符"]?.list() ?? []).map { node in
            let row = try node.mapping(allowed: ["印", "级"])
            return (try row["印"]?.text() ?? "", try row["级"]?.text() ?? "")
        }
        return (
            try Self.read(text, file: path),
            Expected(
                prior: prior, findings: findings, isUnchecked: entries["未检查"] != nil,
                isNotApplicable: entries["不适用"] != nil)
        )
    }

    private func changed(_ draft: String, by changes: YamlNode?) throws -> String {
        var text = draft
        for change in try changes?.list() ?? [] {
            let sides = try change.mapping(allowed: ["原", "改"])
            let old = try sides.required("原", in: change).text().replacing("→", with: "\t")
            #expect(text.contains(old), "\(path)：底稿里没有“\(old)”")
            text = text.replacing(old, with: try sides.required("改", in: change).text().replacing("→", with: "\t"))
        }
        return text
    }

    static func read(_ text: String, file: String) throws -> UnderstoodPaper {
        var reader = try Self.reader.get()
        let paper = try TextReader.read(Array(text.utf8))
        return reader.read(paper, file: file)
    }

    /// The forms that samples change, as they are.
    static func drafts() throws -> String {
        try ["部门", "项目"].map { try String(contentsOfFile: folder + "/底稿/" + $0 + ".txt", encoding: .utf8) }.joined()
    }
}

@Suite("Forms of self-evaluation") struct EvaluationTests {
    @Test("Each sample: what should be told is told, and nothing else", arguments: EvaluationCase.all)
    func sample(_ sample: EvaluationCase) throws {
        let (paper, expected) = try sample.read()
        let result = try result(sample.kind, of: EvaluationContext(paper, prior: expected.prior))
        let found = result.findings.map(\.message)
        #expect(found.count == expected.findings.count, "\(found)")
        for (finding, wanted) in zip(result.findings, expected.findings) {
            #expect(finding.printed == wanted.printed, "\(finding.message)")
            #expect("\(finding.severity)" == wanted.severity, "\(finding.message)")
            #expect(!finding.places.isEmpty && finding.places.allSatisfy { $0.place.place != nil })
        }
        #expect(expected.isUnchecked == !result.unchecked.isEmpty, "\(result.unchecked)")
        if expected.isNotApplicable { #expect(result.passed == 0) }
        if expected.findings.isEmpty, !expected.isUnchecked, !expected.isNotApplicable { #expect(result.passed > 0) }
    }

    private func result(_ kind: String, of context: EvaluationContext) throws -> WordingResult {
        // The catalogue has no entry for it.
        if kind == RepeatedTexts.rule { return RepeatedTexts(context).result }
        let checker = try #require(EvaluationKinds.checkers[kind], "没有种类\(kind)")
        let rule = try #require(
            try WordingStandards.rules(context.paper.standards).first { rule in
                if case .evaluation(kind) = rule.method { return true }
                return false
            })
        return checker.check(context, rule: rule)
    }

    /// A sample that one rule passes is no defect to any other.
    @Test("Sound forms have no finding") func sound() throws {
        let sample = try #require(EvaluationCase.all.first { $0.path == "资金分项/通过.yaml" })
        let paper = try sample.read().paper
        #expect(paper.evaluations.count == 5)
        #expect(paper.evaluations.allSatisfy { $0.unread.isEmpty })
        let results = EvaluationAuditor(rules: try WordingStandards.rules(paper.standards)).audit(paper)
        #expect(results.flatMap(\.findings).map(\.message) == [])
        #expect(results.reduce(0) { $0 + $1.counts[.passed, default: 0] } > 100)
    }

    @Test("Text that lost its tabs, its labels broken at line ends, is read to its end and proves nothing")
    func withoutTabs() throws {
        let text = try EvaluationCase.drafts()
        let rules = try WordingStandards.rules(try WordingStandards.standards(region: "990000", year: 2021))
        let spaced = text.replacing("\t", with: "  ")
        let broken = spaced.replacing("实施单位  ", with: "实施\n单位\n").replacing("主管部门  ", with: "\n主管部门\n")
        for copy in [spaced, broken] {
            let paper = try EvaluationCase.read(copy, file: "无制表符")
            #expect(!paper.evaluations.isEmpty)
            let findings = EvaluationAuditor(rules: rules).audit(paper).flatMap(\.findings)
            #expect(findings.filter { $0.severity == .error }.map(\.message) == [])
        }
    }

    @Test("Every kind has a checker, and samples that pass, fail and cannot be checked") func everyKind() throws {
        let standards = try WordingStandards.standards(region: "990000", year: 2021)
        let kinds = Set(
            try WordingStandards.rules(standards).compactMap { rule -> String? in
                if case .evaluation(let kind) = rule.method { return kind }
                return nil
            })
        #expect(kinds == Set(EvaluationKinds.checkers.keys))
        for kind in kinds.sorted() {
            let names = Set(
                EvaluationCase.all.filter { $0.kind == kind }.map { $0.path.split(separator: "/").last ?? "" })
            #expect(names.isSuperset(of: ["通过.yaml", "不符.yaml", "未检查.yaml"]), "\(kind)")
        }
    }
}
