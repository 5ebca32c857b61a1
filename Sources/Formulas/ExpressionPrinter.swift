/// Tree → the text it is usually written as; parsing it again gives the same tree.
extension Statement {
    package var canonicalText: String {
        let head = ranges.map(\.canonicalText).joined(separator: "、")
        return (head.isEmpty ? "" : head + "：") + body.canonicalText
    }
}

extension Statement.Range {
    fileprivate var canonicalText: String {
        switch self {
        case .each(let range): range.canonicalText
        case .rows(let form, _): "逐行 " + quotedName(form)
        }
    }
}

extension MemberRange {
    var canonicalText: String { "各" + quotedName(dimension) + (filters.isEmpty ? "" : braced(filters)) }
}

extension Expression {
    package var canonicalText: String { text(above: 0) }

    /// How tightly it binds; an operand that binds more loosely is put in parentheses.
    private var tightness: Int {
        switch kind {
        case .when: 1
        case .either: 2
        case .both: 3
        case .not: 4
        case .comparison: 5
        case .arithmetic(.plus, _, _), .arithmetic(.minus, _, _): 6
        case .arithmetic: 7
        default: 8
        }
    }

    private func text(above limit: Int) -> String {
        tightness < limit ? "(" + plainText + ")" : plainText
    }

    private var plainText: String {
        switch kind {
        case .number(let literal): literal.text
        case .reference(let reference): reference.canonicalText
        case .sum(let terms): "合计(" + terms.map { $0.text(above: 6) }.joined(separator: ", ") + ")"
        case .prior(let inner): "上年 " + inner.text(above: 8)
        case .negative(let inner): "−" + inner.text(above: 8)
        case .arithmetic(let sign, let left, let right):
            "\(left.text(above: tightness)) \(sign.rawValue) \(right.text(above: tightness + 1))"
        case .comparison(let sign, let left, let right):
            "\(left.text(above: 6)) \(sign.rawValue) \(right.text(above: 6))"
        case .not(let inner): "非 " + inner.text(above: 4)
        case .both(let left, let right): "\(left.text(above: 3)) 且 \(right.text(above: 4))"
        case .either(let left, let right): "\(left.text(above: 2)) 或 \(right.text(above: 3))"
        case .when(let premise, let then, let otherwise):
            // A premise or a middle part that is itself a 若 would take the 否则 that follows.
            "若 \(premise.text(above: 2)) 则 \(then.text(above: 2))"
                + (otherwise.map { " 否则 " + $0.text(above: 1) } ?? "")
        }
    }
}

extension Reference {
    package var canonicalText: String {
        let head = name.isEmpty ? "" : quotedName(name)
        switch place {
        case .cell(let selectors): return head + "[" + selectors.map(\.canonicalText).joined(separator: ", ") + "]"
        case .fact(let fields): return head + (fields.isEmpty ? "" : braced(fields))
        }
    }
}

extension Selector {
    fileprivate var canonicalText: String {
        switch kind {
        case .label(let text): text
        case .this(let dimension): Selector.this + dimension
        // Inside brackets a dimension is a label and needs no quotation marks.
        case .each(let range): "各" + range.dimension + (range.filters.isEmpty ? "" : braced(range.filters))
        }
    }
}

private func braced(_ fields: [Reference.Field]) -> String {
    "{" + fields.map { "\($0.key): \($0.value.canonicalText)" }.joined(separator: ", ") + "}"
}

/// In quotation marks where it would otherwise be read as a keyword or a number, or is not one run of letters.
private func quotedName(_ name: String) -> String {
    let startsAsNumber = name.unicodeScalars.first.map { ("0"..."9").contains($0) || ("０"..."９").contains($0) } ?? false
    let isPlain = name.allSatisfy(Tokenizer.isNameCharacter) && !startsAsNumber && Tokenizer.keyword(of: name) == nil
    return isPlain ? name : "“\(name)”"
}
