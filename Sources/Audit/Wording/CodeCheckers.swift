import Fiscal
import Publication
import Standards

/// 编码位数.
struct CodeLengthChecker: WordingChecker {
    func check(_ paper: WordingContext, rule: Rule) -> WordingResult {
        var result = WordingResult()
        let tables = CodeRows.all(of: paper)
        result.lackRows(tables)
        for table in tables {
            if table.isRagged {
                result.lack(WordingWords.raggedCodes(table.table.name, table.ragged.count))
                continue
            }
            let wrong = table.ragged
            result.pass(table.rows.count - wrong.count)
            for row in wrong {
                result.findings.append(
                    Finding(
                        rule, paper, proof: .warning,
                        message: WordingWords.codeLength(row, table.lengths.sorted()), printed: row.code,
                        places: [table.place(row)]))
            }
        }
        return result
    }
}

/// 识读补正: codes that lack a digit are told by their names, and the reader of the report is told of it.
struct CodeRepairChecker: WordingChecker {
    func check(_ paper: WordingContext, rule: Rule) -> WordingResult {
        var result = WordingResult()
        let tables = CodeRows.all(of: paper)
        result.lackRows(tables)
        for table in tables where !table.rows.isEmpty {
            guard table.isRagged, let first = table.ragged.first else {
                result.pass()
                continue
            }
            result.findings.append(
                Finding(
                    rule, paper, proof: .notice,
                    message: WordingWords.repaired(table.table.title, first, table.ragged.count), printed: first.code,
                    places: table.ragged.map(table.place)))
        }
        return result
    }
}

/// 编码有效: the code stands in the list of the paper's year.
struct CodeValidChecker: WordingChecker {
    func check(_ paper: WordingContext, rule: Rule) -> WordingResult {
        var result = WordingResult()
        let tables = CodeRows.all(of: paper)
        result.lackRows(tables)
        for table in tables {
            for row in table.rows {
                guard let code = Code(row.code), table.lengths.contains(row.code.count) else { continue }
                if table.list.members[code] != nil {
                    result.pass()
                } else if table.isRagged {
                    result.lack(WordingWords.raggedCodes(table.table.name, table.ragged.count))
                } else {
                    result.findings.append(finding(row, code, table, paper, rule))
                }
            }
        }
        return result
    }

    /// One known in other years is proved wrong; one known in none may be a place's own.
    private func finding(
        _ row: ReadRow, _ code: Code, _ table: CodeRows, _ paper: WordingContext, _ rule: Rule
    ) -> Finding {
        let years = table.list.otherYears[code]
        let heir = table.list.successors[code].flatMap { table.list.members[$0] }
        let named = table.list.ordered.first { candidate in
            table.list.members[candidate].map {
                CodeRows.isName(row.name, of: $0) && $0.code.text.count == row.code.count
            } ?? false
                && editDistance(Array(candidate.text), Array(row.code)) <= 2
        }
        let meant = heir ?? named.flatMap { table.list.members[$0] }
        return Finding(
            rule, paper, proof: years == nil ? .warning : .error,
            message: WordingWords.codeInvalid(
                row, paper.year.number, years: years, meant: meant.map { "\($0.code.text) \($0.name)" }),
            printed: row.code, expected: meant?.code.text ?? "", places: [table.place(row)])
    }
}

/// 名称: the name is that of the code. Runs that are shifted by a row are one finding of another kind.
struct CodeNameChecker: WordingChecker {
    func check(_ paper: WordingContext, rule: Rule) -> WordingResult {
        var result = WordingResult()
        let tables = CodeRows.all(of: paper)
        result.lackRows(tables)
        let witnesses = Self.witnesses(tables)
        for table in tables {
            let shifted = Set(ShiftedNames.runs(in: table).flatMap { $0 })
            for (index, row) in table.rows.enumerated() where !row.name.isEmpty && !shifted.contains(index) {
                guard let member = table.member(row) else { continue }
                if table.isNamed(row) {
                    result.pass()
                    continue
                }
                let witness = member.isConfirmed ? nil : witnesses[member.code]
                result.findings.append(
                    Finding(
                        rule, paper, proof: member.isConfirmed || witness != nil ? .warning : .notice,
                        message: WordingWords.codeName(row, member.name, as: witness), printed: row.name,
                        expected: member.name, places: [table.place(row), witness].compactMap(\.self)))
            }
        }
        return result
    }
}

extension CodeNameChecker {
    /// Where the paper itself prints the list's name of a code: that bears out a list nobody has confirmed.
    fileprivate static func witnesses(_ tables: [CodeRows]) -> [Code: FindingPlace] {
        var found: [Code: FindingPlace] = [:]
        for table in tables where !table.isRagged {
            for row in table.rows where table.isNamed(row) {
                guard let code = Code(row.code), found[code] == nil else { continue }
                found[code] = table.place(row)
            }
        }
        return found
    }
}

/// 编码与名称: both, where a rule asks for both at once.
struct CodeAndNameChecker: WordingChecker {
    func check(_ paper: WordingContext, rule: Rule) -> WordingResult {
        var result = CodeValidChecker().check(paper, rule: rule)
        let names = CodeNameChecker().check(paper, rule: rule)
        result.findings += names.findings
        result.pass(names.passed)
        for reason in names.unchecked { result.lack(reason) }
        return result
    }
}

/// Rows whose names are those of the row above or below.
enum ShiftedNames {
    /// Indices of rows, a run at a time; one wrong name alone is no run.
    static func runs(in table: CodeRows) -> [[Int]] {
        for step in [1, -1] {
            var runs: [[Int]] = []
            var open: [Int] = []
            for (index, row) in table.rows.enumerated() {
                let other = index + step
                let isShifted =
                    table.rows.indices.contains(other) && !table.isNamed(row)
                    && (table.member(table.rows[other]).map { CodeRows.isName(row.name, of: $0) } ?? false)
                if isShifted {
                    open.append(index)
                } else {
                    if open.count > 1 { runs.append(open) }
                    open = []
                }
            }
            if open.count > 1 { runs.append(open) }
            if !runs.isEmpty { return runs }
        }
        return []
    }
}

/// 名称与数错行.
struct ShiftedNameChecker: WordingChecker {
    func check(_ paper: WordingContext, rule: Rule) -> WordingResult {
        var result = WordingResult()
        let tables = CodeRows.all(of: paper)
        result.lackRows(tables)
        for table in tables where !table.rows.isEmpty {
            let runs = ShiftedNames.runs(in: table)
            if runs.isEmpty { result.pass() }
            for run in runs {
                let rows = run.map { table.rows[$0] }
                result.findings.append(
                    Finding(
                        rule, paper, message: WordingWords.shifted(table.table.title, rows),
                        printed: rows.map(\.name).joined(separator: "、"), places: rows.map(table.place)))
            }
        }
        return result
    }
}

/// 一码一名: between tables. A name that is none of the code's own is already told by another kind.
struct OneNameChecker: WordingChecker {
    func check(_ paper: WordingContext, rule: Rule) -> WordingResult {
        var result = WordingResult()
        let tables = CodeRows.all(of: paper)
        result.lackRows(tables)
        var known: [String: (name: String, place: FindingPlace)] = [:]
        var told: Set<String> = []
        for table in tables where !table.isRagged {
            for row in table.rows where !row.name.isEmpty {
                let name = CodeRows.bare(row.name)
                guard let earlier = known[row.code] else {
                    known[row.code] = (name, table.place(row))
                    continue
                }
                let isTold = table.member(row) != nil && !table.isNamed(row)
                if earlier.name == name || isTold {
                    result.pass()
                } else if told.insert(row.code).inserted,
                    table.member(row) == nil || !isTold && isOwn(earlier.name, row, table)
                {
                    result.findings.append(
                        Finding(
                            rule, paper, proof: .warning,
                            message: WordingWords.twoNames(row, earlier.name), printed: row.name,
                            expected: earlier.name,
                            places: [table.place(row), earlier.place]))
                }
            }
        }
        return result
    }

    private func isOwn(_ name: String, _ row: ReadRow, _ table: CodeRows) -> Bool {
        table.member(row).map { CodeRows.isName(name, of: $0) } ?? false
    }
}
