import Fiscal
import Formulas
import Foundation
import Testing

@testable import Standards

@Suite("规则目录") struct RuleCatalogueTests {
    private static let ids = Definitions.lines("rules/ids.txt")

    @Test("每个编号在各地各年都恰有一条", arguments: Definitions.places)
    func everyIdOnce(_ place: Definitions.Place) throws {
        let (library, standards) = try Definitions.standards(place)
        let rules = try library.rules(for: standards)
        #expect(Self.ids.count == 241)
        #expect(rules.map(\.id).sorted() == Self.ids.sorted())
    }

    @Test("全国的文件每个编号一个，名称即编号") func oneFileEach() {
        let paths = Definitions.files.map(\.path).filter { $0.hasPrefix("cn/rules/") }
        let names = paths.map { String(($0.split(separator: "/").last ?? "").dropLast(5)) }
        #expect(names.sorted() == Self.ids.sorted())
    }

    @Test("样例都相符", arguments: Definitions.places)
    func samplesAgree(_ place: Definitions.Place) throws {
        let (library, standards) = try Definitions.standards(place)
        for rule in try library.rules(for: standards) {
            #expect(rule.sampleFaults().map(\.message) == [])
            if !rule.formulas.isEmpty { #expect(rule.samples.count == 3, "\(rule.id)") }
        }
    }

    @Test("公式取的数总有一处的表会印") func noBlindRule() throws {
        var check = RuleCheck()
        for place in Definitions.places {
            let (library, standards) = try Definitions.standards(place)
            check.add(try library.rules(for: standards), in: standards)
        }
        #expect(check.blindRules == [])
        #expect(check.formulaCount > 35)
    }

    @Test("并入的规则自己不再并入别的，也不是公式") func mergedOnce() throws {
        let (library, standards) = try Definitions.standards(try #require(Definitions.places.first))
        let rules = try library.rules(for: standards)
        let byId = Dictionary(rules.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        for rule in rules where !rule.reportedAs.isEmpty {
            #expect(rule.formulas.isEmpty && byId[rule.reportedAs]?.reportedAs == "", "\(rule.id)")
        }
    }

    @Test("没有证实的依据不印条号") func basisWithoutArticle() {
        #expect(Rule.Basis(document: "预算法", article: "第十四条", isConfirmed: false).text == "预算法（待核）")
        #expect(Rule.Basis(document: "预算法", article: "第十四条", isConfirmed: true).text == "预算法第十四条")
    }
}

@Suite("公式里的表、行、栏") struct FormulaNamesTests {
    /// One figure by two names.
    struct Pair: Sendable, CustomStringConvertible {
        let place: Definitions.Place
        let left: String
        let right: String
        var description: String { "\(place) \(left) ⇒ \(right)" }
    }

    private static let pairs: [Pair] = Definitions.lines("rules/cells.txt").compactMap { line in
        let words = line.split(separator: "|").map { $0.trimmed }
        guard words.count == 4, let year = Int(words[1]) else { return nil }
        return Pair(place: Definitions.Place(region: words[0], year: year), left: words[2], right: words[3])
    }

    @Test("按行次、名称、栏次找到的格，就是那个指标", arguments: pairs)
    func sameFigure(_ pair: Pair) throws {
        let (_, standards) = try Definitions.standards(pair.place)
        do {
            let left = try FormulaCell(parsing: pair.left, names: standards)
            #expect(left == (try FormulaCell(parsing: pair.right, names: standards)))
        } catch {
            #expect(error.message(in: pair.left) == pair.right)
        }
    }

    @Test("文件读到了") func hasPairs() { #expect(Self.pairs.count > 10) }
}

@Suite("规则文件的错误") struct RuleFaultTests {
    private static let folder = Definitions.tests + "/Fixtures/rules/faults"
    private static let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()

    /// The first line of each file is a comment with the message wanted.
    @Test("指出文件、行和错处", arguments: names)
    func message(_ name: String) throws {
        let data = try #require(FileManager.default.contents(atPath: Self.folder + "/" + name))
        let text = String(decoding: data, as: UTF8.self)
        let wanted = text.prefix { $0 != "\n" }.dropFirst(2)
        let others = Definitions.files.filter { !$0.path.contains("/rules/") }
        let library = try StandardsLibrary(
            files: others + [StandardsFile(path: "cn/rules/" + name, bytes: Array(data))])
        let standards = try library.standards(region: "999999", year: FiscalYear(2021))
        do {
            let faults = try library.rules(for: standards).flatMap { $0.sampleFaults() }
            #expect(faults.map(\.message) == [String(wanted)])
        } catch let fault as StandardsFault {
            #expect(fault.message == wanted)
        }
    }

    @Test("文件读到了") func hasFiles() { #expect(Self.names.count > 10) }
}
