import Standards

/// 局机关100万元、水文站50万元，合计150万元: a list first, and then what it comes to.
struct RunningSums {
    private let sums: [String]
    private let others: [String]
    private let repeatable: [String]

    private static let list = "文内分项"
    private static let marks: Set<Character> = ["、", ";"]

    init(_ words: WordLists) {
        func folded(_ key: String) -> [String] { words(Self.list, key).map { foldedLabel($0) } }
        sums = folded("后计")
        others = folded("别的")
        repeatable = folded("可重复")
    }

    func lists(of sentence: RunningSentence) -> [RunningList] {
        sentence.figures.indices.compactMap { index in
            let total = sentence.figures[index]
            guard sums.contains(total.name), total.gap.first.map({ ",;".contains($0) }) ?? false,
                !repeatable.contains(total.unit), !total.unit.isEmpty, total.unit != "%",
                let items = items(before: index, of: sentence)
            else { return nil }
            return RunningList(totals: [total], items: items, completeness: .known, isEnumeration: true)
        }
    }

    /// Back to where the sentence, or what a colon leads to, begins: all of it one enumeration, or nothing.
    private func items(before index: Int, of sentence: RunningSentence) -> [RunningFigure]? {
        let total = sentence.figures[index]
        var items: [RunningFigure] = []
        var mark: Character?
        for (number, figure) in sentence.figures[..<index].enumerated().reversed() {
            if figure.depth > total.depth { continue }
            guard figure.isLike(total), figure.depth == total.depth, !figure.name.isEmpty,
                !others.contains(where: { figure.gap.contains($0) })
            else { return nil }
            items.insert(figure, at: 0)
            // What stands before the first may be anything, if it is no figure.
            if number == 0 || figure.gap.contains(where: { ":。".contains($0) }) { return items.count > 1 ? items : nil }
            guard let first = figure.gap.first(where: { $0 != ")" }), Self.marks.contains(first),
                mark == nil || mark == first
            else { return nil }
            mark = first
        }
        return nil
    }
}
