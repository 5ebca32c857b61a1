import Paper
import Standards

/// The block of money at the head of a form → rows of funds, and the application by nature.
struct FundsReader {
    private struct Column {
        let name: String
        let range: Range<Int>
    }

    private let definitions: EvaluationDefinitions
    private let definition: EvaluationDefinitions.Form
    private let cells: EvaluationCellReader
    /// Folded words since the form began: the header of a table in words stands in them.
    private var head = ""
    private var columns: [Column] = []
    /// Of the header row: columns that it covers, and where its last cell begins.
    private var header = (width: 0, last: 0)
    private var rows: [FundRow] = []
    private var others: [EvaluationCell] = []
    private var natureRows: [SourceRow] = []
    private var unread: [EvaluationCell] = []
    private var hasNatures = false

    /// 按收入性质分.
    private static let byNature = "性质分"
    private static let longestPrefix = 8

    init(_ definitions: EvaluationDefinitions, _ definition: EvaluationDefinitions.Form) {
        self.definitions = definitions
        self.definition = definition
        cells = EvaluationCellReader(definitions: definitions)
    }

    mutating func add(_ row: SourceRow) {
        if row.folded.contains(Self.byNature) { hasNatures = true }
        if hasNatures {
            natureRows.append(row)
        } else if row.isWords {
            addWords(row)
        } else if !addSideBySide(row), !isHeader(row) {
            addCells(row)
        }
    }

    func finish(into form: inout EvaluationForm) {
        form.funds = rows
        form.otherFunds = others
        form.unread += unread
        let scanner = NatureScanner(definitions)
        form.natures = scanner.scan(natureRows)
        form.otherNatures = scanner.others(natureRows)
    }

    // MARK: Cells

    private mutating func isHeader(_ row: SourceRow) -> Bool {
        let found = row.filled.compactMap { piece in
            column(foldedLabel(piece.text)).map {
                Column(name: $0, range: piece.column..<(piece.column + piece.width))
            }
        }
        guard found.count >= 2, Set(found.map(\.name)).count == found.count else { return false }
        columns = found
        header = (row.width, row.pieces.last?.column ?? 0)
        return true
    }

    /// 年初预算数（万元）, 得分（分值×执行率）.
    private func column(_ label: String) -> String? {
        let label = withoutPeriod(label)
        let bare = label.firstIndex(of: "(").map { String(label[..<$0]) } ?? label
        return definitions.fundColumns.first { $0.words.contains(label) || $0.words.contains(bare) }?.name
    }

    private mutating func addCells(_ row: SourceRow) {
        let filled = row.filled
        guard let index = filled.firstIndex(where: { name(foldedLabel($0.text)) != nil }),
            let name = name(foldedLabel(filled[index].text))
        else {
            // 资金总额：2565.36万元 in one cell.
            let scanned = NatureScanner(definitions).scan([row])
            if let total = scanned[FundName.total], !rows.contains(where: { $0.name == FundName.total }) {
                rows.append(FundRow(name: FundName.total, label: total, values: [FundColumn.initial: total]))
            } else {
                addOther(filled)
            }
            return
        }
        guard !columns.isEmpty else { return }
        // Where merged cells print once, a shorter row ends at the same right edge. In text the header's last cell is as wide
        // as what is left of the table, so that there it is where the last cells begin that tells.
        let last = row.pieces.last?.column ?? 0
        let gap = max(0, header.width - row.width)
        let shift = if case .line? = row.place?.inside { min(gap, max(0, header.last - last)) } else { gap }
        var values: [String: EvaluationCell] = [:]
        for piece in filled[(index + 1)...] {
            let range = (piece.column + shift)..<(piece.column + shift + piece.width)
            guard let column = columns.first(where: { $0.range.overlaps(range) }) else { continue }
            values[column.name] = cells.cell(piece.text, piece.place)
        }
        rows.append(FundRow(name: name, label: cells.cell(filled[index].text, filled[index].place), values: values))
    }

    /// A row of amounts below the total whose label nobody knows.
    private mutating func addOther(_ pieces: [SourceRow.Piece]) {
        guard !rows.isEmpty, let value = pieces.firstIndex(where: { cells.cell($0.text, nil).plain != nil }), value > 0,
            pieces[value].text.contains(".")
        else { return }
        others.append(cells.cell(pieces[..<value].map(\.text).joined(), pieces[0].place))
    }

    /// The row that a label names, whatever stands before it (其中：).
    private func name(_ label: String) -> String? {
        let bare = label.filter { $0 != ":" }
        for row in definitions.fundRows {
            for word in row.words where bare.hasSuffix(word) && bare.count - word.count <= Self.longestPrefix {
                let before = bare.dropLast(word.count)
                if before.isEmpty || before == "其中" || before.hasSuffix("其中") || before.hasSuffix(")") {
                    return row.name
                }
            }
        }
        return nil
    }

    /// 预算数 434.65 执行数 412.80, and below it 其中：财政拨款 before each of them again.
    private mutating func addSideBySide(_ row: SourceRow) -> Bool {
        let sides = definition.sideFunds
        let filled = row.filled
        guard !sides.isEmpty else { return false }
        var name: String?
        var label: SourceRow.Piece?
        var values: [String: EvaluationCell] = [:]
        for (piece, next) in zip(filled, filled.dropFirst()) {
            let value = cells.cell(next.text, next.place)
            let text = foldedLabel(piece.text)
            guard value.number != nil, cells.number(text) == nil else { continue }
            let side = sides.first { $0.words.contains(text) }?.name
            guard let own = side == nil ? self.name(text) : FundName.total, name == nil || name == own else {
                return false
            }
            // Below the first row the sides follow each other in the same order.
            guard let column = side ?? (values.count < sides.count ? sides[values.count].name : nil) else {
                return false
            }
            (name, label) = (own, label ?? piece)
            values[column] = value
        }
        guard let name, let label, values.count == sides.count else { return false }
        let text = name == FundName.total ? name : label.text
        rows.append(FundRow(name: name, label: cells.cell(text, label.place), values: values))
        return true
    }

    // MARK: Words

    private mutating func addWords(_ row: SourceRow) {
        let words = row.pieces
        let first = words.firstIndex { cells.number(foldedLabel($0.text)) != nil } ?? words.count
        let label = foldedLabel(words[..<first].map(\.text).joined())
        guard let name = name(label), !label.isEmpty else {
            head += row.folded
            addOther(words)
            return
        }
        guard !header(row).isEmpty else { return }
        let labelCell = cells.cell(words[..<first].map(\.text).joined(), words.first?.place)
        let values = words[first...].map { cells.cell($0.text, $0.place) }
        if let assigned = assigned(values) {
            rows.append(FundRow(name: name, label: labelCell, values: assigned))
        } else {
            unread += values
            rows.append(FundRow(name: name, label: labelCell, values: [:]))
        }
    }

    /// Names of the columns in the order that the words before the first row print them.
    private func header(_ row: SourceRow) -> [String] {
        var found: [(name: String, range: Range<String.Index>)] = []
        let words = definitions.fundColumns.flatMap { column in column.words.map { (column.name, $0) } }
            .sorted { $0.1.count > $1.1.count }
        for (name, word) in words {
            for range in head.ranges(of: word)
            where !found.contains(where: { $0.range.overlaps(range) || $0.name == name }) {
                found.append((name, range))
            }
        }
        return found.sorted { $0.range.lowerBound < $1.range.lowerBound }.map(\.name)
    }

    /// Values by column where the number of them and their signs leave one way only.
    private func assigned(_ values: [EvaluationCell]) -> [String: EvaluationCell]? {
        guard let row = natureless(values) else { return nil }
        return row
    }

    private func natureless(_ values: [EvaluationCell]) -> [String: EvaluationCell]? {
        if values.isEmpty { return [:] }
        let names = header(SourceRow(.words, []))
        if values.count == names.count, fits(values, names) { return pairs(names, values) }
        if values.count == names.count + 1 {
            let shifted = [FundColumn.applied] + names
            return fits(values, shifted) ? pairs(shifted, values) : nil
        }
        let amounts = names.filter { FundColumn.amounts.contains($0) }
        if values.count == amounts.count { return fits(values, amounts) ? pairs(amounts, values) : nil }
        let withRate = amounts + [FundColumn.rate]
        return values.count == withRate.count && fits(values, withRate) ? pairs(withRate, values) : nil
    }

    private func pairs(_ names: [String], _ values: [EvaluationCell]) -> [String: EvaluationCell] {
        Dictionary(zip(names, values), uniquingKeysWith: { first, _ in first })
    }

    /// A percent sign stands with the rate, and nowhere else.
    private func fits(_ values: [EvaluationCell], _ names: [String]) -> Bool {
        zip(names, values).allSatisfy { name, value in
            guard let number = value.number else { return false }
            return number.isPercent ? name == FundColumn.rate : name != FundColumn.rate || value.plain != nil
        }
    }
}

/// Running labels and figures (其中：一般公共预算：3330.55 其他资金 74.81) → figures by label.
struct NatureScanner {
    /// 一般公共预算（含上年结转）: a remark between a label and its figure.
    private static let longestRemark = 16

    private let labels: [(name: String, word: String)]
    private let cells: EvaluationCellReader

    init(_ definitions: EvaluationDefinitions) {
        let total = definitions.fundRows.filter { $0.name == FundName.total }
        labels = (definitions.natures + total).flatMap { label in label.words.map { (label.name, $0) } }
            .sorted { $0.1.count > $1.1.count }
        cells = EvaluationCellReader(definitions: definitions)
    }

    func scan(_ rows: [SourceRow]) -> [String: EvaluationCell] { all(rows).named }

    /// Figures that stand behind no label that is known: parts of the whole by another name.
    func others(_ rows: [SourceRow]) -> [EvaluationCell] { all(rows).others }

    private func all(_ rows: [SourceRow]) -> (named: [String: EvaluationCell], others: [EvaluationCell]) {
        var characters: [Character] = []
        var places: [Place?] = []
        for piece in rows.flatMap(\.filled) {
            for character in foldedLabel(piece.text) {
                characters.append(character)
                places.append(piece.place)
            }
        }
        var named: [String: EvaluationCell] = [:]
        var others: [EvaluationCell] = []
        var index = 0
        while index < characters.count {
            guard let label = label(characters, at: index) else {
                let (text, length) = figure(characters, at: index)
                if text.contains(".") { others.append(cells.cell(text, places[index])) }
                index += max(1, length)
                continue
            }
            index += label.word.count
            index += remark(characters, at: index)
            if index < characters.count, characters[index] == ":" { index += 1 }
            let (text, length) = figure(characters, at: index)
            if named[label.name] == nil {
                named[label.name] = cells.cell(
                    text, length > 0 ? places[index] : places[max(0, index - 1)])
            } else if length > 0 {
                others.append(cells.cell(text, places[index]))
            }
            index += length
        }
        return (named, others)
    }

    /// How long the brackets are that begin at a place; nothing where none do.
    private func remark(_ characters: [Character], at index: Int) -> Int {
        guard index < characters.count, characters[index] == "(",
            let end = characters[index...].prefix(Self.longestRemark + 2).firstIndex(of: ")")
        else { return 0 }
        return end + 1 - index
    }

    private func label(_ characters: [Character], at index: Int) -> (name: String, word: String)? {
        labels.first { characters[index...].starts(with: $0.word) }
    }

    /// The figure with its unit that begins at a place; empty where none does.
    private func figure(_ characters: [Character], at index: Int) -> (String, Int) {
        let digits = characters[index...].prefix { $0.isASCII && ($0.isNumber || $0 == "." || $0 == ",") }
        guard !digits.isEmpty else { return ("", 0) }
        let rest = characters[(index + digits.count)...]
        for unit in ["亿元", "万元", "元"] where rest.starts(with: unit) {
            return (String(digits) + unit, digits.count + unit.count)
        }
        return (String(digits), digits.count)
    }
}
