import Fiscal
import Ledger
import Standards

extension TieFinder {
    /// A unit's figures are part of its department's: never more, where no transfer between units is in them.
    mutating func department() {
        for index in list.indices where list[index].source == .own && list[index].isTable {
            guard let key = list[index].key, key.phase == standards.kind.phase, !isTransferred(key),
                standards.concepts[key.concept]?.terms.isEmpty == true, let own = list[index].bounds, own.low >= 0
            else { continue }
            let found = (sightings.places[list[index].figure] ?? []).first {
                list[$0].source == .department && list[$0].bounds != nil
            }
            if let found { add(.department, [(index, -1), (found, 1)], high: nil, isProof: false) }
        }
    }

    /// Whether money that one unit of a department pays another may be in it.
    private func isTransferred(_ key: FactKey) -> Bool {
        standards.sheets.contains { sheet in
            sheet.facts.contains { $0.spec.concept == key.concept }
                && sheet.transfers.contains { !key.isApart(from: $0.coordinates, standards) }
        }
    }

    /// Every figure against the book it should have come from.
    ///
    /// - Parameter isAdjusted: whether last places were moved so that sums are exact.
    mutating func book(_ facts: FactBase, isAdjusted: Bool) {
        for index in list.indices where list[index].source == .own && list[index].bounds != nil {
            let slack = isAdjusted ? list[index].half * 2 : 0
            guard let exact = exact(list[index].figure, facts) else { continue }
            add(.book, [(index, 1)], low: exact.low - slack, high: exact.high + slack)
        }
    }

    private func exact(_ figure: Figure, _ facts: FactBase) -> Bounds? {
        func keyed(_ key: FactKey) -> FactKey {
            var key = key
            key.unit = facts.unit
            return key
        }
        func value(_ key: FactKey) -> Bounds? {
            facts.value(of: keyed(key)).map { Bounds(exactly: $0.amount) }
        }
        switch figure {
        case .fact(let key):
            // A score is kept in hundredths and printed whole.
            if case .score = standards.concepts[key.concept]?.measure {
                return value(key).map { Bounds(low: $0.low / 100, high: $0.high / 100) }
            }
            return value(key)
        case .derived(let derivation):
            guard let a = value(derivation.operands.0), let b = value(derivation.operands.1) else { return nil }
            switch derivation {
            case .change: return a - b
            case .growth: return Bounds.rate(a - b, of: b)
            case .share, .completion: return Bounds.rate(a, of: b)
            }
        case .listed: return nil
        }
    }
}

extension FactKey {
    /// Whether no line can have both these coordinates and those.
    fileprivate func isApart(from other: Coordinates, _ standards: Standards) -> Bool {
        Dimension.allCases.contains { dimension in
            let (a, b) = (coordinates[dimension], other[dimension])
            guard !a.isAll, !b.isAll else { return false }
            let classification = standards.classification(dimension)
            return !classification.contains(a, under: b) && !classification.contains(b, under: a)
        }
    }
}
