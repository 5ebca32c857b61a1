import Fiscal
import Standards
import Statements
import Testing

/// What is printed is what is read: every form of every place and year, over made-up books.
struct RoundTripTests {
    @Test(arguments: Checkout.places)
    func everyFormGivesItsFactsBack(_ place: Checkout.Place) throws {
        let standards = try Checkout.standards(place)
        #expect(standards.orderedForms.count == standards.profile.forms.count)
        for seed in 1...2 {
            let facts = SampleBook.facts(standards, seed: seed * 1000 + place.year)
            for (form, _) in standards.orderedForms {
                for zero in Profile.ZeroStyle.allCases {
                    let printed = Printed(form, facts: facts, zero: zero)
                    #expect(!printed.table.isEmpty, "\(form.id) 没有一个数，样例不够")
                    try printed.expectReads(printed.grid, as: form, "\(place) \(form.id) \(zero.rawValue)")
                }
            }
        }
    }

    /// Codes in one column or in three: a paper of either kind is read by the definitions of the other.
    @Test(arguments: Checkout.years.map { Checkout.Place(region: "310000", year: $0, variant: "编码分列") })
    func splitCodes(_ place: Checkout.Place) throws {
        let split = try Checkout.standards(place)
        let whole = try Checkout.standards(Checkout.Place(region: place.region, year: place.year))
        #expect(whole.profile.variants == ["编码分列"])
        for (printing, reading) in [(split, split), (split, whole), (whole, split)] {
            let facts = SampleBook.facts(printing, seed: place.year)
            for (form, _) in printing.orderedForms {
                let printed = Printed(form, facts: facts)
                try printed.expectReads(printed.grid, as: try #require(reading.forms[form.id]), "\(place) \(form.id)")
            }
        }
        #expect(split.forms["T02"]?.parts[0].keyColumns.count == 4)
        #expect(split.forms["T06"]?.parts[0].keyColumns.count == 2)
    }

    /// A form the code has never seen: data alone prints it and reads it.
    @Test func aFormByDataAlone() throws {
        let files =
            try Checkout.files(below: "Standards")
            + Checkout.files(below: "Tests/Fixtures/standards/shaanxi", as: "cn-61/")
        let standards = try StandardsLibrary(files: files).standards(Checkout.Place(region: "610000", year: 2020))
        let form = try #require(standards.forms["T07"])
        #expect(form.title == "一般公共预算财政拨款“三公”经费及会议费、培训费支出决算表")
        let printed = Printed(form, facts: SampleBook.facts(standards, seed: 61))
        #expect(printed.table.figures.count == 16)
        try printed.expectReads(printed.grid, as: form, "陕西 T07")
    }
}
