package import Fiscal
package import Formulas

/// A few figures for which it is known what a rule says of them.
package struct RuleSample: Sendable {
    package enum Wanted: String, Sendable, CaseIterable {
        case passed = "通过"
        case failed = "不符"
        case unchecked = "未检查"
    }

    package let wanted: Wanted
    package let values: SampleValues
    package let file: String
    package let line: Int
}

/// Figures typed in by hand, in place of a paper's.
package struct SampleValues: FormulaValues {
    private struct Page: Hashable, Sendable {
        let form: String
        let yearOffset: Int
    }

    private var figures: [FormulaCell: Reading] = [:]
    private var pages: Set<Page> = []

    package init() {}

    package mutating func add(_ reading: Reading, at cell: FormulaCell) {
        figures[cell] = reading
        if let form = cell.form { markRead(form, yearOffset: cell.yearOffset) }
    }

    /// The form was read, whatever stands in it.
    package mutating func markRead(_ form: String, yearOffset: Int = 0) {
        pages.insert(Page(form: form, yearOffset: yearOffset))
    }

    package func reading(of cell: FormulaCell) -> Reading {
        if let found = figures[cell] { return found }
        guard let form = cell.form else {
            return figures.filter { $0.key.anywhere == cell }.map(\.value).first ?? .notRead
        }
        return pages.contains(Page(form: form, yearOffset: cell.yearOffset)) ? .noRow : .notRead
    }

    package func members(_ dimension: Dimension, of cell: FormulaCell) -> [Code] {
        let wanted = cell.form == nil ? cell.anywhere.at(.all, dimension) : cell.at(.all, dimension)
        let found = figures.keys.filter { key in
            let whole = key.at(.all, dimension)
            return cell.form == nil ? whole.anywhere == wanted : whole == wanted
        }
        return Set(found.map { $0.coordinates[dimension] }).sorted()
    }
}

extension FormulaCell {
    /// Wherever it is printed.
    fileprivate var anywhere: FormulaCell {
        var result = self
        result.form = nil
        return result
    }

    fileprivate func at(_ code: Code, _ dimension: Dimension) -> FormulaCell {
        var result = self
        result.coordinates[dimension] = code
        return result
    }
}

extension Rule {
    /// What its samples say otherwise than they should.
    package func sampleFaults() -> [StandardsFault] {
        guard appliesHere else { return [] }
        return samples.compactMap { sample in
            let results = formulas.map { $0.results(in: sample.values, missing: missing) }
            guard !sample.wanted.isMet(by: results.map { $0.map(\.outcome) }) else { return nil }
            let words = results.flatMap { $0 }.map(\.outcome.chineseWord)
            return StandardsFault(
                .sampleDisagrees(wanted: sample.wanted.rawValue, found: words), file: sample.file, line: sample.line)
        }
    }
}

extension RuleSample.Wanted {
    /// - Parameter outcomes: of each formula, for each member that it ranges over.
    fileprivate func isMet(by outcomes: [[Outcome]]) -> Bool {
        let all = outcomes.flatMap { $0 }
        switch self {
        case .passed:
            return outcomes.allSatisfy { $0.contains(where: \.isPassed) }
                && !all.contains { $0.isFailed || $0.isUnchecked }
        case .failed: return all.contains(where: \.isFailed)
        case .unchecked: return all.contains(where: \.isUnchecked) && !all.contains(where: \.isFailed)
        }
    }
}

extension Outcome {
    fileprivate var isPassed: Bool {
        if case .passed = self { return true }
        return false
    }

    fileprivate var isFailed: Bool {
        if case .failed = self { return true }
        return false
    }

    fileprivate var isUnchecked: Bool {
        if case .unchecked = self { return true }
        return false
    }
}
