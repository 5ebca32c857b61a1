import Audit
import Documents
import Paper
import Publication

/// Findings → annotations on the pages of the PDF that they are about.
struct FindingMarks {
    private let file: String
    /// What places call it where several documents are one paper.
    private let document: String
    private let isMain: Bool
    /// How many findings have a place in it.
    private(set) var findingCount = 0
    private let pageCount: Int
    private var finder: PdfWordFinder
    private var marks: [PdfMark] = []
    /// Where notes stand already, by page.
    private var notes: [Int: [Box]] = [:]

    /// Between a figure and its box, in points.
    private static let padding = 1.5
    private static let gap = 1.0
    private static let author = "明账"
    /// Where a finding without a place of its own is noted, from the page's corner.
    private static let corner = 12.0

    /// - Parameter isMain: whether places that name no document are in it.
    init(_ pages: [RawPage], file: String, document: String = "", isMain: Bool = true) {
        (self.file, self.document, self.isMain) = (file, document, isMain)
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
        for (index, place) in finding.places.enumerated() where isHere(place) {
            guard case .page(let page, let box)? = place.place.place?.inside, known.insert(place).inserted else {
                continue
            }
            let text = Self.text(finding, number: number, isMain: index == 0)
            let found = finder.boxes(
                of: place.text, endingOneOf: Self.clauses(place.place.label), page: page, box: box)
            let color = index == 0 ? finding.severity.color : Self.related
            for (part, line) in found.enumerated() {
                guard let space = finder.space(ofPage: line.page) else { continue }
                let name = "\(PdfMark.namePrefix)\(number)-\(index + 1)-\(part + 1)"
                let outer = Self.padded(line.box)
                marks.append(
                    .box(
                        page: line.page,
                        space.raw(left: outer.left, top: outer.top, right: outer.right, bottom: outer.bottom),
                        color: color, name: name))
            }
            let at = found.first ?? (page, Self.nowhere)
            note(
                number, text, at: at.box, page: at.page, color: color,
                name: "\(PdfMark.namePrefix)\(number)-\(index + 1)")
            count += 1
        }
        // What stands nowhere (a form that is missing) is noted on the first page.
        let isNowhere = count == 0 && isMain && finding.places.allSatisfy { $0.place.place == nil }
        if count > 0 || isNowhere { findingCount += 1 }
        if isNowhere, pageCount > 0 {
            let text = Self.text(finding, number: number, isMain: true)
            note(
                number, text, at: Self.nowhere, page: 1, color: finding.severity.color,
                name: "\(PdfMark.namePrefix)\(number)-1")
        }
    }

    private func isHere(_ place: FindingPlace) -> Bool {
        if let document = place.place.place?.document { return document == self.document }
        return isMain && (place.file.isEmpty || place.file == file)
    }

    /// Beside the box, where it covers least of what is printed and of other notes.
    private mutating func note(
        _ number: Int, _ text: String, at box: Box, page: Int, color: PdfMark.Color, name: String
    ) {
        guard let space = finder.space(ofPage: page) else { return }
        let places = Self.places(around: Self.padded(box), width: PdfMark.tagWidth(number))
        let costs = places.map { cost($0, page, space) }
        let best = costs.indices.min { (costs[$0], $0) < (costs[$1], $1) } ?? 0
        let place = places[best]
        notes[page, default: []].append(place)
        marks.append(
            .note(
                page: page, number: number, at: (place.left, place.top), in: space, color: color,
                texts: ["Contents": text, "T": Self.author, "NM": name]))
    }

    private mutating func cost(_ place: Box, _ page: Int, _ space: PdfPageSpace) -> Int {
        let isOutside = place.left < 0 || place.top < 0 || place.right > space.width || place.bottom > space.height
        let others = notes[page, default: []].count {
            $0.left < place.right && place.left < $0.right && $0.top < place.bottom && place.top < $0.bottom
        }
        return finder.covered(by: place, onPage: page) + others * 4 + (isOutside ? 100 : 0)
    }

    /// Left and right of it, at its corners above and below, then along its upper edge.
    private static func places(around box: Box, width: Double) -> [Box] {
        let height = PdfMark.tagHeight
        var corners = [
            (box.left - width - gap, box.top), (box.right + gap, box.top), (box.left, box.top - height),
            (box.right - width, box.top - height), (box.left, box.bottom), (box.right - width, box.bottom),
        ]
        for row in 1...2 {
            for column in 1...8 {
                corners.append((box.left + Double(column) * (width + gap), box.top - Double(row) * (height + gap)))
            }
        }
        return corners.map { Box(left: $0.0, top: $0.1, right: $0.0 + width, bottom: $0.1 + height) }
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
