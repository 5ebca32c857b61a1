/// A cell's place on its sheet, row and column from 1: `C12` is row 12, column 3.
package struct CellAddress: Hashable, Sendable {
    package var row: Int
    package var column: Int

    package static let lastRow = 1_048_576
    package static let lastColumn = 16_384

    package init(row: Int, column: Int) {
        self.row = row
        self.column = column
    }

    /// nil where the text is no address, or one outside of a sheet. Dollar signs are passed over.
    package init?(_ text: some StringProtocol) {
        var row = 0
        var column = 0
        for byte in text.utf8 where byte != 0x24 {
            switch byte {
            case 0x41...0x5A where row == 0: column = column * 26 + Int(byte - 0x40)
            case 0x61...0x7A where row == 0: column = column * 26 + Int(byte - 0x60)
            case 0x30...0x39 where column > 0: row = row * 10 + Int(byte - 0x30)
            default: return nil
            }
            guard row <= Self.lastRow, column <= Self.lastColumn else { return nil }
        }
        guard row > 0, column > 0 else { return nil }
        self.init(row: row, column: column)
    }

    /// `C12`.
    package var text: String { Self.letters(column) + String(row) }

    /// `C` for 3, `AA` for 27.
    package static func letters(_ column: Int) -> String {
        var rest = column
        var result = ""
        while rest > 0 {
            let digit = UInt8((rest - 1) % 26)
            result = String(Character(Unicode.Scalar(0x41 + digit))) + result
            rest = (rest - 1) / 26
        }
        return result
    }
}

/// A rectangle of cells, both corners within.
package struct CellRange: Hashable, Sendable {
    package var first: CellAddress
    package var last: CellAddress

    package init(first: CellAddress, last: CellAddress) {
        self.first = first
        self.last = last
    }

    /// `B2:D5`, or one address; corners may come in any order.
    package init?(_ text: some StringProtocol) {
        let corners = text.split(separator: ":").compactMap { CellAddress($0) }
        guard let a = corners.first, let b = corners.last, corners.count == text.split(separator: ":").count else {
            return nil
        }
        first = CellAddress(row: min(a.row, b.row), column: min(a.column, b.column))
        last = CellAddress(row: max(a.row, b.row), column: max(a.column, b.column))
    }

    /// `B2:D5`.
    package var text: String { first.text + ":" + last.text }

    package var rowCount: Int { last.row - first.row + 1 }
    package var columnCount: Int { last.column - first.column + 1 }

    package func contains(_ address: CellAddress) -> Bool {
        (first.row...last.row).contains(address.row) && (first.column...last.column).contains(address.column)
    }
}
