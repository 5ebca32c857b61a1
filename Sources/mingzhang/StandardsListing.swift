import Fiscal
import Standards

/// One definition as listed.
struct StandardsRow: Encodable {
    let kind: String
    let id: String
    let name: String
    let source: String
    var details: [String] = []
}

/// Definitions of one place and year as rows.
enum StandardsListing {
    static func all(_ standards: Standards) -> [StandardsRow] {
        forms(standards) + phrases(standards) + concepts(standards) + codeLists(standards)
    }

    static func unconfirmed(_ standards: Standards) -> [StandardsRow] {
        let codes = Dimension.allCases.flatMap { dimension in
            let list = standards.classification(dimension)
            return list.ordered.compactMap { list.members[$0] }.filter { !$0.isConfirmed }.map {
                StandardsRow(kind: dimension.word, id: $0.code.text, name: $0.name, source: "")
            }
        }
        let terms = standards.definitions.terms.filter { !$0.entry.isConfirmed }.map {
            StandardsRow(kind: "释义", id: $0.term, name: $0.term, source: "")
        }
        let rest = (forms(standards) + phrases(standards) + concepts(standards)).filter(\.source.isEmpty)
        return rest + terms + codes
    }

    static func forms(_ standards: Standards) -> [StandardsRow] {
        standards.orderedForms.map { form, number in
            let columns = form.parts.flatMap(\.columns).map { column in
                "栏 \(column.number.isEmpty ? "-" : column.number)：\(column.title.joined(separator: "/"))"
            }
            return StandardsRow(
                kind: "表", id: form.id, name: "\(number) \(form.title)", source: form.source,
                details: (form.aliases.isEmpty ? [] : ["又名：\(form.aliases.joined(separator: "、"))"]) + columns)
        }
    }

    static func phrases(_ standards: Standards) -> [StandardsRow] {
        standards.phrases.values.sorted { $0.id < $1.id }.map { phrase in
            StandardsRow(
                kind: "句", id: phrase.id, name: phrase.title, source: phrase.source,
                details: phrase.subjects.map { "\($0.name)：\($0.words.joined(separator: "、"))" })
        }
    }

    static func concepts(_ standards: Standards) -> [StandardsRow] {
        standards.concepts.ordered.compactMap { standards.concepts[$0] }.map { definition in
            let terms = definition.terms.map { ($0.sign < 0 ? "− " : "＋ ") + $0.concept.id }
            return StandardsRow(
                kind: "指标", id: definition.concept.id, name: definition.note, source: definition.source,
                details: terms.isEmpty ? [] : ["＝ " + terms.joined(separator: " ")])
        }
    }

    static func codeLists(_ standards: Standards) -> [StandardsRow] {
        Dimension.allCases.map { dimension in
            let list = standards.classification(dimension)
            let confirmed = list.members.values.filter(\.isConfirmed).count
            return StandardsRow(
                kind: "编码", id: dimension.word, name: "\(list.members.count) 个，已核 \(confirmed) 个", source: "见各行")
        }
    }

    /// By id, code or name, in every list.
    static func find(_ text: String, in standards: Standards) -> [StandardsRow] {
        let wanted = foldedLabel(text)
        let named = (forms(standards) + phrases(standards) + concepts(standards)).filter {
            foldedLabel($0.id) == wanted || foldedLabel($0.name) == wanted
                || $0.name.split(separator: " ").contains { foldedLabel($0) == wanted }
        }
        let codes = Dimension.allCases.compactMap { dimension -> StandardsRow? in
            let list = standards.classification(dimension)
            guard let code = list.find(text), let member = list.members[code] else { return nil }
            let path = list.path(code).dropFirst().map { "\($0.text) \(list.name($0))" }
            let children = list.children(of: code).map { "\($0.text) \(list.name($0))" }
            return StandardsRow(
                kind: dimension.word, id: code.text, name: member.name, source: member.isConfirmed ? member.source : "",
                details: path.map { "上级：\($0)" } + children.map { "下级：\($0)" }
                    + (standards.definitions.functions[code].map { ["释义：\($0.text)"] } ?? []))
        }
        return named + codes
    }
}
