import Paper
import Standards
import Statements

/// What stands before the body: the lines of the cover and the printed contents.
struct FrontMatter {
    private(set) var cover: [ReadLine] = []
    private(set) var contents: [ReadHeading] = []
    /// Blocks of the contents: they repeat headings and are no part of the body.
    private(set) var contentsBlocks: Set<Int> = []

    private static let mostCoverLines = 15
    private static let longestLine = 60

    init(_ blocks: [Block]) {
        let start = blocks.firstIndex { $0.paragraph.map { Self.isContentsTitle($0.text) } ?? false }
        readCover(blocks, before: start)
        if let start { readContents(blocks, after: start) }
        // 一、收入决算情况说明 ........ 12, on a page of its own or after another title.
        for (index, block) in blocks.enumerated() where !contentsBlocks.contains(index) {
            if let text = block.paragraph?.text, Self.hasLeader(text) { add(block, index) }
        }
        for case .contents(let entries) in blocks { for entry in entries { add(entry) } }
        joinEntries(blocks)
        if contents.isEmpty { contentsBlocks = [] }
    }

    /// Ends at the contents or the first part; a paper that has neither begins with its body.
    private mutating func readCover(_ blocks: [Block], before start: Int?) {
        var lines: [ReadLine] = []
        for (index, block) in blocks.enumerated() {
            guard let paragraph = block.paragraph, paragraph.text.count <= Self.longestLine,
                lines.count < Self.mostCoverLines
            else { return }
            if index == start || LineWords.level(paragraph.text) == 1 {
                cover = lines
                return
            }
            let text = paragraph.text.trimmed
            if !text.isEmpty { lines.append(ReadLine(text, place: paragraph.place)) }
        }
    }

    /// Ends where its first entry is printed again: there the body begins.
    private mutating func readContents(_ blocks: [Block], after start: Int) {
        contentsBlocks.insert(start)
        for (index, block) in blocks.enumerated().dropFirst(start + 1) {
            guard let paragraph = block.paragraph else { break }
            let text = paragraph.text.trimmed
            if text.isEmpty || LineWords.isNote(text) {
                contentsBlocks.insert(index)
                continue
            }
            let (words, _) = Self.entry(text)
            if words.count > Self.longestLine || text.contains("。") { break }
            let folded = foldedLabel(words)
            if contents.contains(where: { Self.begins(folded, entry: foldedLabel($0.text)) }) { break }
            add(block, index)
        }
        // A title with nothing under it is not the contents.
        if contents.count < 2 { (contents, contentsBlocks) = ([], []) }
    }

    /// Whether a line is an entry printed again, without the name that told it from others (某表（某项目）), or the number of a part whose title stands on the next line.
    private static func begins(_ line: String, entry: String) -> Bool {
        line == entry || line.hasSuffix("部分") && entry.hasPrefix(line) || entry.hasPrefix(line + "(")
    }

    /// An entry too long for its line goes on in the next, where the page stands: the two together are a line of the body,
    /// and the first by itself is none.
    private mutating func joinEntries(_ blocks: [Block]) {
        let isCut = contents.indices.dropLast().contains {
            contents[$0].page == nil && contents[$0 + 1].page != nil && LineWords.level(contents[$0 + 1].text) == nil
        }
        guard isCut else { return }
        var body: Set<String> = []
        for (index, block) in blocks.enumerated() where !contentsBlocks.contains(index) {
            if let text = block.paragraph?.text, text.count <= Self.longestLine * 2 { body.insert(foldedLabel(text)) }
        }
        var joined: [ReadHeading] = []
        for entry in contents {
            if let last = joined.last, last.page == nil, let page = entry.page, LineWords.level(entry.text) == nil,
                !body.contains(foldedLabel(last.text)), body.contains(foldedLabel(last.text + entry.text))
            {
                joined[joined.count - 1] = ReadHeading(
                    level: last.level, text: last.text + entry.text, place: last.place, page: page)
            } else {
                joined.append(entry)
            }
        }
        contents = joined
    }

    private mutating func add(_ block: Block, _ index: Int) {
        guard let paragraph = block.paragraph else { return }
        contentsBlocks.insert(index)
        add(paragraph)
    }

    private mutating func add(_ paragraph: Paragraph) {
        let (words, page) = Self.entry(paragraph.text.trimmed)
        guard !words.isEmpty else { return }
        contents.append(
            ReadHeading(level: LineWords.level(words) ?? 1, text: words, place: paragraph.place, page: page))
    }

    private static func isContentsTitle(_ text: String) -> Bool { ["目录", "目次"].contains(foldedLabel(text)) }

    /// An entry without its leader and page.
    static func entry(_ line: String) -> (words: String, page: Int?) {
        // Bullets of a list.
        let text = String(line.drop { "-–•·*● \t".contains($0) })
        let digits = text.reversed().prefix { $0.isASCII && $0.isNumber }
        let rest = text.dropLast(digits.count)
        let words = rest.reversed().drop { ".…·．-—\t　 ".contains($0) }
        guard !digits.isEmpty, words.count < rest.count else { return (text, nil) }
        return (String(words.reversed()), Int(String(digits.reversed())))
    }

    /// Whether a line leads to a page by dots.
    private static func hasLeader(_ text: String) -> Bool {
        guard let last = text.trimmed.last, last.isNumber, last.isASCII else { return false }
        let rest = text.trimmed.reversed().drop { $0.isNumber || $0.isWhitespace }
        return rest.prefix { ".…·．".contains($0) }.count >= 2
    }
}

extension Block {
    /// Its words, where it is no grid.
    var paragraph: Paragraph? {
        switch self {
        case .heading(_, let words), .paragraph(let words): words
        case .grid, .chart, .contents: nil
        }
    }
}

extension Place {
    /// The page of the paper it stands on; nil where the format has none, or another document counts its own.
    var pageNumber: Int? { if case .page(let page, _) = self { page } else { nil } }
}
