/// A definition CSV: a header row and rows of text, each with its line; quotes as in RFC 4180.
struct CsvTable: Sendable {
    struct Row: Sendable {
        let line: Int
        fileprivate let fields: [String]
        fileprivate let header: Header

        subscript(column: String) -> String { value(column) ?? "" }

        /// nil where the table has no such column, or the row ends before it.
        func value(_ column: String) -> String? {
            guard let place = header.places[column], place < fields.count else { return nil }
            return fields[place]
        }
    }

    /// Where the columns stand, once for all rows.
    fileprivate final class Header: Sendable {
        let places: [String: Int]

        init(_ names: [String]) {
            places = Dictionary(names.enumerated().map { ($1, $0) }, uniquingKeysWith: { _, last in last })
        }
    }

    let file: String
    let rows: [Row]
    private let header: Header

    init(_ text: String, file: String, columns: [String]) throws {
        self.init(text, file: file)
        try require(columns)
    }

    private init(_ text: String, file: String) {
        var records = CsvTable.records(text)
        let places = Header(records.isEmpty ? [] : records.removeFirst().fields)
        self.file = file
        header = places
        rows = records.filter { $0.fields.contains { !$0.isEmpty } }.map { record in
            Row(line: record.line, fields: record.fields, header: places)
        }
    }

    /// A column that is not there is a fault.
    func require(_ columns: [String]) throws {
        guard !header.places.isEmpty else { throw StandardsFault(.missingColumn(columns.first ?? ""), file: file) }
        for column in columns where header.places[column] == nil {
            throw StandardsFault(.missingColumn(column), file: file, line: 1)
        }
    }

    func fault(_ row: Row, column: String, wanted: StandardsFault.CellForm) -> StandardsFault {
        StandardsFault(.badRow(column: column, found: row[column], wanted: wanted), file: file, line: row.line)
    }

    func year(_ row: Row, _ column: String, otherwise: Int) throws -> Int {
        if row[column].isEmpty { return otherwise }
        guard let year = Int(row[column]) else { throw fault(row, column: column, wanted: .year) }
        return year
    }

    private static func records(_ text: String) -> [(line: Int, fields: [String])] {
        var result: [(line: Int, fields: [String])] = []
        var fields: [String] = []
        var field: [UInt8] = []
        var quoted = false
        var line = 1
        var start = 1
        var bytes = Array(text.utf8)
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
        func endField() {
            fields.append(String(decoding: field, as: UTF8.self))
            field.removeAll(keepingCapacity: true)
        }
        func endRecord() {
            endField()
            result.append((start, fields))
            fields = []
        }
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            if byte == 0x0A { line += 1 }
            switch byte {
            case 0x22 where quoted && index < bytes.count && bytes[index] == 0x22:
                field.append(byte)
                index += 1
            case 0x22: quoted.toggle()
            case 0x2C where !quoted: endField()
            case 0x0D where !quoted: break
            case 0x0A where !quoted:
                endRecord()
                start = line
            default: field.append(byte)
            }
        }
        if !field.isEmpty || !fields.isEmpty { endRecord() }
        return result
    }
}
