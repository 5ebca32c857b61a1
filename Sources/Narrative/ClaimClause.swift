import Fiscal
import Standards

/// The words that lead to one figure: since the figure before it, or since the sentence began.
struct ClaimClause {
    /// What a comparison is made with.
    enum Base: Hashable {
        case prior
        case budget(Set<Phase>)
        case subjects(Set<Int>)
        /// Named, but nothing that the section's figures are compared with.
        case unknown
    }

    let range: Range<Int>
    /// Words of the text that name what the figure is about; those of its base are left out.
    private(set) var mentions: [Mention]
    private(set) var role: ClaimRole?
    private(set) var base: Base?
    private(set) var direction: Claim.Direction?
    private let text: ClaimText
    private let aside: ClaimText.Aside

    private static let rises = Needle.list("增加 增长 上升 提高 上涨 增幅 增 升 多")
    private static let falls = Needle.list("减少 下降 降低 降幅 减 降 少")
    private static let unsigned = Needle.list("增减 变动")
    private static let shares = Needle.list("占 比重 占比")
    private static let completions = Needle.list("完成 执行率 执行了")
    private static let comparisons = Needle.list("比 较 与 同")
    private static let priors = Needle.list("上年 去年 上一年 前一年 同期")
    private static let alike = Needle.list("持平 一致 相同 无变化")
    private static let sameTerm: Needle = "同比"
    private static let yearSuffix: Needle = "度"
    private static let accounts = Needle.list("决算 支出决算")
    private static let budgetWord: Needle = "预算"
    private static let budgets: [(Needle, Set<Phase>)] = [
        ("年初预算", [.initialBudget]), ("全年预算", [.adjustedBudget]), ("调整预算", [.adjustedBudget]),
        ("调整后预算", [.adjustedBudget]), ("预算", [.initialBudget, .adjustedBudget]),
    ]
    private static let plainShareWords = Set("的比例重率额总数量金其为达到是约了全部,、:.占于".unicodeScalars.map(\.value))

    init(
        text: ClaimText, range: Range<Int>, figure: ScannedFigure, year: FiscalYear, includes: (Mention) -> Bool,
        isOfPriorYear: (Mention) -> Bool
    ) {
        self.text = text
        self.range = range
        aside = text.aside(at: figure.range.lowerBound)
        mentions = text.mentions(in: range).filter(includes)
        switch figure.kind {
        case .percent: readPercentage(year, isOfPriorYear)
        case .money, .count: readAmount(year, isCount: figure.kind == .count, isOfPriorYear)
        case .points: role = nil
        }
    }

    // MARK: Roles

    private mutating func readPercentage(_ year: FiscalYear, _ isOfPriorYear: (Mention) -> Bool) {
        let candidates: [(Int, ClaimRole)] = [
            (last(Self.shares), .share), (last(Self.completions), .completion), (lastChange(), .growth),
        ]
        guard let (place, role) = candidates.max(by: { $0.0 < $1.0 }), place >= 0 else { return }
        self.role = role
        switch role {
        case .share: readWhole(after: place)
        case .completion: readBudget(after: place)
        default:
            readComparison(year, isOfPriorYear)
            direction = directionWord()
        }
    }

    private mutating func readAmount(_ year: FiscalYear, isCount: Bool, _ isOfPriorYear: (Mention) -> Bool) {
        let change = lastChange()
        readComparison(year, isOfPriorYear)
        guard change >= 0, !isCount || base != nil else {
            if isSettled { base = nil }
            // 比上年多支出: a comparison whose word is not known is no amount.
            role = base == nil ? .amount : nil
            return
        }
        role = .change
        direction = directionWord()
    }

    /// The last word of change, plain single characters only where they stand right before the figure.
    private func lastChange() -> Int {
        let words = Self.rises + Self.falls + Self.unsigned
        let long = last(words.filter { $0.count > 1 })
        let short = words.filter { $0.count == 1 }.map { last($0, from: range.upperBound - 2) }.max() ?? -1
        return max(long, short)
    }

    private func directionWord() -> Claim.Direction? {
        func latest(_ words: [Needle]) -> Int {
            words.map { $0.count > 1 ? last($0, from: range.lowerBound) : last($0, from: range.upperBound - 2) }.max()
                ?? -1
        }
        let (rise, fall) = (latest(Self.rises), latest(Self.falls))
        if rise == fall || latest(Self.unsigned) >= max(rise, fall) { return nil }
        return rise > fall ? .rise : .fall
    }

    private func last(_ words: [Needle]) -> Int { words.map { last($0, from: range.lowerBound) }.max() ?? -1 }

    /// Where a word stands last in the clause outside names and asides; -1 where it does not.
    private func last(_ word: Needle, from start: Int) -> Int {
        var end = range.upperBound
        while end > max(start, range.lowerBound),
            let place = text.folded.last(word, in: max(start, range.lowerBound)..<end)
        {
            if isPlain(place) { return place }
            end = place
        }
        return -1
    }

    private func isPlain(_ place: Int) -> Bool {
        !text.isInsideName(place)
            && (text.aside(at: place) == .none || text.aside(at: place) == aside)
    }

    // MARK: Bases

    /// 占 X 的: what stands behind 占 names the whole.
    private mutating func readWhole(after place: Int) {
        let behind = mentions.filter { $0.range.lowerBound >= place }
        mentions.removeAll { $0.range.lowerBound >= place }
        if let mention = behind.last(where: { !$0.subjects.isEmpty }) {
            base = .subjects(mention.subjects)
        }
        let hasOther = (place..<range.upperBound).contains { spot in
            !behind.contains { !$0.subjects.isEmpty && $0.range.contains(spot) }
                && !Self.plainShareWords.contains(text.folded.scalars[spot])
        }
        if hasOther { base = .unknown }
    }

    /// 完成 X 的: what stands behind 完成 names the budget.
    private mutating func readBudget(after place: Int) {
        let subjects = mentions.filter { $0.range.lowerBound >= place }.map(\.subjects).last { !$0.isEmpty }
        mentions.removeAll { $0.range.lowerBound >= place }
        let named = Self.budgets.first { text.folded.last($0.0, in: place..<range.upperBound) != nil }
        base = named.map { .budget($0.1) } ?? subjects.map { .subjects($0) }
    }

    /// 比 X, 较 X, 与 X 相比, 同比.
    private mutating func readComparison(_ year: FiscalYear, _ isOfPriorYear: (Mention) -> Bool) {
        let years = Self.priors + [Needle("\(year.previous.number)年")]
        for place in range.reversed() where isPlain(place) {
            if text.folded.has(Self.sameTerm, at: place) {
                base = .prior
                return
            }
            guard let word = text.folded.first(Self.comparisons, at: place) else { continue }
            let start = place + word.count
            if let prior = text.folded.first(years, at: start) {
                base = .prior
                let end = endOfPrior(start + prior.count)
                drop(from: start, to: end)
                // 比上年预算执行数: a subject of last year's names the base too.
                mentions.removeAll { $0.range.lowerBound == end && $0.members.isEmpty && isOfPriorYear($0) }
            } else if let budget = Self.budgets.first(where: { text.folded.has($0.0, at: start) }) {
                base = .budget(budget.1)
                drop(from: start, to: start + budget.0.count)
            } else {
                continue
            }
            return
        }
    }

    /// 上年度决算数: the words that still belong to 上年.
    private func endOfPrior(_ place: Int) -> Int {
        let end = text.folded.has(Self.yearSuffix, at: place) ? place + 1 : place
        return text.folded.first(Self.accounts, at: end) == nil ? end : end + 1
    }

    /// 与上年持平；: what is said of the comparison ends before what the figure is about.
    private var isSettled: Bool {
        let start = text.startOfClause(at: range.upperBound, notBefore: range.lowerBound)
        return Self.alike.contains { word in
            text.folded.last(word, in: range).map { isPlain($0) && $0 + word.count < start } ?? false
        }
    }

    /// Leaves out the mentions that begin with the words of a base.
    private mutating func drop(from start: Int, to end: Int) {
        mentions.removeAll { $0.range.lowerBound >= start && $0.range.lowerBound < end && $0.members.isEmpty }
    }
}

// MARK: - Guards

extension ClaimClause {
    /// Whether the words right before the figure, behind a place, speak of a budget.
    func speaksOfBudget(after place: Int) -> Bool {
        (max(place, range.lowerBound)..<range.upperBound).contains { spot in
            text.folded.has(Self.budgetWord, at: spot) && isPlain(spot)
        }
    }

    /// Whether the figure is last year's own: 上年 outside a comparison.
    var speaksOfPriorYear: Bool {
        let start = text.startOfClause(at: range.upperBound, notBefore: range.lowerBound)
        return base == nil
            && (start..<range.upperBound).contains { spot in
                text.folded.first(Self.priors, at: spot) != nil && isPlain(spot)
            }
    }

    /// The words of the subject or member that end at a place.
    func name(endingAt place: Int) -> String? {
        mentions.last { $0.range.upperBound == place }.map { foldedLabel(text.folded.text($0.range)) }
    }

    /// Whether an amount is what a rate is of: 完成预算12万元的75%.
    var isBaseOfRate: Bool {
        let start = text.startOfClause(at: range.upperBound, notBefore: range.lowerBound)
        let place = last(Self.completions, from: start)
        return place >= 0 && text.folded.last(Self.budgetWord, in: place..<range.upperBound) != nil
    }

    private func last(_ words: [Needle], from start: Int) -> Int { words.map { last($0, from: start) }.max() ?? -1 }

    /// Whether it is a mean: 人均接待费122元.
    var isPerHead: Bool {
        let start = text.startOfClause(at: range.upperBound, notBefore: range.lowerBound)
        return Self.means.contains { text.folded.last($0, in: start..<range.upperBound) != nil }
    }

    /// Whether a word narrows the kind of expenditure right before its name: 基本建设类项目支出.
    func isOfKind(endingAt place: Int, _ slots: ClaimSlots) -> Bool {
        guard let mention = mentions.last(where: { $0.range.upperBound == place }),
            mention.members[.kind] != nil
                || mention.subjects.contains(where: { !slots.subjects[$0].spec.coordinates.kind.isAll })
        else { return false }
        return text.folded.has(Self.kindEnd, at: mention.range.lowerBound - 1)
    }

    /// Whether the sentence spoke last of guests from abroad, whose visits are counted apart: 接待人次0人 then is theirs.
    var isOfForeignGuests: Bool {
        guard aside == .none else { return false }
        var place = range.upperBound
        let sentence = text.sentence(at: range.lowerBound)
        while place > 0, text.sentence(at: place - 1) == sentence {
            place -= 1
            guard text.aside(at: place) == .none || text.isInsideName(place) else { continue }
            if text.folded.first(Self.foreign, at: place) != nil { return true }
            if text.folded.has(Self.domestic, at: place) { return false }
        }
        return false
    }

    static let foreign = Needle.list("外事 外宾 国(境)外")
    private static let domestic: Needle = "国内"
    private static let means = Needle.list("人均 车均 平均 每人 每辆")
    private static let kindEnd: Needle = "类"

    /// Whether what is counted was bought or given up, by the words right before its name.
    func isOfChangeInStock(endingAt place: Int) -> Bool {
        guard let start = mentions.last(where: { $0.range.upperBound == place })?.range.lowerBound else { return false }
        return Self.stockWords.contains { text.folded.has($0, at: start - $0.count) }
    }

    private static let stockWords = Needle.list("购置 新购 新购置 新增 更新 报废 处置 减少 增加 购入 采购")

    func has(_ words: [Needle]) -> Bool { text.folded.contains(words, in: range) }

    /// Whether nothing but joining words stands before the figure.
    var isBare: Bool {
        range.allSatisfy { Self.joiningWords.contains(text.folded.scalars[$0]) }
    }

    private static let joiningWords = Set(",;、:和及与共计累为达合约的即分别金额数是".unicodeScalars.map(\.value))
}
