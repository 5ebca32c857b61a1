import Paper
import Standards

/// Rows of a form with funds, goals and indicators → the form.
struct ScoredFormReader {
    private enum Part { case funds, tasks, goals, indicators }

    private let definitions: EvaluationDefinitions
    private let cells: EvaluationCellReader
    private var form: EvaluationForm
    private var part = Part.funds
    private var funds: FundsReader
    private var indicators: IndicatorReader
    private var tasks: TaskReader
    private var monitoring: MonitoringReader
    private var goals: [SourceRow] = []
    private var before = ""
    /// A field whose label ended the line before.
    private var openField: String?

    init(_ definitions: EvaluationDefinitions, _ form: EvaluationForm) {
        self.definitions = definitions
        self.form = form
        cells = EvaluationCellReader(definitions: definitions)
        funds = FundsReader(definitions, form.definition)
        indicators = IndicatorReader(definitions)
        tasks = TaskReader(definitions, form.definition)
        monitoring = MonitoringReader(definitions)
    }

    mutating func read(_ rows: [SourceRow]) -> EvaluationForm {
        for row in rows {
            turn(at: row)
            switch part {
            case .funds:
                addFields(row)
                funds.add(row)
            case .tasks: tasks.add(row)
            case .goals: goals.append(row)
            case .indicators:
                if form.definition.kind == .monitoring { monitoring.add(row) } else { indicators.add(row) }
            }
            before = row.folded
        }
        funds.finish(into: &form)
        tasks.finish(into: &form)
        addGoals()
        indicators.finish(into: &form)
        monitoring.finish(into: &form)
        return form
    }

    /// Which part of the form a row begins.
    private mutating func turn(at row: SourceRow) {
        if indicators.isHeader(row), part != .indicators {
            part = .indicators
        } else if part != .indicators, tasks.isHeader(row) {
            part = .tasks
        } else if part != .indicators, part != .goals, isStop(row) {
            part = .goals
        }
    }

    /// A wrapped label may end in this row.
    private func isStop(_ row: SourceRow) -> Bool {
        definitions.stops.contains { stop in
            if !row.isWords { return row.filled.contains { foldedLabel($0.text).hasPrefix(stop) } }
            return row.folded.hasPrefix(stop)
                || row.folded.count < stop.count && (before + row.folded).hasSuffix(stop)
        }
    }

    // MARK: Fields

    private mutating func addFields(_ row: SourceRow) {
        if row.isWords { return addFieldsInWords(row) }
        let filled = row.filled
        for (index, piece) in filled.enumerated() {
            let folded = foldedLabel(piece.text).trimmingSuffix(":")
            guard let field = form.definition.fields.first(where: { $0.words.contains(folded) }),
                form.fields[field.name] == nil, index + 1 < filled.count, !isLabel(filled[index + 1].text)
            else { continue }
            form.fields[field.name] = cells.cell(filled[index + 1].text, filled[index + 1].place)
        }
    }

    private func isLabel(_ text: String) -> Bool {
        let folded = foldedLabel(text)
        return form.definition.fields.contains { $0.words.contains(folded) }
            || definitions.fundColumns.contains { $0.words.contains(folded) }
    }

    /// 主管部门 甲 实施单位 乙: what stands between one label and the next.
    private mutating func addFieldsInWords(_ row: SourceRow) {
        let words = row.pieces
        var open: (name: String, start: Int)? = openField.map { ($0, 0) }
        openField = nil
        func close(_ form: inout EvaluationForm, at end: Int) {
            guard let (name, start) = open, start < end, form.fields[name] == nil else { return }
            let text = words[start..<end].map(\.text).joined(separator: " ")
            form.fields[name] = cells.cell(text, words[start].place)
        }
        var index = 0
        // A label that ended on the line before opens the first word once.
        var before = before
        while index < words.count {
            if isFundLabel(words[index].text) {
                close(&form, at: index)
                open = nil
            }
            let found = field(words[index...], before: before)
            before = ""
            if let (name, length) = found {
                close(&form, at: index)
                open = (name, index + length)
                index += length
            } else {
                index += 1
            }
        }
        close(&form, at: words.count)
        if let (name, start) = open, start == words.count, form.fields[name] == nil { openField = name }
    }

    private func isFundLabel(_ text: String) -> Bool {
        let folded = foldedLabel(text)
        return definitions.fundColumns.contains { $0.words.contains(folded) }
    }

    /// A label of one or two words, or whose first half stands at the end of the line before.
    private func field(_ words: ArraySlice<SourceRow.Piece>, before: String) -> (String, Int)? {
        for length in [2, 1] where words.count >= length {
            let text = foldedLabel(words.prefix(length).map(\.text).joined()).trimmingSuffix(":")
            for field in form.definition.fields where field.words.contains(text) { return (field.name, length) }
            for field in form.definition.fields where !before.isEmpty && before.count <= 4 && length == 1 {
                if field.words.contains(before + text) { return (field.name, length) }
            }
        }
        // A wrapped label whose value is a line of its own.
        for field in form.definition.fields where !before.isEmpty && before.count <= 8 && field.words.contains(before) {
            return (field.name, 0)
        }
        return nil
    }

    // MARK: Goals

    private mutating func addGoals() {
        for row in goals {
            let filled = row.filled
            if row.isWords {
                form.goals.append(cells.cell(filled.map(\.text).joined(separator: " "), row.place))
                continue
            }
            let texts = filled.filter { piece in
                let folded = foldedLabel(piece.text)
                return !definitions.stops.contains { folded.hasPrefix($0) } && folded != "实际完成情况"
            }
            if texts.count == 2 {
                form.goals.append(cells.cell(texts[0].text, texts[0].place))
                form.achieved.append(cells.cell(texts[1].text, texts[1].place))
            } else {
                form.goals += texts.map { cells.cell($0.text, $0.place) }
            }
        }
    }
}

extension String {
    func trimmingSuffix(_ suffix: String) -> String { hasSuffix(suffix) ? String(dropLast(suffix.count)) : self }
}
