/// What a figure means: which unit, year, phase and concept, under which dimensions, and of which project.
package struct FactKey: Hashable, Sendable {
    package var unit: String
    package var year: FiscalYear
    package var phase: Phase
    package var concept: Concept
    package var coordinates: Coordinates
    package var project: String

    package init(
        unit: String, year: FiscalYear, phase: Phase = .actual, concept: Concept, coordinates: Coordinates = .all,
        project: String = ""
    ) {
        self.unit = unit
        self.year = year
        self.phase = phase
        self.concept = concept
        self.coordinates = coordinates
        self.project = project
    }

    package static func == (left: FactKey, right: FactKey) -> Bool {
        left.year == right.year && left.phase == right.phase && left.coordinates == right.coordinates
            && left.concept == right.concept && left.unit.hasSameBytes(as: right.unit)
            && left.project.hasSameBytes(as: right.project)
    }

    package func hash(into hasher: inout Hasher) {
        unit.hashBytes(into: &hasher)
        hasher.combine(year)
        hasher.combine(phase)
        hasher.combine(concept)
        hasher.combine(coordinates)
        project.hashBytes(into: &hasher)
    }
}

/// A figure with its unit: fen for money, pieces for counts.
package struct FactValue: Hashable, Sendable {
    package var amount: Int64
    package var measure: Measure

    package init(amount: Int64, measure: Measure) {
        self.amount = amount
        self.measure = measure
    }
}

/// Where a fact of the book stands.
package struct Origin: Hashable, Sendable {
    /// File and sheet, as the user named them.
    package var sheet: String
    /// Row from 1, the header row counted.
    package var row: Int
    /// 凭证号 and 分录号 where the line is a voucher's entry.
    package var voucher: String
    package var summary: String
    /// How many lines were added up, this row being the first of them.
    package var lines: Int

    package init(sheet: String, row: Int, voucher: String = "", summary: String = "", lines: Int = 1) {
        self.sheet = sheet
        self.row = row
        self.voucher = voucher
        self.summary = summary
        self.lines = lines
    }
}

/// One line of the book as a fact: the smallest amount that is known.
package struct Fact: Hashable, Sendable {
    package var key: FactKey
    package var value: FactValue
    package var origin: Origin
    /// The other unit of a transfer between units; empty where money came from or went outside.
    package var counterparty: String
    /// 资金来源 of a line of money: 当年安排, 上年结转; empty where the book does not say.
    package var source: String
    /// The month of the line, 1–12; nil where it has no date.
    package var month: Int?

    package init(
        key: FactKey, value: FactValue, origin: Origin, counterparty: String = "", source: String = "",
        month: Int? = nil
    ) {
        self.key = key
        self.value = value
        self.origin = origin
        self.counterparty = counterparty
        self.source = source
        self.month = month
    }
}

/// Answers what a figure is; nil means that nothing is known, which is not the same as zero.
package protocol FactSource {
    func value(of key: FactKey) -> FactValue?
}
