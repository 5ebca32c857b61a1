import Dispatch
import Foundation
import Paper
import Support
import Synchronization
import Testing

@testable import Audit
@testable import mingzhang

/// Built forms of performance with one thing wrong: the place has to be named.
///
/// A sample, the same on every run; `MINGZHANG_SLIPS=1000` makes every slip.
@Suite(.serialized)
struct PerformanceMutations {
    enum Kind: String, CaseIterable, Sendable {
        case weight = "分值"
        case score = "得分"
        case target = "指标值"
        case achieved = "完成值"
        case money = "资金"
        case rate = "执行率"
        case total = "总分"
        case base = "基础数据表"
        case name = "名称"
        case report = "报告里的数"

        /// How many of a hundred that could be caught have to be. That something prints a figure a second time is a guess at
        /// what could tell: two figures may be the same by chance.
        var floor: Int {
            switch self {
            case .weight, .score, .target, .achieved, .money, .rate, .total: 99
            case .base, .name: 90
            case .report: 75
            }
        }
    }

    struct Slip: Sendable {
        let kind: Kind
        /// Which of the forms it is in; -1 = in a report.
        var form = -1
        let place: Place
        let label: String
        let change: PaperSlip
    }

    struct Outcome: Sendable {
        /// Whether anything of the paper hangs on it.
        let isTouched: Bool
        let isDetected: Bool
    }

    private struct Count {
        var (made, touched, detected, untouchedDetected) = (0, 0, 0, 0)
        var missed: [String] = []

        mutating func add(_ slip: Slip, _ outcome: Outcome, of book: String) {
            made += 1
            if outcome.isTouched { touched += 1 }
            if outcome.isDetected {
                if outcome.isTouched { detected += 1 } else { untouchedDetected += 1 }
            } else if outcome.isTouched {
                missed.append("\(book) \(slip.label): \(slip.change.old) → \(slip.change.new)")
            }
        }
    }

    private static let books = ["hengyang-2021", "shifeng-2020", "hengyang-2023", "hengshan-2022"]
    private static let fewest = 20
    private static let asked = ProcessInfo.processInfo.environment["MINGZHANG_SLIPS"].flatMap { Int($0) }

    @Test func inMemory() throws { try run(nil, perKind: 12) }

    @Test(arguments: [PaperCopy.docx, .pdf]) func written(_ copy: PaperCopy) throws {
        try run(copy, perKind: copy == .pdf ? 2 : 6)
    }

    private func run(_ copy: PaperCopy?, perKind: Int) throws {
        var counts: [Kind: Count] = [:]
        for book in Self.books {
            guard let subject = try SlippedForms(PerformanceForms.built(book), copy: copy) else {
                print("\(copy.map { "\($0)" } ?? ""): not run, Typst or PDFium is not installed")
                return
            }
            var random = SplitMix64(seed: 20_231)
            let all = subject.slips(&random)
            let chosen = Kind.allCases.flatMap { kind in
                all.filter { $0.kind == kind }.shuffled(using: &random).prefix(Self.asked ?? perKind)
            }
            for (slip, outcome) in try outcomes(of: chosen, in: subject) {
                counts[slip.kind, default: Count()].add(slip, outcome, of: book)
            }
        }
        judge(counts, name: copy.map { "\($0)" } ?? "memory")
    }

    /// Prints what was found of each kind, and holds kinds of one floor against it together.
    private func judge(_ counts: [Kind: Count], name: String) {
        var byFloor: [Int: (touched: Int, detected: Int)] = [:]
        for kind in Kind.allCases {
            guard let count = counts[kind] else { continue }
            let known = byFloor[kind.floor] ?? (0, 0)
            byFloor[kind.floor] = (known.touched + count.touched, known.detected + count.detected)
            print(
                "\(name) \(kind.rawValue): \(count.made) changed, \(count.touched) could be caught, \(count.detected) of",
                "these detected, \(count.untouchedDetected) of the others")
            for text in count.missed.prefix(6) { print("  missed: \(text)") }
        }
        for (floor, count) in byFloor.sorted(by: { $0.key > $1.key }) {
            print("\(name), at least \(floor) of 100: \(count.detected) of \(count.touched)")
            // A handful says little of a share; all figures are changed in memory.
            if count.touched < Self.fewest { continue }
            #expect(count.detected * 100 >= count.touched * floor, "\(name) \(floor)")
        }
        #expect(byFloor[99].map { $0.touched > 0 } ?? false)
    }

    private func outcomes(
        of slips: [Slip], in subject: SlippedForms
    ) throws -> [(Slip, Outcome)] {
        let results = Mutex<[Int: Result<Outcome, any Error>]>([:])
        DispatchQueue.concurrentPerform(iterations: slips.count) { index in
            let result = Result { try subject.outcome(of: slips[index]) }
            results.withLock { $0[index] = result }
        }
        let made = results.withLock { $0 }
        return try slips.enumerated().compactMap { index, slip in try made[index].map { (slip, try $0.get()) } }
    }
}
