import Foundation
import Ledger
import Standards

/// A book that is to be written: its settings and its sheets as text.
struct BookDraft {
    /// Keys of 账套 with their values, in the order they are written.
    var settings: [(key: String, value: String)]
    var sheets: [RawSheet]
    /// What its sheets are defined by: notes, drop-downs, widths.
    let standards: Standards
    /// Paragraphs of the sheet 说明.
    var guidance: [String] = []

    /// The sheets' definitions in the order of a template.
    var definitions: [Sheet] { Self.ordered(standards) }

    static func ordered(_ standards: Standards) -> [Sheet] {
        standards.sheets.sorted { ($0.order, $0.id) < ($1.order, $1.id) }
    }

    func sheet(_ name: String) -> RawSheet? { sheets.first { $0.name == name } }

    /// Reads the draft as a book, so that what is written is known to load.
    func checked(prior: Book? = nil) throws -> Book {
        let entries = settings.map { Settings.Entry(key: $0.key, value: $0.value, line: 0) }
        let settings = try BookSettings.check(Settings(file: BookFiles.settingsFile, entries: entries))
        return try BookReader.read(sheets, settings: settings, standards: standards, prior: prior)
    }

    // MARK: - As files

    /// The folder form: `账套.yaml` and one CSV a sheet.
    func folderFiles() -> [(name: String, bytes: [UInt8])] {
        let lines = settings.map { "\($0.key): \(Self.yaml($0.value))" }
        return [(BookFiles.settingsFile, Array((lines.joined(separator: "\n") + "\n").utf8))]
            + sheets.map { ($0.name + ".csv", CsvText.bytes(header: $0.header, rows: $0.rows.map(\.cells))) }
    }

    /// Plain where YAML reads it as text, else in double quotes.
    private static func yaml(_ text: String) -> String {
        let isPlain = text.unicodeScalars.allSatisfy {
            $0.properties.isAlphabetic || "0123456789-./（）、".unicodeScalars.contains($0)
        }
        if isPlain, text.first?.isLetter ?? false { return text }
        if text.count == 4 || text.count == 10, text.first?.isNumber ?? false, isPlain { return text }
        return "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
}

/// Rows as CSV that a spreadsheet opens rightly: UTF-8 with a mark, lines ended by CR LF.
enum CsvText {
    static func bytes(header: [String], rows: [[String]]) -> [UInt8] {
        let lines = ([header] + rows).map { $0.map(quoted).joined(separator: ",") }
        return [0xEF, 0xBB, 0xBF] + Array((lines.joined(separator: "\r\n") + "\r\n").utf8)
    }

    static func quoted(_ text: String) -> String {
        text.contains { ",\"\r\n".contains($0) || $0 == "\r\n" }
            ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
    }
}

/// Writes the files of a new folder, or one workbook, whole or not at all.
enum BookWriter {
    /// Refuses a folder or file that already has something in it.
    static func refuseOccupied(_ path: String) throws {
        guard FileManager.default.fileExists(atPath: path) else { return }
        guard FileBytes.isFolder(path) else { throw CommandFault.occupied(path) }
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
            throw CommandFault.unreadable(path)
        }
        guard names.isEmpty else { throw CommandFault.occupied(path) }
    }

    static func write(_ files: [(name: String, bytes: [UInt8])], to folder: String) throws {
        let staging = folder + ".part"
        let manager = FileManager.default
        try? manager.removeItem(atPath: staging)
        defer { try? manager.removeItem(atPath: staging) }
        do {
            try manager.createDirectory(atPath: staging, withIntermediateDirectories: true)
            for file in files { try FileBytes.write(file.bytes, to: staging + "/" + file.name) }
            // Only an empty folder can stand there: `refuseOccupied` was asked before.
            if manager.fileExists(atPath: folder) { rmdir(folder) }
            guard rename(staging, folder) == 0 else { throw CommandFault.unwritable(folder) }
        } catch {
            throw CommandFault.unwritable(folder)
        }
    }
}
