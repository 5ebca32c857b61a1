import Paper
import Standards

/// Which column of a grid each column of a form is, and how many rows the header takes.
struct HeaderMatch {
    let headerRows: Int
    /// For each column of the form from the left, the grid's column; nil where it is not found.
    let columns: [Int?]

    private static let deepestHeader = 8

    /// The match over the depth of header that explains most columns; nil where fewer than half are found.
    static func best(_ form: Form, matrix: [[Cell?]]) -> HeaderMatch? {
        let header = FormHeader(form)
        let wanted = header.paths.map { $0.map { foldedLabel($0) } }
        var best: (found: Int, match: HeaderMatch)?
        for depth in 1...max(1, min(deepestHeader, matrix.count)) {
            let paths = gridPaths(matrix, depth: depth)
            let columns = align(wanted, paths)
            let found = columns.filter { $0 != nil }.count
            if found > (best?.found ?? 0) {
                let rows = depth + numberRows(below: depth, matrix: matrix, header: header)
                best = (found, HeaderMatch(headerRows: rows, columns: columns))
            }
        }
        guard let best, best.found * 2 > wanted.count else { return nil }
        return best.match
    }

    /// The titles over each column, spans filled and repeats dropped.
    private static func gridPaths(_ matrix: [[Cell?]], depth: Int) -> [[String]] {
        (matrix.first ?? []).indices.map { column in
            var path: [String] = []
            for row in 0..<depth {
                let text = foldedLabel(matrix[row][column]?.text ?? "")
                if !text.isEmpty, text != path.last { path.append(text) }
            }
            return path
        }
    }

    /// Both run from left to right, so the match is the longest common subsequence of equal paths.
    private static func align(_ wanted: [[String]], _ paths: [[String]]) -> [Int?] {
        var lengths = [[Int]](repeating: Array(repeating: 0, count: paths.count + 1), count: wanted.count + 1)
        for i in wanted.indices.reversed() {
            for j in paths.indices.reversed() {
                lengths[i][j] =
                    isSame(wanted[i], paths[j])
                    ? lengths[i + 1][j + 1] + 1 : max(lengths[i + 1][j], lengths[i][j + 1])
            }
        }
        var result: [Int?] = Array(repeating: nil, count: wanted.count)
        var (i, j) = (0, 0)
        while i < wanted.count, j < paths.count {
            if isSame(wanted[i], paths[j]), lengths[i][j] == lengths[i + 1][j + 1] + 1 {
                result[i] = j
                (i, j) = (i + 1, j + 1)
            } else if lengths[i + 1][j] >= lengths[i][j + 1] {
                i += 1
            } else {
                j += 1
            }
        }
        return result
    }

    private static func isSame(_ wanted: [String], _ found: [String]) -> Bool { wanted == found }

    /// A row of 栏次 below the titles: its cells are the form's column numbers.
    private static func numberRows(below depth: Int, matrix: [[Cell?]], header: FormHeader) -> Int {
        guard depth < matrix.count else { return 0 }
        let texts = matrix[depth].compactMap { $0.map { foldedLabel($0.text) } }
        let numbers = Set(header.numbers.filter { !$0.isEmpty })
        let plain = texts.filter { !$0.isEmpty }
        guard !plain.isEmpty, plain.allSatisfy({ numbers.contains($0) || $0 == "栏次" }) else { return 0 }
        return plain.count * 2 > numbers.count ? 1 : 0
    }
}
