import Fiscal
import Standards

/// 公共安全支出（类）司法（款）行政运行（项） as it stands in running text.
struct FunctionPath {
    /// Folded names of 类, 款 and 项.
    let names: [String]

    static func all(in folded: String) -> [FunctionPath] {
        guard folded.contains("(类)") else { return [] }
        let text = Array(folded.unicodeScalars)
        var result: [FunctionPath] = []
        var (place, reached) = (0, 0)
        while place < text.count {
            let head = place
            place += 1
            guard isMark(text, head, "类") else { continue }
            // 1．or 主要用于 before the first name is none of it.
            let name = text[reached..<head].reversed().prefix { !nameStops.contains($0) }.prefix(longestClass)
            guard name.count > 1, let (group, afterGroup) = self.name(text, head + markLength, "款"),
                let (item, end) = self.name(text, afterGroup, "项")
            else { continue }
            result.append(FunctionPath(names: [String(scalars: text[(head - name.count)..<head]), group, item]))
            (place, reached) = (end, end)
        }
        return result
    }

    private static let nameStops = Set("0123456789,。;:、.()".unicodeScalars)
    private static let pathStops = Set(",。;:()".unicodeScalars)
    private static let spending = "支出"
    private static let longestClass = 30
    private static let longestItem = 40
    /// (类)
    private static let markLength = 3

    private static func isMark(_ text: [Unicode.Scalar], _ start: Int, _ level: Unicode.Scalar) -> Bool {
        start + 2 < text.count && text[start] == "(" && text[start + 1] == level && text[start + 2] == ")"
    }

    /// A name with its level behind it, and where that ends.
    private static func name(_ text: [Unicode.Scalar], _ start: Int, _ level: Unicode.Scalar) -> (String, Int)? {
        let name = text[min(start, text.count)...].prefix { !pathStops.contains($0) }
        guard !name.isEmpty, name.count <= longestItem, isMark(text, name.endIndex, level) else { return nil }
        return (String(scalars: name), name.endIndex + markLength)
    }

    /// The members that the names mean, from the 类 down, as far as they are found below one another.
    func members(in standards: Standards) -> [Code] {
        let list = standards.classification(.function)
        var result: [Code] = []
        for (index, name) in names.enumerated() {
            let candidates =
                index == 0 ? list.classes : list.children(of: result[index - 1])
            guard let code = candidates.first(where: { Self.isNamed(list, $0, name, atEnd: index == 0) }) else { break }
            result.append(code)
        }
        return result
    }

    /// The first name that is not found where it should stand, with the names that stand there; nil where all are found.
    func unknown(in standards: Standards) -> (name: String, candidates: [String])? {
        let found = members(in: standards)
        guard found.count < names.count else { return nil }
        let list = standards.classification(.function)
        let codes = found.last.map { list.children(of: $0) } ?? list.classes
        return (names[found.count], codes.map { list.name($0) })
    }

    private static func isNamed(_ list: Classification, _ code: Code, _ name: String, atEnd: Bool) -> Bool {
        guard let member = list.members[code] else { return false }
        return member.foldedNames.contains { folded in
            // 公共安全（类）支出 and 公共安全支出（类） are one; words may run into the first name.
            folded.hasSameBytes(as: name) || (atEnd && name.hasSuffix(folded))
                || folded.utf8.count == name.utf8.count + Self.spending.utf8.count && folded.hasSuffix(Self.spending)
                    && folded.hasPrefix(name)
        }
    }
}
