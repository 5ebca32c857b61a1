import Fiscal
import Standards

/// Joins one sheet of several books.
struct SheetJoiner {
    let definition: Sheet
    let consolidation: Consolidation
    let rootCode: String
    let sharedRoot: String?
    private var notes: [String] = []
    private var rows: [(cells: [String: String], source: String)] = []
    private var seen: Set<[String: String]> = []

    init(definition: Sheet, consolidation: Consolidation, rootCode: String, sharedRoot: String?) {
        self.definition = definition
        self.consolidation = consolidation
        self.rootCode = rootCode
        self.sharedRoot = sharedRoot
    }

    /// The department as a unit above all others.
    mutating func addRoot(named name: String) {
        var cells = [definition.name(of: .unitCode): rootCode, definition.name(of: .unitName): name]
        for column in definition.columns where column.isRequired && cells[column.name] == nil {
            cells[column.name] = consolidation.sources.first?.book.units.root?.kind ?? ""
        }
        rows.append((cells, ""))
    }

    mutating func add(_ source: ConsolidationSource) {
        let units = source.book.units
        let own = units.root?.code ?? ""
        let subjects = SubjectNames(source.book.evaluation.subjects)
        for sheet in source.book.sheets where sheet.name == definition.id || isReasons(sheet) {
            let extra = sheet.header.filter { $0.hasPrefix("备注") && $0 != Consolidation.sourceColumn }
            notes += extra.filter { !notes.contains($0) }
            for row in sheet.rows where !row.isExample {
                var cells: [String: String] = [:]
                for name in definition.columns.map(\.name) + extra { cells[name] = sheet.text(name, in: row) }
                if isReasons(sheet), cells[definition.name(of: .reason), default: ""].isEmpty { continue }
                for column in definition.columns where column.type == .unit {
                    cells[column.name] = unit(cells[column.name, default: ""], column, units: units, own: own)
                }
                if definition.role == .units { place(&cells) }
                // A name that is one subject's in its book may be several's in the new one.
                for role in [ColumnRole.subject, .sharedWith] {
                    if let column = definition.column(role)?.name, let word = cells[column] {
                        cells[column] = subjects[word]
                    }
                }
                if let codes = consolidation.subjectCodes[source.name] { rename(codes, &cells, of: source.book) }
                let fileColumn = definition.name(of: .file)
                if definition.role == .attachments, let file = cells[fileColumn], !source.path.isEmpty {
                    cells[fileColumn] = source.path + "/" + file
                }
                // What stands for the department itself in every book is kept once.
                if isShared(cells), !seen.insert(cells).inserted { continue }
                rows.append((cells, "\(source.name) \(sheet.file) 第 \(row.number) 行"))
            }
        }
    }

    /// A unit's code, whatever it was called by.
    private func unit(_ text: String, _ column: Sheet.Column, units: UnitTree, own: String) -> String {
        if text.isEmpty { return column.role == .counterparty ? "" : own }
        if let code = units.find(text) { return code }
        let head = consolidation.headUnit
        return head.map { $0.name == text + UnitTree.ownSuffix } ?? false ? head?.code ?? text : text
    }

    /// Gives subjects of evaluation the codes that they have in the new book, wherever they are named.
    private func rename(_ codes: [String: String], _ cells: inout [String: String], of book: Book) {
        if definition.role == .subjects {
            // A subject finds its project by its code: what is called otherwise has to name it.
            let (own, covered) = (definition.name(of: .subjectCode), definition.name(of: .coveredProjects))
            let names = [cells[own] ?? "", cells[definition.name(of: .subjectName)] ?? ""]
            if cells[covered, default: ""].isEmpty, codes[names[0]] != nil,
                let project = book.projects.first(where: { names.contains($0.code) || names.contains($0.name) }),
                let subject = book.evaluation.subjects.first(where: { $0.code == names[0] }), subject.kind == .project
            {
                cells[covered] = project.code
            }
        }
        for role in [ColumnRole.subjectCode, .subject, .sharedWith] {
            guard let column = definition.column(role)?.name, let new = cells[column].flatMap({ codes[$0] }) else {
                continue
            }
            cells[column] = new
        }
        // 部门评价报告.P001.项目概况: words of a report that are about one subject.
        if definition.role == .texts, let column = definition.column(.paragraph)?.name {
            var parts = cells[column, default: ""].split(separator: ".", omittingEmptySubsequences: false).map(
                String.init)
            if parts.count > 2, let new = codes[parts[1]] {
                parts[1] = new
                cells[column] = parts.joined(separator: ".")
            }
        }
    }

    /// Puts a book's own top under the department.
    private func place(_ cells: inout [String: String]) {
        guard sharedRoot == nil else { return }
        let (code, parent) = (definition.name(of: .unitCode), definition.name(of: .unitParent))
        if cells[parent, default: ""].isEmpty { cells[parent] = rootCode }
        if let head = consolidation.headUnit, cells[code] == head.code {
            cells[definition.name(of: .unitName)] = head.name
        }
    }

    private func isReasons(_ sheet: RawSheet) -> Bool {
        definition.role == .reasons && sheet.name == BookReader.openReasons
    }

    private func isShared(_ cells: [String: String]) -> Bool {
        switch definition.role {
        case .units: return cells[definition.name(of: .unitCode)] == sharedRoot
        case .undisclosed: return true
        default:
            guard let owner = definition.owner?.name else { return false }
            return cells[owner] == sharedRoot && definition.column(.voucher) == nil
        }
    }

    /// Figures stated by every book for itself add up to the department's; what only some state is told.
    mutating func addSums() -> [ConsolidationNote] {
        guard sharedRoot == nil else { return [] }
        let owner = definition.owner?.name ?? ""
        let amountColumn = definition.facts.first { $0.use == .stated }?.column ?? ""
        let roots = consolidation.sources.compactMap(\.book.units.root?.code)
        let keys = definition.columns.map(\.name).filter { $0 != amountColumn && $0 != owner }
        var sums: [[String]: (amount: Int64, units: Set<String>)] = [:]
        var order: [[String]] = []
        for (cells, _) in rows where roots.contains(cells[owner, default: ""]) {
            guard let amount = try? NumberText.parseYuan(cells[amountColumn, default: ""]).fen else { continue }
            let key = keys.map { cells[$0, default: ""] }
            if sums[key] == nil { order.append(key) }
            sums[key, default: (0, [])].amount += amount
            sums[key]?.units.insert(cells[owner, default: ""])
        }
        return order.compactMap { key in
            guard let sum = sums[key] else { return nil }
            let what = key.filter { !$0.isEmpty }.joined(separator: " ")
            let spec = spec(of: Dictionary(uniqueKeysWithValues: zip(keys, key)))
            let concept = spec?.concept.flatMap { consolidation.standards.concepts[$0] }
            if concept?.isAdditive == false { return .notAdditive(sheet: definition.id, what: what) }
            guard sum.units.count == roots.count else {
                return .notSummed(sheet: definition.id, what: what, stated: sum.units.count, units: roots.count)
            }
            if let spec, mayHoldTransfers(spec) {
                return .mayHoldTransfers(sheet: definition.id, what: what, amount: sum.amount)
            }
            var cells = Dictionary(uniqueKeysWithValues: zip(keys, key))
            cells[owner] = rootCode
            cells[amountColumn] = PrintedNumber(mantissa: sum.amount, decimals: 2).text()
            rows.append((cells, "各账套相加"))
            let isMoney = concept?.measure == .money
            return .summed(sheet: definition.id, what: what, amount: sum.amount, isMoney: isMoney)
        }
    }

    /// What a stated row is about.
    private func spec(of cells: [String: String]) -> FactSpec? {
        let standards = consolidation.standards
        var named: FactSpec?
        var own = Coordinates.all
        for column in definition.columns {
            guard let text = cells[column.name], !text.isEmpty else { continue }
            switch column.type {
            case .concept: named = standards.concepts.find(text)
            case .member(let dimension, _): own[dimension] = standards.classification(dimension).find(text) ?? .all
            default: continue
            }
        }
        guard var spec = named else { return nil }
        spec.coordinates = spec.coordinates.overlaid(by: own)
        return spec
    }

    /// Whether units' figures may hold money that one gave another: lines of the concept may be transfers, and its fund
    /// is of the kind that transfers are paid from, which is never an appropriation.
    private func mayHoldTransfers(_ spec: FactSpec) -> Bool {
        let standards = consolidation.standards
        let funds = standards.classification(.fund)
        let transfers = standards.sheets.flatMap { sheet in sheet.transfers.map { (sheet: sheet, transfer: $0) } }
        let received = Set(transfers.compactMap { funds.path($0.transfer.coordinates.fund).last })
        let fund = funds.path(spec.coordinates.fund).last
        guard let concept = spec.concept, fund.map(received.contains) ?? true else { return false }
        let leaves = standards.concepts.leaves(of: concept)
        return transfers.contains { sheet, transfer in
            sheet.facts.contains { $0.spec.concept.map(leaves.contains) ?? false }
                && [Dimension.kind, .function].allSatisfy { dimension in
                    let (asked, wanted) = (spec.coordinates[dimension], transfer.coordinates[dimension])
                    let list = standards.classification(dimension)
                    return asked.isAll || list.contains(wanted, under: asked) || list.contains(asked, under: wanted)
                }
        }
    }

    func sheet() -> RawSheet {
        let header = definition.columns.map(\.name) + notes + [Consolidation.sourceColumn]
        return RawSheet(
            name: definition.id, file: definition.id, header: header,
            rows: rows.enumerated().map { index, row in
                RawSheet.Row(
                    number: index + 2,
                    cells: header.map { $0 == Consolidation.sourceColumn ? row.source : row.cells[$0] ?? "" })
            })
    }
}
