import Fiscal
package import Ledger
import Narrative
package import Paper
import Performance
import Standards
import Statements

/// 公开前核对单: one page that says what was checked, what is 待核, and by when to publish.
package enum Checklist {
    package static let title = "公开前核对单"

    /// - Parameter told: what the sheets of performance leave to be looked at, in Chinese.
    package static func paper(
        _ publication: Publication, facts: FactBase, check: SelfCheck, told: [String] = []
    ) -> Paper {
        var blocks: [Block] = [
            .paragraph(Paragraph(title, style: .title)),
            .paragraph(Paragraph("\(publication.paper.title)", style: .subtitle)),
        ]
        var rows = publication.part == .accounts ? accounts(check) : []
        if !publication.performance.documents.isEmpty { rows.append(performance(check.performance)) }
        rows += sentences(publication, check)
        rows.append(
            publication.part == .accounts
                ? ["版式", layout(facts.standards), facts.standards.profile.isBorrowed ? "请核" : "本地"]
                : ["版式", layouts(publication.performance), "请核"])
        rows.append(
            ["待填的原因和文字", "\(publication.narration.missing.count) 处", mark(publication.narration.missing.isEmpty)])
        let lists = lists(publication, facts, told)
        rows += lists.map { [$0.title, cell($0), $0.items.isEmpty ? "无" : $0.verdict] }
        // Forms of performance go out with the accounts: only those have a day of their own.
        if publication.part == .accounts { rows += dates(facts.book.settings, facts.standards.profile.deadline) }
        blocks.append(.grid(grid(rows)))
        let sources = "标准版本 \(facts.standards.version)，账套校验 \(facts.book.checksum)。"
        blocks.append(.paragraph(Paragraph(sources, style: .tableNote)))
        for list in lists where list.items.count > shownItems {
            blocks.append(.paragraph(Paragraph("附：\(list.title)（共 \(list.items.count) 项）", style: .tableNote)))
            for (index, item) in list.items.enumerated() {
                blocks.append(.paragraph(Paragraph("\(index + 1)．\(item)", style: .tableNote)))
            }
        }
        return Paper(
            title: title, provenance: publication.paper.provenance, sections: [Section(blocks: blocks)])
    }

    private static func accounts(_ check: SelfCheck) -> [[String]] {
        [
            [
                "表内数字", "\(check.cells) 个，由印出的字读回，与账套算出的数一致 \(check.readBack) 个",
                mark(check.cells == check.readBack),
            ],
            [
                "表内、表间合计", "\(check.sums) 处，四舍五入解释不了的 \(check.gaps.count) 处" + gaps(check.gaps),
                mark(check.gaps.isEmpty),
            ],
        ]
    }

    /// Indicators, rows of money and totals: no figure of the accounts' forms.
    private static func performance(_ check: PerformanceCheck) -> [String] {
        [
            "绩效表", "印出的指标、总分和基础数据 \(check.printed) 项，由印出的字读回，与账套算出的一致 \(check.readBack) 项",
            check.printed == 0 ? "请核" : mark(check.isClean),
        ]
    }

    private static func sentences(_ publication: Publication, _ check: SelfCheck) -> [[String]] {
        guard publication.part == .accounts || check.figures > 0 else { return [] }
        var rows = [
            [
                "说明文字中的数字", "\(check.figures) 个，与算出的数一致 \(check.figuresInPlace) 个",
                mark(check.figures == check.figuresInPlace),
            ]
        ]
        if publication.part == .accounts {
            rows.append([
                "说明文字与表", "表里也印的 \(check.figuresInForms) 个，相同 \(check.figuresAgreeing) 个",
                mark(check.figuresInForms == check.figuresAgreeing),
            ])
        }
        return rows
    }
    private static func gaps(_ gaps: [PrintedGap]) -> String {
        guard !gaps.isEmpty else { return "" }
        return "："
            + gaps.map { "\($0.form) \($0.row) \($0.column) 印 \($0.printed)，分项之和 \($0.sum)" }
            .joined(separator: "；")
    }

    private static func layout(_ standards: Standards) -> String {
        let profile = standards.profile
        let own = "\(profile.title)（\(profile.region) \(profile.id)）"
        guard profile.isBorrowed else { return own }
        return "没有 \(standards.region) 地区 \(standards.year.number) 年度自己的版式，用了\(own)"
    }

    /// Which forms are printed, each after whose layout.
    private static func layouts(_ part: PerformancePart) -> String {
        var seen: Set<String> = []
        let names = part.forms.map { form in
            (form.layout.name.isEmpty ? form.title : form.layout.name) + (form.layout.isUnconfirmed ? "（待核）" : "")
        }.filter { seen.insert($0).inserted }
        return names.isEmpty ? "没有表" : names.joined(separator: "；")
    }

    private static func dates(_ settings: BookSettings, _ deadline: Profile.Deadline?) -> [[String]] {
        guard let deadline else { return [["公开期限", "本地版式没有写明", "请核"]] }
        let basis = "批复后 \(deadline.days) 日内，\(deadline.basis)"
        guard let approval = CalendarDate(settings.approvalDate) else {
            return [["公开期限", "未填批复日期；应公开于\(basis)", "请填"]]
        }
        let last = approval.adding(days: deadline.days)
        var rows = [
            ["批复日期", approval.chinese, ""],
            ["最迟公开日期", "\(last.chinese)（\(basis)）", ""],
        ]
        if let day = CalendarDate(settings.publicationDate) {
            rows.append(["拟公开日期", day.chinese, day <= last ? "符合" : "超期"])
        }
        return rows
    }

    private static func mark(_ isGood: Bool) -> String { isGood ? "符合" : "不符" }

    /// What is listed by name, with what is to be done about it.
    private struct Listing {
        let title: String
        let items: [String]
        let verdict: String
    }

    /// How many items stand in the table; a longer list stands whole below it.
    private static let shownItems = 8

    private static func lists(_ publication: Publication, _ facts: FactBase, _ told: [String]) -> [Listing] {
        let warnings = (facts.book.warnings + publication.unused).map(\.chinese) + told
        let hints = Listing(title: "账套提示", items: warnings, verdict: "请看")
        guard publication.part == .accounts else { return [hints] }
        return [
            Listing(title: "待补释义的科目", items: publication.undefined, verdict: "请补"),
            Listing(title: "未经公开文本核实的编码、释义", items: publication.unconfirmed, verdict: "待核"),
            hints,
            Listing(title: "附件", items: publication.attachments.map(\.label), verdict: "请核"),
            Listing(title: "不予公开的科目", items: facts.book.undisclosed.map(\.note), verdict: "请核"),
        ]
    }

    private static func cell(_ list: Listing) -> String {
        if list.items.isEmpty { return "无" }
        let shown = list.items.prefix(shownItems).map { $0.hasSuffix("。") ? String($0.dropLast()) : $0 }
            .joined(separator: "；")
        guard list.items.count > shownItems else { return shown }
        return "共 \(list.items.count) 项，全部列在表后：\(shown)；另有 \(list.items.count - shownItems) 项"
    }

    private static func grid(_ rows: [[String]]) -> Grid {
        let header = ["核对事项", "结果", "结论"].enumerated().map {
            Cell($1, column: $0, alignment: .center, isHeader: true)
        }
        let body = rows.map { row in row.enumerated().map { Cell($1, column: $0) } }
        return Grid(rows: [header] + body, columnCount: 3, headerRowCount: 1, columnWidths: [22, 52, 10])
    }
}
