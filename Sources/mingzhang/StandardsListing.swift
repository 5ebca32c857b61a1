import Fiscal
import Performance
import Standards

/// One definition as listed.
struct StandardsRow: Encodable {
    let kind: StandardsKind
    let id: String
    /// Empty for a code list, which says how many codes it has.
    let name: String
    let source: String
    var counts: CodeCounts?
    /// Whether no public text confirms all of it, though it has a source.
    var isUnconfirmed = false
    var details: [StandardsDetail] = []

    struct CodeCounts {
        let all: Int
        let confirmed: Int
    }

    private enum CodingKeys: CodingKey { case kind, id, name, source, details }

    /// The same in every language.
    func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(kind.chinese, forKey: .kind)
        try values.encode(id, forKey: .id)
        try values.encode(counts?.chinese ?? name, forKey: .name)
        try values.encode(counts == nil ? source : Self.sourcesInside, forKey: .source)
        try values.encode(details.map(\.chinese), forKey: .details)
    }
}

/// Definitions of one place and year as rows.
enum StandardsListing {
    static func all(_ standards: Standards) -> [StandardsRow] {
        profiles(standards) + forms(standards) + phrases(standards) + concepts(standards) + schemes(standards)
            + codeLists(standards)
    }

    static func unconfirmed(_ standards: Standards) -> [StandardsRow] {
        let codes = Dimension.allCases.flatMap { dimension in
            let list = standards.classification(dimension)
            return list.ordered.compactMap { list.members[$0] }.filter { !$0.isConfirmed }.map {
                StandardsRow(kind: .code(dimension), id: $0.code.text, name: $0.name, source: "")
            }
        }
        let terms = standards.definitions.terms.filter { !$0.entry.isConfirmed }.map {
            StandardsRow(kind: .term, id: $0.term, name: $0.term, source: "")
        }
        let defined = profiles(standards) + forms(standards) + phrases(standards) + concepts(standards)
        let rest = (defined + schemes(standards)).filter {
            $0.source.isEmpty || $0.isUnconfirmed
        }
        return rest + terms + codes
    }

    static func profiles(_ standards: Standards) -> [StandardsRow] {
        let profile = standards.profile
        return [
            StandardsRow(
                kind: .profile, id: profile.id, name: "\(profile.region) \(profile.title)",
                source: source(profile.source, standards), isUnconfirmed: profile.isUnconfirmed)
        ]
    }

    /// A 来源 without what came only after the year.
    private static func source(_ text: String, _ standards: Standards) -> String {
        standards.sources.inForce(text, in: standards.year)
    }

    /// What a mark of a 来源 stands for.
    static func sources(_ text: String, in standards: Standards) -> [StandardsRow] {
        standards.sources[text].map { source in
            [
                StandardsRow(
                    kind: .source, id: source.mark, name: source.document, source: source.isConfirmed ? "已核" : "",
                    details: source.seen.isEmpty ? [] : [.seen(source.seen)])
            ]
        } ?? []
    }

    static func forms(_ standards: Standards) -> [StandardsRow] {
        standards.orderedForms.map { form, number in
            let columns = form.parts.flatMap(\.columns).map { column in
                StandardsDetail.column(number: column.number, title: column.title)
            }
            return StandardsRow(
                kind: .form, id: form.id, name: "\(number) \(form.title)", source: source(form.source, standards),
                isUnconfirmed: form.isUnconfirmed,
                details: (form.aliases.isEmpty ? [] : [.otherNames(form.aliases)]) + columns)
        }
    }

    static func phrases(_ standards: Standards) -> [StandardsRow] {
        standards.phrases.values.sorted { $0.id < $1.id }.map { phrase in
            StandardsRow(
                kind: .phrase, id: phrase.id, name: phrase.title, source: source(phrase.source, standards),
                isUnconfirmed: phrase.isUnconfirmed,
                details: phrase.subjects.map { .subject($0.name, words: $0.words) })
        }
    }

    static func concepts(_ standards: Standards) -> [StandardsRow] {
        standards.concepts.ordered.compactMap { standards.concepts[$0] }.map { definition in
            let terms = definition.terms.map { (sign: $0.sign, concept: $0.concept.id) }
            return StandardsRow(
                kind: .concept, id: definition.concept.id, name: definition.note,
                source: source(definition.source, standards),
                isUnconfirmed: definition.isUnconfirmed,
                details: terms.isEmpty ? [] : [.sum(terms)])
        }
    }

    static func schemes(_ standards: Standards) -> [StandardsRow] {
        standards.schemes.all.map { scheme in
            let weights =
                scheme.execution.weight > 0
                ? [StandardsDetail.weight(scheme.execution.name, points: scheme.execution.weight, seconds: [])] : []
            let levels = scheme.levels.map { level in
                StandardsDetail.weight(level.name, points: level.weight, seconds: level.seconds)
            }
            return StandardsRow(
                kind: .scheme, id: scheme.id, name: scheme.name, source: source(scheme.source, standards),
                isUnconfirmed: scheme.isUnconfirmed,
                details: weights + levels + [.forms(scheme.forms)] + (scheme.isUsual ? [.usual] : []))
        } + rules(standards)
    }

    /// What all schemes share.
    private static func rules(_ standards: Standards) -> [StandardsRow] {
        let rules = standards.schemes.rules
        guard !rules.name.isEmpty else { return [] }
        let monitoring = rules.monitoring
        let parameters: [(String, String)] = [
            ("评判等级", rules.bands.map { "\($0.name) \($0.low)～\($0.high)%" }.joined(separator: "、")),
            ("超额倍数", pointsText(rules.farAbove)), ("得分小数", "\(rules.scoreDecimals)"),
            ("执行率小数", "\(rules.rateDecimals)"),
            (
                "监控",
                "1—\(monitoring.lastMonth) 月、执行率下限 \(monitoring.leastExecution)%、指标进度下限 \(monitoring.leastProgress)%"
            ),
        ]
        return [
            StandardsRow(
                kind: .scheme, id: "共用", name: rules.name, source: source(rules.source, standards),
                isUnconfirmed: rules.isUnconfirmed, details: parameters.map { .parameter($0.0, $0.1) }),
            StandardsRow(
                kind: .scheme, id: "评级", name: rules.grading.name, source: source(rules.grading.source, standards),
                isUnconfirmed: rules.grading.isUnconfirmed,
                details: [.parameter("等级", rules.grades.map { "\($0.name) ≥\($0.low)" }.joined(separator: "、"))]),
        ]
    }

    /// Lists that are no dimension (政府经济分类, 收入分类).
    static func codeLists(_ lists: [(name: String, list: Classification)]) -> [StandardsRow] {
        lists.map { name, list in
            let confirmed = list.members.values.filter(\.isConfirmed).count
            return StandardsRow(
                kind: .codeList, id: name, name: "", source: "",
                counts: StandardsRow.CodeCounts(all: list.members.count, confirmed: confirmed))
        }
    }

    static func unconfirmed(_ lists: [(name: String, list: Classification)]) -> [StandardsRow] {
        lists.flatMap { name, list in
            list.ordered.compactMap { list.members[$0] }.filter { !$0.isConfirmed }.map {
                StandardsRow(kind: .listedCode(name), id: $0.code.text, name: $0.name, source: "")
            }
        }
    }

    /// By code or name, in the lists that are no dimension.
    static func find(_ text: String, in lists: [(name: String, list: Classification)]) -> [StandardsRow] {
        lists.flatMap { name, list in members(text, of: list, kind: .listedCode(name)) { _ in [] } }
    }

    /// The code, or every code of the name.
    private static func members(
        _ text: String, of list: Classification, kind: StandardsKind, more: (Code) -> [StandardsDetail]
    ) -> [StandardsRow] {
        list.candidates(text).compactMap { row($0, of: list, kind: kind, more: more) }
    }

    private static func row(
        _ code: Code, of list: Classification, kind: StandardsKind, more: (Code) -> [StandardsDetail]
    ) -> StandardsRow? {
        guard let member = list.members[code] else { return nil }
        let path = list.path(code).dropFirst().map { StandardsDetail.parent(code: $0.text, name: list.name($0)) }
        let children = list.children(of: code).map { StandardsDetail.child(code: $0.text, name: list.name($0)) }
        return StandardsRow(
            kind: kind, id: code.text, name: member.name, source: member.isConfirmed ? member.source : "",
            details: path + children + more(code))
    }

    static func codeLists(_ standards: Standards) -> [StandardsRow] {
        Dimension.allCases.map { dimension in
            let list = standards.classification(dimension)
            let confirmed = list.members.values.filter(\.isConfirmed).count
            return StandardsRow(
                kind: .codeList, id: dimension.word, name: "", source: "",
                counts: StandardsRow.CodeCounts(all: list.members.count, confirmed: confirmed))
        }
    }

    /// By id, code or name, in every list.
    static func find(_ text: String, in standards: Standards) -> [StandardsRow] {
        let wanted = foldedLabel(text)
        let defined = profiles(standards) + forms(standards) + phrases(standards) + concepts(standards)
        let named = (defined + schemes(standards)).filter {
            foldedLabel($0.id) == wanted || foldedLabel($0.name) == wanted
                || $0.name.split(separator: " ").contains { foldedLabel($0) == wanted }
        }
        let codes = Dimension.allCases.flatMap { dimension in
            members(text, of: standards.classification(dimension), kind: .code(dimension)) { code in
                standards.definitions.functions[code].map { [.meaning($0.text)] } ?? []
            }
        }
        return named + codes + sources(text, in: standards)
    }
}
