import Crypto
import Fiscal
package import Standards

/// Sheets of text → a checked book. Every fault of every sheet is found before any is thrown.
package struct BookReader {
    private let settings: BookSettings
    private let standards: Standards
    private var faults: [BookFault] = []
    private var warnings: [BookFault] = []

    /// How many faults are listed; the rest are counted.
    private static let listedFaults = 200

    private init(settings: BookSettings, standards: Standards) {
        self.settings = settings
        self.standards = standards
    }

    /// - Parameter prior: last year's book where one is linked; its lines become this book's figures of last year.
    package static func read(
        _ sheets: [RawSheet], settings: BookSettings, standards: Standards, prior: Book? = nil
    ) throws(BookFaults) -> Book {
        var reader = BookReader(settings: settings, standards: standards)
        return try reader.book(sheets, prior: prior)
    }

    private mutating func book(_ sheets: [RawSheet], prior: Book?) throws(BookFaults) -> Book {
        let byName = named(sheets)
        let units = byName["单位"].map { unitTree($0) } ?? UnitTree([])
        if units.root == nil, byName["单位"] != nil { faults.append(BookFault(.noUnit, sheet: "单位")) }
        var rows: [String: [CheckedRow]] = [:]
        for definition in standards.sheets where definition.id != "单位" {
            guard let sheet = byName[definition.id] else { continue }
            var checker = SheetChecker(definition: definition, standards: standards, units: units)
            rows[definition.id] = checker.rows(of: sheet)
            faults += checker.faults
            warnings += checker.warnings
        }
        try throwFaults()
        var book = Book(
            settings: settings, units: units, facts: [], stated: [:], controls: [], reasons: [:], texts: [:],
            projects: [],
            attachments: [], undisclosed: [], warnings: [], checksum: checksum(sheets), sheets: sheets)
        addFacts(rows, to: &book)
        addRecords(rows, to: &book)
        if let prior { book.facts += prior.facts.filter { $0.key.year == settings.year.previous } }
        faults += BookChecks(book: book, standards: standards).faults()
        try throwFaults()
        book.warnings = warnings
        return book
    }

    private func throwFaults() throws(BookFaults) {
        guard !faults.isEmpty else { return }
        var listed = faults
        if listed.count > Self.listedFaults {
            listed = Array(faults.prefix(Self.listedFaults))
            listed.append(BookFault(.tooManyFaults(faults.count - listed.count), sheet: "账套"))
        }
        throw BookFaults(listed)
    }

    private mutating func named(_ sheets: [RawSheet]) -> [String: RawSheet] {
        var result: [String: RawSheet] = [:]
        let known = standards.sheets.map(\.id)
        for sheet in sheets {
            if !known.contains(sheet.name) {
                if !sheet.name.hasPrefix("备注") && !["账套", "说明", "选项"].contains(sheet.name) {
                    let nearest = known.filter { editDistance(Array($0), Array(sheet.name)) <= 2 }
                    faults.append(BookFault(.unknownSheet(sheet.name, nearest: nearest), sheet: sheet.file))
                }
            } else if result[sheet.name] != nil {
                faults.append(BookFault(.duplicateSheet(sheet.name), sheet: sheet.file))
            }
            result[sheet.name] = sheet
        }
        for definition in standards.sheets where definition.isRequired && result[definition.id] == nil {
            faults.append(BookFault(.missingSheet(definition.id), sheet: "账套"))
        }
        return result
    }

    private func checksum(_ sheets: [RawSheet]) -> String {
        var hash = SHA256()
        func add(_ text: String) { hash.update(data: Array(text.utf8) + [0]) }
        add("\(settings)")
        for sheet in sheets.sorted(by: { $0.name < $1.name }) {
            add(sheet.name)
            for cell in sheet.header { add(cell) }
            for row in sheet.rows { for cell in row.cells { add(cell) } }
        }
        return hash.finalize().prefix(6).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}

// MARK: - Units

extension BookReader {
    private mutating func unitTree(_ sheet: RawSheet) -> UnitTree {
        guard let definition = standards.sheets.first(where: { $0.id == "单位" }) else { return UnitTree([]) }
        var checker = SheetChecker(definition: definition, standards: standards, units: UnitTree([]))
        let rows = checker.rows(of: sheet)
        faults += checker.faults
        var seen: [String: Int] = [:]
        var units: [Unit] = []
        for row in rows {
            let unit = Unit(
                code: row["编码"], name: row["名称"], shortName: row["简称"], parent: row["上级编码"], kind: row["单位性质"],
                staffing: row.counts)
            for id in Set([unit.code, unit.name]) {
                if let first = seen[id] {
                    faults.append(BookFault(.duplicateUnit(id, firstRow: first), sheet: sheet.file, row: row.number))
                } else {
                    seen[id] = row.number
                }
            }
            units.append(unit)
        }
        checkTree(units, sheet: sheet, rows: rows.map(\.number))
        return UnitTree(units)
    }

    private mutating func checkTree(_ units: [Unit], sheet: RawSheet, rows: [Int]) {
        let parents = Dictionary(units.map { ($0.code, $0.parent) }, uniquingKeysWith: { first, _ in first })
        for (unit, row) in zip(units, rows) {
            var next = unit.parent
            var steps = 0
            while !next.isEmpty {
                guard let above = parents[next] else {
                    faults.append(
                        BookFault(.unknownParentUnit(next), sheet: sheet.file, row: row, column: "上级编码"))
                    break
                }
                steps += 1
                if steps > units.count {
                    faults.append(
                        BookFault(.cycleInUnits(unit.name), sheet: sheet.file, row: row, column: "上级编码"))
                    break
                }
                next = above
            }
        }
    }
}

// MARK: - Facts and records

extension BookReader {
    private func addFacts(_ rows: [String: [CheckedRow]], to book: inout Book) {
        let rootCode = book.units.root?.code ?? ""
        for definition in standards.sheets {
            for row in rows[definition.id] ?? [] {
                for rule in definition.facts {
                    guard var fact = row.fact(rule, year: settings.year, concepts: standards.concepts) else { continue }
                    if fact.key.unit.isEmpty { fact.key.unit = rootCode }
                    switch rule.use {
                    case .line: book.facts.append(fact)
                    case .stated: book.stated[fact.key] = fact
                    case .control: book.controls.append(fact)
                    }
                }
            }
        }
        book.facts += projected(book.facts, units: book.units)
    }

    /// Facts that are other lines seen another way: what was spent on 公务接待费 is 本年支出 under 30217.
    private func projected(_ facts: [Fact], units: UnitTree) -> [Fact] {
        var result: [Fact] = []
        for concept in standards.concepts.ordered {
            for projection in standards.concepts[concept]?.projections ?? [] {
                for fact in facts where fact.key.concept == projection.source && fact.key.phase == .actual {
                    guard matches(fact, projection, units: units) else { continue }
                    var copy = fact
                    copy.key.concept = concept
                    copy.key.coordinates = copy.key.coordinates.overlaid(by: projection.assigned)
                    result.append(copy)
                }
            }
        }
        return result
    }

    private func matches(_ fact: Fact, _ projection: ConceptDefinition.Projection, units: UnitTree) -> Bool {
        if !projection.unitKinds.isEmpty, !projection.unitKinds.contains(units[fact.key.unit]?.kind ?? "") {
            return false
        }
        return Dimension.allCases.allSatisfy { dimension in
            standards.classification(dimension).contains(
                fact.key.coordinates[dimension], under: projection.filter[dimension])
        }
    }

    private func addRecords(_ rows: [String: [CheckedRow]], to book: inout Book) {
        let rootCode = book.units.root?.code ?? ""
        for row in rows["原因"] ?? [] where !row["原因"].isEmpty {
            let unit = row.unit.isEmpty ? rootCode : row.unit
            book.reasons[ReasonKey(unit: unit, matter: row["事项"], object: foldedLabel(row["对象"]))] = row["原因"]
        }
        let ordered = (rows["文字"] ?? []).enumerated().sorted { a, b in
            let (x, y) = (Int(a.element["序号"]) ?? 0, Int(b.element["序号"]) ?? 0)
            return x != y ? x < y : a.offset < b.offset
        }
        for (_, row) in ordered {
            let unit = row.unit.isEmpty ? rootCode : row.unit
            book.texts[TextKey(unit: unit, name: row["段落"]), default: []].append(row["内容"])
        }
        book.projects = (rows["项目"] ?? []).map { Project(unit: $0.unit, code: $0["项目编码"], name: $0["项目名称"]) }
        book.attachments = (rows["附件"] ?? []).map { Attachment(name: $0["名称"], file: $0["文件"]) }
        book.undisclosed = (rows["不予公开"] ?? []).map {
            Undisclosed(function: $0.coordinates.function, note: $0["说明"])
        }
    }
}
