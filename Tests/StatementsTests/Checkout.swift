import Fiscal
import Foundation

@testable import Standards

/// The definitions of this checkout, found from this file.
enum Checkout {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// A place without a folder of its own, and each place that has one.
    static let regions = ["610000", "430400", "310000", "530100"]
    static let years = 2020...2025
    static let places = regions.flatMap { region in years.map { Place(region: region, year: $0) } }

    struct Place: Hashable, Sendable, CustomStringConvertible {
        var region: String
        var year: Int
        var variant = ""

        var description: String { [region, String(year), variant].filter { !$0.isEmpty }.joined(separator: " ") }
    }

    static func files(below folder: String, as prefix: String = "") throws -> [StandardsFile] {
        let folder = root.appendingPathComponent(folder)
        return try FileManager.default.subpathsOfDirectory(atPath: folder.path)
            .filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".csv") }
            .map { name in
                let bytes = try Data(contentsOf: folder.appendingPathComponent(name))
                return StandardsFile(path: prefix + name, bytes: Array(bytes))
            }
    }

    static func library() throws -> StandardsLibrary { try StandardsLibrary(files: files(below: "Standards")) }

    /// Every place and year is loaded once for all tests.
    private static let loaded: [Place: Result<Standards, any Error>] = {
        let variants = years.map { Place(region: "310000", year: $0, variant: "编码分列") }
        let library = Result { try Checkout.library() }
        return Dictionary(
            uniqueKeysWithValues: (places + variants).map { place in
                (place, Result { try library.get().standards(place) })
            })
    }()

    static func standards(_ place: Place) throws -> Standards {
        guard let found = loaded[place] else { return try library().standards(place) }
        return try found.get()
    }
}

extension StandardsLibrary {
    func standards(_ place: Checkout.Place) throws -> Standards {
        try standards(region: place.region, year: FiscalYear(place.year), variant: place.variant)
    }
}
