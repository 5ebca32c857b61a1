import Foundation
import Standards

/// Files of the benchmark.
enum BulkFiles {
    static func library(_ folder: String) throws -> StandardsLibrary {
        let names = try FileManager.default.subpathsOfDirectory(atPath: folder)
        return try StandardsLibrary(
            files: names.filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".csv") }.sorted().map { name in
                StandardsFile(path: name, bytes: Array(try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name))))
            })
    }

    static func makeFolder(_ path: String) throws {
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    static func write(_ text: String, to path: String) throws {
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    }
}

/// A file mapped into memory for as long as this lives.
final class MappedFile {
    let bytes: UnsafeRawBufferPointer

    init?(_ path: String) {
        let file = open(path, O_RDONLY)
        guard file >= 0 else { return nil }
        defer { close(file) }
        let size = Int(lseek(file, 0, SEEK_END))
        guard size > 0, let start = mmap(nil, size, PROT_READ, MAP_PRIVATE, file, 0), start != MAP_FAILED else {
            return nil
        }
        bytes = UnsafeRawBufferPointer(start: start, count: size)
    }

    deinit {
        if let start = bytes.baseAddress { munmap(UnsafeMutableRawPointer(mutating: start), bytes.count) }
    }
}

/// Bytes gathered and written in large pieces.
final class BulkOutput {
    private let file: FileHandle
    private var buffer: [UInt8] = []
    private static let piece = 4 << 20

    init(_ path: String) throws {
        _ = FileManager.default.createFile(atPath: path, contents: nil)
        file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
        buffer.reserveCapacity(Self.piece * 2)
    }

    func add(_ byte: UInt8) { buffer.append(byte) }

    func add(_ bytes: [UInt8]) { buffer.append(contentsOf: bytes) }

    func add(_ text: String) { buffer.append(contentsOf: text.utf8) }

    func add(number: Int, width: Int) {
        let digits = String(number)
        for _ in 0..<max(0, width - digits.utf8.count) { buffer.append(0x30) }
        add(digits)
    }

    func add(fen: Int) {
        if fen < 0 { buffer.append(0x2D) }
        let size = fen.magnitude
        add(number: Int(size / 100), width: 1)
        buffer.append(0x2E)
        add(number: Int(size % 100), width: 2)
    }

    func flushIfLarge() throws {
        if buffer.count >= Self.piece { try flush() }
    }

    /// Writes what was added, then these bytes as they are.
    func write(_ bytes: [UInt8]) throws {
        try flush()
        try file.write(contentsOf: bytes)
    }

    private func flush() throws {
        try file.write(contentsOf: buffer)
        buffer.removeAll(keepingCapacity: true)
    }

    func close() throws {
        try flush()
        try file.close()
    }
}
