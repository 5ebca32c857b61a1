import Paper
import Testing

@testable import Publication

/// The contents as a page prints them.
struct PrintedContents {
    private func line(_ text: String) -> Block { .paragraph(Paragraph(text)) }

    private static let body = "项目支出绩效自评表（强制隔离戒毒人员职业技能培训和就业帮扶经费）"

    @Test func anEntryOfTwoLinesIsOne() {
        let front = FrontMatter([
            line("目录"), line("第一部分 部门概况 …… 1"), line("项目支出绩效自评表（强制隔离戒毒人员"), line("职业技能培训和就业帮扶经费） …… 9"),
            line("第一部分 部门概况"), line(Self.body),
        ])
        #expect(front.contents.map(\.text) == ["第一部分 部门概况", Self.body])
        #expect(front.contents.map(\.page) == [1, 9])
    }

    /// A part without a page and the table below it stay two.
    @Test func aPartWithoutAPageIsAnEntry() {
        let front = FrontMatter([
            line("目录"), line("第一部分 部门概况 …… 1"), line("第二部分 部门决算表"), line("收入支出决算总表 …… 9"),
            line("第一部分 部门概况"), line("第二部分 部门决算表"), line("收入支出决算总表"),
        ])
        #expect(front.contents.map(\.text) == ["第一部分 部门概况", "第二部分 部门决算表", "收入支出决算总表"])
    }
}
