import Documents
import Fiscal
import Ledger
import Narrative
import Paper
import Publication
import Standards

/// 待填原因: one row for each reason the build asks for, with its figures and last year's wording.
///
/// Put into the book's folder, its filled rows are read as more rows of 原因.
struct ReasonSheet {
    static let fileName = BookReader.openReasons + ".xlsx"
    static let header = ["单位", "事项", "对象", "备注名称", "备注上文", "备注上年写法", "原因"]
    /// How many of these columns say which reason it is.
    static let keyCount = 3

    private let loaded: LoadedBook

    init(_ loaded: LoadedBook) { self.loaded = loaded }

    /// - Parameter typed: what the sheet that this one takes the place of was filled with.
    func bytes(_ packages: [BuiltPackage], typed: TypedReasons) throws -> [UInt8] {
        var sheet = SheetDescription(name: BookReader.openReasons)
        let widths: [Double] = [26, 22, 14, 24, 50, 40, 60]
        let text = Looks.text.with { $0.wraps = true }
        sheet.columns = widths.enumerated().map { index, width in
            ColumnDescription(index + 1...index + 1, width: width, look: text)
        }
        sheet.freeze = CellAddress(row: 2, column: 1)
        sheet.print = PrintSetup(orientation: .landscape, titleRows: 1...1)
        for (index, cells) in ([Self.header] + typed.carried(into: rows(packages))).enumerated() {
            for (place, cell) in cells.enumerated() {
                let look = index > 0 ? text : cell == "原因" ? Looks.required : Looks.header
                sheet.cells.append(
                    CellDescription(CellAddress(row: index + 1, column: place + 1), .text(cell), look: look))
            }
        }
        sheet.notes = [
            CellNote(CellAddress(row: 1, column: Self.header.count), "只填这一栏。填好后把本文件放进账套文件夹，再运行一次 build；空着的行不算。")
        ]
        return try WorkbookWriter.write(WorkbookDescription(title: BookReader.openReasons, sheets: [sheet]))
    }

    /// The cells below the header.
    func rows(_ packages: [BuiltPackage]) -> [[String]] {
        packages.flatMap { package in
            package.missing.compactMap { item -> [String]? in
                guard case .reason(let matter, let object, let name) = item.kind else { return nil }
                let unit = package.scope.unit
                let prior = priorWording(ReasonKey(unit: unit, matter: matter, object: foldedLabel(object)))
                return [loaded.book.units[unit]?.name ?? unit, matter, object, name, item.context, prior, ""]
            }
        }
    }

    /// What stood there last year: noted in the book itself, else in the linked book of last year.
    private func priorWording(_ key: ReasonKey) -> String {
        let book = loaded.book
        let reasons = loaded.standards.sheet(.reasons)
        func text(_ role: ColumnRole, _ sheet: RawSheet, _ row: RawSheet.Row) -> String {
            sheet.text(reasons?.name(of: role) ?? "", in: row)
        }
        for sheet in book.sheets where sheet.name == reasons?.id {
            for row in sheet.rows where text(.matter, sheet, row) == key.matter {
                let note = sheet.text("备注上年写法", in: row)
                let unit = book.units.find(sheet.text(reasons?.owner?.name ?? "", in: row)) ?? book.units.root?.code
                if !note.isEmpty, unit == key.unit, foldedLabel(text(.object, sheet, row)) == key.object { return note }
            }
        }
        guard let prior = loaded.prior else { return "" }
        let functions = loaded.standards.classification(.function)
        let found = prior.reasons.filter { old, _ in
            let isSameUnit =
                old.unit == key.unit || (old.unit == prior.units.root?.code && key.unit == book.units.root?.code)
            let object = Code(old.object).flatMap(functions.carried)?.text ?? old.object
            return isSameUnit && old.matter == key.matter && (old.object == key.object || object == key.object)
        }
        return found.min { $0.key.object < $1.key.object }?.value ?? ""
    }
}
