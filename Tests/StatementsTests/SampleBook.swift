import Fiscal
import Standards

@testable import Ledger

/// Small numbers that are the same in every run.
struct Dice {
    private var state: UInt64

    init(seed: Int) { state = UInt64(truncatingIfNeeded: seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

    mutating func roll(_ sides: Int) -> Int {
        state = state &+ 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ (mixed >> 31)) % UInt64(max(1, sides)))
    }

    mutating func pick<T>(_ list: [T]) -> T? { list.isEmpty ? nil : list[roll(list.count)] }
}

/// A book of made-up lines over the codes that hold in a year: all funds, all kinds, amounts that round badly.
struct SampleBook {
    private let standards: Standards
    private var dice: Dice
    private var facts: [Fact] = []
    private let functions: [Code]

    private static let fiscal = ["11", "12", "13"].compactMap { Code($0) }
    private static let others = ["31", "32", "33", "34", "39"].compactMap { Code($0) }

    private init(standards: Standards, seed: Int) {
        self.standards = standards
        var dice = Dice(seed: seed)
        let classification = standards.classification(.function)
        let classes = Set(standards.classLines.map(\.code))
        let items = classification.ordered.filter { code in
            classification.members[code]?.level == 3
                && classes.contains(classification.ancestor(of: code, level: 1) ?? .all)
        }
        functions = (0..<18).compactMap { _ in dice.pick(items) }
        self.dice = dice
    }

    static func facts(_ standards: Standards, seed: Int) -> FactBase {
        var sample = SampleBook(standards: standards, seed: seed)
        sample.addMoney()
        sample.addThreePublic()
        return sample.base()
    }

    /// A book without a line.
    static func empty(_ standards: Standards) -> FactBase { SampleBook(standards: standards, seed: 0).base() }

    private func base() -> FactBase {
        let settings = BookSettings(
            department: "某市某局", year: standards.year, region: standards.region, kind: .department, priorBook: "",
            approvalDate: "", publicationDate: "", zeroStyle: "")
        let units = UnitTree([
            Unit(code: "001", name: "某市某局", shortName: "", parent: "", kind: "行政单位", staffing: [:]),
            Unit(code: "001001", name: "某市某局本级", shortName: "", parent: "001", kind: "行政单位", staffing: [:]),
        ])
        let book = Book(
            settings: settings, units: units, facts: facts, stated: [:], controls: [], reasons: [:], texts: [:],
            projects: [], attachments: [], undisclosed: [], warnings: [], checksum: "", sheets: [])
        return FactBase(book: book, standards: standards, unit: "001")
    }

    /// From one fen to ten million yuan; some lines of 红冲, some of whole yuan.
    private mutating func amount() -> Int64 {
        let scale = [100, 10_000, 1_000_000, 1_000_000_000][dice.roll(4)]
        let fen = Int64(dice.roll(scale)) + 1
        switch dice.roll(12) {
        case 0: return -fen
        case 1: return fen * 100
        default: return fen
        }
    }

    private mutating func add(
        _ concept: String, phase: Phase = .actual, _ coordinates: Coordinates, amount: Int64? = nil
    ) {
        let concept = Concept(concept)
        let value = amount ?? self.amount()
        facts.append(
            Fact(
                key: FactKey(
                    unit: dice.roll(2) == 0 ? "001" : "001001", year: standards.year, phase: phase, concept: concept,
                    coordinates: coordinates),
                value: FactValue(amount: value, measure: standards.concepts[concept]?.measure ?? .money),
                origin: Origin(sheet: "样例", row: facts.count + 1), counterparty: ""))
    }

    private mutating func addMoney() {
        let regular = ["B", "P"].compactMap { Code($0) }
        let kinds = standards.classification(.kind).ordered
        let listed = standards.economicLines.map(\.code).filter {
            standards.classification(.economic).members[$0]?.level == 2
        }
        let economics = standards.classification(.economic).ordered.filter {
            standards.classification(.economic).members[$0]?.level == 2
        }
        for index in 0..<120 {
            let isFiscal = dice.roll(3) > 0
            var place = Coordinates(
                fund: dice.pick(isFiscal ? Self.fiscal : Self.others) ?? .all, function: dice.pick(functions) ?? .all,
                kind: dice.pick(isFiscal ? regular : kinds) ?? .all)
            // What 基本支出 of the general fund may buy is what the form lists.
            place.economic = dice.pick(isFiscal ? listed : economics) ?? .all
            add("本年支出", place)
            place.economic = .all
            place.kind = dice.pick(regular) ?? .all
            add("本年收入", place)
            guard index % 4 == 0 else { continue }
            for concept in ["年初余额", "年初调整", "结余收回"] { add(concept, place) }
            guard !isFiscal else { continue }
            for concept in ["使用非财政拨款结余", "结余分配"] { add(concept, place) }
        }
    }

    private mutating func addThreePublic() {
        let general = Code("11") ?? .all
        for item in ["SG1", "SG21", "SG22", "SG3"].compactMap({ Code($0) }) {
            for phase in Phase.allCases {
                for fund in Self.fiscal.dropLast() where dice.roll(5) > 0 {
                    add("三公经费", phase: phase, Coordinates(fund: fund, item: item))
                }
            }
            for concept in ["团组数", "人次数", "购置数", "保有量", "批次数"] {
                add(concept, Coordinates(fund: general, item: item), amount: Int64(dice.roll(40)))
            }
        }
        for item in ["MT1", "MT2"].compactMap({ Code($0) }) {
            for phase in Phase.allCases { add("会议培训支出", phase: phase, Coordinates(fund: general, item: item)) }
        }
        add("机关运行经费", Coordinates(fund: general))
    }
}
