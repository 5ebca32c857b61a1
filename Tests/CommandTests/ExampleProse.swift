import Fiscal
import Foundation
import Ledger
import Narrative
import Standards
import Testing

@testable import mingzhang

struct ExampleProse {
    @Test(arguments: ["hengyang-2021", "shifeng-2020"])
    func prints(_ name: String) throws {
        let example = try Example(name)
        let facts = try example.facts()
        let ids = example.loaded.standards.profile.outline.flatMap(\.content).flatMap { content -> [String] in
            if case .phrases(let ids) = content { return ids }
            return []
        }
        let phrases = try ids.map { try #require(example.loaded.standards.phrases[$0], "no phrase \($0)") }
        let narration = Narrator.narrate(phrases, facts: facts, noun: "部门", isDepartment: true)
        for sentence in narration.sentences { print(sentence.id, sentence.text) }
        for missing in narration.missing { print("MISSING", missing) }
    }
}
