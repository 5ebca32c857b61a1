package import Fiscal

/// What is published: final accounts, or a budget. Each kind has its own forms, phrases and profiles (材料).
package struct PaperKind: Sendable, Hashable {
    package let name: String
    /// What covers and titles of such papers say.
    package let words: [String]
    /// What an amount of the year is where no word says more.
    package let phase: Phase
    /// The first of the list: that of books, and of papers that do not say.
    package let isUsual: Bool
}

extension StandardsLibrary {
    private static let kindsFile = "paper-kinds.csv"

    /// The kinds that are known, the usual one first.
    package func kinds() throws -> [PaperKind] {
        guard let (file, text) = nearest(Self.kindsFile, region: "") else {
            return [PaperKind(name: "", words: [], phase: .actual, isUsual: true)]
        }
        let table = try documents.table(text, file: file, columns: ["种类", "词", "阶段"])
        return try table.rows.enumerated().map { index, row in
            guard let phase = Phase.words.first(where: { $0.0 == row["阶段"] })?.1 else {
                throw table.fault(row, column: "阶段", wanted: .phase)
            }
            return PaperKind(
                name: row["种类"], words: row["词"].split(separator: "；").map { foldedLabel($0) }, phase: phase,
                isUsual: index == 0)
        }
    }

    /// The kind of a name; the usual one for nil.
    package func kind(named name: String?) throws -> PaperKind {
        let known = try kinds()
        guard let found = known.first(where: { name == nil ? $0.isUsual : $0.name == name }) else {
            throw StandardsFault(
                .unknownValue(key: "材料", found: name ?? "", allowed: known.map(\.name)), file: "Standards/cn")
        }
        return found
    }

    /// Whether a definition is of a kind; one that does not say is of the usual kind.
    func isOf(_ kind: PaperKind, _ entries: [String: YamlNode]) throws -> Bool {
        guard let node = entries["材料"] else { return kind.isUsual }
        let name = try node.text()
        let names = try kinds().map(\.name)
        guard names.contains(name) else {
            throw node.fault(.unknownValue(key: "材料", found: name, allowed: names))
        }
        return name == kind.name
    }
}
