import CXlsxWriter
import Foundation
import Paper

/// Writes a described workbook through libxlsxwriter; equal descriptions give equal bytes.
package enum WorkbookWriter {
    /// The bytes of an .xlsx.
    package static func write(_ description: WorkbookDescription) throws(DocumentFault) -> [UInt8] {
        let file = mingzhang_memory_file()
        guard file >= 0 else { throw .workbookNotWritten(String(cString: strerror(errno))) }
        defer { close(file) }
        var options = lxw_workbook_options()
        guard let workbook = workbook_new_opt("/proc/self/fd/\(file)", &options) else {
            throw .workbookNotWritten("workbook_new")
        }
        // Closing is also what frees the workbook, so it comes before any fault is thrown.
        let fault = fill(workbook, with: description)
        let status = workbook_close(workbook)
        if let fault { throw fault }
        guard status == LXW_NO_ERROR else { throw .workbookNotWritten(Self.words(status)) }
        return try bytes(of: file)
    }

    private static func fill(
        _ workbook: UnsafeMutablePointer<lxw_workbook>, with description: WorkbookDescription
    ) -> DocumentFault? {
        setProperties(of: workbook, description)
        do throws(DocumentFault) {
            guard !description.sheets.isEmpty else { throw .badSheetName("") }
            var names: Set<String> = []
            var writers: [SheetWriter] = []
            let formats = WorkbookFormats(workbook)
            for sheet in description.sheets {
                guard names.insert(sheet.name.lowercased()).inserted else { throw .duplicateSheet(sheet.name) }
                guard !sheet.name.isEmpty, workbook_validate_sheet_name(workbook, sheet.name) == LXW_NO_ERROR,
                    let worksheet = workbook_add_worksheet(workbook, sheet.name)
                else { throw .badSheetName(sheet.name) }
                writers.append(SheetWriter(sheet: sheet, worksheet: worksheet, formats: formats))
            }
            for writer in writers { try writer.write() }
            if let first = writers.first(where: { !$0.sheet.isHidden }) { worksheet_activate(first.worksheet) }
            return nil
        } catch { return error }
    }

    /// The date is fixed: the time of writing would make two builds of one book differ.
    private static func setProperties(
        of workbook: UnsafeMutablePointer<lxw_workbook>, _ description: WorkbookDescription
    ) {
        let properties = DocumentProperties(title: description.title, provenance: description.provenance)
        let texts = CTexts()
        var values = lxw_doc_properties()
        values.title = texts.copy(description.title)
        values.author = texts.copy(description.provenance.department)
        values.keywords = texts.copy(properties.keywords)
        values.created = 315_532_800
        withExtendedLifetime(texts) { _ = workbook_set_properties(workbook, &values) }
        for (name, value) in properties.sortedCustom where value.utf8.count <= 255 {
            workbook_set_custom_property_string(workbook, name, value)
        }
    }

    /// The library's own words for a status.
    static func words(_ status: lxw_error) -> String { lxw_strerror(status).map { String(cString: $0) } ?? "" }

    private static func bytes(of file: Int32) throws(DocumentFault) -> [UInt8] {
        let size = lseek(file, 0, SEEK_END)
        guard size > 0, lseek(file, 0, SEEK_SET) == 0 else { throw .workbookNotWritten("lseek") }
        var result = [UInt8](repeating: 0, count: Int(size))
        var done = 0
        while done < result.count {
            let count = result.withUnsafeMutableBytes { buffer in
                buffer.baseAddress.map { read(file, $0 + done, buffer.count - done) } ?? -1
            }
            guard count > 0 else { throw .workbookNotWritten("read") }
            done += count
        }
        return result
    }
}

/// The formats of one workbook: one for each look that occurs.
final class WorkbookFormats {
    private let workbook: UnsafeMutablePointer<lxw_workbook>
    private var known: [CellLook: UnsafeMutablePointer<lxw_format>] = [:]

    init(_ workbook: UnsafeMutablePointer<lxw_workbook>) { self.workbook = workbook }

    func format(_ look: CellLook) -> UnsafeMutablePointer<lxw_format>? {
        if let format = known[look] { return format }
        guard let format = workbook_add_format(workbook) else { return nil }
        format_set_font_name(format, look.fontName)
        format_set_font_size(format, Double(look.fontSize))
        if look.isBold { format_set_bold(format) }
        if let color = look.color { format_set_font_color(format, lxw_color_t(color)) }
        if let fill = look.fill {
            format_set_pattern(format, UInt8(LXW_PATTERN_SOLID.rawValue))
            format_set_fg_color(format, lxw_color_t(fill))
        }
        switch look.alignment {
        case .left: format_set_align(format, UInt8(LXW_ALIGN_LEFT.rawValue))
        case .center: format_set_align(format, UInt8(LXW_ALIGN_CENTER.rawValue))
        case .right: format_set_align(format, UInt8(LXW_ALIGN_RIGHT.rawValue))
        case nil: break
        }
        format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
        if look.indent > 0 { format_set_indent(format, UInt8(min(look.indent, 15))) }
        if look.wraps { format_set_text_wrap(format) }
        if look.hasBorder { format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue)) }
        if look.numberFormat != "General" { format_set_num_format(format, look.numberFormat) }
        known[look] = format
        return format
    }
}

/// Copies of texts for C, freed together.
final class CTexts {
    private var pointers: [UnsafeMutablePointer<CChar>] = []

    func copy(_ text: String) -> UnsafeMutablePointer<CChar>? {
        guard let pointer = strdup(text) else { return nil }
        pointers.append(pointer)
        return pointer
    }

    deinit { for pointer in pointers { free(pointer) } }
}
