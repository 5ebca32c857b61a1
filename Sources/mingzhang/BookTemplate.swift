import Ledger
import Standards

/// A new book: every sheet with its header and example rows, the department as its only unit.
enum BookTemplate {
    static let firstUnitCode = "001"

    static func draft(department: String, year: Int, region: String, standards: Standards) -> BookDraft {
        let settings: [(key: String, value: String)] = [
            ("格式", "1"), ("部门", department), ("年度", "\(year)"), ("地区", region), ("公开类型", "部门决算"),
        ]
        let sheets = BookDraft.ordered(standards).map { definition in
            var sheet = empty(definition)
            sheet.rows = exampleRows(definition, of: department, year: year)
            if definition.role == .units { sheet.rows.append(departmentRow(department, definition, after: sheet.rows)) }
            return sheet
        }
        return BookDraft(settings: settings, sheets: sheets, standards: standards, guidance: TemplateTexts.guidance)
    }

    /// The header alone.
    static func empty(_ definition: Sheet) -> RawSheet {
        RawSheet(name: definition.id, file: definition.id, header: definition.columns.map(\.name), rows: [])
    }

    /// Examples name the department as their unit: it is the one that the sheet of units has; their days are of the year.
    private static func exampleRows(_ definition: Sheet, of department: String, year: Int) -> [RawSheet.Row] {
        definition.examples.enumerated().map { index, example in
            var cells = definition.columns.map { column in
                let text = example[column.name] ?? ""
                if text.isEmpty { return "" }
                if column.type == .date { return "\(year)" + text.dropFirst(4) }
                if column.type != .unit { return text.replacing("{年}", with: "\(year)") }
                return column.name == definition.owner?.name ? department : text
            }
            if !cells.isEmpty { cells[0] = RawSheet.exampleMarks[0] + cells[0] }
            return RawSheet.Row(number: index + 2, cells: cells)
        }
    }

    private static func departmentRow(
        _ department: String, _ definition: Sheet, after rows: [RawSheet.Row]
    ) -> RawSheet.Row {
        let cells = definition.columns.map { column in
            switch column.role {
            case .unitCode: return firstUnitCode
            case .unitName: return department
            default:
                guard column.isRequired, case .choice(let allowed) = column.type else { return "" }
                return allowed.first ?? ""
            }
        }
        return RawSheet.Row(number: rows.count + 2, cells: cells)
    }
}
