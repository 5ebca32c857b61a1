import Fiscal
import Publication
import Standards
import Testing

@testable import Audit

@Suite("Built papers") struct BuiltWordingTests {
    @Test("What we print ourselves has no finding", arguments: WordingBook.books)
    func nothingFound(_ book: String) throws {
        let paper = try WordingBook.read(book)
        let outcomes = try WordingStandards.auditor(paper.standards).audit(paper)
        // Books without reasons print drafts that say so.
        for finding in outcomes.flatMap(\.findings) where !finding.printed.contains("待填") {
            Issue.record("\(finding.rule) \(finding.message)")
        }
        let counts = Outcome.allCases.map { outcome in
            "\(outcome.rawValue) \(outcomes.filter { $0.counts[outcome] != nil }.count)"
        }
        let passed = outcomes.reduce(0) { $0 + $1.counts[.passed, default: 0] }
        print("\(book): \(outcomes.count) rules, \(counts.joined(separator: "、")); \(passed) checks passed")
        for outcome in outcomes where !outcome.missing.isEmpty {
            print("  \(outcome.rule): \(outcome.missing.joined(separator: "；"))")
        }
    }

    /// One change to a paper, and the kind that should tell it.
    struct Mutation: Sendable, CustomStringConvertible {
        let kind: String
        let change: @Sendable (inout UnderstoodPaper) -> Bool
        var description: String { kind }
    }

    private static let mutations: [Mutation] = [
        Mutation(kind: "单位名称") { paper in
            guard var name = Optional(Array(paper.unit)), name.count > 4 else { return false }
            name[name.count - 2] = "某"
            paper.tables[4].captions = paper.tables[4].captions.map { lines in
                lines.map { ReadLine($0.text.replacing(paper.unit, with: String(name))) }
            }
            return paper.tables[4].captions?.contains { $0.text.contains(String(name)) } ?? false
        },
        Mutation(kind: "年度用语") { paper in
            let (own, other) = ("\(paper.year.number)年度", "\(paper.year.number - 2)年度")
            return edit(&paper) { text in
                text.hasPrefix(own) && text.ranges(of: own.dropLast()).count == 1
                    ? text.replacing(own, with: other) : nil
            }
        },
        Mutation(kind: "原因") { paper in
            edit(&paper) { $0.contains("决算数大于") ? $0.replacing("决算数大于", with: "决算数小于") : nil }
        },
        Mutation(kind: "重复用语") { paper in
            edit(&paper) { $0.contains("主要") ? $0.replacing("，", with: "，，", maxReplacements: 1) : nil }
        },
        Mutation(kind: "占位文字") { paper in
            edit(&paper) { $0.contains("万元") ? $0.replacing("万元", with: "XX万元", maxReplacements: 1) : nil }
        },
        Mutation(kind: "列全项") { paper in
            guard
                let index = paper.paragraphs.firstIndex(where: {
                    $0.text.contains("（类）") && $0.phrases == ["general-items"]
                })
            else { return false }
            paper.paragraphs.remove(at: index)
            return true
        },
        Mutation(kind: "表号") { paper in renumber(&paper) },
        Mutation(kind: "表的齐全与次序") { paper in
            paper.tables.remove(at: 3)
            return true
        },
        Mutation(kind: "名称") { paper in rename(&paper) { $0 + "费" } },
        Mutation(kind: "上下级") { paper in
            guard let index = paper.tables[4].rows.firstIndex(where: { $0.code.count == 5 }) else { return false }
            paper.tables[4].rows.remove(at: index)
            return true
        },
        Mutation(kind: "次序") { paper in
            guard let index = paper.tables[4].rows.firstIndex(where: { $0.code.count == 7 }) else { return false }
            let row = paper.tables[4].rows.remove(at: index)
            paper.tables[4].rows.append(row)
            return true
        },
        Mutation(kind: "提纲") { paper in
            guard let index = paper.headings.firstIndex(where: { $0.text.contains("名词解释") }) else { return false }
            paper.headings.remove(at: index)
            return true
        },
        Mutation(kind: "错字") { paper in
            edit(&paper) { $0.contains("年末结转和结余") ? $0.replacing("年末结转和结余", with: "年未结转和结余") : nil }
        },
        Mutation(kind: "金额单位") { paper in
            paper.tables[2].captions = []
            return true
        },
        Mutation(kind: "空表说明") { paper in
            guard let index = paper.tables.firstIndex(where: { $0.isEmpty == true && !$0.form.emptyNote.isEmpty })
            else { return false }
            paper.tables[index].notes = []
            return true
        },
        Mutation(kind: "有数表说明") { paper in
            paper.tables[1].notes?.append(ReadLine("本部门没有收入，故本表无数据。"))
            return true
        },
    ]

    /// Changes the first paragraph under a heading of accounts that a change fits.
    private static func edit(_ paper: inout UnderstoodPaper, _ change: (String) -> String?) -> Bool {
        for (index, paragraph) in paper.paragraphs.enumerated() where !paragraph.phrases.isEmpty {
            guard let text = change(paragraph.text) else { continue }
            paper.paragraphs[index] = ReadParagraph(
                text: text, place: paragraph.place, headings: paragraph.headings, phrases: paragraph.phrases)
            return true
        }
        return false
    }

    private static func rename(_ paper: inout UnderstoodPaper, _ change: (String) -> String) -> Bool {
        guard let index = paper.tables[4].rows.firstIndex(where: { $0.code.count == 7 }) else { return false }
        let row = paper.tables[4].rows[index]
        paper.tables[4].rows[index] = ReadRow(part: row.part, code: row.code, name: change(row.name), place: row.place)
        return true
    }

    private static func renumber(_ paper: inout UnderstoodPaper) -> Bool {
        guard let last = paper.tables.last, let other = paper.tables.dropLast().last, !last.number.isEmpty else {
            return false
        }
        var copy = ReadTable(
            form: last.form, number: other.number, title: last.title, place: last.place, figures: last.figures)
        copy.captions = last.captions
        copy.notes = last.notes
        copy.rows = last.rows
        paper.tables[paper.tables.count - 1] = copy
        return true
    }

    @Test("One place changed is one place told") func mutationsAreTold() throws {
        var tried: [String: Int] = [:]
        var told: [String: Int] = [:]
        for book in WordingBook.books {
            let paper = try WordingBook.read(book)
            let rules = try WordingStandards.rules(paper.standards)
            let checkers = try WordingStandards.checkers(paper.standards)
            for mutation in Self.mutations {
                var changed = paper
                guard mutation.change(&changed), let rule = rules.first(where: { $0.wordingKind == mutation.kind })
                else { continue }
                tried[mutation.kind, default: 0] += 1
                let findings = checkers[mutation.kind]?.check(WordingContext(changed), rule: rule).findings ?? []
                #expect(!findings.isEmpty, "\(book) \(mutation.kind)")
                told[mutation.kind, default: 0] += findings.isEmpty ? 0 : 1
            }
        }
        for (kind, count) in tried.sorted(by: { $0.key < $1.key }) {
            print("\(kind): \(told[kind, default: 0]) of \(count)")
        }
    }
}
