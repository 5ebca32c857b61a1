package import Ledger

/// Sheets of a book as a test writes them.
package enum SheetText {
    /// - Parameter csv: the header and the rows, without quotes.
    package static func of(_ name: String, _ csv: String) -> RawSheet {
        let lines = csv.split(separator: "\n").map { line in
            line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        return RawSheet(
            name: name, file: name + ".csv", header: lines.first ?? [],
            rows: lines.dropFirst().enumerated().map { RawSheet.Row(number: $0.offset + 2, cells: $0.element) })
    }
}
