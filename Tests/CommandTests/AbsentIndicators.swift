import Ledger
import Paper
import Performance
import Publication
import Standards
import Testing

@testable import Audit
@testable import mingzhang

/// 无 where a level-2 indicator has none.
@Suite("Level-2 indicators without any") struct AbsentIndicators {
    private func book(_ rows: String) -> PerformanceBook {
        var book = PerformanceBook()
        // The layouts of 2022 print every level-2 indicator of the scheme, blank where it has none.
        book.sheets["账套.yaml"] = book.sheets["账套.yaml"]?.replacing("年度: 2021", with: "年度: 2022")
        book.sheets["支出.csv"] = book.sheets["支出.csv"]?.replacing("2021-", with: "2022-")
        book.sheets["绩效指标.csv"]? += rows
        return book
    }

    private static let answers = """
        P1,产出指标,时效指标,无,,,
        P1,产出指标,成本指标,不适用,,,
        P1,效益指标,经济效益指标,无,,,0
        P1,效益指标,生态效益指标,无,无,无,0
        P1,效益指标,可持续影响指标,无,,,

        """

    /// The forms that are told to leave level-2 indicators blank, by Y-019.
    private func blank(_ book: PerformanceBook, _ copy: PaperCopy) throws -> [String]? {
        let package = try book.built()
        #expect(package.check.performance.isClean)
        guard let paper = try copy.read(package.publication.paper) else { return nil }
        let read = try PaperReader.read(
            paper, file: "绩效." + copy.rawValue, places: Printing.places.get(), region: package.facts.standards.region)
        let rules = try Printing.library.get().rules(for: read.standards).filter { $0.id == "Y-019" }
        return EvaluationAuditor(rules: rules).audit(read).flatMap(\.findings).map(\.message)
    }

    @Test(
        "Blank rows are told of, as a notice; the book's own word is printed there and read as an answer",
        arguments: [PaperCopy.docx, .xlsx, .html])
    func printed(_ copy: PaperCopy) throws {
        guard let before = try blank(book(""), copy), let after = try blank(book(Self.answers), copy) else { return }
        #expect(before.count { $0.contains("普查") && $0.contains("可持续影响指标") } == 1, "\(before)")
        #expect(!after.contains { $0.contains("普查") }, "\(after)")
        // Another project's rows are still blank.
        #expect(after == before.filter { !$0.contains("普查") } && !after.isEmpty)
    }

    @Test("It is no indicator: nothing is scored, and the total stays") func scores() throws {
        let (plain, told) = (try book("").built(), try book(Self.answers).built())
        let subjects = [plain, told].map { $0.publication.performance.subjects.first { $0.record.code == "P1" } }
        #expect(subjects[0]?.total == subjects[1]?.total && subjects[0]?.total != nil)
        #expect(subjects[1]?.indicators.count == 4 && subjects[1]?.absences.count == 5)
    }

    @Test("Beside indicators, at levels that the scheme has not, or with points it is refused")
    func refused() throws {
        func kinds(_ rows: String) throws -> [EvaluationFault.Kind] {
            try #require(#expect(throws: EvaluationFaults.self) { try book(rows).built() }).faults.map(\.kind)
        }
        #expect(
            try kinds("P1,产出指标,数量指标,无,,,\n") == [.absentBeside(name: "无", second: "数量指标", subject: "普查")])
        #expect(
            try kinds("P1,产出指标,效率指标,无,,,\n").map { "\($0)".prefix { $0 != "(" } } == ["unknownSecond"])
        #expect(
            try kinds("P1,产出指标,成本指标,无,,,5\n").contains(
                .levelWeight("产出指标", subject: "普查", found: 5500, wanted: 5000)))
    }
}
