import Testing

@testable import Documents

struct DocumentMessagesTests {
    private static let faults: [DocumentFault] = [
        .file(.empty), .file(.encrypted), .file(.picture("PNG")), .file(.archive("RAR")), .file(.nestedArchive),
        .file(.unsupported("OFD")), .file(.unknown), .file(.tooLarge(9 << 20, limit: 1 << 20)), .file(.tooDeep),
        .file(.pageTableTooLarge(2, squares: 9, limit: 5)),
        .notZip, .compoundFile, .zipTruncated, .zipEntryEncrypted("a.xml"), .zipEntryDamaged("a.xml"),
        .zipMethodUnsupported("a.xml", method: 12), .zipDuplicateName("a.xml"),
        .zipTooManyEntries(20_000, limit: 10_000),
        .zipTooLarge(3 << 30, limit: 1 << 30), .zipRatioTooHigh("a.xml", ratio: 900, limit: 500),
        .partMissing("xl/workbook.xml"), .xmlDoctype(part: "a.xml"), .xmlMalformed(part: "a.xml", line: 3),
        .xmlTooDeep(part: "a.xml", limit: 200), .notWorkbook, .notWordDocument, .binaryWorkbook,
        .duplicateSheet("公开01"), .badCellAddress(sheet: "公开01", address: "?"),
        .tableTooLarge("公开01", squares: 9, limit: 5), .badSheetName("a/b"), .badSheetName(""),
        .workbookNotWritten("No space"), .textEmpty, .textBinary, .textTooLarge(limit: 64 << 20),
        .textTooManyLines(limit: 1_000_000), .textLineTooLong(line: 3, limit: 1 << 20),
    ]

    @Test(arguments: faults) func everyFaultIsOneChineseSentenceThatSaysWhatToDo(fault: DocumentFault) {
        let message = fault.message
        #expect(message.hasSuffix("。"))
        #expect(message.count > 20)
        #expect(Set(Self.faults.map(\.message)).count == Self.faults.count)
    }

    @Test func sentencesNameTheirFigures() {
        #expect(
            DocumentFault.zipTooLarge(3 << 30, limit: 1 << 30).message
                == "解压后至少 3072 MB，上限是 1024 MB；请删去大图片或拆分文件后重试。")
        #expect(DocumentFault.duplicateSheet("公开01").message == "有两张工作表都叫“公开01”，无法区分；请改名后重试。")
    }
}
