import Fiscal
import Paper
import Performance
import Publication
import Standards

/// Running text of a report, character by character with its places.
struct ReportText {
    struct Amount {
        let number: PrintedNumber
        let text: String
        /// Where its digits begin.
        let range: Range<Int>
    }

    let characters: [Character]
    let places: [Place?]
    let words: ReportWords

    private static let unit = "万元"
    private static let longestHeading = 30

    /// Folded, without white space; paragraphs follow each other.
    init(_ paragraphs: some Sequence<ReadParagraph>, words: ReportWords) {
        var characters: [Character] = []
        var places: [Place?] = []
        for paragraph in paragraphs {
            let text = foldedLabel(paragraph.text)
            for character in text {
                characters.append(character)
                places.append(paragraph.place)
            }
            if Self.isHeading(text, words) {
                characters.append("。")
                places.append(paragraph.place)
            }
        }
        self.characters = characters
        self.places = places
        self.words = words
    }

    /// 1、整体绩效目标完成情况 is no part of the sentence behind it; any other line may be one that a page's end has cut.
    private static func isHeading(_ text: String, _ words: ReportWords) -> Bool {
        if ReportScope.isTitle(text, words) { return true }
        let numerals = text.drop { $0 == "(" }.prefix { $0.isNumber }
        guard text.count <= longestHeading, !numerals.isEmpty, !text.contains(","), !text.contains("，"),
            let mark = text.drop(while: { $0 == "(" }).dropFirst(numerals.count).first
        else { return false }
        return "、.．)".contains(mark) && !"。；;：:".contains(text.last ?? "。") && !text.contains(unit)
    }

    /// The amount in 万元 whose digits begin at a place.
    func amount(at index: Int) -> Amount? {
        guard characters[index].isASCII, characters[index].isNumber,
            index == 0
                || !(characters[index - 1].isASCII && (characters[index - 1].isNumber || characters[index - 1] == "."))
        else { return nil }
        let digits = characters[index...].prefix { $0.isASCII && ($0.isNumber || $0 == "." || $0 == ",") }
        guard characters[(index + digits.count)...].starts(with: Self.unit),
            let number = try? NumberText.parse(String(digits))
        else { return nil }
        return Amount(number: number, text: String(digits) + Self.unit, range: index..<(index + digits.count))
    }

    func starts(with word: String, at index: Int) -> Bool { characters[index...].starts(with: word) }

    /// The first of some words that begins at a place.
    func word(of list: [String], at index: Int) -> String? { list.first { starts(with: $0, at: index) } }

    func cell(_ amount: Amount) -> EvaluationCell {
        EvaluationCell(
            text: amount.text,
            value: .number(EvaluationNumber(printed: amount.number, unit: Self.unit, comparison: nil)),
            place: places[amount.range.lowerBound])
    }

    /// Whether another paragraph or line begins there.
    func isLineStart(_ index: Int) -> Bool { index == 0 || places[index] != places[index - 1] }

    /// Some words around a place, for people.
    func around(_ index: Int) -> String {
        let start = characters[..<index].lastIndex { "。；;".contains($0) }.map { $0 + 1 } ?? 0
        return String(characters[max(start, index - 24)..<index])
    }
}

/// The paragraphs of the report that a form is attached to.
enum ReportScope {
    private static let longestTitle = 40

    /// The running text of each report of the paper, up to its first form.
    static func texts(in paper: UnderstoodPaper) -> [ReportText] {
        let words = paper.standards.evaluations.report
        let forms = paper.evaluations.compactMap { $0.place?.order }
        var segments: [[ReadParagraph]] = paper.tables.isEmpty ? [[]] : []
        for paragraph in paper.paragraphs {
            guard let order = paragraph.place?.order else { continue }
            if isTitle(paragraph.text, words)
                || (segments.last?.isEmpty ?? true) && paragraph.headings.contains(where: { isTitle($0, words) })
            {
                segments.append([])
            }
            guard !segments.isEmpty else { continue }
            let start = segments[segments.count - 1].first?.place?.order ?? order
            // What stands in another document, or behind a form, is none of it.
            guard start.document == order.document,
                !forms.contains(where: { start.precedes($0) && !order.precedes($0) && $0.document == order.document })
            else { continue }
            segments[segments.count - 1].append(paragraph)
        }
        return segments.filter { !$0.isEmpty }.map { ReportText($0, words: words) }
    }

    static func text(of form: EvaluationForm, in paper: UnderstoodPaper) -> ReportText? {
        guard let end = form.place?.order else { return nil }
        let words = paper.standards.evaluations.report
        let before = paper.paragraphs.filter { paragraph in paragraph.place?.order.map { $0.precedes(end) } ?? false }
        if let own = ownReport(before: end, among: before, in: paper) { return ReportText(own, words: words) }
        guard let start = before.lastIndex(where: { isUnderTitle($0, words) }) else {
            // A report by itself, whose title was not read as one.
            return !before.isEmpty && paper.tables.isEmpty
                && paper.evaluations.count { $0.definition.kind == .base } == 1
                ? ReportText(before, words: words) : nil
        }
        let first = before[start]
        // All paragraphs under the same title, or after it.
        let heading = first.headings.first { isTitle($0, words) }
        let from =
            heading.map { title in
                before.lastIndex { !$0.headings.contains(title) }.map { $0 + 1 } ?? 0
            } ?? start
        return ReportText(before[min(from, start)...], words: words)
    }

    /// The report between another unit's table and this one's; nil where none stands between the two.
    private static func ownReport(
        before end: ReadingOrder, among paragraphs: [ReadParagraph], in paper: UnderstoodPaper
    ) -> ArraySlice<ReadParagraph>? {
        let tables = paper.evaluations.filter { $0.definition.kind == .base }.compactMap { $0.place?.order }
        guard let other = tables.filter({ $0.precedes(end) }).max(by: { $0.precedes($1) }) else { return nil }
        func isBetween(_ place: Place?) -> Bool { place?.order.map { other.precedes($0) && $0.precedes(end) } ?? false }
        let own = paragraphs.filter { isBetween($0.place) }
        let words = paper.standards.evaluations.report
        if let title = own.firstIndex(where: { isUnderTitle($0, words) }) { return own[title...] }
        let hasReport = paper.reports.contains { report in
            !report.claims.isEmpty && report.claims.allSatisfy { isBetween($0.place.place) }
        }
        return hasReport ? own[...] : nil
    }

    private static func isUnderTitle(_ paragraph: ReadParagraph, _ words: ReportWords) -> Bool {
        isTitle(paragraph.text, words) || paragraph.headings.contains { isTitle($0, words) }
    }

    static func isTitle(_ text: String, _ words: ReportWords) -> Bool {
        let folded = foldedLabel(text)
        return folded.count <= longestTitle && words.titles.contains(where: folded.contains) && !folded.hasSuffix("。")
    }
}

/// Where a place comes in the reading order of its document.
struct ReadingOrder: Hashable {
    /// nil for the paper's own, where several documents are read as one.
    let document: String?
    private let number: Int

    /// nil where the kind of place does not tell.
    init?(_ place: Place) {
        document = place.document
        switch place.inside {
        case .line(let line, _): number = line
        case .page(let page, let box): number = page * 100_000 + Int(box.top)
        case .paragraph(let paragraph): number = paragraph
        case .table, .sheet, .document: return nil
        }
    }

    func precedes(_ other: ReadingOrder) -> Bool { document == other.document && number < other.number }
}

extension Place {
    fileprivate var order: ReadingOrder? { ReadingOrder(self) }

    /// Its line with the document's name, for formats whose places are lines.
    var line: ReadingOrder? {
        if case .line = inside { return ReadingOrder(self) }
        return nil
    }
}
