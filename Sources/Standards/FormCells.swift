import Fiscal
import Formulas

/// The cells of one form by the words that stand on its rows and columns.
struct FormCells {
    private let form: Form
    private let standards: Standards

    init(_ form: Form, in standards: Standards) {
        self.form = form
        self.standards = standards
    }

    /// A row that has a name of its own.
    private struct Row {
        var names: [String]
        var spec: FactSpec
        /// 栏次 of the columns that have a figure here; nil = all.
        var columns: [String]?
    }

    // MARK: By name

    func cell(row: RowName, column: String?) throws(NameFault) -> FactSpec {
        switch row {
        case .label(let text): try cell(row: text, column: column)
        case .member: try memberCell(column: column)
        }
    }

    /// The dimension whose members the form's rows are.
    func rowDimension() throws(NameFault) -> Dimension {
        for part in form.parts {
            if let found = part.rows.lazy.compactMap(\.dimension).first { return found }
        }
        throw .noRowDimension(form: form.id)
    }

    private func cell(row text: String, column: String?) throws(NameFault) -> FactSpec {
        var hasRow = false
        var found: [(name: String, spec: FactSpec)] = []
        for part in form.parts {
            // A form of one nameless row is read by its columns alone.
            let isNameless = column == nil && part.rows.contains(where: \.isNameless)
            let wanted = isNameless ? text : column
            for row in rows(of: part) where isNameless || row.names.contains(where: { isSame($0, text) }) {
                hasRow = true
                for each in part.columns where wanted.map({ isColumn(each, $0) }) ?? true {
                    if let allowed = row.columns, !allowed.contains(each.number) { continue }
                    found.append((each.title.joined(separator: "/"), each.spec.overlaid(by: row.spec)))
                }
            }
            for (spec, code) in members(named: text, of: part) {
                hasRow = true
                for each in part.columns where column.map({ isColumn(each, $0) }) ?? true {
                    found.append(
                        ("\(code.text) \(each.title.joined(separator: "/"))", each.spec.overlaid(by: spec)))
                }
            }
        }
        for closing in form.closing where ([closing.label] + closing.aliases).contains(where: { isSame($0, text) }) {
            hasRow = true
            found.append((closing.label, closing.spec))
        }
        guard hasRow else { throw .unknownRow(text, form: form.id, near: nearest(text, rowNames)) }
        return try single(found, named: text, column: column)
    }

    private func memberCell(column: String?) throws(NameFault) -> FactSpec {
        _ = try rowDimension()
        var found: [(name: String, spec: FactSpec)] = []
        for part in form.parts {
            for spec in part.rows.compactMap(\.memberSpec) {
                for each in part.columns where column.map({ isColumn(each, $0) }) ?? true {
                    found.append((each.title.joined(separator: "/"), each.spec.overlaid(by: spec)))
                }
            }
        }
        return try single(found, named: "各行", column: column)
    }

    private func single(
        _ found: [(name: String, spec: FactSpec)], named text: String, column: String?
    ) throws(NameFault) -> FactSpec {
        guard let first = found.first else {
            throw .unknownColumn(column ?? text, form: form.id, near: nearest(column ?? text, columnNames))
        }
        guard found.allSatisfy({ $0.spec == first.spec }) else {
            throw .ambiguous(column ?? text, choices: found.map(\.name))
        }
        return first.spec
    }

    // MARK: Rows

    private func rows(of part: Form.Part) -> [Row] {
        let isNumbered = part.keyColumns.contains { $0.content == .rowNumber }
        var number = part.firstRowNumber
        var result: [Row] = []
        func add(_ names: [String], _ spec: FactSpec, columns: [String]? = nil) {
            result.append(Row(names: names + (isNumbered ? [String(number)] : []), spec: spec, columns: columns))
            number += 1
        }
        for plan in part.rows {
            switch plan {
            case .fixed(let row): add([row.label] + row.aliases, row.spec, columns: row.columns)
            case .blank(let count): number += count
            case .members: break
            case .classLines(let spec):
                for line in standards.classLines { add(names(line.code, .function), spec.at(line.code, .function)) }
            case .economicLines(let block, let spec):
                for line in standards.economicLines where line.block == block {
                    add(names(line.code, .economic), spec.at(line.code, .economic))
                }
            }
        }
        return result
    }

    private func names(_ code: Code, _ dimension: Dimension) -> [String] {
        let list = standards.classification(dimension)
        return [code.text, list.name(code)] + (list.members[code]?.aliases ?? [])
    }

    /// The rows of members that a form prints only where there is money.
    private func members(named text: String, of part: Form.Part) -> [(FactSpec, Code)] {
        part.rows.compactMap { plan in
            guard case .members(let dimension, let levels, let spec) = plan,
                // A table tells equal names apart by their order; here the first one stands for all.
                let code = standards.classification(dimension).candidates(text).first(where: {
                    standards.classification(dimension).members[$0].map { levels.contains($0.level) } ?? false
                })
            else { return nil }
            return (spec.at(code, dimension), code)
        }
    }

    /// What a message offers: words rather than codes and numbers, each once.
    private var rowNames: [String] {
        let named = form.parts.flatMap { part in
            rows(of: part).compactMap { row in row.names.first { !$0.isEmpty && Int($0) == nil } }
        }
        return Set(named + form.closing.map(\.label)).sorted()
    }

    /// Widths and brackets folded; 一、 and the like need not be written.
    private func isSame(_ printed: String, _ written: String) -> Bool {
        let wanted = foldedLabel(written)
        let label = foldedLabel(printed)
        return !label.isEmpty && (label == wanted || Numerals.withoutOrdinal(label) == wanted)
    }

    // MARK: Columns

    /// By 栏次, or by the last words of its header from the top (`决算数/合计`).
    private func isColumn(_ column: Form.Column, _ written: String) -> Bool {
        if !column.number.isEmpty, column.number == written { return true }
        let wanted = written.split(separator: "/").map { synonym(foldedLabel($0)) }
        return ([column.title] + column.otherTitles).contains { title in
            title.suffix(wanted.count).map { synonym(foldedLabel($0)) } == wanted
        }
    }

    private func synonym(_ word: String) -> String {
        for (printed, others) in form.synonyms where others.contains(where: { foldedLabel($0) == word }) {
            return foldedLabel(printed)
        }
        return word
    }

    private var columnNames: [String] { form.parts.flatMap { $0.columns.map { $0.title.joined(separator: "/") } } }

    private func nearest(_ text: String, _ names: [String]) -> [String] {
        let wanted = Array(foldedLabel(text))
        let scored = names.map { (editDistance(Array(foldedLabel($0)), wanted), $0) }
        return scored.sorted { $0 < $1 }.prefix(4).map(\.1)
    }

    // MARK: What it can print

    /// Whether some cell of the form has such a figure.
    func prints(_ pattern: CellPattern) -> Bool {
        form.closing.contains { matches($0.spec, pattern, free: []) }
            || form.parts.contains { part in
                part.columns.contains { column in
                    part.rows.contains { plan in
                        switch plan {
                        case .blank: return false
                        case .fixed(let row): return matches(column.spec.overlaid(by: row.spec), pattern, free: [])
                        case .members(let dimension, _, let spec):
                            return matches(column.spec.overlaid(by: spec), pattern, free: [dimension])
                        case .classLines(let spec):
                            return matches(column.spec.overlaid(by: spec), pattern, free: [.function])
                        case .economicLines(_, let spec):
                            return matches(column.spec.overlaid(by: spec), pattern, free: [.economic])
                        }
                    }
                }
            }
    }

    private func matches(_ spec: FactSpec, _ pattern: CellPattern, free: Set<Dimension>) -> Bool {
        guard spec.concept == pattern.concept, spec.phase ?? .actual == pattern.phase else { return false }
        return Dimension.allCases.allSatisfy { dimension in
            free.contains(dimension) || pattern.open.contains(dimension)
                || spec.coordinates[dimension] == pattern.coordinates[dimension]
        }
    }
}

extension FactSpec {
    /// Narrowed to one member.
    fileprivate func at(_ code: Code, _ dimension: Dimension) -> FactSpec {
        var result = self
        result.coordinates[dimension] = code
        return result
    }
}

extension Form.RowPlan {
    fileprivate var dimension: Dimension? {
        switch self {
        case .members(let dimension, _, _): dimension
        case .classLines: .function
        case .economicLines: .economic
        case .fixed, .blank: nil
        }
    }

    fileprivate var memberSpec: FactSpec? {
        switch self {
        case .members(_, _, let spec), .classLines(let spec), .economicLines(_, let spec): spec
        case .fixed, .blank: nil
        }
    }

    fileprivate var isNameless: Bool {
        if case .fixed(let row) = self { return row.label.isEmpty }
        return false
    }
}
