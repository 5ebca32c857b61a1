import Fiscal
import Formulas

/// Two small forms: 甲 with named rows and one column, 乙 whose rows are functional codes.
struct TestNames: FormulaNames {
    private static let codes = ["201", "20101", "2010101", "2010102", "204", "20401", "2040101"]
    private static let names = ["2010101": "行政运行", "2040101": "行政运行", "2010102": "管理事务"]
    private static let kinds = ["基本支出": "B", "项目支出": "P"]
    private static let measures: [String: Measure] = [
        "收入": .money, "支出": .money, "余额": .money, "人次": .count("人次"), "得分": .score("分"),
    ]

    func form(named name: String) -> String? {
        switch name {
        case "甲", "公开01表": "甲"
        case "乙", "公开02表": "乙"
        default: nil
        }
    }

    func base(ofForm id: String) -> FactSpec { id == "乙" ? FactSpec(concept: Concept("支出")) : FactSpec() }

    func cell(ofForm id: String, row: RowName, column: String?) throws(NameFault) -> FactSpec {
        guard id == "乙" else {
            guard case .label(let text) = row else { throw .noRowDimension(form: id) }
            guard let concept = ["收入", "支出", "余额"].first(where: { $0 == text }) else {
                throw .unknownRow(text, form: id, near: ["收入", "支出", "余额"])
            }
            return FactSpec(concept: Concept(concept))
        }
        var spec = FactSpec(concept: Concept("支出"))
        switch column {
        case nil, "小计": break
        case "基本支出", "项目支出": spec.coordinates.kind = try member(column ?? "", of: .kind)
        case .some(let other): throw .unknownColumn(other, form: id, near: ["小计", "基本支出", "项目支出"])
        }
        if case .label(let text) = row, text != "合计" {
            spec.coordinates.function = try member(text, of: .function)
        }
        return spec
    }

    func rowDimension(ofForm id: String) throws(NameFault) -> Dimension {
        guard id == "乙" else { throw .noRowDimension(form: id) }
        return .function
    }

    func fact(named name: String) throws(NameFault) -> FactSpec {
        guard Self.measures[name] != nil else { throw .unknownFact(name, near: ["收入", "支出"]) }
        return FactSpec(concept: Concept(name))
    }

    func member(_ text: String, of dimension: Dimension) throws(NameFault) -> Code {
        let known = dimension == .kind ? Self.kinds[text] : Self.codes.first { $0 == text }
        guard let code = known.flatMap({ Code($0) }) else {
            throw .unknownMember(text, dimension: dimension.word, near: [])
        }
        return code
    }

    func members(of dimension: Dimension, where filter: MemberFilter) -> [Code] {
        Self.codes.filter { text in
            (filter.level.map { text.count == 1 + 2 * $0 } ?? true)
                && (filter.names.isEmpty || filter.names.contains(Self.names[text] ?? ""))
                && (filter.codes.isEmpty || filter.codes.contains { $0.text == text })
                && (filter.ancestors.isEmpty || filter.ancestors.contains { text.hasPrefix($0.text) })
        }.compactMap { Code($0) }
    }

    func measure(of concept: Concept) -> Measure { Self.measures[concept.id] ?? .money }
}

/// Figures of a case file.
struct TestValues: FormulaValues {
    var figures: [FormulaCell: Reading] = [:]
    var readForms: Set<String> = []

    func reading(of cell: FormulaCell) -> Reading {
        figures[cell] ?? (readForms.contains(cell.form ?? "") ? .noRow : .notRead)
    }

    func members(_ dimension: Dimension, of cell: FormulaCell) -> [Code] {
        let found = figures.keys.filter { key in
            var whole = key
            whole.coordinates[dimension] = cell.coordinates[dimension]
            return whole == cell
        }
        return Set(found.map { $0.coordinates[dimension] }).sorted()
    }
}
