import Documents
import Paper
import Testing

/// Characters become lines, and lines paragraphs.
struct PdfTextTests {
    /// Lines of running text, 40 characters wide.
    private func page(_ lines: [(String, Double)], number: Int? = nil, header: String? = nil) -> RawPage {
        var drawing = PageDrawing()
        if let header { drawing.text(header, 250, 40) }
        for (index, line) in lines.enumerated() { drawing.text(line.0, line.1, 100 + 18 * Double(index)) }
        if let number { drawing.text("— \(number) —", 285, 770) }
        return drawing.page
    }

    private static let full = String(repeating: "本年收入合计为财政拨款", count: 4).prefix(40)

    @Test("Wrapped lines are one paragraph; an indent begins another")
    func paragraphs() {
        let lines = [
            ("一、收入情况", 120.0), (String(Self.full.prefix(38)), 120), (String(Self.full), 100), ("共12.5万元。", 100),
            (String(Self.full.prefix(38)), 120), ("完。", 100),
        ]
        let texts = Sketch.texts([page(lines)])
        #expect(texts == ["2 一、收入情况", Self.full.prefix(38) + Self.full + "共12.5万元。", Self.full.prefix(38) + "完。"])
    }

    @Test("A sentence goes on over the page, past the page number and the running head")
    func overPages() {
        let body = [(String(Self.full.prefix(38)), 120.0), (String(Self.full), 100.0), (String(Self.full), 100.0)]
        let pages = (1...4).map { page(body, number: $0, header: "某部门年度报告") }
        let last = page([("1077.41万元。", 100)], number: 5, header: "某部门年度报告")
        let texts = Sketch.texts(pages + [last])
        #expect(texts.count == 4)
        #expect(texts.last == Self.full.prefix(38) + Self.full + Self.full + "1077.41万元。")
    }

    @Test("A page that is a picture is told, with or without a stamped number")
    func pictures() {
        var scan = PageDrawing()
        scan.image(0, 0, 600, 800)
        var stamped = scan
        stamped.text("- 3 -", 285, 770)
        let reading = PdfReader.read([page([("正文。", 120)]), scan.page, stamped.page, PageDrawing().page])
        #expect(reading.unreadablePages == [2, 3])
        #expect(reading.pageCount == 4)
    }

    @Test("Radicals, doubled print and made-up blanks")
    func characters() {
        var drawing = PageDrawing()
        drawing.text("⼀般公共⺠⽣", 100, 100)
        drawing.text("加粗", 100, 140)
        drawing.text("加粗", 100.3, 140)
        var page = drawing.page
        page.characters.append(
            RawCharacter(
                unicode: 0x20, box: RawBox(left: 105, bottom: 690, right: 106, top: 700), x: 105, y: 700, size: 10,
                isGenerated: true))
        #expect(Sketch.texts([page]) == ["一般公共民生", "加粗"])
    }

    @Test("A contents list is one block, with leaders or by its title")
    func contents() {
        let dotted = page([("一、职能………………3", 120), ("二、收入情况说明及支出", 120), ("情况……4", 100), ("一、职能", 120)])
        #expect(Sketch.texts([dotted]) == ["…", "2 一、职能"])
        let plain = page([("目 录", 280), ("一、职能", 120), ("二、收入", 120), ("一、职能", 120), ("负责……。", 120)])
        #expect(Sketch.texts([plain]) == ["目 录", "…", "2 一、职能", "负责……。"])
    }

    @Test("No page, an empty page, and nonsense for coordinates")
    func nothing() {
        #expect(PdfReader.read([]).paper.blocks.isEmpty)
        #expect(PdfReader.read([PageDrawing().page]).paper.blocks.isEmpty)
        var drawing = PageDrawing()
        drawing.text("甲", 1e6, -1e6)
        drawing.rule(-1e6, 5, 1e6, 5)
        drawing.rule(5, -1e6, 5, 1e6)
        _ = PdfReader.read([drawing.page])
    }
}

/// What the worker says, and what it might say when it is broken.
struct RawPageStreamTests {
    private static let page: RawPage = {
        var drawing = PageDrawing()
        drawing.table([["甲", "乙"], ["1.00", "2.00"]], xs: [60, 160, 260], top: 100)
        drawing.image(0, 0, 10, 10)
        return drawing.page
    }()

    @Test func roundTrip() throws {
        let bytes = RawPageStream.magic + RawPageStream.page(Self.page) + RawPageStream.end(pages: 1)
        #expect(try RawPageStream.pages(bytes) == [Self.page])
    }

    @Test(arguments: [
        PdfFault.notPdf, .empty, .encrypted, .damaged, .pageDamaged(3), .tooManyPages(5_000, limit: 2_000),
        .pageTooDense(2, limit: 9), .tooLarge(600 << 20, limit: 512 << 20), .noLibrary,
    ])
    func faults(_ fault: PdfFault) throws {
        #expect(throws: fault) { try RawPageStream.pages(RawPageStream.magic + RawPageStream.fault(fault)) }
        #expect(fault.message.hasSuffix("。"))
    }

    @Test func everyBrokenStreamIsOneFault() throws {
        let whole = RawPageStream.magic + RawPageStream.page(Self.page) + RawPageStream.end(pages: 1)
        for length in whole.indices {
            #expect(throws: PdfFault.crashed) { try RawPageStream.pages(Array(whole.prefix(length))) }
        }
        var state: UInt64 = 7
        for _ in 0..<2_000 {
            var bytes = whole
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            bytes[Int(state >> 33) % bytes.count] = UInt8(truncatingIfNeeded: state >> 20)
            if let pages = try? RawPageStream.pages(bytes) { _ = PdfReader.read(pages) }
        }
    }
}
