import Fiscal
import Publication
import Standards

/// 无数据语句: what prose says there is none of, a table has no amount for.
struct DenialChecker: WordingChecker {
    let words: WordLists

    func check(_ paper: WordingContext, rule: Rule) -> WordingResult {
        var result = WordingResult()
        let funds = FundWords(paper.standards, suffixes: words("表注用语", "后缀"))
        let denials = words("无数据语句", "没有")
        if paper.paragraphs.isEmpty { result.lack(WordingWords.noProse) }
        for table in paper.tables where !table.form.emptyNote.isEmpty {
            let fund = funds.word(table.form.base.coordinates.fund)
            guard fund.count > 2 else { continue }
            for passage in paper.prose where !passage.phrases.isEmpty {
                for sentence in passage.sentences {
                    guard let denied = denied(sentence, fund: fund, denials) else { continue }
                    check(denied, sentence, passage, table, paper, rule, into: &result)
                }
            }
        }
        return result
    }

    /// The matters that a sentence says there are none of.
    private func denied(_ sentence: String, fund: String, _ denials: [String]) -> [[String: String]]? {
        guard let no = sentence.firstRange(of: denials) else { return nil }
        let after = sentence[no.upperBound...]
        guard let name = after.firstRange(of: fund), after[..<name.lowerBound].count < 8,
            sentence[..<no.lowerBound].count < 24,
            !sentence.contains(where: { "123456789".contains($0) }, after: no.upperBound)
        else { return nil }
        let matters = words.table("无数据语句", "事项").filter { after[name.upperBound...].contains($0["词"] ?? "　") }
        return matters.isEmpty ? nil : matters
    }

    private func check(
        _ denied: [[String: String]], _ sentence: String, _ passage: Passage, _ table: ReadTable,
        _ paper: WordingContext,
        _ rule: Rule, into result: inout WordingResult
    ) {
        let concepts = Set(denied.compactMap { $0["概念"] })
        let wrong = table.figures.first { figure in
            guard case .fact(let key) = figure.figure, let printed = figure.printed else { return false }
            return concepts.contains(key.concept.id) && key.year == paper.year && !printed.isZero
        }
        guard let wrong else { return result.pass() }
        result.findings.append(
            Finding(
                rule, paper, message: WordingWords.denied(passage, sentence, wrong), printed: sentence,
                places: [passage.at(sentence), FindingPlace(text: wrong.text, place: wrong.place)]))
    }
}

extension String {
    fileprivate func contains(where holds: (Character) -> Bool, after place: Index) -> Bool {
        self[place...].contains(where: holds)
    }
}

/// 科目用语: 类, 款 and 项 of a path belong together.
struct PathChecker: WordingChecker {
    func check(_ paper: WordingContext, rule: Rule) -> WordingResult {
        var result = WordingResult()
        let list = paper.standards.classification(.function)
        if paper.paragraphs.isEmpty { result.lack(WordingWords.noProse) }
        for passage in paper.prose {
            for path in passage.paths {
                guard let (name, candidates) = path.unknown(in: paper.standards) else {
                    result.pass()
                    continue
                }
                let level = path.members(in: paper.standards).count + 1
                let elsewhere = list.ordered.filter { code in
                    list.members[code].map { $0.level == level && CodeRows.isName(name, of: $0) } ?? false
                }
                let isSlip = candidates.contains { editDistance(Array(foldedLabel($0)), Array(name)) == 1 }
                // A name that no list has may be a place's own; one character from the right one is another kind's.
                guard let other = elsewhere.first else {
                    if !isSlip { result.lack(WordingWords.unknownName(name)) }
                    continue
                }
                let right = list.path(other).reversed().map { list.name($0) }.joined(separator: " ")
                result.findings.append(
                    Finding(
                        rule, paper, message: WordingWords.brokenPath(passage, path.names, name, right),
                        printed: path.names.joined(separator: " "), expected: right,
                        places: [passage.at(path.names.joined(separator: " "))]))
            }
        }
        return result
    }
}

/// 名词解释: the terms that a paper must explain, and the items where it explains items at all.
struct GlossaryChecker: WordingChecker {
    let words: WordLists
    private static let shown = 8

    func check(_ paper: WordingContext, rule: Rule) -> WordingResult {
        var result = WordingResult()
        let glossary = paper.prose(under: words("名词解释", "标题"))
        guard !glossary.isEmpty else {
            result.lack(WordingWords.noSection(words("名词解释", "标题").first ?? ""))
            return result
        }
        let text = glossary.map(\.folded).joined(separator: "\n")
        let said = paper.prose.filter { !$0.phrases.isEmpty }.flatMap(\.sentences)
        let denials = words("空表说明", "没有").map { foldedLabel($0) }
        let terms = words("名词解释", "应释").filter { word in
            // 没有经营收入 uses nothing that wants explaining.
            said.contains { sentence in
                sentence.firstRange(of: foldedLabel(word)).map {
                    String(sentence[..<$0.lowerBound]).first(of: denials) == nil
                } ?? false
            }
        }
        let missing = terms.filter { !text.contains(foldedLabel($0)) }
        result.pass(terms.count - missing.count)
        if !missing.isEmpty { report(missing, glossary[0], .warning, paper, rule, into: &result) }
        guard text.contains("(项)") else { return result }
        let list = paper.standards.classification(.function)
        let used = Set(
            paper.tables.flatMap(\.figures).compactMap { figure -> Code? in
                guard case .fact(let key) = figure.figure, figure.printed?.isZero == false else { return nil }
                return list.members[key.coordinates.function]?.level == 3 ? key.coordinates.function : nil
            })
        let unexplained = used.filter { !text.contains(foldedLabel(list.name($0))) }.sorted()
        result.pass(used.count - unexplained.count)
        if !unexplained.isEmpty {
            report(unexplained.map { "\($0.text) \(list.name($0))" }, glossary[0], .notice, paper, rule, into: &result)
        }
        return result
    }

    private func report(
        _ missing: [String], _ passage: Passage, _ proof: Severity, _ paper: WordingContext, _ rule: Rule,
        into result: inout WordingResult
    ) {
        let names = missing.prefix(Self.shown).joined(separator: "、")
        result.findings.append(
            Finding(
                rule, paper, proof: proof, message: WordingWords.unexplained(names, missing.count), expected: names,
                places: [passage.at("")]))
    }
}

/// 比较基数: 增加 or 减少 says against what.
struct BaseChecker: WordingChecker {
    let words: WordLists

    func check(_ paper: WordingContext, rule: Rule) -> WordingResult {
        var result = WordingResult()
        let passages = paper.prose(under: words("比较基数", "标题"))
        if passages.isEmpty { result.lack(WordingWords.noSection(words("比较基数", "标题").first ?? "")) }
        for passage in passages {
            for sentence in passage.sentences {
                guard let change = sentence.firstMatch(of: /(?:增加|减少|增长|下降|降低)[0-9.,]+(?:万?元|%)/) else { continue }
                let before = String(sentence[..<change.range.lowerBound])
                if before.first(of: words("比较基数", "基数")) != nil {
                    result.pass()
                } else {
                    result.findings.append(
                        Finding(
                            rule, paper, proof: .warning, message: WordingWords.noBase(passage, String(change.output)),
                            printed: String(change.output), places: [passage.at(String(change.output))]))
                }
            }
        }
        return result
    }
}

/// 完成基数: 完成预算的… says which budget.
struct CompletionBaseChecker: WordingChecker {
    let words: WordLists

    func check(_ paper: WordingContext, rule: Rule) -> WordingResult {
        var result = WordingResult()
        if paper.paragraphs.isEmpty { result.lack(WordingWords.noProse) }
        var bare: [FindingPlace] = []
        let kinds = words.table("预算口径", "预算").compactMap { $0["注"] }
        let stated = paper.tables.filter { table in
            (table.notes ?? []).contains { foldedLabel($0.text).first(of: kinds) != nil }
        }.reduce(into: Set<String>()) { $0.formUnion(BudgetKindChecker.phrases(of: $1, in: paper)) }
        // The note of the table says which budget its section speaks of.
        for passage in paper.prose where !passage.phrases.isEmpty && stated.isDisjoint(with: passage.phrases) {
            for pair in BudgetPair.all(in: passage) {
                guard pair.tail.first(of: words("预算口径", "没有写明")) != nil else {
                    if pair.completion != nil { result.pass() }
                    continue
                }
                // The budget itself may have said which it is.
                let start = passage.folded.firstRange(of: pair.whole)?.lowerBound ?? passage.folded.startIndex
                if String(passage.folded[..<start].suffix(6)).first(of: words("预算口径", "已经写明")) != nil {
                    result.pass()
                } else {
                    bare.append(passage.at(String(pair.whole.prefix(40))))
                }
            }
        }
        if let first = bare.first {
            result.findings.append(
                Finding(
                    rule, paper, proof: .notice, message: WordingWords.bareCompletion(first.place.label, bare.count),
                    printed: first.text, places: bare))
        }
        return result
    }
}

/// 预算口径: the table's note and the prose name the same budget.
struct BudgetKindChecker: WordingChecker {
    let words: WordLists

    /// The phrases that speak of a table's budget.
    static func phrases(of table: ReadTable, in paper: WordingContext) -> Set<String> {
        let concepts = Set(table.form.parts.flatMap { $0.columns.compactMap(\.spec.concept) })
        return Set(
            paper.standards.phrases.values.filter { phrase in
                phrase.subjects.contains { subject in
                    subject.spec.concept.map(concepts.contains) ?? false && subject.spec.phase ?? .actual != .actual
                }
            }.map(\.id))
    }

    func check(_ paper: WordingContext, rule: Rule) -> WordingResult {
        var result = WordingResult()
        let kinds = words.table("预算口径", "预算")
        for table in paper.tables
        where table.form.parts.contains(where: {
            $0.columns.contains { $0.spec.phase == .adjustedBudget || $0.spec.phase == .initialBudget }
        }) {
            guard let notes = table.notes else {
                result.lack(WordingWords.noNotes(table.name))
                continue
            }
            let note = notes.map { foldedLabel($0.text) }.joined()
            guard let said = kinds.first(where: { note.contains($0["注"] ?? "　") }) else { continue }
            let phrases = Self.phrases(of: table, in: paper)
            for passage in paper.prose where !phrases.isDisjoint(with: passage.phrases) {
                let others = kinds.filter { $0["注"] != said["注"] && passage.folded.contains($0["句"] ?? "　") }
                guard let other = others.first, !passage.folded.contains(said["句"] ?? "　") else {
                    result.pass()
                    continue
                }
                let (printed, expected) = (other["句"] ?? "", said["句"] ?? "")
                result.findings.append(
                    Finding(
                        rule, paper, proof: .warning,
                        message: WordingWords.otherBudget(passage, printed, table.name, expected), printed: printed,
                        expected: expected, places: [passage.at(printed)]))
                break
            }
        }
        return result
    }
}
