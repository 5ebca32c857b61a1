package import Fiscal
import Standards

/// How a figure came about, from the figure down to the lines of the book.
package struct Trace: Sendable {
    package let key: FactKey
    package let value: FactValue?
    /// +1 or -1: how it enters the figure above.
    package let sign: Int64
    package let parts: [Trace]
    package let lines: [Fact]
    /// The sheet and row that states it, where it is not computed.
    package let stated: Origin?
}

extension FactBase {
    package func trace(_ key: FactKey, sign: Int64 = 1) -> Trace {
        if !isAlone, let stated = book.stated[key] {
            return Trace(key: key, value: stated.value, sign: sign, parts: [], lines: [], stated: stated.origin)
        }
        let terms = standards.concepts[key.concept]?.terms ?? []
        let parts = terms.map { term in
            var part = key
            part.concept = term.concept
            return trace(part, sign: term.sign)
        }
        return Trace(
            key: key, value: value(of: key), sign: sign, parts: parts,
            lines: terms.isEmpty ? contributing(to: key) : [], stated: nil)
    }
}
