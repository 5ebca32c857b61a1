/// The part of the parser that reads references: `T05[合计, 小计]`, `本年支出{资金性质: 此}`.
extension ExpressionParser {
    mutating func reference() throws(FormulaFault) -> Reference {
        let start = current.span
        let name = takenName()
        switch current.kind {
        case .sign(.openBracket):
            let (selectors, close) = try selectors()
            return Reference(name: name, place: .cell(selectors), span: start.joined(to: close))
        case .sign(.openBrace):
            let (fields, close) = try fields()
            return Reference(name: name, place: .fact(fields), span: start.joined(to: close))
        default: return Reference(name: name, place: .fact([]), span: start)
        }
    }

    private mutating func selectors() throws(FormulaFault) -> ([Selector], TextSpan) {
        try expect(.openBracket, .signs(["["]))
        var result: [Selector] = []
        repeat {
            result.append(try selector(.rowOrColumn))
        } while taken(.comma)
        let close = current.span
        try expect(.closeBracket, .signs([",", "]"]))
        guard result.count <= 2 else {
            throw FormulaFault(.expected(.rowAndColumn, found: .names(result.count)), at: close)
        }
        return (result, close)
    }

    mutating func fields() throws(FormulaFault) -> ([Reference.Field], TextSpan) {
        try expect(.openBrace, .signs(["{"]))
        var result: [Reference.Field] = []
        repeat {
            guard let key = label() else { throw expected(.fieldName) }
            try expect(.colon, .signs(["："]))
            result.append(Reference.Field(key: key.text, value: try selector(.valueOf(key.text)), keySpan: key.span))
        } while taken(.comma)
        let close = current.span
        try expect(.closeBrace, .signs([",", "}"]))
        return (result, close)
    }

    /// A label, 此 (with or without its dimension), or 各….
    private mutating func selector(_ wanted: FormulaFault.Wanted) throws(FormulaFault) -> Selector {
        guard let label = label() else { throw expected(wanted) }
        if label.text.hasPrefix(Selector.this) {
            return Selector(.this(dimension: String(label.text.dropFirst())), at: label.span)
        }
        guard label.text.hasPrefix(Keyword.each.rawValue) else { return Selector(.label(label.text), at: label.span) }
        let dimension = String(label.text.dropFirst())
        guard !dimension.isEmpty else { throw FormulaFault(.expected(.dimensionName, found: .end), at: label.span) }
        guard current.kind == .sign(.openBrace) else {
            return Selector(.each(MemberRange(dimension: dimension, span: label.span)), at: label.span)
        }
        let (filters, close) = try fields()
        let span = label.span.joined(to: close)
        return Selector(.each(MemberRange(dimension: dimension, filters: filters, span: span)), at: span)
    }
}

extension Selector {
    /// The word for the member at hand.
    static let this = "此"
}
