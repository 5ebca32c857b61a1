import ArgumentParser
import Fiscal
import Foundation
import Ledger
import Standards

/// `mingzhang new DIR`.
struct NewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new", abstract: "建一个新账套：带批注、下拉框和示例的工作簿；或由上年账套结转。",
        discussion: """
            mingzhang new 账套 --year 2021 --region 430400 --department 衡阳市司法局
            mingzhang new 账套2022 --from 账套2021
            """)

    @Argument(help: "新账套的文件夹，须是空的或还没有")
    var folder: String

    @Option(help: "决算年度，如 2021；用 --from 时不必写")
    var year: Int?

    @Option(help: "六位行政区划代码，如 430400")
    var region: String?

    @Option(help: "部门全称")
    var department: String?

    @Option(help: "上年账套：余额转作年初余额，单位、项目、人员、车辆照抄，改了的科目换成新代码")
    var from: String?

    @Flag(name: .customLong("csv"), help: "写成 CSV 文件夹，不写工作簿")
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
        let year = FiscalYear(year ?? 0)
        let place = try region ?? defaultRegion(library, year: year)
        let standards = try library.standards(region: place, year: year)
        let draft = BookTemplate.draft(
            department: department ?? TemplateTexts.defaultDepartment, year: year.number, region: place,
            standards: standards)
        _ = try draft.checked()
        try write(draft, notes: [])
        for line in TemplateTexts.created(folder, region: place, chosen: region == nil) { print(line) }
        print(TemplateTexts.nextStep)
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
        print("已由 \(path) 结转：\(folder)")
        for line in report.lines { print(line) }
        print("以上改动都记在 \(folder)/结转说明.md。")
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
