import Paper

/// The lines that stand on a table's page besides the table, so that its rows can be as high as lets it be one page.
struct TableSurroundings: Equatable {
    /// Lines of number, unit and money above it.
    var infoLines: Int
    /// Lines of notes below it.
    var noteLines: Int

    /// What is left free where it is not known what comes.
    static let usual = TableSurroundings(infoLines: 2, noteLines: 4)

    /// Sizes of text that are tried, in half points, until the table fits; nil = what its columns allow.
    static let sizes: [Int?] = [nil, 17, 16, 15]
}

extension TableSurroundings {
    /// - Parameters:
    ///   - index: which block is the table; it may be the only one of its section.
    ///   - width: of the page's text, in points.
    init(of index: Int, in blocks: [Block], width: Int) {
        let grids = blocks.count { if case .grid = $0 { true } else { false } }
        guard grids == 1 else {
            self = .usual
            return
        }
        (infoLines, noteLines) = (0, 0)
        for case .paragraph(let paragraph) in blocks {
            switch paragraph.style {
            case .tableInfo: infoLines += 1
            // Notes are of 10.5 points at most.
            case .tableNote: noteLines += max(1, (TextMeasure.width(paragraph.text) * 21 / 2000 + width - 1) / width)
            default: noteLines += 2
            }
        }
    }
}
