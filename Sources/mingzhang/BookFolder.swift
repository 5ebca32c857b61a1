import Foundation
import Ledger
import Standards

/// A book on disk: a folder of CSV files with `账套.yaml`.
struct BookFolder {
    let path: String
    let settings: BookSettings
    let sheets: [RawSheet]

    /// Reads settings and sheets; nothing is understood yet.
    init(path: String) throws {
        guard FileBytes.isFolder(path) else { throw CommandFault.notABook(path) }
        let settingsPath = path + "/账套.yaml"
        guard FileManager.default.fileExists(atPath: settingsPath) else { throw CommandFault.notABook(path) }
        let text = try CsvSheet.decoded(FileBytes.read(settingsPath), file: "账套.yaml")
        let settings = try Settings(yaml: String(decoding: text, as: UTF8.self), file: "账套.yaml")
        self.path = path
        self.settings = try BookSettings.check(settings)
        let names = try FileManager.default.contentsOfDirectory(atPath: path).filter { $0.hasSuffix(".csv") }.sorted()
        sheets = try names.map { name in
            try CsvSheet.read(FileBytes.read(path + "/" + name), name: String(name.dropLast(4)), file: name)
        }
    }
}

/// A book with the standards that hold for it.
struct LoadedBook {
    let book: Book
    let standards: Standards

    /// Reads the book and, where it links one, last year's.
    init(path: String, library: StandardsLibrary) throws {
        let folder = try BookFolder(path: path)
        let standards = try library.standards(
            region: folder.settings.region, year: folder.settings.year, variant: folder.settings.variant)
        var prior: Book?
        if !folder.settings.priorBook.isEmpty {
            prior = try LoadedBook(path: path + "/" + folder.settings.priorBook, library: library).book
        }
        self.standards = standards
        book = try BookReader.read(folder.sheets, settings: folder.settings, standards: standards, prior: prior)
    }
}
