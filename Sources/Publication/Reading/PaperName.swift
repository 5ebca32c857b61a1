import Fiscal
package import Paper
package import Standards

/// Whose paper it is and of which year, from its cover, titles and 「部门：」lines.
package struct PaperName: Sendable, Hashable {
    /// Empty where the paper does not say.
    package private(set) var unit = ""
    /// Of the accounts, not of publication; nil where the paper does not say.
    package private(set) var year: Int?

    private static let coverLines = 15

    /// The same for a paper whose other documents say whose it is.
    func of(unit: String) -> PaperName {
        var copy = self
        copy.unit = unit
        return copy
    }

    /// - Parameter noun: what papers of its kind are called: 决算, 预算.
    package init(_ paper: Paper, noun: String, words: ReadingWords.Papers) {
        var labelled: [String: Int] = [:]
        var years: [Int: Int] = [:]
        var opening: [String] = []
        func count(_ text: String, _ weight: Int) {
            for (year, own) in Self.years(in: text) { years[year, default: 0] += own * weight }
        }
        func take(_ text: String, isTitle: Bool) {
            if isTitle { count(text, 50) }
            guard text.utf8.count < 400, text.contains("：") || text.contains(":") else { return }
            for piece in LineWords.pieces(text) {
                if let name = LineWords.department(piece, words) { labelled[name, default: 0] += 1 }
            }
        }
        for block in paper.blocks {
            switch block {
            case .heading(_, let words), .paragraph(let words):
                let isOpening = opening.count < Self.coverLines
                if isOpening { opening.append(words.text.trimmed) }
                take(words.text, isTitle: isOpening && words.text.count < 60 || words.style == .tableTitle)
            case .grid(let grid):
                for row in grid.rows.prefix(4) {
                    for cell in row where cell.text.count < 60 { take(cell.text, isTitle: false) }
                }
            case .chart, .contents: break
            }
        }
        take(paper.title, isTitle: true)
        if years.isEmpty { for text in Self.paragraphs(of: paper) { count(text, 1) } }
        // 年度 and a title weigh more than how often a year is spoken of.
        year = years.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? paper.provenance.year
        let voted = labelled.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
        let cover = CoverReader(noun: noun, words: words)
        let candidates = [
            voted, cover.onCover(opening), cover.inHeading(opening + Self.headings(of: paper)),
            cover.inTitle(paper.title), paper.provenance.department, cover.besideYear(opening),
        ]
        unit = candidates.compactMap(\.self).first { !$0.isEmpty } ?? ""
    }

    private static func paragraphs(of paper: Paper) -> [String] {
        paper.blocks.compactMap { block in
            switch block {
            case .heading(_, let words), .paragraph(let words): words.text
            case .grid, .chart, .contents: nil
            }
        }
    }

    private static func headings(of paper: Paper) -> [String] {
        paper.blocks.compactMap { block in
            switch block {
            case .heading(let level, let words): level == 1 ? words.text : nil
            case .paragraph(let words): LineWords.level(words.text) == 1 ? words.text : nil
            default: nil
            }
        }
    }

    /// Years a text names, 年度 weighing more than 年.
    static func years(in text: String) -> [(year: Int, weight: Int)] {
        yearRanges(in: text).filter { found in
            // 较2020年度: what is compared with is not the paper's.
            text[..<found.range.lowerBound].last.map { !"较比与和同".contains($0) } ?? true
        }.map { ($0.year, $0.isFiscal ? 10 : 1) }
    }

    static func yearRanges(in text: String) -> [(year: Int, range: Range<String.Index>, isFiscal: Bool)] {
        var result: [(year: Int, range: Range<String.Index>, isFiscal: Bool)] = []
        var digits: [(place: String.Index, digit: Int)] = []
        for place in text.indices {
            let character = text[place]
            if let digit = digit(character) {
                digits.append((place, digit))
                continue
            }
            if character.isWhitespace { continue }
            if character == "年", digits.count == 4, digits[0].digit == 2, digits[1].digit == 0 {
                let next = text[text.index(after: place)...].first { !$0.isWhitespace }
                let year = digits.reduce(0) { $0 * 10 + $1.digit }
                result.append((year, digits[0].place..<place, next == "度"))
            }
            digits = []
        }
        return result
    }

    static func digit(_ character: Character) -> Int? {
        if let value = Numerals.digit(character) { return value }
        guard let scalar = foldedScalar(character.unicodeScalars.first ?? " "), ("0"..."9").contains(scalar) else {
            return nil
        }
        return Int(scalar.value) - 0x30
    }
}
