import Standards

/// The sheets of a book that are added up as they are read.
struct LargeSheets {
    let sheets: [LargeSheet]
    private let standards: Standards
    private let threads: Int
    /// Names of sheets that have other parts, with which they are checked together, line by line.
    private let parted: Set<String>

    init(_ sheets: [LargeSheet], beside others: [RawSheet], standards: Standards, threads: Int) {
        self.sheets = sheets
        let names = sheets.map(\.name) + others.map(\.name)
        parted = Set(Dictionary(grouping: names) { $0 }.filter { $0.value.count > 1 }.keys)
        self.standards = standards
        self.threads = threads
    }

    private func canSum(_ name: String) -> Bool {
        !parted.contains(name)
            && standards.sheets.contains { $0.id == name && LinePlan.canSum($0, standards: standards) }
    }

    /// A sheet without rows for each that is summed, so that its name is checked like any other; the rest as text.
    func placeholders() throws(BookFaults) -> [RawSheet] {
        var result: [RawSheet] = []
        for sheet in sheets {
            if canSum(sheet.name) {
                result.append(RawSheet(name: sheet.name, file: sheet.file, header: [], rows: []))
            } else {
                result.append(try CsvSheet.read(Array(sheet.bytes), name: sheet.name, file: sheet.file))
            }
        }
        return result
    }

    /// - Returns: nil where the sheet is not a large one.
    func read(_ definition: Sheet, units: UnitTree) throws(BookFaults) -> SummedSheet? {
        guard canSum(definition.id), let sheet = sheets.last(where: { $0.name == definition.id }) else { return nil }
        if let found = try read(sheet, definition, units) { return found }
        let text = try CsvSheet.decoded(Array(sheet.bytes), file: sheet.file)
        var result: Result<SummedSheet?, BookFaults> = .success(nil)
        text.withUnsafeBytes { bytes in  // ok: read within the call
            let decoded = LargeSheet(name: sheet.name, file: sheet.file, bytes: bytes)
            result = Result { () throws(BookFaults) in try read(decoded, definition, units) }
        }
        return try result.get()
    }

    private func read(_ sheet: LargeSheet, _ definition: Sheet, _ units: UnitTree) throws(BookFaults) -> SummedSheet? {
        try LineReader.read(sheet, definition: definition, standards: standards, units: units, threads: threads)
    }
}
