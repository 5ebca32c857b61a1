import Documents
import Paper

/// Any bytes as a .docx.
///
/// Deflate and checksums would hide the XML from a fuzzer, so input that is no archive is taken as the main part
/// itself, and behind a NUL as its styles, numbering and footnotes, and put into an archive first.
@_cdecl("LLVMFuzzerTestOneInput")
package func fuzzDocx(_ start: UnsafePointer<UInt8>, _ count: Int) -> Int32 {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    let isArchive = bytes.starts(with: [0x50, 0x4B])
    // The answer does not matter: a paper or a fault, as long as there is one.
    _ = try? DocxReader.paper(isArchive ? bytes : archive(bytes), limits: ZipLimits(expandedSize: 1 << 24))
    return 0
}

private func archive(_ bytes: [UInt8]) -> [UInt8] {
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    let kinds = ["styles", "numbering", "footnotes"]
    let lines = kinds.map { "<Relationship Id='\($0)' Type='\(office)\($0)' Target='\($0).xml'/>" }.joined()
    let parts = bytes.split(separator: 0, omittingEmptySubsequences: false)
    var zip = ZipWriter()
    zip.add("word/_rels/document.xml.rels", Array("<Relationships>\(lines)</Relationships>".utf8))
    for (name, part) in Swift.zip(["document"] + kinds, parts) { zip.add("word/\(name).xml", Array(part)) }
    return zip.finished()
}
