import Fiscal

/// Files that have nothing to do with one another, made on all cores.
enum AtOnce {
    typealias File = (name: String, make: @Sendable () throws -> [UInt8])

    /// In the order asked for; of several errors the first in that order is thrown.
    static func bytes(of files: [File]) throws -> [(String, [UInt8])] {
        let makers = files.map(\.make)
        let made = Stretches.each(makers.count) { index in Result { try makers[index]() } }
        return try zip(files, made).map { file, bytes in (file.name, try bytes.get()) }
    }
}
