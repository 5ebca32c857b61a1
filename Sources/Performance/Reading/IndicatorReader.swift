import Fiscal
import Paper
import Standards

/// The block of indicators → indicators with their levels and typed cells.
struct IndicatorReader {
    private struct Column {
        let name: String
        let range: Range<Int>
    }

    private let definitions: EvaluationDefinitions
    private let cells: EvaluationCellReader
    /// What the header of a column of reasons begins with.
    private static let reason = "偏差"
    private var columns: [Column] = []
    private var grid: SourceRow.Shape?
    private var hasHeader = false
    /// Words of a header in lines that are still to come.
    private var headerWords: String
    /// Words since the last row of values.
    private var pending: [SourceRow.Piece] = []
    private var levels: LevelScanner
    private var found: [EvaluationIndicator] = []
    private var unread: [EvaluationCell] = []
    private var total: [SourceRow.Piece]?
    private var totalWords = ""
    private var hasReasons = false
    private var totalGrade: EvaluationCell?

    init(_ definitions: EvaluationDefinitions) {
        self.definitions = definitions
        cells = EvaluationCellReader(definitions: definitions)
        levels = LevelScanner(definitions)
        headerWords = definitions.indicatorColumns.flatMap(\.words).joined(separator: "|")
    }

    func isHeader(_ row: SourceRow) -> Bool {
        guard let name = definitions.indicatorColumns.first(where: { $0.name == IndicatorColumn.name }),
            let third = name.words.first
        else { return false }
        if row.isWords { return row.folded.count <= 60 && name.words.contains(where: row.folded.contains) }
        return row.filled.contains { name.words.contains(foldedLabel($0.text)) } && !third.isEmpty
    }

    mutating func add(_ row: SourceRow) {
        if let pieces = TotalRow.label(row, definitions, isAmongIndicators: true) {
            total = pieces.filter { TotalRow.isFigure($0.text) }
            totalGrade = grade(row)
            levels.add(pending + words(row.filled.prefix { !TotalRow.isFigure($0.text) }), into: &found)
            pending = []
        } else if row.isWords {
            addWords(row)
        } else {
            addCells(row)
        }
    }

    mutating func finish(into form: inout EvaluationForm) {
        levels.add(pending, into: &found)
        levels.finish()
        form.indicators = found
        form.unread += unread
        form.hasReasons = hasReasons
        form.declared = levels.declared
        form.emptyLevels = levels.empty.map { cells.cell($0.text, $0.place) }
        form.hasSureLevels = levels.isSure
        form.grade = totalGrade
        guard let total else { return }
        if total.count >= 2 {
            form.totalWeight = cells.cell(total[0].text, total[0].place)
            form.totalScore = cells.cell(total[1].text, total[1].place)
        } else if let only = total.first, form.definition.kind == .goals {
            // What was not done yet has no score.
            form.totalWeight = cells.cell(only.text, only.place)
        } else if let only = total.first {
            form.totalScore = cells.cell(only.text, only.place)
        }
    }

    /// 等级: 优.
    private func grade(_ row: SourceRow) -> EvaluationCell? {
        for piece in row.filled {
            let folded = foldedLabel(piece.text)
            guard let mark = folded.firstRange(of: "等级") ?? folded.firstRange(of: "评级") else { continue }
            let word = folded[mark.upperBound...].drop { $0 == ":" }
            if definitions.grades.contains(where: { $0.name == word }) { return cells.cell(String(word), piece.place) }
        }
        return nil
    }

    private func words(_ pieces: some Sequence<SourceRow.Piece>) -> [SourceRow.Piece] { Array(pieces) }

    // MARK: Cells

    private mutating func addCells(_ row: SourceRow) {
        if takesHeader(row) { return }
        guard grid == row.shape else {
            // Without a header the cells of merged levels cannot be told from those of the levels beside them.
            levels.isSure = false
            return addTail(row)
        }
        var byColumn: [String: SourceRow.Piece] = [:]
        for piece in row.filled {
            let range = piece.column..<(piece.column + piece.width)
            guard let column = columns.first(where: { $0.range.overlaps(range) }), byColumn[column.name] == nil else {
                continue
            }
            byColumn[column.name] = piece
        }
        if isShifted(byColumn) { return addTail(row) }
        setLevels(byColumn)
        guard let name = byColumn[IndicatorColumn.name] else {
            if isNothing(byColumn) { return levels.closeEmpty() }
            unread += [IndicatorColumn.weight, IndicatorColumn.score].compactMap { byColumn[$0] }.map {
                cells.cell($0.text, $0.place)
            }
            return
        }
        func cell(_ column: String) -> EvaluationCell? { byColumn[column].map { cells.cell($0.text, $0.place) } }
        let nameCell = cells.cell(name.text, name.place)
        if nameCell.value == .nothing {
            levels.closeEmpty()
            return
        }
        append(
            EvaluationIndicator(
                first: levels.first, second: levels.second, name: nameCell, target: cell(IndicatorColumn.target),
                actual: cell(IndicatorColumn.actual), weight: cell(IndicatorColumn.weight),
                score: cell(IndicatorColumn.score), reason: cell(IndicatorColumn.reason), hasSureName: true))
    }

    /// 无 stands where the values would, and no points: the level has no indicator.
    private func isNothing(_ row: [String: SourceRow.Piece]) -> Bool {
        let values = [IndicatorColumn.target, IndicatorColumn.actual].compactMap { row[$0] }
        let points = [IndicatorColumn.weight, IndicatorColumn.score].compactMap { row[$0] }
        return !values.isEmpty && values.allSatisfy { cells.cell($0.text, $0.place).value == .nothing }
            && points.allSatisfy { cells.cell($0.text, $0.place).plain?.isZero ?? false }
    }

    /// Whether a row is a header, which tells the columns of those below it.
    private mutating func takesHeader(_ row: SourceRow) -> Bool {
        let header = row.filled.compactMap { piece -> Column? in
            let label = foldedLabel(piece.text)
            return definitions.indicatorColumns.first { $0.words.contains(label) }.map {
                Column(name: $0.name, range: piece.column..<(piece.column + piece.width))
            }
        }
        guard header.count >= 3 else { return false }
        columns = header
        hasReasons = header.contains { $0.name == IndicatorColumn.reason }
        grid = row.shape
        return true
    }

    /// Takes the levels of a row. A level that goes on in the next row was only the beginning of its name.
    private mutating func setLevels(_ row: [String: SourceRow.Piece]) {
        if let piece = row[IndicatorColumn.first], let (broken, whole) = levels.setFirst(piece) {
            for index in found.indices where found[index].first == broken { found[index].first = whole }
        }
        if let piece = row[IndicatorColumn.second], let (broken, whole) = levels.setSecond(piece) {
            for index in found.indices where found[index].second == broken { found[index].second = whole }
        }
    }

    /// A row whose cells moved by a column: the label of a level under another's heading, and no score under its own.
    private func isShifted(_ row: [String: SourceRow.Piece]) -> Bool {
        guard columns.contains(where: { $0.name == IndicatorColumn.score }),
            !(row[IndicatorColumn.score].map { TotalRow.isFigure($0.text) } ?? false),
            row.values.contains(where: { TotalRow.isFigure($0.text) })
        else { return false }
        return row[IndicatorColumn.first].map { levels.isSecond($0.text) && !levels.isFirst($0.text) } ?? false
            || row[IndicatorColumn.second].map { !levels.isSecond($0.text) } ?? false
    }

    private mutating func append(_ indicator: EvaluationIndicator) {
        found.append(indicator)
        levels.use()
    }

    /// Cells of a grid that has no header of its own: the values stand together, names and levels before them.
    private mutating func addTail(_ row: SourceRow) {
        let filled = row.filled
        guard let tail = tail(filled), tail.values == 2, tail.start > 0 else {
            pending = []
            unread += filled.filter { TotalRow.isFigure($0.text) }.map { cells.cell($0.text, $0.place) }
            levels.isSure = false
            return
        }
        let before = filled[..<tail.start]
        levels.add(words(before.dropLast()), into: &found)
        if let name = before.last { append(indicator(filled, tail, name: [name], isSure: true)) }
    }

    // MARK: Words

    private struct Tail {
        /// Of target or weight, whichever is first.
        let start: Int
        /// Target and actual before weight and score: 2, or 0 where they stand in lines above.
        let values: Int
        let weight: Int
    }

    /// Weight and score are the last two figures side by side; nothing behind them is one.
    private func tail(_ pieces: [SourceRow.Piece]) -> Tail? {
        guard let last = pieces.lastIndex(where: { TotalRow.isFigure($0.text) }), last > 0,
            TotalRow.isFigure(pieces[last - 1].text)
        else { return nil }
        let weight = last - 1
        return weight >= 2
            ? Tail(start: weight - 2, values: 2, weight: weight)
            : weight == 0 ? Tail(start: 0, values: 0, weight: 0) : nil
    }

    private mutating func addWords(_ row: SourceRow) {
        if found.isEmpty, pending.isEmpty, isHeaderWord(row.folded) {
            hasReasons = hasReasons || row.folded.contains(Self.reason)
            return
        }
        let pieces = row.pieces.filter { $0.text.contains { $0 != "…" && $0 != "." } }
        guard pieces.contains(where: { TotalRow.isFigure($0.text) }) else {
            pending += pieces
            return
        }
        guard let tail = tail(pieces) else {
            // A larger figure is neither a weight nor a score.
            let figures = pieces.filter { TotalRow.isFigure($0.text) }.map { cells.cell($0.text, $0.place) }
            unread += figures.filter { ($0.plain?.wholePart ?? 0) <= definitions.fullWeight }
            pending = []
            return
        }
        pending += pieces[..<tail.start]
        let name = levels.add(pending, into: &found)
        if name.contains(where: { foldedLabel($0.text).contains("分)") }) { levels.isSure = false }
        pending = []
        append(indicator(pieces, tail, name: name, isSure: false))
    }

    private func isHeaderWord(_ folded: String) -> Bool {
        isHeaderText(folded) || folded.split(separator: "标").allSatisfy { isHeaderText(String($0)) }
            || definitions.indicatorColumns.flatMap(\.words).reduce(folded) { $0.replacing($1, with: "") }.isEmpty
    }

    private func isHeaderText(_ folded: String) -> Bool { headerWords.contains(folded) }

    private func indicator(
        _ pieces: [SourceRow.Piece], _ tail: Tail, name: [SourceRow.Piece], isSure: Bool
    ) -> EvaluationIndicator {
        var name = name
        var target: EvaluationCell?
        var actual: EvaluationCell?
        if tail.values == 2 {
            target = cells.cell(pieces[tail.start].text, pieces[tail.start].place)
            actual = cells.cell(pieces[tail.start + 1].text, pieces[tail.start + 1].place)
        } else if let half = doubled(&name) {
            (target, actual) = (half, half)
        }
        let rest = pieces[(tail.weight + 2)...]
        return EvaluationIndicator(
            first: levels.first, second: levels.second,
            name: cells.cell(name.map(\.text).joined(), name.first?.place ?? pieces[tail.start].place),
            target: target, actual: actual,
            weight: cells.cell(pieces[tail.weight].text, pieces[tail.weight].place),
            score: cells.cell(pieces[tail.weight + 1].text, pieces[tail.weight + 1].place),
            reason: rest.isEmpty ? nil : cells.cell(rest.map(\.text).joined(), rest.first?.place),
            hasSureName: isSure)
    }

    /// Target and actual that wrapped both, word for word the same: 明显提 高 明显提 高.
    private func doubled(_ name: inout [SourceRow.Piece]) -> EvaluationCell? {
        for length in stride(from: min(6, name.count / 2), through: 1, by: -1) {
            let last = name.suffix(length)
            let before = name.dropLast(length).suffix(length)
            guard last.map(\.text) == before.map(\.text), let place = before.first?.place else { continue }
            name.removeLast(length * 2)
            return cells.cell(last.map(\.text).joined(), place)
        }
        return nil
    }
}

extension PrintedNumber {
    /// Without what stands behind the point.
    var wholePart: Int { Int(clamping: Int128(mantissa) / powerOfTen(decimals)) }
}
