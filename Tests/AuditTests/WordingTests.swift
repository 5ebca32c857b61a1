import Publication
import Standards
import Testing

@testable import Audit

@Suite("Codes, layout and wording") struct WordingTests {
    @Test("Each sample: what should be told is told, and nothing else", arguments: WordingCase.all)
    func sample(_ sample: WordingCase) throws {
        let (paper, expected) = try sample.read()
        let checker = try #require(try WordingStandards.checkers(paper.standards)[sample.kind], "没有种类\(sample.kind)")
        let rule = try #require(
            try WordingStandards.rules(paper.standards).first {
                $0.wordingKind == sample.kind && ($0.reportedAs.isEmpty || sample.kind == "编码与名称")
            })
        let result = checker.check(WordingContext(paper), rule: rule)
        let found = result.findings.map { $0.message }
        #expect(found.count == expected.findings.count, "\(found)")
        for (finding, wanted) in zip(result.findings, expected.findings) {
            if !wanted.printed.isEmpty { #expect(finding.printed.contains(wanted.printed), "\(finding.message)") }
            if !wanted.severity.isEmpty { #expect("\(finding.severity)" == wanted.severity, "\(finding.message)") }
            #expect(!finding.places.isEmpty && !finding.message.contains("nil"))
        }
        #expect(expected.isUnchecked == !result.unchecked.isEmpty, "\(result.unchecked)")
        if expected.findings.isEmpty, !expected.isUnchecked { #expect(result.passed > 0) }
    }

    /// Recomputed by the relations between figures.
    private static let elsewhere: Set<String> = ["派生数重算", "方向用语"]

    @Test("Every kind has a checker, and samples that pass, fail and cannot be checked")
    func everyKind() throws {
        let standards = try WordingStandards.standards(region: "990000", year: 2021)
        let kinds = Set(try WordingStandards.rules(standards).compactMap(\.wordingKind)).subtracting(Self.elsewhere)
        let known = Set(try WordingStandards.checkers(standards).keys)
        #expect(kinds.subtracting(known) == [])
        var verdicts: [String: Set<String>] = [:]
        for sample in WordingCase.all {
            let expected = try sample.read().expected
            let verdict = expected.isUnchecked ? "未检查" : expected.findings.isEmpty ? "通过" : "不符"
            verdicts[sample.kind, default: []].insert(verdict)
        }
        for kind in kinds.sorted() {
            let wanted: Set<String> = kind == "识读程度" ? ["通过", "未检查"] : ["通过", "不符", "未检查"]
            #expect(
                verdicts[kind, default: []].isSuperset(of: wanted), "\(kind)：\(verdicts[kind, default: []].sorted())")
        }
        print("\(kinds.count) kinds, \(WordingCase.all.count) samples")
    }
}
