package import Fiscal

/// A figure found in running text, with what it says where that could be told.
package struct Claim: Sendable, Hashable {
    /// The sign of a change in words.
    package enum Direction: Sendable, Hashable {
        case rise
        case fall
    }

    /// nil where the words beside it do not say which figure of the section it is; such a claim is listed, not checked.
    package var figure: Figure?
    package var printed: PrintedNumber
    /// 万元, 元, 亿元, % or the word of a count, as printed.
    package var unit: String
    /// The number with its unit, as it stands in the text.
    package var text: String
    /// Where the number begins in its paragraph, in characters from 0.
    package var offset: Int
    /// What the words say of a change or growth; nil for any other figure.
    package var direction: Direction?
}
