import ArgumentParser
import Fiscal
import Foundation
import Ledger
import Standards

/// `mingzhang new DIR`.
struct NewCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "new", abstract: HelpText.new.words, discussion: HelpText.newMore.words)
    }

    @Argument(help: HelpText.newFolder.help)
    var folder: String

    @Option(help: HelpText.newYear.help)
    var year: Int?

    @Option(help: HelpText.newRegion.help)
    var region: String?

    @Option(help: HelpText.newDepartment.help)
    var department: String?

    @Option(help: HelpText.from.help)
    var from: String?

    @Flag(name: .customLong("csv"), help: HelpText.csv.help)
    var asFolder = false

    @OptionGroup var common: CommonOptions

    func run() throws {
        try reporting {
            guard from != nil || year != nil else { throw CommandFault.noYear }
            guard from == nil || (year == nil && region == nil) else { throw CommandFault.yearOfLastBook }
            let library = try common.library()
            try BookWriter.refuseOccupied(folder)
            if let from { try open(from, library: library) } else { try create(library: library) }
        }
    }

    private func create(library: StandardsLibrary) throws {
        try library.check(region: region, year: year)
        let year = FiscalYear(year ?? 0)
        let place = try region ?? defaultRegion(library, year: year)
        let standards = try library.standards(region: place, year: year)
        let draft = BookTemplate.draft(
            department: department ?? TemplateTexts.defaultDepartment, year: year.number, region: place,
            standards: standards)
        _ = try draft.checked()
        try write(draft, notes: [])
        say(.created(folder))
        if region == nil { say(.regionChosen(place)) }
        if let folder = library.borrowedProfile(of: standards) {
            say(.profileUsed(region: place, folder: folder, title: standards.profile.title))
        }
        say(.nextStep)
    }

    /// The place of the only regional definitions there are; which one is said to the user.
    private func defaultRegion(_ library: StandardsLibrary, year: FiscalYear) throws -> String {
        let places = library.regions.filter { library.years(region: $0).contains(year.number) }.map { name in
            String((name.split(separator: "-").dropFirst().joined() + "000000").prefix(6))
        }
        guard let first = places.first, places.count == 1 || places.contains("000000") else {
            throw CommandFault.noRegion(known: places)
        }
        return first
    }

    private func open(_ path: String, library: StandardsLibrary) throws {
        let last = try LoadedBook(path: path, library: library)
        let next = last.book.settings.year.next
        let settings = last.book.settings
        let standards = try library.standards(region: settings.region, year: next, variant: settings.variant)
        let opening = YearOpening(last: last.book, lastStandards: last.standards, standards: standards)
        let opened = opening.open()
        var draft = BookDraft(settings: opened.settings, sheets: opened.sheets, standards: standards)
        if let department { draft.settings = draft.settings.map { $0.key == "部门" ? ($0.key, department) : $0 } }
        draft.settings.append(("上年账套", RelativePath.from(folder, to: path)))
        draft.guidance = TemplateTexts.guidance
        _ = try draft.checked(prior: last.book)
        let report = OpeningReport(
            changes: opened.changes, department: last.book.settings.department, year: next.number)
        try write(
            draft, notes: [("结转说明.md", Array(report.markdown.utf8))], asFolder: asFolder || !last.files.isWorkbookForm)
        say(.opened(from: path, to: folder))
        for line in report.lines { say(line) }
        say(.changesKept(folder + "/结转说明.md"))
    }

    private func write(_ draft: BookDraft, notes: [(name: String, bytes: [UInt8])], asFolder: Bool? = nil) throws {
        let isFolder = asFolder ?? self.asFolder
        let files = try isFolder ? draft.folderFiles() : [(BookFiles.workbookFile, BookWorkbook.bytes(draft))]
        try BookWriter.write(files + notes, to: folder)
    }
}

/// Paths from one folder to another place.
enum RelativePath {
    static func from(_ folder: String, to target: String) -> String {
        let base = URL(fileURLWithPath: folder).standardizedFileURL.pathComponents
        let goal = URL(fileURLWithPath: target).standardizedFileURL.pathComponents
        let shared = zip(base, goal).prefix { $0 == $1 }.count
        let steps = Array(repeating: "..", count: base.count - shared) + goal.dropFirst(shared)
        return steps.isEmpty ? "." : steps.joined(separator: "/")
    }
}
