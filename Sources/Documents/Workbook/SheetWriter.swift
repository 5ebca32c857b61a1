import CXlsxWriter
import Foundation
import Paper

/// Writes one described sheet into its worksheet.
struct SheetWriter {
    let sheet: SheetDescription
    let worksheet: UnsafeMutablePointer<lxw_worksheet>
    let formats: WorkbookFormats

    /// Everything of the sheet; a refusal of the library becomes a fault.
    func write() throws(DocumentFault) {
        for column in sheet.columns {
            let look = column.look.flatMap { formats.format($0) }
            try check(
                worksheet_set_column(
                    worksheet, UInt16(column.columns.lowerBound - 1), UInt16(column.columns.upperBound - 1),
                    column.width, look))
        }
        for (row, height) in sheet.rowHeights.sorted(by: { $0.key < $1.key }) {
            try check(worksheet_set_row(worksheet, UInt32(row - 1), height, nil))
        }
        let merged = try merge()
        for cell in sheet.cells { try write(cell, isMerged: merged.contains(cell.address)) }
        for validation in sheet.validations { try write(validation) }
        for note in sheet.notes { try write(note) }
        if let freeze = sheet.freeze {
            worksheet_freeze_panes(worksheet, UInt32(freeze.row - 1), UInt16(freeze.column - 1))
        }
        if let print = sheet.print { try set(print) }
        if sheet.isHidden { worksheet_hide(worksheet) }
    }

    /// The first corners of the merged ranges; all squares of a range get its look, so that its border is whole.
    private func merge() throws(DocumentFault) -> Set<CellAddress> {
        var looks: [CellAddress: CellLook] = [:]
        for cell in sheet.cells { looks[cell.address] = cell.look }
        var corners: Set<CellAddress> = []
        for range in sheet.merges where range.first != range.last {
            let look = looks[range.first].flatMap { formats.format($0) }
            try check(
                worksheet_merge_range(
                    worksheet, UInt32(range.first.row - 1), UInt16(range.first.column - 1), UInt32(range.last.row - 1),
                    UInt16(range.last.column - 1), "", look))
            corners.insert(range.first)
        }
        return corners
    }

    private func write(_ cell: CellDescription, isMerged: Bool) throws(DocumentFault) {
        let row = UInt32(cell.address.row - 1)
        let column = UInt16(cell.address.column - 1)
        let format = formats.format(cell.look)
        switch cell.content {
        case .blank:
            if !isMerged { try check(worksheet_write_blank(worksheet, row, column, format)) }
        case .text(let text): try check(worksheet_write_string(worksheet, row, column, text, format))
        case .number(let text):
            // A workbook keeps binary doubles: exact to 15 digits and no more.
            if text.filter(\.isNumber).count <= DecimalText.significantDigits, let value = Double(text) {
                try check(worksheet_write_number(worksheet, row, column, value, format))
            } else {
                try check(worksheet_write_string(worksheet, row, column, text, format))
            }
        case .formula(let formula): try check(worksheet_write_formula(worksheet, row, column, formula, format))
        case .link(let text, let target):
            let quoted = target.replacingOccurrences(of: "'", with: "''")
            try check(
                worksheet_write_url_opt(worksheet, row, column, "internal:'\(quoted)'!A1", format, text, nil))
        }
    }

    private func write(_ validation: CellValidation) throws(DocumentFault) {
        let texts = CTexts()
        var data = lxw_data_validation()
        data.show_input = UInt8(LXW_VALIDATION_ON.rawValue)
        data.ignore_blank = UInt8(LXW_VALIDATION_ON.rawValue)
        data.dropdown = UInt8(LXW_VALIDATION_ON.rawValue)
        data.show_error = UInt8(LXW_VALIDATION_ON.rawValue)
        data.error_type = UInt8(
            validation.isStrict ? LXW_VALIDATION_ERROR_TYPE_STOP.rawValue : LXW_VALIDATION_ERROR_TYPE_WARNING.rawValue)
        if !validation.promptTitle.isEmpty { data.input_title = texts.copy(validation.promptTitle) }
        if !validation.prompt.isEmpty { data.input_message = texts.copy(validation.prompt) }
        // The library reads the list up to the null.
        var list: [UnsafeMutablePointer<CChar>?] = [nil]
        switch validation.rule {
        case .list(let choices):
            // The library refuses it as well, but says so on the terminal.
            guard choices.joined(separator: ",").utf16.count <= 255 else {
                throw .workbookNotWritten("\(sheet.name): \(validation.range.text): more than 255 characters in a list")
            }
            data.validate = UInt8(LXW_VALIDATION_TYPE_LIST.rawValue)
            list = choices.map { texts.copy($0) } + [nil]
        case .range(let formula):
            data.validate = UInt8(LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue)
            data.value_formula = texts.copy(formula)
        }
        let status = list.withUnsafeMutableBufferPointer { buffer in
            if case .list = validation.rule { data.value_list = buffer.baseAddress }
            return withExtendedLifetime(texts) { set(&data, on: validation.range) }
        }
        try check(status)
    }

    private func set(_ data: inout lxw_data_validation, on range: CellRange) -> lxw_error {
        worksheet_data_validation_range(
            worksheet, UInt32(range.first.row - 1), UInt16(range.first.column - 1), UInt32(range.last.row - 1),
            UInt16(range.last.column - 1), &data)
    }

    /// The note's box grows with its text.
    private func write(_ note: CellNote) throws(DocumentFault) {
        var options = lxw_comment_options()
        let lines = note.text.split(separator: "\n", omittingEmptySubsequences: false)
            .reduce(0) { $0 + displayWidth($1) / 36 + 1 }
        options.width = 280
        options.height = UInt16(min(30 + lines * 20, 600))
        try check(
            worksheet_write_comment_opt(
                worksheet, UInt32(note.address.row - 1), UInt16(note.address.column - 1), note.text, &options))
    }

    private func set(_ print: PrintSetup) throws(DocumentFault) {
        worksheet_set_paper(worksheet, 9)
        if print.orientation == .landscape { worksheet_set_landscape(worksheet) }
        worksheet_fit_to_pages(worksheet, 1, 0)
        worksheet_set_margins(worksheet, 0.6, 0.6, 0.75, 0.75)
        worksheet_center_horizontally(worksheet)
        try check(worksheet_set_footer(worksheet, print.footer))
        if let area = print.area {
            try check(
                worksheet_print_area(
                    worksheet, UInt32(area.first.row - 1), UInt16(area.first.column - 1), UInt32(area.last.row - 1),
                    UInt16(area.last.column - 1)))
        }
        if let rows = print.titleRows {
            try check(worksheet_repeat_rows(worksheet, UInt32(rows.lowerBound - 1), UInt32(rows.upperBound - 1)))
        }
    }

    private func check(_ status: lxw_error) throws(DocumentFault) {
        guard status == LXW_NO_ERROR else {
            throw .workbookNotWritten("\(sheet.name): \(WorkbookWriter.words(status))")
        }
    }
}
