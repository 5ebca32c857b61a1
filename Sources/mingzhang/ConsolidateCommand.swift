import ArgumentParser
import Fiscal
import Foundation
import Ledger
import Performance
import Standards

/// `mingzhang consolidate BOOK... -o BOOK`.
struct ConsolidateCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "consolidate", abstract: HelpText.consolidate.words,
            discussion: HelpText.consolidateMore.words)
    }

    @Argument(help: HelpText.books.help)
    var books: [String]

    @Option(name: [.short, .long], help: HelpText.consolidated.help)
    var output: String

    @Option(help: HelpText.joinedDepartment.help)
    var department: String?

    @Option(help: HelpText.joinedCode.help)
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
            let wrong = EvaluationBook(book: book, standards: standards).faults(.wrong)
            if !wrong.isEmpty { throw EvaluationFaults(wrong) }
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
            copy.file = BookFiles.isWorkbook(output) ? BookPlace.sheet(sheet.name, of: file) : sheet.name + ".csv"
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
        for warning in warnings { complain(.hint(warning)) }
        say(
            .consolidated(
                books: books.count, output: output, units: book.units.units.count, department: book.settings.department)
        )
        for note in notes { say("  " + note) }
    }
}
