import Foundation

/// Typst as a process: the PDF from the same document, and the page each heading came to stand on.
///
/// Optional at run time: without it everything but the pdf works.
struct TypstTool {
    static let environmentKey = "MINGZHANG_TOOLS"
    /// A stuck process is ended after this many seconds.
    private static let timeLimit = 120.0

    let worker: String

    struct Result {
        let pdf: [UInt8]
        /// Page numbers of the headings, in reading order, as the page's foot counts them.
        let headingPages: [Int]
    }

    private struct Places: Decodable {
        struct Heading: Decodable {
            let page: Int
            let number: Int
        }

        let headings: [Heading]
    }

    /// nil where Typst is not installed.
    static func find() -> TypstTool? {
        let named = ProcessInfo.processInfo.environment[environmentKey].map { [$0] }
        let candidates = named ?? InstallFolders.candidates(installed: "tools", checkout: ".tools")
        return candidates.map { $0 + "/bin/typst-worker" }.first { FileManager.default.isExecutableFile(atPath: $0) }
            .map { TypstTool(worker: $0) }
    }

    /// - Parameter folder: where its temporary files may stand; they are removed.
    func compile(_ source: String, in folder: String) throws -> Result {
        let base = folder + "/.typst-\(ProcessInfo.processInfo.processIdentifier)"
        let paths = (source: base + ".typ", pdf: base + ".pdf", places: base + ".json")
        defer {
            for path in [paths.source, paths.pdf, paths.places] { try? FileManager.default.removeItem(atPath: path) }
        }
        try FileBytes.write(Array(source.utf8), to: paths.source)
        let arguments = ["compile", paths.source, paths.pdf, "--standard", "a-2b", "--places", paths.places]
        try run(arguments)
        let places = try JSONDecoder().decode(Places.self, from: Data(FileBytes.read(paths.places)))
        return Result(pdf: try FileBytes.read(paths.pdf), headingPages: places.headings.map(\.number))
    }

    private func run(_ arguments: [String]) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: worker)
        process.arguments = arguments
        let errors = Pipe()
        process.standardError = errors
        process.standardOutput = FileHandle.nullDevice
        do {
            try process.run()
        } catch {
            throw CommandFault.toolFailed(tool: "Typst", .notStarted(worker))
        }
        let watchdog = DispatchWorkItem { process.terminate() }
        DispatchQueue.global().asyncAfter(deadline: .now() + Self.timeLimit, execute: watchdog)
        let said = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        watchdog.cancel()
        guard process.terminationStatus == 0 else {
            let problem = said.split(separator: "\n").first.map { ToolProblem.said(String($0)) } ?? .silent
            throw CommandFault.toolFailed(tool: "Typst", problem)
        }
    }
}

/// Where data stands that is installed with the program, or in the checkout it was built in.
enum InstallFolders {
    static func candidates(installed: String, checkout: String) -> [String] {
        let binary =
            (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
            ?? CommandLine.arguments[0]
        var folder = URL(fileURLWithPath: binary).deletingLastPathComponent()
        var found = [folder.appendingPathComponent("../share/mingzhang/" + installed).standardizedFileURL.path]
        // A binary under .build belongs to a checkout.
        for _ in 0..<5 {
            folder.deleteLastPathComponent()
            found.append(folder.appendingPathComponent(checkout).path)
        }
        return found
    }
}
