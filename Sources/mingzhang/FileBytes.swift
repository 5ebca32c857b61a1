import Foundation
import Ledger

/// Files as bytes; what cannot be read or written is one clear fault.
enum FileBytes {
    /// - Parameter limit: more bytes than this are refused before any is read.
    static func read(_ path: String, limit: Int = .max) throws -> [UInt8] {
        let size = try? FileManager.default.attributesOfItem(atPath: path)[.size] as? NSNumber
        if let size = size?.intValue, size > limit {
            throw BookFaults([BookFault(.tooLarge(limit: limit), sheet: (path as NSString).lastPathComponent)])
        }
        guard let data = FileManager.default.contents(atPath: path) else { throw CommandFault.unreadable(path) }
        return Array(data)
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
