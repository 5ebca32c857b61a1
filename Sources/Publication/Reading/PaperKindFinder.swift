import Paper
import Standards

/// Which kind of paper it is (决算, 预算), by what its cover and the titles of its tables say.
struct PaperKindFinder {
    private let kinds: [PaperKind]
    private let usual: PaperKind

    private static let coverLines = 15
    private static let longestLine = 60
    /// The paper's own title and its file's name weigh as much as several tables.
    private static let titleWeight = 3

    init(library: StandardsLibrary) throws {
        kinds = try library.kinds()
        usual = try library.kind(named: nil)
    }

    /// - Parameter names: what else may name the kind: the file's name.
    func kind(of paper: Paper, names: [String]) -> PaperKind {
        var votes: [PaperKind: Int] = [:]
        func count(_ line: String, _ weight: Int) {
            if let kind = kind(named: line) { votes[kind, default: 0] += weight }
        }
        for text in [paper.title] + names { count(text, Self.titleWeight) }
        var lines = 0
        for block in paper.blocks {
            switch block {
            case .heading(_, let words), .paragraph(let words):
                guard words.text.count <= Self.longestLine else { continue }
                lines += 1
                if lines <= Self.coverLines || words.text.trimmed.hasSuffix("表") { count(words.text, 1) }
            case .grid, .chart, .contents: continue
            }
        }
        let most = votes.values.max() ?? 0
        // Of equals the usual kind.
        return kinds.first { most > 0 && votes[$0] == most } ?? usual
    }

    /// Of several words in one line the last is meant: 一般公共预算支出决算表 is of final accounts.
    private func kind(named line: String) -> PaperKind? {
        let folded = foldedLabel(line)
        guard !folded.contains("。") else { return nil }
        var best: (kind: PaperKind, end: String.Index)?
        for kind in kinds {
            for word in kind.words {
                guard let end = folded.ranges(of: word).last?.upperBound, best.map({ end > $0.end }) ?? true else {
                    continue
                }
                best = (kind, end)
            }
        }
        return best?.kind
    }
}
