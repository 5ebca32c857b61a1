import Paper

/// A ruling line: where it stands across its direction, and from where to where along it.
struct RuledLine {
    var at: Double
    var from: Double
    var to: Double

    var length: Double { to - from }
}

/// The ruling lines of a page as one sees them: pieces and dots put together.
struct RuleLines {
    var horizontals: [RuledLine] = []
    var verticals: [RuledLine] = []

    /// Pieces nearer than this, in points, are one line.
    private static let gap = 3.0
    private static let shortest = 5.0
    /// More lines than this rule no table of figures.
    private static let most = 4_000

    init(_ rules: [RawRule], geometry: PdfGeometry) {
        for it in rules {
            let (a, b) = (geometry.point(it.x1, it.y1), geometry.point(it.x2, it.y2))
            if abs(a.x - b.x) >= abs(a.y - b.y) {
                horizontals.append(RuledLine(at: (a.y + b.y) / 2, from: min(a.x, b.x), to: max(a.x, b.x)))
            } else {
                verticals.append(RuledLine(at: (a.x + b.x) / 2, from: min(a.y, b.y), to: max(a.y, b.y)))
            }
        }
        // A dot was told as one piece either way: a piece as short as it is thick may belong to both.
        horizontals = Self.merged(horizontals)
        verticals = Self.merged(verticals)
    }

    private static func merged(_ lines: [RuledLine]) -> [RuledLine] {
        let sorted = lines.sorted { ($0.at, $0.from) < ($1.at, $1.from) }
        var result: [RuledLine] = []
        var start = 0
        while start < sorted.count {
            var end = start
            while end < sorted.count, sorted[end].at - sorted[start].at <= 1.5 { end += 1 }
            let level = sorted[start..<end].sorted { $0.from < $1.from }
            var current = level[0]
            for line in level.dropFirst() {
                if line.from <= current.to + gap {
                    if line.length > current.length { current.at = line.at }
                    current.to = max(current.to, line.to)
                } else {
                    result.append(current)
                    current = line
                }
            }
            result.append(current)
            start = end
        }
        let long = result.filter { $0.length >= shortest }
        guard long.count > most else { return long }
        return Array(long.sorted { $0.length > $1.length }.prefix(most))
    }
}
