import Fiscal
import Standards
import Support

@testable import Ledger
@testable import Performance

/// Records of indicators and whole books as tests write them.
enum Records {
    static func indicator(
        subject: String = "P1", first: String = "产出指标", second: String = "数量指标", name: String = "指标",
        direction: String = "", target: String = "", unit: String = "", achieved: String = "", shared: String = "",
        weight: Int64? = nil, way: String = "", band: String = "", given: Int64? = nil, givenReason: String = "",
        deviation: String = "", row: Int = 2
    ) -> IndicatorRecord {
        IndicatorRecord(
            subject: subject, first: first, second: second, name: name, direction: direction, target: target,
            unit: unit, achieved: achieved, sharedWith: shared, weight: weight, way: way, mode: "", band: band,
            givenScore: given, givenReason: givenReason, deviation: deviation, measures: "", evidence: "",
            origin: Origin(sheet: "绩效指标", row: row))
    }

    static func hundredths(_ text: String) -> Int64? { text.isEmpty ? nil : (try? NumberText.parseYuan(text))?.fen }

    private static let settings = "部门: 某局\n年度: 2021\n地区: \"430400\"\n"

    /// A department of one unit with its own sheets laid over these.
    static func book(_ sheets: [String: String]) throws -> (book: Book, standards: Standards) {
        let standards = try CheckedOut.standards("430400", 2021)
        let settings = try BookSettings.check(Settings(yaml: settings, file: "账套.yaml"))
        let base = [
            "单位": "编码,名称,上级编码,单位性质\n1,某局,,行政单位\n11,某局本级,1,行政单位\n12,某中心,1,公益一类事业单位",
            "收入": "单位,功能科目,资金性质,金额\n11,2040601,一般公共预算财政拨款,300.00",
            "支出": "单位,功能科目,经济科目,资金性质,支出性质,金额\n11,2040601,30201,一般公共预算财政拨款,基本支出,100.00",
        ]
        let all = base.merging(sheets) { _, own in own }.sorted { $0.key < $1.key }
        let book = try BookReader.read(
            all.map { SheetText.of($0.key, $0.value) }, settings: settings, standards: standards)
        return (book, standards)
    }

    /// Subjects and indicators without any money, for checks that ask for none.
    static func evaluation(_ sheets: [String: String]) throws -> EvaluationBook {
        let (book, standards) = try book(sheets)
        return EvaluationBook(book: book, standards: standards)
    }
}
