import Documents
import Paper
import Testing

/// Words found again on a page, and what is drawn around them.
struct PdfMarkTests {
    private static let nowhere = Box(left: 0, top: 0, right: 0, bottom: 0)

    private func isNear(_ a: Box, _ b: Box) -> Bool {
        abs(a.left - b.left) < 0.1 && abs(a.top - b.top) < 0.1 && abs(a.right - b.right) < 0.1
            && abs(a.bottom - b.bottom) < 0.1
    }

    /// Two shares alike in one paragraph, the second cut by the line's end.
    @Test(arguments: [0, 1, 2, 3])
    func words(_ rotation: Int) throws {
        var drawing = PageDrawing(width: 600, height: 800, turns: rotation, rotation: rotation)
        drawing.text("基本支出占60.5%，项目支出占60.", 100, 100)
        drawing.text("5%。", 80, 120)
        var finder = PdfWordFinder([drawing.page])
        let paragraph = Box(left: 80, top: 90, right: 300, bottom: 125)
        let first = finder.boxes(
            of: "60.5%", endingOneOf: ["一、支出：基本支出占60.5%", "基本支出占60.5%"], page: 1, box: paragraph)
        #expect(first.count == 1 && first[0].page == 1)
        #expect(isNear(first[0].box, Box(left: 150, top: 92, right: 175, bottom: 102)))
        let second = finder.boxes(of: "60.5%", endingOneOf: ["…支出占60.5%，项目支出占60.5%"], page: 1, box: paragraph)
        #expect(second.count == 2)
        #expect(isNear(second[0].box, Box(left: 235, top: 92, right: 250, bottom: 102)))
        #expect(isNear(second[1].box, Box(left: 80, top: 112, right: 90, bottom: 122)))
    }

    @Test func cells() {
        var drawing = PageDrawing()
        drawing.text("1.08", 120, 100)
        drawing.text("1.08", 220, 100)
        var finder = PdfWordFinder([drawing.page])
        let cell = Box(left: 200, top: 90, right: 260, bottom: 105)
        let found = finder.boxes(of: "1.08万元", endingOneOf: ["公开07表 合计"], page: 1, box: cell)
        #expect(found.count == 1 && isNear(found[0].box, Box(left: 220, top: 92, right: 240, bottom: 102)))
        // A blank cell, and words that do not stand there: the cell itself.
        for words in ["", "2.00"] {
            let whole = finder.boxes(of: words, endingOneOf: [], page: 1, box: cell)
            #expect(whole.map(\.box) == [cell])
        }
        #expect(finder.boxes(of: "2.00", endingOneOf: [], page: 1, box: Self.nowhere).isEmpty)
        #expect(finder.boxes(of: "2.00", endingOneOf: [], page: 9, box: Self.nowhere).isEmpty)
    }

    @Test func overleaf() {
        var (first, second) = (PageDrawing(), PageDrawing())
        first.text("另占64%，本年支出合计", 100, 700)
        second.text("644.43万元，占本年支出的64%。", 80, 100)
        let box = Box(left: 80, top: 690, right: 260, bottom: 705)
        for head in ["", "某部门年度报告"] {
            var next = second
            if !head.isEmpty {
                next = PageDrawing()
                next.text(head, 250, 40)
                next.text("644.43万元，占本年支出的64%。", 80, 100)
            }
            var finder = PdfWordFinder([first.page, next.page])
            let found = finder.boxes(
                of: "64%", endingOneOf: ["…支出合计644.43万元，占本年支出的64%"], page: 1, box: box)
            #expect(found.count == 1 && found[0].page == 2 && found[0].box.left > 180, "\(head)")
        }
    }

    @Test(arguments: [0, 1, 2, 3])
    func space(_ rotation: Int) {
        let page = RawPage(box: RawBox(left: 20, bottom: 30, right: 560, top: 800), rotation: rotation)
        let space = PdfPageSpace(page)
        #expect(rotation % 2 == 0 ? space.width == 540 && space.height == 770 : space.width == 770)
        // The page's own upper left corner is shown where the turn takes it.
        let corner = space.shown(x: 20, y: 800)
        let wanted = [(0.0, 0.0), (770, 0), (540, 770), (0, 540)][rotation]
        #expect(corner == wanted)
        for point in [(0.0, 0.0), (12, 34), (500, 700)] {
            let raw = space.raw(x: point.0, y: point.1)
            let back = space.shown(x: raw.x, y: raw.y)
            #expect(abs(back.x - point.0) < 0.01 && abs(back.y - point.1) < 0.01)
        }
    }

    @Test func tagsStayOnThePage() {
        let space = PdfPageSpace(RawPage(box: RawBox(left: 0, bottom: 0, right: 100, top: 50)))
        let red = PdfMark.Color(red: 255, green: 0, blue: 0)
        for corner in [(-20.0, -20.0), (99, 49), (50, 20)] {
            let note = PdfMark.note(page: 1, number: 120, at: corner, in: space, color: red, texts: [:])
            #expect(note.left >= 0 && note.right <= 100 && note.bottom >= 0 && note.top <= 50)
            #expect(note.appearance.hasPrefix("1.00 0.00 0.00 rg ") && !note.appearance.contains("e-"))
        }
    }
}
