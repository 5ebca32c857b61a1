import Fiscal
import Ledger
import Paper
import Performance
import Publication
import Standards
import Testing

@testable import Audit
@testable import mingzhang

/// Forms of performance of a published paper beside those that the book prints.
struct FormsAgainstBook {
    private func forms(in paper: Paper, _ package: BuiltPackage) -> [EvaluationForm] {
        EvaluationReader(package.facts.standards.evaluations).forms(in: paper)
    }

    @Test("What was built equals its book; one cell changed by hand is named with what the book has")
    func changedByHand() throws {
        let package = try PerformanceForms.built("shifeng-2020")
        let paper = package.publication.paper.placed
        let book = forms(in: package.publication.paper, package)
        let plain = BookFormComparison(forms(in: paper, package), book: book, rule: "与账套")
        #expect(plain.findings.isEmpty && plain.passed > 300, "\(plain.passed)")

        let form = try #require(book.first { $0.definition.kind == .scored && $0.definition.subject == .project })
        let indicator = try #require(form.indicators.first { $0.actual?.number != nil })
        let old = try #require(indicator.actual?.text)
        let number = try #require(indicator.actual?.number?.printed.text())
        let place = try #require(cell(of: old, beside: indicator.name.text, in: paper))
        let other = "7" + number
        let change = PaperSlip(kind: .cell, block: place.block, cell: (place.row, place.index), old: number, new: other)
        let found = BookFormComparison(forms(in: change.applied(to: paper), package), book: book, rule: "与账套")
        let finding = try #require(found.findings.first)
        #expect(found.findings.count == 1 && finding.severity == .error && finding.expected == old)
        #expect(finding.printed == old.replacing(number, with: other) && finding.message.contains("账套中是 \(old)"))
    }

    @Test("An indicator that the paper leaves out is told; another department's forms are not compared")
    func leftOut() throws {
        let package = try PerformanceForms.built("shifeng-2020")
        let book = forms(in: package.publication.paper, package)
        let form = try #require(book.first { $0.definition.kind == .scored && $0.definition.subject == .project })
        let gone = try #require(form.indicators.first?.title)
        var paper = package.publication.paper
        for section in paper.sections.indices {
            for (number, block) in paper.sections[section].blocks.enumerated() {
                guard case .grid(var grid) = block else { continue }
                for (row, index) in grid.rows.indices.flatMap({ row in grid.rows[row].indices.map { (row, $0) } })
                where grid.rows[row][index].text.filter({ !$0.isNewline }) == gone {
                    grid.rows[row][index].text = "另一件事的数量"
                }
                paper.sections[section].blocks[number] = .grid(grid)
            }
        }
        let found = BookFormComparison(forms(in: paper, package), book: book, rule: "与账套").findings
        #expect(found.contains { $0.severity == .warning && $0.message.contains("没有账套里的指标“\(gone)”") })
        let stranger = try PerformanceForms.built("hengyang-2023")
        let others = BookFormComparison(
            forms(in: stranger.publication.paper, stranger).filter { $0.definition.subject == .project }, book: book,
            rule: "与账套")
        #expect(others.passed == 0 && others.findings.isEmpty)
    }

    /// The cell with a text in the row that has another.
    private func cell(of text: String, beside name: String, in paper: Paper) -> (block: Int, row: Int, index: Int)? {
        for (block, content) in paper.blocks.enumerated() {
            guard case .grid(let grid) = content else { continue }
            for (number, row) in grid.rows.enumerated() where row.contains(where: { $0.text == name }) {
                // Behind the target, which may be the same.
                if let index = row.lastIndex(where: { $0.text == text }) { return (block, number, index) }
            }
        }
        return nil
    }
}
