import Fiscal
import Standards

/// Words found in a text that name a subject, a member of a dimension, or something the section does not speak of.
struct Mention {
    var range: Range<Int>
    /// Indices of `ClaimSlots.subjects`.
    var subjects: Set<Int> = []
    /// nil: the name belongs to several members, or to none that is known.
    var members: [Dimension: Code?] = [:]
    /// What the words restrict a figure to, where they name no subject or member at hand.
    var restricts: FactSpec?
    /// 合计, 总计, 总额: never the member at hand.
    var isWhole = false
}

/// Every word by which the figures of some phrases can be named.
struct ClaimWords {
    private struct Entry {
        let word: Needle
        var subjects: Set<Int> = []
        var members: [Dimension: Set<Code>] = [:]
        var restricts: FactSpec?
        var isOwn: Bool { !subjects.isEmpty || !members.isEmpty }
    }

    /// Entries by their first scalar, longest first.
    private let entries: [UInt32: [Entry]]
    private let paths: FunctionPaths
    private static let wholeWords = Needle.list("合计 总计 总额 三公")

    init(slots: ClaimSlots, standards: Standards, paths known: ClaimPaths) {
        var byWord: [Needle: Entry] = [:]
        Self.addSubjects(slots, standards, to: &byWord)
        Self.addMembers(slots, standards, to: &byWord)
        for (name, spec) in Self.others(standards, dimensions: Set(slots.scopes.map(\.dimension))) {
            Self.edit(name, in: &byWord) { if $0.restricts == nil { $0.restricts = spec } }
        }
        entries = Dictionary(grouping: byWord.values.map(\.self)) { $0.word.scalars[0] }
            .mapValues { $0.sorted { $0.word.count > $1.word.count } }
        let hasFunctions = slots.scopes.contains { $0.dimension == .function }
        paths = hasFunctions ? known.paths(standards) : FunctionPaths(.empty)
    }

    private static func edit(_ text: String, in byWord: inout [Needle: Entry], _ change: (inout Entry) -> Void) {
        let word = Needle(text)
        guard word.count > 0 else { return }
        change(&byWord[word, default: Entry(word: word)])
    }

    private static func addSubjects(_ slots: ClaimSlots, _ standards: Standards, to byWord: inout [Needle: Entry]) {
        let hasItems = slots.scopes.contains { $0.dimension == .item }
        for (index, subject) in slots.subjects.enumerated() {
            let item = subject.spec.coordinates.item
            for word in subject.words {
                edit(word, in: &byWord) {
                    $0.subjects.insert(index)
                    // 公务接待费支出 names its item too, beside a loop over items.
                    if hasItems, !item.isAll { $0.members[.item, default: []].insert(item) }
                }
            }
        }
        for (index, subject) in slots.subjects.enumerated() {
            for word in ownNames(subject, standards: standards) where byWord[Needle(word)]?.subjects.isEmpty ?? true {
                edit(word, in: &byWord) { $0.subjects.insert(index) }
            }
        }
    }

    private static func addMembers(_ slots: ClaimSlots, _ standards: Standards, to byWord: inout [Needle: Entry]) {
        for scope in slots.scopes {
            let classification = standards.classification(scope.dimension)
            for code in scope.members {
                let member = classification.members[code]
                var names = [member?.name, scope.names[code]].compactMap(\.self) + (member?.aliases ?? [])
                // A numeric code names its member; a short one would be found inside any number.
                if code.text.count >= 5 { names.append(code.text) }
                for name in names {
                    edit(name, in: &byWord) { $0.members[scope.dimension, default: []].insert(code) }
                }
            }
        }
    }

    /// The subject's name in its phrase, where it is long enough to mean nothing else, and, where it is one item's money
    /// or count, the names of that item. A subject without words is never printed, only compared with.
    private static func ownNames(_ subject: ClaimSlots.Subject, standards: Standards) -> [String] {
        guard !subject.words.isEmpty else { return [] }
        let names = subject.name.count > 2 ? [subject.name] : []
        let item = subject.spec.coordinates.item
        guard !item.isAll, subject.spec.coordinates.size.isAll, subject.spec.phase == nil,
            let member = standards.classification(.item).members[item]
        else { return names }
        return names + [member.name] + member.aliases
    }

    /// Concepts and members of the small dimensions, which a text may name beside what its section is about.
    private static func others(_ standards: Standards, dimensions: Set<Dimension>) -> [(String, FactSpec)] {
        var result: [(String, FactSpec)] = []
        for name in standards.concepts.names where name.count > 2 {
            if let spec = standards.concepts.find(name) { result.append((name, spec)) }
        }
        for dimension in [Dimension.fund, .kind, .item, .economic] {
            for member in standards.classification(dimension).members.values
            where dimension != .economic || member.level == 0 || dimensions.contains(.economic) {
                var spec = FactSpec()
                spec.coordinates[dimension] = member.code
                for name in [member.name] + member.aliases where name.count > 2 { result.append((name, spec)) }
            }
        }
        return result
    }
}

// MARK: - Finding

extension ClaimWords {
    /// All mentions in their order; a word inside a longer one is not found.
    func mentions(in text: FoldedText) -> [Mention] {
        var own = paths.mentions(in: text)
        var others: [Mention] = []
        for place in 0..<text.count {
            let candidates = entries[text.scalars[place]] ?? []
            if let entry = candidates.first(where: { $0.isOwn && isWord($0.word, at: place, in: text) }) {
                own.append(mention(entry, at: place, in: text))
            }
            if let entry = candidates.first(where: { !$0.isOwn && text.has($0.word, at: place) }) {
                others.append(mention(entry, at: place, in: text))
            }
        }
        own = outermost(own)
        others = others.filter { other in
            // Outermost mentions are in order of their ends too.
            let near = own[own.firstPlace { $0.range.upperBound > other.range.lowerBound }...]
            return near.prefix { $0.range.lowerBound < other.range.upperBound }.allSatisfy { isInside($0, other) }
        }
        return withoutRepeatedNames(outermost(own + others))
    }

    /// 2040601 行政运行: a name that several members bear says nothing right behind the code.
    private func withoutRepeatedNames(_ mentions: [Mention]) -> [Mention] {
        var result: [Mention] = []
        for mention in mentions {
            let isRepeated =
                mention.subjects.isEmpty && !mention.members.isEmpty
                && mention.range.lowerBound == result.last?.range.upperBound
                && mention.members.allSatisfy { dimension, code in
                    code == nil && (result.last?.members[dimension] ?? nil) != nil
                }
            if !isRepeated { result.append(mention) }
        }
        return result
    }

    /// A code is a word only where its digits stand alone.
    private func isWord(_ word: Needle, at place: Int, in text: FoldedText) -> Bool {
        guard text.has(word, at: place) else { return false }
        return !text.isDigit(place) || (!text.isDigit(place - 1) && !text.isDigit(place + word.count))
    }

    private func mention(_ entry: Entry, at place: Int, in text: FoldedText) -> Mention {
        let range = place..<(place + entry.word.count)
        return Mention(
            range: range, subjects: entry.subjects,
            members: entry.members.mapValues { $0.count == 1 ? $0.first : nil },
            restricts: entry.isOwn ? nil : entry.restricts, isWhole: text.contains(Self.wholeWords, in: range))
    }

    private func isInside(_ inner: Mention, _ outer: Mention) -> Bool {
        inner.range.lowerBound >= outer.range.lowerBound && inner.range.upperBound <= outer.range.upperBound
            && inner.range.count < outer.range.count
    }

    private func outermost(_ mentions: [Mention]) -> [Mention] {
        let ordered = mentions.sorted {
            ($0.range.lowerBound, -$0.range.upperBound) < ($1.range.lowerBound, -$1.range.upperBound)
        }
        var result: [Mention] = []
        var reached = 0
        for mention in ordered where mention.range.upperBound > reached {
            // “三公”经费支出决算 and 决算数 that begins in it are one name.
            if let last = result.last, mention.range.lowerBound < reached, mention.members.isEmpty,
                last.members.isEmpty,
                !last.subjects.isDisjoint(with: mention.subjects)
            {
                result[result.count - 1].range = last.range.lowerBound..<mention.range.upperBound
                result[result.count - 1].subjects.formIntersection(mention.subjects)
            } else {
                result.append(mention)
            }
            reached = mention.range.upperBound
        }
        return result
    }
}

/// The paths of items of one place and year, gathered once for all sections that speak of items.
package final class ClaimPaths: Sendable {
    private let made = Loaded<String, FunctionPaths>()

    package init() {}

    func paths(_ standards: Standards) -> FunctionPaths {
        made.value("\(standards.region) \(standards.year.number)") {
            FunctionPaths(standards.classification(.function))
        }
    }
}

/// Reads 公共安全支出（类）司法（款）行政运行（项）: names that only their place in the tree makes clear.
struct FunctionPaths {
    private let classification: Classification
    /// Codes by level and name, with and without the 支出 at its end.
    private var byName: [[Needle: [Code]]] = [[:], [:], [:]]
    private var longest = 0
    private static let marks: [(Needle, Int)] = [("(类)", 1), ("(款)", 2), ("(项)", 3)]
    private static let spending: Needle = "支出"

    init(_ classification: Classification) {
        self.classification = classification
        for code in classification.ordered {
            guard let member = classification.members[code], (1...3).contains(member.level) else { continue }
            var names = [member.name] + member.aliases
            names += names.filter { $0.hasSuffix("支出") }.map { String($0.dropLast(2)) }
            let needles = names.map { Needle($0) }
            for name in needles.count == 1 ? needles : Array(Set(needles)) where name.count > 0 {
                byName[member.level - 1][name, default: []].append(code)
                longest = max(longest, name.count)
            }
        }
    }

    /// A mention for each marked name, the last of a path standing for all of it.
    func mentions(in text: FoldedText) -> [Mention] {
        guard longest > 0 else { return [] }
        var result: [Mention] = []
        var path: [[Code]] = []
        var reached = -1
        for place in 0..<text.count where text.scalars[place] == 0x28 {
            guard let (mark, level) = Self.marks.first(where: { text.has($0.0, at: place) }) else { continue }
            let (codes, start) = named(before: place, level: level, in: text)
            if reached < start || level <= path.count { path = [] }
            path += Array(repeating: [], count: max(0, level - 1 - path.count)) + [codes]
            var end = place + mark.count
            if level == 1, text.has(Self.spending, at: end) { end += Self.spending.count }
            reached = end
            result.append(Mention(range: start..<end, members: [.function: resolve(path)]))
        }
        return result
    }

    /// The longest known name that ends here; where none is known, the words before the mark back to a stop.
    private func named(before end: Int, level: Int, in text: FoldedText) -> ([Code], Int) {
        for length in stride(from: min(longest, end), to: 0, by: -1) {
            let word = Needle(scalars: Array(text.scalars[(end - length)..<end]))
            if let codes = byName[level - 1][word] { return (codes, end - length) }
        }
        return ([], end)
    }

    /// The code that the names of a path leave; a name above that fits nothing is passed over (a misprint).
    private func resolve(_ path: [[Code]]) -> Code? {
        var left = path.last ?? []
        for above in path.dropLast().reversed() where left.count > 1 {
            let under = left.filter { code in above.contains { classification.contains(code, under: $0) } }
            if !under.isEmpty { left = under }
        }
        return left.count == 1 ? left.first : nil
    }
}

extension Needle {
    init(scalars: [UInt32]) { self.scalars = scalars }
}
