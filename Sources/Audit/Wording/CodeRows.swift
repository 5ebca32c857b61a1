import Fiscal
import Publication
import Standards

/// The rows of a table that carry a code, with the list the codes are of.
struct CodeRows {
    let table: ReadTable
    let list: Classification
    /// Of a table whose rows are members that have figures; its levels are printed, parents first.
    let levels: Set<Int>
    let rows: [ReadRow]

    static func all(of paper: WordingContext) -> [CodeRows] {
        paper.tables.flatMap { table in
            table.form.parts.enumerated().compactMap { index, part in
                guard let (dimension, levels) = dimension(of: part) else { return nil }
                let rows = table.rows.filter { $0.part == index && !$0.code.isEmpty }
                return CodeRows(
                    table: table, list: paper.standards.classification(dimension), levels: levels, rows: rows)
            }
        }
    }

    private static func dimension(of part: Form.Part) -> (Dimension, Set<Int>)? {
        guard part.keyColumns.contains(where: { $0.content != .name && $0.content != .rowNumber }) else { return nil }
        for plan in part.rows {
            switch plan {
            case .members(let dimension, let levels, _): return (dimension, Set(levels))
            case .economicLines: return (.economic, [])
            case .classLines: return (.function, [])
            case .fixed, .blank: continue
            }
        }
        return nil
    }

    /// Lengths that codes of the list have.
    var lengths: Set<Int> { list.lengths }

    /// Codes of a length that no code has: some rows of them are a reader's doing, not the paper's.
    var ragged: [ReadRow] { rows.filter { !lengths.contains($0.code.count) || Code($0.code) == nil } }

    /// Whether the codes were recognised badly: several lack a digit and their names are good.
    var isRagged: Bool { ragged.count >= 3 }

    func member(_ row: ReadRow) -> Classification.Member? { Code(row.code).flatMap { list.members[$0] } }

    /// Whether a printed name is the list's, or one that it is known under.
    func isNamed(_ row: ReadRow) -> Bool {
        guard let member = member(row) else { return false }
        return Self.isName(row.name, of: member)
    }

    static func isName(_ name: String, of member: Classification.Member) -> Bool {
        let folded = bare(name)
        return member.foldedNames.contains { $0.hasSameBytes(as: folded) }
    }

    /// A name without its number and 其中：. Stricter than `Numerals.withoutOrdinal`: （1） may be a remark that the name has.
    static func bare(_ name: String) -> String {
        let folded = foldedLabel(name)
        let rest = folded.hasPrefix("其中:") ? String(folded.dropFirst(3)) : folded
        return rest.first == "(" && rest.dropFirst().first?.isDigit == true ? rest : Numerals.withoutOrdinal(rest)
    }

    func place(_ row: ReadRow) -> FindingPlace {
        FindingPlace(text: [row.code, row.name].filter { !$0.isEmpty }.joined(separator: " "), place: row.place)
    }

    /// 2040601 → those above it that codes of the list would have.
    func ancestors(of code: String) -> [String] {
        lengths.filter { $0 < code.count }.sorted().map { String(code.prefix($0)) }
    }
}

extension ReadTable {
    /// Whether its form's rows have labels at all.
    var hasLabels: Bool { form.parts.contains { !$0.keyColumns.isEmpty } }
}

extension WordingResult {
    /// Says that rows with codes were not told.
    mutating func lackRows(_ tables: [CodeRows]) {
        if tables.isEmpty { lack(WordingWords.noCodeTables) }
        for table in tables where table.rows.isEmpty && table.table.isEmpty != true {
            lack(WordingWords.noRows(table.table.name))
        }
    }
}
