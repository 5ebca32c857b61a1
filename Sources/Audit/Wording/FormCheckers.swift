import Fiscal
import Publication
import Standards

/// 表的齐全与次序: the forms of the profile, each once and in its order.
struct FormSetChecker: WordingChecker {
    func check(_ paper: WordingContext, rule: Rule) -> WordingResult {
        var result = WordingResult()
        let wanted = paper.standards.orderedForms
        let found = paper.tables.map(\.form.id)
        guard Set(found).count * 2 > wanted.count else {
            result.lack(WordingWords.fewForms(Set(found).count, of: wanted.count))
            return result
        }
        missing(wanted.map(\.form).filter { !found.contains($0.id) }, paper, rule, into: &result)
        var seen: Set<String> = []
        var last = -1
        for table in paper.tables {
            let place = wanted.firstIndex { $0.form.id == table.form.id }
            let isTwice = !seen.insert(table.form.id).inserted
            let where_ = FindingPlace(text: table.title, place: FigurePlace(label: table.name, place: table.place))
            if isTwice {
                // A unit's own tables may follow its department's.
                result.findings.append(
                    Finding(
                        rule, paper, proof: .warning, message: WordingWords.formTwice(table.title), places: [where_]))
            } else if let place, place < last {
                result.findings.append(
                    Finding(
                        rule, paper, proof: paper.isOwnLayout ? .warning : .notice,
                        message: WordingWords.formOrder(table.title, wanted[place].number),
                        places: [where_]))
            } else {
                result.pass()
            }
            last = max(last, place ?? last)
        }
        return result
    }

    private func missing(_ forms: [Form], _ paper: WordingContext, _ rule: Rule, into result: inout WordingResult) {
        for form in forms {
            // What was not read may be this very form.
            guard paper.unread.isEmpty else {
                result.lack(WordingWords.formUnread(form.title))
                continue
            }
            result.findings.append(
                Finding(
                    rule, paper, proof: paper.proofOfLayout, message: WordingWords.formMissing(form.title),
                    expected: form.title,
                    places: [FindingPlace(text: "", place: FigurePlace(label: form.title, place: nil))]))
        }
    }
}

/// 表号: 公开NN表, each once.
struct FormNumberChecker: WordingChecker {
    func check(_ paper: WordingContext, rule: Rule) -> WordingResult {
        var result = WordingResult()
        let numbered = paper.tables.filter { !$0.number.isEmpty }
        if numbered.isEmpty { result.lack(WordingWords.noNumbers) }
        var seen: [String: ReadTable] = [:]
        for table in numbered {
            let number = Self.digits(table.number)
            let wanted = paper.standards.orderedForms.first { $0.form.id == table.form.id }?.number ?? ""
            let place = FindingPlace(text: table.number, place: FigurePlace(label: table.title, place: table.place))
            if let other = seen[number], other.form.id != table.form.id {
                result.findings.append(
                    Finding(
                        rule, paper, message: WordingWords.numberTwice(table.title, table.number, other.title, wanted),
                        printed: table.number, expected: wanted, places: [place]))
            } else if !wanted.isEmpty, Self.digits(wanted) != number {
                result.findings.append(
                    Finding(
                        rule, paper, proof: .notice,
                        message: WordingWords.numberOther(table.title, table.number, wanted), printed: table.number,
                        expected: wanted, places: [place]))
            } else {
                result.pass()
            }
            seen[number] = table
        }
        return result
    }

    private static func digits(_ number: String) -> String { foldedLabel(number).filter { $0.isDigit || $0 == "-" } }
}

/// Lines that name a unit of money.
enum MoneyWords {
    /// Longer words first: 万元 ends in 元.
    private static let units = MoneyUnit.allCases.map(\.word).sorted { ($1.count, $0) < ($0.count, $1) }

    static func unit(in line: String) -> String? {
        let folded = foldedLabel(line)
        return units.first {
            folded.hasSuffix(":" + $0) || folded.contains("(" + $0 + ")") || folded.hasSuffix("单位" + $0)
        }
    }

    static func isUnit(_ name: String) -> Bool { units.contains(name) }
}

/// 金额单位: beside each table, and the same beside all.
struct MoneyUnitChecker: WordingChecker {
    func check(_ paper: WordingContext, rule: Rule) -> WordingResult {
        var result = WordingResult()
        let units = paper.tables.map { table in table.captions?.lazy.compactMap { MoneyWords.unit(in: $0.text) }.first }
        let hasSome = units.contains { $0 != nil }
        for (table, unit) in zip(paper.tables, units) {
            let place = FindingPlace(text: table.title, place: FigurePlace(label: table.name, place: table.place))
            if table.captions == nil {
                result.lack(WordingWords.noCaptions(table.name))
            } else if unit == nil, !hasSome {
                result.lack(WordingWords.noMoneyAnywhere)
            } else if unit == nil {
                result.findings.append(
                    Finding(
                        rule, paper, proof: paper.proofOfAbsence, message: WordingWords.noMoneyUnit(table.title),
                        expected: table.form.unit.word, places: [place]))
            } else if let unit, unit != table.form.unit.word {
                result.findings.append(
                    Finding(
                        rule, paper, proof: .notice,
                        message: WordingWords.otherMoneyUnit(table.title, unit, table.form.unit.word), printed: unit,
                        expected: table.form.unit.word, places: [place]))
            } else {
                result.pass()
            }
        }
        return result
    }
}

extension ReadTable {
    /// Whether every figure is blank or zero; nil where no figure was read and rows may have been missed.
    var isEmpty: Bool? {
        if figures.isEmpty {
            return unassigned.isEmpty && unrecognizedRows.isEmpty && !form.emptyNote.isEmpty ? true : nil
        }
        return figures.allSatisfy { $0.printed?.isZero ?? true }
    }
}

/// 空表说明, and 有数表说明: the note of an empty table, where and only where it is empty.
struct EmptyNoteChecker: WordingChecker {
    let words: WordLists
    /// Whether tables that are empty are looked at, or those that are not.
    let ofEmpty: Bool

    func check(_ paper: WordingContext, rule: Rule) -> WordingResult {
        var result = WordingResult()
        let denials = words("空表说明", ofEmpty ? "没有" : "无数据").map { foldedLabel($0) }
        for table in paper.tables {
            guard let isEmpty = table.isEmpty, isEmpty == ofEmpty, !ofEmpty || !table.form.emptyNote.isEmpty else {
                continue
            }
            guard let notes = table.notes else {
                result.lack(WordingWords.noNotes(table.name))
                continue
            }
            let note = notes.first { foldedLabel($0.text).first(of: denials) != nil }
            let place = FindingPlace(
                text: note?.text ?? table.title,
                place: FigurePlace(label: table.name, place: note?.place ?? table.place))
            if (note != nil) == ofEmpty {
                result.pass()
            } else if ofEmpty {
                result.findings.append(
                    Finding(
                        rule, paper, proof: .warning, message: WordingWords.noEmptyNote(table.title), places: [place]))
            } else {
                result.findings.append(
                    Finding(
                        rule, paper, message: WordingWords.notEmpty(table.title, note?.text ?? ""),
                        printed: note?.text ?? "", places: [place]))
            }
        }
        return result
    }
}

/// 表注: what the form says under its grid.
struct NotesChecker: WordingChecker {
    private static let likely = 0.5

    func check(_ paper: WordingContext, rule: Rule) -> WordingResult {
        var result = WordingResult()
        for table in paper.tables where !table.form.notes.isEmpty {
            guard let notes = table.notes else {
                result.lack(WordingWords.noNotes(table.name))
                continue
            }
            let wanted = table.form.notes[0].replacing("{类}", with: "部门")
            if notes.contains(where: { Likeness.of($0.text, wanted) >= Self.likely }) {
                result.pass()
            } else {
                result.findings.append(
                    Finding(
                        rule, paper, proof: paper.proofOfLayout,
                        message: WordingWords.noteMissing(table.title, wanted), expected: wanted,
                        places: [
                            FindingPlace(text: table.title, place: FigurePlace(label: table.name, place: table.place))
                        ]))
            }
        }
        return result
    }
}

/// 识读程度: what could not be read is said, and nothing is proved by it.
struct LegibilityChecker: WordingChecker {
    func check(_ paper: WordingContext, rule: Rule) -> WordingResult {
        var result = WordingResult()
        for part in paper.unread {
            if case .unknownGrid = part.reason { continue }
            result.lack(WordingWords.unread(part.title))
        }
        if paper.paragraphs.isEmpty { result.lack(WordingWords.noProse) }
        if result.unchecked.isEmpty { result.pass() }
        return result
    }
}

extension Likeness {
    /// By their ideographs alone: marks and figures of a title say little.
    static func of(_ left: String, _ right: String) -> Double {
        func ideographs(_ text: String) -> [UInt32] {
            foldedLabel(text).filter(\.isHan).unicodeScalars.map(\.value)
        }
        return of(ideographs(left), ideographs(right))
    }
}
