import ArgumentParser
import Fiscal
import Foundation
import Ledger
import Performance
import Standards

/// What every subcommand takes.
struct CommonOptions: ParsableArguments {
    enum OutputFormat: String, ExpressibleByArgument, CaseIterable { case text, json }

    @Option(help: HelpText.standardsFolder.help)
    var standards: String?

    @Option(help: HelpText.format.help)
    var format: OutputFormat = .text

    /// Only listed here, for the help screens: `SpokenArguments` takes it out before anything is parsed.
    @Option(help: HelpText.language.help)
    var lang: MessageLanguage = .chinese

    func library() throws -> StandardsLibrary { try StandardsFolder.load(standards) }
}

/// Runs a subcommand's work; every known fault becomes its sentences on standard error and exit code 3.
///
/// - Parameter writes: whether the work would have written files, which did not happen then.
func reporting(writes: Bool = true, _ work: () throws -> Void) throws {
    do {
        try work()
    } catch let faults as BookFaults {
        for fault in faults.faults { complain(fault.message) }
        complain(.faultCount(faults.faults.count, writes: writes))
        try FaultJson(faults).sayIfAsked()
        throw ExitCode(3)
    } catch let faults as EvaluationFaults {
        for fault in faults.faults.prefix(EvaluationFaults.listed) { complain(fault.message) }
        complain(.faultCount(faults.faults.count, writes: writes))
        try FaultJson(faults).sayIfAsked()
        throw ExitCode(3)
    } catch let fault as StandardsFault {
        complain(fault.message)
        try FaultJson(fault).sayIfAsked()
        throw ExitCode(3)
    } catch let fault as ConsolidationFault {
        complain(fault.message)
        try FaultJson(fault).sayIfAsked()
        throw ExitCode(fault.isUsage ? 2 : 3)
    } catch let fault as CommandFault {
        complain(fault.message)
        try FaultJson(fault).sayIfAsked()
        throw ExitCode(fault.isUsage ? 2 : 3)
    }
}

/// Prints a value as JSON with sorted keys.
func printJson(_ value: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    say(String(decoding: try encoder.encode(value), as: UTF8.self))
}

extension EvaluationFaults {
    /// How many are listed; the rest are counted.
    static let listed = 200
}
