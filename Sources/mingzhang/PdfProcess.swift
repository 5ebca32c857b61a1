import CPdfium
import Documents
import Foundation
import Synchronization

/// A running `PdfServer`, seen from the program that asks it.
final class PdfProcess: Sendable {
    private let id: pid_t
    /// Requests out, how a file ended in.
    private let socket: Int32
    /// What the server's children say.
    private let pages: Int32
    private let isEnded = Atomic(false)

    private static let pipeSize = 1 << 20
    private static let attempts = 50

    /// nil where it cannot be started.
    init?(program: String, library: String) {
        var (sockets, pipes): ([Int32], [Int32]) = ([0, 0], [0, 0])
        guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0, &sockets) == 0 else {
            return nil
        }
        guard pipe(&pipes) == 0 else {
            sockets.forEach { _ = close($0) }
            return nil
        }
        for file in pipes { _ = fcntl(file, F_SETFD, FD_CLOEXEC) }
        mz_widen(pipes[0], Int32(Self.pipeSize))
        let child = Self.start([program, PdfServer.word, library], input: sockets[1], output: pipes[1])
        close(sockets[1])
        close(pipes[1])
        guard let child else {
            close(sockets[0])
            close(pipes[0])
            return nil
        }
        (id, socket, pages) = (child, sockets[0], pipes[0])
    }

    /// It ends by itself once nobody can ask it any more.
    deinit {
        close(socket)
        close(pages)
        waitpid(id, nil, 0)
    }

    private static func start(_ words: [String], input: Int32, output: Int32) -> pid_t? {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
        posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
        var arguments = words.map { strdup($0) }
        defer { arguments.forEach { free($0) } }
        arguments.append(nil)
        var child: pid_t = 0
        // A program written a moment ago is still open in whatever another thread starts just now.
        for _ in 0..<attempts {
            let problem = posix_spawn(&child, words[0], &actions, nil, arguments, environ)
            if problem == 0 { return child }
            guard problem == ETXTBSY else { return nil }
            usleep(10_000)
        }
        return nil
    }

    /// What is said of one file, whole or broken off: what it means is the stream's to say.
    ///
    /// - Throws: where the process has to be given up; it is ended then.
    func ask(_ path: String, pages limit: Int, seconds: Int) throws(PdfFault) -> [UInt8] {
        let request = Array("\(seconds) \(limit) \(path)".utf8) + [0]
        // The child ends itself in time; this is for a server that hangs.
        let deadline = ContinuousClock.now + .seconds(seconds) + .milliseconds(500)
        let sent = send(socket, request, request.count, Int32(MSG_NOSIGNAL))
        guard sent == request.count else { throw end(.crashed) }
        var bytes: [UInt8] = []
        while true {
            let left = ContinuousClock.now.duration(to: deadline).components
            let wait = left.seconds * 1_000 + left.attoseconds / 1_000_000_000_000_000
            guard wait > 0, let (hasPages, hasEnded) = ready(wait) else { throw end(.timedOut(seconds)) }
            if hasPages {
                guard take(into: &bytes) else { throw end(.crashed) }
            } else if hasEnded {
                var how: UInt8 = 1
                guard recv(socket, &how, 1, 0) == 1 else { throw end(.crashed) }
                // The child wrote before it ended.
                while let (hasPages, _) = ready(0), hasPages { guard take(into: &bytes) else { throw end(.crashed) } }
                if how == 2 { throw .timedOut(seconds) }
                guard how == 0 else { throw .crashed }
                return bytes
            }
        }
    }

    /// Which of the two has something to be read; nil where neither has, so many milliseconds long.
    private func ready(_ wait: Int64) -> (pages: Bool, end: Bool)? {
        var files = [
            pollfd(fd: pages, events: Int16(POLLIN), revents: 0), pollfd(fd: socket, events: Int16(POLLIN), revents: 0),
        ]
        guard poll(&files, 2, Int32(clamping: wait)) > 0 else { return nil }
        return (files[0].revents & Int16(POLLIN) != 0, files[1].revents != 0)
    }

    /// false where it says too much, or nothing.
    private func take(into bytes: inout [UInt8]) -> Bool {
        let count = withUnsafeTemporaryAllocation(byteCount: Self.pipeSize, alignment: 1) { room in
            let count = read(pages, room.baseAddress, room.count)
            if count > 0 { bytes += UnsafeRawBufferPointer(rebasing: room[..<count]) }
            return count
        }
        return count > 0 && bytes.count <= PdfLimits.output
    }

    /// Whether it may be asked again.
    var isAlive: Bool { !isEnded.load(ordering: .relaxed) }

    private func end(_ fault: PdfFault) -> PdfFault {
        kill(id, SIGKILL)
        isEnded.store(true, ordering: .relaxed)
        return fault
    }
}

/// The servers that wait for work: as many as ever were busy at once.
enum PdfProcesses {
    private struct Key: Hashable {
        let program: String
        let library: String
    }

    private static let idle = Mutex<[Key: [PdfProcess]]>([:])

    /// Starts one before it is needed.
    static func prepare(program: String, library: String) {
        guard let process = PdfProcess(program: program, library: library) else { return }
        idle.withLock { $0[Key(program: program, library: library), default: []].append(process) }
    }

    /// - Returns: nil where no process could be started.
    static func ask(
        _ path: String, pages: Int, seconds: Int, program: String, library: String
    ) throws(PdfFault) -> [UInt8]? {
        let key = Key(program: program, library: library)
        let waiting = idle.withLock { $0[key]?.popLast() }
        guard let process = waiting ?? PdfProcess(program: program, library: library) else { return nil }
        let result = Result { () throws(PdfFault) in
            try process.ask(path, pages: pages, seconds: seconds)
        }
        if process.isAlive { idle.withLock { $0[key, default: []].append(process) } }
        return try result.get()
    }
}
