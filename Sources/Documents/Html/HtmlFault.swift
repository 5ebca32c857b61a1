/// Why a page cannot be read.
package enum HtmlFault: Error, Hashable, Sendable {
    case empty
    /// More bytes than a page may have.
    case tooLarge(limit: Int)
    /// Elements within elements beyond what any page has: the rest would be lost.
    case tooDeep
    /// The table, counted from 1, has more squares than a page may have.
    case tableTooLarge(table: Int)
}
