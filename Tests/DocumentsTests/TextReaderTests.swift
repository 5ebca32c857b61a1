import Fiscal
import Paper
import Testing

@testable import Documents

struct TextReaderTests {
    private func blocks(_ text: String) throws -> [Block] { try TextReader.read(Array(text.utf8)).blocks }

    private func paragraphs(_ text: String) throws -> [String] {
        try blocks(text).compactMap { block in
            if case .paragraph(let paragraph) = block { return paragraph.text }
            return nil
        }
    }

    // MARK: Bytes

    /// “决算” in each encoding that texts come in.
    @Test(
        arguments: [
            [0xE5, 0x86, 0xB3, 0xE7, 0xAE, 0x97], [0xEF, 0xBB, 0xBF, 0xE5, 0x86, 0xB3, 0xE7, 0xAE, 0x97],
            [0xBE, 0xF6, 0xCB, 0xE3], [0xFF, 0xFE, 0xB3, 0x51, 0x97, 0x7B], [0xFE, 0xFF, 0x51, 0xB3, 0x7B, 0x97],
        ] as [[UInt8]]) func everyEncoding(_ bytes: [UInt8]) throws
    {
        #expect(try TextReader.read(bytes).blocks == [.paragraph(Paragraph("决算", place: .line(1, column: 1)))])
    }

    @Test func lineEndsCountAlike() throws {
        for end in ["\n", "\r\n", "\r"] {
            let found = try blocks("甲\(end)\(end)  乙\(end)")
            #expect(
                found == [
                    .paragraph(Paragraph("甲", place: .line(1, column: 1))),
                    .paragraph(Paragraph("乙", place: .line(3, column: 3))),
                ])
        }
    }

    @Test func whatIsNoTextIsRefused() {
        #expect(throws: DocumentFault.textEmpty) { try TextReader.read([]) }
        #expect(throws: DocumentFault.textEmpty) { try TextReader.read(Array(" \n\t\u{3000}\n".utf8)) }
        #expect(throws: DocumentFault.textBinary) { try TextReader.read([0x50, 0x4B, 0, 1]) }
    }

    @Test func limitsHold() {
        #expect(throws: DocumentFault.textTooLarge(limit: 64 << 20)) {
            try TextReader.read([UInt8](repeating: 0x61, count: 100 << 20))
        }
        let long = [UInt8](repeating: 0x61, count: (1 << 20) + 1)
        #expect(throws: DocumentFault.textLineTooLong(line: 2, limit: 1 << 20)) {
            try TextReader.read([0x62, 0x0A] + long)
        }
        #expect(throws: DocumentFault.textTooManyLines(limit: 3)) {
            try TextReader.read(Array("1\n2\n3\n4\n".utf8), limits: TextReader.Limits(lines: 3))
        }
    }

    // MARK: Sentences

    @Test func sentencesCutByPageNumbersAreWhole() throws {
        let head = "二〇二一年度本单位项目支出绩效自评综合得分较高，该项目全年预算数为"
        let text = head + "\n\n- 27 -\n\n" + " 1077.41万元，执行数为1077.41万元。\n"
        let found = try blocks(text)
        guard case .paragraph(let paragraph) = found.first else {
            Issue.record("no paragraph")
            return
        }
        #expect(found.count == 1)
        #expect(paragraph.text == head + "1077.41万元，执行数为1077.41万元。")
        #expect(paragraph.place(at: 0) == .line(1, column: 1))
        #expect(paragraph.place(at: head.count) == .line(5, column: 2))
        #expect(paragraph.place(at: head.count + 3) == .line(5, column: 5))
    }

    @Test func numbersCutByLinesAreWhole() throws {
        let head = "本单位当年公务用车购置及运行维护经费支出决算数为人民币36.7"
        #expect(try paragraphs(head + "\n8 万元，全部为运行维护费。\n") == [head + "8 万元，全部为运行维护费。"])
    }

    @Test func paragraphsAndItemsStayApart() throws {
        let first = "（一）贯彻执行国家和省有关方针政策和法律法规，编制全市中长期规划和年度计划并监督实施"
        #expect(try paragraphs(first + "\n（二）承担统筹规划的责任，等等\n") == [first, "（二）承担统筹规划的责任，等等"])
        #expect(try paragraphs("第一部分\n某局概况\n一、部门职责\n") == ["第一部分", "某局概况", "一、部门职责"])
    }

    /// A page of 27 ideographs: what fills a line goes on, whatever stands at its end.
    @Test func whatFillsItsLineGoesOn() throws {
        let full = "年度财政拨款支出年初预算数和支出决算数都是这样写的直到"
        for (first, rest) in [
            ("12、公共安全支出（类）强制隔离戒毒（款）强制隔离戒毒人", "员生活（项）。"),
            ("全年收入和支出都执行完了，一共支出决算数为", "12,532.62万元，完成全年预算。"),
            ("组织的团组一共有二十八个都是因公出国和因公出境（含港澳）", "的团组并且按照规定公开，没有超出计划。"),
        ] {
            let filler = full + "，\n" + full + "。\n"
            #expect(try paragraphs(filler + first + "\n" + rest + "\n").last == first + rest, "\(first)")
        }
        let heading = "（四）政府性基金预算财政拨款收入支出决算情况说明"
        #expect(try paragraphs(full + "。\n" + heading + "\n本单位没有，\n所以没有说明。\n").contains(heading))
    }

    /// Lines of a text that was cut every so many characters, whatever stood there, come together again.
    @Test(arguments: 21...48) func linesCutAtACountAreWhole(_ count: Int) throws {
        let once = [
            "一、收入支出决算总体情况说明", "2021年度收、支总计各为1260.43万元，与2020年度相比，各增加77.97万元，增长6.59%，主要原因是下属的几个单位都新增了项目，并且补发了以前年度的津贴补贴。",
            "（一）总体情况", "本年收入合计1235.43万元，其中：财政拨款收入1218.28万元，占98.61%；其他收入17.15万元，占1.39%。支出合计1243.78万元，其中：基本支出729.78万元。",
            "1.第一季度完成312.00万元，第二季度完成80.00万元，第三季度完成50.00万元，第四季度完成140.00万元，四个季度合计完成582.00万元。",
            "2.实有在职人员47人，其中：行政人员18人、事业人员29人；离退休人员21人，其中：离休0人、退休21人，都没有超过编制部门核定的编制数。",
            "二、一般公共预算财政拨款基本支出决算情况说明", "截至年末共有车辆6辆，其中：应急保障用车4辆、其他用车2辆；没有单价在一百万元以上的设备，也没有单价在五十万元以上的通用设备。",
        ]
        // Few lines tell no count.
        let whole = Array([once, once, once].joined())
        // A paragraph that ends where a line is cut ends nowhere else either; a numbered title does.
        guard whole.allSatisfy({ $0.count % count > 0 || $0.hasSuffix("情况说明") && $0.count == count }) else { return }
        let cut = whole.map { paragraph -> String in
            let all = Array(paragraph)
            return stride(from: 0, to: all.count, by: count).map { String(all[$0...].prefix(count)) }
                .joined(separator: "\n")
        }
        #expect(try paragraphs(cut.joined(separator: "\n") + "\n") == whole)
    }

    @Test func noLineBeginsWithAMarkThatClosesWords() throws {
        for rest in ["、事业人员26人。", "。年初预算为12.60万元。", "）本年没有。", "%，与上年持平。"] {
            #expect(try paragraphs("实有在职人员47人，其中行政人员18人\n" + rest + "\n").count == 1, "\(rest)")
        }
    }

    // MARK: Tables

    @Test func aTotalWithoutItsTabsIsARow() throws {
        let found = try blocks("科目\t合计\t基本支出\n栏次\t1\t2\n合计\n注：本表无数据。\n")
        guard case .grid(let grid) = found.first else {
            Issue.record("no grid")
            return
        }
        #expect(found.count == 2 && grid.rows.count == 3 && grid.rows[2].first?.text == "合计")
    }

    @Test func wordsAboveATabbedTableAreNoRowsOfIt() throws {
        let found = try blocks("\t\t公开01表\n部门：某局\t\t金额单位：万元\n项目\t\t金额\n甲\t1\t2.00\n\t合计\n\n\t缩进的一段话\n")
        let texts = found.map { block in
            switch block {
            case .paragraph(let paragraph): paragraph.text
            case .grid(let grid): grid.rows.map { $0.map(\.text).joined(separator: "|") }.joined(separator: "/")
            default: ""
            }
        }
        #expect(texts == ["公开01表", "部门：某局", "金额单位：万元", "项目|金额/甲|1|2.00/|合计|", "缩进的一段话"])
    }

    @Test func tabsMakeAGridWithItsMergedHeader() throws {
        let found = try blocks("项目\t\t本年支出\t\n编码\t名称\t小计\t基本\n201\t行政\t5.00\t\n\n202\t其他\t1,000.00\t3\n")
        guard case .grid(let grid) = found.first else {
            Issue.record("no grid")
            return
        }
        #expect(found.count == 1 && grid.headerRowCount == 2 && !grid.isLoose)
        #expect(grid.matrix[0].map { $0?.text } == ["项目", "项目", "本年支出", "本年支出"])
        #expect(grid.matrix[3].map { $0?.text } == ["202", "其他", "1,000.00", "3"])
        #expect(grid.matrix[3][2]?.place == .line(5, column: 8))
        #expect(grid.matrix[3][2]?.number?.mantissa == 100_000)
    }

    @Test func rowsWithoutTabsMakeALooseGrid() throws {
        let found = try blocks("合计 9.00 5.00\n201 行政运行 4.00三、其他\n202\n12.50\n")
        guard case .grid(let grid) = found.first else {
            Issue.record("no grid")
            return
        }
        #expect(found.count == 1 && grid.isLoose)
        #expect(
            grid.rows.map { $0.map(\.text) } == [
                ["合计", "9.00", "5.00"], ["201", "行政运行", "4.00", "三、其他"], ["202"], ["12.50"],
            ])
        #expect(grid.rows[1][3].place == .line(2, column: 14))
    }

    @Test func aFewFiguresAreNoTable() throws {
        #expect(try paragraphs("编制数 111\n实有数 97\n") == ["编制数 111", "实有数 97"])
    }

    /// Nothing grows with the square of the text: each of these takes a second or two unoptimised.
    @Test(arguments: ["1\n", "a\n\n", "一、甲 1.00乙\n", "甲\t1\t2\n", "这一行没有句号，而且一直没有结束，\n", "- 1 -\n", "1.0甲"])
    func longTextsAreReadInTime(_ piece: String) throws {
        let text = String(repeating: piece, count: 10_000)
        let clock = ContinuousClock()
        let time = try clock.measure { _ = try TextReader.read(Array((text + "甲").utf8)) }
        #expect(time < .seconds(60))
    }
}
