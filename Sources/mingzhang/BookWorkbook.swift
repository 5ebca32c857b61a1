import Documents
import Fiscal
import Ledger
import Paper
import Standards

/// A draft as a workbook with notes and drop-downs, for people who fill it in with Excel or WPS.
struct BookWorkbook {
    private let draft: BookDraft
    private var choices: ChoiceSheet

    /// What takes sentences.
    private static let wide: Set<ColumnRole> = [
        .content, .reason, .summary, .goal, .attainment, .problems, .measures, .deviation, .givenScoreReason,
    ]
    private static let wideNames = ["说明"]
    /// Rows below the header that have drop-downs.
    private static let openRows = 3000

    static func bytes(_ draft: BookDraft) throws -> [UInt8] {
        var workbook = BookWorkbook(draft)
        return try WorkbookWriter.write(workbook.description())
    }

    init(_ draft: BookDraft) {
        self.draft = draft
        choices = ChoiceSheet(
            units: draft.standards.sheet(.units).flatMap { draft.sheet($0.id) }, standards: draft.standards)
    }

    private mutating func description() -> WorkbookDescription {
        let department = draft.settings.first { $0.key == "部门" }?.value ?? ""
        var sheets = [settingsSheet()]
        if !draft.guidance.isEmpty { sheets.insert(guidanceSheet(), at: 0) }
        for definition in draft.definitions {
            if let sheet = draft.sheet(definition.id) { sheets.append(describe(sheet, definition)) }
        }
        let known = draft.definitions.map(\.id)
        for sheet in draft.sheets where !known.contains(sheet.name) { sheets.append(describe(sheet, nil)) }
        if let options = choices.description() { sheets.append(options) }
        return WorkbookDescription(title: department + "账套", sheets: sheets)
    }

    // MARK: - Sheets without lines

    private func guidanceSheet() -> SheetDescription {
        var sheet = SheetDescription(name: "说明")
        sheet.columns = [ColumnDescription(1...1, width: 100)]
        sheet.cells = draft.guidance.enumerated().map { index, text in
            CellDescription(
                CellAddress(row: index + 1, column: 1), .text(text), look: CellLook().with { $0.wraps = true })
        }
        return sheet
    }

    private func settingsSheet() -> SheetDescription {
        var sheet = SheetDescription(name: BookFiles.settingsSheet)
        sheet.columns = [
            ColumnDescription(1...1, width: 14), ColumnDescription(2...2, width: 50, look: Looks.text),
        ]
        let rows = [("项目", "内容")] + draft.settings.map { ($0.key, $0.value) }
        for (index, row) in rows.enumerated() {
            let look = index == 0 ? Looks.header : Looks.text
            sheet.cells.append(CellDescription(CellAddress(row: index + 1, column: 1), .text(row.0), look: look))
            sheet.cells.append(CellDescription(CellAddress(row: index + 1, column: 2), .text(row.1), look: look))
        }
        sheet.freeze = CellAddress(row: 2, column: 1)
        return sheet
    }

    // MARK: - Sheets of lines

    private mutating func describe(_ raw: RawSheet, _ definition: Sheet?) -> SheetDescription {
        var sheet = SheetDescription(name: raw.name)
        sheet.freeze = CellAddress(row: 2, column: 1)
        sheet.print = PrintSetup(orientation: .landscape, titleRows: 1...1)
        for (index, name) in raw.header.enumerated() {
            let place = index + 1
            let column = definition?.column(name)
            let look = column?.isRequired ?? false ? Looks.required : Looks.header
            sheet.cells.append(CellDescription(CellAddress(row: 1, column: place), .text(name), look: look))
            sheet.columns.append(
                ColumnDescription(place...place, width: width(name, column), look: Looks.body(column)))
            guard let column, let definition else { continue }
            sheet.notes.append(CellNote(CellAddress(row: 1, column: place), note(column)))
            if let rule = choices.rule(for: column, in: definition, standards: draft.standards) {
                let cells = CellRange(
                    first: CellAddress(row: 2, column: place), last: CellAddress(row: Self.openRows, column: place))
                sheet.validations.append(CellValidation(cells, rule.rule, isStrict: rule.isStrict))
            }
        }
        for (index, row) in raw.rows.enumerated() { sheet.cells += cells(row, raw, definition, at: index + 2) }
        return sheet
    }

    private func cells(_ row: RawSheet.Row, _ sheet: RawSheet, _ definition: Sheet?, at number: Int)
        -> [CellDescription]
    {
        zip(sheet.header, row.cells).enumerated().compactMap { index, pair in
            let (name, text) = pair
            guard !text.isEmpty else { return nil }
            let column = definition?.column(name)
            let isNumber = [.amount, .points, .count].contains(column?.type) && (try? NumberText.parse(text)) != nil
            let look = Looks.body(column).with { if row.isExample { $0.color = 0x808080 } }
            return CellDescription(
                CellAddress(row: number, column: index + 1),
                isNumber ? .number(text.filter { $0 != "," }) : .text(text), look: look)
        }
    }

    private func note(_ column: Sheet.Column) -> String {
        let type: String =
            switch column.type {
            case .text: ""
            case .listed: "科目，代码或“代码 名称”"
            case .unit: "填“单位”表里的编码或名称"
            case .member(let dimension, let level):
                dimension == .function || dimension == .economic
                    ? "\(level.map { ["", "类", "款", "项"][min($0, 3)] + "级" } ?? "")科目，代码或“代码 名称”" : "照下拉框选"
            case .amount: "以元为单位，至多两位小数"
            case .points: "只填数，至多两位小数"
            case .count: "整数"
            case .date: "日期，如 2021-03-05"
            case .year: "四位年度"
            case .choice(let allowed): "只能填：" + allowed.joined(separator: "、")
            case .concept: "指标名称，见下拉框"
            case .phase(let allowed): "只能填：" + allowed.joined(separator: "、")
            }
        let when = column.requiredWhen.map { "\($0.column)是\($0.values.joined(separator: "、"))的必填。" } ?? ""
        return TemplateTexts.note(
            column.isRequired, type, column.note, fallback: column.fallback, requiredWhen: when)
    }

    private func width(_ name: String, _ column: Sheet.Column?) -> Double {
        switch column?.type {
        case .amount: 16
        case .points: 8
        case .count, .year: 9
        case .date: 12
        case .unit: 26
        case .member, .listed: 24
        case .text: column?.role.map(Self.wide.contains) ?? false || Self.wideNames.contains(name) ? 50 : 18
        case .choice, .phase, .concept: 18
        case nil: 20
        }
    }
}

/// How the cells of a book look.
enum Looks {
    static let header = CellLook().with {
        $0.isBold = true
        $0.fill = 0xE7EDF5
        $0.hasBorder = true
        $0.alignment = .center
    }
    static let required = header.with { $0.fill = 0xFCE4D6 }
    /// What is typed stays text: codes keep their zeros.
    static let text = CellLook().with { $0.numberFormat = "@" }
    static let amount = CellLook().with { $0.numberFormat = "#,##0.00" }
    static let count = CellLook().with { $0.numberFormat = "0" }

    static func body(_ column: Sheet.Column?) -> CellLook {
        switch column?.type {
        case .amount, .points: amount
        case .count: count
        default: text
        }
    }
}
