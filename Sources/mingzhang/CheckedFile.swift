import Audit
import Fiscal
import Ledger
import Performance
import Publication
import Standards

/// One file's result: a report, or why there is none.
struct CheckedFile: Sendable {
    let path: String
    let report: AuditReport?
    /// In the language in force.
    let faults: [String]
    /// The catalogue that it was checked by.
    let rules: [Rule]
    /// Whether it is no part of what is published.
    let isAside: Bool
    /// Whether all that is wrong with it is that it does not say of which year it is.
    let lacksYear: Bool
    private let isAttachment: Bool

    init(_ path: String, isAttachment: Bool = false, _ work: () throws -> (AuditReport, [Rule])) {
        self.path = path
        self.isAttachment = isAttachment
        do {
            let (report, rules) = try work()
            (self.report, self.rules, faults, isAside, lacksYear) = (report, rules, [], false, false)
        } catch {
            (report, rules, faults) = (nil, [], Self.messages(error))
            isAside = if case .notPublished? = error as? CommandFault { true } else { false }
            lacksYear = if case .noPaperYear? = error as? CommandFault { true } else { false }
        }
    }

    static func messages(_ error: any Error) -> [String] {
        switch error {
        case let faults as BookFaults: faults.faults.map(\.message)
        case let faults as EvaluationFaults: faults.faults.map(\.message)
        case let fault as StandardsFault: [fault.message]
        case let fault as CommandFault: [fault.message]
        default: ["\(error)"]
        }
    }

    /// What is shown: notices only where they are asked for. They come last, so that the numbers of the others stay.
    func findings(withNotices: Bool) -> [Finding] {
        (report?.findings ?? []).filter { withNotices || $0.severity != .notice }
    }

    var verdict: CheckVerdict {
        guard let report else { return isAside ? .aside : .unreadable }
        if report.count(.error) > 0 { return .errors }
        if report.gap != nil { return isPlainAttachment(report) ? .attachment : .unchecked }
        return report.count(.warning) > 0 ? .warnings : .clean
    }

    /// Words alone, in which there was nothing that could have been a form: a picture may be one.
    private func isPlainAttachment(_ report: AuditReport) -> Bool {
        isAttachment && report.gap == .noTables && report.coverage.unread.isEmpty
    }
}

/// What a check of one file comes to.
enum CheckVerdict: CaseIterable, Hashable {
    case errors, warnings, clean
    /// An attachment of words, without any form.
    case attachment
    /// A sheet that a build writes for whoever makes the package.
    case aside
    /// Not one form was read: that nothing was found says nothing.
    case unchecked
    case unreadable
}

extension AuditReport {
    /// What must be said before anything else where no form was read.
    var gapLine: CheckLine? {
        gap.map { .gap($0, region: region, year: year, checked: count(.passed) + count(.failed)) }
    }

    /// What became of the things given beside the paper; of those that fit nothing need be said.
    var companionLines: [(line: CheckLine, isCompared: Bool)] {
        Companion.allCases.compactMap { companion in
            guard let fit = companions[companion], fit != .fits else { return nil }
            return (.companion(companion, fit), fit.isCompared)
        }
    }

    /// The documents checked with it, by names as short as the folder that all are in allows; nil for none.
    var togetherLine: CheckLine? {
        guard !otherFiles.isEmpty else { return nil }
        let folder = file.lastIndex(of: "/").map { file[...$0] } ?? ""
        return .together(([file] + otherFiles).map { $0.hasPrefix(folder) ? String($0.dropFirst(folder.count)) : $0 })
    }

    /// Of accounts and of evaluation.
    var formCount: Int { Set(coverage.formsFound).count + coverage.evaluationForms.count }

    var roundingTails: Int { outcomes.reduce(0) { $0 + $1.roundingTails } }
}
