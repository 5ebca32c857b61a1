import Fiscal
import Paper
import Standards

/// Which column of a grid each column of a form is, and how many rows the header takes.
struct HeaderMatch {
    let headerRows: Int
    /// For each column of the form from the left, the grid's column; nil where it is not found.
    let columns: [Int?]

    private static let deepestHeader = 8

    /// The layout of the form that leaves fewest of its columns unfound: codes may stand in one column or in three.
    ///
    /// - Parameter year: of the paper: printed before a title (2024年“三公”经费预算数) it is no part of it.
    static func best(of form: Form, matrix: [[Cell?]], year: FiscalYear) -> (form: Form, match: HeaderMatch)? {
        let words = HeaderWords(form, year: year)
        let folded = matrix.prefix(deepestHeader).map { row in row.map { words.word($0?.text ?? "") } }
        var best: (form: Form, match: HeaderMatch)?
        var tried: [FormHeader] = []
        for layout in [form, form.laidOut(.single), form.laidOut(.split)] {
            let header = FormHeader(layout)
            // Most forms have but one layout; what matched no better before does so now.
            if tried.contains(header) { continue }
            tried.append(header)
            guard let match = HeaderMatch.best(header, words, folded, matrix: matrix) else { continue }
            guard let known = best?.match else {
                best = (layout, match)
                continue
            }
            if (match.missing, known.found) < (known.missing, match.found) { best = (layout, match) }
        }
        return best
    }

    private var missing: Int { columns.filter { $0 == nil }.count }
    private var found: Int { columns.count - missing }

    /// The match over the depth of header that explains most columns; nil where fewer than half are found.
    ///
    /// - Parameter folded: the first rows of the matrix as compared.
    private static func best(
        _ header: FormHeader, _ words: HeaderWords, _ folded: [[String]], matrix: [[Cell?]]
    ) -> HeaderMatch? {
        // Paths are compared many times, so each gets a number.
        var numbers: [[String]: Int] = [:]
        let wanted = header.paths.indices.map { column in
            let path = header.paths[column]
            // What stands over code and name (项目) is left out by who prints one row of titles.
            let bare = header.keyContents[column] != nil && path.count > 1 ? [Array(path.dropFirst())] : []
            return Set(
                ([path] + header.otherPaths[column] + bare).map { titles in
                    let path = words.path(titles)
                    let number = numbers[path] ?? numbers.count
                    numbers[path] = number
                    return number
                })
        }
        var best: HeaderMatch?
        for depth in 1...max(1, min(deepestHeader, matrix.count)) {
            let paths = (matrix.first ?? []).indices.map { column in
                numbers[words.path(words: (0..<min(depth, folded.count)).map { folded[$0][column] })]
            }
            let columns = align(wanted, paths)
            let bottom = bottom(of: depth, matrix: matrix)
            let rows = bottom + numberRows(below: bottom, matrix: matrix, header: header)
            let match = HeaderMatch(headerRows: rows, columns: columns)
            if match.found > (best?.found ?? 0) { best = match }
        }
        guard let best, best.found * 2 > wanted.count else { return nil }
        return best
    }

    /// A header ends where none of its cells reaches further down.
    private static func bottom(of depth: Int, matrix: [[Cell?]]) -> Int {
        var depth = depth
        while depth < min(deepestHeader, matrix.count),
            zip(matrix[depth - 1], matrix[depth]).contains(where: { $0 != nil && $0 == $1 && ($0?.rowSpan ?? 1) > 1 })
        {
            depth += 1
        }
        return depth
    }

    /// Both run from left to right, so the match is the longest common subsequence of equal paths; a column that some
    /// places put elsewhere is then found by its path where only one has it.
    private static func align(_ wanted: [Set<Int>], _ paths: [Int?]) -> [Int?] {
        var result = inOrder(wanted, paths)
        for i in wanted.indices where result[i] == nil {
            let places = paths.indices.filter { !result.contains($0) && paths[$0].map(wanted[i].contains) ?? false }
            let rivals = wanted.indices.filter { result[$0] == nil && !wanted[$0].isDisjoint(with: wanted[i]) }
            if places.count == 1, rivals == [i] { result[i] = places[0] }
        }
        return result
    }

    private static func inOrder(_ wanted: [Set<Int>], _ paths: [Int?]) -> [Int?] {
        func isWanted(_ i: Int, _ j: Int) -> Bool { paths[j].map(wanted[i].contains) ?? false }
        var lengths = [[Int]](repeating: Array(repeating: 0, count: paths.count + 1), count: wanted.count + 1)
        for i in wanted.indices.reversed() {
            for j in paths.indices.reversed() {
                lengths[i][j] =
                    isWanted(i, j)
                    ? lengths[i + 1][j + 1] + 1 : max(lengths[i + 1][j], lengths[i][j + 1])
            }
        }
        var result: [Int?] = Array(repeating: nil, count: wanted.count)
        var (i, j) = (0, 0)
        while i < wanted.count, j < paths.count {
            if isWanted(i, j), lengths[i][j] == lengths[i + 1][j + 1] + 1 {
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

    /// A row of 栏次 below the titles: its cells are the form's column numbers.
    private static func numberRows(below depth: Int, matrix: [[Cell?]], header: FormHeader) -> Int {
        guard depth < matrix.count else { return 0 }
        let texts = matrix[depth].compactMap { $0.map { foldedLabel($0.text) } }
        let plain = texts.filter { !$0.isEmpty && $0 != "栏次" }
        let numbers = Set(header.numbers.filter { !$0.isEmpty })
        if plain.count > 1, plain.enumerated().allSatisfy({ $1 == String($0 + 1) }) { return 1 }
        guard !plain.isEmpty, plain.allSatisfy({ numbers.contains($0) }) else { return 0 }
        return plain.count * 2 > numbers.count ? 1 : 0
    }
}

/// Titles as compared: folded, synonyms put to one word, blanks and repeats dropped.
private struct HeaderWords {
    private let canonical: [String: String]
    /// The paper's year as it may stand before a title.
    private let years: [String]

    init(_ form: Form, year: FiscalYear) {
        years = ["\(year.number)年度", "\(year.number)年"]
        var canonical: [String: String] = [:]
        for (word, others) in form.synonyms {
            for other in others { canonical[foldedLabel(other)] = foldedLabel(word) }
        }
        self.canonical = canonical
    }

    func path(_ titles: [String]) -> [String] { path(words: titles.map(word)) }

    /// A title as compared; a unit of money in brackets behind it is no part of it.
    func word(_ title: String) -> String {
        var folded = foldedLabel(title)
        if let year = years.first(where: { folded.hasPrefix($0) && folded.count > $0.count }) {
            folded.removeFirst(year.count)
        }
        for unit in Self.moneyUnits where folded.hasSuffix(unit) { folded.removeLast(unit.count) }
        return canonical[folded] ?? folded
    }

    private static let moneyUnits = MoneyUnit.allCases.flatMap { ["(\($0.word))", "(单位:\($0.word))"] }

    func path(words: [String]) -> [String] {
        var path: [String] = []
        for word in words where !word.isEmpty && word != path.last { path.append(word) }
        return path
    }
}
