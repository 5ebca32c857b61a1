import Fiscal
import Standards

// Rows that must not stand twice.
extension SheetChecker {
    /// The same voucher entry, budget line or contract twice is an error; equal lines without a voucher are worth a look.
    mutating func checkKeys(_ rows: [CheckedRow]) {
        // Codes of units are held against each other where their tree is made.
        guard !definition.keyColumns.isEmpty, definition.role != .units else { return }
        let hasVouchers = definition.column(.voucher) != nil
        var seen: [[String]: CheckedRow] = [:]
        var lines: [[String: String]: Int] = [:]
        for row in rows {
            let key = definition.keyColumns.map { part($0, of: row) }
            // What tells money of a unit apart may be left open; a row of words has nothing else to be told by.
            if definition.facts.isEmpty ? key.allSatisfy(\.isEmpty) : key.dropFirst().allSatisfy(\.isEmpty) {
                guard hasVouchers else { continue }
                if let first = lines[row.texts] {
                    warnings.append(BookFault(.equalLines(firstRow: first), sheet: row.sheet, row: row.number))
                }
                lines[row.texts] = row.number
                continue
            }
            // One row may have the opening balance and another what was taken back: only the same amount twice is too much.
            let keys = hasVouchers || definition.facts.isEmpty ? [key] : amounts(of: row).map { key + [$0] }
            if let first = keys.lazy.compactMap({ seen[$0] }).first {
                faults.append(duplicate(row, of: first, key: key, hasVouchers: hasVouchers))
            }
            for key in keys where seen[key] == nil { seen[key] = row }
        }
    }

    /// The columns of a row that give facts.
    private func amounts(of row: CheckedRow) -> [String] {
        var columns: [String] = []
        for rule in definition.facts where !row[rule.column].isEmpty && !columns.contains(rule.column) {
            columns.append(rule.column)
        }
        return columns
    }

    /// What a cell says, however it is written.
    private func part(_ name: String, of row: CheckedRow) -> String {
        switch definition.column(name)?.type {
        case .unit: row.unit
        case .member(let dimension, _): row.coordinates[dimension].isAll ? "" : row.coordinates[dimension].text
        default: row[name]
        }
    }

    private func duplicate(
        _ row: CheckedRow, of first: CheckedRow, key: [String], hasVouchers: Bool
    ) -> BookFault {
        let shown = zip(definition.keyColumns, key).filter { hasVouchers || !$1.isEmpty }.map { name, part in
            hasVouchers
                ? "\(name) \(part)"
                : "\(name) \(name == definition.owner?.name ? units[part]?.name ?? part : row[name])"
        }.joined(separator: "、")
        let file = first.sheet == row.sheet ? "" : first.sheet
        let kind =
            hasVouchers
            ? BookFault.Kind.duplicateKey(shown, firstRow: first.number, file: file)
            : .duplicateRow(shown, firstRow: first.number, file: file)
        return BookFault(kind, sheet: row.sheet, row: row.number)
    }
}

// Numbers that are no money.
extension SheetChecker {
    /// 15分, 3200平方米: the number is there, with words behind it.
    func points(_ text: String, _ error: NumberFault) -> BookFault.Kind {
        let digits = text.prefix { $0.isNumber || $0 == "." || $0 == "," }
        let isNumber = !digits.isEmpty && (try? NumberText.parseYuan(String(digits))) != nil
        return .badPoints(text, error, meant: isNumber ? String(digits) : "")
    }
}
