import ArgumentParser
import Performance
import Publication
import Standards

/// What the sheets of performance leave open: a person has to answer it before anything final is printed.
struct UnansweredPerformance {
    let messages: [String]
    /// Worth a look, and no more.
    let hints: [String]

    init(_ packages: [BuiltPackage]) {
        // The faults are the book's, the same for every package of it. What the middle of the year left unsaid does not
        // stop what is printed after its end, nor what its end leaves unsaid what is printed before.
        let part = packages.first?.publication.performance ?? .none
        let faults = part.faults.filter {
            (part.stage == .monitoring || !$0.isAboutMonitoring)
                && (part.stage == .evaluation || !$0.isAboutResults)
        }
        messages = faults.filter { $0.severity == .missing }.map(\.message)
        let stated = packages.first?.statedOtherwise ?? []
        hints = (faults + stated).filter { $0.severity == .hint }.map(\.message)
    }

    var isEmpty: Bool { messages.isEmpty }

    func tell() { for message in messages { complain(.missing(unit: "", message)) } }

    /// Ends the run where nothing else is missing.
    func refuse() throws -> Never {
        let advice: [Remark] = [.notPrinted(count: messages.count), .fillPerformance(count: messages.count)]
        for line in advice { complain(line) }
        try FaultJson(missing: messages, summary: advice.map(\.message)).sayIfAsked()
        throw ExitCode(1)
    }
}
