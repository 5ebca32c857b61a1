import Fiscal
import Paper

/// Makes papers of every shape that writers must carry, the same ones on every run.
struct RandomPaper {
    private var random: Lehmer

    init(seed: UInt64) { random = Lehmer(seed: seed) }

    private static let words = [
        "收入", "支出", "财政拨款", "A", "&", "<b>", "\"", "'", " ", "　", "2021", "％", "—", "]]>", "&amp;", "𠮷", "é", "_", "万元",
    ]

    private mutating func text(most: Int, breaks: [String] = []) -> String {
        (0..<1 + random.below(most)).map { _ in random.pick(Self.words + breaks) }.joined() + "。"
    }

    mutating func paper() -> Paper {
        var sections: [Section] = []
        if random.below(2) == 0 {
            sections.append(Section(role: .cover, blocks: [.paragraph(Paragraph(text(most: 5), style: .title))]))
        }
        if random.below(2) == 0 { sections.append(Section(role: .contents, blocks: [.contents()])) }
        for _ in 0..<1 + random.below(3) {
            let blocks = (0..<random.below(9)).map { _ in block() }
            sections.append(Section(orientation: random.pick([.portrait, .landscape]), blocks: blocks))
        }
        let provenance = Provenance(
            department: text(most: 3), year: random.pick([nil, 2021]), standards: text(most: 2), book: "sha256:12")
        return Paper(title: text(most: 6), provenance: provenance, sections: sections)
    }

    private mutating func block() -> Block {
        switch random.below(10) {
        case 0, 1:
            .heading(
                level: 1 + random.below(4),
                Paragraph(
                    text(most: 5), style: random.pick([.body, .body, .tableTitle]), anchor: random.pick(["", "s-1"])))
        case 2: .paragraph(Paragraph(text(most: 4) + "\t" + text(most: 4), style: .tableInfo))
        case 3...5: .paragraph(Paragraph(text(most: 40, breaks: ["\n"]), style: random.pick(Paragraph.Style.allCases)))
        default: .grid(grid())
        }
    }

    mutating func grid() -> Grid {
        let columns = 1 + random.below(13)
        let headers = random.below(4)
        let rows = max(1, headers + random.below(8))
        var covered = [[Bool]](repeating: Array(repeating: false, count: columns), count: rows)
        var result = [[Cell]](repeating: [], count: rows)
        for row in 0..<rows {
            for column in 0..<columns where !covered[row][column] {
                let free = covered[row][column...].prefix { !$0 }.count
                let span = random.below(3) == 0 ? 1 + random.below(free) : 1
                let last = row < headers ? headers : rows
                let height = random.below(5) == 0 ? 1 + random.below(last - row) : 1
                for r in row..<row + height {
                    for c in column..<column + span { covered[r][c] = true }
                }
                result[row].append(cell(column, height, span, isHeader: row < headers))
            }
        }
        return Grid(rows: result, columnCount: columns, headerRowCount: headers)
    }

    private mutating func cell(_ column: Int, _ rows: Int, _ columns: Int, isHeader: Bool) -> Cell {
        let alignment = random.pick([Cell.Alignment.left, .center, .right])
        switch isHeader ? 0 : random.below(4) {
        case 0:
            return Cell(
                random.pick([text(most: 6, breaks: ["\n"]), "2040601", "12.50", ""]), column: column, rowSpan: rows,
                columnSpan: columns, alignment: alignment, isHeader: isHeader)
        case 1: return Cell("", column: column, rowSpan: rows, columnSpan: columns, alignment: alignment)
        default:
            let mantissa = Int64(random.next() % 100_000_000_000) - 30_000_000_000
            let number = PrintedNumber(mantissa: random.pick([mantissa, 0, 5]), decimals: random.below(5))
            return Cell(
                number.text(grouping: random.below(2) == 0), number: number, column: column, rowSpan: rows,
                columnSpan: columns, alignment: .right)
        }
    }
}
