/// Reads the sheets of one workbook, each in one run over its XML.
struct SheetReader {
    let strings: [String]
    let styles: WorkbookStyles
    let since1904: Bool

    /// Cells of one sheet; more is no document that anyone discloses.
    static let cellLimit = 5_000_000

    /// One sheet; its hidden flag and print titles stand in the workbook part, not here.
    func read(_ bytes: [UInt8], part: String, name: String) throws(DocumentFault) -> WorkbookSheet {
        let reader = try XmlReader(bytes, part: part)
        var sheet = WorkbookSheet(name: name)
        var cells = 0
        while let event = try reader.next() {
            guard case .start(let element) = event else { continue }
            switch element {
            case "row":
                let row = try row(reader, after: sheet.rows.last?.number ?? 0, sheet: name)
                cells += row.cells.count
                guard cells <= Self.cellLimit else {
                    throw .tableTooLarge(name, squares: cells, limit: Self.cellLimit)
                }
                sheet.rows.append(row)
            case "col": if let hidden = Self.hiddenColumns(reader) { sheet.hiddenColumns.append(hidden) }
            case "mergeCell":
                let text = reader.attribute("ref") ?? ""
                guard let range = CellRange(text) else { throw .badCellAddress(sheet: name, address: text) }
                sheet.merges.append(range)
            case "pageSetup": sheet.isLandscape = reader.attribute("orientation") == "landscape"
            default: continue
            }
        }
        if !sheet.rows.isAscending(by: \.number) { sheet.rows.sort { $0.number < $1.number } }
        return sheet
    }

    /// nil for columns that are shown.
    private static func hiddenColumns(_ reader: XmlReader) -> ClosedRange<Int>? {
        guard ["1", "true"].contains(reader.attribute("hidden")),
            let first = reader.attribute("min").flatMap({ Int($0) }),
            let last = reader.attribute("max").flatMap({ Int($0) }), first <= last
        else { return nil }
        return first...last
    }

    private func row(_ reader: XmlReader, after last: Int, sheet: String) throws(DocumentFault) -> WorkbookRow {
        let number = reader.attribute("r").map { Int($0) ?? 0 } ?? last + 1
        guard (1...CellAddress.lastRow).contains(number) else {
            throw .badCellAddress(sheet: sheet, address: reader.attribute("r") ?? "")
        }
        var row = WorkbookRow(number: number, isHidden: ["1", "true"].contains(reader.attribute("hidden")))
        while let event = try reader.next() {
            if event == .end("row") { break }
            guard case .start(let element) = event else { continue }
            guard element == "c" else {
                try reader.skip()
                continue
            }
            if let cell = try cell(reader, after: row.cells.last?.column ?? 0, sheet: sheet) { row.cells.append(cell) }
        }
        if !row.cells.isAscending(by: \.column) { row.cells.sort { $0.column < $1.column } }
        return row
    }

    /// nil for a cell without value, formula or style.
    private func cell(_ reader: XmlReader, after last: Int, sheet: String) throws(DocumentFault) -> WorkbookCell? {
        var column = last + 1
        if let text = reader.attribute("r") {
            guard let address = CellAddress(text) else { throw .badCellAddress(sheet: sheet, address: text) }
            column = address.column
        }
        let kind = reader.attribute("t") ?? "n"
        let styleText = reader.attribute("s")
        let style = styles[styleText.flatMap { Int($0) } ?? 0]
        var raw: String?
        var hasFormula = false
        var field = ""
        while let event = try reader.next() {
            if event == .end("c") { break }
            switch event {
            case .start("f"):
                hasFormula = true
                field = "f"
            case .start("is"): raw = RichText.text(of: try reader.element("is"))
            case .start(let name): field = name
            case .text(let text): if field == "v" { raw = (raw ?? "") + text }
            case .end: field = ""
            }
        }
        let value = raw.map { self.value($0, kind: kind, isDate: style.isDate) } ?? .blank
        guard value != .blank || hasFormula || styleText != nil else { return nil }
        return WorkbookCell(column: column, value: value, hasFormula: hasFormula, style: style.style)
    }

    private func value(_ raw: String, kind: String, isDate: Bool) -> WorkbookValue {
        switch kind {
        case "s":
            let index = Int(raw) ?? -1
            return strings.indices.contains(index) ? .text(strings[index]) : .blank
        case "str": return .text(RichText.unescaped(raw))
        case "inlineStr": return .text(raw)
        case "b": return .boolean(raw == "1" || raw == "true")
        case "e": return .error(raw)
        case "d": return .date(raw)
        default:
            guard let number = DecimalText.plain(raw) else { return raw.isEmpty ? .blank : .text(raw) }
            if isDate, let date = SerialDate.iso(number, since1904: since1904) { return .date(date) }
            return .number(number)
        }
    }
}

extension Array {
    fileprivate func isAscending(by key: (Element) -> Int) -> Bool {
        zip(self, dropFirst()).allSatisfy { key($0) < key($1) }
    }
}
