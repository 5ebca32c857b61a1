package import Fiscal

/// 名词解释: terms, and what a functional item is for.
package struct Definitions: Sendable {
    package struct Entry: Sendable {
        package let text: String
        /// The text as prose goes on with it after 主要用于, which it need not say again.
        package var purpose: String { String(text.trimmingPrefix("指").trimmingPrefix("用于")) }
        package let isConfirmed: Bool
    }

    /// In the order they are printed.
    package let terms: [(term: String, entry: Entry)]
    package let functions: [Code: Entry]
}

/// A functional class that 公开01 and 公开04 always print.
package struct ClassLine: Sendable {
    package let ordinal: Int
    package let code: Code
}

/// An economic item that 公开06 always prints, and in which of its blocks.
package struct EconomicLine: Sendable {
    package let block: Int
    package let code: Code
}
