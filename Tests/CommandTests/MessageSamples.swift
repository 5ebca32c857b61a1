import Documents
import Fiscal
import Formulas
import Foundation
import Narrative
import Paper
import Publication
import Standards
import Testing

@testable import Ledger
@testable import mingzhang

/// One fault of every kind, said in both languages: a sentence that was forgotten is an empty one.
struct MessageSamples {
    private static let names = ["支出", "收入"]

    private static let book: [BookFault.Kind] = [
        .missingSheet("支出"), .duplicateSheet("支出", other: "账套.xlsx 的“支出”"), .unknownSheet("支岀", nearest: names),
        .unknownColumn("栏", allowed: names), .duplicateColumn("栏"), .missingColumn("栏"), .unreadableText,
        .tooLarge(limit: 4096), .unclosedQuote, .uncomputedFormula, .missingSetting("年度"),
        .unknownSetting("年", allowed: names), .badSetting("年度", found: "二〇二一", wanted: .year),
        .badSetting("地区", found: "湖南", wanted: .region), .badSetting("批复日期", found: "昨天", wanted: .date),
        .badSetting("零值", found: "无", wanted: .oneOf(["空白", "0.00"])), .emptyCell, .headerAgain,
        .badAmount("三千", .unexpected("三")), .badAmount("", .empty), .badAmount("1.2.3", .secondPoint),
        .badAmount("1,2", .misplacedSeparator), .badAmount("-", .noDigit), .badAmount("9", .tooLong),
        .badAmount("1.234", .tooManyDecimals(3)), .badPoints("15分", .unexpected("分"), meant: "15"),
        .badPoints("很多", .unexpected("很"), meant: ""), .badCount("一"), .badDate("昨天"), .badChoice("无", allowed: names),
        .unknownCode("司法", nearest: []), .unknownCode("司法", nearest: names),
        .ambiguousName("其他", count: 2, codes: names), .ambiguousName("其他", count: 9, codes: names),
        .codeOfOtherYear("2049901", years: 2019...2020, successor: "2049999 其他"),
        .codeOfOtherYear("2049901", years: 0...2020, successor: ""),
        .codeOfOtherYear("2049901", years: 2021...9999, successor: ""), .wrongLevel("204", wanted: "项"),
        .unknownUnit("某局", nearest: names), .unknownConcept("数", nearest: []), .unknownParentUnit("002"),
        .cycleInUnits("某局"), .noUnit, .duplicateUnit("001", firstRow: 2), .negativeWithoutVoucher("-1"),
        .negativeSum("某局、办公费"), .duplicateKey("凭证号 记-1", firstRow: 2, file: "导出.csv（按 列名对照.yaml）"),
        .equalLines(firstRow: 2), .codeNotListed("50198", list: "政府经济分类", nearest: []),
        .codeNotListed("50198", list: "政府经济分类", nearest: names),
        .unusualPair("50201 办公经费", column: "经济科目", with: "30101 基本工资", usual: names),
        .reasonTwice(matter: "收支变动", first: "账套.xlsx 的“原因” 第 3 行"),
        .notATransfer(unit: "某所", allowed: names),
        .unmatchedTransfer(
            TransferGap(
                matter: "上缴上级", payer: "某所", receiver: "某局", paid: "1.00", received: "2.00", paidAt: "支出.csv 第 2 行",
                receivedAt: "")), .wrongPriorYear(found: 2020, wanted: 2019),
        .controlMismatch("年末结转和结余", stated: "1.00", computed: "2.00"),
        .unitExceedsDepartment(unit: "某所", what: "2021 年度决算本年支出", amount: "2.00", department: "1.00", isMoney: true),
        .tooManyFaults(9), .negative("-3"), .amountTooLarge("90000000000000000"), .totalTooLarge,
        .duplicateRow("合同号 CG-1", firstRow: 2, file: ""), .dateOfOtherYear("2019-05-05", year: 2021, count: 3),
        .dateOfOtherYear("2019-05-05", year: 2021, count: 1), .secondRoot("某站", root: "1 某局"),
        .formerUnit(code: "12", name: "某中心"), .unknownCounterparty("某中心（本部）", nearest: names),
        .unknownCounterparty("某中心（本部）", nearest: []), .computedFigure("本年支出", from: names),
        .priorFromBook("收入总计", stated: "1.00", linked: "2.00"),
        .openingDiffers("某局、行政运行", opening: "0.00", closing: "2.00"), .unusedText("其它事项", nearest: names),
        .unusedReason("收支变化", nearest: []),
        .lineBreaks(LineBreach(found: "", when: names, rule: .missing)),
        .lineBreaks(LineBreach(found: "财政拨款", when: [], rule: .tooWide(names))),
        .lineBreaks(LineBreach(found: "经营支出", when: names, rule: .notAmong(names))),
        .lineBreaks(LineBreach(found: "2120801 征地", when: names, rule: .otherFund("政府性基金"))),
        .lineBreaks(LineBreach(found: "2040601 行政运行", when: names, rule: .otherFund(""))),
        .lineBreaks(LineBreach(found: "2300101 补助", when: [], rule: .noRow(.classes, "230 转移性支出"))),
        .lineBreaks(LineBreach(found: "31201 资本金注入", when: names, rule: .noRow(.economic, "31201 资本金注入"))),
        .negativeBalance(unit: "某局", fund: "其他收入", what: "年末结转和结余", amount: "-1.00"),
        .partExceeds("采购授予金额、中小企业", amount: "2.00", whole: "采购支出", most: "1.00"),
        .filledInPart(rows: 1, of: 2), .notPrinted("内容", rows: 1), .notPrinted("内容", rows: 3),
        .attachmentMissing("附件/报告.docx"), .attachmentOutside("../报告.docx"), .attachmentMentioned("评价报告见附件"),
    ]

    private static let standards: [StandardsFault.Kind] =
        [
            .notUtf8, .notYaml(.empty), .notYaml(.syntax(column: 3)), .notYaml(.duplicateKeys(names)),
            .notYaml(.unreadable), .missingKey("表"), .unknownKey("栏", allowed: names),
            .wrongType(key: "列", found: .written("一"), wanted: .mapping),
            .wrongType(key: "列", found: .mapping, wanted: .list),
            .wrongType(key: "列", found: .list, wanted: .text), .wrongType(key: "列", found: .list, wanted: .integer),
            .wrongType(key: "列", found: .list, wanted: .integerFrom(1)),
            .wrongType(key: "列", found: .list, wanted: .uniqueWord),
            .wrongType(key: "列", found: .list, wanted: .yearFrom(2020)),
            .unknownValue(key: "若", found: "一", allowed: Array(repeating: "甲", count: 20)),
            .overlappingYears(id: "表", other: "栏"), .gapInYears(id: "表", from: 2019, to: 2020),
            .badRow(column: "编码", found: "甲", wanted: .code), .badRow(column: "编码", found: "甲", wanted: .shortCode),
            .badRow(column: "序", found: "甲", wanted: .ordinal), .badRow(column: "区块", found: "甲", wanted: .block),
            .badRow(column: "年", found: "甲", wanted: .year),
            .badRow(column: "年", found: "甲", wanted: .yearNotBeforeFirst),
            .badRow(column: "层级", found: "甲", wanted: .level), .missingColumn("编码"), .unknownParent(code: "204"),
            .cycle("204"), .noProfile(region: "430400", year: 2019), .noForm("T99"), .noFile("concepts.yaml"),
            .unknownSource("Z9"), .badTemplate(.unclosedBrace("共{数")), .badTemplate(.unopenedBrace("共数}")),
            .badTemplate(.unknownRole("大概", known: names)), .badTemplate(.extraWords("多")),
            .badTemplate(.unknownSubject("数", known: names)), .missingFile("导出.csv"), .missingTab("表", known: names),
            .missingSourceColumn("栏", file: "导出.csv", known: names),
            .wrongType(key: "T01[31]", found: .written("一元"), wanted: .number),
            .misplacedKey("种类", method: "公式"), .sampleDisagrees(wanted: "不符", found: ["通过", "不适用"]),
            .oneSidedTransfer("补助", isPaid: true), .oneSidedTransfer("补助", isPaid: false),
        ] + formulas.map { .badFormula(FormulaFault($0, at: TextSpan(offset: 0, length: 2)), text: "支出 = 收入") }

    private static let formulas: [FormulaFault.Kind] =
        [
            .empty, .tooLong(limit: 9), .tooDeep(limit: 1), .unexpectedCharacter("甲"), .badNumber(.secondPoint),
            .badNumber(.tooManyDecimals(3)), .unclosed("（"), .chainedComparison, .unknownKey("栏", allowed: names),
            .cellMissing(form: "表"), .noVariable("科目"), .rangeOutsideSum, .sameRangeTwice("科目"),
            .mixedMeasures(left: .money, right: .count("人")), .productOfMoney, .numberOverMoney, .valueWanted,
            .conditionWanted, .name(.unknownForm("表", near: names)), .name(.unknownFact("数", near: names)),
            .name(.unknownRow("行", form: "表", near: [])), .name(.unknownColumn("栏", form: "表", near: names)),
            .name(.unknownMember("类", dimension: "科目", near: names)),
            .name(.unknownWord("章", key: "层级", allowed: names)), .name(.ambiguous("总计", choices: names)),
            .name(.noRowDimension(form: "表")), .name(.noConcept("表")), .name(.noMembers("各科目")),
            .expected(.end, found: .words("收入")), .expected(.value, found: .end),
            .expected(.rowAndColumn, found: .names(3)),
        ] + wanted.map { .expected($0, found: .end) }

    private static let wanted: [FormulaFault.Wanted] = [
        .signs(["，", "）"]), .formName, .dimensionName, .fieldName, .valueOf("科目"), .nameOf("科目"), .figure,
        .rowOrColumn, .column,
    ]

    private static let documents: [DocumentFault] = [
        .file(.empty), .file(.encrypted), .file(.picture("PNG")), .file(.archive("RAR")), .file(.nestedArchive),
        .file(.unsupported("OFD")), .file(.unknown), .file(.tooLarge(9 << 20, limit: 1 << 20)), .file(.tooDeep),
        .file(.pageTableTooLarge(2, squares: 9, limit: 5)),
        .notZip, .compoundFile, .zipTruncated, .zipEntryEncrypted("表.xml"), .zipEntryDamaged("表.xml"),
        .zipMethodUnsupported("表.xml", method: 12), .zipDuplicateName("表.xml"),
        .zipTooManyEntries(20_000, limit: 10_000),
        .zipTooLarge(3 << 30, limit: 1000), .zipRatioTooHigh("表.xml", ratio: 900, limit: 500), .partMissing("表.xml"),
        .xmlDoctype(part: "表.xml"), .xmlMalformed(part: "表.xml", line: 3), .xmlTooDeep(part: "表.xml", limit: 200),
        .notWorkbook, .notWordDocument, .binaryWorkbook, .duplicateSheet("公开01"),
        .badCellAddress(sheet: "公开01", address: "？"), .tableTooLarge("公开01", squares: 9, limit: 5), .badSheetName("表/"),
        .badSheetName(""), .workbookNotWritten("No space"),
        .textEmpty, .textBinary, .textTooLarge(limit: 64 << 20), .textTooManyLines(limit: 1_000_000),
        .textLineTooLong(line: 3, limit: 1 << 20),
        .pdf(.notPdf), .pdf(.empty), .pdf(.encrypted),
        .pdf(.damaged),
        .pdf(.pageDamaged(3)), .pdf(.tooManyPages(5_000, limit: 2_000)), .pdf(.pageTooDense(3, limit: 200)),
        .pdf(.tooLarge(600 << 20, limit: 512 << 20)), .pdf(.timedOut(120)), .pdf(.crashed), .pdf(.noLibrary),
    ]

    private static let reading: [ReadingNote] = [
        .hiddenSheet("底稿"), .hiddenRows(sheet: "公开01", count: 2), .hiddenColumns(sheet: "公开01", count: 1),
        .uncomputed(sheet: "公开01", cell: "C12", count: 3),
        .errorValue(sheet: "公开01", cell: "C12", text: "#REF!", count: 1), .trackedChanges(4), .picturePages([3, 4]),
    ]

    private static let command: [CommandFault] = [
        .noStandards(names), .unreadable("没有"), .unwritable("没有"), .notABook("没有"), .noSettings("没有"),
        .unknownUnit("某局", known: names), .unknownSubject("P9", known: names), .unknownSubject("P9", known: []),
        .unknownFunction("99", nearest: names), .unknownFunction("99", nearest: []), .noMoney("P1"),
        .subjectWithoutBook,
        .noActuals(path: "账套", hasSubjects: true), .noActuals(path: "账套", hasSubjects: false),
        .wrongFormat("文档", allowed: ["docx"]),
        .noFigure("数", hint: .tables(["T01 公开01表"], subjects: ["P1 某项目"])), .noFigure("数", hint: .sentenceNumbers),
        .noFigure("数", hint: .noSuchCell(form: "收入表")), .severalFigures("数", count: 2, spellings: names),
        .severalFigures("数", count: 9, spellings: names),
        .badYear(23, known: [2019, 2025]), .badRegion("4300"),
        .noFigure("数", hint: .standardsList), .noFigure("数", hint: .none), .noRegion(known: ["430000"]), .noYear,
        .yearOfLastBook, .occupied("账套"), .document(file: "账套.xlsx", .notZip),
        .noPaperYear("决算.docx"),
        .toolFailed(tool: "Typst", .notStarted("/没有")), .toolFailed(tool: "Typst", .said("error: no font")),
        .toolFailed(tool: "Typst", .silent), .annotateOne(pdfs: 0),
        .annotateOne(pdfs: 2), .annotateOriginal("决算.pdf"), .noDocuments("空"),
        .notPublished("核对单.docx", kind: "公开前核对单"),
        .tooManyDocuments("多", count: 9, limit: 5),
        .noOffice("决算.doc"), .toolFailed(tool: "LibreOffice", .tooLong(seconds: 60)),
    ]

    private static let consolidation: [ConsolidationFault] = [
        .differentYears(names), .differentRegions(names), .differentNames(names), .sharedUnit(code: "部门", books: names),
        .codeTaken("部门"),
    ]

    private static let notes: [ConsolidationNote] = [
        .summed(sheet: "其他数", what: "人数", amount: 100, isMoney: true),
        .summed(sheet: "其他数", what: "人数", amount: 100, isMoney: false),
        .notSummed(sheet: "其他数", what: "人数", stated: 1, units: 2), .leftOut(setting: "批复日期"),
        .renamed(code: "001", to: "某局本级"), .subjectRenamed(book: "某所", code: "P1", to: "002-P1"),
        .notAdditive(sheet: "其他数", what: "平均得分"),
        .mayHoldTransfers(sheet: "上年数", what: "收入总计", amount: 100),
    ]

    private static let missing: [MissingText.Kind] = [
        .reason(matter: "收支变动", object: "204", objectName: "公共安全"), .text("主要职责"), .figure("总计", sheet: "", column: ""),
        .figure("接待批次", sheet: "三公", column: "批次"), .droppedFigure("总计"),
        .typedFigure("3.00万元"), .droppedReason("收支变动"), .noSentence(nearest: names), .noSentence(nearest: []),
        .badTemplate("said in the language in force"), .column("完成情况", at: Origin(sheet: "绩效对象.csv", row: 6)),
    ]

    private static let opening: [OpeningChange] = [
        .codeMoved(sheet: "支出", row: 2, column: "功能科目", from: "2049901", to: "2049999"),
        .codeMoved(sheet: "结转结余", row: 0, column: "功能科目", from: "2049901", to: "2049999"),
        .codeEnded(sheet: "支出", row: 2, column: "功能科目", code: "2049901"),
        .balance(unit: "某局", what: "行政运行", amount: -100, isKindOpen: true), .copied(sheet: "单位", rows: 1),
        .text(unit: "某局", name: "主要职责"), .projectEnded("某项目", year: "2020"), .reasons(2),
        .notCopied(sheet: "收入", rows: 3), .subjectEnded("普法", rows: 6), .targets(3),
        .staleTarget(name: "时限", target: "2021年底前"), .schemeEnded(subject: "普法", scheme: "甲"),
        .sharedLost(name: "场次", subject: "P1"),
    ]

    private static let paperRead: [Remark] = [
        .paperRead(unit: "某局", year: 2021), .paperRead(unit: "", year: 2021),
        .paperStandards(profile: "湖南省", choice: .asked), .paperStandards(profile: "湖南省", choice: .named),
        .paperStandards(profile: "湖南省", choice: .guessed), .formsRead(forms: 9, figures: 900),
        .noFormsKnown(kind: "预算", region: "430400", year: 2024),
        .formRead(id: "T05", name: "公开05表", figures: 120), .columnNotFound("本年支出/小计"),
        .rowNotKnown("公开05表 别的", place: ""), .cellNotAssigned("公开05表 204", place: ""),
        .claimsRead(bound: 9, open: 0), .claimsRead(bound: 9, open: 1), .otherTablesRead(2), .unreadParts(1),
        .moreItems(3),
    ]

    @Test func whatWasReadIsSaidInBothLanguages() {
        for remark in Self.paperRead { check { remark.message } }
        let places: [Place] = [
            .line(1, column: 2), .page(3, box: Box(left: 0, top: 0, right: 1, bottom: 1)), .sheet("公开01", cell: "C12"),
            .paragraph(4), .table(1, row: 2, column: 3),
        ]
        for place in places { check { place.message } }
    }

    private func inBoth(_ sentence: () -> String) -> (chinese: String, english: String) {
        (sentence(), MessageLanguage.$current.withValue(.english, operation: sentence))
    }

    private func check(_ sentence: () -> String, sourceLocation: SourceLocation = #_sourceLocation) {
        let (chinese, english) = inBoth(sentence)
        #expect(Foreign.lines(english) == [], sourceLocation: sourceLocation)
        #expect(Foreign.unquoted(english).contains(/[a-z]{2}/), "\(chinese)", sourceLocation: sourceLocation)
        #expect(!Foreign.lines(chinese).isEmpty, "\(english)", sourceLocation: sourceLocation)
    }

    @Test func everyFaultAndNoteIsSaidInBothLanguages() {
        for kind in Self.book {
            // Each with nothing before its sentence but the place.
            check { BookFault(kind, sheet: "导出.xlsx 的“支出”（按 列名对照.yaml）", row: 2, column: "金额").message }
            let (chinese, english) = inBoth { BookFault(kind, sheet: "表").message }
            #expect(chinese.count > "表：".count + 4 && english.count > "“表”: ".count + 8)
        }
        for kind in Self.standards {
            check { StandardsFault(kind, file: "表.yaml", line: 2).message }
            #expect(inBoth { StandardsFault(kind, file: "表").message }.english.count > "“表”: ".count + 8)
        }
        for fault in Self.documents { check { fault.message } }
        for note in Self.reading { check { note.message } }
        for fault in Self.command { check { fault.message } }
        for fault in Self.consolidation { check { fault.message } }
        for note in Self.notes { check { note.message } }
        for kind in Self.missing { check { MissingText(kind: kind, sentence: "total.1", context: "全年收支").message } }
        for change in Self.opening {
            #expect(Foreign.lines(change.english) == [] && !change.english.isEmpty && !change.chinese.isEmpty)
        }
        for section in OpeningSection.allCases { #expect(Foreign.lines(section.english) == []) }
    }

    @Test(
        "No kind is without its sample",
        arguments: [
            ("Ledger/BookFault", 8, book.map { "\($0)" }), ("Standards/StandardsFault", 8, standards.map { "\($0)" }),
            ("Formulas/FormulaFault", 8, formulas.map { "\($0)" }),
            ("Documents/DocumentFault", 4, documents.map { "\($0)" }),
            ("mingzhang/CommandFault", 4, command.map { "\($0)" }),
        ])
    func samplesAreComplete(_ file: String, _ indent: Int, _ samples: [String]) throws {
        let source = String(decoding: try FileBytes.read("\(checkout)/Sources/\(file).swift"), as: UTF8.self)
        let margin = String(repeating: " ", count: indent) + "case "
        // The first enum of the file that has cases at this margin.
        let lines = source.split(separator: "\n").drop { !$0.hasPrefix(margin) }
        let body = lines.prefix { !$0.hasPrefix(String(repeating: " ", count: indent - 4) + "}") }
        let kinds = body.filter { $0.hasPrefix(margin) }.map { $0.dropFirst(margin.count).prefix { $0.isLetter } }
        #expect(kinds.count > 10)
        let known = Set(samples.map { String($0.prefix { $0.isLetter }) })
        #expect(kinds.filter { !known.contains(String($0)) } == [])
    }

    @Test("A place is said as it is built")
    func places() {
        #expect(BookPlace.english("支出.csv") == "“支出.csv”")
        let tab = BookPlace.sheet("支出", of: "账套.xlsx")
        #expect(BookPlace.english(tab) == "“账套.xlsx”, sheet “支出”")
        #expect(BookPlace.english(tab + "（按 列名对照.yaml）") == "“账套.xlsx”, sheet “支出” (by “列名对照.yaml”)")
        #expect(BookPlace.english(tab + " 第 12 行") == "“账套.xlsx”, sheet “支出”, row 12")
        #expect(BookPlace.english("第 二 行") == "“第 二 行”")
    }

    @Test(
        "ArgumentParser's own words are Chinese where they are known",
        arguments: [
            ("Error: Unknown option '--onyl'. Did you mean '--only'?", "错误：没有“--onyl”这个选项；是不是“--only”？"),
            ("Error: Missing expected argument '--output <output>'", "错误：缺少参数“--output <output>”"),
            (
                "Error: The value '年终' is invalid for '--stage <stage>'. Please provide one of 'goals', 'monitoring' or 'evaluation'.",
                "错误：“年终”不能用（--stage <stage>）；可用：goals、monitoring、evaluation。"
            ),
            (
                "Error: The value 'x' is invalid for '--part <part>'. Please provide one of 'accounts' and 'performance'.",
                "错误：“x”不能用（--part <part>）；可用：accounts、performance。"
            ),
            ("OPTIONS:", "选项："), ("OVERVIEW: 明账", "明账"), ("Error: Something new", "错误：Something new"),
            ("  See 'mingzhang build --help' for more information.", "  详见 mingzhang build --help"),
        ])
    func parserWords(_ english: String, _ chinese: String) {
        #expect(ParserWords.said(english) == chinese)
        #expect(MessageLanguage.$current.withValue(.english) { ParserWords.said(english) } == english)
    }
}
