import Dispatch
import Synchronization

/// Files that have nothing to do with one another, made on all cores.
enum AtOnce {
    typealias File = (name: String, make: @Sendable () throws -> [UInt8])

    /// In the order asked for; of several errors the first in that order is thrown.
    static func bytes(of files: [File]) throws -> [(String, [UInt8])] {
        let made = Mutex<[Result<[UInt8], any Error>?]>(Array(repeating: nil, count: files.count))
        let makers = files.map(\.make)
        DispatchQueue.concurrentPerform(iterations: makers.count) { index in
            let result = Result { try makers[index]() }
            made.withLock { $0[index] = result }
        }
        let results = made.withLock { $0 }
        return try zip(files, results).compactMap { file, result in try result.map { (file.name, try $0.get()) } }
    }
}
