extension Paper {
    /// With the places that a document of it would give: paragraphs and tables numbered in their order.
    package var placed: Paper {
        var paper = self
        var (paragraphs, tables) = (0, 0)
        for section in paper.sections.indices {
            for block in paper.sections[section].blocks.indices {
                paper.sections[section].blocks[block].place(&paragraphs, &tables)
            }
        }
        return paper
    }
}

extension Block {
    fileprivate mutating func place(_ paragraphs: inout Int, _ tables: inout Int) {
        switch self {
        case .heading(let level, var words):
            paragraphs += 1
            words.place = .paragraph(paragraphs)
            self = .heading(level: level, words)
        case .paragraph(var words):
            paragraphs += 1
            words.place = .paragraph(paragraphs)
            self = .paragraph(words)
        case .grid(var grid):
            tables += 1
            grid.place = .table(tables, row: 1, column: 1)
            for row in grid.rows.indices {
                for index in grid.rows[row].indices {
                    let column = grid.rows[row][index].column + 1
                    grid.rows[row][index].place = .table(tables, row: row + 1, column: column)
                }
            }
            self = .grid(grid)
        case .chart, .contents: break
        }
    }
}
