import Fiscal
import Ledger
import Narrative
import Standards
import Testing

/// What single sentences say where a book gives much, little or nothing.
struct WordsTests {
    private func sentences(
        _ region: String, _ year: Int, _ traits: BookTraits, reasons: [ReasonKey: String] = [:],
        texts: [String: [String]] = [:]
    ) throws -> [String: String] {
        let standards = try TestStandards.load(region, year)
        var book = try RandomBook.read(standards: standards, traits: traits, seed: 7, kind: .department)
        book.reasons = reasons
        for (name, paragraphs) in texts { book.texts[TextKey(unit: "001", name: name)] = paragraphs }
        let narration = Narrator.narrate(
            try standards.outlinePhrases(), facts: FactBase(book: book, standards: standards, unit: "001"), noun: "部门",
            isDepartment: true)
        return Dictionary(narration.sentences.map { ($0.id, $0.text) }, uniquingKeysWith: { first, _ in first })
    }

    /// The outline is printed whole even by a department that has nothing.
    @Test func aDepartmentWithoutMoneySaysSo() throws {
        let said = try sentences("310000", 2024, [])
        #expect(said["three-total.1"] == "某某市某某局2024年度无“三公”经费财政拨款支出。")
        #expect(said["fund.1"] == "某某市某某局2024年度无政府性基金预算财政拨款收入和支出。")
        #expect(said["operating.1"] == "某某市某某局2024年度无机关运行经费支出。")
        #expect(said["income.1"] == "本年收入合计0.00万元。")
    }

    /// A score is printed with its decimals; what nobody stated is left out, not printed as nought.
    @Test func performanceFiguresAreStatedOrLeftOut() throws {
        let standards = try TestStandards.load("310000", 2024)
        let book = try RandomBook.read(standards: standards, traits: .performance, seed: 3, kind: .department)
        let facts = FactBase(book: book, standards: standards, unit: "001")
        let score = FactKey(unit: "001", year: FiscalYear(2024), concept: Concept("绩效自评平均得分"))
        if book.stated[score] != nil {
            #expect(facts.value(of: score) == FactValue(amount: 9560, measure: .score("分")))
        }
        var other = score
        other.concept = Concept("采购预留预算")
        #expect(facts.value(of: other) == nil)
        #expect(try sentences("310000", 2024, [])["performance.1"] == "【待填：预算绩效管理】。")
    }

    /// A text of the book keeps no mark of its own inside a sentence.
    @Test(arguments: [["制度甲。"], ["制度甲；", "制度乙。"], ["制度甲"]])
    func ownTextsFitTheSentence(_ paragraphs: [String]) throws {
        let said = try sentences(
            "310000", 2024, .performance,
            texts: ["预算绩效管理制度": paragraphs, "预算绩效工作机制": ["分级负责。"]])
        let wanted = paragraphs.count > 1 ? "制度甲；制度乙" : "制度甲"
        #expect(
            said["performance.1"]?.contains("管理制度：\(wanted)，建立了分级负责的预算绩效管理工作机制；全过程绩效管理实施情况：") == true,
            "\(said["performance.1"] ?? "")")
    }

    /// The book's word for what an item is for wins over the definition.
    @Test func purposesComeFromTheBookFirst() throws {
        let traits: BookTraits = [.money]
        let plain = try sentences("310000", 2024, traits)
        let item = try #require(plain.first { $0.key.hasPrefix("general-items.2") })
        let code = item.key.split(separator: ".")[1]
        let reasons = [ReasonKey(unit: "001", matter: "用途", object: String(code)): "修缮办公楼。"]
        let told = try sentences("310000", 2024, traits, reasons: reasons)
        #expect(told[item.key]?.contains("主要用于：修缮办公楼。支出决算为") == true, "\(told[item.key] ?? "")")
    }

    /// 2022 年度起三公经费按财政拨款公开.
    @Test(arguments: [(2021, "11"), (2022, "1")])
    func threePublicFollowsTheYear(_ year: Int, _ fund: String) throws {
        let phrase = try #require(try TestStandards.load("110000", year).phrases["three-total"])
        #expect(phrase.subject("决算")?.spec.coordinates.fund == Code(fund))
    }
}
