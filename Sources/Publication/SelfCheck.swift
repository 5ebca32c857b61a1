package import Fiscal
package import Ledger
import Narrative
import Paper
import Standards
package import Statements

/// What was checked of one publication before it is written, with how much of it: the forms are read back from their
/// own printed text, and what they print is compared with the book and added up.
package struct SelfCheck: Sendable {
    /// Squares of the forms that print a figure.
    package let cells: Int
    /// Those that read back as the same fact with the number that the book gives, rounded once (or adjusted).
    package let readBack: Int
    /// Sums over the printed forms: rows, columns, levels, balances, and the form of basic expenditure against others.
    package let sums: Int
    package let gaps: [PrintedGap]
    /// Figures in the prose.
    package let figures: Int
    /// Those whose number stands in the sentence at its place.
    package let figuresInPlace: Int
    /// Those of a fact that a form prints too, and how many of them print the same.
    package let figuresInForms: Int
    package let figuresAgreeing: Int
    /// Forms of performance.
    package let performance: PerformanceCheck

    /// Whether the package may be published as far as its figures go.
    package var isClean: Bool {
        cells == readBack && gaps.isEmpty && figures == figuresInPlace && figuresInForms == figuresAgreeing
            && performance.isClean
    }

    /// - Parameter adjusted: printed figures that take the place of plain rounding.
    package init(_ publication: Publication, facts: FactBase, adjusted: [FactKey: PrintedNumber] = [:]) {
        let (part, standards) = (publication.performance, facts.standards)
        let (performance, accounts) = Stretches.beside {
            PerformanceCheck(part, standards: standards)
        } own: {
            AccountsCheck(publication, facts: facts, adjusted: adjusted)
        }
        self.performance = performance
        (cells, readBack, sums, gaps) = (accounts.cells, accounts.readBack, accounts.sums, accounts.gaps)
        let prose = accounts.prose
        (figures, figuresInPlace) = (prose.figures, prose.inPlace)
        (figuresInForms, figuresAgreeing) = (prose.inForms, prose.agreeing)
    }
}

/// The forms of the accounts and what is said of them.
private struct AccountsCheck {
    let cells: Int
    let readBack: Int
    let sums: Int
    let gaps: [PrintedGap]
    let prose: ProseCheck

    init(_ publication: Publication, facts: FactBase, adjusted: [FactKey: PrintedNumber]) {
        let (tables, standards, unit) = (publication.tables, facts.standards, facts.unit)
        let readings = Stretches.each(tables.count) { index -> TableReading? in
            TableReader.read(tables[index].grid, as: tables[index].form, standards: standards, unit: unit)
        }
        cells = tables.reduce(0) { $0 + $1.figures.count }
        readBack = zip(tables, readings).reduce(0) {
            $0 + Self.readBack($1.0, reading: $1.1, facts: facts, adjusted: adjusted)
        }
        (sums, gaps) = PrintedSums.check(tables, read: readings, standards: standards)
        prose = ProseCheck(publication)
    }

    private static func readBack(
        _ table: Table, reading: TableReading?, facts: FactBase, adjusted: [FactKey: PrintedNumber]
    ) -> Int {
        (reading?.observations ?? []).count { observation in
            guard let key = table.figures[observation.position], observation.figure == .fact(key) else { return false }
            let text = observation.text.trimmed
            guard let value = facts.value(of: key) else { return text.isEmpty }
            let wanted = adjusted[key] ?? table.form.printed(value)
            guard !text.isEmpty else { return wanted.isZero }
            return (try? NumberText.parse(text)).map { $0.isSameValue(as: wanted) } ?? false
        }
    }
}

/// The figures of the sentences against the sentences themselves and against the forms.
private struct ProseCheck {
    var figures = 0
    var inPlace = 0
    var inForms = 0
    var agreeing = 0

    init(_ publication: Publication) {
        var printed: [FactKey: (number: PrintedNumber, unit: String)] = [:]
        for table in publication.tables {
            let matrix = table.grid.matrix
            for (spot, key) in table.figures {
                guard let number = matrix[spot.row][spot.column]?.number else { continue }
                printed[key] = (number, table.form.unit.word)
            }
        }
        let reports = publication.performance.reports.flatMap(\.sentences)
        for sentence in publication.narration.sentences + reports {
            for figure in sentence.figures {
                figures += 1
                if sentence.text.dropFirst(figure.offset).hasPrefix(figure.printed.text()) { inPlace += 1 }
                guard case .fact(let key) = figure.figure, let form = printed[key], form.unit == figure.unit,
                    form.number.decimals == figure.printed.decimals
                else { continue }
                inForms += 1
                if form.number.isSameValue(as: figure.printed) { agreeing += 1 }
            }
        }
    }
}
