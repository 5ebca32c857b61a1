package import Fiscal
package import Ledger
import Narrative
import Paper
package import Standards
import Statements

/// `package.json`: the build for programs, with every figure's fact. Keys are stable; they are documented in docs/package-json.md.
package struct PackageJson: Sendable {
    struct Form: Sendable {
        let id: String
        let number: String
        let title: String
        let unit: String
        let columns: [Column]
        let rows: [Row]
        let notes: [String]
    }

    struct Column: Sendable {
        let title: [String]
        let number: String
    }

    struct Row: Sendable {
        /// The code of its classification; nil for a total and for a fixed row.
        let code: String?
        let label: String
        let cells: [Cell]
    }

    struct Cell: Sendable {
        let column: Int
        let text: String
        let fact: Fact?
    }

    struct Fact: Sendable {
        let unit: String
        let year: Int
        let phase: String
        let concept: String
        let dimensions: [String: String]
    }

    struct Prose: Sendable {
        let id: String
        let section: String
        let sentence: String
        let figures: [ProseFigure]
    }

    struct ProseFigure: Sendable {
        let text: String
        let unit: String
        let offset: Int
        let role: String
        /// What a listed figure counts, or what of a subject it is (绩效对象 P1 总得分).
        let listed: String?
        let fact: Fact?
        let base: Fact?
    }

    /// A report of performance, paragraph by paragraph.
    struct Report: Sendable {
        let id: String
        let title: String
        /// Code of the subject that it is about.
        let subject: String
        let prose: [Prose]
    }

    struct Check: Sendable {
        let cells: Int
        let readBack: Int
        let sums: Int
        let gaps: [Gap]
        let figures: Int
        let figuresInPlace: Int
        let figuresInForms: Int
        let figuresAgreeing: Int
        let unconfirmed: [String]
        let undefined: [String]
    }

    struct Gap: Sendable {
        let form: String
        let row: String
        let column: String
        let printed: String
        let sum: String
    }

    struct Layout: Sendable {
        let id: String
        let title: String
        /// The folder it stands in.
        let region: String
        /// Whether the place has none of its own for the year.
        let isBorrowed: Bool
    }

    struct AttachedFile: Sendable {
        let title: String
        /// What its copy beside the package is called.
        let file: String
    }

    /// A file that was written with it.
    package struct WrittenFile: Sendable {
        package let name: String
        let checksum: String

        package init(name: String, checksum: String) {
            self.name = name
            self.checksum = checksum
        }
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
    let evaluations: [PackageEvaluation]
    let reports: [Report]
    let attachments: [AttachedFile]
    let profile: Layout
    let selfCheck: Check
    /// By name; what the next build into the same folder may take away.
    package var files: [WrittenFile] = []
}

extension PackageJson {
    package init(_ publication: Publication, book source: Book, standards definitions: Standards, check: SelfCheck) {
        let describe = FactDescription(standards: definitions, units: source.units)
        department = source.settings.department
        unit = publication.unitName
        kind = publication.kind.rawValue
        year = source.settings.year.number
        region = source.settings.region
        standards = definitions.version
        book = source.checksum
        forms = publication.tables.map { PackageJson.form($0, describe) }
        prose = publication.narration.sentences.map { sentence in
            Prose(
                id: sentence.id, section: publication.headings[sentence.id] ?? "", sentence: sentence.text,
                figures: sentence.figures.map { PackageJson.figure($0, describe) })
        }
        evaluations = publication.performance.subjects.map {
            PackageEvaluation($0, forms: publication.performance.forms, units: source.units)
        }
        reports = publication.performance.reports.map { PackageJson.report($0, describe) }
        attachments = publication.attachments.map { AttachedFile(title: $0.title, file: $0.fileName) }
        let layout = definitions.profile
        profile = Layout(
            id: layout.id, title: layout.title, region: layout.region, isBorrowed: layout.isBorrowed)
        selfCheck = PackageJson.selfCheck(check, publication)
    }

    private static func form(_ table: Table, _ describe: FactDescription) -> Form {
        let columns = table.form.parts.flatMap { part in
            part.keyColumns.map { Column(title: $0.title, number: "") }
                + part.columns.map { Column(title: $0.title, number: $0.number) }
        }
        let rows = table.grid.rows.enumerated().dropFirst(table.grid.headerRowCount).map { index, cells -> Row in
            let (code, label) = label(index, of: table)
            return Row(
                code: code, label: label,
                cells: cells.map { cell in
                    let key = table.figures[TableSpot(row: index, column: cell.column)]
                    return Cell(column: cell.column, text: cell.text, fact: key.map { describe.fact($0) })
                })
        }
        return Form(
            id: table.form.id, number: table.number, title: table.form.title, unit: table.form.unit.word,
            columns: columns, rows: rows, notes: table.notes)
    }

    private static func report(_ report: PrintedReport, _ describe: FactDescription) -> Report {
        var section = ""
        var prose: [Prose] = []
        for part in report.parts {
            switch part {
            case .heading(_, let text): section = text
            case .words(let text): prose.append(Prose(id: "", section: section, sentence: text, figures: []))
            case .sentence(let sentence):
                let figures = sentence.figures.map { figure($0, describe) }
                prose.append(Prose(id: sentence.id, section: section, sentence: sentence.text, figures: figures))
            case .grid: continue
            }
        }
        return Report(id: report.id, title: report.title, subject: report.subject, prose: prose)
    }

    private static func figure(_ figure: SentenceFigure, _ describe: FactDescription) -> ProseFigure {
        let role: String
        var listed: String?
        var fact: Fact?
        var base: Fact?
        switch figure.figure {
        case .fact(let key): (role, fact) = ("amount", describe.fact(key))
        case .listed(let name): (role, listed) = ("listed", name)
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
            text: figure.printed.text(), unit: figure.unit, offset: figure.offset, role: role, listed: listed,
            fact: fact, base: base)
    }

    private static func selfCheck(_ check: SelfCheck, _ publication: Publication) -> Check {
        Check(
            cells: check.cells, readBack: check.readBack, sums: check.sums,
            gaps: check.gaps.map {
                Gap(form: $0.form, row: $0.row, column: $0.column, printed: $0.printed, sum: $0.sum)
            },
            figures: check.figures, figuresInPlace: check.figuresInPlace, figuresInForms: check.figuresInForms,
            figuresAgreeing: check.figuresAgreeing, unconfirmed: publication.unconfirmed,
            undefined: publication.undefined)
    }

    /// A row's code where it has one of a classification, and what it is called.
    private static func label(_ row: Int, of table: Table) -> (code: String?, label: String) {
        let spots = table.figures.keys.filter { $0.row == row }.sorted()
        guard let first = spots.first, let key = table.figures[first] else { return (nil, "") }
        let cells = table.grid.rows[row].filter { $0.column < first.column }.map(\.text).filter { !$0.isEmpty }
        let codes = Dimension.allCases.map { key.coordinates[$0] }.filter { !$0.isAll }.map(\.text)
        // 类, 款 and 项 may stand in columns of their own.
        let joined = cells.filter { Int($0) != nil }.joined()
        let code = codes.first { cells.contains($0) || joined == $0 }
        return (code, cells.last { Int($0) == nil } ?? "")
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
