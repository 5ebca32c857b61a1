import Audit
import Paper
import Publication
import Standards

/// The coverage sheet of a report's page: which forms were read and which were not, what could not be checked and why,
/// and what each rule came to.
struct CheckPageCoverage {
    let report: AuditReport
    let rules: [Rule]

    var html: String { "<h3>查到哪里，没有查到哪里</h3>\n" + forms + reasons + families }

    // MARK: - What was read

    private var forms: String {
        let coverage = report.coverage
        var rows: [(String, String)] = [
            ("读出的表", coverage.formsFound.isEmpty ? "没有" : plain(coverage.formsFound)),
            ("没有找到的表", coverage.formsMissing.isEmpty ? "没有" : plain(coverage.formsMissing)),
        ]
        if !coverage.evaluationForms.isEmpty { rows.append(("读出的绩效表", plain(coverage.evaluationForms))) }
        if !coverage.unread.isEmpty {
            rows.append(("没有读懂的部分", list(coverage.unread.map { ($0.title, $0.place) })))
        }
        if !coverage.unassigned.isEmpty {
            rows.append(("分不清行或列的数", list(coverage.unassigned.map { ($0.label, $0.place) })))
        }
        if !coverage.openClaims.isEmpty {
            rows.append(("文字里不知道说的是什么的数", list(coverage.openClaims.map { ($0.label, $0.place) })))
        }
        rows.append(("数", "读出 \(coverage.figures) 个，其中 \(coverage.checkedFigures) 个有别的数可以核对"))
        return "<table class=\"sheet\">" + rows.map { "<tr><th>\($0)</th><td>\($1)</td></tr>\n" }.joined()
            + "</table>\n"
    }

    private func plain(_ names: [String]) -> String { names.map(Html.escaped).joined(separator: "<br>") }

    private func list(_ items: [(label: String, place: Place?)]) -> String {
        let lines = items.map { "<li>\(Html.escaped(CheckLine.place($0.label, $0.place).chinese))</li>" }.joined()
        return
            "<details\(items.count <= 5 ? " open" : "")><summary>\(items.count) 处</summary><ul>\(lines)</ul></details>"
    }

    // MARK: - Why not

    private var reasons: String {
        let reasons = UncheckedReasons(report).reasons
        if reasons.isEmpty { return "" }
        let rows = reasons.map { reason in
            "<tr><td>\(Html.escaped(reason.text))</td><td>\(reason.rules.map(id).joined(separator: "、"))</td></tr>\n"
        }
        return "<h3>没有条件检查的 \(report.count(.unchecked)) 处</h3>\n<p class=\"note\">没有检查不等于没有问题。</p>\n"
            + "<table><tr><th>缺什么</th><th>规则</th></tr>\n\(rows.joined())</table>\n"
    }

    private func id(_ rule: String) -> String { "<span class=\"id\">\(Html.escaped(rule))</span>" }

    // MARK: - By rule

    private static let outcomes: [Outcome] = [.passed, .failed, .notApplicable, .unchecked]

    private var families: String {
        let families = RuleFamilies(report, rules).families
        let heads = (["规则"] + Self.outcomes.map(\.rawValue) + ["没有遇到", "需要账套"]).enumerated()
        let head = heads.map { "<th\($0 > 0 ? " class=\"n\"" : "")>\($1)</th>" }.joined()
        let rows = families.map { family -> String in
            let cells =
                Self.outcomes.map { cell(family.sum($0), isBad: $0 == .failed) }
                + [cell(family.notMet, isBad: false), cell(family.needsBook, isBad: false)]
            return "<tr><td>\(Html.escaped(family.name))（\(family.count) 条）</td>\(cells.joined())</tr>\n"
        }
        return "<h3>各类规则查了多少处</h3>\n<p class=\"note\">“没有遇到”“需要账套”两栏是规则的条数，其他各栏是核对的处数。</p>\n"
            + "<table><tr>\(head)</tr>\n\(rows.joined())</table>\n"
            + "<details><summary>逐条列出</summary>\n\(each(families))</details>\n"
    }

    private func each(_ families: [RuleFamilies.Family]) -> String {
        let rows = families.filter { !$0.rows.isEmpty }.map { family -> String in
            "<tr class=\"family\"><td colspan=\"7\">\(Html.escaped(family.name))</td></tr>\n"
                + family.rows.map { row in
                    let cells = Self.outcomes.map { cell(row.outcome.counts[$0, default: 0], isBad: $0 == .failed) }
                    return "<tr><td>\(id(row.id))</td><td>\(Html.escaped(row.title))</td>\(cells.joined())"
                        + "<td>\(UncheckedReasons.joined(row.outcome.missing).map(Html.escaped).joined(separator: "<br>"))"
                        + "</td></tr>\n"
                }.joined()
        }
        let heads = Self.outcomes.map { "<th class=\"n\">\($0.rawValue)</th>" }.joined()
        return "<table><tr><th>规则</th><th>内容</th>\(heads)<th>缺什么</th></tr>\n\(rows.joined())</table>\n"
    }

    private func cell(_ count: Int, isBad: Bool) -> String {
        "<td class=\"n\(isBad && count > 0 ? " bad" : "")\">\(count == 0 ? "" : String(count))</td>"
    }
}
