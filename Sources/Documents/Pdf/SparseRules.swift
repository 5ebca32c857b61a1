import Fiscal
import Paper

/// Tables that are ruled in one direction only: what the lines leave together, the figures part.
enum SparseRules {
    /// So many figures one below the other in one cell are rows that no line parts.
    private static let fewestRows = 3

    /// Cuts the rows in which figures stand one below the other.
    static func split(_ table: RuledTable, _ contents: [[PdfGlyph]]) -> (table: RuledTable, contents: [[PdfGlyph]]) {
        var (table, contents) = (table, contents)
        var row = 0
        while row + 1 < table.ys.count {
            let cuts = cuts(of: row, in: table, contents)
            if !cuts.isEmpty { cut(row, at: cuts, &table, &contents) }
            row += cuts.count + 1
        }
        return (table, contents)
    }

    /// Whether the lines only part rows: the columns have to be found by their texts.
    static func lacksColumns(_ table: RuledTable, _ contents: [[PdfGlyph]]) -> Bool {
        guard table.xs.count == 2, contents.count >= fewestRows else { return false }
        let withFigures = contents.filter { glyphs in
            let lines = TextLine.lines(of: glyphs)
            let pieces = lines.first?.pieces(beyond: 1.2) ?? []
            return lines.count == 1 && pieces.count > 1 && pieces.dropFirst().contains { ReadNumber.of($0.text) != nil }
        }
        return withFigures.count >= fewestRows && withFigures.count * 2 >= contents.count
    }

    /// Heights at which the row has to be cut.
    private static func cuts(of row: Int, in table: RuledTable, _ contents: [[PdfGlyph]]) -> [Double] {
        let cells = table.areas.indices.filter {
            table.areas[$0].row <= row && row < table.areas[$0].row + table.areas[$0].rowSpan
        }
        guard cells.allSatisfy({ table.areas[$0].rowSpan == 1 }) else { return [] }
        // Only a high row can hold several lines of figures: most rows are left alone at once.
        guard cells.contains(where: { contents[$0].count >= fewestRows * 2 }) else { return [] }
        let lines = cells.map { TextLine.lines(of: contents[$0]) }
        let figures = lines.filter { $0.count >= fewestRows && $0.allSatisfy { ReadNumber.of($0.text) != nil } }
        guard let first = figures.first else { return [] }
        var anchors: [(baseline: Double, size: Double)] = []
        for line in figures.joined().sorted(by: { $0.baseline < $1.baseline })
        where anchors.last.map({ line.baseline - $0.baseline > 0.5 * line.size }) ?? true {
            anchors.append((line.baseline, line.size))
        }
        let labels = lines.filter { cell in
            cell.contains { line in first.contains { abs($0.baseline - line.baseline) < 0.3 * line.size } }
                && cell.count >= fewestRows
        }
        guard labels.count > 1 else { return [] }
        return zip(anchors, anchors.dropFirst()).map {
            ($0.baseline + 0.12 * $0.size + $1.baseline - 0.88 * $1.size) / 2
        }
    }

    private static func cut(
        _ row: Int, at heights: [Double], _ table: inout RuledTable, _ contents: inout [[PdfGlyph]]
    ) {
        var (areas, texts): ([RuledTable.Area], [[PdfGlyph]]) = ([], [])
        for (area, glyphs) in zip(table.areas, contents) {
            guard area.row == row else {
                var moved = area
                if area.row > row { moved.row += heights.count }
                areas.append(moved)
                texts.append(glyphs)
                continue
            }
            for part in 0...heights.count {
                var piece = area
                piece.row = row + part
                areas.append(piece)
                texts.append(
                    glyphs.filter { glyph in
                        (part == 0 || glyph.middle > heights[part - 1])
                            && (part == heights.count || glyph.middle <= heights[part])
                    })
            }
        }
        table.areas = areas
        table.ys.insert(contentsOf: heights, at: row + 1)
        contents = texts
    }
}
