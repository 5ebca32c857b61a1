import Fiscal

/// The English sentences of `DocumentFault`; the Chinese ones are in `DocumentMessages`.
extension DocumentFault {
    var english: String {
        switch self {
        case .notZip, .compoundFile, .notWorkbook, .notWordDocument, .binaryWorkbook: kindEnglish
        case .zipTruncated, .zipEntryEncrypted, .zipEntryDamaged, .zipMethodUnsupported, .zipDuplicateName,
            .zipTooManyEntries, .zipTooLarge, .zipRatioTooHigh:
            zipEnglish
        case .partMissing, .xmlDoctype, .xmlMalformed, .xmlTooDeep: partEnglish
        case .duplicateSheet, .badCellAddress, .tableTooLarge, .badSheetName, .workbookNotWritten: sheetEnglish
        case .file(let fault): fault.english
        case .textEmpty, .textBinary, .textTooLarge, .textTooManyLines, .textLineTooLong: textEnglish
        case .pdf(let fault): fault.english
        }
    }

    private var kindEnglish: String {
        switch self {
        case .compoundFile:
            "The file is of the old format (.doc or .xls) or has a password; it should be .docx or .xlsx. "
                + "Remove the password, or save it in the new format from WPS or Word."
        case .notWorkbook: "There is no workbook in the file; it should be .xlsx or .xlsm. Is it the right file?"
        case .notWordDocument: "There is no text document in the file; it should be .docx. Is it the right file?"
        case .binaryWorkbook: "The file is a binary workbook (.xlsb); save it as .xlsx from WPS or Excel."
        default:
            "The file is neither .docx nor .xlsx, which are ZIP archives. "
                + "Make sure that its extension was not changed, or export it again."
        }
    }

    private var zipEnglish: String {
        switch self {
        case .zipEntryEncrypted(let name): "\(name.quoted) in the archive is encrypted; remove the password."
        case .zipEntryDamaged(let name):
            "\(name.quoted) in the archive is damaged: its length or checksum is not what the directory says. "
                + "Export or download the file again."
        case .zipMethodUnsupported(let name, let method):
            "\(name.quoted) in the archive is compressed by method \(method); only stored (0) and Deflate (8) are read. "
                + "Save the file once from WPS or Office."
        case .zipDuplicateName(let name):
            "\(name.quoted) is in the archive twice, and which one holds is not known. "
                + "Save the file once from WPS or Office."
        case .zipTooManyEntries(let count, let limit):
            "There are \(count) files in the archive, the limit is \(limit). No usual document is like that; "
                + "make sure where it comes from."
        case .zipTooLarge(let size, let limit):
            "The file expands to at least \(Self.size(size)), the limit is \(Self.size(limit)). "
                + "Take out large pictures or split the file."
        case .zipRatioTooHigh(let name, let ratio, let limit):
            "\(name.quoted) in the archive expands \(ratio) times, the limit is \(limit) times. "
                + "No usual document is like that; make sure where it comes from."
        default:
            "The file is not complete: the archive's directory is missing or points outside of it. "
                + "Download or export it again."
        }
    }

    private var partEnglish: String {
        switch self {
        case .partMissing(let part):
            "The part \(part.quoted) that the format needs is missing; open and save the file once in WPS or Office."
        case .xmlDoctype(let part):
            "The part \(part.quoted) has a DOCTYPE, as no usual document has; for safety it is not read. "
                + "Make sure where the file comes from."
        case .xmlTooDeep(let part, let limit):
            "The part \(part.quoted) is nested deeper than \(limit) levels, as no usual document is; "
                + "make sure where the file comes from."
        case .xmlMalformed(let part, let line):
            "Line \(line) of the part \(part.quoted) is not well-formed XML; the file may be damaged. "
                + "Open and save it once in WPS or Office."
        default: ""
        }
    }

    private var sheetEnglish: String {
        switch self {
        case .duplicateSheet(let name): "Two sheets are called \(name.quoted) and cannot be told apart; rename one."
        case .badCellAddress(let sheet, let address):
            "The cell address \(address.quoted) in the sheet \(sheet.quoted) is not valid; it should be like C12 and "
                + "within the sheet. Save the file once from WPS or Excel."
        case .tableTooLarge(let name, let squares, let limit):
            "\(name.quoted) has \(squares) cells, the limit is \(limit); delete rows and columns that are not needed."
        case .badSheetName(let name):
            name.isEmpty
                ? "The workbook has no sheet, or a sheet without a name; it needs at least one sheet, with a name."
                : "The sheet name \(name.quoted) cannot be used: 31 characters at most, none of [ ] : * ? / \\, "
                    + "no single quote at either end. Rename the sheet."
        case .workbookNotWritten(let reason):
            "The workbook could not be written; the library says: \(reason). Is the disk full?"
        default: ""
        }
    }

    static func size(_ bytes: Int) -> String {
        bytes < 1 << 20 ? counted(bytes, "byte") : "\(bytes / (1 << 20)) MB"
    }

    private var textEnglish: String {
        switch self {
        case .textEmpty: "There is nothing in the text; it should hold the words of a paper. Was it saved whole?"
        case .textTooLarge(let limit):
            "The text is longer than \(limit >> 20) MB, which no paper is. Make sure of the file, or split it."
        case .textTooManyLines(let limit):
            "The text has more than \(limit) lines, which no paper has. Make sure of the file, or split it."
        case .textLineTooLong(let line, let limit):
            "Line \(line) is longer than \(limit >> 10) KB, which no line of a paper is. "
                + "Make sure of the file, or end a line with each paragraph."
        default:
            "The file has bytes that no text has (zeros) and looks like another format. "
                + "Make sure that its extension was not changed, or save it as UTF-8 text."
        }
    }
}
