/// Reads an .xlsx or .xlsm into a `Workbook`.
package enum WorkbookReader {
    /// The workbook behind the bytes. Formulas are not computed: their last results are read.
    package static func read(_ bytes: [UInt8], limits: ZipLimits = .standard) throws(DocumentFault) -> Workbook {
        let package = try OfficePackage(bytes, limits: limits)
        let main = try package.mainPart() ?? "xl/workbook.xml"
        guard !main.hasSuffix(".bin") else { throw .binaryWorkbook }
        let root = try XmlElement.document(package.required(main), part: main)
        guard root.name == "workbook" else { throw .notWorkbook }
        let related = try package.relationships(of: main)
        let shared = try Self.shared(related, in: package)
        var styles: XmlElement?
        if let part = related.first(where: { $0.kind == "styles" }) { styles = try package.tree(part.target) }
        let context = SheetReader(
            strings: shared, styles: WorkbookStyles(styles),
            since1904: ["1", "true"].contains(root.first("workbookPr")?["date1904"]))
        let titles = Self.printTitles(root)
        var workbook = Workbook(sheets: [])
        var names: Set<String> = []
        for (index, line) in (root.first("sheets")?.all("sheet") ?? []).enumerated() {
            let name = line["name"] ?? ""
            // Excel itself takes two names that differ in case for one.
            guard names.insert(name.lowercased()).inserted else { throw .duplicateSheet(name) }
            guard let part = related.first(where: { $0.id == line["id"] }), part.kind == "worksheet" else { continue }
            var sheet = try context.read(package.required(part.target), part: part.target, name: name)
            sheet.isHidden = line["state"] == "hidden" || line["state"] == "veryHidden"
            sheet.printTitles = titles[index]
            workbook.sheets.append(sheet)
        }
        let properties = try DocumentProperties(of: package)
        workbook.title = properties.title
        workbook.properties = properties.custom
        return workbook
    }

    private static func shared(
        _ related: [OfficePackage.Relationship], in package: OfficePackage
    ) throws(DocumentFault) -> [String] {
        guard let part = related.first(where: { $0.kind == "sharedStrings" })?.target,
            let bytes = try package.zip.contents(of: part)
        else { return [] }
        let reader = try XmlReader(bytes, part: part)
        var result: [String] = []
        while let event = try reader.next() {
            if event == .start("si") { result.append(RichText.text(of: try reader.element("si"))) }
        }
        return result
    }

    /// `_xlnm.Print_Titles` by the index of the sheet; `'公开01'!$A:$B,'公开01'!$1:$4` gives 1–4.
    private static func printTitles(_ root: XmlElement) -> [Int: ClosedRange<Int>] {
        var result: [Int: ClosedRange<Int>] = [:]
        for name in root.first("definedNames")?.elements ?? [] where name["name"] == "_xlnm.Print_Titles" {
            for area in name.text.split(separator: ",") {
                let rows = area.split(separator: "!").last.map { $0.split(separator: ":") } ?? []
                let numbers = rows.compactMap { Int($0.filter { $0 != "$" }) }
                guard numbers.count == 2, numbers[0] >= 1, numbers[0] <= numbers[1] else { continue }
                result[name.int("localSheetId")] = numbers[0]...numbers[1]
            }
        }
        return result
    }
}

/// Text of a shared or inline string.
enum RichText {
    /// Plain and rich runs joined; phonetic runs (`rPh`) left out.
    static func text(of item: XmlElement) -> String {
        var result = ""
        for element in item.elements {
            switch element.name {
            case "t": result += element.text
            case "r": result += element.first("t")?.text ?? ""
            default: continue
            }
        }
        return unescaped(result)
    }

    /// `_x000D_` stands for a character that XML cannot hold; line ends become `\n`.
    static func unescaped(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        var rest = text.unicodeScalars[...]
        while let scalar = rest.popFirst() {
            if scalar == "_", rest.first == "x", let decoded = escape(rest) {
                result.append(decoded)
                rest = rest.dropFirst(6)
            } else {
                result.append(scalar)
            }
        }
        return lineEnds(String(result))
    }

    private static func escape(_ rest: Substring.UnicodeScalarView) -> Unicode.Scalar? {
        let code = rest.dropFirst().prefix(4)
        guard code.count == 4, code.allSatisfy(\.properties.isASCIIHexDigit), rest.dropFirst(5).first == "_" else {
            return nil
        }
        return UInt32(String(code), radix: 16).flatMap { Unicode.Scalar($0) }
    }

    private static func lineEnds(_ text: String) -> String {
        guard text.unicodeScalars.contains("\r") else { return text }
        var result = String.UnicodeScalarView()
        let scalars = Array(text.unicodeScalars)
        for (index, scalar) in scalars.enumerated() {
            if scalar != "\r" {
                result.append(scalar)
            } else if index + 1 == scalars.count || scalars[index + 1] != "\n" {
                result.append("\n")
            }
        }
        return String(result)
    }
}
