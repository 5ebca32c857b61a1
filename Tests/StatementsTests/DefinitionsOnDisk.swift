import Fiscal
import Foundation
import Ledger
import Standards
import Support

/// The definitions and example books of this checkout.
enum DefinitionsOnDisk {
    static let root = CheckedOut.path

    /// A region and year that some profile names.
    struct Place: Sendable, Hashable, CustomStringConvertible {
        let region: String
        let year: Int
        var description: String { "\(region) \(year)" }
    }

    static let library: StandardsLibrary? = try? load()

    private static func load() throws -> StandardsLibrary { try CheckedOut.library.get() }

    /// Every profile's folder and years; the national one stands for a region without a folder.
    static let places: [Place] = (library?.regions ?? []).flatMap { folder -> [Place] in
        let digits = String(folder.dropFirst(3))
        let region = digits.isEmpty ? "999999" : digits + String(repeating: "0", count: max(0, 6 - digits.count))
        return (library?.years(region: folder) ?? []).map { Place(region: region, year: $0) }
    }

    /// Read once for all tests.
    private static let loaded: [Place: Result<Standards, any Error>] = Dictionary(
        uniqueKeysWithValues: places.map { place in (place, Result { try read(place) }) })

    private static func read(_ place: Place) throws -> Standards {
        try (library ?? load()).standards(region: place.region, year: FiscalYear(place.year))
    }

    static func standards(_ place: Place) throws -> Standards { try loaded[place]?.get() ?? read(place) }

    /// An example book under `Examples/`.
    static func example(_ name: String) throws -> FactBase {
        let folder = root + "/Examples/" + name
        func bytes(_ file: String) throws -> [UInt8] {
            Array(try Data(contentsOf: URL(fileURLWithPath: folder + "/" + file)))
        }
        let yaml = String(decoding: try bytes("账套.yaml"), as: UTF8.self)
        let settings = try BookSettings.check(Settings(yaml: yaml, file: "账套.yaml"))
        let files = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".csv") }.sorted()
        let sheets = try files.map { try CsvSheet.read(bytes($0), name: String($0.dropLast(4)), file: $0) }
        let standards = try (library ?? load()).standards(region: settings.region, year: settings.year)
        let book = try BookReader.read(sheets, settings: settings, standards: standards)
        return FactBase(book: book, standards: standards, unit: book.units.root?.code ?? "")
    }
}
