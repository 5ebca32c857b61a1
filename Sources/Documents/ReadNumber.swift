import Fiscal

/// A number out of a document that anyone may have written.
enum ReadNumber {
    /// More decimals are no figure of an account, and their powers of ten would pass 128 bits.
    static let decimalLimit = 15

    /// nil where the text is none, or one that no account holds.
    static func of(_ text: some StringProtocol) -> PrintedNumber? {
        guard let number = try? NumberText.parse(text), number.decimals <= decimalLimit else { return nil }
        return number
    }
}
