import Audit
import Documents
import Paper
import Publication

/// Findings → annotations on the pages of the PDF that they are about.
struct FindingMarks {
    private let file: String
    private let pageCount: Int
    private var finder: PdfWordFinder
    private var marks: [PdfMark] = []
    /// How many notes a place has.
    private var used: [Spot: Int] = [:]

    private struct Spot: Hashable {
        let page: Int
        let x: Int
        let y: Int
    }

    /// Between a figure and its box, in points.
    private static let padding = 1.5
    private static let gap = 1.0
    private static let notesInRow = 8
    private static let author = "明账"
    /// Where a finding without a place of its own is noted, from the page's corner.
    private static let corner = 12.0

    init(_ pages: [RawPage], file: String) {
        self.file = file
        pageCount = pages.count
        finder = PdfWordFinder(pages)
    }

    mutating func marks(_ findings: [Finding]) -> [PdfMark] {
        for (index, finding) in findings.enumerated() { add(finding, number: index + 1) }
        return marks
    }

    private mutating func add(_ finding: Finding, number: Int) {
        var count = 0
        var known: Set<FindingPlace> = []
        for (index, place) in finding.places.enumerated() where place.file.isEmpty || place.file == file {
            guard case .page(let page, let box)? = place.place.place, known.insert(place).inserted else { continue }
            let text = Self.text(finding, number: number, isMain: index == 0)
            let found = finder.boxes(
                of: place.text, endingOneOf: Self.clauses(place.place.label), page: page, box: box)
            let color = index == 0 ? finding.severity.color : Self.related
            for (part, line) in found.enumerated() {
                guard let space = finder.space(ofPage: line.page) else { continue }
                let name = "mingzhang-\(number)-\(index + 1)-\(part + 1)"
                let outer = Self.padded(line.box)
                marks.append(
                    .box(
                        page: line.page,
                        space.raw(left: outer.left, top: outer.top, right: outer.right, bottom: outer.bottom),
                        color: color, name: name))
            }
            let at = found.first ?? (page, Self.nowhere)
            note(number, text, at: at.box, page: at.page, color: color, name: "mingzhang-\(number)-\(index + 1)")
            count += 1
        }
        // What stands nowhere (a form that is missing) is noted on the first page.
        if count == 0, pageCount > 0 {
            let text = Self.text(finding, number: number, isMain: true)
            note(
                number, text, at: Self.nowhere, page: 1, color: finding.severity.color, name: "mingzhang-\(number)-1")
        }
    }

    /// Above the box's upper left corner, beside the notes that stand there already.
    private mutating func note(
        _ number: Int, _ text: String, at box: Box, page: Int, color: PdfMark.Color, name: String
    ) {
        guard let space = finder.space(ofPage: page) else { return }
        let spot = Spot(page: page, x: Int(box.left / 4), y: Int(box.top / 4))
        let count = used[spot, default: 0]
        used[spot] = count + 1
        let (column, row) = (Double(count % Self.notesInRow), Double(count / Self.notesInRow + 1))
        let x = box.left - Self.padding + column * (PdfMark.tagWidth(number) + Self.gap)
        let y = box.top - Self.padding - row * (PdfMark.tagHeight + Self.gap) + Self.gap
        marks.append(
            .note(
                page: page, number: number, at: (x, y), in: space, color: color,
                texts: ["Contents": text, "T": Self.author, "NM": name]))
    }

    private static let nowhere = Box(left: corner, top: corner * 2, right: corner, bottom: corner * 2)

    private static func padded(_ box: Box) -> Box {
        Box(
            left: box.left - padding, top: box.top - padding, right: box.right + padding, bottom: box.bottom + padding)
    }

    /// What a label may quote of a sentence: behind each of its colons, the longest first.
    private static func clauses(_ label: String) -> [String] {
        var clauses = [label]
        var rest = label[...]
        while let colon = rest.firstIndex(of: "：") {
            rest = rest[rest.index(after: colon)...]
            clauses.append(String(rest))
        }
        return clauses
    }

    private static func text(_ finding: Finding, number: Int, isMain: Bool) -> String {
        var lines = [
            "\(number). \(finding.severity.chinese)〔\(finding.rule)〕" + (isMain ? "" : "（有关的一处）"), finding.message,
        ]
        if !finding.cause.isEmpty { lines.append(CheckLine.cause.chinese + finding.cause) }
        if !finding.basis.isEmpty { lines.append(CheckLine.basis.chinese + finding.basis) }
        return lines.joined(separator: "\r")
    }

    /// Of places that a figure was held against.
    private static let related = PdfMark.Color(red: 70, green: 95, blue: 140)
}

extension Severity {
    fileprivate var color: PdfMark.Color {
        switch self {
        case .error: PdfMark.Color(red: 200, green: 0, blue: 30)
        case .warning: PdfMark.Color(red: 200, green: 110, blue: 0)
        case .notice: PdfMark.Color(red: 90, green: 90, blue: 130)
        }
    }
}
