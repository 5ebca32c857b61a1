import Foundation
import Ledger

/// A CSV mapped into memory for as long as this lives.
final class MappedSheetFile {
    let sheet: LargeSheet
    private let memory: UnsafeMutableRawPointer

    /// - Returns: nil where the file is smaller than `size`, or cannot be mapped: it is read like any other then.
    init?(_ path: String, sheet name: String, from size: Int, limit: Int) throws {
        let fileName = (path as NSString).lastPathComponent
        let file = open(path, O_RDONLY)
        guard file >= 0 else { return nil }
        defer { close(file) }
        let count = Int(lseek(file, 0, SEEK_END))
        guard count >= max(1, size) else { return nil }
        guard count <= limit else { throw BookFaults([BookFault(.tooLarge(limit: limit), sheet: fileName)]) }
        guard let memory = mmap(nil, count, PROT_READ, MAP_PRIVATE, file, 0), memory != MAP_FAILED else { return nil }
        self.memory = memory
        sheet = LargeSheet(
            name: name, file: fileName, bytes: UnsafeRawBufferPointer(start: UnsafeRawPointer(memory), count: count))
    }

    deinit { munmap(memory, sheet.bytes.count) }
}
