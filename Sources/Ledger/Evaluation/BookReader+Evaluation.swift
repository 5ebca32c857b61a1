import Fiscal
import Standards

// Rows of the sheets of performance → records.
extension BookReader {
    func evaluationRecords(_ checked: [String: [CheckedRow]], rootCode: String) -> EvaluationRecords {
        func rows(_ role: SheetRole) -> [(CheckedRow, Sheet)] {
            guard let sheet = standards.sheet(role) else { return [] }
            return (checked[sheet.id] ?? []).map { ($0, sheet) }
        }
        let subjects = rows(.subjects).map { subject($0.0, rootCode: rootCode) }
        let codes = SubjectNames(subjects)
        return EvaluationRecords(
            subjects: subjects,
            indicators: rows(.indicators).map { row in
                var record = indicator(row.0, row.1)
                (record.subject, record.sharedWith) = (codes[record.subject], codes[record.sharedWith])
                return record
            },
            tasks: rows(.tasks).map { row in
                var record = task(row.0, row.1)
                record.subject = codes[record.subject]
                return record
            },
            monitoring: rows(.monitoring).map { row in
                var record = monitoring(row.0, row.1)
                record.subject = codes[record.subject]
                return record
            }, buildings: rows(.buildings).map(building))
    }

    private func subject(_ row: CheckedRow, rootCode: String) -> SubjectRecord {
        // The sheet's own choices begin with the word of the whole: 部门整体.
        let isWhole = row[.subjectKind].hasPrefix(EvaluationDefinitions.Subject.department.rawValue)
        return SubjectRecord(
            unit: row.unit.isEmpty ? rootCode : row.unit, code: row[.subjectCode], name: row[.subjectName],
            kind: isWhole ? .department : .project,
            projects: row[.coveredProjects].split { "、,，;； \n".contains($0) }.map(String.init),
            scheme: row[.scheme], overseer: row[.overseer], implementer: row[.implementer], goal: row[.goal],
            attainment: row[.attainment], problems: row[.problems], measures: row[.measures], origin: origin(row))
    }

    private func indicator(_ row: CheckedRow, _ sheet: Sheet) -> IndicatorRecord {
        IndicatorRecord(
            subject: row[.subject], first: row[.firstLevel], second: row[.secondLevel], name: row[.indicatorName],
            direction: row[.direction], target: row[.target], unit: row[.targetUnit], achieved: row[.achieved],
            sharedWith: row[.sharedWith], weight: row.amounts[sheet.name(of: .weight)], way: row[.scoringWay],
            mode: row[.valueMode], band: row[.attainmentBand],
            givenScore: row.amounts[sheet.name(of: .givenScore)], givenReason: row[.givenScoreReason],
            deviation: row[.deviation], measures: row[.measures], evidence: row[.evidence], origin: origin(row))
    }

    private func task(_ row: CheckedRow, _ sheet: Sheet) -> TaskRecord {
        TaskRecord(
            subject: row[.subject], name: row[.taskName], content: row[.content],
            fiscal: row.amounts[sheet.name(of: .taskFiscal)], other: row.amounts[sheet.name(of: .taskOther)],
            origin: origin(row))
    }

    private func monitoring(_ row: CheckedRow, _ sheet: Sheet) -> MonitoringRecord {
        MonitoringRecord(
            subject: row[.subject], indicator: row[.indicatorName], value: row[.monitoredValue],
            amount: row.amounts[sheet.name(of: .monitoredAmount)], forecast: row[.forecastValue],
            forecastAmount: row.amounts[sheet.name(of: .forecastAmount)], likelihood: row[.likelihood],
            cause: row[.deviationKind], reason: row[.deviation], measures: row[.measures], note: row[.note],
            origin: origin(row))
    }

    private func building(_ row: CheckedRow, _ sheet: Sheet) -> BuildingRecord {
        func amount(_ role: ColumnRole) -> Int64 { row.amounts[sheet.name(of: role)] ?? 0 }
        return BuildingRecord(
            unit: row.unit, name: row[.buildingName], approvedSize: amount(.approvedSize),
            builtSize: amount(.builtSize),
            approvedCost: amount(.approvedCost), builtCost: amount(.builtCost), origin: origin(row))
    }

    private func origin(_ row: CheckedRow) -> Origin { Origin(sheet: row.sheet, row: row.number) }
}

/// A subject's code, where a row has its name instead: as with units and projects, either will do.
struct SubjectNames {
    private let codes: Set<String>
    private var byName: [String: String] = [:]

    init(_ subjects: [SubjectRecord]) {
        codes = Set(subjects.map(\.code))
        let names = Dictionary(grouping: subjects, by: \.name)
        for (name, found) in names where found.count == 1 { byName[name] = found.first?.code }
    }

    /// The word itself where it is a code, or no subject's.
    subscript(word: String) -> String { codes.contains(word) ? word : byName[word] ?? word }
}
