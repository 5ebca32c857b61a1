import Audit
import Dispatch
import Fiscal
import Foundation
import Paper
import Publication
import Standards
import Support
import Synchronization
import Testing

@testable import mingzhang

/// A built package with one thing wrong, written, read and checked as anybody's: the place has to be named.
///
/// A sample, the same on every run; `MINGZHANG_SLIPS=100000` makes every slip (in a release build).
@Suite(.serialized)
struct FileMutations {
    private struct Count {
        var made = 0
        /// Of figures: those in some relation.
        var touched = 0
        var detected = 0
        /// Of those that no relation touches.
        var detectedUntouched = 0
        /// Named first, as what is wrong.
        var blamed = 0
        var missed: [String] = []
        /// Figures of sentences that nothing else of the paper could tell, by their unit.
        var silent: [String: Int] = [:]

        mutating func add(_ outcome: SlippedPaper.Outcome, of slip: PaperSlip) {
            made += 1
            let isTouched = outcome.isTouched
            if isTouched { touched += 1 }
            if outcome.isDetected, isTouched { detected += 1 }
            if outcome.isDetected, !isTouched { detectedUntouched += 1 }
            if outcome.isBlamed { blamed += 1 }
            if !outcome.isDetected, !isTouched, !slip.unit.isEmpty { silent[slip.unit, default: 0] += 1 }
            if !outcome.isDetected {
                missed.append("\(isTouched ? "" : "(no relation) ")\(outcome.label): \(slip.old) → \(slip.new)")
            }
        }
    }

    /// How many of each kind, and figures four times as many; nil = as many as a short test may take.
    private static let asked = ProcessInfo.processInfo.environment["MINGZHANG_SLIPS"].flatMap { Int($0) }

    private static let own = Printing.all.filter { $0.region == nil }

    /// As they are, without any file.
    @Test func understood() throws { try run(nil, printings: Self.asked == nil ? Self.own : Printing.all) }

    @Test(arguments: [PaperCopy.docx, .pdf, .txt])
    func written(_ copy: PaperCopy) throws {
        try run(copy, printings: Self.asked == nil ? Array(Self.own.prefix(copy == .pdf ? 1 : 2)) : Self.own)
    }

    private func run(_ copy: PaperCopy?, printings: [Printing]) throws {
        var counts: [PaperSlip.Kind: Count] = [:]
        for printing in printings {
            let package = try printing.built()
            guard let subject = try SlippedPaper(package, copy: copy) else {
                print("\(copy.map { "\($0)" } ?? ""): not run, Typst or PDFium is not installed")
                return
            }
            var random = SplitMix64(seed: 20_211)
            let all = PaperSlip.all(of: package, &random)
            let chosen = PaperSlip.Kind.allCases.flatMap { kind in
                all.filter { $0.kind == kind }.shuffled(using: &random).prefix(Self.weight(kind) * (Self.asked ?? 1))
            }
            for (slip, outcome) in try outcomes(of: chosen, in: subject) {
                counts[slip.kind, default: Count()].add(outcome, of: slip)
            }
        }
        for kind in PaperSlip.Kind.allCases { report(counts[kind] ?? Count(), kind, copy) }
        let name = copy.map { "\($0)" } ?? "memory"
        for (kinds, percent) in [([.cell], 99), ([.figure], 95), (PaperSlip.Kind.words, 90)] {
            let all = kinds.compactMap { counts[$0] }
            let (touched, detected) = all.reduce((0, 0)) { ($0.0 + $1.touched, $0.1 + $1.detected) }
            print("\(name) \(kinds.map(\.rawValue).joined(separator: "、")): \(detected) of \(touched)")
            #expect(touched > 0 && detected * 100 >= touched * percent, "\(name) \(kinds)")
        }
    }

    /// Figures are many, words few.
    private static func weight(_ kind: PaperSlip.Kind) -> Int {
        switch kind {
        case .cell, .figure: 4
        case .direction: 2
        default: 1
        }
    }

    private func outcomes(
        of slips: [PaperSlip], in subject: SlippedPaper
    ) throws -> [(PaperSlip, SlippedPaper.Outcome)] {
        let results = Mutex<[Int: Result<SlippedPaper.Outcome, any Error>]>([:])
        DispatchQueue.concurrentPerform(iterations: slips.count) { index in
            let result = Result { try subject.outcome(of: slips[index]) }
            results.withLock { $0[index] = result }
        }
        let made = results.withLock { $0 }
        return try slips.enumerated().compactMap { index, slip in try made[index].map { (slip, try $0.get()) } }
    }

    private func report(_ count: Count, _ kind: PaperSlip.Kind, _ copy: PaperCopy?) {
        guard count.made > 0 else { return }
        let name = copy.map { "\($0)" } ?? "memory"
        print(
            "\(name) \(kind.rawValue): \(count.made) changed, \(count.touched) could be caught,",
            "\(count.detected) of these detected, \(count.detectedUntouched) of the others, \(count.blamed) named first"
        )
        let silent = count.silent.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { "\($0.key) \($0.value)" }
        if !silent.isEmpty { print("  no relation could have caught: \(silent.joined(separator: ", "))") }
        for text in count.missed.prefix(Self.asked == nil ? 8 : 60) { print("  missed: \(text)") }
    }
}
