import Fiscal
import Standards

/// What of the sheets of performance goes on in the next year's book: subjects whose projects go on, their indicators with
/// last year's targets as suggestions.
struct GoalsOpening {
    private let year: String
    private let standards: Standards
    /// Codes and names of projects that have ended.
    private let ended: Set<String>
    /// Codes of subjects that are left out, with how many rows of indicators each had.
    private let lost: [String: Int]
    private let subjects: [String: SubjectRecord]
    private let names: SubjectNames

    /// - Parameter standards: those of the new year.
    init(last: Book, standards: Standards) {
        self.standards = standards
        year = "\(last.settings.year.number)"
        ended = Set(last.projects.filter { $0.hasEnded(by: last.settings.year) }.flatMap { [$0.code, $0.name] })
        let going = Set(last.projects.filter { !$0.hasEnded(by: last.settings.year) }.flatMap { [$0.code, $0.name] })
        let gone = ended.subtracting(going)
        let counts = Dictionary(grouping: last.evaluation.indicators, by: \.subject).mapValues(\.count)
        var lost: [String: Int] = [:]
        for subject in last.evaluation.subjects where subject.kind == .project {
            let named = subject.projects.isEmpty ? [subject.code, subject.name] : subject.projects
            let isLost =
                subject.projects.isEmpty ? named.contains(where: gone.contains) : named.allSatisfy(gone.contains)
            if isLost { lost[subject.code] = counts[subject.code] ?? 0 }
        }
        self.lost = lost
        names = SubjectNames(last.evaluation.subjects)
        subjects = Dictionary(last.evaluation.subjects.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The row's cells as the new book has them; nil where it is left out.
    func carried(_ cells: [String], of definition: Sheet, changes: inout [OpeningChange]) -> [String]? {
        var cells = cells
        func place(_ role: ColumnRole) -> Int? { definition.columns.firstIndex { $0.role == role } }
        func text(_ role: ColumnRole) -> String { place(role).map { cells[$0] } ?? "" }
        switch definition.role {
        case .subjects:
            let code = text(.subjectCode)
            if let rows = lost[code] {
                changes.append(.subjectEnded(text(.subjectName), rows: rows))
                return nil
            }
            if let covered = place(.coveredProjects), let subject = subjects[code], !subject.projects.isEmpty {
                cells[covered] = subject.projects.filter { !ended.contains($0) }.joined(separator: "、")
            }
            if let scheme = place(.scheme), !cells[scheme].isEmpty, standards.schemes[cells[scheme]] == nil {
                changes.append(.schemeEnded(subject: text(.subjectName), scheme: cells[scheme]))
                cells[scheme] = ""
            }
        case .indicators:
            guard lost[names[text(.subject)]] == nil else { return nil }
            if let shared = place(.sharedWith), lost[names[cells[shared]]] != nil {
                changes.append(.sharedLost(name: text(.indicatorName), subject: cells[shared]))
                cells[shared] = ""
            }
            if text(.target).contains(year) {
                changes.append(.staleTarget(name: text(.indicatorName), target: text(.target)))
            }
        case .tasks: if lost[names[text(.subject)]] != nil { return nil }
        default: break
        }
        return cells
    }

    /// Tells how many targets were copied, once for the sheet.
    func finish(_ definition: Sheet, rows: [[String]], changes: inout [OpeningChange]) {
        guard definition.role == .indicators,
            let place = definition.columns.firstIndex(where: { $0.role == .target })
        else { return }
        let count = rows.count { !$0[place].isEmpty }
        if count > 0 { changes.append(.targets(count)) }
    }
}
