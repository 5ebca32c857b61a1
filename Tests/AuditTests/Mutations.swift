import Fiscal
import Narrative
import Publication
import Support
import Testing

@testable import Audit

/// What a slip makes of one printed figure.
enum Slip: String, CaseIterable {
    case digit = "一位数字"
    case swap = "两位颠倒"
    case neighbour = "邻近的数"
    case factor = "×10000"
    case lastPlace = "末位差 2"
    case direction = "增减用语"
}

/// A paper with one figure changed.
struct Mutation {
    let place: FigurePlace
    let paper: UnderstoodPaper

    /// nil where the slip would change nothing, or does not fit the figure.
    init?(_ slip: Slip, _ index: Int, of figures: [ReadFigure], in paper: UnderstoodPaper) {
        let figure = figures[index]
        guard let printed = figure.printed, !printed.isZero else { return nil }
        var direction = figure.direction
        var mantissa = printed.mantissa
        switch slip {
        case .digit: mantissa = DigitSlip.otherFirst(mantissa)
        case .swap: mantissa = DigitSlip.swapped(mantissa)
        case .neighbour:
            let next = figures[(index + 1)...].first { $0.unit == figure.unit && $0.printed != nil }?.printed
            guard let next, next.decimals == printed.decimals else { return nil }
            mantissa = next.mantissa
        case .factor: mantissa *= 10_000
        case .lastPlace: mantissa += 2
        case .direction:
            guard let said = direction else { return nil }
            direction = said == .rise ? .fall : .rise
        }
        guard mantissa != printed.mantissa || direction != figure.direction else { return nil }
        // Less may be what rounding explains; that is what the slip of the last place is for.
        if slip != .lastPlace, slip != .direction, abs(mantissa - printed.mantissa) < 10 { return nil }
        let number = PrintedNumber(mantissa: mantissa, decimals: printed.decimals)
        let changed = ReadFigure(
            figure: figure.figure, printed: number, unit: figure.unit, text: number.text(grouping: true),
            place: figure.place, certainty: figure.certainty, direction: direction)
        place = figure.place
        self.paper = paper.replacing(index, by: changed)
    }
}

extension UnderstoodPaper {
    /// With the figure of this number in `figures` changed.
    func replacing(_ index: Int, by figure: ReadFigure) -> UnderstoodPaper {
        var copy = self
        var start = 0
        for (number, table) in tables.enumerated() {
            if index < start + table.figures.count {
                var figures = table.figures
                figures[index - start] = figure
                copy.tables[number] = ReadTable(
                    form: table.form, number: table.number, title: table.title, place: table.place, figures: figures)
                return copy
            }
            start += table.figures.count
        }
        copy.claims[index - start] = figure
        return copy
    }
}

/// One figure is changed at a time: it has to be found, and its place named.
struct Mutations {
    private struct Count {
        var made = 0
        /// The figure stands in some relation.
        var touched = 0
        /// Some relation cannot be explained by rounding any more.
        var beyondRounding = 0
        var detected = 0
        /// The figure itself is what the finding blames.
        var blamed = 0

        static func + (left: Count, right: Count) -> Count {
            Count(
                made: left.made + right.made, touched: left.touched + right.touched,
                beyondRounding: left.beyondRounding + right.beyondRounding, detected: left.detected + right.detected,
                blamed: left.blamed + right.blamed)
        }
    }

    /// Example, region it is printed for, and which figures: every so manieth.
    private static let papers = [
        ("hengyang-2021", "", 53), ("shifeng-2020", "", 29), ("hengyang-2021", "310000", 149),
        ("hengyang-2021", "530100", 149),
    ]

    private struct Kind: Hashable {
        let slip: Slip
        let isTable: Bool
    }

    @Test func everyKindOfSlipIsFound() async throws {
        let counts = try await withThrowingTaskGroup(of: [Kind: Count].self) { group in
            for (name, region, stride) in Self.papers {
                group.addTask { try self.counts(name, region, stride) }
            }
            return try await group.reduce(into: [Kind: Count]()) { $0.merge($1) { $0 + $1 } }
        }
        for isTable in [true, false] {
            for slip in Slip.allCases {
                if let count = counts[Kind(slip: slip, isTable: isTable)] { report(count, slip, isTable: isTable) }
            }
        }
    }

    private func counts(_ name: String, _ region: String, _ stride: Int) throws -> [Kind: Count] {
        let built = try BuiltPaper(name, region: region)
        let figures = built.paper.figures
        let tableCount = built.paper.tables.reduce(0) { $0 + $1.figures.count }
        let touched = Set(TieFinder.find(SightingList(built.paper)).relations.flatMap(\.figures))
        var counts: [Kind: Count] = [:]
        for (offset, slip) in Slip.allCases.enumerated() {
            for index in figures.indices where figures[index].printed?.isZero == false {
                let step = slip == .direction ? 2 : index < tableCount ? stride : max(1, stride / 6)
                guard (index + offset) % step == 0 else { continue }
                try change(
                    slip, index, figures, built, touched,
                    &counts[Kind(slip: slip, isTable: index < tableCount), default: Count()])
            }
        }
        return counts
    }

    private func change(
        _ slip: Slip, _ index: Int, _ figures: [ReadFigure], _ built: BuiltPaper, _ touched: Set<Int>,
        _ count: inout Count
    ) throws {
        guard let mutation = Mutation(slip, index, of: figures, in: built.paper) else { return }
        count.made += 1
        guard touched.contains(index) else { return }
        count.touched += 1
        let report = Auditor.audit(mutation.paper, options: AuditOptions())
        guard !report.findings.isEmpty else { return }
        count.beyondRounding += 1
        if report.findings.contains(where: { $0.places.contains { $0.place == mutation.place } }) {
            count.detected += 1
        }
        if report.findings.contains(where: { $0.places.first?.place == mutation.place }) { count.blamed += 1 }
    }

    private func report(_ count: Count, _ slip: Slip, isTable: Bool) {
        guard count.made > 0 else { return }
        let what = (isTable ? "表" : "说明") + " " + slip.rawValue
        print(
            "\(what): \(count.made) changed, \(count.touched) touched by a relation,",
            "\(count.beyondRounding) beyond rounding, \(count.detected) detected, \(count.blamed) blamed")
        let least: Int
        switch slip {
        // Two units in the last place may be what rounding explains.
        case .lastPlace: least = count.beyondRounding * 99
        case .direction: least = count.touched * 90
        default: least = count.touched * (isTable ? 99 : 95)
        }
        #expect(count.detected * 100 >= least, "\(what)：\(count)")
    }
}
