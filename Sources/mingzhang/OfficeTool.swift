import Documents
import Foundation

/// LibreOffice as a process: brings a document of another format to one that is read here.
///
/// Optional at run time: without it everything but such documents is read.
struct OfficeTool {
    static let environmentKey = "MINGZHANG_OFFICE"
    /// A document that takes longer is given up: usual ones take one or two seconds.
    static let timeLimit = 60
    /// Address space of the process, in KiB; a damaged file must not take the machine's memory.
    private static let memoryLimit = 8 << 20

    let program: String

    /// nil where LibreOffice is not installed.
    static func find() -> OfficeTool? {
        let environment = ProcessInfo.processInfo.environment
        if let named = environment[environmentKey] {
            return FileManager.default.isExecutableFile(atPath: named) ? OfficeTool(program: named) : nil
        }
        let folders =
            (environment["PATH"] ?? "").split(separator: ":").map { String($0) } + ["/opt/libreoffice/program"]
        let candidates = folders.flatMap { [$0 + "/soffice", $0 + "/libreoffice"] }
        return candidates.first { FileManager.default.isExecutableFile(atPath: $0) }.map { OfficeTool(program: $0) }
    }

    /// The same document as a .docx or .xlsx.
    ///
    /// - Parameter format: `docx` or `xlsx`.
    func converted(_ bytes: [UInt8], to format: String, timeLimit: Int = Self.timeLimit) throws -> [UInt8] {
        let folder = NSTemporaryDirectory() + "mingzhang-office-" + UUID().uuidString
        do {
            try FileManager.default.createDirectory(atPath: folder + "/out", withIntermediateDirectories: true)
        } catch { throw CommandFault.unwritable(folder) }
        defer { try? FileManager.default.removeItem(atPath: folder) }
        // LibreOffice looks at the bytes too; a name of its own keeps whatever the file was called out of the arguments.
        let source = folder + "/source"
        try FileBytes.write(bytes, to: source)
        let said = try run(source: source, format: format, folder: folder, timeLimit: timeLimit)
        guard let data = FileManager.default.contents(atPath: folder + "/out/source." + format), !data.isEmpty else {
            throw CommandFault.toolFailed(tool: "LibreOffice", said.map { .said($0) } ?? .silent)
        }
        return Array(data)
    }

    /// Each run has a profile of its own, so that several can run at once and none reads a user's settings.
    ///
    /// - Returns: the first line of its complaints.
    private func run(source: String, format: String, folder: String, timeLimit: Int) throws -> String? {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        // The program starts others: `timeout` ends them all, and itself with them. Whoever started us may have
        // blocked milder signals.
        let script = "ulimit -v \(Self.memoryLimit); exec timeout -s KILL \(timeLimit) \"$0\" \"$@\""
        process.arguments = [
            "-c", script, program, "-env:UserInstallation=file://\(folder)/profile", "--headless", "--norestore",
            "--convert-to", format, "--outdir", folder + "/out", source,
        ]
        process.environment = ProcessInfo.processInfo.environment.merging(["HOME": folder]) { $1 }
        process.standardOutput = FileHandle.nullDevice
        let errors = Pipe()
        process.standardError = errors
        do { try process.run() } catch { throw CommandFault.toolFailed(tool: "LibreOffice", .notStarted(program)) }
        let said = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        if process.terminationReason == .uncaughtSignal || [124, 137].contains(process.terminationStatus) {
            throw CommandFault.toolFailed(tool: "LibreOffice", .tooLong(seconds: timeLimit))
        }
        return said.split(separator: "\n").first { !$0.isEmpty }.map { String($0) }
    }
}
