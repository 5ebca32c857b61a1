import Fiscal
package import Standards

/// Brings an export of another system to the columns of a sheet, as 列名对照 says.
package struct MappedSheet {
    private let mapping: ColumnMapping

    package init(_ mapping: ColumnMapping) { self.mapping = mapping }

    /// The rows under our columns; each keeps its row number in the export, so that a fault names it.
    package func applied(to export: RawSheet) throws -> RawSheet {
        let places = try mapping.columns.map { try place($0.source.column, in: export, line: $0.source.line) }
        let skips = try mapping.skips.map { (rule: $0, place: try place($0.column, in: export, line: $0.line)) }
        let name = BookPlace.mapped(export.file, by: mapping.origin)
        var faults: [BookFault] = []
        var rows: [RawSheet.Row] = []
        for row in export.rows {
            let isSkipped = skips.contains { rule, place in
                let text = cell(row, place)
                return rule.equals.contains(text) || rule.contains.contains { text.contains($0) }
            }
            if isSkipped { continue }
            var cells: [String] = []
            for (column, place) in zip(mapping.columns, places) {
                do throws(NumberFault) {
                    cells.append(try value(cell(row, place), column.source))
                } catch {
                    let kind = BookFault.Kind.badAmount(cell(row, place), error)
                    faults.append(BookFault(kind, sheet: name, row: row.number, column: column.source.column))
                }
            }
            rows.append(RawSheet.Row(number: row.number, cells: cells + mapping.constants.map(\.value)))
        }
        guard faults.isEmpty else { throw BookFaults(faults) }
        return RawSheet(
            name: mapping.sheet, file: name, header: mapping.columns.map(\.name) + mapping.constants.map(\.name),
            rows: rows, headerRow: export.headerRow, isPart: true)
    }

    private func place(_ column: String, in export: RawSheet, line: Int) throws(StandardsFault) -> Int {
        let wanted = foldedLabel(column)
        guard let place = export.header.firstIndex(where: { foldedLabel($0) == wanted }) else {
            let known = export.header.filter { !$0.isEmpty }
            throw mapping.fault(.missingSourceColumn(column, file: export.file, known: known), line: line)
        }
        return place
    }

    private func cell(_ row: RawSheet.Row, _ place: Int) -> String {
        place < row.cells.count ? row.cells[place].trimmedCell : ""
    }

    private func value(_ text: String, _ source: ColumnMapping.Source) throws(NumberFault) -> String {
        var value = text
        if source.part > 0, !source.separator.isEmpty {
            let parts = text.split(separator: source.separator, omittingEmptySubsequences: true)
            value = parts.indices.contains(source.part - 1) ? String(parts[source.part - 1]).trimmedCell : ""
        }
        if let replaced = source.replacements[value] ?? source.replacements[text] { value = replaced }
        guard source.isTenThousand, !value.isEmpty else { return value }
        let number = try NumberText.parse(value)
        guard let fen = number.fen(in: .tenThousandYuan) else { throw .tooManyDecimals(number.decimals) }
        return PrintedNumber(mantissa: fen, decimals: 2).text()
    }
}
