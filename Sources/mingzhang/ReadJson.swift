import Fiscal
import Paper
import Publication
import Standards

/// What was understood of a paper, for programs; docs/read-json.md says what each key holds.
struct ReadJson: Encodable {
    struct Form: Encodable {
        let id: String
        let number: String
        let title: String
        let place: PlaceJson?
        let figures: Int
        let missingColumns: [String]
        let unrecognizedRows: [Spot]
        let unassigned: [Spot]
    }

    struct Figure: Encodable {
        /// Form of a table's figure; absent in the prose.
        let form: String?
        let label: String
        let text: String
        let number: String?
        let unit: String
        let meaning: MeaningJson
        let certainty: String
        let direction: String?
        let place: PlaceJson?
    }

    struct Spot: Encodable {
        let label: String
        let place: PlaceJson?

        init(_ place: FigurePlace) {
            label = place.label
            self.place = place.place.map { PlaceJson($0) }
        }
    }

    struct Unread: Encodable {
        let reason: String
        let title: String
        let place: PlaceJson?
    }

    struct OtherTable: Encodable {
        let title: String
        let rows: Int
        let columns: Int
        let place: PlaceJson?
    }

    struct Section: Encodable {
        let headings: [String]
        let phrases: [String]
        let text: String
        let place: PlaceJson?
    }

    let file: String
    let unit: String
    let year: Int
    let region: String
    let regionChoice: String
    /// 决算, 预算.
    let kind: String
    /// Empty where no forms of the kind are known for the place and year.
    let profile: String
    let standards: String
    let forms: [Form]
    let observations: [Figure]
    let claims: [Figure]
    /// Of each report of performance, held against its own figures alone.
    let reports: [[Figure]]
    let openClaims: [Spot]
    let paragraphs: [Section]
    let otherTables: [OtherTable]
    let evaluations: [EvaluationJson]
    let unread: [Unread]

    init(_ paper: UnderstoodPaper) {
        file = paper.file
        unit = paper.unit
        year = paper.year.number
        region = paper.standards.region
        regionChoice = "\(paper.regionChoice)"
        kind = paper.standards.kind.name
        profile = paper.standards.profile.title
        standards = paper.standards.version
        forms = paper.tables.map { table in
            Form(
                id: table.form.id, number: table.number, title: table.title, place: table.place.map { PlaceJson($0) },
                figures: table.figures.count, missingColumns: table.missingColumns,
                unrecognizedRows: table.unrecognizedRows.map { Spot($0) }, unassigned: table.unassigned.map { Spot($0) }
            )
        }
        let standards = paper.standards
        observations = paper.tables.flatMap { table in
            table.figures.map { Self.figure($0, form: table.form.id, standards) }
        }
        claims = paper.claims.map { Self.figure($0, form: nil, standards) }
        reports = paper.reports.map { report in report.claims.map { Self.figure($0, form: nil, standards) } }
        openClaims = paper.openClaims.map { Spot($0) }
        paragraphs = paper.paragraphs.map {
            Section(headings: $0.headings, phrases: $0.phrases, text: $0.text, place: $0.place.map { PlaceJson($0) })
        }
        otherTables = zip(paper.otherTitles, paper.otherGrids).map { title, grid in
            OtherTable(
                title: title, rows: grid.rows.count, columns: grid.columnCount, place: grid.place.map { PlaceJson($0) })
        }
        evaluations = paper.evaluations.map { EvaluationJson($0) }
        unread = paper.unread.map {
            Unread(reason: Self.word($0.reason), title: $0.title, place: $0.place.map { PlaceJson($0) })
        }
    }

    private static func figure(_ figure: ReadFigure, form: String?, _ standards: Standards) -> Figure {
        Figure(
            form: form, label: figure.place.label, text: figure.text, number: figure.printed?.text(), unit: figure.unit,
            meaning: MeaningJson(figure.figure, standards), certainty: "\(figure.certainty)",
            direction: figure.direction.map { "\($0)" }, place: figure.place.place.map { PlaceJson($0) })
    }

    private static func word(_ reason: UnreadPart.Reason) -> String {
        switch reason {
        case .unknownGrid: "unknownGrid"
        case .picture: "picture"
        case .limit: "limit"
        }
    }
}

/// What a figure means, by names of the standards.
struct MeaningJson: Encodable {
    /// amount, share, change, growth, completion or count.
    let kind: String
    let fact: FactJson?
    /// What it is measured against: the whole, the figure before, the budget.
    let base: FactJson?

    init(_ figure: Fiscal.Figure, _ standards: Standards) {
        func fact(_ key: FactKey) -> FactJson { FactJson(key, standards) }
        switch figure {
        case .fact(let key): (kind, self.fact, base) = ("amount", fact(key), nil)
        case .derived(.share(let a, let b)): (kind, self.fact, base) = ("share", fact(a), fact(b))
        case .derived(.change(let a, let b)): (kind, self.fact, base) = ("change", fact(a), fact(b))
        case .derived(.growth(let a, let b)): (kind, self.fact, base) = ("growth", fact(a), fact(b))
        case .derived(.completion(let a, let b)): (kind, self.fact, base) = ("completion", fact(a), fact(b))
        case .listed: (kind, self.fact, base) = ("count", nil, nil)
        }
    }
}

/// A fact, each dimension that is not the whole under its own key.
struct FactJson: Encodable {
    let concept: String
    let year: Int
    let phase: String
    let dimensions: [String: Member]

    struct Member: Encodable {
        let code: String
        let name: String
    }

    init(_ key: FactKey, _ standards: Standards) {
        concept = key.concept.id
        year = key.year.number
        phase = key.phase.rawValue
        let members = Dimension.allCases.compactMap { dimension -> (String, Member)? in
            let code = key.coordinates[dimension]
            if code.isAll { return nil }
            let name = standards.classification(dimension).name(code)
            return ("\(dimension)", Member(code: code.text, name: name))
        }
        dimensions = Dictionary(members, uniquingKeysWith: { first, _ in first })
    }
}

/// A place with the keys that its format has.
struct PlaceJson: Encodable {
    var line: Int?
    var column: Int?
    var page: Int?
    /// Points from the page's top left: left, top, right, bottom.
    var box: [Double]?
    var sheet: String?
    var cell: String?
    var paragraph: Int?
    var table: Int?
    var row: Int?

    init(_ place: Place) {
        switch place.inside {
        case .line(let line, let column): (self.line, self.column) = (line, column)
        case .page(let page, let box): (self.page, self.box) = (page, [box.left, box.top, box.right, box.bottom])
        case .sheet(let sheet, let cell): (self.sheet, self.cell) = (sheet, cell)
        case .paragraph(let paragraph): self.paragraph = paragraph
        case .table(let table, let row, let column): (self.table, self.row, self.column) = (table, row, column)
        case .document: break
        }
    }
}
