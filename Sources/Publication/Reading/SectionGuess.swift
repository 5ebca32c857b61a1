import Narrative

/// Paragraphs whose headings do not tell what they speak of → the section of each, by their words and the outline's order.
///
/// A paper may have lost its headings in copying. Each paragraph is then a vote for the sections that understand its
/// figures; the outline's order decides between votes, and a paragraph without figures stays with the one before it.
struct SectionGuess {
    /// What going back in the outline must gain in understood figures.
    private static let backward = 3

    /// One entry a paragraph: the index into `leaves`; nil where nothing is understood.
    let choices: [Int?]

    /// - Parameter understood: for each paragraph, how many of its figures each leaf understands.
    init(understood: [[Int]]) {
        guard let count = understood.first?.count, count > 0 else {
            choices = understood.map { _ in nil }
            return
        }
        // best[leaf]: the most figures understood so far by a path that ends in that leaf.
        var best = [Int](repeating: 0, count: count)
        var steps: [[Int]] = []
        for row in understood {
            var (next, from) = (best, Array(0..<count))
            for leaf in 0..<count {
                for earlier in 0..<count where earlier != leaf {
                    let value = best[earlier] - (earlier > leaf ? Self.backward : 0)
                    if value > next[leaf] { (next[leaf], from[leaf]) = (value, earlier) }
                }
                next[leaf] += row[leaf]
            }
            best = next
            steps.append(from)
        }
        var leaf = best.indices.max { (best[$0], $1) < (best[$1], $0) } ?? 0
        var path: [Int] = []
        for from in steps.reversed() {
            path.append(leaf)
            leaf = from[leaf]
        }
        choices = zip(path.reversed(), understood).map { $1.allSatisfy { $0 == 0 } ? nil : $0 }
    }
}
