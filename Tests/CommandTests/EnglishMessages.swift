import Fiscal
import Foundation
import Standards
import Testing

@testable import mingzhang

/// What of an English text is not English: characters of Chinese outside of quotes.
enum Foreign {
    /// Lines with Chinese words or marks outside of “…”, and of '…' as help texts and ArgumentParser write a word of the
    /// command line.
    static func lines(_ text: String) -> [String] {
        text.split(separator: "\n").map(String.init).filter { unquoted($0).unicodeScalars.contains(where: isChinese) }
    }

    /// The line without what stands in quotes, however deep; a quote that is not closed hides nothing.
    static func unquoted(_ line: String) -> String {
        var outside = ""
        var open: [String] = []
        for character in line {
            switch character {
            case "“": open.append("")
            case "”" where !open.isEmpty: open.removeLast()
            default:
                if open.isEmpty { outside.append(character) } else { open[open.count - 1].append(character) }
            }
        }
        return (outside + open.joined()).replacing(/(^|[ (])'[^']+'/) { String($0.1) }
    }

    /// Words (ideographs) and marks (、。《》【】 and the full-width forms).
    private static func isChinese(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x2E80...0x303F, 0x3400...0x9FFF, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFFEF, 0x20000...0x3FFFF:
            true
        default: false
        }
    }
}

/// `--lang en`: everything that is said is English, nothing that is written changes.
struct EnglishMessages {
    private struct Said {
        let code: Int32
        let output: String
        let errors: String
    }

    private func run(_ arguments: [String], english: Bool = true) async -> Said {
        let console = Console()
        let code = await Console.$listener.withValue(console) {
            await CommandRun.perform(arguments + (english ? ["--lang", "en"] : []))
        }
        return Said(code: code, output: console.output, errors: console.text)
    }

    private static let standards = ["--standards", checkout + "/Standards"]

    @Test("The check sees Chinese outside of quotes, and only there")
    func theCheckCanFail() {
        for foreign in ["表", "sheet 支出 is missing", "missing：x", "“支出”。", "“支出 is missing", "（x）", "it's 年 and 'x'"] {
            #expect(Foreign.lines(foreign) == [foreign])
        }
        for fine in ["sheet “支出” is missing", "“a “表” b”: x", "like 'T05 204 基本支出', say", "2019–2020 · a ÷ b …"] {
            #expect(Foreign.lines(fine) == [])
        }
    }

    @Test("Every mistake has its English sentence and the same exit code", arguments: ErrorCase.all)
    func mistake(_ example: ErrorCase) async throws {
        let chinese = try await example.run()
        let english = try await example.run(["--lang", "en"])
        // The one case that is about the language itself says both.
        guard example.name != "lang-unknown" else { return }
        #expect(english.code == chinese.code)
        #expect(english.said.isEmpty == chinese.said.isEmpty)
        #expect(english.said.isEmpty || english.said != chinese.said)
        let said = english.said.replacing("{账套}", with: "BOOK").replacing("{输出}", with: "OUT")
        #expect(Foreign.lines(said) == [])
        // As many sentences, none of them without words.
        let lines = said.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.count == chinese.said.split(separator: "\n", omittingEmptySubsequences: false).count)
        #expect(lines.dropLast().allSatisfy { Foreign.unquoted(String($0)).contains(/[A-Za-z]{2}/) })
    }

    @Test(
        "What a command says when all is well is English",
        arguments: [
            "standards show 2040601", "standards show T05", "standards show total", "standards show 本年支出",
            "standards check",
            "trace {例} T05 204 基本支出 --lines 3", "trace {例} total.1#2 --lines 2", "trace {例} T07",
            "new {新} --year 2021 --region 430400 --department 某某市某局", "new {新} --year 2021",
            "new {新} --from {前}", "new {新}.a --from {前} --csv", "consolidate {例} -o {新}",
            "build {例} -o {新} --only json,html", "build {例} -o {新} --only json --rounding adjusted",
            "build {例} -o {新} --draft --each-unit --only json", "--help", "build --help", "new --help", "trace --help",
            "consolidate --help", "standards --help", "standards list --help", "standards show --help",
            "standards check --help", "read {件}", "read {件} --region 430000 --year 2021", "read --help", "help build",
            "build", "build x --nonsense", "nonsense x", "build --only",
        ])
    func everydayCommand(_ line: String) async throws {
        let scratch = try Scratch()
        let words = line.split(separator: " ").map { word in
            String(word).replacing("{例}", with: checkout + "/Examples/hengyang-2021")
                .replacing("{前}", with: checkout + "/Examples/shifeng-2020").replacing(
                    "{新}", with: scratch.path + "/new"
                ).replacing("{件}", with: scratch.path + "/paper.html")
        }
        let page =
            "<html><p>某局2021年度部门决算</p><p>本年收入合计3.00万元，另有9个。</p><table><tr><td>甲</td><td>乙</td></tr></table></html>"
        if line.contains("{件}") { try scratch.write(page, to: "paper.html") }
        let isHelp = !line.contains("{") && !line.hasPrefix("standards show") && line != "standards check"
        let said = await run(words + (isHelp ? [] : Self.standards))
        #expect(said.code == (line.hasPrefix("trace {例} T07") || Self.wrong.contains(line) ? 2 : 0))
        let files = Set(try FileManager.default.subpathsOfDirectory(atPath: scratch.path))
        let spoken = (said.output + said.errors).split(separator: "\n").filter { line in
            // A written file is listed by its name alone.
            !(line.hasPrefix("  ") && files.contains("new/" + line.dropFirst(2)))
        }
        #expect(spoken.contains { $0.contains(/[A-Za-z]{3}/) })
        #expect(Foreign.lines(spoken.joined(separator: "\n")) == [])
    }

    private static let wrong = ["build", "build x --nonsense", "nonsense x", "build --only"]

    @Test("The list of standards: kinds and summary are English, ids, names and sources as they are in the data")
    func list() async {
        for more in [[], ["--concepts"], ["--unconfirmed"]] {
            let english = await run(["standards", "list"] + more + Self.standards).output.split(separator: "\n")
            let chinese = await run(["standards", "list"] + more + Self.standards, english: false).output
                .split(separator: "\n")
            #expect(english.count == chinese.count && english.count > 5)
            for (line, original) in zip(english, chinese) {
                let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
                #expect(Foreign.lines(String(cells[0])) == [])
                guard cells.count == 4 else { continue }
                #expect(cells[1] == original.split(separator: "\t", omittingEmptySubsequences: false)[1])
                if cells[0] == "codes" { #expect(Foreign.lines(cells[2...].joined()) == []) }
            }
        }
    }

    @Test("Missing reasons are listed in English, and the sheet to fill in stays Chinese")
    func missingReasons() async throws {
        let scratch = try Scratch()
        let book = try scratch.copy("shifeng-2020", as: "book")
        try scratch.write("单位,事项,对象,原因\n", to: "book/原因.csv")
        let sheets = try await [true, false].asyncMap { english in
            let output = scratch.path + (english ? "/en" : "/zh")
            let said = await run(["build", book, "-o", output] + Self.standards, english: english)
            #expect(said.code == 1 && said.errors.split(separator: "\n").count > 3)
            #expect((Foreign.lines(said.errors).isEmpty) == english)
            return try FileBytes.read(output + "/" + ReasonSheet.fileName)
        }
        #expect(sheets[0] == sheets[1])
    }

    @Test("What is written is the same in either language, warnings on the checklist too")
    func packageIsChinese() async throws {
        let scratch = try Scratch()
        let book = try scratch.copy("hengyang-2021", as: "book")
        // A reason given twice in other words is a warning; the checklist has it too.
        let reasons = String(decoding: try FileBytes.read(book + "/原因.csv"), as: UTF8.self)
        try scratch.write(reasons.trimmed + "\n,收支总计变动,,另一种写法\n", to: "book/原因.csv")
        for (language, english) in [("en", true), ("zh", false)] {
            let out = scratch.path + "/" + language
            let said = await run(
                ["build", book, "-o", out, "--draft", "--only", "json,html,docx"] + Self.standards, english: english)
            #expect(said.code == 0 && said.errors.contains(english ? "Note: " : "提示："))
            #expect(Foreign.lines(said.errors).isEmpty == english)
            let joined = await run(["consolidate", book, "-o", out + "/汇总"] + Self.standards, english: english)
            #expect(joined.code == 0)
            let next = await run(
                ["new", out + "/下年", "--from", checkout + "/Examples/shifeng-2020"] + Self.standards, english: english)
            #expect(next.code == 0)
        }
        let names = try FileManager.default.subpathsOfDirectory(atPath: scratch.path + "/zh").sorted()
        #expect(names == (try FileManager.default.subpathsOfDirectory(atPath: scratch.path + "/en").sorted()))
        #expect(names.contains("公开前核对单.docx") && names.contains("汇总/支出.csv"))
        for name in names where !FileBytes.isFolder(scratch.path + "/zh/" + name) {
            #expect(
                try FileBytes.read(scratch.path + "/zh/" + name) == FileBytes.read(scratch.path + "/en/" + name),
                "\(name)")
        }
    }

    @Test("JSON has the same keys, and but for messages the same values", arguments: ["trace", "show", "list"])
    func json(_ what: String) async {
        let words =
            switch what {
            case "trace": ["trace", checkout + "/Examples/hengyang-2021", "T05", "204", "基本支出"]
            case "show": ["standards", "show", "T05"]
            default: ["standards", "list"]
            }
        let english = await run(words + ["--format", "json"] + Self.standards).output
        #expect(english.count > 200)
        #expect(await run(words + ["--format", "json"] + Self.standards, english: false).output == english)
    }

    @Test("The language is taken from anywhere before --, the last one holds, and only the arguments are asked")
    func spokenArguments() {
        #expect(SpokenArguments(["build", "x"])?.language == .chinese)
        #expect(SpokenArguments(["--lang", "en", "build", "x"])?.rest == ["build", "x"])
        #expect(SpokenArguments(["build", "--lang=en", "x"])?.language == .english)
        #expect(SpokenArguments(["build", "--lang=en", "--lang", "zh"])?.language == .chinese)
        #expect(SpokenArguments(["build", "--", "--lang", "fr"])?.rest == ["build", "--", "--lang", "fr"])
        for wrong in [["--lang", "fr"], ["--lang"], ["--lang="], ["--lang", "EN"]] {
            #expect(SpokenArguments(wrong) == nil)
        }
    }
}

extension Sequence {
    fileprivate func asyncMap<T>(_ transform: (Element) async throws -> T) async rethrows -> [T] {
        var result: [T] = []
        for element in self { result.append(try await transform(element)) }
        return result
    }
}
