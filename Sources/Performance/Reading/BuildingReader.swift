import Standards

/// Rows behind a base-data table → its finished buildings.
struct BuildingReader {
    private let labels: [EvaluationDefinitions.Label]
    private let cells: EvaluationCellReader

    /// Fewer labels are no header.
    private static let fewest = 3

    init(_ definitions: EvaluationDefinitions, _ form: EvaluationDefinitions.Form) {
        labels = form.buildings
        cells = EvaluationCellReader(definitions: definitions)
    }

    /// - Parameter rows: of one grid.
    func rows(_ rows: [SourceRow]) -> [[String: EvaluationCell]] {
        guard !labels.isEmpty, let header = rows.firstIndex(where: { found($0).count >= Self.fewest }) else {
            return []
        }
        let columns = found(rows[header])
        var result: [[String: EvaluationCell]] = []
        for row in rows[(header + 1)...] {
            var cellsByName: [String: EvaluationCell] = [:]
            for piece in row.filled {
                let range = piece.column..<(piece.column + piece.width)
                // A cell over several columns is the next block's.
                let own = columns.filter { $0.range.overlaps(range) }
                guard own.count == 1, let column = own.first, cellsByName[column.name] == nil else { continue }
                cellsByName[column.name] = cells.cell(piece.text, piece.place)
            }
            guard cellsByName.values.contains(where: { $0.number != nil }) else { break }
            result.append(cellsByName)
        }
        return result
    }

    private func found(_ row: SourceRow) -> [(name: String, range: Range<Int>)] {
        row.filled.compactMap { piece in
            let text = foldedLabel(piece.text)
            return labels.first { $0.words.contains(text) }.map {
                ($0.name, piece.column..<(piece.column + piece.width))
            }
        }
    }
}
