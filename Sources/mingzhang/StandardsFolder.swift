import Fiscal
import Foundation
import Standards

/// Finds and reads the definition files: `--standards`, the environment, beside the binary, the checkout.
enum StandardsFolder {
    static let environmentKey = "MINGZHANG_STANDARDS"

    static func load(_ option: String?) throws -> StandardsLibrary {
        guard let folder = candidates(option).first(where: { FileBytes.isFolder($0 + "/cn") }) else {
            throw CommandFault.noStandards(candidates(option))
        }
        return try StandardsLibrary(files: files(in: folder))
    }

    private static func candidates(_ option: String?) -> [String] {
        if let option { return [option] }
        if let path = ProcessInfo.processInfo.environment[environmentKey] { return [path] }
        return InstallFolders.candidates(installed: "Standards", checkout: "Standards")
    }

    private static func files(in folder: String) throws -> [StandardsFile] {
        let names = try FileManager.default.subpathsOfDirectory(atPath: folder)
        let wanted = names.filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".csv") }.sorted()
        let read = Stretches.map(wanted.count, threads: ProcessInfo.processInfo.activeProcessorCount) { stretch in
            Result { try wanted[stretch].map { StandardsFile(path: $0, bytes: try FileBytes.read(folder + "/" + $0)) } }
        }
        return try read.flatMap { try $0.get() }
    }
}
