import Documents
import Paper

/// Any bytes as an .xlsx; what is no archive is taken as the parts of one, divided by NULs, for the reason given at
/// the .docx.
@_cdecl("LLVMFuzzerTestOneInput")
package func fuzzXlsx(_ start: UnsafePointer<UInt8>, _ count: Int) -> Int32 {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    let isArchive = bytes.starts(with: [0x50, 0x4B])
    // The answer does not matter: a paper or a fault, as long as there is one.
    _ = try? XlsxReader.paper(isArchive ? bytes : archive(bytes), limits: ZipLimits(expandedSize: 1 << 24))
    return 0
}

private func archive(_ bytes: [UInt8]) -> [UInt8] {
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    let kinds = ["worksheet", "styles", "sharedStrings"]
    let lines = kinds.map { "<Relationship Id='\($0)' Type='\(office)\($0)' Target='\($0).xml'/>" }.joined()
    let book = "<workbook><sheets><sheet name='a' id='worksheet'/></sheets></workbook>"
    let parts = bytes.split(separator: 0, omittingEmptySubsequences: false)
    var zip = ZipWriter()
    zip.add("xl/_rels/workbook.xml.rels", Array("<Relationships>\(lines)</Relationships>".utf8))
    zip.add("xl/workbook.xml", parts.count > 3 ? Array(parts[3]) : Array(book.utf8))
    for (name, part) in Swift.zip(kinds, parts) { zip.add("xl/\(name).xml", Array(part)) }
    return zip.finished()
}
