import Audit
import Fiscal
import Publication

/// The table of several files at the end of a check, and their count.
struct CheckSummary {
    private let results: [CheckedFile]
    /// What all names begin with, to the last folder.
    private let shared: Int
    /// Whether their own names tell them apart.
    private let isByName: Bool

    private static let nameWidth = 28
    private static let widths = [6, 8, 7, 7, 9]

    init(_ results: [CheckedFile]) {
        self.results = results
        let paths = results.map { Array($0.path) }
        let names = Set(results.map { $0.path.split(separator: "/").last })
        isByName = names.count == results.count
        let common = paths.dropFirst().reduce(paths.first ?? []) { known, next in
            zip(known, next).prefix { $0 == $1 }.map(\.0)
        }
        shared = common.lastIndex(of: "/").map { $0 + 1 } ?? 0
    }

    func print() {
        let columns = CheckLine.summaryColumns
        say(DisplayText.padded(columns[0], to: Self.nameWidth) + line(Array(columns.dropFirst())))
        for result in results { say(name(result) + line(cells(result))) }
        var counts: [(CheckVerdict, Int)] = []
        for verdict in CheckVerdict.allCases {
            let count = results.count { $0.verdict == verdict }
            if count > 0 { counts.append((verdict, count)) }
        }
        let documents = results.count + results.reduce(0) { $0 + ($1.report?.otherFiles.count ?? 0) }
        say(CheckLine.files(results.count, documents: documents, counts).message)
    }

    private func name(_ result: CheckedFile) -> String {
        let name =
            isByName
            ? result.path.split(separator: "/").last.map { String($0) } ?? "" : String(result.path.dropFirst(shared))
        switch MessageLanguage.current {
        case .chinese: return DisplayText.paddedEnd(name, to: Self.nameWidth)
        case .english:
            let cut = DisplayText.columns(name) + 2 > Self.nameWidth
            return DisplayText.padded(
                cut ? DisplayText.paddedEnd(name, to: Self.nameWidth - 2).quoted : name.quoted, to: Self.nameWidth)
        }
    }

    private func cells(_ result: CheckedFile) -> [String] {
        let counts: [Int?] =
            result.report.map { report in
                [
                    report.formCount, report.coverage.figures, report.count(.error),
                    report.count(.warning), report.count(.unchecked),
                ]
            } ?? Self.widths.map { _ in nil }
        return counts.map { $0.map { String($0) } ?? "-" } + [CheckLine.verdict(result.verdict).message]
    }

    private func line(_ cells: [String]) -> String {
        zip(cells, Self.widths).map { DisplayText.alignedRight($0, to: $1) }.joined() + "  " + (cells.last ?? "")
    }
}
