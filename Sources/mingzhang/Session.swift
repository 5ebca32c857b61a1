import ArgumentParser
import Foundation
import Ledger
import Standards

/// What every subcommand takes.
struct CommonOptions: ParsableArguments {
    enum OutputFormat: String, ExpressibleByArgument, CaseIterable { case text, json }

    @Option(help: "标准文件夹，默认随程序安装的 Standards")
    var standards: String?

    @Option(help: "输出形式：text 或 json")
    var format: OutputFormat = .text

    func library() throws -> StandardsLibrary { try StandardsFolder.load(standards) }
}

/// Runs a subcommand's work; every known fault becomes its sentences on standard error and exit code 3.
func reporting(_ work: () throws -> Void) throws {
    do {
        try work()
    } catch let faults as BookFaults {
        for fault in faults.faults { complain(fault.message) }
        complain("共 \(faults.faults.count) 处；账套未通过检查，没有写出任何文件。")
        throw ExitCode(3)
    } catch let fault as StandardsFault {
        complain(fault.message)
        throw ExitCode(3)
    } catch let fault as ConsolidationFault {
        complain(fault.message)
        throw ExitCode(fault.isUsage ? 2 : 3)
    } catch let fault as CommandFault {
        complain(fault.message)
        throw ExitCode(fault.isUsage ? 2 : 3)
    }
}

/// Prints a value as JSON with sorted keys.
func printJson(_ value: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    print(String(decoding: try encoder.encode(value), as: UTF8.self))
}
