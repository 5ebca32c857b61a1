import Audit
import Fiscal
import Foundation
import Ledger
import Paper
import Publication
import Standards
import Support
import Testing

@testable import Performance
@testable import mingzhang

@Suite("Monitoring forms") struct MonitoringForms {
    private func book() -> PerformanceBook {
        var book = PerformanceBook()
        book.sheets["绩效监控.csv"] = """
            对象,指标名称,执行情况,全年预计,全年预计执行数,可能性,原因类别,原因说明,备注
            P1,,,,900000.00,,,,
            P1,P1上报份数,12份,26份,,有可能,人员保障,借调人员较多,
            P1,P1合格率,99%,99%,,确定能,,,已抽查
            P1,P1服务决策,有效,有效,,确定能,,,

            """
        return book
    }

    @Test(
        "Printed with the money until July, read back with causes and likelihood, and nothing is found wrong",
        arguments: [PaperCopy.docx, .xlsx, .html])
    func readBack(_ copy: PaperCopy) throws {
        let package = try book().built(stage: .monitoring)
        let part = package.publication.performance
        #expect(part.forms.map(\.subject) == ["P1"] && package.check.performance.isClean)
        #expect(package.check.performance.printed == 4)
        let paper = try #require(try copy.read(package.publication.paper))
        let standards = package.facts.standards
        let read = try PaperReader.read(
            paper, file: "监控." + copy.rawValue, places: Printing.places.get(), region: standards.region)
        let form = try #require(read.evaluations.first)
        #expect(form.definition.kind == .monitoring && form.monitored.count == 4)
        let money = try #require(form.fund(FundName.total))
        #expect(money[FundColumn.initial]?.text == "100" && money[FundColumn.monitored]?.text == "40")
        #expect(money[FundColumn.monitoredRate]?.text == "40.00%" && money[FundColumn.forecast]?.text == "90")
        let row = try #require(form.monitored.first)
        #expect(row[MonitoringColumn.state]?.text == "12份" && row[MonitoringColumn.forecast]?.text == "26份")
        #expect(row.causes.keys.sorted() == ["人员保障"] && row.likelihoods.keys.sorted() == ["有可能"])
        #expect(row[MonitoringColumn.reason]?.text == "借调人员较多")
        let library = try Printing.library.get()
        let (rules, words) = (try library.rules(for: read.standards), try library.wordLists(for: read.standards))
        let report = Auditor.audit(read, options: AuditOptions(rules: rules, words: words))
        let found = report.findings.filter { $0.severity != .notice }
        // The fourth indicator is not watched at all: that is what the rule is for.
        #expect(
            found.map(\.rule) == ["Y-047"] && found.first?.message.contains("P1用户满意度") == true,
            "\(found.map(\.message))")
    }
}
