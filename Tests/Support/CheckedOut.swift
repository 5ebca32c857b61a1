import Fiscal
package import Foundation
package import Standards

/// The files of this checkout, found from this one; definitions are read once a process.
package enum CheckedOut {
    package static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    package static let path = folder.path

    /// Definition files below a folder.
    ///
    /// - Parameter prefix: put before each path, so that a test may lay them over others.
    package static func definitions(below name: String = "Standards", as prefix: String = "") throws -> [StandardsFile]
    {
        let folder = folder.appendingPathComponent(name)
        return try FileManager.default.subpathsOfDirectory(atPath: folder.path)
            .filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".csv") }.sorted()
            .map { name in
                let bytes = try Data(contentsOf: folder.appendingPathComponent(name))
                return StandardsFile(path: prefix + name, bytes: Array(bytes))
            }
    }

    package static let library: Result<StandardsLibrary, any Error> = Result {
        try StandardsLibrary(files: definitions())
    }

    package static func standards(_ region: String, _ year: Int, variant: String = "") throws -> Standards {
        try library.get().standards(region: region, year: FiscalYear(year), variant: variant)
    }
}
