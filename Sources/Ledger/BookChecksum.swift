import Crypto

/// What a book was made of, as a short text that changes with it.
enum BookChecksum {
    /// SHA-256 over settings and cells, the first 12 hex digits. A large sheet is taken as its sums.
    static func text(settings: BookSettings, sheets: [RawSheet], summed: [SummedSheet]) -> String {
        var hash = SHA256()
        func add(_ text: String) { hash.update(data: Array(text.utf8) + [0]) }
        add("\(settings)")
        for sheet in sheets.sorted(by: { $0.name < $1.name }) {
            add(sheet.name)
            for cell in sheet.header { add(cell) }
            for row in sheet.rows { for cell in row.cells { add(cell) } }
        }
        for sheet in summed {
            let words = sheet.digest.units.map(\.checksum)
            words.withUnsafeBytes { hash.update(bufferPointer: $0) }  // ok: not kept
        }
        return hash.finalize().prefix(6).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
