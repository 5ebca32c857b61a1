import Fiscal
import Standards

extension TieFinder {
    private static let deepest = 4

    /// A concept that is made of others, wherever one table prints all of them.
    ///
    /// - Parameter inProse: whether sentences print it, which may leave out what is zero and what they need not say.
    mutating func balance(_ index: Int, _ cells: [FactKey: Int], gaps: [String], inProse: Bool = false) {
        guard let key = list[index].key, var terms = made(of: key, cells, depth: 0) else { return }
        terms[index, default: 0] -= 1
        terms = terms.filter { $0.value != 0 }
        guard terms[index] != nil, terms.count > 1, terms.values.allSatisfy({ $0.magnitude == 1 }) else { return }
        let ordered = terms.sorted { ($0.key == index ? 0 : 1, $0.key) < ($1.key == index ? 0 : 1, $1.key) }
        // Terms that a gap hides may have any sign, so that nothing is proved either way.
        guard gaps.isEmpty else {
            unchecked.append((.balance, index, gaps.joined(separator: FindingWords.comma)))
            return
        }
        let parts = ordered.map(\.key).filter { $0 != index }
        let missing = inProse ? unreadParts(index, parts) : []
        if !missing.isEmpty { return unchecked.append((.balance, index, missing[0])) }
        add(.balance, ordered.map { ($0.key, -$0.value) }, isProof: !inProse)
    }

    private func made(of key: FactKey, _ cells: [FactKey: Int], depth: Int) -> [Int: Int128]? {
        guard let terms = standards.concepts[key.concept]?.terms, !terms.isEmpty, depth < Self.deepest else {
            return nil
        }
        var result: [Int: Int128] = [:]
        for term in terms {
            var part = key
            part.concept = term.concept
            if let cell = cells[part] {
                result[cell, default: 0] += Int128(term.sign)
            } else if let parts = made(of: part, cells, depth: depth + 1) {
                for (cell, sign) in parts { result[cell, default: 0] += Int128(term.sign) * sign }
            } else if !isNeverPrinted(part) {
                return nil
            }
        }
        return result
    }

    /// Whether the forms print the concept for all money and never for this one: such money has none of it.
    private func isNeverPrinted(_ key: FactKey) -> Bool {
        guard !key.coordinates.fund.isAll, let funds = printedFunds[key.concept] else { return false }
        let classification = standards.classification(.fund)
        return funds.contains(.all)
            && !funds.contains {
                !$0.isAll
                    && (classification.contains($0, under: key.coordinates.fund)
                        || classification.contains(key.coordinates.fund, under: $0))
            }
    }
}

extension Standards {
    /// For each concept the funds that the forms print it by.
    var printedFunds: [Concept: Set<Code>] {
        var result: [Concept: Set<Code>] = [:]
        for (form, _) in orderedForms {
            for part in form.parts {
                for column in part.columns {
                    for row in part.rows {
                        let spec = form.base.overlaid(by: column.spec).overlaid(by: row.spec)
                        guard let concept = spec.concept else { continue }
                        result[concept, default: []].insert(spec.coordinates.fund)
                    }
                }
            }
        }
        return result
    }
}

extension Form.RowPlan {
    var spec: FactSpec {
        switch self {
        case .fixed(let row): row.spec
        case .blank: FactSpec()
        case .members(_, _, let spec), .classLines(let spec), .economicLines(_, let spec): spec
        }
    }
}
