import Fiscal
import Performance
import Publication
import Standards

/// Passages of running text that tell of one project's form, or of the form of the whole department.
struct TellingScopes {
    struct Scope {
        let form: EvaluationForm
        let text: ReportText
        let range: Range<Int>
        let isOfProject: Bool
    }

    private let context: EvaluationContext
    private let telling: EvaluationDefinitions.Telling
    private let projects: [(name: [Character], form: EvaluationForm)]

    /// Characters between a project's name and the word that opens what is told of it.
    private static let farthest = 6
    private static let shortestName = 4
    private static let suffix = Array("项目")
    private static let ends: Set<Character> = ["。", "；", ";"]
    private static let stops: Set<Character> = ["。", "：", ":"]

    init(_ context: EvaluationContext, _ telling: EvaluationDefinitions.Telling) {
        self.context = context
        self.telling = telling
        projects = Self.projects(context)
    }

    /// In reading order.
    var all: [Scope] {
        let whole = context.departments.count == 1 ? context.departments.first : nil
        return context.paper.paragraphs.flatMap { paragraph -> [Scope] in
            let text = ReportText([paragraph], words: context.definitions.report)
            if let (form, start) = project(text, paragraph) {
                return [Scope(form: form, text: text, range: start..<text.characters.count, isOfProject: true)]
            }
            return clauses(text)
                + (whole.map { form in
                    sentences(text).map { Scope(form: form, text: text, range: $0, isOfProject: false) }
                } ?? [])
        }
    }

    /// Names that exactly one form has.
    private static func projects(_ context: EvaluationContext) -> [(name: [Character], form: EvaluationForm)] {
        let named = context.projects.compactMap { form in form.fields["项目"].map { (foldedLabel($0.text), form) } }
        return Dictionary(grouping: named, by: \.0).filter { $0.key.count >= shortestName && $0.value.count == 1 }
            .values.flatMap { $0 }.map { (Array($0.0), $0.1) }.sorted {
                ($1.name.count, "\($0.name)") < ($0.name.count, "\($1.name)")
            }
    }

    private func project(_ text: ReportText, _ paragraph: ReadParagraph) -> (EvaluationForm, Int)? {
        let all = text.characters
        let start = all.firstIndex { !Numerals.isOfOrdinal($0) && !"“”\"《》".contains($0) } ?? 0
        for (name, form) in projects where all[start...].starts(with: name) {
            var end = start + name.count
            if all[end...].starts(with: Self.suffix) { end += Self.suffix.count }
            // 1.某项目。由某单位实施，……: an item of a list that is about it alone.
            if start > 0, end < all.count, Self.stops.contains(all[end]), !tells(ofOtherThan: form, text, from: end) {
                return (form, end + 1)
            }
            for index in end...min(end + Self.farthest, all.count) {
                guard let opener = telling.openers.first(where: { text.starts(with: $0, at: index) }) else { continue }
                return (form, index + opener.count)
            }
        }
        // Under a heading that is the project's name and nothing else.
        let heading = Array(foldedLabel(paragraph.headings.last ?? "").drop(while: Numerals.isOfOrdinal))
        return projects.first { $0.name == heading || $0.name + Self.suffix == heading }.map { ($0.form, 0) }
    }

    private func tells(ofOtherThan form: EvaluationForm, _ text: ReportText, from start: Int) -> Bool {
        let rest = String(text.characters[start...])
        let own = foldedLabel(form.fields["项目"]?.text ?? "")
        return projects.contains {
            foldedLabel($0.form.fields["项目"]?.text ?? "") != own && rest.contains(String($0.name))
        }
    }

    /// Several projects in one paragraph: a sentence or half of one that begins with a name and goes on with a label
    /// (甲项目全年预算500万元，执行480万元；乙项目……).
    private func clauses(_ text: ReportText) -> [Scope] {
        let all = text.characters
        let labels = telling.figures.flatMap(\.words)
        let starts = [0] + all.indices.filter { Self.ends.contains(all[$0]) }.map { $0 + 1 }
        return starts.compactMap { start -> Scope? in
            guard let (name, form) = projects.first(where: { all[start...].starts(with: $0.name) }) else { return nil }
            var index = start + name.count
            if all[index...].starts(with: Self.suffix) { index += Self.suffix.count }
            guard labels.contains(where: { text.starts(with: $0, at: index) }) else { return nil }
            let end = all[index...].firstIndex(where: Self.ends.contains) ?? all.count
            return Scope(form: form, text: text, range: index..<end, isOfProject: true)
        }
    }

    /// Behind the words for a whole department, to the end of the sentence.
    private func sentences(_ text: ReportText) -> [Range<Int>] {
        let all = text.characters
        var result: [Range<Int>] = []
        var index = 0
        while index < all.count {
            guard let word = telling.wholes.first(where: { text.starts(with: $0, at: index) }) else {
                index += 1
                continue
            }
            let start = index + word.count
            let end = all[start...].firstIndex(where: Self.ends.contains) ?? all.count
            result.append(start..<end)
            index = max(end, start)
        }
        return result
    }
}
