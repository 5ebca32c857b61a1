import Fiscal
import Publication
import Standards

/// The members of a loop of a phrase that tables print with an amount.
struct ListedMembers {
    let phrase: Phrase
    let loop: Phrase.Loop
    /// Those with an amount in some table, and the others there; nil where no table of that meaning was read.
    let table: (printed: [Code: ReadFigure], blank: [Code: ReadFigure])?
    let list: Classification

    /// The loops of a profile's phrases over a dimension.
    static func all(
        of paper: WordingContext, dimension: Dimension, levels: Set<Int>? = nil
    ) -> [ListedMembers] {
        let list = paper.standards.classification(dimension)
        let ids = paper.standards.profile.outline.flatMap(\.content).flatMap { content -> [String] in
            if case .phrases(let ids) = content { ids } else { [] }
        }
        return ids.compactMap { paper.standards.phrases[$0] }.flatMap { phrase in
            loops(in: phrase.paragraphs.flatMap { $0 }).compactMap { loop in
                guard loop.dimension == dimension,
                    levels.map({ wanted in level(loop, in: list).map(wanted.contains) ?? false }) ?? true
                else { return nil }
                let specs = loop.present.compactMap { phrase.subject($0)?.spec }
                return ListedMembers(phrase: phrase, loop: loop, table: figures(paper, specs, loop, list), list: list)
            }
        }
    }

    /// The level whose members it lists; members without any below them stand in for items.
    private static func level(_ loop: Phrase.Loop, in list: Classification) -> Int? {
        loop.isDeepest ? list.members.values.map(\.level).max() : loop.level
    }

    private static func loops(in pieces: [Phrase.Piece]) -> [Phrase.Loop] {
        pieces.flatMap { piece -> [Phrase.Loop] in
            switch piece {
            case .loop(let loop): [loop] + loops(in: loop.pieces) + loops(in: loop.paragraphs.flatMap { $0 })
            case .branch(_, let then, let otherwise): loops(in: then) + loops(in: otherwise)
            case .literal, .slot: []
            }
        }
    }

    private static func figures(
        _ paper: WordingContext, _ specs: [FactSpec], _ loop: Phrase.Loop, _ list: Classification
    ) -> (printed: [Code: ReadFigure], blank: [Code: ReadFigure])? {
        var isRead = false
        var codes: [Code: ReadFigure] = [:]
        var blank: [Code: ReadFigure] = [:]
        for figure in paper.tables.lazy.flatMap(\.figures) {
            guard case .fact(let key) = figure.figure else { continue }
            let code = key.coordinates[loop.dimension]
            if code.isAll, specs.contains(where: { $0.concept == key.concept && $0.coordinates == key.coordinates }) {
                // A table whose total was read has its members too, be they none.
                isRead = true
            }
            guard !code.isAll, loop.level == nil || list.members[code]?.level == loop.level,
                loop.under.map({ list.contains(code, under: $0) }) ?? true
            else { continue }
            var whole = key.coordinates
            whole[loop.dimension] = .all
            let fits = specs.contains { spec in
                spec.concept == key.concept && (spec.phase ?? .actual) == key.phase
                    && key.year.number == paper.year.number + (spec.yearOffset ?? 0) && spec.coordinates == whole
            }
            guard fits else { continue }
            isRead = true
            if let printed = figure.printed, !printed.isZero {
                codes[code] = codes[code] ?? figure
            } else {
                blank[code] = blank[code] ?? figure
            }
        }
        guard isRead else { return nil }
        if loop.isDeepest {
            let all = codes.keys
            codes = codes.filter { code, _ in !all.contains { $0 != code && list.contains($0, under: code) } }
        }
        return (codes, blank)
    }

    var printed: Set<Code>? { table.map { Set($0.printed.keys) } }

    /// What the table prints of a member, and where.
    func place(_ code: Code) -> FindingPlace? {
        (table?.printed[code] ?? table?.blank[code]).map { FindingPlace(text: $0.text, place: $0.place) }
    }

    /// 2010699 其他财政事务支出 1.88万元
    func amount(_ code: Code) -> String {
        let figure = table?.printed[code]
        return text(code) + (figure.map { " " + $0.text + $0.unit } ?? "")
    }

    /// The paragraphs that its section holds.
    func passages(of paper: WordingContext) -> [Passage] { paper.prose.filter { $0.phrases.contains(phrase.id) } }

    /// Whether a text has the name of a member, or one it is known under.
    func isNamed(_ code: Code, in folded: String) -> Bool {
        guard let member = list.members[code] else { return false }
        return member.foldedNames.contains { name in
            folded.contains(name)
                || name.hasSuffix("支出") && name.count > 4 && folded.contains(name.dropLast(2) + "(")
        }
    }

    func text(_ code: Code) -> String { "\(code.text) \(list.name(code))" }
}

/// 列全类 and 列全项: the prose names every member that the table has an amount for, and none that it has not.
struct CompleteListChecker: WordingChecker {
    let words: WordLists
    let levels: Set<Int>

    func check(_ paper: WordingContext, rule: Rule) -> WordingResult {
        var result = WordingResult()
        for members in ListedMembers.all(of: paper, dimension: .function, levels: levels) {
            let passages = members.passages(of: paper)
            guard let printed = members.printed else {
                if !passages.isEmpty { result.lack(WordingWords.noTableFor(members.phrase.title)) }
                continue
            }
            let text = passages.map(\.folded).joined()
            let named = printed.filter { members.isNamed($0, in: text) }
            guard let first = passages.first, !named.isEmpty || printed.isEmpty else {
                if !printed.isEmpty { result.lack(WordingWords.notListed(members.phrase.title)) }
                continue
            }
            result.pass(named.count)
            for code in printed.subtracting(named).sorted() {
                // A misspelt path is told elsewhere; it may well be this one.
                let isSure = FunctionPath.all(in: text).allSatisfy { $0.unknown(in: paper.standards) == nil }
                result.findings.append(
                    Finding(
                        rule, paper, proof: isSure ? .error : .warning,
                        message: WordingWords.leftOut(first, members.amount(code)), expected: members.text(code),
                        places: [first.at("")] + [members.place(code)].compactMap(\.self)))
            }
            surplus(in: passages, printed, members, paper, rule, into: &result)
        }
        return result
    }

    /// A path that the table has no amount for, said with an amount that is not zero.
    private func surplus(
        in passages: [Passage], _ printed: Set<Code>, _ members: ListedMembers, _ paper: WordingContext, _ rule: Rule,
        into result: inout WordingResult
    ) {
        guard levels.contains(3) else { return }
        for (index, passage) in passages.enumerated() {
            for path in passage.paths {
                let found = path.members(in: paper.standards)
                guard found.count == 3, let code = found.last, !printed.contains(code) else { continue }
                let below = passage.folded + (index + 1 < passages.count ? passages[index + 1].folded : "")
                guard below.contains("支出决算") else { continue }
                let isSpent = below.firstMatch(of: /支出决算数?为?([0-9.,]+)/).map {
                    $0.output.1.contains { "123456789".contains($0) }
                }
                guard isSpent == true else { continue }
                result.findings.append(
                    Finding(
                        rule, paper, proof: .warning, message: WordingWords.notInTable(passage, members.text(code)),
                        printed: members.text(code),
                        places: [passage.at(members.text(code))] + [members.place(code)].compactMap(\.self)))
            }
        }
    }
}

/// 列全款: 主要包括基本工资、津贴补贴… names what has an amount.
struct CompleteItemsChecker: WordingChecker {
    let words: WordLists

    func check(_ paper: WordingContext, rule: Rule) -> WordingResult {
        var result = WordingResult()
        for members in ListedMembers.all(of: paper, dimension: .economic) {
            guard let printed = members.printed else {
                if !members.passages(of: paper).isEmpty { result.lack(WordingWords.noTableFor(members.phrase.title)) }
                continue
            }
            guard let (passage, names) = list(members, paper) else { continue }
            let isOpen = names.last.map { name in words("名单", "等").contains { name.hasSuffix($0) } } ?? false
            let folded = Set(names.map { CodeRows.bare($0) })
            let bare = Set(folded.map { CodeRows.bare($0) })
            func isListed(_ code: Code) -> Bool {
                members.list.members[code]?.foldedNames.contains(where: bare.contains) ?? false
            }
            let missing = isOpen ? [] : printed.filter { !isListed($0) }.sorted()
            let under = members.loop.under
            let surplus = members.list.ordered.filter { code in
                members.list.members[code]?.level == members.loop.level && !printed.contains(code) && isListed(code)
                    && (under.map { members.list.contains(code, under: $0) } ?? true)
                    && !printed.contains { members.list.name($0) == members.list.name(code) }
            }
            result.pass(folded.count - surplus.count)
            // 主要包括 names the main ones: what it leaves out is no defect by itself.
            for (codes, isMissing) in [(missing, true), (surplus, false)] where !codes.isEmpty {
                let text = codes.map { members.list.name($0) }.joined(separator: "、")
                result.findings.append(
                    Finding(
                        rule, paper, proof: isMissing ? .notice : .error,
                        message: WordingWords.items(passage, text, isMissing: isMissing),
                        printed: isMissing ? "" : text, expected: isMissing ? text : "",
                        places: [passage.at(text)] + codes.compactMap(members.place)))
            }
        }
        return result
    }

    /// What stands behind 主要包括 after the group's name.
    private func list(_ members: ListedMembers, _ paper: WordingContext) -> (Passage, [String])? {
        guard let under = members.loop.under else { return nil }
        let group = foldedLabel(members.list.name(under))
        for passage in members.passages(of: paper) {
            guard let start = passage.folded.firstRange(of: group) else { continue }
            let rest = String(passage.folded[start.upperBound...])
            guard let opener = rest.firstRange(of: words("名单", "列举引语").map { foldedLabel($0) }) else { continue }
            let end = rest[opener.upperBound...].firstIndex { "。;".contains($0) } ?? rest.endIndex
            let names = rest[opener.upperBound..<end].split { "、,:".contains($0) }.map { String($0) }
            if !names.isEmpty { return (passage, names) }
        }
        return nil
    }
}
