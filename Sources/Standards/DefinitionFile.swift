import Fiscal

/// A definition file as text.
struct DefinitionFile: Sendable {
    /// Below `Standards/`, which tells it from all others.
    let path: String
    let text: String

    var isYaml: Bool { path.hasSuffix(".yaml") }
}

/// What definitions are asked for.
package enum DefinitionUse: Sendable {
    /// A book is read and its papers are made.
    case making
    /// A paper of anyone's is read and checked: how papers are laid out is not asked for.
    case reading

    /// Folders, and files that stand in none, that are parsed beforehand.
    fileprivate var wanted: Set<String> {
        switch self {
        case .making: Self.always.union(Self.printed)
        case .reading: Self.always.union(Self.checked)
        }
    }

    private static let always: Set<String> = [
        "profiles", "forms", "phrases", "sheets", "report-phrases", "report-outlines", "subject-phrases",
        "subject-charts",
        "evaluation", "reading", "schemes", "definitions", "concepts.yaml", SourceList.path,
    ]
    private static let printed: Set<String> = ["charts", "evaluation-layouts"]
    private static let checked: Set<String> = [
        "rules", "wording", "codes", "regions.csv", "rule-families.csv", "paper-kinds.csv",
    ]
}

extension StandardsLibrary {
    /// Parses what will be asked for of any place, on all cores, so that it is ready. A fault is told by who asks for the
    /// file.
    package func prepare(for use: DefinitionUse) {
        let files = wanted(for: use, region: "")
        _ = Stretches.each(files.count) { documents.prepare(files[$0]) }
    }

    /// What will be asked for, the longest first, so that none is left alone at the end.
    func wanted(for use: DefinitionUse, region: String) -> [DefinitionFile] {
        let wanted = use.wanted
        return chain(region: region).flatMap { place in wanted.flatMap { inFolders[place]?[$0] ?? [] } }
            .sorted { $0.text.utf8.count > $1.text.utf8.count }
    }
}
