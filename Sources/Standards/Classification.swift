package import Fiscal

/// One dimension's members in one year: codes, names and the tree they form. A class, since it is handed on for every
/// figure and never changes.
package final class Classification: Sendable {
    package struct Member: Sendable, Hashable {
        package let code: Code
        package let name: String
        package let aliases: [String]
        /// nil for a root.
        package let parent: Code?
        /// 1 for 类 or a root, 2 for 款, 3 for 项.
        package let level: Int
        /// The id used in output for programs; the code where there is none.
        package let id: String
        /// 政府性基金 and the like for a functional code; empty where general.
        package let fund: String
        /// Whether a public text confirms it.
        package let isConfirmed: Bool
        package let source: String
        /// Name and aliases as compared.
        package let foldedNames: [String]

        package init(
            code: Code, name: String, aliases: [String] = [], parent: Code?, level: Int, id: String = "",
            fund: String = "", isConfirmed: Bool = true, source: String = ""
        ) {
            self.code = code
            self.name = name
            self.aliases = aliases
            self.parent = parent
            self.level = level
            self.id = id.isEmpty ? code.text : id
            self.fund = fund
            self.isConfirmed = isConfirmed
            self.source = source
            foldedNames = ([name] + aliases).map { Classification.folded($0) }
        }
    }

    package let members: [Code: Member]
    /// All codes, ascending.
    package let ordered: [Code]
    /// Those of level 1, ascending.
    package let classes: [Code]
    /// How long its codes are, of those that are no words.
    package let lengths: Set<Int>
    /// Codes ended before this year with the code that took their place, where that is known.
    package let successors: [Code: Code]
    /// Codes known in some other year only, with the years.
    package let otherYears: [Code: ClosedRange<Int>]
    /// Ascending: 行政运行 is the name of dozens of codes.
    private let byName: [String: [Code]]
    private let children: [Code: [Code]]

    private static let shortestCode = 3

    package static let empty = Classification(members: [])

    package init(
        members list: [Member], successors: [Code: Code] = [:], otherYears: [Code: ClosedRange<Int>] = [:]
    ) {
        var members: [Code: Member] = [:]
        var byName: [String: [Code]] = [:]
        var children: [Code: [Code]] = [:]
        for member in list {
            members[member.code] = member
            if let parent = member.parent { children[parent, default: []].append(member.code) }
        }
        ordered = members.keys.sorted()
        classes = ordered.filter { members[$0]?.level == 1 }
        lengths = Set(members.keys.lazy.map(\.length).filter { $0 >= Self.shortestCode })
        for code in ordered {
            guard let member = members[code] else { continue }
            for name in member.foldedNames.count == 1 ? member.foldedNames : Array(Set(member.foldedNames)) {
                byName[name, default: []].append(code)
            }
        }
        self.members = members
        self.byName = byName
        self.children = children.mapValues { $0.sorted() }
        self.successors = successors
        self.otherYears = otherYears
    }

    package func name(_ code: Code) -> String { members[code]?.name ?? code.text }

    /// All codes whose name or alias this is, folded, ascending.
    package func codes(named folded: String) -> [Code] { byName[folded] ?? [] }

    package func children(of code: Code) -> [Code] { children[code] ?? [] }

    /// The code and everything above it, nearest first.
    package func path(_ code: Code) -> [Code] {
        var result: [Code] = []
        var next: Code? = code
        while let current = next, let member = members[current], result.count < 16 {
            result.append(current)
            next = member.parent
        }
        return result
    }

    /// Whether `code` is `ancestor` or stands under it; everything stands under the whole.
    package func contains(_ code: Code, under ancestor: Code) -> Bool {
        ancestor.isAll || path(code).contains(ancestor)
    }

    /// The ancestor (or itself) at a level; nil above the root or below the code.
    package func ancestor(of code: Code, level: Int) -> Code? {
        path(code).first { members[$0]?.level == level }
    }

    /// The one code that is meant: by code, by code and name (`2040601 行政运行`), by name or alias; widths, brackets and
    /// quotation marks folded. nil too where several codes bear the name.
    ///
    /// - Parameter level: what the place wants; a name is that of another level only where no code of this one bears it.
    package func find(_ text: String, level: Int? = nil) -> Code? {
        let found = matches(text, level: level)
        return found.count == 1 ? found[0] : nil
    }

    /// All codes that the text may mean, ascending; of a name without a wanted level, those highest in the tree.
    package func matches(_ text: String, level: Int? = nil) -> [Code] {
        if let code = Code(text.trimmed), members[code] != nil { return [code] }
        if let named = byName[Self.folded(text)] {
            let levels = named.compactMap { members[$0]?.level }
            let wanted = level.flatMap { levels.contains($0) ? $0 : nil } ?? levels.min()
            return named.filter { members[$0]?.level == wanted }
        }
        // A name may follow its code with or without a space.
        let written = text.trimmed.prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }
        let name = Self.folded(String(text.trimmed.dropFirst(written.count)))
        guard let code = Code(written), let member = members[code],
            member.foldedNames.contains(name)
        else { return [] }
        return [code]
    }

    /// The code that is written, or every code of the name, of whatever level, ascending: for who tells them apart himself.
    package func candidates(_ text: String) -> [Code] {
        if let code = Code(text.trimmed), members[code] != nil { return [code] }
        let named = byName[Self.folded(text)] ?? []
        return named.isEmpty ? matches(text) : named
    }

    /// The code with its name and what it stands under: what tells codes of one name apart.
    package func described(_ code: Code) -> String {
        let above = path(code).dropFirst().first.map { "（\(name($0))）" } ?? ""
        return "\(code.text) \(name(code))\(above)"
    }

    /// The code that this year has for one of another year: itself, its successor, or what it stood under.
    package func carried(_ code: Code) -> Code? {
        var next = code
        for _ in 0..<8 {
            if members[next] != nil { return next }
            guard let successor = successors[next] else { break }
            next = successor
        }
        var text = Substring(code.text)
        while text.count > 3 {
            text = text.dropLast(2)
            if let above = Code(text), members[above] != nil { return above }
        }
        return nil
    }

    /// Names close to what was written, nearest first: what a message offers.
    ///
    /// - Parameter groups: what the place has codes of; empty = any.
    package func nearest(to text: String, under groups: Set<Code> = [], limit: Int = 3) -> [String] {
        let wanted = Array(Self.folded(text))
        let near = members.values.filter { member in
            groups.isEmpty || groups.contains { contains(member.code, under: $0) && $0 != member.code }
        }
        let scored = near.map { member -> (Int, Int, String) in
            let code = Array(member.code.text)
            let byCode = editDistance(code, wanted)
            let byName = editDistance(Array(member.foldedNames.first ?? ""), wanted)
            // Of codes as far away, those of the same 款 come first: the last digits are what is mistyped.
            let shared = zip(code, wanted).prefix { $0 == $1 }.count
            return (min(byCode, byName), byCode <= byName ? -shared : 0, "\(member.code.text) \(member.name)")
        }
        return scored.sorted { ($0.0 + $0.1, $0.2) < ($1.0 + $1.1, $1.2) }.prefix(limit).map(\.2)
    }

    static func folded(_ text: String) -> String { foldedLabel(text) }
}

/// Levenshtein distance, for suggestions only.
package func editDistance(_ left: [Character], _ right: [Character]) -> Int {
    guard !left.isEmpty, !right.isEmpty else { return max(left.count, right.count) }
    var previous = Array(0...right.count)
    for (i, a) in left.enumerated() {
        var current = [i + 1]
        for (j, b) in right.enumerated() {
            current.append(min(previous[j + 1] + 1, current[j] + 1, previous[j] + (a == b ? 0 : 1)))
        }
        previous = current
    }
    return previous[right.count]
}
