import Documents
import Foundation
import Ledger
import Standards

/// How large the files of a book may be.
struct BookLimits: Sendable {
    /// Bytes of one CSV.
    var csv = CsvSheet.defaultLimit
    /// Bytes of one workbook as it lies on disk.
    var workbook = 512 << 20
    /// Bytes of a CSV from which on its lines are added up as they are read, where the reader is asked to.
    var summed = 64 << 20
    /// What a workbook may expand to.
    var zip = ZipLimits.standard

    /// The limits in force; tests lower them.
    @TaskLocal static var current = BookLimits()
}

/// A book on disk: a folder of CSV files with `账套.yaml`, or one workbook of the same sheets.
///
/// A folder may hold a workbook `账套.xlsx` too: what stands in it is read as if it were files of the folder.
struct BookFiles {
    static let settingsFile = "账套.yaml"
    static let settingsSheet = "账套"
    static let workbookFile = "账套.xlsx"
    static let mappingFile = "列名对照.yaml"

    let path: String
    /// What paths in the book are relative to.
    let folder: String
    let settings: BookSettings
    let sheets: [RawSheet]
    /// Sheets too large to be held as text.
    let large: [MappedSheetFile]

    /// Name of the file or folder, for messages.
    var name: String { (path as NSString).lastPathComponent }

    /// Whether it is kept in a workbook, alone or in its folder.
    let isWorkbookForm: Bool

    /// Where last year's book is; nil where none is linked.
    var priorPath: String? { settings.priorBook.isEmpty ? nil : folder + "/" + settings.priorBook }

    /// Reads settings and sheets; nothing is understood yet.
    ///
    /// - Parameter mapsLarge: whether large CSVs are left where they are instead of being read.
    init(path: String, mapsLarge: Bool = false) throws {
        self.path = path
        var reader = BookFilesReader(mapsLarge: mapsLarge)
        if FileBytes.isFolder(path) {
            folder = path
            try reader.readFolder(path)
        } else {
            guard FileManager.default.fileExists(atPath: path) else { throw CommandFault.unreadable(path) }
            guard Self.isWorkbook(path) else { throw CommandFault.notABook(path) }
            let parent = (path as NSString).deletingLastPathComponent
            folder = parent.isEmpty ? "." : parent
            try reader.readWorkbook(path)
        }
        guard let settings = reader.settings else {
            throw FileBytes.isFolder(path) ? CommandFault.notABook(path) : CommandFault.noSettings(path)
        }
        self.settings = try BookSettings.check(settings)
        sheets = reader.sheets
        large = reader.large
        isWorkbookForm = settings.file != Self.settingsFile
    }

    static func isWorkbook(_ path: String) -> Bool {
        [".xlsx", ".xlsm"].contains { path.lowercased().hasSuffix($0) }
    }
}

/// Collects the sheets of a book from its files.
private struct BookFilesReader {
    var settings: Settings?
    var sheets: [RawSheet] = []
    var large: [MappedSheetFile] = []
    private let mapsLarge: Bool
    private let limits = BookLimits.current

    init(mapsLarge: Bool) { self.mapsLarge = mapsLarge }

    mutating func readFolder(_ folder: String) throws {
        guard let listed = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
            throw CommandFault.unreadable(folder)
        }
        let names = listed.filter { !$0.hasPrefix(".") && !$0.hasPrefix("~$") }.sorted()
        if names.contains(BookFiles.settingsFile) {
            settings = try Settings(yaml: text(folder + "/" + BookFiles.settingsFile), file: BookFiles.settingsFile)
        }
        let mappings = try names.contains(BookFiles.mappingFile) ? mappings(folder) : []
        for name in names where name.lowercased().hasSuffix(".csv") && !mappings.contains(where: { $0.file == name }) {
            let (path, sheet) = (folder + "/" + name, String(name.dropLast(4)))
            if mapsLarge, let file = try MappedSheetFile(path, sheet: sheet, from: limits.summed, limit: limits.csv) {
                large.append(file)
            } else {
                sheets.append(try csv(path, sheet: sheet, file: name))
            }
        }
        for name in names where BookFiles.isWorkbook(name) {
            let sheet = String(name.dropLast(5))
            if name == BookFiles.workbookFile {
                try readWorkbook(folder + "/" + name)
            } else if sheet == BookReader.openReasons, var first = try workbookSheets(folder + "/" + name).first {
                first.name = sheet
                sheets.append(first)
            }
        }
        for mapping in mappings {
            let table = try source(mapping, folder: folder)
            sheets.append(try MappedSheet(mapping).applied(to: table))
        }
        dropEmptyTwins()
    }

    mutating func readWorkbook(_ path: String) throws {
        for sheet in try workbookSheets(path) {
            if sheet.name == BookFiles.settingsSheet {
                guard settings == nil else {
                    throw BookFaults([
                        BookFault(.duplicateSheet(sheet.name, other: BookFiles.settingsFile), sheet: sheet.file)
                    ])
                }
                settings = Settings(sheet)
            } else {
                sheets.append(sheet)
            }
        }
    }

    /// Where a folder has a sheet both as CSV and in its workbook, the one without a line gives way.
    private mutating func dropEmptyTwins() {
        let byName = Dictionary(grouping: sheets.filter { !$0.isPart }, by: \.name)
        for (name, twins) in byName where twins.count > 1 {
            let filled = twins.filter { !$0.rows.allSatisfy(\.isExample) }
            let kept = filled.isEmpty ? Array(twins.prefix(1)) : filled
            sheets.removeAll { $0.name == name && !$0.isPart && !kept.contains($0) }
        }
        let names = large.map(\.sheet.name)
        sheets.removeAll { names.contains($0.name) && !$0.isPart && $0.rows.allSatisfy(\.isExample) }
    }

    // MARK: - One file

    private func text(_ path: String) throws -> String {
        let name = (path as NSString).lastPathComponent
        return String(decoding: try CsvSheet.decoded(FileBytes.read(path, limit: 1 << 20), file: name), as: UTF8.self)
    }

    private func csv(_ path: String, sheet: String, file: String, headerRow: Int = 1) throws -> RawSheet {
        try CsvSheet.read(
            FileBytes.read(path, limit: limits.csv), name: sheet, file: file, limit: limits.csv, headerRow: headerRow)
    }

    private func workbookSheets(_ path: String, headerRow: Int? = nil) throws -> [RawSheet] {
        let name = (path as NSString).lastPathComponent
        let bytes = try FileBytes.read(path, limit: limits.workbook)
        do {
            return try WorkbookSheets(file: name, headerRow: headerRow).sheets(
                of: WorkbookReader.read(bytes, limits: limits.zip))
        } catch let fault as DocumentFault {
            throw CommandFault.document(file: name, fault)
        }
    }

    // MARK: - Exports

    private func mappings(_ folder: String) throws -> [ColumnMapping] {
        try ColumnMapping.load(yaml: text(folder + "/" + BookFiles.mappingFile), file: BookFiles.mappingFile)
    }

    private func source(_ mapping: ColumnMapping, folder: String) throws -> RawSheet {
        let path = folder + "/" + mapping.file
        guard FileManager.default.fileExists(atPath: path) else {
            throw mapping.fault(.missingFile(mapping.file))
        }
        guard BookFiles.isWorkbook(path) else {
            return try csv(path, sheet: mapping.sheet, file: mapping.file, headerRow: mapping.headerRow)
        }
        let sheets = try workbookSheets(path, headerRow: mapping.headerRow)
        guard let found = mapping.tab.isEmpty ? sheets.first : sheets.first(where: { $0.name == mapping.tab }) else {
            throw mapping.fault(.missingTab(mapping.tab, known: sheets.map(\.name)))
        }
        return found
    }
}

extension Settings {
    /// The settings as a sheet of two columns, 项目 and 内容.
    init(_ sheet: RawSheet) {
        let entries = sheet.rows.filter { !$0.isExample }.map { row in
            Entry(
                key: sheet.text("项目", in: row), value: sheet.text("内容", in: row), line: row.number)
        }
        self.init(file: sheet.file, entries: entries.filter { !$0.key.isEmpty && !$0.value.isEmpty })
    }
}
