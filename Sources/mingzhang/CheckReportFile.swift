import Audit
import Fiscal
import Paper
import Publication

/// A check's report as a file: one self-contained page, or a table. Both are Chinese, as the papers are.
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
        case .csv: Array(CheckTable.csv(results, withNotices: withNotices).utf8)
        case .html: Array(CheckPage(withNotices: withNotices).html(results).utf8)
        }
    }
}

/// The report as a table: what each file came to, a row for every place of each finding, and what was not checked.
enum CheckTable {
    private static let columns = [
        "文件", "序号", "等级", "规则", "问题", "印出的数", "应为（按其他数算得）", "相差", "可能的原因", "依据", "第几处", "位置", "在文件中", "该处所印",
    ]

    /// Spreadsheets tell UTF-8 by the mark in front.
    static func csv(_ results: [CheckedFile], withNotices: Bool) -> String {
        let all = [columns] + results.flatMap { rows($0, withNotices: withNotices) }
        return "\u{FEFF}" + all.map { $0.map(field).joined(separator: ",") + "\r\n" }.joined()
    }

    private static func rows(_ result: CheckedFile, withNotices: Bool) -> [[String]] {
        var rows: [[String]] = []
        if let report = result.report {
            let total = CheckPrinter.total(report, withNotices: withNotices).map(\.chinese).joined()
            rows.append(row(result.path, "", "结论", "", result.verdict.chinese + "。" + total))
            if let line = report.togetherLine { rows.append(row(result.path, "", "说明", "", line.chinese)) }
            for (line, isCompared) in report.companionLines {
                let grade = isCompared ? "说明" : "未检查"
                rows.append(row(result.path, "", grade, "", line.chinese))
            }
        }
        for (index, finding) in result.findings(withNotices: withNotices).enumerated() {
            for (place, shown) in finding.places.enumerated() {
                let file = shown.file.isEmpty || shown.file == result.report?.file ? "" : shown.file + " "
                rows.append([
                    Self.path(of: shown, in: result), "\(index + 1)", finding.severity.chinese, finding.rule,
                    finding.message,
                    finding.printed, finding.expected, finding.difference, finding.cause, finding.basis,
                    "第 \(place + 1) 处，共 \(finding.places.count) 处", file + shown.place.label,
                    shown.place.place?.chinese ?? "", shown.text,
                ])
            }
        }
        for reason in result.report.map({ UncheckedReasons($0).reasons }) ?? [] {
            rows.append(row(result.path, "", "未检查", reason.rules.joined(separator: " "), reason.text))
        }
        return rows + result.faults.map { row(result.path, "", CheckVerdict.unreadable.chinese, "", $0) }
    }

    /// The file that the place is in, so that each goes back to whoever made it.
    private static func path(of place: FindingPlace, in result: CheckedFile) -> String {
        guard let name = place.place.place?.document else { return result.path }
        return result.report?.otherFiles.first { $0.hasSuffix("/" + name) } ?? result.path
    }

    private static func row(_ cells: String...) -> [String] {
        cells + Array(repeating: "", count: columns.count - cells.count)
    }

    private static func field(_ text: String) -> String {
        // A text that a spreadsheet would take for a formula is shown as text.
        let isFormula = text.first.map { "=+-@".contains($0) } ?? false
        let safe = isFormula ? "'" + text : text
        let mustQuote = safe.unicodeScalars.contains { ",\"\r\n".unicodeScalars.contains($0) }
        return mustQuote ? "\"" + safe.replacing("\"", with: "\"\"") + "\"" : safe
    }
}
