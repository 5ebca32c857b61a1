import Fiscal
import Synchronization
import Testing

@testable import Standards

@Suite("Words looked for as bytes") struct TextSearchTests {
    private static let texts = ["", "决算", "2021年度部门决算", "决算决决算", "一般公共预算财政拨款支出决算表（续表）", "aab ab", "（类）支出（类）"]
    private static let words = ["决算", "决", "支出", "表", "（类）", "ab", "2021年度部门决算公开", "算决", "年度"]

    @Test("They find what the searches of the standard library find")
    func likeTheLibrary() {
        for text in Self.texts {
            for word in Self.words {
                let generic: any StringProtocol = text
                let part = text.dropFirst()
                #expect(text.contains(word) == generic.contains(word))
                #expect(text.hasPrefix(word) == text.starts(with: word))
                #expect(text.hasSuffix(word) == text.reversed().starts(with: word.reversed()))
                #expect(part.hasSuffix(word) == part.reversed().starts(with: word.reversed()))
                #expect(text.firstRange(of: word) == text.firstRange(of: Array(word)))
                #expect(part.firstRange(of: word) == part.firstRange(of: Array(word)))
                #expect(text.ranges(of: word) == text.ranges(of: Array(word)))
                #expect(text.replacing(word, with: "－") == text.replacing(Array(word), with: Array("－")))
            }
        }
    }

    @Test("An empty word stands nowhere") func empty() {
        #expect(!"决算".contains("" as String) && "决算".ranges(of: "" as String).isEmpty)
        #expect("决算".hasPrefix("") && "决算".replacing("", with: "表") == "决算")
    }

    @Test(
        "White space at both ends goes, that within stays", arguments: [" 甲 乙　", "\u{FEFF}甲 乙\n", "甲 乙", "\u{85}甲 乙\t"])
    func trimmed(_ text: String) {
        #expect(text.trimmed == "甲 乙")
    }

    @Test("Of many who ask at once one makes it; a fault is nobody's for good") func loaded() throws {
        struct Fault: Error {}
        let made = Mutex(0)
        let loaded = Loaded<String, Int>()
        #expect(throws: Fault.self) { try loaded.value("甲") { throw Fault() } }
        let values = Stretches.each(64) { _ in
            loaded.value("甲") {
                made.withLock {
                    $0 += 1
                    return $0
                }
            }
        }
        #expect(values == Array(repeating: 1, count: 64))
    }
}
