import Fiscal
import Paper
import Publication
import Standards

/// 文内小表: the rows of a table of the paper's own making come to its total, and so do the columns behind 合计.
///
/// Nobody knows what it is about: that its rows are all there is shown by a column that does add up, or by their numbers.
struct OwnTableChecker: WordingChecker {
    let words: WordLists

    /// Rows in which a column is what those behind it come to, before it must be so in the others.
    private static let fewestProofs = 3

    func check(_ paper: WordingContext, rule: Rule) -> WordingResult {
        var result = WordingResult()
        if paper.paragraphs.isEmpty { result.lack(WordingWords.noProse) }
        let known = OwnTableWords(words)
        for index in paper.otherGrids.indices where isOwn(index, of: paper) && !isContinued(index, of: paper) {
            let title = paper.otherTitle(index)
            guard let table = OwnTable(paper.otherGrids[index], above: title, known) else { continue }
            let across = across(table, known)
            for sum in across + down(table, known, besides: across) {
                report(sum, paper.otherGrids[index].isLoose ? "" : title, paper, rule, into: &result)
            }
            result.pass(across.isEmpty ? table.columns.count : 0)
        }
        return result
    }

    // MARK: Which

    /// Forms of performance and what belongs to them are checked as such.
    private func isOwn(_ index: Int, of paper: WordingContext) -> Bool {
        let grid = paper.otherGrids[index]
        if let place = grid.place {
            return paper.unread.contains { $0.reason == .unknownGrid && $0.place == place }
        }
        let folded = grid.rows.prefix(Self.headRows).joined().map { foldedLabel($0.text) }
        return !paper.standards.otherTables.contains { other in folded.contains { $0.contains(other.word) } }
    }

    private static let headRows = 12

    /// Whether a grid beside it may be its other half, as over a page's end.
    private func isContinued(_ index: Int, of paper: WordingContext) -> Bool {
        let grid = paper.otherGrids[index]
        return [index - 1, index + 1].contains { other in
            guard paper.otherGrids.indices.contains(other) else { return false }
            let beside = paper.otherGrids[other]
            let isAlike = beside.columnCount == grid.columnCount && beside.isLoose == grid.isLoose
            return isAlike && (beside.header(1) == grid.header(1) || !beside.hasTotal(OwnTableWords(words)))
        }
    }

    // MARK: Sums

    private struct Failure {
        let header: String
        let total: OwnTable.Figure
        let parts: [OwnTable.Figure]
    }

    private func sum(_ figures: [OwnTable.Figure]) -> Bounds? {
        let all = figures.compactMap(\.bounds)
        return all.count == figures.count ? all.reduce(.zero, +) : nil
    }

    /// nil where the figures are too large to be added.
    private func holds(_ total: OwnTable.Figure, _ parts: [OwnTable.Figure]) -> Bool? {
        guard let whole = total.bounds, let sum = sum(parts) else { return nil }
        return whole.overlaps(sum)
    }

    private func down(_ table: OwnTable, _ known: OwnTableWords, besides across: [Failure]) -> [Failure] {
        let columns = table.columns.filter { known.isAdditive($0.header) }
        let told = Set(across.flatMap { [$0.total] + $0.parts }.map(\.text))
        let failing = columns.filter { holds($0.total, $0.cells) == false }
        let proofs = columns.filter { column in
            holds(column.total, column.cells) == true && column.cells.filter { !$0.number.isZero }.count > 1
        }
        let isWhole = table.isNumbered ? true : proofs.count >= max(1, failing.count)
        return failing.filter { column in
            isWhole && (columns.count > 1 || known.isMoney(column.header))
                // A wrong figure was told by its row.
                && !(column.cells + [column.total]).contains { told.contains($0.text) }
        }.map { Failure(header: $0.header, total: $0.total, parts: $0.cells) }
    }

    private func across(_ table: OwnTable, _ known: OwnTableWords) -> [Failure] {
        guard let index = table.columns.firstIndex(where: { known.isSum($0.header) }) else { return [] }
        let rest = table.columns[(index + 1)...]
        let parts = rest.prefix { known.isAdditive($0.header) && !known.isSum($0.header) }
        guard parts.count > 1, parts.count == rest.count else { return [] }
        let whole = table.columns[index]
        var rows: [Failure] = []
        for row in whole.cells.indices {
            rows.append(Failure(header: whole.header, total: whole.cells[row], parts: parts.map { $0.cells[row] }))
        }
        rows.append(Failure(header: whole.header, total: whole.total, parts: parts.map(\.total)))
        let failing = rows.filter { holds($0.total, $0.parts) == false }
        let proofs = rows.filter { holds($0.total, $0.parts) == true && $0.parts.count { !$0.number.isZero } > 1 }
        return proofs.count >= max(Self.fewestProofs, failing.count * 2) ? failing : []
    }

    private func report(
        _ failure: Failure, _ title: String, _ paper: WordingContext, _ rule: Rule, into result: inout WordingResult
    ) {
        guard let whole = failure.total.bounds, let sum = sum(failure.parts) else { return }
        let decimals = (failure.parts + [failure.total]).map(\.number.decimals).max() ?? 0
        func text(_ value: Int128) -> String {
            PrintedNumber.rounding(value, over: Bounds.scale, decimals: decimals)?.text() ?? "？"
        }
        let label = [title, failure.header].filter { !$0.isEmpty }.joined(separator: " ")
        result.findings.append(
            Finding(
                rule, paper, proof: .warning,
                message: WordingWords.ownTable(
                    label, failure.total.text, failure.parts.map(\.text), text(sum.middle),
                    text((whole.middle - sum.middle).magnitudeValue)),
                printed: failure.total.text, expected: text(sum.middle),
                places: ([failure.total] + failure.parts).map {
                    FindingPlace(text: $0.text, place: FigurePlace(label: label, place: $0.place))
                }))
    }
}

extension Grid {
    fileprivate func header(_ count: Int) -> [[String]] {
        rows.prefix(count).map { row in row.map { foldedLabel($0.text) } }
    }

    fileprivate func hasTotal(_ words: OwnTableWords) -> Bool {
        rows.contains { row in row.first.map { words.isTotal([foldedLabel($0.text)]) } ?? false }
    }
}
