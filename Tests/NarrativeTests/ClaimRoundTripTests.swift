import Fiscal
import Ledger
import Testing

@testable import Narrative
@testable import Standards

/// A region's folder and a year for which a profile holds.
struct ProfileYear: CustomTestStringConvertible {
    let standards: Standards
    var testDescription: String { "\(standards.profile.title) \(standards.year.number)" }

    /// Every profile of the checkout in every year it holds for, up to a year that no paper has yet.
    static let all: [ProfileYear] = {
        var result: [ProfileYear] = []
        for folder in CheckoutStandards.library.regions {
            for year in 2016...2030 {
                let code = String(folder.dropFirst("cn-".count))
                guard let standards = try? CheckoutStandards.standards(code, year),
                    standards.profile.region == folder, !standards.profile.outline.isEmpty
                else { continue }
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
    @Test func thereAreProfiles() {
        #expect(ProfileYear.all.map(\.standards.year.number).contains(2020))
        #expect(ProfileYear.all.map(\.standards.year.number).contains(2021))
    }

    @Test(arguments: ProfileYear.all)
    func randomBooks(_ profile: ProfileYear) {
        var figures = 0
        var shown = 0
        for seed in 1...400 as ClosedRange<UInt64> {
            let book = RandomBook.make(profile.standards, phrases: profile.sections.flatMap(\.self), seed: seed)
            let facts = FactBase(book: book, standards: profile.standards, unit: "1")
            for phrases in profile.sections {
                let sentences = Narrator.narrate(
                    phrases, facts: facts, noun: "部门", isDepartment: book.settings.kind == .department
                ).sentences
                let claims = ClaimReader.claims(
                    in: sentences.map(\.text), phrases: phrases, standards: profile.standards, unit: "1")
                for (sentence, read) in zip(sentences, claims) {
                    let wanted = sentence.figures.map { "\($0.offset) \($0.printed.text()) \($0.figure.short)" }
                    let bound = read.compactMap { claim in
                        claim.figure.map { "\(claim.offset) \(claim.printed.text()) \($0.short)" }
                    }
                    figures += wanted.count
                    guard wanted != bound, shown < 12 else { continue }
                    shown += 1
                    Issue.record("seed \(seed) \(sentence.text)\nprinted \(wanted)\nread \(bound)")
                }
            }
        }
        print("\(profile.testDescription): \(figures) figures of 60 books read back")
        #expect(shown == 0)
    }
}
