import Fiscal
import Foundation
import Standards
import Testing

/// The definition files of the checkout, read once.
enum TestStandards {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path

    static let library: Result<StandardsLibrary, any Error> = Result {
        let folder = root + "/Standards"
        let names = try FileManager.default.subpathsOfDirectory(atPath: folder)
        return try StandardsLibrary(
            files: names.filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".csv") }.sorted().map { name in
                StandardsFile(path: name, bytes: Array(try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name))))
            })
    }

    static func load(_ region: String, _ year: Int) throws -> Standards {
        try library.get().standards(region: region, year: FiscalYear(year))
    }
}

extension Standards {
    /// The phrases of the outline, in its order.
    func outlinePhrases() throws -> [Phrase] {
        let ids = profile.outline.flatMap(\.content).flatMap { content -> [String] in
            if case .phrases(let ids) = content { return ids }
            return []
        }
        return try ids.map { try #require(phrases[$0], "no phrase \($0)") }
    }
}
