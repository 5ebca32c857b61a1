package import Fiscal

/// Reads the code lists of `codes/` for one year.
struct CodeLists {
    let library: StandardsLibrary
    let region: String
    let year: Int

    private static let files: [(Dimension, String)] = [
        // The longest first.
        (.function, "功能分类"), (.fund, "资金性质"), (.economic, "经济分类"), (.kind, "支出性质"), (.item, "事项"), (.size, "供应商规模"),
    ]

    /// - Parameters:
    ///   - others: how many other pieces of work are done beside them, and each of these by its number.
    func load(beside others: Int, _ work: @Sendable (Int) -> Void) throws -> [Dimension: Classification] {
        let files = Self.files
        let lists = Stretches.each(files.count + others) { index -> Result<Classification, any Error>? in
            guard index >= files.count else { return Result { try list(files[index].1) } }
            work(index - files.count)
            return nil
        }.compactMap(\.self)
        return Dictionary(
            try zip(files, lists).map { ($0.0, try $1.get()) }, uniquingKeysWith: { first, _ in first })
    }

    /// A list that is no dimension of facts (政府经济分类, 收入分类), by its file's name.
    func named(_ name: String) throws -> Classification { try list(name) }

    /// Names of the lists that are no dimension.
    var others: [String] {
        let own = Set(Self.files.flatMap { [$0.1, $0.1 + "组"] })
        let names = library.chain(region: region).flatMap { library.files[$0]?.keys.map { $0 } ?? [] }
        return Set(
            names.filter { $0.hasPrefix("codes/") && $0.hasSuffix(".csv") }.map { String($0.dropFirst(6).dropLast(4)) }
        )
        .filter { name in
            let text = library.nearest("codes/\(name).csv", region: region)?.text ?? ""
            return !own.contains(name) && text.prefix { !$0.isNewline }.split(separator: ",").contains("编码")
        }.sorted()
    }

    /// Which codes of one list go with which of another.
    func pairs(_ name: String) throws -> CodePairs {
        guard let (file, text) = library.nearest("codes/\(name).csv", region: region) else {
            throw StandardsFault(.missingFile("codes/\(name).csv"), file: "Standards")
        }
        let table = try library.documents.table(text, file: file, columns: ["部门编码", "政府编码"])
        var known: [Code: Set<Code>] = [:]
        for row in table.rows {
            let from = try table.year(row, "起始年度", otherwise: 0)
            let to = try table.year(row, "截止年度", otherwise: 9999)
            guard (from...max(from, to)).contains(year) else { continue }
            guard let first = Code(row["部门编码"]), let second = Code(row["政府编码"]) else {
                throw table.fault(row, column: "部门编码", wanted: .code)
            }
            known[first, default: []].insert(second)
        }
        return CodePairs(known: known)
    }

    private func list(_ name: String) throws -> Classification {
        guard let (file, text) = library.nearest("codes/\(name).csv", region: region) else { return .empty }
        let table = try library.documents.table(text, file: file, columns: ["编码", "名称"])
        let groups = try library.nearest("codes/\(name)组.csv", region: region).map {
            try library.documents.table($0.text, file: $0.file, columns: ["编码", "名称"])
        }
        var members = try groups?.rows.map { try member($0, in: groups ?? table, parent: nil, level: 0) } ?? []
        let groupCodes = Dictionary(members.map { ($0.name, $0.code) }, uniquingKeysWith: { first, _ in first })
        var others: [Code: ClosedRange<Int>] = [:]
        var successors: [Code: Code] = [:]
        for row in table.rows {
            let from = try table.year(row, "起始年度", otherwise: 0)
            let to = try table.year(row, "截止年度", otherwise: 9999)
            guard let code = Code(row["编码"]) else {
                throw table.fault(row, column: "编码", wanted: .shortCode)
            }
            guard from <= to else { throw table.fault(row, column: "截止年度", wanted: .yearNotBeforeFirst) }
            guard (from...to).contains(year) else {
                others[code] = from...to
                successors[code] = Code(row["接续"])
                continue
            }
            let parent = try parent(of: row, code: code, table: table, groups: groupCodes)
            members.append(try member(row, in: table, parent: parent, level: try level(row, code: code, table: table)))
        }
        try check(members, table: table)
        return Classification(members: members, successors: successors, otherYears: others)
    }

    private func parent(
        of row: CsvTable.Row, code: Code, table: CsvTable, groups: [String: Code]
    ) throws -> Code? {
        if row.value("上级编码") != nil { return Code(row["上级编码"]) }
        if let group = groups[row["归属"]], row["层级"] == "类" { return group }
        return code.text.count > 3 ? Code(code.text.dropLast(2)) : nil
    }

    private func level(_ row: CsvTable.Row, code: Code, table: CsvTable) throws -> Int {
        switch row["层级"] {
        case "类": return 1
        case "款": return 2
        case "项": return 3
        case "": return 0
        default: throw table.fault(row, column: "层级", wanted: .level)
        }
    }

    private func member(
        _ row: CsvTable.Row, in table: CsvTable, parent: Code?, level: Int
    ) throws -> Classification.Member {
        guard let code = Code(row["编码"]) else {
            throw table.fault(row, column: "编码", wanted: .shortCode)
        }
        let marks = row["来源"].split(whereSeparator: { "+、 ；;".contains($0) }).map(String.init)
        return Classification.Member(
            code: code, name: row["名称"],
            aliases: row["又名"].split(whereSeparator: { "；;、".contains($0) }).map(String.init),
            parent: parent, level: level, id: row["标识"], fund: row["资金"],
            isConfirmed: marks.contains { $0 != "K" }, source: row["来源"])
    }

    /// A tree must hang together: every parent exists and no path runs in a circle.
    private func check(_ members: [Classification.Member], table: CsvTable) throws {
        let parents = Dictionary(members.map { ($0.code, $0.parent) }, uniquingKeysWith: { first, _ in first })
        guard parents.count == members.count else {
            let twice = Dictionary(grouping: members, by: \.code).first { $0.value.count > 1 }
            throw StandardsFault(.overlappingYears(id: twice?.key.text ?? "", other: table.file), file: table.file)
        }
        for member in members {
            var next = member.parent
            var steps = 0
            while let code = next {
                guard let above = parents[code] else {
                    throw StandardsFault(.unknownParent(code: member.code.text), file: table.file)
                }
                steps += 1
                guard steps < 16 else { throw StandardsFault(.cycle(member.code.text), file: table.file) }
                next = above
            }
        }
    }
}

/// Which codes of one list usually go with one of another (经济分类对照). Not binding: most rows are unconfirmed.
package struct CodePairs: Sendable {
    let known: [Code: Set<Code>]

    init(known: [Code: Set<Code>]) { self.known = known }

    /// The codes that usually go with this one, ascending; empty where nothing is known.
    package func partners(of code: Code) -> [Code] { (known[code] ?? []).sorted() }
}
