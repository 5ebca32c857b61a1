import Fiscal
import Paper
import Standards
import Statements
import Testing

@testable import Standards

/// Headers and labels that papers print otherwise are data of the form, and read as the form's own.
struct LabelTests {
    /// One place for each kind of layout.
    private static let places = [("610000", 2020), ("430400", 2022), ("310000", 2024), ("530100", 2021)].map {
        Checkout.Place(region: $0.0, year: $0.1)
    }

    private func samples(_ place: Checkout.Place) throws -> [(form: Form, printed: Printed)] {
        let standards = try Checkout.standards(place)
        let facts = SampleBook.facts(standards, seed: 5)
        return standards.orderedForms.map { ($0.form, Printed($0.form, facts: facts)) }
    }

    @Test(arguments: places) func synonymsOfTitles(_ place: Checkout.Place) throws {
        for (form, printed) in try samples(place) {
            for (word, others) in form.synonyms {
                for other in others {
                    let grid = printed.grid.replacing(word, with: other) { row, _ in
                        row < printed.table.grid.headerRowCount
                    }
                    #expect(grid != printed.grid, "\(form.id) 的表头没有“\(word)”")
                    try printed.expectReads(grid, as: form, "\(place) \(form.id) \(word)→\(other)")
                }
            }
        }
    }

    @Test(arguments: places) func otherTitles(_ place: Checkout.Place) throws {
        for (form, printed) in try samples(place) {
            for index in 0..<form.mostOtherTitles {
                let other = Printed(form.underOtherTitles(index), facts: SampleBook.facts(printed.standards, seed: 5))
                try other.expectReads(other.grid, as: form, "\(place) \(form.id) 又作 \(index)")
            }
        }
    }

    @Test(arguments: places) func aliasesOfRows(_ place: Checkout.Place) throws {
        for (form, printed) in try samples(place) {
            var first = 0
            for part in form.parts {
                let columns = first..<(first + part.keyColumns.count)
                for case .fixed(let row) in part.rows {
                    for alias in row.aliases {
                        let header = printed.table.grid.headerRowCount
                        let grid = printed.grid.replacing(row.label, with: alias) {
                            $0 >= header && columns.contains($1)
                        }
                        try printed.expectReads(grid, as: form, "\(place) \(form.id) \(row.label)→\(alias)")
                    }
                }
                first += part.keyColumns.count + part.columns.count
            }
        }
    }

    /// City reports put 接待 before 用车: columns are found by their titles, not by place.
    @Test func columnsInAnotherOrder() throws {
        let standards = try Checkout.standards(Checkout.Place(region: "610000", year: 2022))
        let form = try #require(standards.forms["T07"])
        let moved = form.withColumns(inOrder: [0, 1, 5, 2, 3, 4, 6, 7, 11, 8, 9, 10])
        let printed = Printed(moved, facts: SampleBook.facts(standards, seed: 3))
        try printed.expectReads(printed.grid, as: form, "接待在前")
    }

    /// Labels without ordinals, or with those of another place.
    @Test(arguments: ["430400", "310000"]) func ordinals(_ region: String) throws {
        let standards = try Checkout.standards(Checkout.Place(region: region, year: 2024))
        for id in ["T01", "T04"] {
            let form = try #require(standards.forms[id])
            let printed = Printed(form, facts: SampleBook.facts(standards, seed: 4))
            let grid = printed.grid.mappingTexts { text in
                guard let mark = text.firstIndex(of: "、"), text.distance(from: text.startIndex, to: mark) <= 3 else {
                    return text
                }
                return String(text[text.index(after: mark)...])
            }
            try printed.expectReads(grid, as: form, "\(region) \(id) 去掉序号")
        }
    }
}

extension Grid {
    func replacing(_ word: String, with other: String, where allowed: (Int, Int) -> Bool) -> Grid {
        var copy = self
        for row in copy.rows.indices {
            for cell in copy.rows[row].indices where copy.rows[row][cell].text == word {
                if allowed(row, copy.rows[row][cell].column) { copy.rows[row][cell].text = other }
            }
        }
        return copy
    }

    func mappingTexts(_ change: (String) -> String) -> Grid {
        var copy = self
        for row in copy.rows.indices {
            for cell in copy.rows[row].indices { copy.rows[row][cell].text = change(copy.rows[row][cell].text) }
        }
        return copy
    }
}

extension Form {
    fileprivate var mostOtherTitles: Int {
        parts.flatMap { $0.keyColumns.map(\.otherTitles.count) + $0.columns.map(\.otherTitles.count) }.max() ?? 0
    }

    /// The same form as a paper prints it that uses these of its other titles.
    fileprivate func underOtherTitles(_ index: Int) -> Form {
        var copy = self
        copy.parts = parts.map { part in
            Part(
                keyColumns: part.keyColumns.map { key in
                    let titles = key.otherTitles
                    return KeyColumn(
                        title: index < titles.count ? titles[index] : key.title, otherTitles: [], content: key.content,
                        width: key.width)
                },
                columns: part.columns.map { column in
                    let titles = column.otherTitles
                    return Column(
                        title: index < titles.count ? titles[index] : column.title, otherTitles: [],
                        number: column.number,
                        spec: column.spec, width: column.width, isOptional: column.isOptional)
                }, rows: part.rows, firstRowNumber: part.firstRowNumber)
        }
        return copy
    }

    fileprivate func withColumns(inOrder order: [Int]) -> Form {
        var copy = self
        copy.parts = parts.map { part in
            Part(
                keyColumns: part.keyColumns, columns: order.map { part.columns[$0] }, rows: part.rows,
                firstRowNumber: part.firstRowNumber)
        }
        return copy
    }
}
