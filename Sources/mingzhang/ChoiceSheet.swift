import Documents
import Fiscal
import Ledger
import Standards

/// What may be chosen in a column; long lists stand on a hidden sheet 选项.
struct ChoiceSheet {
    private static let name = "选项"
    /// A list in a cell's own rule may hold 255 characters; libxlsxwriter keeps room for as many bytes.
    private static let longestInline = 250

    /// Where the names of units stand.
    private let units: String

    /// - Parameter units: the sheet of units; its own example rows are no choices.
    init(units sheet: RawSheet?, standards: Standards) {
        let name = standards.sheet(.units)?.name(of: .unitName) ?? ""
        let column = CellAddress.letters((sheet?.header.firstIndex(of: name) ?? 1) + 1)
        let examples = sheet?.rows.prefix { $0.isExample }.count ?? 0
        units = "=\(sheet?.name ?? "")!$\(column)$\(examples + 2):$\(column)$500"
    }

    private var lists: [(title: String, values: [String])] = []

    /// The drop-down of a column; nil where anything may be typed.
    mutating func rule(
        for column: Sheet.Column, in sheet: Sheet, standards: Standards
    ) -> (rule: CellValidation.Rule, isStrict: Bool)? {
        switch column.type {
        case .unit: return (.range(units), false)
        case .choice(let allowed): return (list(column.name, allowed), true)
        case .phase(let allowed): return (list(column.name, allowed), true)
        case .concept: return (list(column.name, standards.concepts.names), false)
        case .member(let dimension, let level):
            let values = values(dimension, level: level, column: column, sheet: sheet, standards: standards)
            return values.isEmpty ? nil : (list(column.name, values), false)
        case .listed(let name):
            let codes = standards.lists[name].map { list in
                let parents = Set(list.ordered.compactMap { list.members[$0]?.parent })
                return list.ordered.filter { !parents.contains($0) }.map { "\($0.text) \(list.name($0))" }
            }
            return codes.map { (list(column.name, $0), false) }
        case .text:
            let values = known(column.role, standards)
            return values.isEmpty ? nil : (list(column.name, values), false)
        case .amount, .points, .count, .date, .year: return nil
        }
    }

    /// What schemes of the place have, where a column asks for one of theirs.
    private func known(_ role: ColumnRole?, _ standards: Standards) -> [String] {
        let schemes = standards.schemes.all
        let all: [String] =
            switch role {
            case .scheme: schemes.map(\.id)
            case .firstLevel: schemes.flatMap { $0.levels.map(\.name) }
            case .secondLevel: schemes.flatMap { $0.levels.flatMap(\.seconds) }
            default: []
            }
        var seen: Set<String> = []
        return all.filter { seen.insert($0).inserted }
    }

    private func values(
        _ dimension: Dimension, level: Int?, column: Sheet.Column, sheet: Sheet, standards: Standards
    ) -> [String] {
        let classification = standards.classification(dimension)
        switch dimension {
        case .function, .economic:
            return classification.ordered.filter { code in
                guard let found = classification.members[code]?.level, found > 0 else { return false }
                return level == nil || found == level
            }.map { "\($0.text) \(classification.name($0))" }
        case .item:
            let groups = sheet.groups(of: column, in: classification)
            let leaves = classification.ordered.filter { classification.children(of: $0).isEmpty }
            return leaves.filter { code in
                groups.isEmpty || groups.contains { classification.contains(code, under: $0) }
            }.map(classification.name)
        case .fund, .kind, .size: return classification.ordered.map(classification.name)
        }
    }

    private mutating func list(_ title: String, _ values: [String]) -> CellValidation.Rule {
        if values.reduce(0, { $0 + $1.utf8.count + 1 }) <= Self.longestInline { return .list(values) }
        let index = lists.firstIndex { $0.values == values } ?? lists.count
        if index == lists.count { lists.append((title, values)) }
        let letter = CellAddress.letters(index + 1)
        return .range("=\(Self.name)!$\(letter)$2:$\(letter)$\(values.count + 1)")
    }

    /// The hidden sheet; nil where every list is short.
    func description() -> SheetDescription? {
        guard !lists.isEmpty else { return nil }
        var sheet = SheetDescription(name: Self.name)
        sheet.isHidden = true
        for (index, list) in lists.enumerated() {
            for (row, text) in ([list.title] + list.values).enumerated() {
                sheet.cells.append(
                    CellDescription(CellAddress(row: row + 1, column: index + 1), .text(text), look: Looks.text))
            }
        }
        return sheet
    }
}
