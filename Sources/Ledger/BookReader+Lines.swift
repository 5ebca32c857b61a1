import Fiscal
import Standards

// Checked rows → facts and records.
extension BookReader {
    mutating func addFacts(_ rows: [String: [CheckedRow]], to book: inout Book, checks: inout LineChecks) {
        let rootCode = book.units.root?.code ?? ""
        var transfers = TransferChecks(units: book.units)
        for definition in standards.sheets {
            for var row in rows[definition.id] ?? [] {
                if !row.counterparty.isEmpty, !transfers.take(row, definition, standards) { row.counterparty = "" }
                checks.take(row.coordinates, definition, file: row.sheet, row: row.number)
                for rule in definition.facts {
                    guard var fact = row.fact(rule, year: settings.year, concepts: standards.concepts) else { continue }
                    if fact.key.unit.isEmpty { fact.key.unit = rootCode }
                    switch rule.use {
                    case .line: book.facts.append(fact)
                    case .stated: addStated(fact, to: &book)
                    case .control: book.controls.append(fact)
                    }
                }
            }
        }
        warnings += transfers.faults()
        book.facts += Projector(standards).facts(from: book.facts, units: book.units)
    }

    mutating func addRecords(_ rows: [String: [CheckedRow]], to book: inout Book) {
        let rootCode = book.units.root?.code ?? ""
        addReasons(rows["原因"] ?? [], rootCode: rootCode, to: &book)
        let ordered = (rows["文字"] ?? []).enumerated().sorted { a, b in
            let (x, y) = (Int(a.element["序号"]) ?? 0, Int(b.element["序号"]) ?? 0)
            return x != y ? x < y : a.offset < b.offset
        }
        for (_, row) in ordered {
            let unit = row.unit.isEmpty ? rootCode : row.unit
            let key = TextKey(unit: unit, name: row["段落"])
            book.texts[key, default: []].append(row["内容"])
            if book.textPlaces[key] == nil { book.textPlaces[key] = Origin(sheet: row.sheet, row: row.number) }
        }
        book.projects = (rows["项目"] ?? []).map { Project(unit: $0.unit, code: $0["项目编码"], name: $0["项目名称"]) }
        book.attachments = (rows["附件"] ?? []).map {
            Attachment(unit: $0.unit.isEmpty ? rootCode : $0.unit, name: $0["名称"], file: $0["文件"])
        }
        book.undisclosed = (rows["不予公开"] ?? []).map {
            Undisclosed(function: $0.coordinates.function, note: $0["说明"])
        }
    }

    private mutating func addReasons(_ rows: [CheckedRow], rootCode: String, to book: inout Book) {
        var places: [ReasonKey: CheckedRow] = [:]
        for row in rows where !row["原因"].isEmpty {
            let key = ReasonKey(
                unit: row.unit.isEmpty ? rootCode : row.unit, matter: row["事项"], object: foldedLabel(row["对象"]))
            if let first = places[key] {
                guard first["原因"] != row["原因"] else { continue }
                let matter = [row["事项"], row["对象"]].filter { !$0.isEmpty }.joined(separator: " ")
                let place = BookPlace.row(first.number, of: first.sheet)
                warnings.append(
                    BookFault(.reasonTwice(matter: matter, first: place), sheet: row.sheet, row: row.number))
            } else {
                places[key] = row
                book.reasons[key] = row["原因"]
                book.reasonPlaces[key] = Origin(sheet: row.sheet, row: row.number)
            }
        }
    }
}
