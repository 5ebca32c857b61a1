import Fiscal
import Standards

// Figures given as they are.
extension BookReader {
    /// What is computed cannot be stated too, and nothing can be stated twice: one of the two would be lost.
    mutating func addStated(_ fact: Fact, to book: inout Book) {
        func fault(_ kind: BookFault.Kind) {
            faults.append(BookFault(kind, sheet: fact.origin.sheet, row: fact.origin.row))
        }
        if fact.key.year == settings.year {
            let names = ConceptSources(standards).names(of: fact.key.concept, phase: fact.key.phase)
            if !names.isEmpty { return fault(.computedFigure(words(fact.key), from: names)) }
        }
        if let first = book.stated[fact.key] {
            let file = first.origin.sheet == fact.origin.sheet ? "" : first.origin.sheet
            return fault(.duplicateRow(words(fact.key), firstRow: first.origin.row, file: file))
        }
        book.stated[fact.key] = fact
    }

    /// Last year's lines and figures become figures of last year, under the codes that this year has for theirs.
    mutating func addPrior(_ prior: Book, to book: inout Book) {
        let units = priorUnits(prior, in: &book)
        let year = settings.year.previous
        for var fact in prior.facts where fact.key.year == year {
            fact.key.coordinates = carried(fact.key.coordinates)
            fact.key.unit = units[fact.key.unit] ?? fact.key.unit
            fact.counterparty = units[fact.counterparty] ?? fact.counterparty
            book.facts.append(fact)
        }
        var linked: [FactKey: Fact] = [:]
        for (old, fact) in prior.stated where old.year == year {
            var key = old
            key.coordinates = carried(key.coordinates)
            // What is stated for the department stays the department's.
            key.unit = old.unit == prior.units.root?.code ? book.units.root?.code ?? "" : units[old.unit] ?? old.unit
            var copy = fact
            copy.key = key
            linked[key] = copy
        }
        settle(linked, in: &book)
    }

    private func carried(_ coordinates: Coordinates) -> Coordinates {
        var result = coordinates
        for dimension in Dimension.allCases where !coordinates[dimension].isAll {
            let code = coordinates[dimension]
            result[dimension] = standards.classification(dimension).carried(code) ?? code
        }
        return result
    }

    /// Where last year's book knows a figure, it holds; a typed one that differs is told.
    private mutating func settle(_ linked: [FactKey: Fact], in book: inout Book) {
        let typed = book.stated.values.filter { $0.key.year == settings.year.previous }.sorted {
            ($0.origin.sheet, $0.origin.row) < ($1.origin.sheet, $1.origin.row)
        }
        for fact in typed { book.stated[fact.key] = nil }
        book.stated.merge(linked) { $1 }
        var bases: [String: FactBase] = [:]
        var kept: [Fact] = []
        for fact in typed {
            let base = bases[fact.key.unit] ?? FactBase(book: book, standards: standards, unit: fact.key.unit)
            bases[fact.key.unit] = base
            guard let known = base.value(of: fact.key) else {
                kept.append(fact)
                continue
            }
            guard known.amount != fact.value.amount else { continue }
            warnings.append(
                BookFault(
                    .priorFromBook(words(fact.key), stated: shown(fact.value), linked: shown(known)),
                    sheet: fact.origin.sheet, row: fact.origin.row))
        }
        for fact in kept { book.stated[fact.key] = fact }
    }

    private func shown(_ value: FactValue) -> String {
        if case .count = value.measure { return "\(value.amount)" }
        return yuan(value.amount)
    }

    /// A figure's concept with its phase, where it is no actual one, and its dimensions.
    private func words(_ key: FactKey) -> String {
        let phase = key.phase == .actual ? "" : Phase.words.first { $0.1 == key.phase }?.0 ?? ""
        let members = Dimension.allCases.filter { !key.coordinates[$0].isAll }.map {
            standards.classification($0).name(key.coordinates[$0])
        }
        return ([phase + key.concept.id] + members).joined(separator: "·")
    }

    /// Which of this year's units each of last year's is: as 原编码 says, else by name, else by code. What is left counts
    /// for the department.
    private mutating func priorUnits(_ prior: Book, in book: inout Book) -> [String: String] {
        let units = book.units.units
        let declared = Dictionary(
            units.flatMap { unit in unit.formerCodes.map { ($0, unit.code) } }, uniquingKeysWith: { first, _ in first })
        let named = Dictionary(units.map { ($0.name, $0.code) }, uniquingKeysWith: { first, _ in first })
        let name = standards.sheet(.units)?.id ?? ""
        let file = book.sheets.first { $0.name == name }?.file ?? name
        var result: [String: String] = [:]
        for old in prior.units.units {
            let root = old.code == prior.units.root?.code ? book.units.root?.code : nil
            let code = declared[old.code] ?? named[old.name] ?? root ?? book.units[old.code]?.code
            if let code {
                result[old.code] = code
                continue
            }
            book.units.former.insert(old.code)
            if prior.facts.contains(where: { $0.key.unit == old.code }) {
                warnings.append(BookFault(.formerUnit(code: old.code, name: old.name), sheet: file))
            }
        }
        return result
    }
}
