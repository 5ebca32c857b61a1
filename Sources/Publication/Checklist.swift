package import Ledger
import Narrative
package import Paper
import Standards

/// 公开前核对单: one page that says what was checked, what is 待核, and by when to publish.
package enum Checklist {
    /// Days between approval and disclosure: 预算法 Art.14.
    private static let daysToPublish = 20

    /// - Parameter json: the same publication's, with what was checked.
    package static func paper(_ publication: Publication, facts: FactBase, json: PackageJson) -> Paper {
        let check = json.selfCheck
        var blocks: [Block] = [
            .paragraph(Paragraph("公开前核对单", style: .title)),
            .paragraph(Paragraph("\(publication.paper.title)", style: .subtitle)),
        ]
        var rows = [
            ["表内数字", "\(check.cells) 个，由表回读一致 \(check.readBack) 个", mark(check.cells == check.readBack)],
            ["说明文字中的数字", "\(check.figures) 个，均由账套算出", mark(true)],
            ["待填的原因和文字", "\(publication.narration.missing.count) 处", mark(publication.narration.missing.isEmpty)],
            ["待补释义的科目", list(publication.undefined), mark(publication.undefined.isEmpty)],
            ["未经公开文本核实的编码、释义", list(publication.unconfirmed), publication.unconfirmed.isEmpty ? "无" : "待核"],
            ["账套提示", list(facts.book.warnings.map(\.chinese)), facts.book.warnings.isEmpty ? "无" : "请看"],
            ["附件", list(facts.book.attachments.map(\.name)), "请核"],
            ["不予公开的科目", list(facts.book.undisclosed.map(\.note)), facts.book.undisclosed.isEmpty ? "无" : "请核"],
        ]
        rows += dates(facts.book.settings)
        blocks.append(.grid(grid(rows)))
        let sources = "标准版本 \(facts.standards.version)，账套校验 \(facts.book.checksum)。"
        blocks.append(.paragraph(Paragraph(sources, style: .tableNote)))
        return Paper(
            title: "公开前核对单", provenance: publication.paper.provenance, sections: [Section(blocks: blocks)])
    }

    private static func dates(_ settings: BookSettings) -> [[String]] {
        guard let approval = CalendarDate(settings.approvalDate) else {
            return [["公开期限", "未填批复日期；应在批复后 \(daysToPublish) 日内公开（预算法第十四条，待核）", "请填"]]
        }
        let last = approval.adding(days: daysToPublish)
        var rows = [
            ["批复日期", approval.chinese, ""],
            ["最迟公开日期", "\(last.chinese)（批复后 \(daysToPublish) 日内，预算法第十四条，待核）", ""],
        ]
        if let day = CalendarDate(settings.publicationDate) {
            rows.append(["拟公开日期", day.chinese, day <= last ? "符合" : "超期"])
        }
        return rows
    }

    private static func mark(_ isGood: Bool) -> String { isGood ? "符合" : "不符" }

    private static func list(_ items: [String]) -> String {
        if items.isEmpty { return "无" }
        let shown = items.prefix(8).joined(separator: "；")
        return items.count > 8 ? "共 \(items.count) 项：\(shown)……" : shown
    }

    private static func grid(_ rows: [[String]]) -> Grid {
        let header = ["核对事项", "结果", "结论"].enumerated().map {
            Cell($1, column: $0, alignment: .center, isHeader: true)
        }
        let body = rows.map { row in row.enumerated().map { Cell($1, column: $0) } }
        return Grid(rows: [header] + body, columnCount: 3, headerRowCount: 1, columnWidths: [22, 52, 10])
    }
}
