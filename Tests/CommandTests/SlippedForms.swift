import Fiscal
import Ledger
import Narrative
import Paper
import Performance
import Publication
import Standards
import Support

@testable import Audit
@testable import mingzhang

/// A paper of forms that one cell at a time is changed in.
struct SlippedForms: Sendable {
    private let paper: Paper
    private let forms: [EvaluationForm]
    private let reader: PaperReader
    private let copy: PaperCopy?
    private let rules: [Rule]
    private let words: WordLists
    private let known: Set<String>
    private let reports: [PrintedReport]
    /// How often each figure is printed in cells and sentences.
    private let printings: [String: Int]

    /// nil where the programs that the copy takes are not installed.
    init?(_ package: BuiltPackage, copy: PaperCopy?) throws {
        paper = package.publication.paper.placed
        self.copy = copy
        reports = package.publication.performance.reports
        printings = Self.printings(paper)
        var reader = PaperReader(standards: package.facts.standards, choice: .named)
        forms = reader.read(paper, file: "绩效").evaluations
        let library = try Printing.library.get()
        rules = try library.rules(for: package.facts.standards)
        words = try library.wordLists(for: package.facts.standards)
        guard let read = try copy.map({ try $0.read(package.publication.paper) }) ?? paper else { return nil }
        let plain = reader.read(read, file: "绩效")
        let report = Auditor.audit(plain, options: AuditOptions(rules: rules, words: words))
        known = Set(report.findings.map { $0.rule + $0.message })
        self.reader = reader
    }

    /// One slip a figure.
    func slips(_ random: inout SplitMix64) -> [PerformanceMutations.Slip] {
        var result: [PerformanceMutations.Slip] = []
        for (index, form) in forms.enumerated() {
            var cells: [(PerformanceMutations.Kind, EvaluationCell?, String)] = []
            for item in form.indicators {
                cells += [
                    (.weight, item.weight, item.title), (.score, item.score, item.title),
                    (.target, item.target, item.title), (.achieved, item.actual, item.title),
                ]
            }
            for row in form.funds {
                for column in FundColumn.amounts { cells.append((.money, row[column], row.name + column)) }
                cells.append((.rate, row[FundColumn.rate], row.name))
                cells.append((.score, row[FundColumn.score], row.name))
                cells.append((.weight, row[FundColumn.weight], row.name))
            }
            cells += [(.total, form.totalWeight, "总分值"), (.total, form.totalScore, "总得分")]
            for row in form.rows {
                cells += row.values.map { (.base, $1, "\(row.label.bare)\($0.rawValue)") }.sorted { $0.2 < $1.2 }
            }
            cells += form.staff.sorted { $0.key < $1.key }.map { (.base, $1, $0) }
            for (kind, cell, label) in cells {
                guard let slip = slip(kind, cell, label, form: index, &random) else { continue }
                result.append(slip)
            }
            result += names(form, index)
        }
        return result + reportSlips(&random)
    }

    /// An indicator that takes its neighbour's name, a project that is put under another department.
    private func names(_ form: EvaluationForm, _ index: Int) -> [PerformanceMutations.Slip] {
        var result: [PerformanceMutations.Slip] = []
        func add(_ cell: EvaluationCell, _ new: String) {
            guard let place = cell.place, let (block, row, number, text) = cellText(at: place),
                text.trimmed == cell.text
            else { return }
            let change = PaperSlip(kind: .cell, block: block, cell: (row, number), old: text, new: new)
            result.append(
                PerformanceMutations.Slip(kind: .name, form: index, place: place, label: cell.text, change: change))
        }
        for (one, next) in zip(form.indicators, form.indicators.dropFirst())
        where one.first == next.first && one.second == next.second {
            add(one.name, next.name.text)
        }
        if let cell = form.fields["主管部门"] { add(cell, WordSlip.oneCharacterOther(cell.text)) }
        return result
    }

    /// Figures of reports.
    private func reportSlips(_ random: inout SplitMix64) -> [PerformanceMutations.Slip] {
        var result: [PerformanceMutations.Slip] = []
        let sentences = reports.flatMap(\.sentences)
        for (number, block) in paper.blocks.enumerated() {
            guard case .paragraph(let words) = block, let place = words.place,
                let sentence = sentences.first(where: {
                    $0.text == words.text && words.anchor.hasSuffix("-s-\($0.id)")
                })
            else { continue }
            for figure in sentence.figures {
                let text = figure.printed.text()
                guard sentence.text.dropFirst(figure.offset).hasPrefix(text), !figure.printed.isZero,
                    let other = FigureSlip.slipped(figure.printed, neighbour: nil, &random)
                else { continue }
                let before = sentence.text.prefix(figure.offset).suffix(12)
                let change = PaperSlip(
                    kind: .figure, block: number, offset: figure.offset, old: text, new: other.text())
                result.append(
                    PerformanceMutations.Slip(kind: .report, place: place, label: "…\(before)", change: change))
            }
        }
        return result
    }

    private static func printings(_ paper: Paper) -> [String: Int] {
        var result: [String: Int] = [:]
        func count(_ text: String) {
            let words = text.split { !($0.isASCII && ($0.isNumber || $0 == "." || $0 == ",")) }
            for word in words {
                guard let number = try? NumberText.parse(word) else { continue }
                result[number.text(trimmingZeros: true), default: 0] += 1
            }
        }
        for block in paper.blocks {
            switch block {
            case .heading(_, let words), .paragraph(let words): count(words.text)
            case .grid(let grid): for cell in grid.rows.joined() { count(cell.text) }
            case .chart, .contents: break
            }
        }
        return result
    }

    private func cellText(at place: Place) -> (block: Int, row: Int, cell: Int, text: String)? {
        guard case .table(let table, let row, _) = place else { return nil }
        let blocks = paper.blocks
        let grids = blocks.indices.filter { if case .grid = blocks[$0] { true } else { false } }
        guard table <= grids.count, case .grid(let grid) = blocks[grids[table - 1]],
            let index = grid.rows[row - 1].firstIndex(where: { $0.place == place })
        else { return nil }
        return (grids[table - 1], row - 1, index, grid.rows[row - 1][index].text)
    }

    private func slip(
        _ kind: PerformanceMutations.Kind, _ cell: EvaluationCell?, _ label: String, form: Int,
        _ random: inout SplitMix64
    ) -> PerformanceMutations.Slip? {
        guard let cell, let place = cell.place, let printed = cell.number?.printed, !printed.isZero,
            let other = FigureSlip.slipped(printed, neighbour: nil, &random),
            let (block, row, index, text) = cellText(at: place), let range = text.firstRange(of: printed.text())
        else { return nil }
        let change = PaperSlip(
            kind: .cell, block: block, cell: (row, index),
            offset: text.distance(from: text.startIndex, to: range.lowerBound), old: printed.text(), new: other.text())
        return PerformanceMutations.Slip(kind: kind, form: form, place: place, label: label, change: change)
    }

    func outcome(of slip: PerformanceMutations.Slip) throws -> PerformanceMutations.Outcome {
        let changed = slip.change.applied(to: paper)
        let read = try copy.map { try $0.read(changed) ?? changed } ?? changed
        var reader = reader
        let understood = reader.read(read, file: "绩效")
        let report = Auditor.audit(understood, options: AuditOptions(rules: rules, words: words))
        let findings = report.findings.filter { $0.severity != .notice && !known.contains($0.rule + $0.message) }
        let places = Set(self.places(of: slip, in: read))
        let isDetected = findings.contains {
            $0.places.contains { found in found.place.place.map(places.contains) ?? false }
        }
        return PerformanceMutations.Outcome(isTouched: isTouched(slip, understood), isDetected: isDetected)
    }

    /// Where the cell stands in what was read.
    private func places(of slip: PerformanceMutations.Slip, in read: Paper) -> [Place] {
        guard copy != nil else { return [slip.place] }
        if slip.form < 0, case .paragraph(let words) = slip.change.applied(to: paper).blocks[slip.change.block] {
            return read.blocks.compactMap { block in
                if case .paragraph(let found) = block, foldedLabel(found.text) == foldedLabel(words.text) {
                    found.place
                } else {
                    nil
                }
            }
        }
        guard case .table(let table, let row, let column) = slip.place else { return [] }
        let grids = read.blocks.compactMap { if case .grid(let grid) = $0 { grid } else { nil } }
        guard table <= grids.count, row <= grids[table - 1].rows.count else { return [] }
        let matrix = grids[table - 1].matrix
        return column <= matrix[row - 1].count ? [matrix[row - 1][column - 1]?.place].compactMap { $0 } : []
    }

    /// Whether anything of the paper hangs on it. A target or an achieved value can be anything that leaves the score right.
    private func isTouched(_ slip: PerformanceMutations.Slip, _ changed: UnderstoodPaper) -> Bool {
        switch slip.kind {
        case .weight, .score, .money, .rate, .total: return true
        case .name:
            // Whose project it is can be told by the other forms alone.
            let departments = forms.compactMap { $0.fields["主管部门"] }
            return !departments.contains { $0.place == slip.place } || departments.count > 3
        case .base, .report:
            // Something has to print it a second time.
            let number = try? NumberText.parse(slip.change.old)
            return number.map { printings[$0.text(trimmingZeros: true), default: 0] > 1 } ?? false
        case .target, .achieved: break
        }
        guard slip.form < changed.evaluations.count else { return true }
        let definitions = changed.standards.evaluations
        guard
            let before = forms[slip.form].indicators.first(where: {
                $0.target?.place == slip.place || $0.actual?.place == slip.place
            }),
            let after = changed.evaluations[slip.form].indicators.first(where: { $0.title == before.title }),
            let old = Attainment(before, definitions), let new = Attainment(after, definitions), new.isSure
        else { return false }
        return old.isReached && !new.isReached && !new.hasReason && new.lost == 0
    }
}
