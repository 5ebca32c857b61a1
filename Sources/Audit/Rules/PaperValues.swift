package import Fiscal
package import Formulas
package import Publication
import Standards

/// The figures of a paper, and of last year's where it is given, as written rules ask for them.
package struct PaperValues: FormulaValues {
    private struct Page: Hashable {
        let form: String
        let yearOffset: Int
    }

    /// What cells that differ in their members alone have in common.
    private struct Family: Hashable {
        let form: String?
        let concept: Concept
        let phase: Phase
        let yearOffset: Int

        init(_ cell: FormulaCell) {
            (form, concept, phase, yearOffset) = (cell.form, cell.concept, cell.phase, cell.yearOffset)
        }
    }

    private let year: FiscalYear
    private let standards: Standards
    private var figures: [FormulaCell: ReadFigure] = [:]
    /// Under which members figures are printed.
    private var families: [Family: [Coordinates]] = [:]
    private var pages: Set<Page> = []
    /// Forms in which some row or cell was not understood: what is not found there may stand there all the same.
    private var doubtful: Set<Page> = []

    package init(_ paper: UnderstoodPaper, prior: UnderstoodPaper? = nil) {
        year = paper.year
        standards = paper.standards
        add(paper)
        if let prior { add(prior) }
    }

    /// The printed figure that a cell was read from.
    package func figure(of cell: FormulaCell) -> ReadFigure? { figures[cell] }

    package func reading(of cell: FormulaCell) -> Reading {
        if let found = figures[cell] {
            guard let number = found.printed else { return .blank }
            return unit(of: found, as: cell.concept).map { .printed(PrintedFigure(number: number, unit: $0)) }
                ?? .notRead
        }
        guard let form = cell.form else { return .notRead }
        let page = Page(form: form, yearOffset: cell.yearOffset)
        return pages.contains(page) && !doubtful.contains(page) ? .noRow : .notRead
    }

    package func members(_ dimension: Dimension, of cell: FormulaCell) -> [Code] {
        let wanted = cell.coordinates.without(dimension)
        let fits = families[Family(cell), default: []].filter { $0.without(dimension) == wanted }
        return Set(fits.map { $0[dimension] }).sorted()
    }

    private mutating func add(_ paper: UnderstoodPaper) {
        let offset = paper.year.number - year.number
        for table in paper.tables {
            let page = Page(form: table.form.id, yearOffset: offset)
            pages.insert(page)
            if !table.unassigned.isEmpty || !table.unrecognizedRows.isEmpty || !table.missingColumns.isEmpty {
                doubtful.insert(page)
            }
            for figure in table.figures { add(figure, form: table.form.id) }
        }
        for figure in paper.claims { add(figure, form: nil) }
    }

    /// The first print of a figure stands for it: that all prints agree is checked elsewhere.
    private mutating func add(_ figure: ReadFigure, form: String?) {
        guard case .fact(let key) = figure.figure else { return }
        for place in form == nil ? [nil] : [form, nil] {
            let cell = FormulaCell(
                form: place, concept: key.concept, phase: key.phase, yearOffset: key.year.number - year.number,
                coordinates: key.coordinates)
            guard figures[cell] == nil else { continue }
            figures[cell] = figure
            families[Family(cell), default: []].append(key.coordinates)
        }
    }

    /// nil where the printed unit does not fit what is measured: such a figure is not reckoned with.
    private func unit(of figure: ReadFigure, as concept: Concept) -> PrintedFigure.Unit? {
        switch standards.measure(of: concept) {
        case .money: MoneyUnit.allCases.first { $0.word == figure.unit }.map { .money($0) }
        case .count: .count
        case .score: Self.percentSigns.contains(figure.unit) ? .percent : .plain
        }
    }

    private static let percentSigns: Set<String> = ["%", "％"]
}

extension Coordinates {
    fileprivate func without(_ dimension: Dimension) -> Coordinates {
        var result = self
        result[dimension] = .all
        return result
    }
}
