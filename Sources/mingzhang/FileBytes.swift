import Foundation
import Ledger

/// Files as bytes; what cannot be read or written is one clear fault.
enum FileBytes {
    /// - Parameter limit: more bytes than this are refused before any is read.
    static func read(_ path: String, limit: Int = .max) throws -> [UInt8] {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw CommandFault.unreadable(path) }
        defer { close(file) }
        var about = stat()
        guard fstat(file, &about) == 0 else { throw CommandFault.unreadable(path) }
        let size = Int(about.st_size)
        if size > limit {
            throw BookFaults([BookFault(.tooLarge(limit: limit), sheet: (path as NSString).lastPathComponent)])
        }
        // One more than there should be, so that the end shows; a pipe does not say how much it holds.
        var bytes: [UInt8] = []
        var expected = max(0, size) + 1
        while true {
            let more = try piece(of: file, atMost: expected, path)
            if more.isEmpty { return bytes }
            if bytes.isEmpty { bytes = more } else { bytes += more }
            expected = max(expected - more.count, 1 << 16)
        }
    }

    private static func piece(of file: Int32, atMost count: Int, _ path: String) throws -> [UInt8] {
        try [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in  // ok: as many as were read are kept
            var got = 0
            repeat { got = Foundation.read(file, buffer.baseAddress, count) } while got < 0 && errno == EINTR
            guard got >= 0 else { throw CommandFault.unreadable(path) }
            filled = got
        }
    }

    /// Written where nobody looks yet: it may be lost with the machine's power, but not with the program.
    static func create(_ bytes: [UInt8], at path: String) throws {
        let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
        guard file >= 0 else { throw CommandFault.unwritable(path) }
        var isWhole = true
        bytes.withUnsafeBytes { bytes in  // ok: read within the call
            var rest = bytes[...]
            while !rest.isEmpty, isWhole {
                let count = Foundation.write(file, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
                if count > 0 { rest = rest.dropFirst(count) } else if count == 0 || errno != EINTR { isWhole = false }
            }
        }
        guard close(file) == 0, isWhole else { throw CommandFault.unwritable(path) }
    }

    /// Written beside and renamed, so that what is replaced stays whole until the new one is.
    static func write(_ bytes: [UInt8], to path: String) throws {
        let temporary = path + ".part"
        do {
            try Data(bytes).write(to: URL(fileURLWithPath: temporary))
            guard rename(temporary, path) == 0 else { throw CommandFault.unwritable(path) }
        } catch {
            try? FileManager.default.removeItem(atPath: temporary)
            throw CommandFault.unwritable(path)
        }
    }

    static func isFolder(_ path: String) -> Bool {
        var isDirectory: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) && isDirectory.boolValue
    }
}
