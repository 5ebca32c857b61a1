import Fiscal
import Narrative
import Paper
import Publication
import Standards

/// One printed figure of one of the papers that are checked together.
struct Sighting: Sendable {
    enum Source: Hashable, Sendable {
        case own
        /// Last year's paper.
        case prior
        /// The department's paper, when a unit's is checked.
        case department
    }

    /// What it is part of: a table by number, or the prose.
    enum Scope: Hashable, Sendable {
        case table(Int)
        case prose
    }

    let read: ReadFigure
    /// With the unit left out: one paper is about one unit, whatever its figures call it.
    let figure: Figure
    let source: Source
    let scope: Scope
    /// How many fen the unit it is printed in is; 1 for counts and percentages.
    let factor: Int64
    /// Exact values that can stand behind it; a change or growth has its sign. nil where they cannot be told.
    var bounds: Bounds?
    /// The file, where several are checked together.
    let file: String

    var isTable: Bool { scope != .prose }

    var key: FactKey? {
        if case .fact(let key) = figure { return key }
        return nil
    }

    /// Decimals as printed; those of its unit where the cell is blank.
    var decimals: Int { read.printed?.decimals ?? 2 }

    /// Half a unit in the last place.
    var half: Int128 { read.printed == nil ? 0 : Int128(factor) * Bounds.scale / 2 / powerOfTen(decimals) }
}

/// All figures that are checked together, by what they mean.
struct SightingList: Sendable {
    private(set) var list: [Sighting] = []
    private(set) var places: [Figure: [Int]] = [:]
    private(set) var tables: [ReadTable] = []
    /// Which of the paper's claims a sighting is.
    private(set) var claims: [Int: Int] = [:]
    let openAmounts: [OpenAmount]
    let standards: Standards

    init(_ paper: UnderstoodPaper) {
        standards = paper.standards
        tables = paper.tables
        openAmounts = paper.openAmounts
        for (number, table) in paper.tables.enumerated() {
            for figure in table.figures { add(figure, .own, .table(number), form: table.form, file: paper.file) }
        }
        for (number, claim) in paper.claims.enumerated() {
            claims[list.count] = number
            add(claim, .own, .prose, form: nil, file: paper.file)
        }
        signUnsaidDirections()
    }

    /// Adds what another paper's tables print; its prose repeats them.
    mutating func add(tablesOf paper: UnderstoodPaper, as source: Sighting.Source) {
        for table in paper.tables {
            for figure in table.figures {
                guard case .fact(let key) = figure.figure, source == .department || key.year == paper.year,
                    source == .department || key.phase == paper.standards.kind.phase
                else { continue }
                // Numbers of tables are this paper's; another's figures stand apart.
                add(figure, source, .table(-1), form: table.form, file: paper.file)
            }
        }
    }

    private mutating func add(
        _ read: ReadFigure, _ source: Sighting.Source, _ scope: Sighting.Scope, form: Form?, file: String
    ) {
        let figure = read.figure.withoutUnit
        let factor = factor(read, figure, form)
        var bounds: Bounds?
        if let printed = read.printed {
            bounds = factor.flatMap { Bounds(printed, factor: $0) }
            // 3辆 are three: only money and rates are rounded.
            if isCount(figure), printed.decimals == 0, let exact = bounds {
                bounds = Bounds(low: exact.middle, high: exact.middle)
            }
        } else if scope != .prose {
            bounds = .zero
        }
        if figure.isSigned, let direction = read.direction, let unsigned = bounds {
            let size = unsigned.middle < 0 ? -unsigned : unsigned
            bounds = direction == .fall ? -size : size
        }
        places[figure, default: []].append(list.count)
        list.append(
            Sighting(
                read: read, figure: figure, source: source, scope: scope, factor: factor ?? 1, bounds: bounds,
                file: file))
    }

    private func isCount(_ figure: Figure) -> Bool {
        guard case .fact(let key) = figure, let measure = standards.concepts[key.concept]?.measure else { return false }
        if case .count = measure { return true }
        return false
    }

    /// nil where the printed unit does not go with what the figure means.
    private func factor(_ read: ReadFigure, _ figure: Figure, _ form: Form?) -> Int64? {
        let money = MoneyUnit.allCases.first { $0.word == read.unit } ?? (read.unit.isEmpty ? form?.unit : nil)
        switch figure {
        case .fact(let key):
            guard let measure = standards.concepts[key.concept]?.measure else { return nil }
            // A form states one unit of money for all its cells, counts among them.
            return measure == .money ? money?.rawValue : (money == nil || form != nil ? 1 : nil)
        case .derived(let derivation):
            if derivation.isPercentage { return 1 }
            let measure = standards.concepts[derivation.operands.0.concept]?.measure
            return measure == .money ? money?.rawValue : 1
        case .listed: return nil
        }
    }

    /// A change printed without a word of direction has the sign that its operands give it.
    private mutating func signUnsaidDirections() {
        for index in list.indices {
            let sighting = list[index]
            guard case .derived(let derivation) = sighting.figure, sighting.figure.isSigned,
                sighting.read.direction == nil, let bounds = sighting.bounds, bounds.middle > 0,
                let now = representative(derivation.operands.0).flatMap({ list[$0].bounds }),
                let before = representative(derivation.operands.1).flatMap({ list[$0].bounds }),
                now.middle < before.middle
            else { continue }
            list[index].bounds = -bounds
        }
    }

    /// The figure that stands for a fact in sums: a table's before a sentence's, this paper's before another's.
    func representative(_ key: FactKey) -> Int? {
        let found = places[.fact(key)] ?? []
        return found.first { list[$0].source == .own && list[$0].isTable && list[$0].bounds != nil }
            ?? found.first { list[$0].source == .own && list[$0].bounds != nil }
            ?? found.first { list[$0].source == .prior && list[$0].bounds != nil }
    }
}

extension Figure {
    /// Whether it is printed as a size, with its sign in words.
    var isSigned: Bool {
        guard case .derived(let derivation) = self else { return false }
        switch derivation {
        case .change, .growth: return true
        case .share, .completion: return false
        }
    }

    var withoutUnit: Figure {
        switch self {
        case .fact(let key): .fact(key.withoutUnit)
        case .derived(.share(let a, let b)): .derived(.share(a.withoutUnit, of: b.withoutUnit))
        case .derived(.change(let a, let b)): .derived(.change(a.withoutUnit, since: b.withoutUnit))
        case .derived(.growth(let a, let b)): .derived(.growth(a.withoutUnit, since: b.withoutUnit))
        case .derived(.completion(let a, let b)): .derived(.completion(a.withoutUnit, of: b.withoutUnit))
        case .listed: self
        }
    }
}

extension FactKey {
    var withoutUnit: FactKey {
        var key = self
        key.unit = ""
        return key
    }
}
