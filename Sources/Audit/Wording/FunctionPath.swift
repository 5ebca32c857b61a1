import Fiscal
import Standards

/// 公共安全支出（类）司法（款）行政运行（项） as it stands in running text.
struct FunctionPath {
    /// Folded names of 类, 款 and 项.
    let names: [String]

    static func all(in folded: String) -> [FunctionPath] {
        let pattern = /([^0-9,。;:、.()]{2,30})\(类\)([^,。;:()]{1,30})\(款\)([^,。;:()]{1,40})\(项\)/
        return folded.matches(of: pattern).map { match in
            // 1．or 主要用于 before the first name is none of it.
            FunctionPath(names: [String(match.output.1), String(match.output.2), String(match.output.3)])
        }
    }

    /// The members that the names mean, from the 类 down, as far as they are found below one another.
    func members(in standards: Standards) -> [Code] {
        let list = standards.classification(.function)
        var result: [Code] = []
        for (index, name) in names.enumerated() {
            let candidates =
                index == 0 ? list.ordered.filter { list.members[$0]?.level == 1 } : list.children(of: result[index - 1])
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
        let codes = found.last.map { list.children(of: $0) } ?? list.ordered.filter { list.members[$0]?.level == 1 }
        return (names[found.count], codes.map { list.name($0) })
    }

    private static func isNamed(_ list: Classification, _ code: Code, _ name: String, atEnd: Bool) -> Bool {
        guard let member = list.members[code] else { return false }
        return ([member.name] + member.aliases).contains { known in
            let folded = foldedLabel(known)
            // 公共安全（类）支出 and 公共安全支出（类） are one; words may run into the first name.
            return folded == name || folded == name + "支出" || (atEnd && name.hasSuffix(folded))
        }
    }
}
