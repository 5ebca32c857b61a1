import Paper
import Testing

@testable import Documents

/// What a file is, by its bytes alone.
struct FileKindTests {
    private func fault(_ bytes: [UInt8]) -> DocumentFault? {
        do throws(DocumentFault) {
            _ = try FileKind(bytes)
            return nil
        } catch { return error }
    }

    private func zip(_ names: String...) -> [UInt8] {
        var zip = ZipWriter()
        for name in names { zip.add(name, Array("x".utf8)) }
        return zip.finished()
    }

    /// The beginning of a compound file, and the name of one of its streams.
    private func compound(_ stream: String) -> [UInt8] {
        [0xD0, 0xCF, 0x11, 0xE0] + [UInt8](repeating: 7, count: 636)
            + stream.utf8.flatMap { (letter: UInt8) in [letter, 0] }
            + [0, 0]
    }

    @Test func documentsAreToldByTheirBytes() throws {
        #expect(try FileKind(DocxWriter.write(SamplePaper.paper)) == .docx)
        #expect(try FileKind(XlsxWriter.write(SamplePaper.paper)) == .xlsx)
        #expect(try FileKind(Array("\u{FEFF}<!DOCTYPE html><title>决算</title>".utf8)) == .html)
        #expect(try FileKind(Array("<table><tr><td>旧系统导出的“xls”".utf8)) == .html)
        #expect(try FileKind(Array("%PDF-1.7\n%\u{1}".utf8)) == .pdf)
        #expect(try FileKind(Array("收入决算表\n科目\t金额".utf8)) == .text)
        #expect(try FileKind([0xBE, 0xF6, 0xCB, 0xE3, 0x0A]) == .text)
        #expect(try FileKind([UInt8](repeating: 0x41, count: 99) + [0x1A]) == .text)
        #expect(try FileKind([0xFF, 0xFE, 0xB3, 0x51, 0x97, 0x7B]) == .text)
        #expect(try FileKind(Array("BM是部门的简称，此外没有别的".utf8)) == .text)
        #expect(try FileKind(Array("{\\rtf1".utf8)) == .otherDocument)
        #expect(try FileKind(compound("WordDocument")) == .otherDocument)
        #expect(try FileKind(compound("Workbook")) == .otherWorkbook)
        #expect(
            try FileKind(Array("<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?>".utf8))
                == .otherWorkbook)
        #expect(try FileKind(zip("决算/表.xlsx", "说明.docx")) == .zip)
    }

    @Test func openDocumentsGoByTheirMimetype() throws {
        var zip = ZipWriter()
        zip.add("mimetype", Array("application/vnd.oasis.opendocument.spreadsheet".utf8))
        zip.add("content.xml", [])
        #expect(try FileKind(zip.finished()) == .otherWorkbook)
    }

    @Test func whatCannotBeReadIsNamed() {
        #expect(fault([]) == .file(.empty))
        #expect(fault([0, 0, 0x20, 0x0A]) == .file(.empty))
        #expect(fault([0x89, 0x50, 0x4E, 0x47, 0x0D]) == .file(.picture("PNG")))
        #expect(fault([0xFF, 0xD8, 0xFF, 0xE0]) == .file(.picture("JPEG")))
        #expect(fault(Array("BM".utf8) + [9, 9, 9, 9, 0, 0, 0, 0, 54]) == .file(.picture("BMP")))
        #expect(fault(Array("Rar!\u{1A}".utf8)) == .file(.archive("RAR")))
        #expect(fault(compound("EncryptedPackage")) == .file(.encrypted))
        #expect(fault(compound("Else")) == .compoundFile)
        #expect(fault(zip("OFD.xml", "Doc_0/Document.xml")) == .file(.unsupported("OFD")))
        #expect(fault([0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0]) == .file(.unknown))
        #expect(fault([0x50, 0x4B, 3, 4, 1, 2]) == .zipTruncated)
    }

    @Test(arguments: [
        ("第一部分 部门概况", 1), ("第二章　收支情况", 1), ("二、收入支出决算总体情况说明", 2), ("（三） 机关运行经费", 3), ("(1) 甲", nil), ("1．办公费", 4),
        ("3. 2023年预算情况", 4), ("1.办公费3.5万元", nil), ("一、收入总计12.5万元。", nil), ("一、收入\t3", nil), ("一、收入……3", nil),
        ("第一名", nil),
        ("一", nil), ("2021年度", nil), ("3.5", nil), ("一、收入情况如下：", nil), ("", nil),
    ])
    func headingsAreToldByTheirNumber(text: String, level: Int?) {
        #expect(HeadingMark.level(of: text) == level)
    }
}
