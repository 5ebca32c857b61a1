import Fiscal
import Paper
import Standards
import Statements

/// Tells which form a grid is: by its title, its number, its headers and rows, and the order of the profile last.
struct FormFinder {
    struct Match {
        let form: Form
        let reading: TableReading
        let certainty: Certainty
    }

    private struct Known {
        let form: Form
        let number: String
        /// Place in the profile's order; nil for a form that the profile does not print.
        let order: Int?
        let titles: [String]
        let telling: [[UInt32]]
    }

    private let known: [Known]
    private let standards: Standards
    private let unit: String

    /// A title that is as good as the form's own.
    private static let certainTitle = 0.95
    /// A title alike enough to believe, where the headers agree.
    private static let likelyTitle = 0.6

    init(standards: Standards, unit: String) {
        self.standards = standards
        self.unit = unit
        let words = standards.reading.headings
        let ordered = standards.orderedForms
        let ids = Set(ordered.map(\.form.id))
        let others = standards.forms.values.filter { !ids.contains($0.id) }.sorted { $0.id < $1.id }
        known =
            ordered.enumerated().map { Self.entry($1.form, number: $1.number, order: $0, words) }
            + others.map { Self.entry($0, number: "", order: nil, words) }
    }

    private static func entry(
        _ form: Form, number: String, order: Int?, _ words: ReadingWords.Headings
    ) -> Known {
        let titles = ([form.title] + form.aliases).map { foldedLabel($0) }
        return Known(
            form: form, number: foldedLabel(number), order: order, titles: titles,
            telling: titles.map { words.telling($0) })
    }

    /// The form that the lines above a grid name, however it is laid out.
    func titled(_ context: GridContext) -> Form? {
        scored(context).filter { $0.score >= Self.certainTitle }.max { $0.score < $1.score }?.entry.form
    }

    /// - Parameter last: the form recognised before it, for a grid that two forms fit equally.
    func find(_ context: GridContext, after last: Form?) -> Match? {
        let scored = scored(context)
        let certain = scored.filter { $0.score >= Self.certainTitle }.sorted { $0.score > $1.score }
        for (entry, _) in certain {
            if let reading = read(context.grid, as: entry.form) {
                return Match(form: entry.form, reading: reading, certainty: .read)
            }
        }
        if !certain.isEmpty { return nil }
        let fits = scored.compactMap { entry, title in fit(entry, title: title, context) }.sorted {
            $0.score > $1.score
        }
        guard let best = fits.first else { return nil }
        let rivals = fits.filter { best.score - $0.score < 0.05 }
        if rivals.count == 1 { return Match(form: best.entry.form, reading: best.reading, certainty: .read) }
        // Equal headers and no title: the next of the profile's order, and only as a guess.
        let place = known.first { $0.form.id == last?.id }?.order ?? -1
        let next = rivals.filter { $0.entry.order ?? .max > place }.min {
            $0.entry.order ?? .max < $1.entry.order ?? .max
        }
        guard let next else { return nil }
        return Match(form: next.entry.form, reading: next.reading, certainty: .guessed)
    }

    func read(_ grid: Grid, as form: Form) -> TableReading? {
        TableReader.read(grid, as: form, standards: standards, unit: unit)
    }

    private func fit(
        _ entry: Known, title: Double, _ context: GridContext
    ) -> (entry: Known, reading: TableReading, score: Double)? {
        guard !isAnothers(context, than: entry), let reading = read(context.grid, as: entry.form),
            reading.columnCount > 0
        else { return nil }
        let columns = 1 - Double(reading.missingColumns.count) / Double(reading.columnCount)
        let rows = Double(Set(reading.observations.map(\.position.row)).count)
        let known = rows / max(1, rows + Double(reading.unrecognized.count))
        let isNumbered = !entry.number.isEmpty && foldedLabel(context.number) == entry.number
        let isLikely = title >= Self.likelyTitle || isNumbered
        guard isLikely ? known > 0.3 || rows == 0 : columns == 1 && known >= 0.6 else { return nil }
        return (entry, reading, 2 * columns + title + known + (isNumbered ? 0.5 : 0))
    }

    /// Whether the title right above a grid is that of a table that none of the forms is, however alike it is.
    func isUnknown(_ context: GridContext) -> Bool { known.allSatisfy { isAnothers(context, than: $0) } }

    private func isAnothers(_ context: GridContext, than entry: Known) -> Bool {
        let words = standards.reading.headings
        let titles = context.titles.lazy.map { LineWords.core($0) }
        guard let title = titles.first(where: { $0.hasSuffix("表") && !LineWords.isTableNumber($0) }) else {
            return false
        }
        let printed = words.tables.filter { title.contains($0) }
        return !entry.titles.contains { name in
            printed.allSatisfy { name.contains($0) }
                && words.tables.allSatisfy {
                    !name.contains($0) || printed.contains($0) || words.tablesOptional.contains($0)
                }
        }
    }

    /// How well the lines above a grid name each form, 0 to 1.
    private func scored(_ context: GridContext) -> [(entry: Known, score: Double)] {
        let titles = context.titles.map { title in
            let bare = LineWords.core(title).replacing("(续)", with: "").replacing("续表", with: "")
            let isTable = bare.hasSuffix("表") || bare.hasSuffix(")")
            return (words: bare, telling: isTable ? standards.reading.headings.telling(bare) : [])
        }
        return known.map { entry in
            let scores = titles.map { titleScore(entry, $0.words, $0.telling) }
            return (entry, scores.max() ?? 0)
        }
    }

    private func titleScore(_ entry: Known, _ title: String, _ telling: [UInt32]) -> Double {
        var best = 0.0
        for (name, known) in zip(entry.titles, entry.telling) {
            if title == name { return 1 }
            if title.hasSuffix(name), isAddition(title.dropLast(name.count)) {
                // Of two titles that end alike the longer one is meant.
                best = max(best, Self.certainTitle + Double(name.count) / 10_000)
            } else {
                best = max(best, 0.9 * Likeness.of(telling, known))
            }
        }
        return best
    }

    /// What may stand before a form's title without making it another's: a number, a year, a unit's name.
    private func isAddition(_ head: Substring) -> Bool {
        LineWords.isTableNumber(String(head)) || head.contains("年") || head.hasSuffix("部门") || head.hasSuffix("单位")
            || (!unit.isEmpty && foldedLabel(unit) == head) || head.allSatisfy { $0.isNumber || ":、.-_".contains($0) }
    }
}
