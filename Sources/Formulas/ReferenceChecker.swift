import Fiscal

/// The part of the checker that looks names up.
extension FormulaChecker {
    func reference(
        _ reference: Reference, yearOffset: Int, inSum: Bool
    ) throws(FormulaFault) -> Term {
        var builder = CellBuilder()
        switch reference.place {
        case .cell(let selectors): try cell(reference, selectors, into: &builder)
        case .fact(let fields): try fact(reference, fields, into: &builder)
        }
        guard let concept = builder.spec.concept else {
            throw FormulaFault(.name(.noConcept(reference.canonicalText)), at: reference.span)
        }
        guard builder.sums.isEmpty || inSum else { throw FormulaFault(.rangeOutsideSum, at: reference.span) }
        let pattern = CellPattern(
            form: builder.form, concept: concept, phase: builder.spec.phase ?? .actual,
            yearOffset: (builder.spec.yearOffset ?? 0) + yearOffset, coordinates: builder.spec.coordinates,
            open: builder.open.union(builder.sums.map(\.dimension)))
        return Term(
            kind: builder.sums.isEmpty ? .cell(pattern) : .sumOver(pattern, builder.sums),
            measure: names.measure(of: concept), span: reference.span)
    }

    struct CellBuilder {
        var form: String?
        var spec = FactSpec()
        var open: Set<Dimension> = []
        var sums: [Variable] = []
    }

    private func cell(
        _ reference: Reference, _ selectors: [Selector], into builder: inout CellBuilder
    ) throws(FormulaFault) {
        if reference.name.isEmpty {
            // A column of the row at hand.
            guard let rowForm, selectors.count == 1, case .label(let column) = selectors[0].kind else {
                throw FormulaFault(.noVariable("行"), at: reference.span)
            }
            builder.form = rowForm
            builder.spec = try cell(rowForm, .member, column: column, at: selectors[0].span)
            builder.open = [try rowDimension(rowForm, at: reference.span)]
            return
        }
        let form = try formId(reference.name, at: reference.span)
        builder.form = form
        var column: String?
        if selectors.count == 2 {
            guard case .label(let text) = selectors[1].kind else {
                throw FormulaFault(.expected(.column, found: .words("各…")), at: selectors[1].span)
            }
            column = text
        }
        switch selectors[0].kind {
        case .label(let row): builder.spec = try cell(form, .label(row), column: column, at: reference.span)
        case .this(let word):
            let dimension = try rowDimension(form, at: reference.span)
            guard word.isEmpty || word == dimension.word, variables.contains(where: { $0.dimension == dimension })
            else {
                throw FormulaFault(.noVariable(word.isEmpty ? dimension.word : word), at: selectors[0].span)
            }
            builder.spec = try cell(form, .member, column: column, at: reference.span)
            builder.open = [dimension]
        case .each(let range):
            let dimension = try rowDimension(form, at: reference.span)
            let variable = try self.variable(range)
            guard variable.dimension == dimension else {
                throw FormulaFault(
                    .name(.unknownWord(range.dimension, key: "各", allowed: [dimension.word])), at: range.span)
            }
            builder.spec = try cell(form, .member, column: column, at: reference.span)
            builder.sums = [variable]
        }
    }

    private func fact(
        _ reference: Reference, _ fields: [Reference.Field], into builder: inout CellBuilder
    ) throws(FormulaFault) {
        if let form = names.form(named: reference.name) {
            guard !fields.isEmpty else { throw FormulaFault(.cellMissing(form: reference.name), at: reference.span) }
            builder.form = form
            builder.spec = names.base(ofForm: form)
        } else {
            builder.spec = try named(reference.span) { () throws(NameFault) in try names.fact(named: reference.name) }
        }
        for field in fields { try self.field(field, into: &builder) }
    }

    private func field(_ field: Reference.Field, into builder: inout CellBuilder) throws(FormulaFault) {
        if let dimension = Dimension.words.first(where: { $0.0 == field.key })?.1 {
            switch field.value.kind {
            case .label(let text):
                builder.spec.coordinates[dimension] = try member(text, dimension, at: field.value.span)
            case .this(let word):
                guard word.isEmpty || word == field.key, variables.contains(where: { $0.dimension == dimension }) else {
                    throw FormulaFault(.noVariable(word.isEmpty ? field.key : word), at: field.value.span)
                }
                builder.open.insert(dimension)
            case .each(let range):
                guard range.dimension == field.key else {
                    throw FormulaFault(
                        .name(.unknownWord(range.dimension, key: "各", allowed: [field.key])), at: range.span)
                }
                builder.sums.append(try variable(range))
            }
            return
        }
        guard case .label(let text) = field.value.kind else {
            throw FormulaFault(.expected(.nameOf(field.key), found: .words("各…")), at: field.value.span)
        }
        switch field.key {
        case "概念":
            let known = try named(field.value.span) { () throws(NameFault) in try names.fact(named: text) }
            builder.spec = builder.spec.overlaid(by: known)
        case "阶段": builder.spec.phase = try choice(text, field, Phase.words)
        case "年度": builder.spec.yearOffset = try choice(text, field, [("本年", 0), ("上年", -1)])
        default:
            throw FormulaFault(
                .unknownKey(field.key, allowed: ["概念", "阶段", "年度"] + Dimension.words.map(\.0)), at: field.keySpan)
        }
    }

    // MARK: Ranges and names

    func variable(_ range: MemberRange) throws(FormulaFault) -> Variable {
        guard let dimension = Dimension.words.first(where: { $0.0 == range.dimension })?.1 else {
            throw FormulaFault(
                .name(.unknownWord(range.dimension, key: "各", allowed: Dimension.words.map(\.0))), at: range.span)
        }
        var filter = MemberFilter()
        for field in range.filters {
            guard case .label(let text) = field.value.kind else {
                throw FormulaFault(.expected(.nameOf(field.key), found: .words("各…")), at: field.value.span)
            }
            let texts = text.split(whereSeparator: { "、；;".contains($0) }).map { String($0) }
            switch field.key {
            case "层级": filter.level = try choice(text, field, MemberFilter.levels)
            case "上级": filter.ancestors = try members(texts, dimension, at: field.value.span)
            case "成员": filter.codes = try members(texts, dimension, at: field.value.span)
            case "名称": filter.names = texts
            default: throw FormulaFault(.unknownKey(field.key, allowed: MemberFilter.keys), at: field.keySpan)
            }
        }
        guard !filter.isEmpty else { return Variable(dimension: dimension, members: nil, includesWhole: false) }
        let members = names.members(of: dimension, where: filter)
        guard !members.isEmpty else { throw FormulaFault(.name(.noMembers(range.canonicalText)), at: range.span) }
        return Variable(dimension: dimension, members: Set(members), includesWhole: false)
    }

    private func members(
        _ texts: [String], _ dimension: Dimension, at span: TextSpan
    ) throws(FormulaFault) -> [Code] {
        var codes: [Code] = []
        for text in texts { codes.append(try member(text, dimension, at: span)) }
        return codes
    }

    private func choice<T>(
        _ text: String, _ field: Reference.Field, _ table: [(String, T)]
    ) throws(FormulaFault) -> T {
        guard let found = table.first(where: { $0.0 == text }) else {
            throw FormulaFault(
                .name(.unknownWord(text, key: field.key, allowed: table.map(\.0))), at: field.value.span)
        }
        return found.1
    }

    func formId(_ name: String, at span: TextSpan) throws(FormulaFault) -> String {
        guard let id = names.form(named: name) else {
            throw FormulaFault(.name(.unknownForm(name, near: [])), at: span)
        }
        return id
    }

    func rowDimension(_ form: String, at span: TextSpan) throws(FormulaFault) -> Dimension {
        try named(span) { () throws(NameFault) in try names.rowDimension(ofForm: form) }
    }

    private func cell(
        _ form: String, _ row: RowName, column: String?, at span: TextSpan
    ) throws(FormulaFault) -> FactSpec {
        try named(span) { () throws(NameFault) in try names.cell(ofForm: form, row: row, column: column) }
    }

    private func member(_ text: String, _ dimension: Dimension, at span: TextSpan) throws(FormulaFault) -> Code {
        try named(span) { () throws(NameFault) in try names.member(text, of: dimension) }
    }

    /// A name's fault with its place.
    private func named<T>(_ span: TextSpan, _ look: () throws(NameFault) -> T) throws(FormulaFault) -> T {
        do {
            return try look()
        } catch {
            throw FormulaFault(.name(error), at: span)
        }
    }
}
