import Standards

/// A figure that people name by words of its row and its column.
protocol LabelledFigure: Hashable {
    var rowLabels: [String] { get }
    var header: [String] { get }
}

extension Array where Element: LabelledFigure {
    /// Every word must be in the row's or the column's labels; those with the most words equal to a label are meant, and of
    /// them those whose row says more: a number is a row's (行次) before it is a column's (栏次).
    func best(for words: [String]) -> [Element] {
        let wanted = words.map { foldedLabel($0) }
        let scored = compactMap { spot -> (spot: Element, score: Int)? in
            let row = spot.rowLabels.map { foldedLabel($0) }
            let header = spot.header.map { foldedLabel($0) }
            guard wanted.allSatisfy({ word in (row + header).contains { $0.contains(word) } }) else { return nil }
            let exact = wanted.filter { row.contains($0) || header.contains($0) }.count
            return (spot, exact * (wanted.count + 1) + wanted.filter { row.contains($0) }.count)
        }
        let best = scored.map(\.score).max()
        return scored.filter { $0.score == best }.map(\.spot)
    }

    /// The fewest words that find the figure and no other; all of its labels where none do.
    ///
    /// - Parameter lastFirst: whether the last labels say most: those nearest to the figure.
    func spelling(of spot: Element, lastFirst: Bool) -> [String] {
        func words(_ labels: [String]) -> [String] { unique(labels.map { $0.filter { !$0.isWhitespace } }) }
        func ordered(_ labels: [String]) -> [String] { lastFirst ? words(labels).reversed() : words(labels) }
        let (row, header) = (ordered(spot.rowLabels), ordered(spot.header))
        let tries = row.map { [$0] } + row.flatMap { label in header.map { [label, $0] } }
        return tries.first { best(for: $0) == [spot] } ?? words(spot.rowLabels) + words(spot.header)
    }
}

/// Without empty labels and those that go on over several cells.
func unique(_ labels: [String]) -> [String] {
    labels.reduce(into: []) { if $0.last != $1, !$1.isEmpty { $0.append($1) } }
}
