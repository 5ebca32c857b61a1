package import Fiscal
import Foundation
package import Ledger
import Narrative
import Paper
package import Standards
import Statements

/// `package.json`: the build for programs, with every figure's fact. Keys are stable; they are documented in docs/package-json.md.
package struct PackageJson: Encodable, Sendable {
    struct Form: Encodable, Sendable {
        let id: String
        let number: String
        let title: String
        let unit: String
        let columns: [Column]
        let rows: [Row]
        let notes: [String]
    }

    struct Column: Encodable, Sendable {
        let title: [String]
        let number: String
    }

    struct Row: Encodable, Sendable {
        let cells: [Cell]
    }

    struct Cell: Encodable, Sendable {
        let column: Int
        let text: String
        let fact: Fact?
    }

    struct Fact: Encodable, Hashable, Sendable {
        let unit: String
        let year: Int
        let phase: String
        let concept: String
        let dimensions: [String: String]
    }

    struct Prose: Encodable, Sendable {
        let id: String
        let section: String
        let sentence: String
        let figures: [ProseFigure]
    }

    struct ProseFigure: Encodable, Sendable {
        let text: String
        let unit: String
        let offset: Int
        let role: String
        let fact: Fact?
        let base: Fact?
    }

    struct SelfCheck: Encodable, Sendable {
        let cells: Int
        let readBack: Int
        let figures: Int
        let unconfirmed: [String]
        let undefined: [String]
    }

    let department: String
    let unit: String
    let kind: String
    let year: Int
    let region: String
    let standards: String
    let book: String
    let forms: [Form]
    let prose: [Prose]
    let evaluations: [String]
    let selfCheck: SelfCheck
}

extension PackageJson {
    package init(_ publication: Publication, facts: FactBase) {
        let describe = FactDescription(standards: facts.standards, units: facts.book.units)
        department = facts.book.settings.department
        unit = publication.unitName
        kind = publication.kind.rawValue
        year = facts.book.settings.year.number
        region = facts.book.settings.region
        standards = facts.standards.version
        book = facts.book.checksum
        forms = publication.tables.map { PackageJson.form($0, describe) }
        prose = publication.narration.sentences.map { sentence in
            Prose(
                id: sentence.id, section: publication.headings[sentence.id] ?? "", sentence: sentence.text,
                figures: sentence.figures.map { PackageJson.figure($0, describe) })
        }
        evaluations = []
        selfCheck = PackageJson.check(publication, facts: facts)
    }

    /// Bytes that are the same for the same build: sorted keys, no clock.
    package func bytes() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(self)) + [0x0A]
    }

    private static func form(_ table: Table, _ describe: FactDescription) -> Form {
        let columns = table.form.parts.flatMap { part in
            part.keyColumns.map { Column(title: $0.title, number: "") }
                + part.columns.map { Column(title: $0.title, number: $0.number) }
        }
        let rows = table.grid.rows.enumerated().dropFirst(table.grid.headerRowCount).map { index, cells in
            Row(
                cells: cells.map { cell in
                    let key = table.figures[TableSpot(row: index, column: cell.column)]
                    return Cell(column: cell.column, text: cell.text, fact: key.map { describe.fact($0) })
                })
        }
        return Form(
            id: table.form.id, number: table.number, title: table.form.title, unit: table.form.unit.word,
            columns: columns, rows: rows, notes: table.notes)
    }

    private static func figure(_ figure: SentenceFigure, _ describe: FactDescription) -> ProseFigure {
        let role: String
        var fact: Fact?
        var base: Fact?
        switch figure.figure {
        case .fact(let key): (role, fact) = ("amount", describe.fact(key))
        case .listed: role = "listed"
        case .derived(let derivation):
            let (first, second) = derivation.operands
            (fact, base) = (describe.fact(first), describe.fact(second))
            switch derivation {
            case .share: role = "share"
            case .change: role = "change"
            case .growth: role = "growth"
            case .completion: role = "completion"
            }
        }
        return ProseFigure(
            text: figure.printed.text(), unit: figure.unit, offset: figure.offset, role: role, fact: fact, base: base)
    }

    /// Every form read back from its own grid must give the facts it was printed from.
    private static func check(_ publication: Publication, facts: FactBase) -> SelfCheck {
        var cells = 0
        var readBack = 0
        for table in publication.tables {
            cells += table.figures.count
            let reading = TableReader.read(
                table.grid, as: table.form, standards: facts.standards, unit: facts.unit)
            for observation in reading?.observations ?? []
            where table.figures[observation.position].map({ Figure.fact($0) }) == observation.figure { readBack += 1 }
        }
        return SelfCheck(
            cells: cells, readBack: readBack,
            figures: publication.narration.sentences.reduce(0) { $0 + $1.figures.count },
            unconfirmed: publication.unconfirmed, undefined: publication.undefined)
    }
}

/// Facts in words that programs and people can read.
package struct FactDescription {
    package let standards: Standards
    package let units: UnitTree

    package init(standards: Standards, units: UnitTree) {
        self.standards = standards
        self.units = units
    }

    func fact(_ key: FactKey) -> PackageJson.Fact {
        var dimensions: [String: String] = [:]
        for dimension in Dimension.allCases where !key.coordinates[dimension].isAll {
            let code = key.coordinates[dimension]
            dimensions["\(dimension)"] = standards.classification(dimension).members[code]?.id ?? code.text
        }
        return PackageJson.Fact(
            unit: units[key.unit]?.name ?? key.unit, year: key.year.number, phase: key.phase.rawValue,
            concept: key.concept.id, dimensions: dimensions)
    }

    /// 2021年度 决算 本年支出 · 一般公共预算财政拨款 · 2040601 行政运行.
    package func words(_ key: FactKey) -> String {
        let phase = Phase.words.first { $0.1 == key.phase }?.0 ?? ""
        let members = Dimension.allCases.compactMap { dimension -> String? in
            let code = key.coordinates[dimension]
            guard !code.isAll else { return nil }
            let name = standards.classification(dimension).name(code)
            return dimension == .function || dimension == .economic ? "\(code.text) \(name)" : name
        }
        let head = "\(key.year.number)年度\(phase == "决算" ? "" : " " + phase) \(key.concept.id)"
        return ([head] + members + (key.project.isEmpty ? [] : [key.project])).joined(separator: " · ")
    }
}
