import Paper

/// What a page holds, from the top.
enum PageItem {
    case line(TextLine)
    case table(PageTable)

    var top: Double {
        switch self {
        case .line(let line): line.baseline - line.size * 0.5
        case .table(let table): table.box.top
        }
    }

    var line: TextLine? {
        if case .line(let line) = self { return line }
        return nil
    }
}

/// A page read: its lines and tables, as someone sees them who holds it upright.
struct PageContent {
    /// From 1.
    let number: Int
    let geometry: PdfGeometry
    var items: [PageItem]
    /// Pictures, and nothing that can be read as text.
    let isPicture: Bool

    init(_ page: RawPage, number: Int) {
        self.number = number
        geometry = PdfGeometry(page)
        let glyphs = geometry.glyphs()
        let rules = RuleLines(page.rules, geometry: geometry)
        let filler = TableFiller(geometry: geometry, page: number)
        let (tables, rest) = filler.fill(RuledTable.tables(of: rules), with: glyphs)
        var lines = TextLine.lines(of: rest.filter { $0.turns == 0 })
        for index in lines.indices { lines[index].page = number }
        let all = lines.map { PageItem.line($0) } + tables.map { PageItem.table($0) }
        items = BorderlessTable.recognised(in: all.sorted { $0.top < $1.top }, geometry: geometry, page: number)
        isPicture = Self.isPicture(page, glyphs: glyphs)
    }

    /// A scan has at most a stamped number beside its picture; a font that does not say its characters is no better.
    private static func isPicture(_ page: RawPage, glyphs: [PdfGlyph]) -> Bool {
        let drawn = page.characters.filter { !$0.isGenerated && $0.unicode > 32 }
        if drawn.count > 20, drawn.filter(\.isUnmapped).count * 2 > drawn.count { return true }
        let size = Double(page.box.right - page.box.left) * Double(page.box.top - page.box.bottom)
        let covered = page.images.reduce(0.0) {
            $0 + Double(max(0, $1.right - $1.left)) * Double(max(0, $1.top - $1.bottom))
        }
        return covered > 0.2 * size && glyphs.filter { !$0.isBlank }.count < 20
    }
}

/// What stands on the pages beside the text: page numbers, and lines that most pages repeat.
enum PageFurniture {
    /// How far from the edge it may stand, of the page's height.
    private static let footBand = 0.14
    private static let headBand = 0.085

    static func remove(from pages: inout [PageContent]) {
        let repeated = repeatedLines(pages)
        for index in pages.indices {
            let height = pages[index].geometry.height
            while let last = pages[index].items.last?.line, last.baseline > (1 - footBand) * height,
                isPageNumber(last) || repeated.contains(key(last, height))
            {
                pages[index].items.removeLast()
            }
            while let first = pages[index].items.first?.line, first.baseline < headBand * height,
                isPageNumber(first) || repeated.contains(key(first, height))
            {
                pages[index].items.removeFirst()
            }
        }
    }

    /// Where a line stands and what it says but for its digits.
    private static func key(_ line: TextLine, _ height: Double) -> String {
        let words = line.text.filter { !$0.isBlank && !$0.isNumber }
        return "\(Int((line.baseline / 4).rounded())) \(Int(height)) \(words)"
    }

    private static func repeatedLines(_ pages: [PageContent]) -> Set<String> {
        var counts: [String: Int] = [:]
        for page in pages {
            let height = page.geometry.height
            let edge = page.items.compactMap(\.line).filter {
                $0.baseline < headBand * height || $0.baseline > (1 - footBand) * height
            }
            for it in Set(edge.map { key($0, height) }) { counts[it, default: 0] += 1 }
        }
        return Set(counts.filter { $0.value >= 3 && $0.value * 2 >= pages.count }.keys)
    }

    /// A number with dashes or the like around it: “- 3 -”, “— 3 —”, “第 3 页 共 9 页”, “3 / 9”, “III”.
    private static func isPageNumber(_ line: TextLine) -> Bool {
        let text = line.text.filter { !$0.isBlank }
        guard text.count <= 16 else { return false }
        var digits = 0
        var isRoman = true
        for character in text {
            if character.isNumber { digits += 1 }
            guard character.isNumber || "-–—－~·./第页共".contains(character) || "ivxIVX".contains(character) else {
                return false
            }
            isRoman = isRoman && "ivxIVX-–—－".contains(character)
        }
        return digits > 0 && digits <= 8 || isRoman
    }
}
