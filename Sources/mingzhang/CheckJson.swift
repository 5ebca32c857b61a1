import Audit
import Paper
import Publication
import Standards

/// The result of a check for programs; docs/check-json.md has the keys.
struct CheckJson: Encodable {
    struct File: Encodable {
        let file: String
        /// The other documents that were checked with it as one paper; absent where it is one by itself.
        let otherFiles: [String]?
        let verdict: String
        let unit: String?
        let year: Int?
        let region: String?
        /// 决算, 预算.
        let kind: String?
        let outcomes: Outcomes?
        let findings: [Item]?
        let rules: [RuleCount]?
        let coverage: Coverage?
        /// Why the paper cannot be called checked; absent where a form was read.
        let notChecked: String?
        /// What became of last year's paper, the department's and the book; absent where none was given.
        let prior: Compared?
        let department: Compared?
        let against: Compared?
        /// Why the file could not be checked.
        let faults: [String]?
    }

    struct Compared: Encodable {
        let compared: Bool
        let message: String
    }

    struct Outcomes: Encodable {
        let passed: Int
        let failed: Int
        let notApplicable: Int
        let unchecked: Int
        /// Of those passed, how many hold only by what rounding explains.
        let roundingTails: Int
    }

    struct Item: Encodable {
        let rule: String
        let severity: String
        let message: String
        let printed: String
        let expected: String
        let difference: String
        let basis: String
        let cause: String?
        let places: [Position]
    }

    struct Position: Encodable {
        var text: String
        var label: String
        var file: String?
        var line: Int?
        var page: Int?
        var box: [Double]?
        var sheet: String?
        var cell: String?
        var paragraph: Int?
        var table: Int?
        var row: Int?
        var column: Int?
    }

    struct RuleCount: Encodable {
        let rule: String
        /// Absent where the catalogue has no entry.
        let title: String?
        let family: String?
        let passed: Int
        let failed: Int
        let notApplicable: Int
        let unchecked: Int
        let missing: [String]
    }

    struct Coverage: Encodable {
        let regionGuessed: Bool
        let formsFound: [String]
        let formsMissing: [String]
        let evaluationForms: [String]
        let figures: Int
        let checkedFigures: Int
        let openClaims: [Position]
        let unassigned: [Position]
        let unread: [String]
    }

    private let files: [File]

    init(_ results: [CheckedFile], withNotices: Bool) {
        files = results.map { File($0, withNotices: withNotices) }
    }

    private enum Keys: String, CodingKey { case files }

    /// One file is one object, several stand in a list.
    func encode(to encoder: any Encoder) throws {
        if files.count == 1 {
            try files[0].encode(to: encoder)
        } else {
            var container = encoder.container(keyedBy: Keys.self)
            try container.encode(files, forKey: .files)
        }
    }
}

extension CheckJson.Compared {
    init?(_ report: AuditReport, _ companion: Companion) {
        guard let fit = report.companions[companion] else { return nil }
        self.init(compared: fit.isCompared, message: fit.chinese(of: companion))
    }
}

extension CheckJson.File {
    init(_ result: CheckedFile, withNotices: Bool) {
        guard let report = result.report else {
            self.init(
                file: result.path, otherFiles: nil, verdict: "\(result.verdict)", unit: nil, year: nil, region: nil,
                kind: nil,
                outcomes: nil, findings: nil, rules: nil, coverage: nil, notChecked: nil, prior: nil,
                department: nil, against: nil, faults: result.faults)
            return
        }
        let titles = Dictionary(result.rules.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        self.init(
            file: result.path, otherFiles: report.otherFiles.isEmpty ? nil : report.otherFiles,
            verdict: "\(result.verdict)", unit: report.unit, year: report.year,
            region: report.region, kind: report.kind,
            outcomes: CheckJson.Outcomes(
                passed: report.count(.passed), failed: report.count(.failed),
                notApplicable: report.count(.notApplicable), unchecked: report.count(.unchecked),
                roundingTails: report.roundingTails),
            findings: result.findings(withNotices: withNotices).map { CheckJson.Item($0, in: report) },
            rules: report.outcomes.map { CheckJson.RuleCount($0, titles[$0.rule]) },
            coverage: CheckJson.Coverage(report), notChecked: report.gapLine?.chinese,
            prior: CheckJson.Compared(report, .prior), department: CheckJson.Compared(report, .department),
            against: CheckJson.Compared(report, .book), faults: nil)
    }
}

extension CheckJson.Item {
    fileprivate init(_ finding: Finding, in report: AuditReport) {
        self.init(
            rule: finding.rule, severity: finding.severity.rawValue, message: finding.message, printed: finding.printed,
            expected: finding.expected, difference: finding.difference, basis: finding.basis,
            cause: finding.cause.isEmpty ? nil : finding.cause,
            places: finding.places.map {
                var position = CheckJson.Position($0.place, text: $0.text, in: report)
                if !$0.file.isEmpty, $0.file != report.file { position.file = $0.file }
                return position
            })
    }
}

extension CheckJson.Position {
    /// - Parameter report: whose other documents have names of their own.
    fileprivate init(_ place: FigurePlace, text: String, in report: AuditReport) {
        self.init(text: text, label: place.label)
        file = place.place?.document.flatMap { name in report.otherFiles.first { $0.hasSuffix("/" + name) } }
        switch place.place?.inside {
        case .line(let number, _): line = number
        case .page(let number, let area):
            page = number
            box = [area.left, area.top, area.right, area.bottom]
        case .sheet(let name, let address): (sheet, cell) = (name, address)
        case .paragraph(let number): paragraph = number
        case .table(let number, let r, let c): (table, row, column) = (number, r, c)
        case .document, nil: break
        }
    }
}

extension CheckJson.RuleCount {
    fileprivate init(_ outcome: RuleOutcome, _ rule: Rule?) {
        self.init(
            rule: outcome.rule, title: rule?.title, family: rule?.family, passed: outcome.counts[.passed, default: 0],
            failed: outcome.counts[.failed, default: 0], notApplicable: outcome.counts[.notApplicable, default: 0],
            unchecked: outcome.counts[.unchecked, default: 0], missing: outcome.missing)
    }
}

extension CheckJson.Coverage {
    fileprivate init(_ report: AuditReport) {
        let coverage = report.coverage
        self.init(
            regionGuessed: report.regionChoice == .guessed, formsFound: coverage.formsFound,
            formsMissing: coverage.formsMissing, evaluationForms: coverage.evaluationForms, figures: coverage.figures,
            checkedFigures: coverage.checkedFigures,
            openClaims: coverage.openClaims.map { CheckJson.Position($0, text: "", in: report) },
            unassigned: coverage.unassigned.map { CheckJson.Position($0, text: "", in: report) },
            unread: coverage.unread.map(\.title))
    }
}
