import Fiscal
import Ledger
import Narrative
import Standards
import Testing

@testable import mingzhang

/// The figures that published papers print in their sentences, against the sentences written from the example books.
struct ExampleProse {
    /// Figures of the papers that our outline does not print, with the reason.
    static let unprinted: [String: [String: String]] = [
        "hengyang-2021": ["F084": "提纲不按单位拆分机关运行经费"],
        "shifeng-2020": [
            "S001": "编制和人数在第一部分，不在说明里", "S002": "编制和人数在第一部分，不在说明里",
            "S003": "编制和人数在第一部分，不在说明里", "S004": "编制和人数在第一部分，不在说明里",
            "S005": "编制和人数在第一部分，不在说明里",
            "S019": "提纲的支出决算按支出性质分，不按功能分类", "S020": "提纲的支出决算按支出性质分，不按功能分类",
            "S046": "229 项用的是其他收入，财政拨款支出没有此项", "S115": "项目的金额在绩效自评表里", "S116": "项目的金额在绩效自评表里", "S117": "项目的金额在绩效自评表里",
        ],
    ]

    @Test(arguments: [("hengyang-2021", 175, 171, 4, 1), ("shifeng-2020", 106, 86, 20, 44)])
    func everyFigureOfThePaper(_ name: String, _ printed: Int, _ equal: Int, _ listed: Int, _ absent: Int) throws {
        let example = try Example(name)
        let prose = try ExampleSentences(example)
        let subjects = PublishedSubjects(standards: example.loaded.standards, unit: prose.unit)
        let differences = Set(
            try example.expected("differences").filter { $0["place"] == "说明" }.compactMap { $0["row"] })
        var counts = (printed: 0, equal: 0, listed: 0, absent: 0)
        for row in try example.expected("prose") {
            let id = row["id"] ?? ""
            if Self.unprinted[name]?[id] != nil || (row["agrees"] == "" && row["ours"] == "") {
                counts.absent += 1
                continue
            }
            counts.printed += 1
            let agrees = try prose.agrees(row, figure: try subjects.figure(of: row))
            if differences.contains(id) {
                counts.listed += 1
                #expect(!agrees, "\(id) is listed as the paper's error, but agrees")
            } else {
                counts.equal += agrees ? 1 : 0
                #expect(agrees, "\(id) \(row["subject"] ?? "") \(row["role"] ?? ""): paper \(row["printed"] ?? "")")
            }
        }
        #expect(counts == (printed, equal, listed, absent))
        print(
            "\(name): \(counts.printed + counts.absent) figures, \(counts.equal) equal, \(counts.listed) listed as the paper's"
                + " errors, \(counts.absent) not printed by our outline")
    }

    @Test(arguments: ["hengyang-2021", "shifeng-2020"])
    func everySentenceIsReadBack(_ name: String) throws {
        let example = try Example(name)
        let prose = try ExampleSentences(example)
        var figures = 0
        for section in prose.sections {
            let claims = ClaimReader.claims(
                in: section.sentences.map(\.text), phrases: section.phrases, standards: example.loaded.standards,
                unit: prose.unit)
            for (sentence, read) in zip(section.sentences, claims) {
                figures += read.count
                #expect(read.map(\.figure) == sentence.figures.map(\.figure), "\(sentence.text)")
                #expect(read.map(\.printed) == sentence.figures.map(\.printed), "\(sentence.text)")
                #expect(read.map(\.offset) == sentence.figures.map(\.offset), "\(sentence.text)")
            }
        }
        print("\(name): \(figures) figures of \(prose.sections.count) sections read back")
    }
}

/// An example's sentences by section.
struct ExampleSentences {
    let unit: String
    let sections: [(phrases: [Phrase], sentences: [Sentence])]

    init(_ example: Example) throws {
        let facts = try example.facts()
        unit = facts.unit
        let standards = example.loaded.standards
        sections = try standards.profile.outline.flatMap(\.content).compactMap { content in
            guard case .phrases(let ids) = content else { return nil }
            let phrases = try ids.map { try #require(standards.phrases[$0], "no phrase \($0)") }
            let narration = Narrator.narrate(phrases, facts: facts, noun: "部门", isDepartment: true)
            #expect(narration.missing == [])
            return (phrases, narration.sentences)
        }
    }

    private var sentences: [Sentence] { sections.flatMap(\.sentences) }

    /// Whether our sentences print a published figure: at the paper's own precision, or in words where it has no digits.
    func agrees(_ row: [String: String], figure: Figure) throws -> Bool {
        let ours = sentences.flatMap(\.figures).filter { $0.figure == figure }.map(\.printed)
        let text = row["printed"] ?? ""
        guard let printed = try? NumberText.parse(text) else {
            return ours.isEmpty && sentences.contains { $0.text.contains(text) && isAbout($0, figure) }
        }
        if ours.isEmpty, case .derived(.change) = figure, printed.isZero {
            return sentences.contains { $0.text.contains("持平") && isAbout($0, figure) }
        }
        // 未发生: a section without any figure prints its zeros in words.
        if ours.isEmpty, printed.isZero, case .fact(let key) = figure {
            return sentences.contains {
                $0.figures.isEmpty && ($0.text.contains("未发生") || $0.text.contains("没有"))
                    && $0.text.contains(fundWord(of: key))
            }
        }
        return !ours.isEmpty && ours.allSatisfy { RoundingInterval($0).overlaps(RoundingInterval(printed)) }
    }

    /// Whether a sentence prints the fact that a figure is about, or names its fund where it prints none.
    private func isAbout(_ sentence: Sentence, _ figure: Figure) -> Bool {
        switch figure {
        case .derived(let derivation): sentence.figures.contains { $0.figure == .fact(derivation.operands.0) }
        case .fact(let key): sentence.text.contains(fundWord(of: key))
        case .listed: false
        }
    }

    private func fundWord(of key: FactKey) -> String {
        switch key.coordinates.fund.text {
        case "12": "政府性基金"
        case "13": "国有资本经营"
        default: "　"
        }
    }
}

/// The subjects of `expected/prose.csv` (指标/维=值…) as figures.
struct PublishedSubjects {
    let standards: Standards
    let unit: String

    /// Names of the papers that are not concepts: which concept, and what they fix.
    private static let names: [String: [String: String]] = [
        "人员经费": ["概念": "本年支出", "资金性质": "一般公共预算财政拨款", "支出性质": "基本支出", "经济科目": "人员经费"],
        "公用经费": ["概念": "本年支出", "资金性质": "一般公共预算财政拨款", "支出性质": "基本支出", "经济科目": "公用经费"],
        "三公经费": ["概念": "三公经费", "资金性质": "一般公共预算财政拨款"],
        "团组数": ["概念": "团组数", "资金性质": "一般公共预算财政拨款"],
        "人次": ["概念": "人次数", "资金性质": "一般公共预算财政拨款"],
        "批次": ["概念": "批次数", "资金性质": "一般公共预算财政拨款"],
        "购置数": ["概念": "购置数", "资金性质": "一般公共预算财政拨款"],
        "保有量": ["概念": "保有量", "资金性质": "一般公共预算财政拨款"],
        "会议费": ["概念": "会议培训支出", "事项": "会议费"],
        "培训费": ["概念": "会议培训支出", "事项": "培训费"],
        "会议人数": ["概念": "会议培训人数", "事项": "会议费"],
        "培训人数": ["概念": "会议培训人数", "事项": "培训费"],
        "政府采购": ["概念": "采购支出", "事项": "政府采购"],
        "资产": ["概念": "资产数量"],
    ]
    /// What a dimension changes besides itself: procurement by size of supplier is another concept.
    private static let keys = ["类别": "事项"]
    private static let implied: [String: [String: String]] = ["政府采购/规模": ["概念": "采购授予金额"]]
    /// 保有量 is published under running cost; a vehicle in stock is neither bought nor run.
    private static let corrected: [String: [String: String]] = ["保有量": ["事项": "公务用车购置及运行维护费"]]

    func figure(of row: [String: String]) throws -> Figure {
        let subject = row["subject"] ?? ""
        let base = row["base"] ?? ""
        let key = try self.key(subject)
        switch row["role"] ?? "" {
        case "金额", "数量": return .fact(key)
        case "占比": return .derived(.share(key, of: try self.key(base)))
        case "增减额", "比预算增减额": return .derived(.change(key, since: try compared(key, base)))
        case "增减率", "比预算增减率": return .derived(.growth(key, since: try compared(key, base)))
        case "完成率": return .derived(.completion(key, of: try compared(key, base)))
        case let role: throw UnknownWord(word: role)
        }
    }

    private func compared(_ key: FactKey, _ base: String) throws -> FactKey {
        var result = key
        if base == "上年" { result.year = key.year.previous } else { result.phase = try phase(base) }
        return result
    }

    private func phase(_ word: String) throws -> Phase {
        guard let phase = Phase.words.first(where: { $0.0 == word })?.1 else { throw UnknownWord(word: word) }
        return phase
    }

    private func key(_ subject: String) throws -> FactKey {
        let parts = subject.split(separator: "/").map(String.init)
        let name = parts.first ?? ""
        var fixed = Self.names[name] ?? ["概念": name]
        for part in parts.dropFirst() {
            let pair = part.split(separator: "=", maxSplits: 1).map(String.init)
            guard pair.count == 2 else { throw UnknownWord(word: part) }
            fixed[Self.keys[pair[0]] ?? pair[0]] = pair[1]
            fixed.merge(Self.implied["\(name)/\(pair[0])"] ?? [:]) { $1 }
        }
        fixed.merge(Self.corrected[name] ?? [:]) { $1 }
        return try key(fixed)
    }

    private func key(_ fixed: [String: String]) throws -> FactKey {
        var spec = FactSpec()
        for (key, value) in fixed where key == "概念" {
            guard let known = standards.concepts.find(value) else { throw UnknownWord(word: value) }
            spec = known
        }
        for (key, value) in fixed where key != "概念" {
            if key == "阶段" {
                spec.phase = try phase(value)
                continue
            }
            guard let dimension = Dimension.words.first(where: { $0.0 == key })?.1,
                let code = standards.classification(dimension).find(value)
            else { throw UnknownWord(word: "\(key)=\(value)") }
            spec.coordinates[dimension] = code
        }
        guard let key = spec.key(unit: unit, year: standards.year) else { throw UnknownWord(word: "\(fixed)") }
        return key
    }
}

struct UnknownWord: Error, CustomStringConvertible {
    let word: String
    var description: String { "不认识“\(word)”" }
}
