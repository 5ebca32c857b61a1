import Audit
import Fiscal
import Publication
import Standards

/// The report as one self-contained page: what it comes to, each finding with all its places, what was looked at and
/// what was not.
struct CheckPage {
    let withNotices: Bool

    func html(_ results: [CheckedFile]) -> String {
        let sections = results.enumerated().map { section($1, number: $0 + 1) }.joined()
        return """
            <!DOCTYPE html>
            <html lang="zh-CN"><head><meta charset="utf-8"><title>核对报告</title>
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <style>
            \(Self.style)
            </style></head><body><h1>核对报告</h1>
            \(results.count > 1 ? summary(results) : "")\(sections)</body></html>

            """
    }

    private static let style = """
        body{max-width:62em;margin:2em auto;padding:0 1em;color:#222;background:#fff;
        font:15px/1.7 "Noto Sans CJK SC","Source Han Sans SC","Microsoft YaHei","PingFang SC",sans-serif}
        h1{font-size:1.6em}h2{font-size:1.3em;border-bottom:2px solid #444;margin:2em 0 .3em}
        h3{font-size:1.08em;margin:1.6em 0 .5em}p{margin:.35em 0}.path,.note{color:#666;font-size:.88em}
        .verdict{display:inline-block;padding:0 .6em;border-radius:.2em;color:#fff;background:#666;font-size:.75em;
        vertical-align:.15em;margin-left:.6em}.verdict.errors,.verdict.unreadable,.tile.error b{background:#b00020}
        .verdict.warnings{background:#b26a00}.verdict.clean{background:#2e6b34}
        .tiles{display:flex;flex-wrap:wrap;gap:.6em;margin:.8em 0}
        .tile{border:1px solid #ccc;padding:.2em .9em;text-align:center;min-width:4.2em}
        .tile b{display:block;font-size:1.35em;line-height:1.4;background:none!important}
        .tile.error b{color:#b00020}.tile.warning b{color:#b26a00}
        .gap{border:2px solid #b00020;padding:.4em .8em;font-weight:bold}
        article{margin:.8em 0;padding:.5em 1em .6em;border:1px solid #ddd;border-left:5px solid #888}
        article.error{border-left-color:#b00020}article.warning{border-left-color:#d18a00}
        article.notice{border-left-color:#557}article header{display:flex;gap:.8em;color:#555;font-size:.88em}
        article header b{color:#222}article header .at{margin-left:auto;white-space:nowrap}
        dl{display:grid;grid-template-columns:max-content 1fr;gap:.1em .9em;margin:.4em 0 0;font-size:.93em}
        dt{color:#666}dd{margin:0}ul{margin:0;padding-left:1.2em}li b{margin-left:.8em;font-weight:600}.id{white-space:nowrap}
        table{border-collapse:collapse;width:100%;font-size:.93em}
        td,th{border:1px solid #bbb;padding:.15em .5em;text-align:left;vertical-align:top}th{background:#f0f0f0}table.sheet th{width:11em}
        td.n,th.n{text-align:right;white-space:nowrap}td.bad{color:#b00020;font-weight:bold}
        tr.family td{background:#f7f7f7;font-weight:bold}details{margin:.5em 0}summary{cursor:pointer;color:#234}
        @media print{body{max-width:none;margin:0;font-size:10.5pt}article,tr,.tiles{break-inside:avoid}
        h2,h3{break-after:avoid}summary{list-style:none}.verdict{color:#000;border:1px solid #000;background:none!important}}
        """

    // MARK: - Several files

    private func summary(_ results: [CheckedFile]) -> String {
        let heads = CheckLine.summaryColumns.enumerated().map { index, name in
            "<th\((1...5).contains(index) ? " class=\"n\"" : "")>\(name)</th>"
        }
        let rows = results.enumerated().map { index, result -> String in
            let counts = result.report.map { report in
                [
                    report.formCount, report.coverage.figures, report.count(.error),
                    report.count(.warning), report.count(.unchecked),
                ].map { String($0) }
            }
            let cells = (counts ?? Array(repeating: "—", count: 5)).map { "<td class=\"n\">\($0)</td>" }.joined()
            return "<tr><td><a href=\"#f\(index + 1)\">\(Html.escaped(result.path))</a></td>\(cells)"
                + "<td>\(result.verdict.chinese)</td></tr>\n"
        }
        return "<table><tr>\(heads.joined())</tr>\n\(rows.joined())</table>\n"
    }

    // MARK: - One file

    private func section(_ result: CheckedFile, number: Int) -> String {
        let badge = "<span class=\"verdict \(result.verdict)\">\(result.verdict.chinese)</span>"
        guard let report = result.report else {
            return "<section id=\"f\(number)\"><h2>\(Html.escaped(result.path))\(badge)</h2><p>"
                + result.faults.map(Html.escaped).joined(separator: "<br>") + "</p></section>\n"
        }
        let name = CheckLine.paper(unit: report.unit, year: report.year).chinese
        return "<section id=\"f\(number)\"><h2>\(Html.escaped(name))\(badge)</h2>\n"
            + "<p class=\"path\">\(Html.escaped(result.path))</p>\n"
            + (report.togetherLine.map { "<p class=\"path\">\(Html.escaped($0.chinese))</p>\n" } ?? "") + head(report)
            + findings(result, report) + CheckPageCoverage(report: report, rules: result.rules).html + "</section>\n"
    }

    private func head(_ report: AuditReport) -> String {
        let coverage = report.coverage
        let found = Set(coverage.formsFound).count
        let tiles: [(String, String, String)] = [
            ("\(report.count(.error))", "错误", report.count(.error) > 0 ? "error" : ""),
            ("\(report.count(.warning))", "警告", report.count(.warning) > 0 ? "warning" : ""),
            ("\(report.count(.notice))", withNotices ? "提示" : "提示（未列出）", ""),
            ("\(report.count(.passed))", "处通过", ""), ("\(report.count(.failed))", "处不符", ""),
            ("\(report.count(.unchecked))", "处未检查", ""), ("\(report.count(.notApplicable))", "处不适用", ""),
            ("\(found)/\(found + coverage.formsMissing.count)", "张表读到", ""),
            ("\(coverage.checkedFigures)/\(coverage.figures)", "个数可以核对", ""),
        ]
        let blocks = tiles.map { "<div class=\"tile \($2)\"><b>\($0)</b>\($1)</div>" }.joined()
        let lines = CheckPrinter.total(report, withNotices: withNotices).map(\.chinese)
        var gap = report.gap != nil ? "<p class=\"gap\">\(Html.escaped(lines[0]))</p>\n" : ""
        for (line, _) in report.companionLines { gap += "<p class=\"gap\">\(Html.escaped(line.chinese))</p>\n" }
        var notes = "<p>\(Html.escaped(lines.last ?? ""))</p>\n"
        if report.regionChoice == .guessed {
            notes += "<p>\(Html.escaped(CheckLine.regionGuessed(report.region).chinese))</p>\n"
        }
        return "\(gap)<div class=\"tiles\">\(blocks)</div>\n\(notes)"
    }

    private func findings(_ result: CheckedFile, _ report: AuditReport) -> String {
        let titles = Dictionary(result.rules.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
        let findings = Array(result.findings(withNotices: withNotices).enumerated())
        return Severity.allCases.map { severity -> String in
            let own = findings.filter { $0.element.severity == severity }
            if own.isEmpty { return "" }
            let head = CheckLine.severity(severity, count: own.count).chinese
            return "<h3>\(head)</h3>\n"
                + own.map {
                    article($0.element, number: $0.offset + 1, title: titles[$0.element.rule] ?? "", in: report.file)
                }.joined()
        }.joined()
    }

    private func article(_ finding: Finding, number: Int, title: String, in file: String) -> String {
        let layout = FindingLayout(finding, in: file)
        let position = [layout.title, layout.position?.chinese ?? ""].filter { !$0.isEmpty }.joined(separator: "  ")
        let at = position.isEmpty ? "" : "<span class=\"at\">\(Html.escaped(position))</span>"
        var facts: [(String, String)] = []
        if !layout.original.isEmpty { facts.append(("原文", Html.escaped(layout.original))) }
        if !finding.cause.isEmpty { facts.append(("可能的原因", Html.escaped(finding.cause))) }
        if !finding.basis.isEmpty { facts.append(("依据", Html.escaped(finding.basis))) }
        if finding.places.count > 1 { facts.append(("各处", places(finding, in: file))) }
        let list = facts.map { "<dt>\($0)</dt><dd>\($1)</dd>" }.joined(separator: "\n")
        return "<article class=\"\(finding.severity.rawValue)\"><header><b>\(number)</b><span>"
            + "\(Html.escaped([finding.rule, title].filter { !$0.isEmpty }.joined(separator: " ")))</span>\(at)</header>\n"
            + "<p>\(Html.escaped(layout.message))</p>\n<dl>\(list)</dl></article>\n"
    }

    /// All of them; a long list is folded up.
    private func places(_ finding: Finding, in file: String) -> String {
        let items = finding.places.map { place -> String in
            let name = place.file.isEmpty || place.file == file ? "" : place.file + " "
            let position = place.place.place.map { CheckLine.position($0).chinese } ?? ""
            let text = place.text.isEmpty ? "" : "<b>\(Html.escaped(place.text))</b>"
            return "<li>\(Html.escaped(name + place.place.label))\(Html.escaped(position))\(text)</li>"
        }
        let list = "<ul>\(items.joined())</ul>"
        return items.count <= 8 ? list : "<details><summary>共 \(items.count) 处</summary>\(list)</details>"
    }
}

enum Html {
    static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing("\"", with: "&quot;")
    }
}
