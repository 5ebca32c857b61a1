import Fiscal
import Foundation

@testable import Standards

/// The definitions of this checkout.
enum Definitions {
    static let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().path

    struct Place: Sendable, Hashable, CustomStringConvertible {
        let region: String
        let year: Int
        var description: String { "\(region) \(year)" }
    }

    static let files: [StandardsFile] = {
        let folder = URL(fileURLWithPath: tests).deletingLastPathComponent().path + "/Standards"
        let names = (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []
        return names.filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".csv") }.compactMap { name in
            FileManager.default.contents(atPath: folder + "/" + name).map {
                StandardsFile(path: name, bytes: Array($0))
            }
        }
    }()

    /// Every folder's region with the years of its profiles; the national folder stands for a region without one.
    static let places: [Place] = {
        guard let library = try? StandardsLibrary(files: files) else { return [] }
        return library.regions.flatMap { folder -> [Place] in
            let digits = String(folder.dropFirst(3))
            let region = (digits.isEmpty ? "99" : digits).padding(toLength: 6, withPad: "0", startingAt: 0)
            return library.years(region: folder).map { Place(region: region, year: $0) }
        }
    }()

    /// Read once for all tests.
    private static let loaded: [Place: Result<Standards, any Error>] = Dictionary(
        uniqueKeysWithValues: places.map { place in (place, Result { try read(place).1 }) })

    private static let library = Result { try StandardsLibrary(files: files) }

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
