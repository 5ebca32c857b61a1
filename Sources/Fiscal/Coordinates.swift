/// The dimensions a fact can be told apart by, besides unit, year and phase.
package enum Dimension: Int, Hashable, Sendable, CaseIterable {
    /// 资金性质: where the money came from.
    case fund
    /// 支出功能分类: what the money is for.
    case function
    /// 部门预算支出经济分类: what the money buys.
    case economic
    /// 支出性质: 基本支出, 项目支出, ….
    case kind
    /// 事项: the item of a concept that has items of its own (三公, procurement, assets, meetings).
    case item
    /// 规模: size of a supplier.
    case size
}

/// One member, or the whole, of each dimension.
package struct Coordinates: Hashable, Sendable {
    package var fund: Code
    package var function: Code
    package var economic: Code
    package var kind: Code
    package var item: Code
    package var size: Code

    package static let all = Coordinates()

    package init(
        fund: Code = .all, function: Code = .all, economic: Code = .all, kind: Code = .all, item: Code = .all,
        size: Code = .all
    ) {
        self.fund = fund
        self.function = function
        self.economic = economic
        self.kind = kind
        self.item = item
        self.size = size
    }

    package subscript(dimension: Dimension) -> Code {
        get {
            switch dimension {
            case .fund: fund
            case .function: function
            case .economic: economic
            case .kind: kind
            case .item: item
            case .size: size
            }
        }
        set {
            switch dimension {
            case .fund: fund = newValue
            case .function: function = newValue
            case .economic: economic = newValue
            case .kind: kind = newValue
            case .item: item = newValue
            case .size: size = newValue
            }
        }
    }

    package func hash(into hasher: inout Hasher) {
        // One word for the six, each turned and multiplied differently: hashing them one by one costs six times as much.
        var word: UInt64 = 0
        for code in [fund, function, economic, kind, item, size] {
            word = (word ^ code.packed) &* 0x9E37_79B9_7F4A_7C15
            word ^= word >> 29
        }
        hasher.combine(word)
    }

    /// `other` laid over this: what it fixes wins, the rest stays.
    package func overlaid(by other: Coordinates) -> Coordinates {
        Coordinates(
            fund: other.fund.isAll ? fund : other.fund, function: other.function.isAll ? function : other.function,
            economic: other.economic.isAll ? economic : other.economic, kind: other.kind.isAll ? kind : other.kind,
            item: other.item.isAll ? item : other.item, size: other.size.isAll ? size : other.size)
    }
}

extension Coordinates: CustomStringConvertible {
    package var description: String {
        let parts = Dimension.allCases.filter { !self[$0].isAll }.map { "\($0)=\(self[$0])" }
        return "[" + parts.joined(separator: " ") + "]"
    }
}
