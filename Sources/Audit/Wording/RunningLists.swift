import Fiscal
import Standards

/// A total and what a sentence lists of it.
struct RunningList {
    /// What the list may be of; the likeliest last.
    let totals: [RunningFigure]
    let items: [RunningFigure]
    /// Why all that there is stands in it; nil where some may be left out.
    let completeness: Completeness?
    /// Whether 、 stands between all of them: the members of one enumeration.
    let isEnumeration: Bool

    enum Completeness {
        /// 分别为, 其他 at the end, or what the words know to be all.
        case known
        /// As many as were said, or all scores before a total: of which figure they are all is a guess.
        case counted
    }
}

/// Finds the lists of a sentence by the words that open them, by units, and by what stands between the figures.
struct RunningListReader {
    private let openers: [String]
    private let distributing: [String]
    private let rest: [String]
    private let open: [String]
    private let others: [String]
    private let sums: [String]
    private let wholes: [[String]]
    /// Those that are held against a total only where a rate stands between: other rules know them beside it.
    private let apart: [[String]]
    private let counters: [String]
    private let each: [String]
    private let eachIs: [String]

    private static let list = "文内分项"
    private static let enumeration: Character = "、"

    init(_ words: WordLists) {
        func folded(_ key: String) -> [String] {
            words(Self.list, key).map { foldedLabel($0) }.sorted { $0.count > $1.count }
        }
        openers = folded("引语")
        distributing = folded("分别")
        rest = folded("其余")
        open = folded("未完")
        others = folded("别的")
        sums = folded("合计")
        counters = folded("个数")
        each = folded("各个")
        eachIs = folded("各个为")
        let rows = words.table(Self.list, "齐全").map { row in
            ((row["项"] ?? "").split(separator: Self.enumeration).map(String.init), isApart: row["隔"] != nil)
        }
        wholes = rows.filter { !$0.isApart }.map(\.0)
        apart = rows.filter(\.isApart).map(\.0)
    }

    /// - Parameter before: figures of the sentences before, of the same paragraph.
    func lists(of sentence: RunningSentence, before: [RunningFigure]) -> [RunningList] {
        sentence.figures.indices.compactMap { list(at: $0, of: sentence, before: before) }
    }

    private func list(at index: Int, of sentence: RunningSentence, before: [RunningFigure]) -> RunningList? {
        let figures = sentence.figures
        let first = figures[index]
        if let opener = openers.compactMap({ first.gap.ranges(of: $0).last }).max(by: { $0.upperBound < $1.upperBound })
        {
            guard let items = items(from: index, of: sentence) else { return nil }
            let lead = String(first.gap[..<opener.lowerBound])
            let isOpen = items.last.map { self.isOpen(sentence.tail(of: $0)) } ?? true
            let isDistributed = distributing.contains(String(first.gap[opener]))
            // 项目支出 100 万元，共 8 个项目，分别为…
            if index > 0, counters.contains(figures[index - 1].unit), first.money != nil {
                guard !isOpen, figures[index - 1].number.isSameValue(as: count(items)) else { return nil }
                let totals = (before + figures[..<index]).filter { $0.isLike(first) && $0.depth == first.depth }
                return made(totals, items, .counted)
            }
            let isDirect = lead.allSatisfy { ",;:(。".contains($0) }
            guard isDirect, let total = figures[..<index].last(where: { $0.unit != "%" }), total.isLike(first),
                !others.contains(where: { total.gap.contains($0) })
            else { return nil }
            let isKnown =
                isDistributed || isWhole(items, wholes)
                || figures[index - 1].unit == "%" && isWhole(items, apart)
            return made([total], items, isOpen || !(isKnown || endsInRest(items)) ? nil : .known)
        }
        if let lead = spread(first.gap) { return self.spread(lead, from: index, of: sentence, before: before) }
        // 分季度用款计划：第一季度…: the total was told before.
        guard let items = items(from: index, of: sentence), isWhole(items, wholes) else { return nil }
        let totals = (before + figures[..<index]).filter { $0.isLike(first) && $0.depth == first.depth }
        return made(totals, items, .known)
    }

    // MARK: Spread over all

    /// What 各单位支出为: says that all of them have; nil where no such words lead to a figure.
    private func spread(_ gap: String) -> String? {
        guard let colon = gap.lastIndex(of: ":") else { return nil }
        let lead = gap[..<colon].split { ",;:。".contains($0) }.last.map(String.init) ?? ""
        guard let word = each.first(where: { lead.hasPrefix($0) }) else { return nil }
        let told = lead.dropFirst(word.count)
        return eachIs.first { told.hasSuffix($0) }.map { String(told.dropLast($0.count)) }
    }

    /// What each of them has comes to what was told before, of the one figure that may be meant.
    private func spread(
        _ lead: String, from index: Int, of sentence: RunningSentence, before: [RunningFigure]
    ) -> RunningList? {
        guard let items = items(from: index, of: sentence), let last = items.last,
            !isOpen(sentence.tail(of: last)), sentence.figures.last?.range == last.range
        else { return nil }
        let totals = (before + sentence.figures[..<index]).filter { figure in
            figure.isLike(items[0]) && figure.depth == items[0].depth && figure.name.contains(lead)
                && !others.contains { figure.gap.contains($0) }
        }
        return made(totals, items, totals.count == 1 ? .known : .counted)
    }

    private func made(
        _ totals: [RunningFigure], _ items: [RunningFigure], _ completeness: RunningList.Completeness?
    ) -> RunningList? {
        guard items.count > 1, !totals.isEmpty, items.allSatisfy({ !$0.name.isEmpty }) else { return nil }
        return RunningList(
            totals: totals, items: items, completeness: completeness,
            isEnumeration: items.dropFirst().allSatisfy { $0.gap.first == Self.enumeration })
    }

    private func count(_ items: [RunningFigure]) -> PrintedNumber {
        PrintedNumber(mantissa: Int64(items.count), decimals: 0)
    }

    private func isOpen(_ tail: String) -> Bool { open.contains { tail.hasPrefix($0) } }

    private func endsInRest(_ items: [RunningFigure]) -> Bool {
        items.last.map { last in rest.contains { last.name.hasPrefix($0) } } ?? false
    }

    /// Whether they are all that there is of a kind, each of them known.
    private func isWhole(_ items: [RunningFigure], _ wholes: [[String]]) -> Bool {
        wholes.contains { words in
            items.count == words.count && zip(items, words).allSatisfy { $0.name.contains($1) }
        }
    }

    /// Those from one on that are alike, to where something else begins; nil where it is no list.
    private func items(from index: Int, of sentence: RunningSentence) -> [RunningFigure]? {
        let figures = sentence.figures
        let first = figures[index]
        guard !first.unit.isEmpty, first.unit != "%" else { return nil }
        var items = [first]
        var isOfCommas = false
        for figure in figures[(index + 1)...] {
            if figure.depth > first.depth { continue }
            let behind = String(figure.gap.drop { $0 == "," || $0 == ")" })
            if figure.depth < first.depth || figure.gap.contains("。") { break }
            if figure.unit == "%" {
                guard behind.hasPrefix("占") else { return nil }
                continue
            }
            guard figure.isLike(first) else {
                // 1辆、0.5万元 is a list of other things.
                if figure.gap.contains(where: { ",;".contains($0) }) { break }
                return nil
            }
            // A、B；C: what stands behind the semicolon is beside the list.
            if figure.gap.contains(";"), isOfCommas { break }
            if sums.contains(where: { behind.hasPrefix($0) }) { break }
            if others.contains(where: { figure.gap.contains($0) }) { return nil }
            if !figure.gap.contains(";") { isOfCommas = true }
            items.append(figure)
        }
        return items.count > 1 ? items : nil
    }
}
