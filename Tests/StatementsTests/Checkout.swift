import Fiscal
import Foundation
import Support

@testable import Standards

/// The definitions of this checkout, found from this file.
enum Checkout {
    static let root = CheckedOut.folder

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
        try CheckedOut.definitions(below: folder, as: prefix)
    }

    static func library() throws -> StandardsLibrary { try CheckedOut.library.get() }

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
