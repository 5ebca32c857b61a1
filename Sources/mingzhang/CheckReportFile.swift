import Audit
import Fiscal
import Publication

/// A check's report as a file: one self-contained page, or a table.
enum CheckReportFile {
    enum Format: String, CaseIterable { case html, csv }

    /// By the file's ending.
    static func format(of path: String) throws -> Format {
        let ending = path.split(separator: ".").last.map { $0.lowercased() } ?? ""
        guard let format = Format(rawValue: ending) else {
            throw CommandFault.wrongFormat(ending, allowed: Format.allCases.map(\.rawValue))
        }
        return format
    }

    static func bytes(_ results: [CheckedFile], as format: Format, withNotices: Bool) -> [UInt8] {
        switch format {
        case .csv: Array(csv(results, withNotices: withNotices).utf8)
        case .html: Array(html(results, withNotices: withNotices).utf8)
        }
    }

    // MARK: - CSV

    /// One row a finding; spreadsheets tell UTF-8 by the mark in front.
    private static func csv(_ results: [CheckedFile], withNotices: Bool) -> String {
        var rows = [["文件", "等级", "规则", "问题", "印出的数", "应为", "相差", "可能的原因", "依据", "位置"]]
        for result in results {
            for finding in result.findings(withNotices: withNotices) {
                rows.append([
                    result.path, finding.severity.chinese, finding.rule, finding.message, finding.printed,
                    finding.expected, finding.difference, finding.cause, finding.basis,
                    finding.places.map { place($0) }.joined(separator: "；"),
                ])
            }
            if let gap = result.report?.gapLine {
                rows.append([result.path, "未检查", "", gap.chinese, "", "", "", "", "", ""])
            }
            for fault in result.faults { rows.append([result.path, "读不了", "", fault, "", "", "", "", "", ""]) }
        }
        return "\u{FEFF}" + rows.map { $0.map(field).joined(separator: ",") + "\r\n" }.joined()
    }

    private static func field(_ text: String) -> String {
        // A text that a spreadsheet would take for a formula is shown as text.
        let safe = text.first.map { "=+-@".contains($0) } ?? false ? "'" + text : text
        let mustQuote = safe.unicodeScalars.contains { ",\"\r\n".unicodeScalars.contains($0) }
        return mustQuote ? "\"" + safe.replacing("\"", with: "\"\"") + "\"" : safe
    }

    private static func place(_ place: FindingPlace) -> String {
        let position = place.place.place.map { CheckLine.position($0).chinese } ?? ""
        return "\(place.place.label) \(place.text)\(position)"
    }

    // MARK: - HTML

    private static func html(_ results: [CheckedFile], withNotices: Bool) -> String {
        let body = results.map { section($0, withNotices: withNotices) }.joined()
        return """
            <!DOCTYPE html>
            <html lang="zh-CN"><head><meta charset="utf-8"><title>核对报告</title>
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <style>\(style)</style></head><body><h1>核对报告</h1>
            \(body)</body></html>

            """
    }

    private static let style = """
        body{max-width:60em;margin:2em auto;padding:0 1em;font:16px/1.7 "Noto Serif CJK SC","SimSun",serif;color:#222}
        h1{font-size:1.6em}h2{font-size:1.2em;border-bottom:1px solid #999;margin-top:2em}
        article{margin:1em 0;padding:.6em 1em;border-left:4px solid #888;background:#f7f7f7}
        .error{border-color:#b00020}.warning{border-color:#c77700}.notice{border-color:#557}
        b.severity{margin-right:.5em}ul{margin:.4em 0}small{color:#555}table{border-collapse:collapse}
        td,th{border:1px solid #999;padding:.2em .6em;text-align:left}@media print{article{break-inside:avoid}}
        """

    private static func section(_ result: CheckedFile, withNotices: Bool) -> String {
        guard let report = result.report else {
            return
                "<section><h2>\(escaped(result.path))</h2><p>\(result.faults.map(escaped).joined(separator: "<br>"))</p></section>\n"
        }
        let findings = result.findings(withNotices: withNotices)
        let tails = report.outcomes.reduce(0) { $0 + $1.roundingTails }
        let total = CheckLine.total(
            errors: report.count(.error), warnings: report.count(.warning), notices: report.count(.notice),
            hidden: withNotices ? 0 : report.count(.notice))
        let first = [report.gapLine, report.gap == nil || !report.findings.isEmpty ? total : nil].compactMap(\.self)
        let lines: [CheckLine] =
            first + [
                .outcomes(
                    passed: report.count(.passed), tails: tails, failed: report.count(.failed),
                    notApplicable: report.count(.notApplicable), unchecked: report.count(.unchecked)),
                .coverage(
                    forms: report.coverage.formsFound.count, figures: report.coverage.figures,
                    checked: report.coverage.checkedFigures),
            ]
        let head = "<h2>\(escaped(report.unit))（\(report.year) 年度）</h2><p><small>\(escaped(result.path))</small></p>"
        return "<section>\(head)<p>\(lines.map { escaped($0.chinese) }.joined(separator: "<br>"))</p>\n"
            + findings.map(article).joined() + missing(report) + "</section>\n"
    }

    private static func article(_ finding: Finding) -> String {
        var parts = [
            "<p><b class=\"severity\">\(finding.severity.chinese)〔\(escaped(finding.rule))〕</b>\(escaped(finding.message))</p>"
        ]
        if !finding.cause.isEmpty { parts.append("<p>可能的原因：\(escaped(finding.cause))</p>") }
        if !finding.basis.isEmpty { parts.append("<p>依据：\(escaped(finding.basis))</p>") }
        let places = finding.places.map { "<li>\(escaped(place($0)))</li>" }.joined()
        return "<article class=\"\(finding.severity.rawValue)\">\(parts.joined())<ul>\(places)</ul></article>\n"
    }

    private static func missing(_ report: AuditReport) -> String {
        let rows = report.outcomes.filter { $0.counts[.unchecked, default: 0] > 0 }.map { outcome in
            "<tr><td>\(escaped(outcome.rule))</td><td>\(outcome.counts[.unchecked, default: 0])</td>"
                + "<td>\(escaped(outcome.missing.joined(separator: "；")))</td></tr>"
        }
        let forms = report.coverage.formsMissing
        let list =
            forms.isEmpty
            ? "" : "<p>\(escaped(CheckLine.formsMissing(forms.count).chinese + forms.joined(separator: "、")))</p>"
        if rows.isEmpty { return list }
        return list + "<h3>未检查</h3><table><tr><th>规则</th><th>处</th><th>缺什么</th></tr>\(rows.joined())</table>\n"
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing("\"", with: "&quot;")
    }
}
