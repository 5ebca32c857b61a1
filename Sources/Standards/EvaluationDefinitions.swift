/// The labels that self-evaluation forms, base-data tables and goal forms go by.
package struct EvaluationDefinitions: Sendable {
    /// A field, row or column with the words it is printed with, folded, the longest first.
    package struct Label: Sendable, Hashable {
        package let name: String
        package let words: [String]

        package init(name: String, words: [String]) {
            self.name = name
            self.words = words.map { foldedLabel($0) }.sorted { ($1.count, $0) < ($0.count, $1) }
        }
    }

    package enum Kind: String, Sendable, CaseIterable {
        case scored = "自评"
        case base = "基础数据"
        case goals = "目标"
        case monitoring = "监控"
    }

    package enum Subject: String, Sendable, CaseIterable {
        case project = "项目"
        case department = "部门"
    }

    /// A row of a base-data table.
    package struct BaseRow: Sendable, Hashable {
        package let label: Label
        /// Rows that add up to it.
        package let parts: [String]
        /// Rows that are some of it.
        package let some: [String]
        /// Whether the rows under it that the form does not name add up to it.
        package let ownsFollowing: Bool
        /// The row that it is a part of; empty where it is none's.
        package let parent: String
    }

    package struct Form: Sendable {
        package let id: String
        package let kind: Kind
        package let subject: Subject
        /// Folded, the longest first.
        package let titles: [String]
        /// Labels that tell the form where its title is not printed.
        package let marks: [String]
        package let fields: [Label]
        package let staff: [Label]
        package let rows: [BaseRow]
        package let tasks: [Label]
        package let taskTotals: [String]
        /// Labels of amounts that stand side by side, each before its own: 预算数 434.65 执行数 412.80.
        package let sideFunds: [Label]
        package let ends: [String]
        /// Columns of the block of finished buildings.
        package let buildings: [Label]
        /// What sentences call the rows of a base-data table.
        package let prose: [Label]
    }

    package enum Comparison: String, Sendable, CaseIterable {
        case atLeast = "≥"
        case above = ">"
        case atMost = "≤"
        case below = "<"
        case equal = "="
    }

    /// A row of funds and the fact of the accounts that it is held against.
    package struct AccountsTie: Sendable, Hashable {
        package enum Relation: String, Sendable, CaseIterable {
            case equal = "等于"
            case atMost = "不超过"
        }

        package let row: String
        /// The first of these columns that has an amount.
        package let columns: [String]
        package let concept: String
        package let relation: Relation
        /// nil = any form.
        package let subject: Subject?
        /// Whether it holds only where the paper is about one unit.
        package let isOfOneUnit: Bool
    }

    /// How a paper says that its accounts are of one unit.
    package struct OneUnit: Sendable, Hashable {
        /// What a paragraph about the units speaks of, folded.
        package let about: [String]
        /// What stands before their names, folded.
        package let opener: String
        package let ending: String
    }

    /// The report of an evaluation that the department, not the spender, made of a project.
    package struct Review: Sendable, Hashable {
        /// What its title has, and what no such title has, folded.
        package let titles: [String]
        package let otherTitles: [String]
        /// For each chapter the words of its heading, any of which will do, folded.
        package let chapters: [[String]]
        /// Labels of the total of its scored table, folded.
        package let totals: [String]
        /// Level-1 indicators that tell its scored table from that of a self-evaluation, folded.
        package let marks: [String]
        /// Those that say what came of the money, folded, and the least percentage of all points that they weigh.
        package let results: [String]
        package let leastWeight: Int
    }

    /// When words that stand twice are told.
    package struct Repeats: Sendable, Hashable {
        /// Letters and digits that a passage has at least.
        package let shortest: Int
        /// Words of clauses that everybody writes, folded.
        package let stock: [String]
        /// Words of sentences that tell what was done, folded.
        package let deeds: [String]
        /// Labels between the texts of a form, folded.
        package let labels: [String]
    }

    /// How running text tells the figures of one form.
    package struct Telling: Sendable {
        /// What stands behind the name of a project, folded, the longest first.
        package let openers: [String]
        /// What may stand before the name where a sentence tells of one project, folded.
        package let leads: [String]
        /// What a sentence begins with that goes on about the project of the one before, folded.
        package let continuations: [String]
        /// What a sentence about the form of a whole department has, folded.
        package let wholes: [String]
        /// What a sentence has that tells how much money was evaluated, folded.
        package let coverage: [String]
        /// Words before a figure that make it another's: a part, another year, folded.
        package let others: [String]
        /// By `FundColumn`: what stands before the figure.
        package let figures: [Label]
    }

    package struct Grade: Sendable, Hashable {
        package let name: String
        package let low: Int
    }

    package let forms: [Form]
    package let fundColumns: [Label]
    package let fundRows: [Label]
    package let natures: [Label]
    package let indicatorColumns: [Label]
    /// Columns of a monitoring form's indicators, and the checks of causes and likelihood.
    package let monitoringColumns: [Label]
    /// Names of those columns that are causes, and that are likelihoods.
    package let causes: [String]
    package let likelihoods: [String]
    package let firstLevels: [String]
    package let secondLevels: [String]
    /// Labels beside the levels that mean nothing.
    package let passed: [String]
    package let totals: [String]
    /// Labels that head the total only where they stand alone among indicators.
    package let indicatorTotals: [String]
    /// How directions are written, in the order they are tried.
    package let comparisons: [(word: String, means: Comparison)]
    package let above: [String]
    package let below: [String]
    /// Words of indicators of which less is better, so that without a sign it cannot be told what reaches the target.
    package let opposite: [String]
    /// Words of indicators of which more is better.
    package let forward: [String]
    /// Labels that end what stands before them.
    package let stops: [String]
    package let ends: [String]
    package let fullWeight: Int
    package let grades: [Grade]
    package let nothing: [String]
    package let commonWords: [String]
    package let synonyms: [(word: String, means: String)]
    /// Indicators of the money that was not spent, in percent of the budget.
    package let savings: [String]
    package let noDepartments: [String]
    /// Hundredths of the target from which an achievement is called far above it.
    package let farAbove: Int64
    /// Items of sentences that together are all of a total.
    package let wholes: [[String]]
    /// What a report may give one amount of only.
    package let single: [String]

    /// What targets begin with that nobody could miss, and the percentage of them that is too many.
    package let vagueWords: [String]
    package let mostVague: Int
    /// Words of a reason that say something failed.
    package let failureWords: [String]
    /// Words of a reason that say why no points were lost.
    package let sparedWords: [String]
    /// Whole reasons that say nothing.
    package let emptyReasons: [String]
    /// What stands before the date of a signature.
    package let dateLabels: [String]

    package let accounts: [AccountsTie]
    package let oneUnit: OneUnit?
    package let review: Review?
    package let telling: Telling?
    package let repeats: Repeats?
    package let report: ReportWords
    /// What the level-1 indicators of a form speak of, and the level-2 ones of its outputs.
    package let wantedLevels: [String]
    package let wantedOutputs: [String]
    /// What the level-2 indicators begin with that count something.
    package let quantities: [String]
    /// Indicators whose names have one of these are rates, and those that may pass a hundred percent.
    package let rates: [String]
    package let unlimitedRates: [String]

    package static let empty = EvaluationDefinitions(
        forms: [], fundColumns: [], fundRows: [], natures: [], indicatorColumns: [], monitoringColumns: [], causes: [],
        likelihoods: [], firstLevels: [],
        secondLevels: [], passed: [], totals: [], indicatorTotals: [], comparisons: [], above: [], below: [],
        opposite: [], forward: [],
        stops: [],
        ends: [], fullWeight: 0, grades: [], nothing: [], commonWords: [],
        synonyms: [], savings: [], noDepartments: [], farAbove: 0, wholes: [], single: [], vagueWords: [],
        mostVague: 100, failureWords: [], sparedWords: [], emptyReasons: [], dateLabels: [], accounts: [], oneUnit: nil,
        review: nil, telling: nil, repeats: nil, report: .empty, wantedLevels: [], wantedOutputs: [], quantities: [],
        rates: [],
        unlimitedRates: [])
}
