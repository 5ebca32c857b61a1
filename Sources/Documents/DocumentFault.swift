/// Why bytes could not be read, or a document could not be written: facts only, the sentences are in `DocumentMessages`.
package enum DocumentFault: Error, Hashable, Sendable {
    /// It is no document that can be read.
    case file(FileFault)
    /// The bytes do not begin like a ZIP, which every docx and xlsx is.
    case notZip
    /// An OLE compound file: a .doc or .xls of before 2007, or an Office file with a password.
    case compoundFile
    /// The file ends before its own directory says that it does.
    case zipTruncated
    case zipEntryEncrypted(String)
    /// The entry does not inflate to the size and checksum it names.
    case zipEntryDamaged(String)
    case zipMethodUnsupported(String, method: Int)
    case zipDuplicateName(String)
    case zipTooManyEntries(Int, limit: Int)
    /// Expanded size of all entries, in bytes.
    case zipTooLarge(Int, limit: Int)
    /// One entry expands by more than a real document does.
    case zipRatioTooHigh(String, ratio: Int, limit: Int)
    /// A part that the format cannot do without.
    case partMissing(String)
    /// The part has a DOCTYPE, through which entities could be defined.
    case xmlDoctype(part: String)
    case xmlMalformed(part: String, line: Int)
    case xmlTooDeep(part: String, limit: Int)
    case notWorkbook
    case notWordDocument
    /// A binary workbook (.xlsb), which is another format behind the same container.
    case binaryWorkbook
    case duplicateSheet(String)
    /// A cell's address is not of the form C12, or outside of a sheet.
    case badCellAddress(sheet: String, address: String)
    /// Squares a table would need, against the most that is allowed.
    case tableTooLarge(String, squares: Int, limit: Int)
    /// A sheet's name that the workbook format does not allow.
    case badSheetName(String)
    /// Why a PDF could not be read.
    case pdf(PdfFault)
    /// The workbook library refused to write; its own words.
    case workbookNotWritten(String)
    /// Nothing but white space.
    case textEmpty
    /// Bytes that no text has: another kind of file.
    case textBinary
    case textTooLarge(limit: Int)
    case textTooManyLines(limit: Int)
    /// One line longer than any paragraph, in bytes.
    case textLineTooLong(line: Int, limit: Int)
}
