import ArgumentParser
import Fiscal
import Ledger
import Performance
import Standards

/// `mingzhang score BOOK`.
struct ScoreCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "score", abstract: HelpText.score.words, discussion: HelpText.scoreMore.words)
    }

    @Argument(help: HelpText.book.help)
    var book: String

    @OptionGroup var choice: SubjectOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
        try reporting(writes: false) {
            let loaded = try LoadedBook(path: book, library: try common.library())
            let chosen = try choice.subjects(of: loaded)
            if common.format == .json {
                try printJson(ScoreJson(chosen, of: loaded))
            } else {
                let printer = ScorePrinter(rules: loaded.standards.schemes.rules, units: loaded.book.units)
                for subject in chosen.subjects { printer.print(subject) }
                if let summary = chosen.summary { printer.print(summary) }
            }
            try tell(missing: chosen.faults(.missing), hints: chosen.faults(.hint))
        }
    }
}

/// What is to be done about subjects.
///
/// - Throws: exit code 1 where something is missing.
func tell(missing: [EvaluationFault], hints: [EvaluationFault]) throws {
    for fault in hints { complain(.hint(fault.message)) }
    guard !missing.isEmpty else { return }
    for fault in missing { complain(.missing(unit: "", fault.message)) }
    complain(.notScored(count: missing.count))
    throw ExitCode(1)
}

/// Which subjects of a book.
struct SubjectOptions: ParsableArguments {
    @Option(help: HelpText.scoreUnit.help)
    var unit: String?

    @Option(help: HelpText.subject.help)
    var subject: String?

    struct Chosen {
        let subjects: [EvaluatedSubject]
        /// nil where one subject was asked for.
        let summary: ScoreSummary?
        fileprivate let evaluation: EvaluationBook

        /// What is to be said of these subjects.
        func faults(_ severity: EvaluationFault.Severity, ofMonitoring isMonitoring: Bool = false) -> [EvaluationFault]
        {
            let codes = Set(subjects.map(\.record.code))
            return evaluation.faults(severity).filter {
                // What is of no subject is of the lines of money that all of them are found in.
                ($0.subject.isEmpty || codes.contains($0.subject)) && $0.isAboutMonitoring == isMonitoring
            }
        }
    }

    func subjects(of loaded: LoadedBook) throws -> Chosen {
        let evaluation = loaded.evaluation
        let code = try unit.map { name in
            guard let code = loaded.book.units.find(name) else {
                throw CommandFault.unknownUnit(name, known: loaded.book.units.names)
            }
            return code
        }
        let all = evaluation.subjects(of: code)
        guard let subject else {
            if all.isEmpty { throw CommandFault.unknownSubject("", known: []) }
            return Chosen(subjects: all, summary: evaluation.summary(of: code), evaluation: evaluation)
        }
        guard let found = all.first(where: { $0.record.code == subject }) ?? all.first(where: { $0.name == subject })
        else { throw CommandFault.unknownSubject(subject, known: all.map(\.record.code)) }
        return Chosen(subjects: [found], summary: nil, evaluation: evaluation)
    }
}
