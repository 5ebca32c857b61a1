import Fiscal
import Standards

/// What the key cells of a row say.
struct RowLabel {
    var code = ""
    var name = ""
    var number = ""

    var isEmpty: Bool { code.isEmpty && name.isEmpty }
    var shown: String { [code, name].filter { !$0.isEmpty }.joined(separator: " ") }
}

/// Finds the row of a part that a label means: code first, then name in the order of the form.
struct RowMatcher {
    private let part: Form.Part
    private let standards: Standards
    private let expansion: RowExpansion
    private let fixed: [FormRow]
    /// For each of `fixed` its label as compared, and that and its aliases without their ordinals; none for a blank row.
    private let labels: [(whole: String, bare: [String])]
    /// How many of `fixed` are behind the last one that was matched.
    private var used = 0
    private var lastMember = Code.all

    init(part: Form.Part, standards: Standards) {
        self.part = part
        self.standards = standards
        expansion = RowExpansion(standards: standards)
        fixed = expansion.rows(of: part) { _, _, _ in [] }
        labels = fixed.map { row in
            if row.isBlank { return ("", []) }
            return (
                foldedLabel(row.label), ([row.label] + row.aliases).map { Numerals.withoutOrdinal(foldedLabel($0)) }
            )
        }
    }

    mutating func match(_ label: RowLabel) -> FormRow? {
        if part.keyColumns.isEmpty {
            used += 1
            return used <= fixed.count ? fixed[used - 1] : nil
        }
        if label.isEmpty { return nil }
        if let code = Code(label.code), let row = byCode(code) { return row }
        if let index = fixedIndex(label) {
            used = index + 1
            return fixed[index]
        }
        return byMemberName(label.name)
    }

    private mutating func byCode(_ code: Code) -> FormRow? {
        if let row = fixed.first(where: { $0.code == code }) { return row }
        for (dimension, spec) in memberPlans where standards.classification(dimension).members[code] != nil {
            lastMember = code
            return expansion.memberRow(code, dimension, spec)
        }
        return nil
    }

    /// Equal labels stand for different rows (T04's funds), told apart by their order: the next row that fits is meant.
    /// Behind the last one, a label as the form prints it goes before an alias or one that differs in its ordinal alone.
    private func fixedIndex(_ label: RowLabel) -> Int? {
        let wanted = foldedLabel(label.name)
        let bare = Numerals.withoutOrdinal(wanted)
        func fits(_ index: Int) -> Bool { labels[index].bare.contains { $0.hasSameBytes(as: bare) } }
        if let next = labels.indices[used...].first(where: fits) { return next }
        return labels.indices.first { !labels[$0].bare.isEmpty && labels[$0].whole.hasSameBytes(as: wanted) }
            ?? labels.indices.first(where: fits)
    }

    /// A name without a code: the nearest member of that name after the last one, in code order.
    private mutating func byMemberName(_ name: String) -> FormRow? {
        let wanted = Numerals.withoutOrdinal(foldedLabel(name))
        for (dimension, spec) in memberPlans {
            let codes = standards.classification(dimension).codes(named: wanted)
            guard let code = codes.first(where: { $0 > lastMember }) ?? codes.first else { continue }
            lastMember = code
            return expansion.memberRow(code, dimension, spec)
        }
        return nil
    }

    /// Dimensions whose members are rows, those that the form's own year or place does not print included.
    private var memberPlans: [(Dimension, FactSpec)] {
        part.rows.compactMap { plan in
            switch plan {
            case .members(let dimension, _, let spec): (dimension, spec)
            case .classLines(let spec): (.function, spec)
            case .economicLines(_, let spec): (.economic, spec)
            case .fixed, .blank: nil
            }
        }
    }
}
