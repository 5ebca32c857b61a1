import Fiscal
import Foundation
import Support

@testable import Standards

/// The definitions of this checkout.
enum Definitions {
    static let tests = CheckedOut.path + "/Tests"

    struct Place: Sendable, Hashable, CustomStringConvertible {
        let region: String
        let year: Int
        var description: String { "\(region) \(year)" }
    }

    static let files: [StandardsFile] = (try? CheckedOut.definitions()) ?? []

    /// Every folder's region with the years of its profiles; the national folder stands for a region without one.
    static let places: [Place] = {
        guard let library = try? library.get() else { return [] }
        return library.regions.flatMap { folder -> [Place] in
            let digits = String(folder.dropFirst(3))
            let region = (digits.isEmpty ? "99" : digits).padding(toLength: 6, withPad: "0", startingAt: 0)
            return library.years(region: folder).map { Place(region: region, year: $0) }
        }
    }()

    /// Read once for all tests.
    private static let loaded: [Place: Result<Standards, any Error>] = Dictionary(
        uniqueKeysWithValues: places.map { place in (place, Result { try read(place).1 }) })

    private static let library = CheckedOut.library

    private static func read(_ place: Place) throws -> (StandardsLibrary, Standards) {
        let library = try library.get()
        return (library, try library.standards(region: place.region, year: FiscalYear(place.year)))
    }

    static func standards(_ place: Place) throws -> (StandardsLibrary, Standards) {
        guard let known = loaded[place] else { return try read(place) }
        return (try library.get(), try known.get())
    }

    /// Lines of a fixture, comments left out.
    static func lines(_ path: String) -> [String] {
        let text = (try? String(contentsOfFile: tests + "/Fixtures/" + path, encoding: .utf8)) ?? ""
        return text.split(separator: "\n").map { String($0) }.filter { !$0.hasPrefix("#") }
    }
}
