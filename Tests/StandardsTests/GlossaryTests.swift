import Fiscal
import Testing

@testable import Standards

@Suite("名词解释") struct GlossaryTests {
    /// Words that finance papers print and that a reader may ask about, beside the kinds of income and expenditure.
    private static let asked = [
        "财政拨款收入", "一般公共预算", "政府性基金", "国有资本经营预算", "使用非财政拨款结余", "年初结转和结余", "结余分配", "年末结转和结余",
        "“三公”经费", "机关运行经费", "政府采购",
    ]

    @Test("各地各年：印出的收支名目都有释义", arguments: Definitions.places)
    func printedNamesAreExplained(_ place: Definitions.Place) throws {
        let standards = try Definitions.standards(place).1
        let terms = Set(standards.definitions.terms.map(\.term))
        let income = standards.classification(.fund).members.values.filter {
            $0.parent != nil && $0.name.hasSuffix("收入")
        }
        let kinds = standards.classification(.kind).members.values
        #expect(income.count >= 5)
        #expect(kinds.count == 5)
        for name in Self.asked + income.map(\.name) + kinds.map(\.name) {
            #expect(terms.contains(name), "\(name)")
        }
        #expect(terms.count == standards.definitions.terms.count)
    }

    @Test("各地各年：释义以“指”开头，以句号结束，一两句", arguments: Definitions.places)
    func everyTextIsASentence(_ place: Definitions.Place) throws {
        let definitions = try Definitions.standards(place).1.definitions
        for text in definitions.terms.map(\.entry.text) + definitions.functions.values.map(\.text) {
            #expect(text.hasPrefix("指") && text.hasSuffix("。"), "\(text)")
            #expect(text.count { $0 == "。" } <= 2, "\(text)")
            #expect(!text.contains { ",;()\"".contains($0) }, "\(text)")
        }
        for entry in definitions.functions.values {
            #expect(!entry.purpose.hasPrefix("指") && !entry.purpose.hasPrefix("用于"), "\(entry.text)")
        }
    }

    @Test("各年：四个通用的项和其他项在每个款都有释义", arguments: Definitions.places)
    func commonItemsAreExplained(_ place: Definitions.Place) throws {
        let standards = try Definitions.standards(place).1
        let common = ["行政运行", "一般行政管理事务", "机关服务", "事业运行"]
        let members = standards.classification(.function).members.filter { $0.value.level == 3 }
        for (code, member) in members where common.contains(member.name) {
            #expect(standards.definitions.functions[code] != nil, "\(code.text) \(member.name)")
        }
        let explained = members.keys.count { standards.definitions.functions[$0] != nil }
        #expect(explained * 10 >= members.count * 7, "\(explained)/\(members.count)")
    }
}
