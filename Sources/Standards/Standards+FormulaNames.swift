package import Fiscal
package import Formulas

/// What the names of a formula mean here: forms, rows and columns by their words, 指标 by name, members by code or name.
extension Standards: FormulaNames {
    package func form(named name: String) -> String? {
        if forms[name] != nil { return name }
        let wanted = foldedLabel(name)
        if let entry = profile.forms.first(where: { foldedLabel($0.number) == wanted }) { return entry.form }
        return forms.values.sorted { $0.id < $1.id }.first { form in
            ([form.title] + form.aliases).contains { foldedLabel($0) == wanted }
        }?.id
    }

    package func base(ofForm id: String) -> FactSpec { forms[id]?.base ?? FactSpec() }

    package func cell(ofForm id: String, row: RowName, column: String?) throws(NameFault) -> FactSpec {
        try cells(id).cell(row: row, column: column)
    }

    package func rowDimension(ofForm id: String) throws(NameFault) -> Dimension { try cells(id).rowDimension() }

    package func fact(named name: String) throws(NameFault) -> FactSpec {
        guard let found = concepts.find(name) else {
            throw .unknownFact(name, near: nearest(name, concepts.ordered.map(\.id)))
        }
        return found
    }

    package func member(_ text: String, of dimension: Dimension) throws(NameFault) -> Code {
        let list = classification(dimension)
        guard let code = list.find(text) else {
            throw .unknownMember(text, dimension: dimension.word, near: list.nearest(to: text))
        }
        return code
    }

    package func members(of dimension: Dimension, where filter: MemberFilter) -> [Code] {
        let list = classification(dimension)
        let names = Set(filter.names.map { foldedLabel($0) })
        return list.ordered.filter { code in
            guard let member = list.members[code] else { return false }
            return (filter.level.map { $0 == member.level } ?? true)
                && (filter.codes.isEmpty || filter.codes.contains(code))
                && (names.isEmpty || names.contains(foldedLabel(member.name)))
                && (filter.ancestors.isEmpty || filter.ancestors.contains { list.contains(code, under: $0) })
        }
    }

    package func measure(of concept: Concept) -> Measure { concepts[concept]?.measure ?? .money }

    /// Whether the form that a figure is read from has a cell for it here; true where no form is named.
    package func prints(_ pattern: CellPattern) -> Bool {
        guard let form = pattern.form.flatMap({ forms[$0] }) else { return pattern.form == nil }
        return FormCells(form, in: self).prints(pattern)
    }

    private func cells(_ id: String) throws(NameFault) -> FormCells {
        guard let form = forms[id] else { throw .unknownForm(id, near: forms.keys.sorted()) }
        return FormCells(form, in: self)
    }

    private func nearest(_ text: String, _ names: [String]) -> [String] {
        let wanted = Array(foldedLabel(text))
        return names.map { (editDistance(Array(foldedLabel($0)), wanted), $0) }.sorted { $0 < $1 }.prefix(4).map(\.1)
    }
}
