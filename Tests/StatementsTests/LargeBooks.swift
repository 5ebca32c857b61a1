import Fiscal
import Ledger
import Standards
import Statements
import Support
import Testing

/// A book whose large sheets are summed as they are read is the same book as one read line by line.
struct LargeBooks {
    private static let places = [
        Checkout.Place(region: "430400", year: 2021), Checkout.Place(region: "310000", year: 2023),
    ]

    private func random(_ place: Checkout.Place, seed: UInt64) throws -> RandomBook {
        try RandomBook(Checkout.standards(place), seed: seed, lines: 120)
    }

    /// Sums and numbers of lines by what they mean.
    private func meanings(_ facts: [Fact]) -> [FactKey: [Int64]] {
        var result: [FactKey: [Int64]] = [:]
        for fact in facts {
            let (sum, lines) = (fact.value.amount, Int64(fact.origin.lines))
            result[fact.key, default: [0, 0]][0] += sum
            result[fact.key, default: [0, 0]][1] += lines
        }
        return result
    }

    @Test("Equal facts, whatever the encoding, the quotes, the line ends and the number of threads", arguments: places)
    func facts(_ place: Checkout.Place) throws {
        for (index, style) in LargeSheetText.allCases.enumerated() {
            let random = try random(place, seed: UInt64(index))
            let both = BothWays(random, as: style)
            let book = try both.lineByLine(random)
            #expect(meanings(book.facts) == meanings(random.book.facts), "\(style)")
            var checksums: Set<String> = []
            for threads in [1, 2, 7] {
                let summed = try both.summed(random, threads: threads)
                #expect(meanings(summed.whole.facts) == meanings(book.facts), "\(style), \(threads) threads")
                #expect(summed.book.warnings.map(\.message) == book.warnings.map(\.message), "\(style)")
                checksums.insert(summed.book.checksum)
                #expect(!summed.book.facts.contains { $0.origin.sheet == "支出.csv" }, "read line by line")
            }
            #expect(checksums.count == 1)
        }
    }

    @Test("Equal tables of the department and of each unit", arguments: places)
    func tables(_ place: Checkout.Place) throws {
        let random = try random(place, seed: 99)
        let both = BothWays(random, as: .plain)
        let book = try both.lineByLine(random)
        let summed = try both.summed(random, threads: 3)
        for unit in book.units.units.map(\.code) {
            let facts = FactBase(book: book, standards: random.standards, unit: unit)
            for form in random.standards.orderedForms.map(\.form) {
                let table = Printed(form, facts: facts).table
                #expect(Printed(form, facts: summed.base(of: unit)).table.grid == table.grid, "\(unit) \(form.id)")
            }
        }
    }

    @Test("A plan of a form prints the figures of its table", arguments: places)
    func plans(_ place: Checkout.Place) throws {
        let random = try random(place, seed: 7)
        let summed = try BothWays(random, as: .plain).summed(random, threads: 2)
        #expect(summed.isPlannable)
        var plan = FigurePlan(random.standards)
        var forms: [FormPlan] = []
        for form in random.standards.orderedForms.map(\.form) {
            if let planned = try? FormPlan(form, standards: random.standards, plan: &plan) { forms.append(planned) }
        }
        #expect(forms.count >= 8)
        var sums = FigureSums(plan, standards: random.standards)
        for unit in summed.book.units.units.map(\.code) {
            summed.fill(&sums, plan: plan, unit: unit)
            let facts = summed.base(of: unit)
            for form in forms {
                for zero in [Profile.ZeroStyle.blank, .digits] {
                    var found: [TableSpot: PrintedNumber] = [:]
                    form.print(&sums, zero: zero) { found[TableSpot(row: $0, column: $1)] = $2 }
                    let printed = Printed(form.form, facts: facts, zero: zero).expected.compactMapValues(\.printed)
                    #expect(found == printed, "\(unit) \(form.form.id)")
                }
            }
        }
    }

    // MARK: - Faults

    /// What one reading says: its faults, or its warnings.
    private func outcome(_ read: () throws(BookFaults) -> Book) -> [String] {
        do throws(BookFaults) {
            return ["read"] + (try read()).warnings.map(\.message)
        } catch {
            return ["refused"] + error.faults.map(\.message)
        }
    }

    @Test("The same faults and warnings in the same order", arguments: 0..<30)
    func faults(_ seed: Int) throws {
        let random = try random(Self.places[0], seed: UInt64(seed % 3))
        let style = LargeSheetText.allCases[seed % LargeSheetText.allCases.count]
        var spoiler = Spoiler(seed: UInt64(seed))
        let both = BothWays(random, as: style) { _, rows in spoiler.spoiled(rows) }
        let plain = outcome { () throws(BookFaults) in try both.lineByLine(random) }
        for threads in [1, 4] {
            let summed = outcome { () throws(BookFaults) in try both.summed(random, threads: threads).book }
            #expect(summed == plain, "\(style), \(threads) threads, \(spoiler.done)")
        }
    }

    /// Standards whose sheet of expenditure has more constraints than a word has bits, its own behind the others.
    private static let manyConstraints: Result<Standards, any Error> = Result {
        let files = try Checkout.files(below: "Standards").map { file in
            guard file.path == "cn/sheets/支出.yaml" else { return file }
            let more = String(repeating: "  - {栏: 资金性质, 不用: [财政拨款]}\n", count: 70)
            let text = String(decoding: file.bytes, as: UTF8.self).replacing("约束:\n", with: "约束:\n" + more)
            return StandardsFile(path: file.path, bytes: Array(text.utf8))
        }
        return try StandardsLibrary(files: files).standards(places[0])
    }

    @Test("Codes that do not go together are told alike, however many constraints there are", arguments: 0..<12)
    func constraints(_ seed: Int) throws {
        let standards = try seed % 2 == 0 ? Checkout.standards(Self.places[0]) : Self.manyConstraints.get()
        if seed % 2 == 1 { #expect(standards.sheets.contains { $0.constraints.count > 70 }) }
        let random = try RandomBook(standards, seed: UInt64(seed), lines: 120)
        var numbers = SplitMix64(seed: UInt64(seed))
        // One code in eight is that of another line, or one too wide.
        let both = BothWays(random, as: .plain) { _, rows in
            var rows = rows
            for place in ["功能科目", "经济科目", "资金性质", "支出性质"].compactMap({ rows[0].firstIndex(of: $0) }) {
                for row in rows.indices.dropFirst() where Int.random(in: 0..<8, using: &numbers) == 0 {
                    let other = Int.random(in: 1..<rows.count, using: &numbers)
                    rows[row][place] = rows[0][place] == "资金性质" && other % 9 == 0 ? "财政拨款" : rows[other][place]
                }
            }
            return rows
        }
        let plain = outcome { () throws(BookFaults) in try both.lineByLine(random) }
        #expect(plain.count > 3)
        for threads in [1, 3] {
            #expect(outcome { () throws(BookFaults) in try both.summed(random, threads: threads).book } == plain)
        }
    }

    @Test("A quote that is never closed, a sheet without a line and a sheet without anything are told alike")
    func wholeFiles() throws {
        let random = try random(Self.places[0], seed: 1)
        var both = BothWays(random, as: .plain)
        let good = both.large
        for bytes in [good[1].bytes + Array("\n001,\"x\n\ny".utf8), Array("单位,金额\n".utf8), Array("单位,金额".utf8), []] {
            both.large[1].bytes = bytes
            let plain = outcome { () throws(BookFaults) in try both.lineByLine(random) }
            for threads in [1, 3] {
                #expect(outcome { () throws(BookFaults) in try both.summed(random, threads: threads).book } == plain)
            }
        }
    }
}

/// Spoils rows of a sheet.
private struct Spoiler {
    private var random: SplitMix64
    private(set) var done: [String] = []

    init(seed: UInt64) { random = SplitMix64(seed: seed) }

    private static let texts: [(column: String, texts: [String])] = [
        ("金额", ["", "12.345", "abc", "-5", "1,234.50", "１２.５", "12345678901234567890", " 7.5 ", "+3", "0", "-"]),
        ("单位", ["", "无此单位", "某市某中心", "001", " 001001", "例：001001", "例子"]),
        ("功能科目", ["", "204", "9999999", "行政运行", "2040601 行政运行"]),
        ("经济科目", ["", "301", "39999", "办公费"]), ("资金性质", ["", "无", "一般公共预算财政拨款"]),
        ("支出性质", ["", "基本支出", "对附属单位补助支出"]), ("对方单位", ["001002", "某市某局", "外单位"]),
        ("项目", ["甲", "乙", " 甲 "]), ("凭证号", ["", "记-1", "记－1"]), ("日期", ["2021-02-30", "2021-03-05"]),
    ]

    mutating func spoiled(_ sheet: [[String]]) -> [[String]] {
        var rows = sheet
        let columns = ["对方单位", "项目", "凭证号", "分录号", "日期", "摘要"].filter { !sheet[0].contains($0) }
        for row in rows.indices { rows[row] += row == 0 ? columns : columns.map { _ in "" } }
        for _ in 0..<Int.random(in: 0...2, using: &random) {
            let row = Int.random(in: 1..<rows.count, using: &random)
            guard let (name, texts) = Self.texts.randomElement(using: &random),
                let text = texts.randomElement(using: &random), let place = rows[0].firstIndex(of: name)
            else { continue }
            rows[row][place] = text
            done.append("\(name)=\(text)")
        }
        if Int.random(in: 0..<4, using: &random) == 0, let row = rows.dropFirst().randomElement(using: &random) {
            rows.append(row)
            done.append("twice")
        }
        if Bool.random(using: &random) { rows.insert([], at: Int.random(in: 1...rows.count, using: &random)) }
        if Int.random(in: 0..<8, using: &random) == 0 {
            rows[0][0] = ["栏", "金额", ""].randomElement(using: &random) ?? ""
        }
        return rows
    }
}
