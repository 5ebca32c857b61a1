import Fiscal
import Publication
import Standards
import Statements

/// 上下级: every code has those above it as rows of their own, and stands once.
struct ParentChecker: WordingChecker {
    func check(_ paper: WordingContext, rule: Rule) -> WordingResult {
        var result = WordingResult()
        let tables = CodeRows.all(of: paper)
        result.lackRows(tables)
        for table in tables where !table.isRagged && table.levels.count > 1 {
            let codes = Set(table.rows.map(\.code))
            var seen: Set<String> = []
            var told: Set<String> = []
            for row in table.rows {
                let isTwice = !seen.insert(row.code).inserted
                let missing = table.ancestors(of: row.code).filter { !codes.contains($0) && told.insert($0).inserted }
                if isTwice {
                    result.findings.append(
                        Finding(
                            rule, paper, proof: .warning, message: WordingWords.codeTwice(row), printed: row.code,
                            places: [table.place(row)]))
                } else if let parent = missing.first {
                    let name = Code(parent).map { table.list.name($0) } ?? ""
                    // A row that the reader did not know may be the very one.
                    let isSure =
                        table.table.unrecognizedRows.isEmpty && Code(parent).flatMap { table.list.members[$0] } != nil
                    result.findings.append(
                        Finding(
                            rule, paper, proof: isSure ? .error : .warning,
                            message: WordingWords.noParent(row, "\(parent) \(name)"), expected: parent,
                            places: [table.place(row)]))
                } else {
                    result.pass()
                }
            }
        }
        return result
    }
}

/// 次序: ascending codes.
struct CodeOrderChecker: WordingChecker {
    func check(_ paper: WordingContext, rule: Rule) -> WordingResult {
        var result = WordingResult()
        let tables = CodeRows.all(of: paper)
        result.lackRows(tables)
        for table in tables where !table.isRagged {
            // A code with a digit too few has no place in the order; its length is found elsewhere.
            let rows = table.rows.filter { !$0.code.count.isMultiple(of: 2) }
            for (earlier, later) in zip(rows, rows.dropFirst()) {
                if earlier.code <= later.code {
                    result.pass()
                    continue
                }
                result.findings.append(
                    Finding(
                        rule, paper, message: WordingWords.codeOrder(later, earlier), printed: later.code,
                        places: [table.place(later), table.place(earlier)]))
            }
        }
        return result
    }
}

/// 科目与资金: a table of one fund holds items of that fund.
struct CodeFundChecker: WordingChecker {
    let words: WordLists

    func check(_ paper: WordingContext, rule: Rule) -> WordingResult {
        var result = WordingResult()
        let funds = FundWords(paper.standards, suffixes: words("表注用语", "后缀"))
        let tables = CodeRows.all(of: paper).filter { !$0.table.form.base.coordinates.fund.isAll }
        result.lackRows(tables)
        let special = Set(paper.standards.classification(.function).members.values.map(\.fund).filter { !$0.isEmpty })
        for table in tables {
            let own = funds.word(table.table.form.base.coordinates.fund)
            let isSpecial = special.contains { own.hasPrefix($0) || $0.hasPrefix(own) }
            for row in table.rows {
                guard let member = table.member(row), member.level == 3, member.code.text.count == row.code.count else {
                    continue
                }
                let fits = member.fund.isEmpty ? !isSpecial : own.hasPrefix(member.fund) || member.fund.hasPrefix(own)
                if fits {
                    result.pass()
                    continue
                }
                result.findings.append(
                    Finding(
                        rule, paper, proof: member.isConfirmed ? .error : .warning,
                        message: WordingWords.codeFund(row, table.table.title, member.fund), printed: row.code,
                        places: [table.place(row)]))
            }
        }
        return result
    }
}

/// 表内用语: （类）（款）（项） belong to prose.
struct TableNameStyleChecker: WordingChecker {
    let words: WordLists

    func check(_ paper: WordingContext, rule: Rule) -> WordingResult {
        var result = WordingResult()
        let marks = words("表内用语", "后缀").map { foldedLabel($0) }
        for table in paper.tables {
            if table.rows.isEmpty, table.isEmpty != true, table.hasLabels {
                result.lack(WordingWords.noRows(table.name))
            }
            for row in table.rows {
                guard let mark = marks.first(where: { foldedLabel(row.name).hasSuffix($0) }) else {
                    result.pass()
                    continue
                }
                result.findings.append(
                    Finding(
                        rule, paper, message: WordingWords.proseStyle(row, mark), printed: row.name,
                        expected: String(foldedLabel(row.name).dropLast(mark.count)),
                        places: [FindingPlace(text: row.name, place: row.place)]))
            }
        }
        return result
    }
}

/// 应有的行: totals that a form always prints.
struct RequiredRowChecker: WordingChecker {
    func check(_ paper: WordingContext, rule: Rule) -> WordingResult {
        var result = WordingResult()
        for table in paper.tables {
            if table.rows.isEmpty {
                if table.isEmpty != true, table.hasLabels { result.lack(WordingWords.noRows(table.name)) }
                continue
            }
            var missing: [String] = []
            for (index, part) in table.form.parts.enumerated() {
                let printed = Set(table.rows.filter { $0.part == index }.map { CodeRows.bare($0.name) })
                // Where no row of a part was told, nothing is known of it.
                if printed.isEmpty { continue }
                for case .fixed(let row) in part.rows where row.isTotal {
                    let labels = ([row.label] + row.aliases).map { CodeRows.bare($0) }
                    if labels.contains(where: printed.contains) {
                        result.pass()
                    } else if !missing.contains(row.label) {
                        missing.append(row.label)
                    }
                }
            }
            guard !missing.isEmpty else { continue }
            let labels = missing.joined(separator: "、")
            result.findings.append(
                Finding(
                    rule, paper, proof: table.unrecognizedRows.isEmpty ? paper.proofOfAbsence : .warning,
                    message: WordingWords.noTotalRow(table.title, labels), expected: labels,
                    places: [FindingPlace(text: "", place: FigurePlace(label: table.name, place: table.place))]))
        }
        return result
    }
}

/// 功能类的行: the classes that a form always prints, by this year's names and in this year's order.
struct ClassLineChecker: WordingChecker {
    func check(_ paper: WordingContext, rule: Rule) -> WordingResult {
        var result = WordingResult()
        let list = paper.standards.classification(.function)
        for table in paper.tables {
            for (index, part) in table.form.parts.enumerated() {
                guard part.rows.contains(where: { if case .classLines = $0 { true } else { false } }) else { continue }
                let rows = table.rows.filter { $0.part == index }
                let lines = paper.standards.classLines.compactMap { line in
                    list.members[line.code].map { (line.ordinal, $0) }
                }
                let found = lines.filter { line in rows.contains { CodeRows.isName($0.name, of: line.1) } }
                guard found.count * 2 > lines.count else {
                    result.lack(WordingWords.noRows(table.name))
                    continue
                }
                for (ordinal, member) in lines {
                    check(ordinal, member, rows, table, paper, rule, into: &result)
                }
            }
        }
        return result
    }

    private func check(
        _ ordinal: Int, _ member: Classification.Member, _ rows: [ReadRow], _ table: ReadTable,
        _ paper: WordingContext,
        _ rule: Rule, into result: inout WordingResult
    ) {
        let number = Numerals.chinese(ordinal) + "、"
        let numbered = rows.first { foldedLabel($0.name).hasPrefix(number) }
        if let own = rows.first(where: { CodeRows.isName($0.name, of: member) }) {
            let isElsewhere = numbered.map { !CodeRows.isName($0.name, of: member) } ?? false
            guard isElsewhere else { return result.pass() }
            result.findings.append(
                Finding(
                    rule, paper, proof: .warning,
                    message: WordingWords.classOrder(table.title, own, number + member.name),
                    printed: own.name, expected: number + member.name,
                    places: [FindingPlace(text: own.name, place: own.place)]))
        } else if let numbered {
            result.findings.append(
                Finding(
                    rule, paper, message: WordingWords.className(table.title, numbered, number + member.name),
                    printed: numbered.name, expected: number + member.name,
                    places: [FindingPlace(text: numbered.name, place: numbered.place)]))
        } else {
            result.findings.append(
                Finding(
                    rule, paper, proof: .warning, message: WordingWords.noClassLine(table.title, number + member.name),
                    expected: number + member.name,
                    places: [FindingPlace(text: "", place: FigurePlace(label: table.name, place: table.place))]))
        }
    }
}
