package import Paper
package import Standards

/// paper + definitions → the forms in it, in reading order.
package struct EvaluationReader: Sendable {
    private let definitions: EvaluationDefinitions

    private static let longestTitle = 45
    private static let longestPrefix = 16
    /// In bytes; those outside the first plane, with marks on them, are wider and stand in no title.
    private static let widestCharacter = 16
    /// A line that announces a report ends the form before it.
    private static let report = "报告"
    private static let longestReport = 30

    package init(_ definitions: EvaluationDefinitions) { self.definitions = definitions }

    /// - Parameters:
    ///   - taken: blocks that are tables of another kind.
    ///   - starts: blocks that begin another document, in which no form goes on.
    package func forms(
        in paper: Paper, except taken: Set<Int> = [], starts: Set<Int> = []
    ) -> [EvaluationForm] {
        guard !definitions.forms.isEmpty else { return [] }
        var documents: [[SourceRow]] = [[]]
        var next = starts.sorted()[...]
        for row in SourceRows(definitions).rows(of: paper, except: taken) {
            while let start = next.first, start <= row.block {
                documents.append([])
                next.removeFirst()
            }
            documents[documents.count - 1].append(row)
        }
        return documents.flatMap(regions).map { region in
            var form = form(
                EvaluationForm(definition: region.form, title: region.title, place: region.place), region.rows)
            form.mentionsTotal = region.rows.contains { row in definitions.totals.contains(where: row.folded.contains) }
            form.blocks = Set(region.rows.map(\.block))
            form.buildings = BuildingReader(definitions, region.form).rows(region.tail)
            return form
        }.filter { !$0.isEmpty }
    }

    private struct Region {
        let form: EvaluationDefinitions.Form
        let title: String
        let place: Place?
        var rows: [SourceRow] = []
        /// What stands in the same grid behind the form's own rows.
        var tail: [SourceRow] = []
        var isOpen = true
        var hasIndicators = false
    }

    private func regions(_ rows: [SourceRow]) -> [Region] {
        var regions: [Region] = []
        var lastGrid: SourceRow.Shape?
        let headers = IndicatorReader(definitions)
        for (index, row) in rows.enumerated() {
            defer { lastGrid = row.shape }
            if let (form, title) = title(row) {
                regions.append(Region(form: form, title: title, place: row.place))
                continue
            }
            if lastGrid != row.shape, !row.isWords, let form = untitled(rows[index...]), !follows(regions.last, row) {
                regions.append(Region(form: form, title: form.titles.last ?? form.id, place: row.place))
            }
            guard let last = regions.indices.last else { continue }
            guard regions[last].isOpen else {
                if regions[last].tail.last?.shape == row.shape { regions[last].tail.append(row) }
                continue
            }
            if isEnd(row, of: regions[last].form) {
                regions[last].isOpen = false
                if !row.isWords { regions[last].tail = [row] }
            } else {
                regions[last].rows.append(row)
                if headers.isHeader(row) { regions[last].hasIndicators = true }
                if TotalRow.label(row, definitions, isAmongIndicators: regions[last].hasIndicators) != nil {
                    regions[last].isOpen = false
                }
            }
        }
        return regions
    }

    /// A title stands alone in its row, and is no item of a list of attachments.
    private func title(_ row: SourceRow) -> (EvaluationDefinitions.Form, String)? {
        // As bytes first: few rows are short enough and have the words.
        guard row.folded.utf8.count <= Self.longestTitle * Self.widestCharacter else { return nil }
        var best: (form: EvaluationDefinitions.Form, word: String)?
        for form in definitions.forms {
            guard let word = form.titles.first(where: { row.folded.contains($0) }) else { continue }
            if best.map({ word.count > $0.word.count }) ?? true { best = (form, word) }
        }
        guard let best, let range = row.folded.firstRange(of: best.word),
            row.folded.count <= Self.longestTitle, row.isWords || row.filled.count == 1
        else { return nil }
        let before = row.folded[..<range.lowerBound]
        let after = row.folded[range.upperBound...]
        let digits = before.prefix { $0.isNumber }
        // An entry of the contents: leaders and the number of a page.
        let words = after.reversed().drop { "….·．".contains($0) || $0.isNumber }
        if after.last?.isNumber ?? false, words.first.map({ $0 == ")" }) ?? true { return nil }
        guard before.count <= Self.longestPrefix, after.count <= Self.longestPrefix,
            !before.contains("、"), !before.contains("见"), !after.contains("。"),
            digits.isEmpty || before.dropFirst(digits.count).first != "."
        else { return nil }
        return (best.form, row.filled.map(\.text).joined().trimmed)
    }

    /// A grid that no title announces, but its labels do.
    private func untitled(_ rows: ArraySlice<SourceRow>) -> EvaluationDefinitions.Form? {
        guard let shape = rows.first?.shape else { return nil }
        let own = rows.prefix { $0.shape == shape }
        let labels = Set(own.prefix(12).flatMap(\.filled).map { foldedLabel($0.text) })
        let hasActual = definitions.indicatorColumns.first { $0.name == IndicatorColumn.actual }.map { column in
            own.contains { row in row.filled.contains { column.words.contains(foldedLabel($0.text)) } }
        }
        return definitions.forms.first { form in
            form.marks.contains(where: labels.contains)
                && (form.kind == .base || (form.kind == .scored) == (hasActual ?? false))
        }
    }

    /// Whether a grid with its form's marks is the first of the form that the title above announced.
    private func follows(_ region: Region?, _ row: SourceRow) -> Bool {
        guard let region, region.isOpen else { return false }
        return !region.rows.contains { !$0.isWords && $0.shape != row.shape }
    }

    private func isEnd(_ row: SourceRow, of form: EvaluationDefinitions.Form) -> Bool {
        if (definitions.ends + form.ends).contains(where: row.folded.hasPrefix) { return true }
        return row.isWords && row.folded.count <= Self.longestReport && row.folded.contains(Self.report)
    }

    private func form(_ empty: EvaluationForm, _ rows: [SourceRow]) -> EvaluationForm {
        switch empty.definition.kind {
        case .scored, .goals, .monitoring:
            var reader = ScoredFormReader(definitions, empty)
            return reader.read(rows)
        case .base:
            var reader = BaseTableReader(definitions, empty)
            return reader.read(rows)
        }
    }
}

/// Names of columns in the definitions that the code asks for.
package enum FundColumn {
    package static let initial = "年初预算"
    package static let budget = "全年预算"
    package static let actual = "全年执行"
    package static let weight = "分值"
    package static let rate = "执行率"
    package static let score = "得分"
    /// What was applied for, where the form prints it before its columns.
    package static let applied = "预算申请"
    /// By the end of the period that is watched.
    package static let monitored = "监控执行"
    package static let monitoredRate = "监控执行率"
    package static let forecast = "预计执行"
    package static let amounts = [initial, budget, actual]
}

package enum FundName {
    package static let total = "总额"
    package static let fiscal = "财政拨款"
    package static let carried = "上年结转"
    package static let other = "其他资金"
    package static let basic = "基本支出"
    package static let project = "项目支出"
}

package enum IndicatorColumn {
    package static let first = "一级"
    package static let second = "二级"
    package static let name = "三级"
    package static let target = "指标值"
    package static let actual = "完成值"
    package static let weight = "分值"
    package static let score = "得分"
    package static let reason = "偏差原因"
}

package enum MonitoringColumn {
    package static let first = IndicatorColumn.first
    package static let second = IndicatorColumn.second
    package static let name = IndicatorColumn.name
    package static let target = IndicatorColumn.target
    package static let state = "执行情况"
    package static let forecast = "全年预计"
    package static let reason = "原因说明"
    package static let note = "备注"
    /// One column of words for all likelihoods.
    package static let likelihood = "可能性"
}

/// 1-7月执行数: a label without the months that it names.
func withoutPeriod(_ label: String) -> String {
    let digits = label.prefix { $0.isASCII && $0.isNumber }
    guard !digits.isEmpty, let dash = label.dropFirst(digits.count).first, "-—–~～至".contains(dash) else { return label }
    let rest = label.dropFirst(digits.count + 1)
    let last = rest.prefix { $0.isASCII && $0.isNumber }
    guard !last.isEmpty, rest.dropFirst(last.count).first == "月" else { return label }
    return "监控期" + rest.dropFirst(last.count + 1)
}

/// The row of totals at the foot.
enum TotalRow {
    /// The pieces that hold figures, where the words before them are a total's label.
    static func label(
        _ row: SourceRow, _ definitions: EvaluationDefinitions, isAmongIndicators: Bool
    ) -> [SourceRow.Piece]? {
        let filled = row.filled
        guard let first = filled.firstIndex(where: { isFigure($0.text) }), first > 0 else { return nil }
        let words = foldedLabel(filled[..<first].map(\.text).joined())
        if isAmongIndicators, definitions.indicatorTotals.contains(words),
            filled[first...].allSatisfy({ isFigure($0.text) })
        {
            return Array(filled[first...])
        }
        guard let label = definitions.totals.first(where: { words.hasSuffix($0) }) else { return nil }
        // A wrapped label of the column before may be glued to it.
        return words.count - label.count <= 12 ? Array(filled[first...]) : nil
    }

    static func isFigure(_ text: String) -> Bool {
        let folded = foldedLabel(text)
        return !folded.isEmpty && folded.allSatisfy { $0.isASCII && ($0.isNumber || $0 == ".") }
    }
}
