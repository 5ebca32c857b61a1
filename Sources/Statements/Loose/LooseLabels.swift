import Fiscal
import Standards

/// The labels that a form's rows can have, and which of its parts knows each.
struct LooseLabels {
    private let parts: [Set<String>]
    /// Codes of the rows that each part always prints.
    private let codes: [Set<Code>]
    private let members: Set<Code>
    private let closing: [String: Int]

    /// Words of one label at most.
    static let longest = 12

    init(_ form: Form, standards: Standards) {
        let expansion = RowExpansion(standards: standards)
        var closing: [String: Int] = [:]
        for (index, cell) in form.closing.enumerated() {
            for label in [cell.label] + cell.aliases { closing[foldedLabel(label)] = index }
        }
        self.closing = closing
        var parts: [Set<String>] = []
        var codes: [Set<Code>] = []
        var members: Set<Code> = []
        for part in form.parts {
            let fixed = expansion.rows(of: part) { _, _, _ in [] }.filter { !$0.isBlank }
            var labels = Set(fixed.flatMap { [$0.label] + $0.aliases }.map(Self.bare))
            for dimension in Self.dimensions(of: part) {
                let list = standards.classification(dimension).members
                labels.formUnion(list.values.flatMap { [$0.name] + $0.aliases }.map(Self.bare))
                members.formUnion(list.keys)
            }
            labels.remove("")
            parts.append(labels)
            codes.append(Set(fixed.map(\.code).filter { !$0.isAll }))
        }
        self.parts = parts
        self.codes = codes
        self.members = members
    }

    private static func bare(_ label: String) -> String { Numerals.withoutOrdinal(foldedLabel(label)) }

    private static func dimensions(of part: Form.Part) -> [Dimension] {
        part.rows.compactMap { plan in
            switch plan {
            case .members(let dimension, _, _): dimension
            case .classLines: .function
            case .economicLines: .economic
            case .fixed, .blank: nil
            }
        }
    }

    /// - Parameter label: folded.
    func knows(_ label: String) -> Bool {
        let bare = Numerals.withoutOrdinal(label)
        return closing[label] != nil || parts.contains { $0.contains(bare) }
    }

    func closing(_ label: String) -> Int? { closing[label] }

    func parts(knowing label: String) -> [Int] {
        let bare = Numerals.withoutOrdinal(label)
        return parts.indices.filter { parts[$0].contains(bare) }
    }

    func isMember(_ text: String) -> Bool { Code(text).map(members.contains) ?? false }

    /// The part that always prints the code; the first where none does.
    func part(of code: Code) -> Int { codes.firstIndex { $0.contains(code) } ?? 0 }

    /// Words of one run as labels that the form knows, from left to right; nil where they are not.
    func segments(_ texts: [String]) -> [Range<Int>]? {
        guard texts.count <= 80 else { return nil }
        var failed: Set<Int> = []
        func rest(_ start: Int) -> [Range<Int>]? {
            if start == texts.count { return [] }
            guard !failed.contains(start) else { return nil }
            for end in (start + 1...min(texts.count, start + Self.longest)).reversed()
            where knows(texts[start..<end].joined()) {
                if let rest = rest(end) { return [start..<end] + rest }
            }
            failed.insert(start)
            return nil
        }
        return rest(0)
    }
}
