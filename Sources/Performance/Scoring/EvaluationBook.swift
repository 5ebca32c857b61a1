package import Ledger
package import Standards

/// A book's subjects of evaluation, understood and scored, and all that is wrong with them.
package struct EvaluationBook: Sendable {
    /// In the order of the book.
    package let subjects: [EvaluatedSubject]
    package let faults: [EvaluationFault]

    package subscript(code: String) -> EvaluatedSubject? { subjects.first { $0.record.code == code } }

    package init(book: Book, standards: Standards) {
        var reader = EvaluationBookReader(book: book, standards: standards)
        (subjects, faults) = reader.read()
    }
}

private struct EvaluationBookReader {
    private let book: Book
    private let standards: Standards
    private let records: EvaluationRecords
    private let finder: FundsFinder
    private var faults: [EvaluationFault] = []

    init(book: Book, standards: Standards) {
        self.book = book
        self.standards = standards
        records = book.evaluation
        finder = FundsFinder(book: book, standards: standards)
    }

    mutating func read() -> ([EvaluatedSubject], [EvaluationFault]) {
        checkOwners()
        let owned = Dictionary(grouping: records.indicators, by: \.subject)
        let tasks = Dictionary(grouping: records.tasks, by: \.subject)
        let monitoring = Dictionary(grouping: records.monitoring, by: \.subject)
        var subjects: [EvaluatedSubject] = []
        for record in records.subjects {
            guard let scheme = scheme(of: record) else { continue }
            let indicators = (owned[record.code] ?? []).compactMap { indicator($0, among: owned) }
            let isProject = record.kind == .project
            let maker = ScoreCardMaker(rules: standards.schemes.rules)
            let subject = maker.card(
                record, scheme: scheme,
                funds: finder.funds(unit: record.unit, projects: projects(of: record), isProject: isProject),
                indicators: indicators, tasks: tasks[record.code] ?? [], monitoring: monitoring[record.code] ?? [])
            faults += SubjectChecks(subject, rules: standards.schemes.rules).faults()
            subjects.append(subject)
        }
        return (subjects, faults)
    }

    /// Rows of a subject that the book does not have.
    private mutating func checkOwners() {
        let known = Set(records.subjects.map(\.code))
        let all =
            records.indicators.map { ($0.subject, $0.origin) } + records.tasks.map { ($0.subject, $0.origin) }
            + records.monitoring.map { ($0.subject, $0.origin) }
        for (code, origin) in all where !known.contains(code) {
            faults.append(EvaluationFault(.unknownSubject(code, known: records.subjects.map(\.code)), at: origin))
        }
    }

    private mutating func scheme(of record: SubjectRecord) -> Scheme? {
        let schemes = standards.schemes
        guard !record.scheme.isEmpty else {
            let usual = schemes.usual(record.kind)
            if usual == nil { faults.append(EvaluationFault(.noScheme(record.name), at: record.origin)) }
            return usual
        }
        guard let found = schemes[record.scheme], found.subject == record.kind else {
            let allowed = schemes.of(record.kind).map(\.id)
            faults.append(EvaluationFault(.unknownScheme(record.scheme, allowed: allowed), at: record.origin))
            return nil
        }
        return found
    }

    /// Codes and names of the projects whose money it is; nil where all of the unit's is.
    private mutating func projects(of record: SubjectRecord) -> Set<String>? {
        let scope = book.units.subtree(of: record.unit)
        let own = book.projects.filter { scope.contains($0.unit) }
        if record.projects.isEmpty {
            guard record.kind == .project else { return nil }
            return own.first { $0.code == record.code || $0.name == record.name }.map { [$0.code, $0.name] }
        }
        var result: Set<String> = []
        for word in record.projects {
            if let project = own.first(where: { $0.code == word || $0.name == word }) {
                result.formUnion([project.code, project.name])
            } else {
                faults.append(EvaluationFault(.unknownProject(word, known: own.map(\.name)), at: record.origin))
            }
        }
        return result
    }

    private mutating func indicator(_ record: IndicatorRecord, among owned: [String: [IndicatorRecord]]) -> Indicator? {
        var values = record
        if !record.sharedWith.isEmpty {
            guard record.sharedWith != record.subject,
                let other = owned[record.sharedWith]?.first(where: { $0.name == record.name }), other.sharedWith.isEmpty
            else {
                let kind = EvaluationFault.Kind.unknownShared(record.sharedWith, name: record.name)
                faults.append(EvaluationFault(kind, at: record.origin))
                return nil
            }
            if [record.target, record.achieved].contains(where: { !$0.isEmpty }) {
                faults.append(EvaluationFault(.sharedAndTyped(record.sharedWith, name: record.name), at: record.origin))
            }
            values = other
        }
        return Indicator(record, values: values, definitions: standards.evaluations)
    }
}
