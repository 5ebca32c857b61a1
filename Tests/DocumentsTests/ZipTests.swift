import Testing

@testable import Documents

struct ZipTests {
    private func archive(_ parts: [(String, [UInt8])]) -> [UInt8] {
        var writer = ZipWriter()
        for (name, bytes) in parts { writer.add(name, bytes) }
        return writer.finished()
    }

    private func fault(_ bytes: [UInt8], limits: ZipLimits = .standard) -> DocumentFault? {
        do throws(DocumentFault) {
            let reader = try ZipReader(bytes, limits: limits)
            for entry in reader.entries { _ = try reader.contents(of: entry.name) }
            return nil
        } catch { return error }
    }

    /// Position of a little-endian signature.
    private func position(of signature: [UInt8], in bytes: [UInt8]) -> Int? {
        (0..<bytes.count - 3).first { Array(bytes[$0..<$0 + 4]) == signature }
    }

    @Test func whatIsWrittenIsReadBack() throws {
        let long = [UInt8](repeating: 65, count: 100_000) + Array("决算".utf8)
        let bytes = archive([("a.txt", Array("短".utf8)), ("目录/表.xml", long), ("empty", [])])
        let reader = try ZipReader(bytes)
        #expect(reader.entries.map(\.name) == ["a.txt", "目录/表.xml", "empty"])
        #expect(try reader.contents(of: "a.txt") == Array("短".utf8))
        #expect(try reader.contents(of: "目录/表.xml") == long)
        #expect(try reader.contents(of: "empty") == [])
        #expect(try reader.contents(of: "none") == nil)
        #expect(bytes == archive([("a.txt", Array("短".utf8)), ("目录/表.xml", long), ("empty", [])]))
    }

    @Test func namesInGBKAreRead() throws {
        var bytes = archive([("xxxx", Array("1".utf8))])
        let gbk: [UInt8] = [0xBE, 0xF6, 0xCB, 0xE3]
        for start in 0..<bytes.count - 3 where Array(bytes[start..<start + 4]) == Array("xxxx".utf8) {
            bytes.replaceSubrange(start..<start + 4, with: gbk)
        }
        #expect(try ZipReader(bytes).entries.map(\.name) == ["决算"])
    }

    @Test func whatIsNoArchiveIsRefused() {
        #expect(fault([]) == .notZip)
        #expect(fault(Array("%PDF-1.7 and more".utf8)) == .notZip)
        #expect(fault([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) == .compoundFile)
    }

    @Test func truncationIsSeenAtEveryLength() {
        let bytes = archive([("a", Array("abc".utf8)), ("b", [UInt8](repeating: 7, count: 3_000))])
        for length in 4..<bytes.count {
            #expect(fault(Array(bytes[0..<length])) == .zipTruncated)
        }
    }

    @Test func encryptedEntriesAreRefused() throws {
        var bytes = archive([("a", Array("abc".utf8))])
        let directory = try #require(position(of: [0x50, 0x4B, 0x01, 0x02], in: bytes))
        bytes[directory + 8] |= 1
        #expect(fault(bytes) == .zipEntryEncrypted("a"))
    }

    @Test func damagedDataIsRefused() throws {
        var bytes = archive([("a", (0..<3_000).map { UInt8($0 % 251) })])
        bytes[60] ^= 0xFF
        #expect(fault(bytes) == .zipEntryDamaged("a"))
    }

    @Test func sizesThatLieAreRefused() throws {
        var bytes = archive([("a", [UInt8](repeating: 0, count: 4_000))])
        let directory = try #require(position(of: [0x50, 0x4B, 0x01, 0x02], in: bytes))
        bytes[directory + 24] = 1
        bytes[directory + 25] = 0
        #expect(fault(bytes) == .zipEntryDamaged("a"))
    }

    @Test func bombsAreRefusedBeforeTheyExpand() {
        let bomb = archive([("bomb", [UInt8](repeating: 0, count: 20 << 20))])
        guard case .zipRatioTooHigh("bomb", let ratio, 500) = fault(bomb) else {
            Issue.record("a bomb was read")
            return
        }
        #expect(ratio > 900)
        let two = archive([("a", [UInt8](repeating: 1, count: 600)), ("b", [UInt8](repeating: 2, count: 600))])
        #expect(fault(two, limits: ZipLimits(expandedSize: 1_000)) == .zipTooLarge(1_200, limit: 1_000))
        #expect(fault(two, limits: ZipLimits(entryCount: 1)) == .zipTooManyEntries(2, limit: 1))
    }

    @Test func oneNameTwiceIsRefused() {
        #expect(fault(archive([("a", [1]), ("a", [2])])) == .zipDuplicateName("a"))
    }

    @Test func randomDamageNeverCrashes() {
        let bytes = archive([("a", Array("abc".utf8)), ("b", [UInt8](repeating: 7, count: 3_000))])
        var random = Lehmer(seed: 7)
        for _ in 0..<3_000 {
            var copy = bytes
            for _ in 0..<3 { copy[random.below(copy.count)] = UInt8(random.below(256)) }
            _ = fault(copy)
        }
    }
}

/// A small generator of the same numbers on every run.
struct Lehmer {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 2_862_933_555_777_941_757 &+ 3_037_000_493 }

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state >> 33
    }

    mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }

    mutating func pick<Element>(_ choices: [Element]) -> Element { choices[below(choices.count)] }
}
