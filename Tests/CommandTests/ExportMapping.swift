import Fiscal
import Foundation
import Ledger
import Standards
import Testing

@testable import mingzhang

struct ExportMapping {
    private static let library = Result { try StandardsFolder.load(checkout + "/Standards") }

    @Test("An export of 预算管理一体化 is read as rows of 支出, each with its own row number")
    func payments() throws {
        let scratch = try Scratch()
        let path = scratch.path + "/book"
        try FileManager.default.copyItem(atPath: checkout + "/Tests/Fixtures/books/mapped-2021", toPath: path)
        let loaded = try LoadedBook(path: path, library: Self.library.get())
        let spent = loaded.book.facts.filter { $0.key.concept == Concept("本年支出") && $0.key.phase == .actual }
        let functions = spent.map(\.key.coordinates.function.text)
        let economics = spent.map(\.key.coordinates.economic.text)
        let kinds = spent.map { loaded.standards.classification(.kind).name($0.key.coordinates.kind) }
        #expect(spent.map(\.value.amount) == [320_050, 60_000_000, 500_000])
        #expect(functions == ["2040602", "2040601", "2040601"])
        #expect(economics == ["30201", "30101", "30217"])
        #expect(kinds == ["项目支出", "基本支出", "基本支出"])
        #expect(spent.map(\.origin.row) == [2, 4, 5])
        #expect(spent.map(\.origin.voucher) == ["", "PAY0001", "PAY0003"])
        #expect(spent.dropFirst().allSatisfy { $0.origin.sheet == "支付明细.csv（按 列名对照.yaml）" })
        #expect(
            spent.allSatisfy { loaded.standards.classification(.fund).name($0.key.coordinates.fund) == "一般公共预算财政拨款" })
        let income = loaded.book.facts.filter { $0.key.concept == Concept("本年收入") }
        #expect(income.map(\.value.amount) == [60_820_050])
    }
}
