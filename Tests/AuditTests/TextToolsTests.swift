import Testing

@testable import Audit

/// What the checks of words look for in folded text.
struct TextToolsTests {
    @Test(
        "A name without its number and 其中：",
        arguments: [
            ("一、一般公共服务支出", "一般公共服务支出"), ("（二）公务接待费", "公务接待费"), ("其中：基本工资", "基本工资"), ("其中：1.基本工资", "基本工资"),
            ("12、项目", "项目"), ("十二、项目", "项目"), ("2021年", "2021年"), ("一般公共服务", "一般公共服务"), ("(1)某", "(1)某"), ("", ""),
            ("三公经费", "三公经费"),
        ])
    func bareNames(_ name: String, _ bare: String) { #expect(CodeRows.bare(name) == bare) }

    @Test(
        "Years that are named",
        arguments: [
            ("2021年度收入", [2021]), ("2020年和2021年", [2020, 2021]), ("12021年", []), ("20211年", []), ("2021 年", []),
            ("1999年2022年", [2022]), ("2021", []), ("截至2020年12月31日", [2020]),
        ])
    func years(_ text: String, _ years: [Int]) {
        let found = NamedYear.all(in: text)
        #expect(found.map(\.number) == years)
        for year in found { #expect(text[year.range] == "\(year.number)年" + (year.isFiscal ? "度" : "")) }
    }

    @Test("Paths of items")
    func paths() {
        let text = "1.公共安全支出(类)司法(款)行政运行(项)。其中,教育支出(类)培训(款),教育支出(类)进修及培训(款)培训支出(项)"
        #expect(FunctionPath.all(in: text).map(\.names) == [["公共安全支出", "司法", "行政运行"], ["教育支出", "进修及培训", "培训支出"]])
        #expect(FunctionPath.all(in: "支(类)某(款)某(项)").isEmpty && FunctionPath.all(in: "(类)(款)(项)").isEmpty)
    }

    @Test("Words are found where the standard library finds them")
    func words() {
        let text = "衡阳市司法局2021年度部门决算"
        for word in ["司法局", "衡", "决算", "部门决算", "算", "无", "衡阳市司法局2021年度部门决算书"] {
            #expect(text.firstRange(of: word) == text[...].firstRange(of: word[...]))
            #expect(text.contains(word) == (text[...].firstRange(of: word[...]) != nil))
        }
    }
}
