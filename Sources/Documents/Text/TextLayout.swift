import Paper

/// Puts lines together: paragraphs out of sentences that were cut, grids out of rows.
struct TextLayout {
    private let lines: [PlainLine]
    /// Width of a full line of running text.
    private let fullWidth: Int
    /// Characters of each line of running text that goes on, where all are cut at the same count, in the middle of words
    /// and figures; nil where they are not.
    private let fixedCount: Int?
    /// Every line has a blank one behind it, so that a blank line says nothing.
    private let isDoubleSpaced: Bool
    private var result: [Block] = []

    /// Lines without a figure that may stand between two rows of one table: wrapped labels, a header again.
    private static let longestGap = 30
    /// A longer line is running text, though it has no mark of a sentence.
    private static let longestLabel = 56
    /// Longer than this is a sentence of its own behind a heading, not the end of a name.
    private static let widestTail = 44
    /// How much shorter than a full line one may be that goes on: words and figures are not cut in two.
    private static let shortRight = 6
    private static let raggedRight = 10
    /// A text cut at a count of characters has longer lines, and more of them.
    private static let shortestCut = 20
    private static let fewestCut = 8
    /// Fewer rows are no table.
    private static let fewestRows = 3

    init(_ all: [PlainLine]) {
        let lines = all.indices.filter { !Self.isPageNumber($0, in: all) }.map { all[$0] }
        self.lines = lines
        let widths = lines.filter { line in
            if case .prose = line.kind { return !line.endsSentence && line.width >= 40 }
            return false
        }.map(\.width).sorted()
        fullWidth = widths.isEmpty ? 60 : widths[widths.count * 4 / 5]
        fixedCount = Self.fixedCount(lines)
        isDoubleSpaced = all.filter(\.isAfterBlank).count * 10 > all.count * 6
    }

    private static func fixedCount(_ lines: [PlainLine]) -> Int? {
        let counts = lines.filter { line in
            if case .prose = line.kind { return !line.endsSentence && line.text.count >= shortestCut }
            return false
        }.map(\.text.count)
        let often = Dictionary(grouping: counts) { $0 }.values.max { $0.count < $1.count } ?? []
        return often.count >= fewestCut && often.count * 4 >= counts.count * 3 ? often.first : nil
    }

    /// A number alone between two lines of prose is a page's; between cells it is a cell.
    private static func isPageNumber(_ index: Int, in lines: [PlainLine]) -> Bool {
        switch lines[index].kind {
        case .pageNumber: return true
        case .number(let words):
            guard words[0].text.count <= 3, words[0].text.allSatisfy(\.isWholeNumber), index > 0,
                index + 1 < lines.count
            else { return false }
            if case .prose = lines[index - 1].kind, case .prose = lines[index + 1].kind { return true }
            return false
        default: return false
        }
    }

    mutating func blocks() -> [Block] {
        var next = 0
        while next < lines.count {
            switch lines[next].kind {
            case .cells: next = tabbed(from: next)
            case .row, .number: next = loose(from: next)
            case .label, .prose, .pageNumber: next = paragraph(from: next)
            case .table(let grid):
                result.append(.grid(grid))
                next += 1
            }
        }
        return result
    }

    // MARK: Running text

    private mutating func paragraph(from first: Int) -> Int {
        var text = String(lines[first].text)
        var breaks: [Paragraph.LineBreak] = []
        var length = text.count
        var last = first
        while last + 1 < lines.count, goesOn(last) {
            last += 1
            let line = lines[last]
            if let end = text.last, let start = line.text.first, end.isASCII, start.isASCII, end.isLetter,
                start.isLetter
            {
                text += " "
                length += 1
            }
            breaks.append(Paragraph.LineBreak(offset: length, place: line.place))
            text += line.text
            length += line.text.count
        }
        result.append(.paragraph(Paragraph(text, place: lines[first].place, lineBreaks: breaks)))
        return last + 1
    }

    /// Whether the sentence of a line goes on in the next.
    private func goesOn(_ index: Int) -> Bool {
        let (line, next) = (lines[index], lines[index + 1])
        if line.isText, next.isText, isCut(line, before: next) || next.beginsWithin { return true }
        guard !line.endsSentence || line.endsBracket && isFull(line), !next.beginsItem, !line.isTitle(before: next)
        else { return false }
        switch next.kind {
        case .cells, .table: return false
        case .row, .number, .label, .prose, .pageNumber: break
        }
        switch line.kind {
        case .prose: if line.isOpen || next.beginsUnit(of: line) { return true }
        case .label:
            // The titles of a table's columns are as long, and rows follow them.
            guard case .prose = next.kind, line.width >= Self.longestLabel || isCutItem(line, before: next) else {
                return false
            }
        case .cells, .row, .number, .pageNumber, .table: return false
        }
        // A figure that did not fit stands whole on the next line.
        guard isFull(line, short: next.uncut) else { return false }
        return isDoubleSpaced || !next.isAfterBlank || next.number > line.number + 2
    }

    /// Whether it is as long as a text's lines are cut. A sentence that ends right there ends its paragraph only where
    /// an item or a blank line follows: of all the sentences of a paragraph one alone is the last.
    private func isCut(_ line: PlainLine, before next: PlainLine) -> Bool {
        guard line.text.count == fixedCount, !line.isTitle(before: next) else { return false }
        if !line.endsSentence || line.endsBracket { return true }
        if case .label = next.kind, !next.leads { return false }
        return !next.beginsItem && !next.isAfterBlank
    }

    /// - Parameter short: how much shorter it may be for what follows.
    private func isFull(_ line: PlainLine, short: Int = 0) -> Bool {
        line.width + short + (isDoubleSpaced ? Self.raggedRight : Self.shortRight) >= fullWidth
    }

    /// Whether a numbered line that fills its width is only the beginning of what the short line behind it ends
    /// (12、…款⏎生活（项）。): a name that a page was too narrow for.
    private func isCutItem(_ line: PlainLine, before next: PlainLine) -> Bool {
        line.beginsItem && next.endsSentence && next.width <= Self.widestTail && !next.text.contains("，")
    }

    // MARK: Tables

    /// `部门：某局 ⇥ 金额单位：万元` above a table: words with their labels, set left and right, blank cells between; or one
    /// word set right (⇥⇥⇥公开01表). No row of it.
    private func isInformation(_ index: Int) -> Bool {
        guard case .cells(let cells) = lines[index].kind, index + 1 < lines.count,
            case .cells(let next) = lines[index + 1].kind, next.count > 2
        else { return false }
        let words = cells.filter { !$0.text.isEmpty }
        let isLabelled = words.allSatisfy { $0.text.contains { "：:".contains($0) } }
        switch words.count {
        case 1: return isLabelled || cells[0].text.isEmpty && !words[0].isNumber
        case 2: return isLabelled
        default: return false
        }
    }

    private mutating func tabbed(from first: Int) -> Int {
        var rows: [[Word]] = []
        var numbers: [Int] = []
        var next = first
        while isInformation(next) {
            guard case .cells(let cells) = lines[next].kind else { break }
            let words = cells.filter { !$0.text.isEmpty }
            if words.count == cells.count {
                // Set left and right of one line.
                result.append(.paragraph(Paragraph(String(lines[next].text), place: lines[next].place)))
            } else {
                for word in words {
                    result.append(
                        .paragraph(Paragraph(word.text, place: .line(lines[next].number, column: word.column))))
                }
            }
            next += 1
        }
        while next < lines.count, let cells = lines[next].cells(below: rows) {
            // Blank lines cut a table at a page's end; another one has other columns.
            if lines[next].isAfterBlank, let last = rows.last, last.count != cells.count { break }
            rows.append(cells)
            numbers.append(lines[next].number)
            next += 1
        }
        result.append(.grid(TextGrid(rows: rows, numbers: numbers).grid()))
        return next
    }

    /// Rows and the labels between them; where they are too few, each line is a paragraph.
    private mutating func loose(from first: Int) -> Int {
        var last = first
        var rows = 0
        var next = first
        scan: while next < lines.count, next - last <= Self.longestGap {
            switch lines[next].kind {
            case .row, .number:
                last = next
                rows += 1
            case .label: break
            case .cells, .prose, .pageNumber, .table: break scan
            }
            next += 1
        }
        guard rows >= Self.fewestRows else {
            for line in lines[first...last] {
                result.append(.paragraph(Paragraph(String(line.text), place: line.place)))
            }
            return last + 1
        }
        let cells = lines[first...last].map { line in
            Word.words(of: line.text, column: line.column).enumerated().map { index, word in
                Cell(
                    word.text, number: ReadNumber.of(word.text), column: index,
                    place: .line(line.number, column: word.column))
            }
        }
        result.append(
            .grid(
                Grid(
                    rows: cells, columnCount: cells.map(\.count).max() ?? 0, headerRowCount: 0, isLoose: true,
                    place: lines[first].place)))
        return last + 1
    }
}

extension PlainLine {
    private static let totals: Set<String> = ["合计", "总计"]

    /// Its cells, where it may be a row below those of a table.
    fileprivate func cells(below rows: [[Word]]) -> [Word]? {
        if case .cells(let cells) = kind { return cells }
        // An editor took the tabs at its end away.
        if indented == nil, Self.totals.contains(String(text)), !isAfterBlank, rows.last?.count ?? 0 > 1 {
            return [Word(String(text), column: column)]
        }
        guard let indented, !isAfterBlank, let last = rows.last, last.count >= indented.count else { return nil }
        return indented
    }
}
