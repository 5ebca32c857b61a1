import Fiscal

extension StandardsLibrary {
    private static let indicatorColumns = [
        "领域", "一级指标", "二级指标", "指标名称", "又名", "方向", "计量单位", "常见指标值", "功能科目", "佐证资料", "赋分方式", "来源", "说明",
    ]

    /// The shared indicators of a place, checked: levels, directions and ways are those of the sheet and of the forms, codes
    /// are known in some year, and no name stands twice under one field and level.
    package func indicators(for standards: Standards) throws -> IndicatorLibrary {
        var all: [SharedIndicator] = []
        var seen: Set<[String]> = []
        let checker = IndicatorRowChecker(standards: standards)
        for place in chain(region: standards.region) {
            for (path, text) in (files[place] ?? [:]).sorted(by: { $0.key < $1.key })
            where path.hasPrefix("indicators/") && path.hasSuffix(".csv") {
                let table = try CsvTable(text, file: place + "/" + path, columns: Self.indicatorColumns)
                for row in table.rows {
                    let entry = try checker.entry(row, of: table)
                    guard seen.insert([entry.field, entry.second, foldedLabel(entry.name)]).inserted else {
                        throw StandardsFault(
                            .wrongType(key: "指标名称", found: .written(entry.name), wanted: .uniqueWord),
                            file: table.file, line: row.line)
                    }
                    all.append(entry)
                }
            }
        }
        return IndicatorLibrary(all, definitions: standards.evaluations)
    }
}

/// Rows of `indicators/*.csv` → indicators.
private struct IndicatorRowChecker {
    let standards: Standards
    private let directions: [String]
    private let ways: [String]

    init(standards: Standards) {
        self.standards = standards
        let sheet = standards.sheet(.indicators)
        func choices(_ role: ColumnRole) -> [String] {
            guard case .choice(let allowed)? = sheet?.column(role)?.type else { return [] }
            return allowed
        }
        directions = choices(.direction)
        ways = choices(.scoringWay)
    }

    func entry(_ row: CsvTable.Row, of table: CsvTable) throws -> SharedIndicator {
        func fault(_ column: String, _ allowed: [String]) -> StandardsFault {
            StandardsFault(
                .unknownValue(key: column, found: row[column], allowed: allowed), file: table.file, line: row.line)
        }
        for column in ["领域", "指标名称", "来源"] where row[column].isEmpty { throw fault(column, []) }
        let forms = standards.evaluations
        for (column, allowed) in [("一级指标", forms.firstLevels), ("二级指标", forms.secondLevels)]
        where !allowed.contains(foldedLabel(row[column])) { throw fault(column, allowed) }
        for (column, allowed) in [("方向", directions), ("赋分方式", ways)]
        where !row[column].isEmpty && !allowed.contains(row[column]) { throw fault(column, allowed) }
        return SharedIndicator(
            field: row["领域"], first: row["一级指标"], second: row["二级指标"], name: row["指标名称"],
            aliases: Self.parts(row["又名"]), direction: row["方向"], unit: row["计量单位"], usual: Self.parts(row["常见指标值"]),
            functions: try codes(row, table), evidence: row["佐证资料"], way: row["赋分方式"], source: row["来源"],
            note: row["说明"])
    }

    private func codes(_ row: CsvTable.Row, _ table: CsvTable) throws -> [Code] {
        let functions = standards.classification(.function)
        return try Self.parts(row["功能科目"]).map { text in
            guard let code = Code(text), functions.members[code] != nil || functions.otherYears[code] != nil else {
                throw table.fault(row, column: "功能科目", wanted: .code)
            }
            return code
        }
    }

    private static func parts(_ text: String) -> [String] {
        text.split { "；;".contains($0) }.map { String($0).trimmed }.filter { !$0.isEmpty }
    }
}
