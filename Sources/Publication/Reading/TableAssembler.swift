import Fiscal
import Paper
import Standards
import Statements

/// grids in reading order → tables of forms, continuation pages joined, and the grids that are none.
struct TableAssembler {
    private let finder: FormFinder
    private let standards: Standards
    private(set) var tables: [ReadTable] = []
    private(set) var otherGrids: [(title: String, grid: Grid)] = []
    private(set) var unread: [UnreadPart] = []

    /// The table that a next grid may go on with.
    private struct Open {
        var match: FormFinder.Match
        var grid: Grid
        let context: GridContext
        var notes: [ReadLine]
    }

    private var open: Open?
    /// A sentence alike enough to the form's own of having no data.
    private static let likelyNote = 0.5
    private var last: Form?

    init(standards: Standards, unit: String) {
        finder = FormFinder(standards: standards, unit: unit)
        self.standards = standards
    }

    mutating func add(_ context: GridContext) {
        if let joined = continued(by: context) {
            open = joined
            return
        }
        close()
        if let match = finder.find(context, after: last) {
            open = Open(match: match, grid: context.grid, context: context, notes: context.notes)
            last = match.form
        } else {
            addOther(context)
        }
    }

    /// Takes a line under the open table as its note, where it speaks as one.
    ///
    /// - Returns: whether it is one.
    mutating func add(note line: Paragraph) -> Bool {
        guard let open else { return false }
        let text = line.text.trimmed
        let usual = open.match.form.emptyNote
        let words = standards.reading.headings
        let isDenial =
            !usual.isEmpty && Likeness.of(words.telling(text), words.telling(usual)) >= Self.likelyNote
        guard line.style == .tableNote || isDenial || LineWords.isTableNote(text, after: open.notes.last?.text) else {
            return false
        }
        self.open?.notes.append(ReadLine(text, place: line.place))
        return true
    }

    mutating func close() {
        if let open { tables.append(table(open)) }
        open = nil
    }

    // MARK: Continuation pages

    /// The open table with a grid's rows below its own, where that grid is its next page: no other title stands between,
    /// and it has the same header, or none and as many columns.
    private func continued(by context: GridContext) -> Open? {
        guard let open, !context.followsText, !finder.isUnknown(context) else { return nil }
        let titled = finder.titled(context)
        if let titled, titled.id != open.match.form.id { return nil }
        let headerRows = open.match.reading.headerRows
        let isRepeated =
            context.grid.columnCount == open.grid.columnCount
            && context.grid.header(headerRows) == open.grid.header(headerRows)
        var rows = context.grid.rows
        if isRepeated {
            rows.removeFirst(min(headerRows, rows.count))
        } else {
            guard titled == nil, context.grid.columnCount == open.grid.columnCount,
                finder.find(context, after: last) == nil
            else { return nil }
        }
        var grid = open.grid
        grid.rows += rows
        guard let reading = finder.read(grid, as: open.match.form), isOneTable(reading, from: open, rows.count) else {
            return nil
        }
        var joined = open
        joined.grid = grid
        joined.notes += context.notes
        joined.match = FormFinder.Match(form: open.match.form, reading: reading, certainty: open.match.certainty)
        return joined
    }

    /// Not the same form of another unit, whose rows would come twice, nor rows that mean nothing to the form.
    private func isOneTable(_ reading: TableReading, from open: Open, _ added: Int) -> Bool {
        let new = reading.observations.filter { $0.position.row >= open.grid.rows.count }
        guard !new.isEmpty || added == 0 else { return false }
        let before = Set(reading.observations.filter { $0.position.row < open.grid.rows.count }.map(\.figure))
        let twice = new.filter { before.contains($0.figure) }.count
        let strange = reading.unrecognized.filter { $0.row >= open.grid.rows.count }.count
        return twice * 3 <= new.count && strange * 2 <= added
    }

    // MARK: What was read

    private func table(_ open: Open) -> ReadTable {
        let reading = open.match.reading
        let context = open.context
        let form = open.match.form
        let name = context.number.isEmpty ? form.title : context.number
        let matrix = open.grid.matrix
        func place(_ label: String, _ row: Int, _ column: Int) -> FigurePlace {
            FigurePlace(label: label, place: matrix[row][column]?.place ?? open.grid.place)
        }
        let money = (context.moneyUnit ?? form.unit).word
        let figures = reading.observations.map { observation in
            let spot = observation.position
            return ReadFigure(
                figure: observation.figure, printed: observation.printed,
                unit: unitWord(observation.figure, money: money), text: observation.text,
                place: place(Self.label(name, reading.labels[spot]), spot.row, spot.column),
                certainty: open.match.certainty)
        }
        var table = ReadTable(
            form: form, number: context.number, title: context.title.isEmpty ? form.title : context.title,
            place: open.grid.place, figures: figures,
            unrecognizedRows: reading.unrecognized.map { place("\(name) \($0.label)", $0.row, 0) },
            missingColumns: reading.missingColumns,
            unassigned: reading.unreadable.map {
                place("\(Self.label(name, $0.label))：“\($0.text.trimmed)”不是数", $0.spot.row, $0.spot.column)
            }
                + reading.outside.map {
                    place(
                        "\(Self.label(name, $0.label))：“\($0.text.trimmed)”不在这一栏的口径里，这样分的各栏没有核对", $0.spot.row,
                        $0.spot.column)
                })
        table.captions = context.captions
        table.notes = open.notes
        table.rows = reading.rows.map { row in
            let words = [name, row.code, row.name].filter { !$0.isEmpty }.joined(separator: " ")
            let first = matrix[row.row].lazy.compactMap { $0?.place }.first
            return ReadRow(
                part: row.part, code: row.code, name: row.name,
                place: FigurePlace(label: words, place: first ?? open.grid.place))
        }
        return table
    }

    /// 公开05表 204 公共安全支出 / 基本支出
    private static func label(_ name: String, _ label: TableLabel?) -> String {
        let row = [name, label?.row ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
        return [row, label?.column ?? ""].filter { !$0.isEmpty }.joined(separator: " / ")
    }

    private func unitWord(_ figure: Figure, money: String) -> String {
        guard case .fact(let key) = figure, let measure = standards.concepts[key.concept]?.measure else { return money }
        return switch measure {
        case .money: money
        case .count(let word), .score(let word): word
        }
    }

    /// Self-evaluations and the like are kept whole for who reads them; anything else is listed besides.
    private mutating func addOther(_ context: GridContext) {
        otherGrids.append((context.title, context.grid))
        let words = [context.title] + context.grid.rows.prefix(12).joined().map(\.text)
        let folded = words.map { foldedLabel($0) }
        if standards.otherTables.contains(where: { other in folded.contains { $0.contains(other.word) } }) { return }
        let first = context.grid.rows.joined().first { !$0.text.trimmed.isEmpty }?.text.trimmed ?? ""
        unread.append(
            UnreadPart(
                reason: .unknownGrid, title: context.title.isEmpty ? String(first.prefix(40)) : context.title,
                place: context.grid.place))
    }
}
