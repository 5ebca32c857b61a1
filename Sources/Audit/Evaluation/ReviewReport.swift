import Fiscal
import Paper
import Performance
import Publication
import Standards

/// The report of a department's own evaluation of a project, as far as a paper holds one.
struct ReviewReport {
    let title: ReadHeading
    /// Headings of its chapters, as printed.
    let chapters: [String]

    private static let longestTitle = 40

    /// nil where the paper has no such report.
    init?(_ paper: UnderstoodPaper, _ review: EvaluationDefinitions.Review) {
        func isTitle(_ text: String) -> Bool {
            let folded = foldedLabel(text)
            return folded.count <= Self.longestTitle && review.titles.contains(where: folded.hasSuffix)
                && !review.otherTitles.contains(where: folded.contains)
        }
        let headings = paper.headings
        let start = headings.firstIndex { isTitle($0.text) }
        if let start {
            title = headings[start]
        } else if let line = paper.cover.first(where: { isTitle($0.text) }) {
            title = ReadHeading(level: 1, text: line.text, place: line.place)
        } else if let paragraph = paper.paragraphs.first(where: { isTitle($0.text) }) {
            title = ReadHeading(level: 1, text: paragraph.text, place: paragraph.place)
        } else {
            return nil
        }
        chapters = headings[(start.map { $0 + 1 } ?? 0)...].map(\.text).filter(Self.isChapter)
    }

    /// 三、综合评价情况及评价结论.
    private static func isChapter(_ text: String) -> Bool {
        let folded = foldedLabel(text)
        let numerals = folded.prefix { Numerals.ordinals.contains($0) }
        return !numerals.isEmpty && folded.dropFirst(numerals.count).first == "、"
    }

    /// Chapters of the definition that it has none of, by the first of their words; nil where too few are found to tell.
    func missing(_ review: EvaluationDefinitions.Review) -> [String]? {
        let own = chapters.map { foldedLabel($0) }
        let missing = review.chapters.filter { words in !own.contains { words.contains(where: $0.contains) } }
        return missing.count * 2 > review.chapters.count ? nil : missing.compactMap(\.first)
    }
}

/// The scored table of such a report: points by level-1 indicator.
struct ReviewTable {
    struct Row {
        let level: String
        let weight: EvaluationCell
    }

    let rows: [Row]
    /// The row of the total; nil where none is printed.
    let total: EvaluationCell?
    /// Rows whose points could not be read.
    let unread: Int
    private let hasSeveralWeights: Bool

    /// nil where the grid is no such table.
    init?(_ grid: Grid, _ definitions: EvaluationDefinitions, _ review: EvaluationDefinitions.Review) {
        let matrix = grid.matrix
        func words(_ column: String) -> [String] {
            definitions.indicatorColumns.first { $0.name == column }?.words.map { foldedLabel($0) } ?? []
        }
        let (levels, weights) = (words(IndicatorColumn.first), words(IndicatorColumn.weight))
        guard
            let header = matrix.firstIndex(where: { row in
                let labels = row.map { foldedLabel($0?.text ?? "") }
                return labels.contains(where: levels.contains) && labels.contains(where: weights.contains)
            }),
            let first = matrix[header].firstIndex(where: { levels.contains(foldedLabel($0?.text ?? "")) }),
            let last = matrix[header].firstIndex(where: { weights.contains(foldedLabel($0?.text ?? "")) })
        else { return nil }
        hasSeveralWeights = matrix[header].compactMap { $0 }.count { weights.contains(foldedLabel($0.text)) } > 1
        let cells = EvaluationCellReader(definitions: definitions)
        var (rows, unread, level) = ([Row](), 0, "")
        var total: EvaluationCell?
        for number in matrix.indices.dropFirst(header + 1) {
            let row = matrix[number]
            // A cell that goes over several rows is printed once.
            let begins = grid.rows[number].contains { ($0.column..<$0.column + max(1, $0.columnSpan)).contains(last) }
            let label = foldedLabel(row[first]?.text ?? "")
            let cell = cells.cell(row[last]?.text ?? "", row[last]?.place)
            if review.totals.contains(where: label.contains) {
                if cell.plain != nil { total = cell }
                continue
            }
            if !label.isEmpty { level = label }
            guard begins, !cell.text.isEmpty else { continue }
            if cell.plain == nil { unread += 1 }
            rows.append(Row(level: level, weight: cell))
        }
        guard rows.contains(where: { row in review.marks.contains(where: row.level.hasPrefix) }) else { return nil }
        (self.rows, self.total, self.unread) = (rows, total, unread)
    }

    /// Whether it is all there: one column of points, its total, and what came of the money. A half of one that goes over
    /// pages, points as fractions or rows beside the hundred prove nothing.
    func isWhole(_ review: EvaluationDefinitions.Review) -> Bool {
        total?.plain != nil && !hasSeveralWeights && points() != 1000
            && review.results.allSatisfy { level in rows.contains { $0.level.hasPrefix(level) } }
    }

    /// Thousandths of the points of some levels; of all where none is named.
    func points(_ levels: [String] = []) -> Int128 {
        rows.filter { row in levels.isEmpty || levels.contains(where: row.level.hasPrefix) }
            .reduce(0) { $0 + ($1.weight.plain?.thousandths ?? 0) }
    }
}
