import Documents
import Foundation
import Paper
import Testing

@testable import mingzhang

private let typstWorker = checkout + "/.tools/bin/typst-worker"

/// Copies of PDFs with boxes and notes, read back from their bytes by hand: neither PDFium nor our reader is asked.
@Suite(.enabled(if: PdfWorkerProgram.found != nil, "PDFium 未安装（scripts/setup）"))
struct AnnotatedPdfs {
    private let scratch: Scratch
    private let tool: PdfTool

    init() throws {
        scratch = try Scratch()
        tool = try #require(PdfWorkerProgram.found)
    }

    // MARK: - Reading back

    private struct Annotation {
        /// Of the page object that holds it.
        let page: String
        let kind: String
        let name: String
        /// Left, bottom, right, top.
        let rect: [Double]
        let contents: String
    }

    /// Those in what was put behind the original's own bytes.
    private func annotations(in bytes: [UInt8], behind count: Int) throws -> [Annotation] {
        let text = String(String.UnicodeScalarView(bytes[count...].map { Unicode.Scalar($0) }))
        let pattern = try Regex(
            #"(?s)(?:Contents\(((?:\\.|[^\\)])*)\)/F 4)?/NM\(([^)]*)\)/Rect\[ ?([^\]]*)\]/Subtype/(Square|Text)"#,
            as: (Substring, Substring?, Substring, Substring, Substring).self
        ).matchingSemantics(.unicodeScalar)
        return text.components(separatedBy: " 0 obj\r\n").dropFirst().enumerated().flatMap {
            index, object -> [Annotation] in

            // Only pages have annotations, and PDFium writes keys in their order.
            guard object.hasPrefix("<</Annots[") else { return [] }
            return object.matches(of: pattern).map { match in
                Annotation(
                    page: "\(index)", kind: String(match.4), name: String(match.2),
                    rect: match.3.split(separator: " ").compactMap { Double($0) },
                    contents: Self.decoded(match.1.map(String.init) ?? ""))
            }
        }
    }

    /// A PDF string of UTF-16, with its escapes.
    private static func decoded(_ text: String) -> String {
        var bytes: [UInt8] = []
        var isEscaped = false
        for scalar in text.unicodeScalars {
            if isEscaped {
                bytes.append(scalar == "r" ? 13 : scalar == "n" ? 10 : UInt8(scalar.value))
                isEscaped = false
            } else if scalar == "\\" {
                isEscaped = true
            } else {
                bytes.append(UInt8(scalar.value))
            }
        }
        return String(bytes: bytes, encoding: .utf16) ?? ""
    }

    // MARK: - One file

    @Test(
        "Boxes and notes stand behind the original's own bytes, on a page shown any way", arguments: [0, 90, 180, 270])
    func marks(_ rotation: Int) throws {
        let original = PdfSamples.table(rotation: rotation)
        let path = scratch.path + "/a.pdf"
        try FileBytes.write(original, to: path)
        let red = PdfMark.Color(red: 200, green: 0, blue: 30)
        let space = PdfPageSpace(try #require(try tool.pages(of: path).first))
        let box = RawBox(left: 228, bottom: 662, right: 272, top: 676)
        let marks = [
            PdfMark.box(page: 1, box, color: red, name: "mingzhang-1-1-1"),
            .note(
                page: 1, number: 12, at: (40, 50), in: space, color: red,
                texts: ["Contents": "12. 错误〔P-005〕\r印 (1,234.50)，\\应为 2万元。", "NM": "mingzhang-1-1"]),
        ]
        let marked = try tool.marked(path, with: marks)
        #expect(marked.starts(with: original) && marked.count > original.count)
        let found = try annotations(in: marked, behind: original.count)
        #expect(found.map(\.kind) == ["Square", "Text"] && found.map(\.name) == ["mingzhang-1-1-1", "mingzhang-1-1"])
        #expect(found.first?.rect == [228, 662, 272, 676] && found.first?.contents == "")
        #expect(found.last?.contents == "12. 错误〔P-005〕\r印 (1,234.50)，\\应为 2万元。")
        // It is read as the original is.
        try FileBytes.write(marked, to: scratch.path + "/b.pdf")
        #expect(try tool.pages(of: scratch.path + "/b.pdf") == tool.pages(of: path))
    }

    @Test func badFiles() throws {
        let path = scratch.path + "/a.pdf"
        let faults: [([UInt8], PdfFault)] = [
            (PdfSamples.encrypted(), .encrypted), (Array(PdfSamples.table().prefix(300)), .damaged), ([], .empty),
        ]
        for (bytes, fault) in faults {
            try FileBytes.write(bytes, to: path)
            #expect(throws: CommandFault.document(file: path, .pdf(fault))) { try tool.marked(path, with: []) }
        }
        try FileBytes.write(PdfSamples.table(), to: path)
        let mark = PdfMark.box(
            page: 2, RawBox(left: 0, bottom: 0, right: 1, top: 1), color: PdfMark.Color(red: 0, green: 0, blue: 0),
            name: "")
        #expect(throws: CommandFault.document(file: path, .pdf(.pageDamaged(2)))) {
            try tool.marked(path, with: [mark])
        }
    }

    // MARK: - The command

    private func run(_ words: [String]) throws -> (code: Int32, output: String, errors: String) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: tool.program)
        process.arguments = words + ["--standards", checkout + "/Standards"]
        let (output, errors) = (scratch.path + "/out.txt", scratch.path + "/err.txt")
        for path in [output, errors] { try FileBytes.write([], to: path) }
        process.standardOutput = FileHandle(forWritingAtPath: output)
        process.standardError = FileHandle(forWritingAtPath: errors)
        try process.run()
        process.waitUntilExit()
        return (
            process.terminationStatus, String(decoding: try FileBytes.read(output), as: UTF8.self),
            String(decoding: try FileBytes.read(errors), as: UTF8.self)
        )
    }

    private struct Report: Decodable {
        struct Finding: Decodable {
            struct Place: Decodable {
                let text: String
                let page: Int
                let box: [Double]
            }

            let rule: String
            let message: String
            let places: [Place]
        }

        let findings: [Finding]
    }

    @Test(
        "Every place of every finding has its box around the printed figure and its note",
        .enabled(if: FileManager.default.isExecutableFile(atPath: typstWorker), "Typst 未安装（scripts/setup）"))
    func everyPlace() throws {
        #expect(try run(["build", checkout + "/Examples/shifeng-2020", "-o", scratch.path, "--only", "pdf"]).code == 0)
        let names = try FileManager.default.contentsOfDirectory(atPath: scratch.path)
        let original = scratch.path + "/" + (try #require(names.first { $0.hasSuffix(".pdf") }))
        let other = try scratch.copy("shifeng-2020", as: "改过")
        let sheet = String(decoding: try FileBytes.read(other + "/支出.csv"), as: UTF8.self)
        let changed = sheet.replacing(/([1-9])([0-9]{3,})(\.[0-9]{2},)/, maxReplacements: 1) {
            "9\($0.1)\($0.2)\($0.3)"
        }
        try scratch.write(changed, to: "改过/支出.csv")
        let target = scratch.path + "/批注.pdf"
        let said = try run(["check", original, "--against", other, "--annotate", target, "--format", "json"])
        #expect(said.code == 1 && said.errors.contains("批注本已写到"))
        let findings = try JSONDecoder().decode(Report.self, from: Data(said.output.utf8)).findings
        let (before, after) = (try FileBytes.read(original), try FileBytes.read(target))
        #expect(after.starts(with: before) && findings.count > 3)
        // What the file has already is not there twice: fonts above all.
        #expect(after.count <= before.count * 13 / 10 + 100_000, "\(before.count) \(after.count)")
        #expect(!String(decoding: after[before.count...], as: UTF8.self).contains("/CIDFontType0C"))
        let found = try annotations(in: after, behind: before.count)
        let pages = try tool.pages(of: original)
        var objects: [Int: Set<String>] = [:]
        var inProse = 0
        for (index, finding) in findings.enumerated() {
            let notes = found.filter { $0.kind == "Text" && $0.name.hasPrefix("mingzhang-\(index + 1)-") }
            #expect(notes.count == Set(finding.places.map { "\($0.page) \($0.box) \($0.text)" }).count)
            for note in notes {
                // What the book itself holds may look odd: that is a warning.
                let words = ["错误", "警告"].map { "\(index + 1). \($0)〔\(finding.rule)〕" }
                #expect(words.contains(where: note.contents.hasPrefix))
                #expect(note.contents.contains(finding.message))
            }
            let place = finding.places[0]
            let boxes = found.filter { $0.kind == "Square" && $0.name.hasPrefix("mingzhang-\(index + 1)-1-") }
            // Cells print the number alone; a sentence prints the unit too.
            let wanted = [place.text.filter { !$0.isWhitespace }, String(place.text.prefix { $0.isASCII })]
            let page = place.page
            let isFound = wanted.contains(boxes.map { Self.text(pages[page - 1], in: $0.rect) }.joined())
            #expect(isFound, "\(place.text) \(boxes)")
            objects[page, default: []].formUnion(boxes.map(\.page))
            // The place is the figure's own, in a sentence too: no taller than a line and no wider than what is printed.
            let box = place.box
            #expect(box[3] - box[1] < 60 && box[2] - box[0] < 400, "\(place.text) \(box)")
            inProse += finding.message.contains("“公开") && finding.message.hasPrefix("“公开") ? 0 : 1
        }
        #expect(inProse > 0)
        // All boxes of a page are that page's, and of no other.
        #expect(objects.values.allSatisfy { $0.count <= 1 })
        #expect(Set(objects.values.flatMap(\.self)).count == objects.values.count { !$0.isEmpty })
    }

    /// What is printed within a rectangle of a page's own space.
    private static func text(_ page: RawPage, in rect: [Double]) -> String {
        page.characters.compactMap { it -> String? in
            let x = Double(it.box.left + it.box.right) / 2
            let y = Double(it.box.bottom + it.box.top) / 2
            guard !it.isGenerated, it.unicode > 32, x > rect[0], x < rect[2], y > rect[1], y < rect[3] else {
                return nil
            }
            return Unicode.Scalar(it.unicode).map { String($0) }
        }.joined()
    }

    @Test func whereTheCopyGoes() throws {
        let path = scratch.path + "/a.pdf"
        try FileBytes.write(PdfSamples.table(), to: path)
        try scratch.write("关于2024年度有关工作的通知\n", to: "b.txt")
        try FileBytes.write(PdfSamples.encrypted(), to: scratch.path + "/锁.pdf")
        // Over the original, one copy of two, or of none: refused before anything is checked.
        for words in [
            [path, "--annotate", path], [path, path, "--annotate", "x.pdf"],
            [scratch.path + "/b.txt", "--annotate", "x.pdf"],
        ] {
            let said = try run(["check"] + words)
            #expect(said.code == 2 && said.output.isEmpty && said.errors.contains("。"))
        }
        #expect(try FileBytes.read(path) == PdfSamples.table())
        // A folder has a copy of each that could be read, and nothing of the rest.
        let folder = scratch.path + "/批注"
        let said = try run([
            "check", path, scratch.path + "/b.txt", scratch.path + "/锁.pdf", "--annotate", folder, "--region", "430000",
            "--year", "2021",
        ])
        #expect(said.code == 3 && said.output.contains("不是 PDF，没有批注本") && said.errors.contains("设有打开密码"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["a.pdf"])
    }
}
