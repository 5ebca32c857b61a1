import Fiscal
import Ledger
import Support
import Testing

@testable import Narrative
@testable import Standards

/// A region's folder and a year for which a profile holds.
struct ProfileYear: CustomTestStringConvertible {
    let standards: Standards
    var testDescription: String { "\(standards.profile.title) \(standards.year.number)" }

    /// Every profile of the checkout in the first year of each of its sets of phrases, up to a year that no paper has
    /// yet.
    static let all: [ProfileYear] = {
        var result: [ProfileYear] = []
        var seen: Set<[String]> = []
        for folder in (try? TestStandards.library.get().regions) ?? [] {
            for year in 2016...2030 {
                let code = String(folder.dropFirst("cn-".count))
                guard let standards = try? TestStandards.load(code, year),
                    standards.profile.region == folder, !standards.profile.outline.isEmpty
                else { continue }
                let phrases = standards.phrases.values.map { "\($0.id) \($0.subjects) \($0.paragraphs)" }.sorted()
                guard seen.insert([folder, standards.profile.title] + phrases).inserted else { continue }
                result.append(ProfileYear(standards: standards))
            }
        }
        return result
    }()

    /// The phrases under each heading of the outline.
    var sections: [[Phrase]] {
        standards.profile.outline.compactMap { item in
            let ids = item.content.flatMap { content -> [String] in
                if case .phrases(let ids) = content { return ids }
                return []
            }
            let phrases = ids.compactMap { standards.phrases[$0] }
            return phrases.isEmpty ? nil : phrases
        }
    }
}

/// Whatever a book holds: the sentences printed from it, read back, say exactly what they were printed from.
struct ClaimRoundTripTests {
    /// So many show every phrase; 200 said the same.
    private let books: UInt64 = 12

    @Test func thereAreProfiles() {
        #expect(Set(ProfileYear.all.map(\.standards.year.number)).isSuperset(of: [2020, 2021]))
    }

    @Test(arguments: ProfileYear.all)
    func randomBooks(_ profile: ProfileYear) {
        let readers = readers(profile)
        var figures: [String: Int] = [:]
        var shown = 0
        for seed in 1...books as ClosedRange<UInt64> {
            for (reader, sentences) in zip(readers, narrated(profile, seed: seed)) {
                let claims = reader.claims(in: sentences.map(\.text))
                for (sentence, read) in zip(sentences, claims) {
                    let wanted = sentence.figures.map { "\($0.offset) \($0.printed.text()) \($0.figure.short)" }
                    let bound = read.compactMap { claim in
                        claim.figure.map { "\(claim.offset) \(claim.printed.text()) \($0.short)" }
                    }
                    figures[sentence.phrase, default: 0] += wanted.count
                    guard wanted != bound, shown < 12 else { continue }
                    shown += 1
                    Issue.record("seed \(seed) \(sentence.text)\nprinted \(wanted)\nread \(bound)")
                }
            }
        }
        print("\(profile.testDescription): \(figures.values.reduce(0, +)) figures of \(books) books read back")
        for phrase in profile.sections.flatMap(\.self)
        where !ClaimSlots(phrases: [phrase], standards: profile.standards, unit: "1").slots.isEmpty {
            #expect(figures[phrase.id, default: 0] > 0, "no book printed a figure of \(phrase.id)")
        }
    }

    /// The same text as a page breaks it and another hand types it: blanks anywhere, widths and marks of the other kind.
    @Test(arguments: ProfileYear.all)
    func otherSpacingAndWidths(_ profile: ProfileYear) {
        let readers = readers(profile)
        var random = SplitMix64(seed: 7)
        for seed in 1...8 as ClosedRange<UInt64> {
            for (reader, sentences) in zip(readers, narrated(profile, seed: seed)) {
                let variants = sentences.map { disturbed($0.text, &random) }
                let claims = reader.claims(in: variants)
                for (index, read) in claims.enumerated() {
                    let bound = read.filter { $0.figure != nil }
                    let figures = sentences[index].figures
                    #expect(bound.compactMap { $0.figure?.short } == figures.map(\.figure.short), "\(variants[index])")
                    #expect(bound.map(\.printed) == figures.map(\.printed), "\(variants[index])")
                }
            }
        }
    }

    /// Where the section is not known and every phrase is offered, a figure may stay open but is never taken for another.
    @Test(arguments: ProfileYear.all)
    func allPhrasesAtOnce(_ profile: ProfileYear) {
        let all = profile.sections.flatMap(\.self)
        let reader = ClaimReader(phrases: all, standards: profile.standards, unit: "1")
        var counts = (right: 0, open: 0, wrong: 0)
        for seed in 1...6 as ClosedRange<UInt64> {
            for sentences in narrated(profile, seed: seed) {
                let claims = reader.claims(in: sentences.map(\.text))
                for (sentence, read) in zip(sentences, claims) {
                    let byPlace = Dictionary(
                        read.map { ($0.offset, $0.figure) }, uniquingKeysWith: { first, _ in first })
                    for figure in sentence.figures {
                        switch byPlace[figure.offset] ?? nil {
                        case figure.figure: counts.right += 1
                        case nil: counts.open += 1
                        case let other?:
                            counts.wrong += 1
                            Issue.record("\(figure.figure.short) read as \(other.short) in \(sentence.text)")
                        }
                    }
                }
            }
        }
        #expect(counts.wrong == 0)
        print("\(profile.testDescription), all phrases at once: \(counts)")
    }

    private func readers(_ profile: ProfileYear) -> [ClaimReader] {
        profile.sections.map { ClaimReader(phrases: $0, standards: profile.standards, unit: "1") }
    }

    /// The sentences of each section.
    private func narrated(_ profile: ProfileYear, seed: UInt64) -> [[Sentence]] {
        let book = ChanceBook.make(profile.standards, phrases: profile.sections.flatMap(\.self), seed: seed)
        let facts = FactBase(book: book, standards: profile.standards, unit: "1")
        return profile.sections.map { phrases in
            let isDepartment = book.settings.kind == .department
            return Narrator.narrate(
                phrases, facts: facts, noun: isDepartment ? "部门" : "单位", isDepartment: isDepartment
            ).sentences
        }
    }

    private func disturbed(_ text: String, _ random: inout SplitMix64) -> String {
        let isWide = random.chance(50)
        var result = ""
        for character in text {
            switch (character, isWide) {
            case ("0"..."9", true), (".", true), ("%", true):
                let wide = character.unicodeScalars.compactMap { Unicode.Scalar($0.value + 0xFEE0) }
                result.unicodeScalars.append(contentsOf: wide)
            case ("（", false): result += "("
            case ("）", false): result += ")"
            case ("，", false): result += ", "
            case ("：", false): result += ":"
            case ("；", false): result += ";"
            default: result.append(character)
            }
            if random.chance(4) { result += ["\n", " ", "　"].randomElement(using: &random) ?? " " }
        }
        return result
    }
}
