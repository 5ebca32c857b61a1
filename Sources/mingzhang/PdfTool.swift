import Documents
import Foundation

/// The pages of a PDF as drawn, through a process for each file that is ended when it takes too long.
struct PdfTool {
    /// This program, which is its own worker.
    let program: String
    let library: String
    var pageLimit = PdfLimits.pages
    /// Seconds by the clock.
    var timeLimit = PdfLimits.seconds

    /// nil where PDFium is not installed.
    static func find() -> PdfTool? {
        let program =
            (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
            ?? CommandLine.arguments[0]
        return find(program: program)
    }

    static func find(program: String) -> PdfTool? {
        let named = ProcessInfo.processInfo.environment[TypstTool.environmentKey].map { [$0] }
        let candidates = named ?? InstallFolders.candidates(installed: "tools", checkout: ".tools")
        return candidates.map { $0 + "/pdfium/libpdfium.so" }.first { FileManager.default.isReadableFile(atPath: $0) }
            .map { PdfTool(program: program, library: $0) }
    }

    /// Starts what reads pages before it is needed: it is ready then when the first file is.
    func prepare() { PdfProcesses.prepare(program: program, library: library) }

    /// What the file says, in reading order.
    func read(_ path: String) throws -> PdfReading {
        PdfReader.read(try pages(of: path))
    }

    func pages(of path: String) throws -> [RawPage] {
        guard FileManager.default.isReadableFile(atPath: path) else { throw CommandFault.unreadable(path) }
        do {
            let said = try PdfProcesses.ask(
                path, pages: pageLimit, seconds: timeLimit, program: program, library: library)
            guard let said else { throw CommandFault.toolFailed(tool: "PDFium", .notStarted(program)) }
            return try RawPageStream.pages(said)
        } catch let fault as PdfFault {
            throw CommandFault.document(file: path, .pdf(fault))
        }
    }

    /// The file with marks on its pages: its own bytes, and the annotations behind them.
    func marked(_ path: String, with marks: [PdfMark]) throws -> [UInt8] {
        let list = NSTemporaryDirectory() + "mingzhang-" + UUID().uuidString + ".json"
        defer { try? FileManager.default.removeItem(atPath: list) }
        try FileBytes.write(Array(JSONEncoder().encode(marks)), to: list)
        do {
            let bytes = try run(
                "pdf-annotator", ["--marks", list], on: path, limit: PdfLimits.fileSize + PdfLimits.output)
            // A fault is told in the words of the page reader.
            if bytes.starts(with: RawPageStream.magic) { _ = try RawPageStream.pages(bytes) }
            // A file may begin with a line that is not its own.
            guard Data(bytes.prefix(1_024)).range(of: Data("%PDF-".utf8)) != nil else { throw PdfFault.crashed }
            return PdfAppendix.trimmed(bytes, original: try FileBytes.read(path), mark: PdfMark.namePrefix)
        } catch let fault as PdfFault {
            throw CommandFault.document(file: path, .pdf(fault))
        }
    }

    /// The worker's output, whole or broken off; what it means is the stream's to say.
    private func run(
        _ worker: String, _ options: [String], on path: String, limit: Int = PdfLimits.output
    ) throws -> [UInt8] {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = [worker, "--library", library, "--seconds", "\(timeLimit)"] + options + ["--", path]
        let output = Pipe()
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        do {
            try process.run()
        } catch {
            throw CommandFault.toolFailed(tool: "PDFium", .notStarted(program))
        }
        let id = process.processIdentifier
        let watchdog = DispatchWorkItem { kill(id, SIGKILL) }
        let started = DispatchTime.now()
        DispatchQueue.global().asyncAfter(deadline: started + .seconds(timeLimit), execute: watchdog)
        let bytes = collect(output.fileHandleForReading, of: id, limit: limit)
        process.waitUntilExit()
        watchdog.cancel()
        let isKilled = process.terminationReason == .uncaughtSignal
        if isKilled, process.terminationStatus == SIGXCPU || DispatchTime.now() >= started + .seconds(timeLimit) {
            throw PdfFault.timedOut(timeLimit)
        }
        guard process.terminationStatus == 0, !isKilled else { throw PdfFault.crashed }
        return bytes
    }

    private func collect(_ handle: FileHandle, of id: Int32, limit: Int) -> [UInt8] {
        var bytes: [UInt8] = []
        while let data = try? handle.read(upToCount: 1 << 20), !data.isEmpty {
            bytes += data
            if bytes.count > limit { kill(id, SIGKILL) }
        }
        return bytes
    }
}
