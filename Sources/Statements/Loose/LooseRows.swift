import Fiscal
import Paper
import Standards

/// One row of one part of a loose table: what its columns mean, and its figures in order.
struct LooseRow {
    let label: String
    let spot: TableSpot
    let part: Int
    let spec: FactSpec
    /// One for each column of the part; nil where the row has no figure.
    let keys: [FactKey?]
    /// Figures, and marks of cells that have none.
    var values: [LooseToken] = []
}

/// Finds the rows in the words of a loose table: a row begins at its code or label, wherever its line breaks.
struct LooseRows {
    private let form: Form
    private let standards: Standards
    private let unit: String
    private let labels: LooseLabels
    private let hasRowNumbers: Bool
    private let hasCodes: Bool
    private var matchers: [RowMatcher]
    private(set) var rows: [LooseRow] = []
    private(set) var unrecognized: [(spot: TableSpot, label: String)] = []
    /// The row that figures belong to.
    private var current: Int?
    private var lastPart = -1
    /// The last 行次 of each part.
    private var lastNumbers: [Int]

    init(_ table: LooseTable, form: Form, standards: Standards, unit: String) {
        self.form = form
        self.standards = standards
        self.unit = unit
        labels = LooseLabels(form, standards: standards)
        matchers = form.parts.map { RowMatcher(part: $0, standards: standards) }
        lastNumbers = form.parts.map { $0.firstRowNumber - 1 }
        hasCodes = form.parts.contains { part in
            part.keyColumns.contains { $0.content != .name && $0.content != .rowNumber }
        }
        let lexer = LooseLexer(table, labels: labels)
        hasRowNumbers =
            lexer.hasRowNumbers && form.parts.contains { $0.keyColumns.contains { $0.content == .rowNumber } }
        let tokens = lexer.tokens()
        if form.parts.allSatisfy(\.keyColumns.isEmpty) { takeAll(tokens) } else { take(tokens) }
    }

    /// A form without labels has one row, of every figure.
    private mutating func takeAll(_ tokens: [LooseToken]) {
        guard let first = tokens.first(where: { !$0.isLabel }) else { return }
        for token in tokens where token.isLabel { unrecognized.append((token.spot, token.text)) }
        add(RowLabel(), shown: form.title, spot: first.spot, part: 0)
        if let current { rows[current].values = tokens.filter { !$0.isLabel } }
    }

    private mutating func take(_ tokens: [LooseToken]) {
        var index = 0
        var figures: [LooseToken] = []
        while index < tokens.count {
            guard tokens[index].isLabel else {
                figures.append(tokens[index])
                index += 1
                continue
            }
            var end = index
            while end < tokens.count, tokens[end].isLabel { end += 1 }
            let run = Array(tokens[index..<end])
            let code = code(before: run, figures)
            let codeSpot = figures.suffix(code?.count ?? 0).first?.spot
            finish(figures.dropLast(code?.count ?? 0))
            let after = tokens[end...].prefix { !$0.isLabel }
            begin(run, code: code?.text ?? "", codeSpot: codeSpot, next: after.first?.integer)
            figures = []
            index = end
        }
        finish(figures[...])
    }

    // MARK: Codes

    /// The code that stands before a name, in one word or cut into 类, 款 and 项; digits an eye lost are let through
    /// where the name is known.
    private func code(before run: [LooseToken], _ figures: [LooseToken]) -> (text: String, count: Int)? {
        guard hasCodes, let last = figures.last, last.integer != nil else { return nil }
        for (count, lengths) in [(3, [3, 2, 2]), (2, [3, 2])] where figures.count >= count {
            let pieces = figures.suffix(count).map(\.text)
            if pieces.map(\.count) == lengths, labels.isMember(pieces.joined()) { return (pieces.joined(), count) }
        }
        if labels.isMember(last.text) { return (last.text, 1) }
        let name = run.map(\.text).joined()
        let isTotal =
            labels.closing(name) != nil
            || form.parts.contains { part in
                part.rows.contains { row in
                    if case .fixed(let row) = row { return foldedLabel(row.label) == name }
                    return false
                }
            }
        return [3, 4, 5, 6, 7].contains(last.text.count) && !isTotal ? (last.text, 1) : nil
    }

    // MARK: Labels

    private mutating func begin(_ run: [LooseToken], code: String, codeSpot: TableSpot?, next: Int?) {
        let texts = run.map(\.text)
        let spot = codeSpot ?? run[0].spot
        guard let pieces = labels.segments(texts) else {
            if !code.isEmpty {
                row(code: code, name: texts.joined(), spot: spot, next: next)
                return
            }
            // A header or a note before the label: only its end is known.
            let start = texts.indices.suffix(LooseLabels.longest).first { labels.knows(texts[$0...].joined()) }
            unrecognized.append((spot, String(texts[..<(start ?? texts.count)].joined().prefix(60))))
            current = nil
            if let start { row(code: "", name: texts[start...].joined(), spot: run[start].spot, next: next) }
            return
        }
        for (order, piece) in pieces.enumerated() {
            row(
                code: order == 0 ? code : "", name: texts[piece].joined(),
                spot: order == 0 ? spot : run[piece.lowerBound].spot,
                next: order == pieces.count - 1 ? next : nil)
        }
    }

    private mutating func row(code: String, name: String, spot: TableSpot, next: Int?) {
        current = nil
        if code.isEmpty, let index = labels.closing(name) {
            let spec = form.closing[index].spec
            rows.append(
                LooseRow(
                    label: name, spot: spot, part: -1, spec: spec, keys: [spec.key(unit: unit, year: standards.year)]))
            current = rows.count - 1
            return
        }
        let label = RowLabel(code: code, name: name, number: "")
        add(label, shown: label.shown, spot: spot, part: part(of: label, next: next))
    }

    /// The part that knows the label; of several, the one whose 行次 follow, else the next on the line.
    private func part(of label: RowLabel, next: Int?) -> Int {
        if let code = Code(label.code), labels.isMember(label.code) { return labels.part(of: code) }
        let known = labels.parts(knowing: label.name)
        guard known.count > 1 else { return known.first ?? 0 }
        if hasRowNumbers, let next {
            let ordered = known.sorted { form.parts[$0].firstRowNumber < form.parts[$1].firstRowNumber }
            // The first 行次 of a part may differ by some rows between years.
            if let exact = known.first(where: { lastNumbers[$0] + 1 == next }) { return exact }
            return ordered.last { form.parts[$0].firstRowNumber <= next } ?? ordered[0]
        }
        let following = (lastPart + 1) % form.parts.count
        return known.contains(following) ? following : known[0]
    }

    private mutating func add(_ label: RowLabel, shown: String, spot: TableSpot, part index: Int) {
        guard let found = matchers[index].match(label) else {
            unrecognized.append((spot, shown))
            return
        }
        lastPart = index
        let part = form.parts[index]
        let keys = part.columns.map { column in
            found.hasFigure(in: column)
                ? column.spec.overlaid(by: found.spec).key(unit: unit, year: standards.year) : nil
        }
        rows.append(LooseRow(label: shown, spot: spot, part: index, spec: found.spec, keys: keys))
        current = rows.count - 1
    }

    // MARK: Figures

    /// Gives the figures behind a label to its row, without 行次.
    private mutating func finish(_ figures: ArraySlice<LooseToken>) {
        var figures = figures
        if let current, rows[current].part >= 0, hasRowNumbers, let number = figures.first?.integer {
            lastNumbers[rows[current].part] = number
            figures = figures.dropFirst()
        }
        if hasRowNumbers { figures = figures.prefix(figures.count - blankRows(figures)) }
        guard !figures.isEmpty else { return }
        if let current {
            rows[current].values += figures
        } else if let first = figures.first {
            unrecognized.append((first.spot, figures.map(\.text).joined(separator: " ")))
        }
    }

    /// How many words at the end are 行次 of rows that have no label.
    private mutating func blankRows(_ figures: ArraySlice<LooseToken>) -> Int {
        for count in (0...figures.count).reversed() {
            var numbers = lastNumbers
            let all = figures.suffix(count).allSatisfy { figure in
                guard let number = figure.integer, let part = numbers.firstIndex(of: number - 1) else { return false }
                numbers[part] = number
                return true
            }
            guard all else { continue }
            lastNumbers = numbers
            return count
        }
        return 0
    }
}
