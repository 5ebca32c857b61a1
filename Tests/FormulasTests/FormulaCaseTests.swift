import Fiscal
import Formulas
import Testing

@Suite("公式的案例") struct FormulaCaseTests {
    @Test("写法各异，读作一样", arguments: CaseFile.pairs("canonical.txt"))
    func canonical(_ pair: CaseFile.Pair) throws {
        let statement = try Statement(parsing: pair.left)
        #expect(statement.canonicalText == pair.right)
        #expect(try Statement(parsing: pair.right) == statement)
    }

    @Test("写错了说明错在哪里", arguments: CaseFile.pairs("faults.txt"))
    func faults(_ pair: CaseFile.Pair) {
        let text = pair.left == "（空）" ? "" : pair.left
        do {
            _ = try Formula(text, names: TestNames())
            Issue.record("没有发现错误")
        } catch {
            #expect(error.message(in: text) == pair.right)
        }
    }

    @Test("算出的结论", arguments: CaseFile.blocks("verdicts.txt"))
    func verdicts(_ block: CaseFile.Block) throws {
        let names = TestNames()
        let formula = try Formula(block.formula, names: names)
        let results = formula.results(in: try block.values(names), missing: block.missing)
        let words = results.map { result in
            let members = result.binding.values.map { $0.isAll ? "合计" : $0.text }.sorted().joined(separator: "，")
            return (members.isEmpty ? "" : members + " ") + result.outcome.plainWords
        }
        #expect(words.joined(separator: "；") == block.outcomes)
    }

    @Test("案例文件都读到了") func filesAreThere() {
        #expect(CaseFile.pairs("canonical.txt").count > 15)
        #expect(CaseFile.pairs("faults.txt").count > 15)
        #expect(CaseFile.blocks("verdicts.txt").count > 15)
    }
}

extension Outcome {
    /// The outcome with what a case file can say of it.
    fileprivate var plainWords: String {
        switch self {
        case .passed(let comparisons): comparisons.isEmpty ? word : word + "（尾数）"
        case .failed(let comparisons):
            word + comparisons.map { " 差 \($0.difference.printed(in: 1, decimals: 2)?.text() ?? "?")" }.joined()
        case .notApplicable(let reason): "\(word) \(reason.sentence)"
        case .unchecked(let cells): "\(word) 缺 \(cells.count)"
        }
    }
}
