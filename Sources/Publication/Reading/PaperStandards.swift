import Fiscal
package import Paper
package import Standards

/// Finds the definitions that a paper goes by: asked for, named by the paper, or those that explain most of it.
package struct PaperStandards: Sendable {
    private let library: StandardsLibrary
    private let names: [RegionName]
    private let kinds: PaperKindFinder
    private let words: ReadingWords.Papers
    let ready = ReadyReaders()
    /// Told of the definitions that a paper goes by as soon as they are known.
    package var whenFound: @Sendable (Standards) -> Void = { _ in }

    package init(library: StandardsLibrary) throws {
        self.library = library
        words = try library.paperWords()
        kinds = try PaperKindFinder(library: library)
        // The longest name first: 某某族自治县 before 某某.
        names = try library.regionNames().sorted { ($0.name.count, $1.code) > ($1.name.count, $0.code) }
    }

    /// Where neither the caller nor the paper gives a year, nothing can be said of its forms.
    package struct NoYear: Error {}

    /// Whose paper it is, and of which year.
    ///
    /// - Parameter names: what may name the kind besides: the file's name.
    package func name(of paper: Paper, names: [String] = []) -> PaperName {
        PaperName(paper, noun: kinds.kind(of: paper, names: names).name, words: words)
    }

    /// - Parameters:
    ///   - region: six digits, or a place's name; nil = as the paper says.
    ///   - year: nil = as the paper says.
    ///   - otherNames: what may name the place besides: the file's name.
    package func standards(
        of paper: Paper, name: PaperName, region: String? = nil, year: Int? = nil, otherNames: [String] = []
    ) throws -> (standards: Standards, choice: RegionChoice) {
        guard let number = year ?? name.year else { throw NoYear() }
        let year = FiscalYear(number)
        let kind = kinds.kind(of: paper, names: otherNames)
        if let region {
            return (try standards(code(of: region) ?? region, year, kind), .asked)
        }
        for text in [name.unit, paper.title] + otherNames {
            if let code = code(of: text) {
                return (try standards(code, year, kind), .named)
            }
        }
        return (try mostExplaining(paper, year: year, kind: kind), .guessed)
    }

    private func standards(_ region: String, _ year: FiscalYear, _ kind: PaperKind) throws -> Standards {
        try ready.standards(region: region, year: year, kind: kind) {
            try library.standards(region: region, year: year, kind: kind, for: .reading, reachesBack: true)
        }
    }

    /// The code of the place that a name begins with (某省某市某县某局); nil where it begins with none, or with one that
    /// several places share.
    package func code(of text: String) -> String? {
        if text.count == 6, Int(text) != nil { return text }
        // A title or a file's name may begin with the year.
        var rest = foldedLabel(text).drop { $0.isNumber || "年度-_".contains($0) }
        var found: String?
        while true {
            let fits = names.filter { place in
                rest.hasPrefix(place.name) && found.map { Self.isInside(place.code, of: $0) } ?? true
            }
            guard let longest = fits.first else { return found }
            let equal = fits.filter { $0.name == longest.name }.map(\.code)
            guard let code = Self.common(equal) else { return found }
            rest = rest.dropFirst(longest.name.count)
            found = code
        }
    }

    private static func isInside(_ code: String, of outer: String) -> Bool {
        code != outer && code.hasPrefix(significant(outer))
    }

    /// Without the zeros of the levels that it leaves open.
    private static func significant(_ code: String) -> Substring {
        code.hasSuffix("0000") ? code.prefix(2) : code.hasSuffix("00") ? code.prefix(4) : code[...]
    }

    /// One place, or the province that places of one name all lie in.
    private static func common(_ codes: [String]) -> String? {
        guard let first = codes.first else { return nil }
        if codes.count == 1 { return first }
        return codes.allSatisfy { $0.prefix(2) == first.prefix(2) } ? String(first.prefix(2)) + "0000" : nil
    }

    private static let margin = 3

    /// The profile that explains most titles and headings; the national one where none does better.
    private func mostExplaining(_ paper: Paper, year: FiscalYear, kind: PaperKind) throws -> Standards {
        let lines = Set(
            paper.blocks.flatMap { block -> [String] in
                switch block {
                case .heading(_, let words), .paragraph(let words):
                    words.text.count < 60 ? LineWords.pieces(words.text).map { LineWords.core($0) } : []
                case .grid(let grid): grid.rows.prefix(5).flatMap { $0.map { foldedLabel($0.text) } }
                case .chart, .contents: []
                }
            })
        var best: (standards: Standards, score: Int)?
        for folder in library.regions {
            let code = folder.dropFirst(3).prefix(6)
            let region = String(code) + String(repeating: "0", count: 6 - code.count)
            guard let standards = try? standards(region, year, kind),
                best.map({ $0.standards.profile.region != standards.profile.region }) ?? true
            else { continue }
            let score = Self.words(of: standards).intersection(lines).count
            // Another place's own words must tell, not a title more or less that anyone may print.
            let margin = best == nil ? 0 : Self.margin
            if score > (best?.score ?? -1) + margin { best = (standards, score) }
        }
        return try best?.standards ?? standards("000000", year, kind)
    }

    /// Titles, headers and headings that papers of a profile print.
    private static func words(of standards: Standards) -> Set<String> {
        var result = Set(standards.profile.outline.map { LineWords.core($0.title) })
        for (form, number) in standards.orderedForms {
            result.insert(foldedLabel(form.title))
            if !number.isEmpty { result.insert(foldedLabel(number + form.title)) }
            for part in form.parts {
                for titles in part.columns.map(\.title) + part.keyColumns.map(\.title) {
                    result.formUnion(titles.map { foldedLabel($0) })
                }
                for case .fixed(let row) in part.rows { result.insert(foldedLabel(row.label)) }
            }
        }
        return result
    }
}
