import Fiscal
import Standards
import Support

@testable import Ledger

extension SplitMix64 {
    mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &self) < percent }
}

/// A book with lines for everything that some phrases speak of: every subject, a few members of every loop, last year or
/// not, budgets or not, zeros among them; and reasons and texts, some of which hold figures of their own.
struct ChanceBook {
    private let standards: Standards
    private let phrases: [Phrase]
    private var random: SplitMix64
    private var facts: [Fact] = []
    private var matters: Set<String> = []
    private var texts: Set<String> = []
    private let isPriorKnown: Bool
    private let isEmpty: Bool

    static let reasons = [
        "人员增加", "压减一般性开支；厉行节约", "年中追加办案经费20万元", "新增执法车2辆，报废1辆", "按要求压减5%以上",
        "项目跨年实施，2019年已列支；本年只付尾款", "一是人员调出3人；二是公务接待费减少", "执行中央八项规定精神，接待费下降",
        "上年一次性项目较多", "年初没有预算，年中由财政追加", "受疫情影响，培训人数减少30人次", "财政收回存量资金",
    ]
    static let paragraphs = [
        "组织业务培训3次", "下属单位更新车辆1辆，平台车辆2辆", "全年走访370人次，办结案件34件", "燃油、维修保养和保险",
        "传达部署年度工作，单次不超过50人", "满意度98%以上，覆盖率100%",
    ]

    private init(standards: Standards, phrases: [Phrase], seed: UInt64) {
        self.standards = standards
        self.phrases = phrases
        random = SplitMix64(seed: seed)
        isPriorKnown = random.chance(70)
        isEmpty = random.chance(5)
    }

    static func make(_ standards: Standards, phrases: [Phrase], seed: UInt64) -> Book {
        var maker = ChanceBook(standards: standards, phrases: phrases, seed: seed)
        return maker.book(kind: seed % 3 == 0 ? .unit : .department)
    }

    private mutating func book(kind: BookSettings.Kind) -> Book {
        for phrase in phrases {
            // A phrase whose matter the department does not have.
            guard !isEmpty, !random.chance(12) else { continue }
            for subject in phrase.subjects where !random.chance(10) { line(subject.spec, narrowing: nil) }
            for paragraph in phrase.paragraphs { visit(paragraph, phrase, loop: nil) }
        }
        let settings = BookSettings(
            department: "某市某局", year: standards.year, region: standards.region, kind: kind, priorBook: "",
            approvalDate: "",
            publicationDate: "", zeroStyle: "")
        let units = UnitTree([
            Unit(code: "1", name: "某市某局", shortName: "某局", parent: "", kind: "行政单位", staffing: [:]),
            Unit(code: "11", name: "某市某局本级", shortName: "本级", parent: "1", kind: "行政单位", staffing: [:]),
            Unit(code: "12", name: "某市某中心", shortName: "中心", parent: "1", kind: "事业单位", staffing: [:]),
        ])
        return Book(
            settings: settings, units: units, facts: facts, stated: [:], controls: [], reasons: reasonsForAll(),
            texts: textsForAll(), projects: [], attachments: [], undisclosed: [], warnings: [], checksum: "", sheets: []
        )
    }

    private mutating func visit(_ pieces: [Phrase.Piece], _ phrase: Phrase, loop: Phrase.Loop?) {
        for piece in pieces {
            switch piece {
            case .literal: continue
            case .slot(.reason(let matter)): matters.insert(matter)
            case .slot(.purpose): matters.insert(Phrase.Slot.purposeMatter)
            case .slot(.text(let name)): texts.insert(name)
            case .slot(.figure(let reference, _)):
                guard reference.isNarrowed, let loop, let spec = phrase.subject(reference.subject)?.spec else {
                    continue
                }
                for _ in 0..<Int.random(in: 0...3, using: &random) { line(spec, narrowing: loop) }
            case .slot: continue
            case .branch(_, let then, let otherwise):
                visit(then, phrase, loop: loop)
                visit(otherwise, phrase, loop: loop)
            case .loop(let inner):
                for name in inner.present {
                    guard let spec = phrase.subject(name)?.spec else { continue }
                    for _ in 0..<Int.random(in: 0...4, using: &random) { line(spec, narrowing: inner) }
                }
                visit(inner.pieces, phrase, loop: inner)
                for paragraph in inner.paragraphs { visit(paragraph, phrase, loop: inner) }
            }
        }
    }

    /// A line of the leaf concepts that make a figure, at leaves of its dimensions; last year too, where that is known.
    private mutating func line(_ spec: FactSpec, narrowing loop: Phrase.Loop?) {
        guard let concept = spec.concept else { return }
        var coordinates = spec.coordinates
        if let loop, let member = members(loop).randomElement(using: &random) { coordinates[loop.dimension] = member }
        for dimension in Dimension.allCases where !coordinates[dimension].isAll {
            coordinates[dimension] = leaf(under: coordinates[dimension], dimension)
        }
        let leaves = leafConcepts(concept)
        guard let leaf = leaves.randomElement(using: &random) else { return }
        let measure = standards.concepts[leaf]?.measure ?? .money
        for offset in [0, -1] where offset == 0 || isPriorKnown && random.chance(80) {
            let year = FiscalYear(standards.year.number + (spec.yearOffset ?? 0) + offset)
            let key = FactKey(
                unit: random.chance(50) ? "11" : "12", year: year, phase: spec.phase ?? .actual, concept: leaf,
                coordinates: coordinates)
            facts.append(
                Fact(
                    key: key, value: FactValue(amount: amount(measure), measure: measure),
                    origin: Origin(sheet: "支出", row: 2)))
        }
    }

    private mutating func amount(_ measure: Measure) -> Int64 {
        if random.chance(15) { return 0 }
        guard measure == .money else { return Int64.random(in: 1...3000, using: &random) }
        let size =
            [100, 5_000, 1_000_000, 100_000_000, 10_000_000_000, 900_000_000_000].randomElement(using: &random) ?? 100
        return Int64.random(in: 1...Int64(size), using: &random)
    }

    private func leafConcepts(_ concept: Concept) -> [Concept] {
        let terms = standards.concepts[concept]?.terms ?? []
        // What is taken away would make most totals negative.
        return terms.isEmpty ? [concept] : terms.filter { $0.sign > 0 }.flatMap { leafConcepts($0.concept) }
    }

    private func members(_ loop: Phrase.Loop) -> [Code] {
        let classification = standards.classification(loop.dimension)
        guard loop.members.isEmpty else { return loop.members }
        return classification.ordered.filter { code in
            (loop.level == nil || classification.members[code]?.level == loop.level)
                && classification.contains(code, under: loop.under ?? .all)
        }
    }

    private mutating func leaf(under code: Code, _ dimension: Dimension) -> Code {
        let classification = standards.classification(dimension)
        var result = code
        while let child = classification.children(of: result).randomElement(using: &random) { result = child }
        return result
    }

    private mutating func reasonsForAll() -> [ReasonKey: String] {
        var result: [ReasonKey: String] = [:]
        let codes = [Dimension.function, .item, .fund, .kind, .economic].flatMap {
            standards.classification($0).ordered
        }
        for matter in matters.sorted() {
            for object in [""] + codes.map(\.text) {
                result[ReasonKey(unit: "1", matter: matter, object: object)] = Self.reasons.randomElement(
                    using: &random)
            }
        }
        return result
    }

    private mutating func textsForAll() -> [TextKey: [String]] {
        var result: [TextKey: [String]] = [:]
        for name in texts.sorted() where random.chance(60) {
            result[TextKey(unit: "1", name: name)] = [Self.paragraphs.randomElement(using: &random) ?? ""]
        }
        return result
    }
}
