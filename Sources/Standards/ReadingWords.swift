import Fiscal

/// The words that running text, headings and covers are read by, beside those of forms and phrases.
package struct ReadingWords: Sendable {
    /// An amount, its change and the rate of it in one sentence.
    package struct Rates: Sendable {
        /// What follows is about a part.
        package let parts: [String]
        /// Money beside the budget of the year.
        package let otherFunds: [String]
        package let lastYear: [String]
        package let yearly: [String]
        /// One of these makes a change a comparison.
        package let compares: [String]
        /// What leads to that which something is compared with.
        package let comparedWith: [String]
        package let rises: [String]
        package let falls: [String]
        package let risingRates: [String]
        package let fallingRates: [String]
        /// What may stand between a word of comparison and the amount that is compared with, beside words of changes.
        package let behindCompares: [String]
        /// What may stand between that amount and the change.
        package let behindBase: [String]
        /// All that may stand before a change, a rate of change, an amount of the budget, one of its execution, a rate of
        /// completion.
        package let beforeChange: [String]
        package let beforeRate: [String]
        package let behindBudget: [String]
        package let beforeActual: [String]
        package let beforeCompletion: [String]
        package let shares: [String]
        package let budget: [String]
        package let initial: [String]
        package let adjusted: [String]
        package let actual: [String]
        package let completion: [String]
        /// A rate with one of these is of the budget as it was adjusted.
        package let ofAdjusted: [String]
    }

    /// How a heading is told to be a section's.
    package struct Headings: Sendable {
        package struct Whole: Sendable {
            package let whole: String
            package let part: String
        }

        /// Matters that a heading cannot lack or add and still be the same section's; the first kind rules out the second.
        package let ownMatters: [String]
        package let matters: [String]
        package let wholes: [Whole]
        /// What tells one table from another; a title that has more or less of these is another table's, however alike.
        package let tables: [String]
        /// Of these, what a title may leave out.
        package let tablesOptional: [String]
        /// What every heading has, in the order in which it is taken away.
        package let common: [String]
    }

    /// Whose a paper is. Asked for before place and year are known, so that the national folder's hold everywhere.
    package struct Papers: Sendable {
        /// Labels before the name of the unit.
        package let labels: [String]
        /// What lines of a cover are made of, beside the year and the kind.
        package let cover: [String]
        /// What follows the kind in a title, in the order in which it is taken away.
        package let titleEnds: [String]
        /// What tells a title from a name.
        package let titleWords: [String]
        package let reportEnds: [String]
    }

    package let rates: Rates
    package let headings: Headings
    package let papers: Papers
    /// What makes the name of an amount that of a part of it.
    package let narrowing: [String]
}

extension StandardsLibrary {
    /// The words of `reading/` for a place and year.
    func readingWords(region: String, year: Int) throws -> ReadingWords {
        let files = try definitions(Self.readingFolder, region: region, year: year)
        func entries(_ id: String, _ keys: [String]) throws -> ReadingEntries {
            guard let file = files.first(where: { $0.id == id }) else { throw Self.lacks(id) }
            return try ReadingEntries(file.node, keys: keys)
        }
        return ReadingWords(
            rates: try ReadingWords.Rates(entries(ReadingWords.Rates.id, ReadingWords.Rates.keys)),
            headings: try ReadingWords.Headings(entries(ReadingWords.Headings.id, ReadingWords.Headings.keys)),
            papers: try paperWords(),
            narrowing: try entries("数的名称", ["收窄"]).words("收窄"))
    }

    /// What tells whose a paper is, wherever it is from.
    package func paperWords() throws -> ReadingWords.Papers {
        let id = ReadingWords.Papers.id
        guard let (file, text) = nearest("\(Self.readingFolder)/\(id).yaml", region: "") else { throw Self.lacks(id) }
        let node = try documents.document(text, file: file)
        return try ReadingWords.Papers(ReadingEntries(node, keys: ReadingWords.Papers.keys))
    }

    private static let readingFolder = "reading"

    /// Without its words a reader finds nothing and says nothing.
    private static func lacks(_ id: String) -> StandardsFault {
        StandardsFault(.noFile("\(readingFolder)/\(id).yaml"), file: "Standards/cn")
    }
}

/// The lists of one file.
private struct ReadingEntries {
    private let node: YamlNode
    private let entries: [String: YamlNode]

    private static let ownKeys = ["编号", "名称", "起始年度", "截止年度", "来源", "待核", "说明"]

    init(_ node: YamlNode, keys: [String]) throws {
        self.node = node
        entries = try node.mapping(allowed: Self.ownKeys + keys)
    }

    func list(_ key: String) throws -> [YamlNode] {
        try entries.required(key, in: node).list()
    }

    /// As they stand, folded.
    func ordered(_ key: String) throws -> [String] { try list(key).map { foldedLabel(try $0.text()) } }

    /// Folded, the longest first, so that the first that fits is the one that is meant.
    func words(_ key: String) throws -> [String] { Self.ordered(try ordered(key)) }

    static func ordered(_ words: [String]) -> [String] { words.sorted { ($1.count, $0) < ($0.count, $1) } }
}

extension ReadingWords.Rates {
    fileprivate static let id = "金额与比率"
    fileprivate static let keys = [
        "分项", "另有资金", "上年", "同比", "比较", "被比", "增", "减", "增率", "减率", "变动额之间", "基数之前", "基数之后", "变动率之间", "占", "预算", "年初",
        "调整",
        "预算之后",
        "执行",
        "执行数之间", "完成", "完成率之间", "按调整预算",
    ]

    fileprivate init(_ entries: ReadingEntries) throws {
        parts = try entries.words("分项")
        otherFunds = try entries.words("另有资金")
        lastYear = try entries.words("上年")
        yearly = try entries.words("同比")
        compares = try entries.words("比较")
        comparedWith = try entries.words("被比")
        rises = try entries.words("增")
        falls = try entries.words("减")
        risingRates = try entries.words("增率")
        fallingRates = try entries.words("减率")
        beforeChange = try entries.words("变动额之间")
        behindCompares = try entries.words("基数之前")
        behindBase = try entries.words("基数之后")
        beforeRate = ReadingEntries.ordered(try entries.words("变动率之间") + risingRates + fallingRates)
        behindBudget = try entries.words("预算之后")
        beforeActual = try entries.words("执行数之间")
        beforeCompletion = try entries.words("完成率之间")
        shares = try entries.words("占")
        budget = try entries.words("预算")
        initial = try entries.words("年初")
        adjusted = try entries.words("调整")
        actual = try entries.words("执行")
        completion = try entries.words("完成")
        ofAdjusted = try entries.words("按调整预算")
    }
}

extension ReadingWords.Headings {
    fileprivate static let id = "标题"
    fileprivate static let keys = ["独立专题", "专题", "总与分", "表名", "表名可省", "泛词"]

    fileprivate init(_ entries: ReadingEntries) throws {
        ownMatters = try entries.words("独立专题")
        matters = try entries.words("专题")
        wholes = try entries.list("总与分").map { item in
            let fields = try item.mapping(allowed: ["总", "分"])
            return Whole(
                whole: foldedLabel(try fields.required("总", in: item).text()),
                part: foldedLabel(try fields.required("分", in: item).text()))
        }
        tables = try entries.words("表名")
        tablesOptional = try entries.words("表名可省")
        common = try entries.ordered("泛词")
    }
}

extension ReadingWords.Papers {
    fileprivate static let id = "材料"
    fileprivate static let keys = ["单位标签", "封面用语", "题尾", "题中", "报告题尾"]

    fileprivate init(_ entries: ReadingEntries) throws {
        labels = try entries.words("单位标签")
        cover = try entries.ordered("封面用语")
        titleEnds = try entries.ordered("题尾")
        titleWords = try entries.words("题中")
        reportEnds = try entries.words("报告题尾")
    }
}
