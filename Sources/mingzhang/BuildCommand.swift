import ArgumentParser
import Foundation
import Ledger
import Narrative
import Publication
import Standards

/// `mingzhang build BOOK -o DIR`.
struct BuildCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "build", abstract: "由账套印出全套公开文件（docx、xlsx、html、pdf、json）。")

    @Argument(help: "账套：文件夹或 .xlsx")
    var book: String

    @Option(name: [.short, .long], help: "写到哪个文件夹")
    var output: String

    @Option(help: "只印一个单位（编码或名称），按单位决算")
    var unit: String?

    @Flag(help: "部门之外，再给每个单位各印一套")
    var eachUnit = false

    @Flag(help: "缺原因、缺文字也印，缺处标【待填】")
    var draft = false

    @Option(help: "只写这些格式，逗号分隔：docx,xlsx,html,pdf,json")
    var only: String?

    @Option(help: "尾数：plain 四舍五入；adjusted 调平末位，使分项之和等于合计")
    var rounding: RoundingMode = .plain

    @OptionGroup var common: CommonOptions

    private struct Outcome: Encodable {
        let output: String
        let files: [String]
        let missing: [String]
        let warnings: [String]
        let rounding: [RoundingReport]
    }

    func run() throws {
        try reporting {
            let formats = try PackageFormat.parse(only)
            let library = try common.library()
            let loaded = try LoadedBook(path: book, library: library)
            let progress = Progress()
            var packages: [BuiltPackage] = []
            for scope in try scopes(loaded.book) {
                progress.say("\(scope.name)……")
                packages.append(try BuiltPackage(loaded, scope: scope, rounding: rounding))
            }
            let missing = packages.flatMap(\.missing)
            if !missing.isEmpty, !draft {
                try refuse(missing, packages: packages, loaded: loaded)
            }
            let files = try PackageWriter(folder: output, formats: formats, progress: progress).write(packages)
            progress.end()
            try report(files, packages: packages, book: loaded.book)
        }
    }

    private func scopes(_ book: Book) throws -> [BuildScope] {
        guard let root = book.units.root else { return [] }
        if let unit {
            guard let code = book.units.find(unit), let found = book.units[code] else {
                throw CommandFault.unknownUnit(unit, known: book.units.names)
            }
            return [BuildScope(unit: code, name: found.name, kind: .unit, folder: "")]
        }
        var scopes = [BuildScope(unit: root.code, name: root.name, kind: book.settings.kind, folder: "")]
        if eachUnit {
            scopes += book.units.leaves.filter { $0.code != root.code }.map {
                BuildScope(unit: $0.code, name: $0.name, kind: .unit, folder: $0.name)
            }
        }
        return scopes
    }

    /// Reasons are missing: nothing is written but the sheet to fill in.
    private func refuse(_ missing: [MissingText], packages: [BuiltPackage], loaded: LoadedBook) throws {
        for package in packages {
            let name = packages.count > 1 ? package.scope.name + " " : ""
            for item in package.missing { complain(name + item.message) }
        }
        let path = output + "/" + ReasonSheet.fileName
        try FileManager.default.createDirectory(atPath: output, withIntermediateDirectories: true)
        try FileBytes.write(ReasonSheet(loaded).bytes(packages), to: path)
        complain("共 \(missing.count) 处待填，没有印文件。请填 \(path) 的“原因”一栏，放进账套文件夹后再 build；或加 --draft 先看样稿。")
        throw ExitCode(1)
    }

    private func report(_ files: [String], packages: [BuiltPackage], book: Book) throws {
        let missing = packages.flatMap(\.missing).map(\.message)
        let undefined = Set(packages.flatMap(\.publication.undefined)).sorted()
        if common.format == .json {
            try printJson(
                Outcome(
                    output: output, files: files, missing: missing, warnings: book.warnings.map(\.message),
                    rounding: packages.compactMap { RoundingReport($0) }))
            return
        }
        for warning in book.warnings { complain("提示：" + warning.message) }
        if !undefined.isEmpty { complain("提示：名词解释待补释义 \(undefined.count) 项：\(undefined.joined(separator: "、"))") }
        if !missing.isEmpty { complain("样稿：有 \(missing.count) 处【待填】，不能公开。") }
        for line in packages.flatMap({ RoundingReport($0)?.lines ?? [] }) { complain(line) }
        print("已写到 \(output)：")
        for file in files { print("  \(file)") }
    }
}
