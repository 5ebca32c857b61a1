import Performance
import Standards
import Support
import Testing

/// The words that reports are read by, as far as only the program can tell whether they are right.
struct ReportWordsTests {
    @Test("Columns are called as base-data tables call them, and every kind of word has some")
    func columns() throws {
        let words = try CheckedOut.standards("430400", 2023).evaluations.report
        let roles = BaseColumn.Role.allCases.map(\.rawValue)
        #expect(words.columns.map(\.name).sorted() == roles.sorted())
        let lists =
            words.columns.map(\.words) + [
                words.titles, words.parts, words.lists, words.openLists, words.leftOut, words.ofAccounts, words.changes,
                words.mixed, words.projects, words.projectFillers, words.people, words.totalFillers, words.budget,
                words.spentItems, words.spent, words.noBudget,
            ]
        #expect(lists.filter { $0.isEmpty }.isEmpty)
    }
}
