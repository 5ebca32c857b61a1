import Fiscal

/// Reads one phrase's YAML and its print template.
struct PhraseLoader {
    let resolver: Resolver

    func load(_ root: YamlNode) throws -> Phrase {
        let entries = try root.mapping(allowed: ["编号", "名称", "材料", "起始年度", "截止年度", "来源", "待核", "数", "段", "另读"])
        let subjects = try entries["数"]?.pairs().map { name, node in
            let fields = try node.mapping(allowed: Resolver.specKeys + ["词", "非"])
            return Phrase.Subject(
                name: name, spec: try resolver.spec(fields.filter { !["词", "非"].contains($0.key) }),
                words: try fields["词"]?.texts() ?? [], otherWords: try fields["非"]?.texts() ?? [])
        }
        let known = Set((subjects ?? []).map(\.name))
        let paragraphs = try entries.required("段", in: root).list().map { try pieces($0, known: known) }
        return Phrase(
            id: try entries.required("编号", in: root).text(), title: try entries.required("名称", in: root).text(),
            subjects: subjects ?? [], paragraphs: paragraphs,
            alsoRead: try entries["另读"]?.list().map { try pieces($0, known: known) } ?? [],
            years: try yearRange(entries, in: root),
            source: try entries["来源"]?.text() ?? "", isUnconfirmed: try entries["待核"]?.flag() ?? false)
    }

    private func pieces(_ node: YamlNode, known: Set<String>) throws -> [Phrase.Piece] {
        if node.isText { return try TemplateText(node: node, known: known).pieces() }
        if node.isMapping { return [try compound(node, known: known)] }
        return try node.list().flatMap { try pieces($0, known: known) }
    }

    private func compound(_ node: YamlNode, known: Set<String>) throws -> Phrase.Piece {
        let entries = try node.mapping(
            allowed: ["若", "则", "否则", "逐项", "层级", "上级", "成员", "有数", "称", "前", "分隔", "句", "分段"])
        if let conditions = entries["若"] {
            return .branch(
                try conditions.list().map { try condition($0, known: known) },
                then: try entries["则"].map { try pieces($0, known: known) } ?? [],
                otherwise: try entries["否则"].map { try pieces($0, known: known) } ?? [])
        }
        let dimension = try entries.required("逐项", in: node).choice(Dimension.words)
        let level = try entries["层级"]?.choice([("类", 1), ("款", 2), ("项", 3), ("末级", 0)])
        return .loop(
            Phrase.Loop(
                dimension: dimension, level: level == 0 ? nil : level, isDeepest: level == 0,
                under: try entries["上级"].map { try resolver.code($0, in: dimension) },
                members: try entries["成员"]?.list().map { try resolver.code($0, in: dimension) } ?? [],
                present: try entries["有数"]?.list().map { try subject($0, known: known) } ?? [],
                names: try memberNames(entries["称"], in: dimension),
                lead: try entries["前"]?.text() ?? "",
                separator: try entries["分隔"]?.text() ?? "",
                pieces: try entries["句"].map { try pieces($0, known: known) } ?? [],
                paragraphs: try entries["分段"]?.list().map { try pieces($0, known: known) } ?? []))
    }

    private func memberNames(_ node: YamlNode?, in dimension: Dimension) throws -> [Code: String] {
        guard let node else { return [:] }
        var names: [Code: String] = [:]
        let classification = resolver.classifications[dimension] ?? .empty
        for (member, name) in try node.pairs() {
            guard let code = classification.find(member) else {
                throw name.fault(
                    .unknownValue(key: "称", found: member, allowed: classification.nearest(to: member)))
            }
            names[code] = try name.text()
        }
        return names
    }

    private func subject(_ node: YamlNode, known: Set<String>) throws -> String {
        let name = try node.text()
        guard known.contains(name) else {
            throw node.fault(.unknownValue(key: node.name, found: name, allowed: known.sorted()))
        }
        return name
    }

    private func condition(_ node: YamlNode, known: Set<String>) throws -> Phrase.Condition {
        let text = TemplateText(node: node, known: known)
        let words = try node.text().split(separator: " ").map(String.init)
        let rest = Array(words.dropFirst())
        switch (words.first ?? "", rest.count) {
        case ("部门", 0): return .isDepartment
        case ("单位", 0): return .isUnit
        case ("有文字", 1): return .hasText(rest[0])
        case ("有", 1...): return .known(try text.only(rest))
        case ("为零", 1...): return .zero(try text.only(rest))
        case ("非零", 1...): return .nonZero(try text.only(rest))
        case ("无", 1...): return .none(try text.only(rest))
        case ("有上年", 1...): return .priorKnown(try text.only(rest))
        case ("有变动", 1...): return .changed(try text.only(rest))
        case ("大于", 2...):
            let (a, b) = try text.pair(rest)
            return .greater(a, than: b)
        case ("小于", 2...):
            let (a, b) = try text.pair(rest)
            return .less(a, than: b)
        case ("等于", 2...):
            let (a, b) = try text.pair(rest)
            return .equal(a, to: b)
        default:
            throw node.fault(
                .unknownValue(
                    key: "若", found: words.joined(separator: " "),
                    allowed: [
                        "有 X", "为零 X", "非零 X", "无 X", "有上年 X", "有变动 X", "大于 X Y", "小于 X Y", "等于 X Y", "有文字 X", "部门",
                        "单位",
                    ]))
        }
    }
}

/// The template language: text with slots in braces.
///
///     {年} {上年} {单位} {类} {单位数} {名称} {类名} {款名} {项名} {序号} {用途} {原因 事项} {文字 段落}
///     {支出} {此 支出} {支出|占 合计} {支出|完成 预算} {支出|变动额} {支出|变动率 预算} {支出|增减} {支出|升降 预算}
package struct TemplateText {
    private let text: String
    private let known: Set<String>
    private let fault: (StandardsFault.TemplateProblem) -> StandardsFault

    init(node: YamlNode, known: Set<String>) {
        text = node.textOrEmpty
        self.known = known
        fault = { node.fault(.badTemplate($0)) }
    }

    /// A template written by a user in the book, over the subjects of a phrase.
    package init(_ text: String, subjects: [String], place: String, line: Int) {
        self.text = text
        known = Set(subjects)
        fault = { StandardsFault(.badTemplate($0), file: place, line: line) }
    }

    package func pieces() throws -> [Phrase.Piece] {
        var result: [Phrase.Piece] = []
        var rest = text[...]
        while let open = rest.firstIndex(of: "{") {
            if open > rest.startIndex { result.append(.literal(String(rest[..<open]))) }
            guard let close = rest[open...].firstIndex(of: "}") else { throw fault(.unclosedBrace(text)) }
            result.append(.slot(try slot(String(rest[rest.index(after: open)..<close]))))
            rest = rest[rest.index(after: close)...]
        }
        guard !rest.contains("}") else { throw fault(.unopenedBrace(text)) }
        if !rest.isEmpty { result.append(.literal(String(rest))) }
        return result
    }

    private func slot(_ inside: String) throws -> Phrase.Slot {
        let halves = inside.split(separator: "|", maxSplits: 1).map { String($0).trimmed }
        let words = halves[0].split(separator: " ").map(String.init)
        switch (words.first ?? "", words.count, halves.count) {
        case ("年", 1, 1): return .year
        case ("上年", 1, 1): return .priorYear
        case ("单位", 1, 1): return .unitName
        case ("类", 1, 1): return .noun
        case ("单位数", 1, 1): return .unitCount
        case ("名称", 1, 1): return .memberName(level: nil)
        case ("类名", 1, 1): return .memberName(level: 1)
        case ("款名", 1, 1): return .memberName(level: 2)
        case ("项名", 1, 1): return .memberName(level: 3)
        case ("科目", 1, 1): return .memberPath
        case ("序号", 1, 1): return .ordinal
        case ("用途", 1, 1): return .purpose
        case ("原因", 2, 1): return .reason(words[1])
        case ("文字", 2, 1): return .text(words[1])
        default: return try figure(try only(words), role: halves.count > 1 ? halves[1] : "")
        }
    }

    private func figure(_ subject: Phrase.Reference, role: String) throws -> Phrase.Slot {
        let words = role.split(separator: " ").map(String.init)
        let rest = Array(words.dropFirst())
        let base = rest.isEmpty ? nil : try only(rest)
        switch (words.first ?? "", base) {
        case ("", _): return .figure(subject, .amount)
        case ("变动额", let base): return .figure(subject, .change(base))
        case ("变动率", let base): return .figure(subject, .growth(base))
        case ("增减", let base): return .direction(subject, base: base, rise: "增加", fall: "减少")
        case ("升降", let base): return .direction(subject, base: base, rise: "增长", fall: "下降")
        case ("大小", let base): return .direction(subject, base: base, rise: "大于", fall: "小于")
        case ("占", let base?): return .figure(subject, .share(base))
        case ("完成", let base?): return .figure(subject, .completion(base))
        default: throw fault(.unknownRole(role, known: ["变动额", "变动率", "增减", "升降", "大小", "占 X", "完成 X"]))
        }
    }

    func only(_ words: [String]) throws -> Phrase.Reference {
        let (reference, rest) = try reference(words[...])
        guard rest.isEmpty else { throw fault(.extraWords(rest.joined(separator: " "))) }
        return reference
    }

    func pair(_ words: [String]) throws -> (Phrase.Reference, Phrase.Reference) {
        let (first, rest) = try reference(words[...])
        return (first, try only(Array(rest)))
    }

    private func reference(_ words: ArraySlice<String>) throws -> (Phrase.Reference, ArraySlice<String>) {
        var words = words
        let narrowed = words.first == "此"
        if narrowed { words = words.dropFirst() }
        guard let name = words.first, known.contains(name) else {
            throw fault(.unknownSubject(words.first ?? "", known: known.sorted()))
        }
        return (Phrase.Reference(subject: name, isNarrowed: narrowed), words.dropFirst())
    }
}
