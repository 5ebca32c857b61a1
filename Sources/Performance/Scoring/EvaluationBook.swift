package import Fiscal
package import Ledger
package import Standards

/// A book's subjects of evaluation, understood and scored, and all that is wrong with them.
package struct EvaluationBook: Sendable {
    /// In the order of the book.
    package let subjects: [EvaluatedSubject]
    package let faults: [EvaluationFault]
    private let finder: FundsFinder
    private let grades: [String]
    private let units: UnitTree
    private let numbers: [String: Int]
    private let summaries = Loaded<String, ScoreSummary>()

    package subscript(code: String) -> EvaluatedSubject? { numbers[code].map { subjects[$0] } }

    /// - Parameter book: with all its lines; a book whose large sheets were summed lacks some.
    package init(book: Book, standards: Standards) {
        var reader = EvaluationBookReader(book: book, standards: standards)
        (subjects, faults) = reader.read()
        (finder, units) = (reader.finder, book.units)
        grades = standards.schemes.rules.grades.map(\.name)
        numbers = Dictionary(
            subjects.enumerated().map { ($1.record.code, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// - Parameter unit: whose subjects, and of all under it; nil = the department's.
    package func subjects(of unit: String?) -> [EvaluatedSubject] {
        guard let unit else { return subjects }
        let scope = units.subtree(of: unit)
        return subjects.filter { scope.contains($0.record.unit) }
    }

    package func summary(of unit: String? = nil) -> ScoreSummary {
        summaries.value(unit ?? "") { made(unit) }
    }

    private func made(_ unit: String?) -> ScoreSummary {
        let projects = subjects(of: unit).filter { $0.record.kind == .project && $0.scheme.isSelfEvaluation }
        let scopes = projects.map { (unit: $0.record.unit, scope: $0.scope) }
        return ScoreSummary(
            projects, grades: grades, covered: finder.funds(of: scopes),
            coveredProjects: finder.funds(of: scopes, onlyProjects: true),
            projects: finder.funds(unit: unit ?? units.root?.code ?? "", scope: .projectExpenditure))
    }

    /// What an amount of a subject's money is made of.
    ///
    /// - Parameter nature: as `SubjectFunds.amount(nature:)` has it; nil = any.
    package func lines(
        of subject: EvaluatedSubject, _ phase: Phase, source: SubjectFunds.Source = .total, nature: String? = nil
    ) -> [SubjectLine] {
        finder.lines(
            unit: subject.record.unit, scope: subject.scope, phase: phase, source: source, nature: nature)
    }

    package func faults(_ severity: EvaluationFault.Severity) -> [EvaluationFault] {
        faults.filter { $0.severity == severity }
    }
}

private struct EvaluationBookReader {
    private let book: Book
    private let standards: Standards
    private let records: EvaluationRecords
    let finder: FundsFinder
    /// The book's projects by code and by name.
    private let projects: [String: [Project]]
    private let subtrees: [String: Set<String>]
    private let root: String
    private var faults: [EvaluationFault] = []

    init(book: Book, standards: Standards) {
        self.book = book
        self.standards = standards
        records = book.evaluation
        root = book.units.root?.code ?? ""
        let units = Set(records.subjects.map(\.unit) + [root])
        finder = FundsFinder(book: book, standards: standards, units: units)
        subtrees = Dictionary(uniqueKeysWithValues: units.map { ($0, book.units.subtree(of: $0)) })
        var words: [String: [Project]] = [:]
        for project in book.projects {
            for word in Set([project.code, project.name]) { words[word, default: []].append(project) }
        }
        projects = words
    }

    mutating func read() -> ([EvaluatedSubject], [EvaluationFault]) {
        checkOwners()
        let owned = Dictionary(grouping: records.indicators, by: \.subject)
        let tasks = Dictionary(grouping: records.tasks, by: \.subject)
        let monitoring = Dictionary(grouping: records.monitoring, by: \.subject)
        let maker = ScoreCardMaker(rules: standards.schemes.rules)
        var subjects: [EvaluatedSubject] = []
        for record in records.subjects {
            guard let scheme = scheme(of: record) else { continue }
            let rows = owned[record.code] ?? []
            let indicators = rows.filter { !isAbsence($0) }.map { indicator($0, among: owned) }
            let scope = scope(of: record)
            let subject = maker.card(
                record, scheme: scheme, scope: scope, funds: finder.funds(unit: record.unit, scope: scope),
                functions: finder.functions(unit: record.unit, scope: scope),
                indicators: indicators, tasks: tasks[record.code] ?? [],
                monitoring: SharedMonitoring.rows(of: record.code, indicators, among: monitoring),
                absences: rows.filter(isAbsence))
            faults += SubjectChecks(subject, rules: standards.schemes.rules).faults()
            faults += MonitoringChecks(subject, standards: standards).faults()
            subjects.append(subject)
        }
        checkSharedMoney(subjects)
        faults += ProjectLineChecks(book: book, finder: finder).faults(of: subjects)
        return (subjects, inOrder())
    }

    /// In the order of the book's sheets and their rows, as a person goes through them.
    private func inOrder() -> [EvaluationFault] {
        let sheets = [
            records.subjects.first?.origin, records.indicators.first?.origin, records.tasks.first?.origin,
            records.monitoring.first?.origin,
        ].map { $0?.sheet ?? "" }
        return faults.enumerated().sorted { left, right in
            let (a, b) = (left.element, right.element)
            // Sheets of money come before those of performance.
            let (first, second) = (sheets.firstIndex(of: a.sheet) ?? -1, sheets.firstIndex(of: b.sheet) ?? -1)
            return (first, a.row, left.offset) < (second, b.row, right.offset)
        }.map(\.element)
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
            if usual == nil { tell(.noScheme(record.name), of: record) }
            return usual
        }
        guard let found = schemes[record.scheme], found.subject == record.kind else {
            let allowed = schemes.of(record.kind).map(\.id)
            tell(.unknownScheme(record.scheme, allowed: allowed), of: record)
            return nil
        }
        return found
    }

    // MARK: Money

    private mutating func scope(of record: SubjectRecord) -> FundsFinder.Scope {
        guard !record.projects.isEmpty else {
            guard record.kind == .project else { return .all }
            let same = own(record.code, of: record.unit) ?? own(record.name, of: record.unit)
            return same.map { .projects($0) } ?? .projectExpenditure
        }
        var result: Set<String> = []
        for word in record.projects {
            if let names = own(word, of: record.unit) {
                result.formUnion(names)
            } else {
                let within = subtrees[record.unit] ?? []
                let known = book.projects.filter { within.contains($0.unit) }.map(\.name)
                tell(.unknownProject(word, known: known), of: record)
            }
        }
        return .projects(result)
    }

    /// Code and name of the unit's project of that code or name, as lines may write either.
    private func own(_ word: String, of unit: String) -> Set<String>? {
        let found = projects[word]?.first { subtrees[unit]?.contains($0.unit) ?? false }
        return found.map { [$0.code, $0.name] }
    }

    /// Money that two project subjects both take for theirs; a department evaluates what evaluated itself.
    private mutating func checkSharedMoney(_ subjects: [EvaluatedSubject]) {
        let projects = subjects.filter { $0.record.kind == .project && $0.scheme.isSelfEvaluation }
        var owners: [[String]: EvaluatedSubject] = [:]
        for subject in projects where subject.scope == .projectExpenditure {
            tell(subject, shares: owners[[subject.record.unit]])
            owners[[subject.record.unit]] = owners[[subject.record.unit]] ?? subject
        }
        for subject in projects {
            guard case .projects(let names) = subject.scope else { continue }
            let claims = names.sorted().map { [subject.record.unit, $0] }
            let other = owners[[subject.record.unit]] ?? claims.lazy.compactMap { owners[$0] }.first
            for claim in claims where owners[claim] == nil { owners[claim] = subject }
            tell(subject, shares: other)
        }
    }

    private mutating func tell(_ subject: EvaluatedSubject, shares other: EvaluatedSubject?) {
        if let other { tell(.sharedMoney(subject.name, other: other.name), of: subject.record) }
    }

    private mutating func tell(_ kind: EvaluationFault.Kind, of record: SubjectRecord) {
        faults.append(EvaluationFault(kind, at: record.origin, of: record.code))
    }

    // MARK: Indicators

    /// 无 for a name, without points: the book says that a level-2 indicator has none.
    private func isAbsence(_ record: IndicatorRecord) -> Bool {
        let words = standards.evaluations.nothing
        func isNothing(_ text: String) -> Bool { words.contains(foldedLabel(text)) }
        return isNothing(record.name) && (record.weight ?? 0) == 0 && record.sharedWith.isEmpty
            && [record.target, record.achieved].allSatisfy { $0.isEmpty || isNothing($0) }
    }

    private mutating func indicator(_ record: IndicatorRecord, among owned: [String: [IndicatorRecord]]) -> Indicator {
        var values = record
        if !record.sharedWith.isEmpty {
            guard record.sharedWith != record.subject,
                let other = owned[record.sharedWith]?.first(where: { $0.name == record.name }), other.sharedWith.isEmpty
            else {
                let kind = EvaluationFault.Kind.unknownShared(record.sharedWith, name: record.name)
                faults.append(EvaluationFault(kind, at: record.origin, of: record.subject))
                return Indicator(record, values: record, definitions: standards.evaluations)
            }
            let isTyped = !record.target.isEmpty || !record.achieved.isEmpty
            if isTyped || !record.band.isEmpty && record.band != other.band {
                let kind = EvaluationFault.Kind.sharedAndTyped(record.sharedWith, name: record.name)
                faults.append(EvaluationFault(kind, at: record.origin, of: record.subject))
            }
            values = other
        }
        return Indicator(record, values: values, definitions: standards.evaluations)
    }
}
