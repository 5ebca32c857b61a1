import Paper

/// The id of each block of a paper, in reading order: its own anchor, or a number by its kind.
struct HtmlIds {
    /// One a block; empty where a block needs none.
    private(set) var ids: [String] = []
    private var used: Set<String> = []

    init(_ blocks: [Block]) {
        ids = blocks.map { block in
            switch block {
            case .heading(_, let paragraph), .paragraph(let paragraph): claim(Self.word(paragraph.anchor))
            case .grid, .chart, .contents: ""
            }
        }
        var counts = (headings: 0, grids: 0, charts: 0)
        for (index, block) in blocks.enumerated() where ids[index].isEmpty {
            switch block {
            case .heading:
                counts.headings += 1
                ids[index] = claim("heading-\(counts.headings)")
            case .grid:
                counts.grids += 1
                ids[index] = claim("table-\(counts.grids)")
            case .chart:
                counts.charts += 1
                ids[index] = claim("chart-\(counts.charts)")
            case .paragraph, .contents: break
            }
        }
    }

    /// An id may hold anything but white space.
    private static func word(_ anchor: String) -> String {
        var result = ""
        for scalar in anchor.unicodeScalars where HtmlText.isAllowed(scalar) {
            result.unicodeScalars.append(scalar.properties.isWhitespace ? "-" : scalar)
        }
        return result
    }

    private mutating func claim(_ wanted: String) -> String {
        guard !wanted.isEmpty else { return "" }
        var id = wanted
        var number = 2
        while !used.insert(id).inserted {
            id = "\(wanted)-\(number)"
            number += 1
        }
        return id
    }
}
