import Fiscal
import Foundation
import Standards
import Support
import Testing

/// The definition files of the checkout, read once.
enum TestStandards {
    static let root = CheckedOut.path
    static let library = CheckedOut.library

    static func load(_ region: String, _ year: Int) throws -> Standards { try CheckedOut.standards(region, year) }
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
