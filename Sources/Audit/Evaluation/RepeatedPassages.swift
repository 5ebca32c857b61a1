import Performance
import Standards

/// Long passages that stand word for word in the forms of several projects.
struct RepeatedPassages {
    /// A passage with all its places.
    struct Repeat {
        /// The shortest form of it, as printed.
        let quotes: [String]
        let places: [FindingPlace]
        let forms: [String]
    }

    private struct Source {
        let form: Int
        let passage: PlainPassage
        /// What may be compared: no stock phrases.
        let pieces: [Range<Int>]
    }

    private struct Stretch {
        let source: Int
        let range: Range<Int>
    }

    private let forms: [EvaluationForm]
    private let shortest: Int
    private let sources: [Source]

    /// - Parameter forms: of different projects.
    init(_ forms: [EvaluationForm], _ repeats: EvaluationDefinitions.Repeats) {
        self.forms = forms
        shortest = repeats.shortest
        sources = forms.enumerated().flatMap { index, form in
            (form.goalPassages(repeats) + form.reasonPassages).map {
                Source(form: index, passage: $0, pieces: Self.pieces($0, repeats))
            }
        }
    }

    /// Runs of clauses between stock phrases: a passage goes on over commas and stops.
    private static func pieces(
        _ passage: PlainPassage, _ repeats: EvaluationDefinitions.Repeats
    ) -> [Range<Int>] {
        var result: [Range<Int>] = []
        for clause in passage.pieces(endingAt: PlainPassage.clauseMarks, without: repeats.stock) {
            if let last = result.last, last.upperBound == clause.lowerBound {
                result[result.count - 1] = last.lowerBound..<clause.upperBound
            } else {
                result.append(clause)
            }
        }
        return result
    }

    /// One for each text; texts that the same forms share together.
    func found() -> [Repeat] {
        let owners = self.owners()
        let stretches = sources.indices.flatMap { self.stretches(of: $0, owners) }
        var byForms: [(forms: [Int], groups: [[Stretch]])] = []
        for group in self.groups(stretches) {
            let forms = Set(group.map { sources[$0.source].form }).sorted()
            if let index = byForms.firstIndex(where: { $0.forms == forms }) {
                byForms[index].groups.append(group)
            } else {
                byForms.append((forms, [group]))
            }
        }
        return byForms.map { forms, groups in
            Repeat(
                quotes: groups.map { self.quote($0) }, places: groups.joined().map { self.place($0) },
                forms: forms.map { self.forms[$0].name })
        }
    }

    private typealias Gram = ArraySlice<Character>

    /// The projects in which each run of the shortest length stands, where these are several.
    private func owners() -> [Gram: Set<Int>] {
        var result: [Gram: Set<Int>] = [:]
        for source in sources {
            for index in source.pieces.flatMap(starts) { result[gram(source, index), default: []].insert(source.form) }
        }
        return result.filter { $0.value.count > 1 }
    }

    private func starts(_ piece: Range<Int>) -> Range<Int> {
        piece.lowerBound..<max(piece.lowerBound, piece.upperBound - shortest + 1)
    }

    private func gram(_ source: Source, _ index: Int) -> Gram {
        source.passage.characters[index..<(index + shortest)]
    }

    /// Where a text goes on in step with another form's.
    private func stretches(of number: Int, _ owners: [Gram: Set<Int>]) -> [Stretch] {
        let source = sources[number]
        var result: [Stretch] = []
        for piece in source.pieces {
            var start: Int?
            for index in starts(piece) {
                if owners[gram(source, index)] != nil {
                    start = start ?? index
                } else if let first = start {
                    result.append(Stretch(source: number, range: first..<(index - 1 + shortest)))
                    start = nil
                }
            }
            if let first = start { result.append(Stretch(source: number, range: first..<piece.upperBound)) }
        }
        return result
    }

    /// Those that have a run in common, in the order of the forms.
    private func groups(_ stretches: [Stretch]) -> [[Stretch]] {
        var known: [Gram: Int] = [:]
        var groups: [Int] = Array(stretches.indices)
        for (index, stretch) in stretches.enumerated() {
            let source = sources[stretch.source]
            for start in starts(stretch.range) {
                let other = known[gram(source, start)] ?? index
                if groups[other] != groups[index] {
                    let (old, new) = (groups[index], groups[other])
                    for each in groups.indices where groups[each] == old { groups[each] = new }
                }
                known[gram(source, start)] = other
            }
        }
        return Dictionary(grouping: stretches.indices) { groups[$0] }.sorted { $0.key < $1.key }.map { $0.value }.map {
            $0.sorted().map { stretches[$0] }
        }
    }

    /// What all have in common is no longer than the shortest.
    private func quote(_ group: [Stretch]) -> String {
        let shortest = group.min { $0.range.count < $1.range.count }
        return shortest.map { sources[$0.source].passage.quote($0.range) } ?? ""
    }

    private func place(_ stretch: Stretch) -> FindingPlace {
        let source = sources[stretch.source]
        let cell = source.passage.cell(at: stretch.range.lowerBound)
        return forms[source.form].spot(
            "", EvaluationCell(text: source.passage.quote(stretch.range), value: .words, place: cell.place))
    }
}
