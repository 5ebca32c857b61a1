import ArgumentParser
import Fiscal
import Foundation
import Ledger
import Standards

/// `mingzhang consolidate BOOK... -o BOOK`.
struct ConsolidateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "consolidate", abstract: "把各单位账套汇总成部门账套：每一行都保留，内部往来在算部门数时抵销。",
        discussion: "mingzhang consolidate 本级 二级单位甲 二级单位乙.xlsx -o 部门 --department 某某市某局")

    @Argument(help: "各单位账套：文件夹或 .xlsx")
    var books: [String]

    @Option(name: [.short, .long], help: "写成哪个账套：文件夹，或以 .xlsx 结尾的工作簿")
    var output: String

    @Option(help: "汇总后的部门全称；各账套的部门相同时不必写")
    var department: String?

    @Option(help: "部门的单位编码；不写则取各单位编码开头相同的部分")
    var code: String?

    @OptionGroup var common: CommonOptions

    private struct Outcome: Encodable {
        let output: String
        let books: Int
        let units: Int
        let notes: [String]
        let warnings: [String]
    }

    func run() throws {
        try reporting {
            try BookWriter.refuseOccupied(output)
            let library = try common.library()
            let loaded = try books.map { try LoadedBook(path: $0, library: library) }
            let folder = BookFiles.isWorkbook(output) ? (output as NSString).deletingLastPathComponent : output
            let sources = loaded.map { book in
                let relative = RelativePath.from(folder.isEmpty ? "." : folder, to: book.files.folder)
                return ConsolidationSource(
                    name: book.files.name, book: book.book, path: relative == "." ? "" : relative)
            }
            guard let standards = loaded.first?.standards else { return }
            let joined = try Consolidation(
                sources, standards: standards, department: department ?? "", code: code ?? ""
            ).joined()
            var draft = BookDraft(settings: joined.settings, sheets: named(joined.sheets), standards: standards)
            let book = try draft.checked()
            draft.sheets = joined.sheets
            try write(draft)
            report(joined, book: book, standards: standards)
        }
    }

    /// The sheets as the new book's files call them, so that warnings name what will be there.
    private func named(_ sheets: [RawSheet]) -> [RawSheet] {
        let file = (output as NSString).lastPathComponent
        return sheets.map { sheet in
            var copy = sheet
            copy.file = BookFiles.isWorkbook(output) ? "\(file) 的“\(sheet.name)”" : sheet.name + ".csv"
            return copy
        }
    }

    private func write(_ draft: BookDraft) throws {
        if BookFiles.isWorkbook(output) {
            try FileBytes.write(BookWorkbook.bytes(draft), to: output)
        } else {
            try BookWriter.write(draft.folderFiles(), to: output)
        }
    }

    private func report(_ joined: Consolidation.Result, book: Book, standards: Standards) {
        let warnings = (book.warnings + UnitTotals(book: book, standards: standards).faults()).map(\.message)
        let notes = joined.notes.map(\.message)
        if common.format == .json {
            let outcome = Outcome(
                output: output, books: books.count, units: book.units.units.count, notes: notes, warnings: warnings)
            try? printJson(outcome)
            return
        }
        for warning in warnings { complain("提示：" + warning) }
        print("已把 \(books.count) 本账套汇总成 \(output)：\(book.units.units.count) 个单位，\(book.settings.department)。")
        for note in notes { print("  " + note) }
    }
}
