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

    mutating func addRecords(_ checked: [String: [CheckedRow]], to book: inout Book) {
        let rootCode = book.units.root?.code ?? ""
        func rows(_ role: SheetRole) -> [CheckedRow] { standards.sheet(role).flatMap { checked[$0.id] } ?? [] }
        addReasons(rows(.reasons), rootCode: rootCode, to: &book)
        let ordered = rows(.texts).enumerated().sorted { a, b in
            let (x, y) = (Int(a.element[.ordinal]) ?? 0, Int(b.element[.ordinal]) ?? 0)
            return x != y ? x < y : a.offset < b.offset
        }
        for (_, row) in ordered {
            let unit = row.unit.isEmpty ? rootCode : row.unit
            let key = TextKey(unit: unit, name: row[.paragraph])
            book.texts[key, default: []].append(row[.content])
            if book.textPlaces[key] == nil { book.textPlaces[key] = Origin(sheet: row.sheet, row: row.number) }
        }
        book.projects = rows(.projects).map {
            Project(
                unit: $0.unit, code: $0[.projectCode], name: $0[.projectName], group: $0[.projectGroup],
                endYear: Int($0[.endYear]))
        }
        book.evaluation = evaluationRecords(checked, rootCode: rootCode)
        for row in rows(.attachments) {
            let attachment = Attachment(
                unit: row.unit.isEmpty ? rootCode : row.unit, name: row[.title], file: row[.file])
            book.attachments.append(attachment)
            book.attachmentPlaces[attachment] = Origin(sheet: row.sheet, row: row.number)
        }
        book.undisclosed = rows(.undisclosed).map {
            Undisclosed(function: $0.coordinates.function, note: $0[.note])
        }
    }

    private mutating func addReasons(_ rows: [CheckedRow], rootCode: String, to book: inout Book) {
        var places: [ReasonKey: CheckedRow] = [:]
        for row in rows where !row[.reason].isEmpty {
            let key = ReasonKey(
                unit: row.unit.isEmpty ? rootCode : row.unit, matter: row[.matter], object: foldedLabel(row[.object]))
            if let first = places[key] {
                guard first[.reason] != row[.reason] else { continue }
                let matter = [row[.matter], row[.object]].filter { !$0.isEmpty }.joined(separator: " ")
                let place = BookPlace.row(first.number, of: first.sheet)
                warnings.append(
                    BookFault(.reasonTwice(matter: matter, first: place), sheet: row.sheet, row: row.number))
            } else {
                places[key] = row
                book.reasons[key] = row[.reason]
                book.reasonPlaces[key] = Origin(sheet: row.sheet, row: row.number)
            }
        }
    }
}
