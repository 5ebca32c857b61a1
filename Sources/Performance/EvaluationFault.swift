package import Fiscal
package import Standards

/// One thing wrong with a book's goals, indicators or monitoring, as facts; `EvaluationMessages` has the sentences.
package struct EvaluationFault: Error, Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        case unknownSubject(String, known: [String])
        case unknownProject(String, known: [String])
        case unknownScheme(String, allowed: [String])
        case noScheme(String)
        case noIndicators(String)
        /// Indicators of a subject whose scheme scores nothing.
        case notScored(String, scheme: String)
        /// 取自 names no subject with an indicator of this name of its own.
        case unknownShared(String, name: String)
        case sharedAndTyped(String, name: String)
        case unknownLevel(String, allowed: [String])
        case unknownSecond(String, of: String, allowed: [String])
        case missingLevel(String, subject: String)
        /// Points of a level-1 indicator, or of all; hundredths.
        case levelWeight(String, subject: String, found: Int64, wanted: Int64)
        case noWeight(name: String)
        /// Goals without any weights.
        case noWeights(String)
        case duplicateName(String, subject: String)
        /// 无 for a level-2 indicator that has indicators.
        case absentBeside(name: String, second: String, subject: String)
        case noTarget(name: String)
        case notAchieved(name: String)
        /// No sign says that less is better; the name does.
        case assumedDirection(String, name: String)
        /// Nothing says whether more or less is better, and the score depends on it.
        case guessedDirection([String], subject: String)
        /// 完成等级 beside figures that say themselves what was reached.
        case bandUnused(String, name: String)
        /// A target with digits that is no figure: kept as words.
        case wordsForTarget(String, name: String)
        /// A number below one beside a rate may be a fraction of it: what it is then.
        case notComparable(target: String, achieved: String, name: String, meant: String)
        /// 0.97 under the unit % beside 95: read as 0.97%.
        case likelyFraction(String, meant: String, name: String)
        case noBand(target: String, achieved: String, name: String, allowed: [String])
        case notJudged(ScoringRules.Band, weight: Int64, name: String)
        case scoreOutsideBand(Int64, ScoringRules.Band, weight: Int64, name: String)
        case scoreAboveWeight(Int64, weight: Int64, name: String)
        case ratioOfZero(name: String)
        case givenWithoutReason(given: Int64, computed: Int64?, name: String)
        case lossWithoutReason(Int64, name: String)
        case farAboveWithoutReason(hundredths: Int64, name: String)
        case overHundred(String, name: String)
        case noBudget(String)
        /// No line of expenditure is the subject's, though it has a budget.
        case nothingSpent(String)
        /// A line of money names a project that the sheet of projects has not; the one that is most like it, or none.
        case unknownLineProject(String, lines: Int, near: String)
        /// Nothing was spent by the subject, and so many lines of project expenditure name no project.
        case blankProject(String, lines: Int, amount: String)
        /// Projects and other money with an initial budget only, where others have an adjusted one.
        case noAdjustedBudget([String])
        /// More was spent out of what the subject brought forward than its projects' opening balance has.
        case overCarried(String, spent: String, opening: String)
        /// More was budgeted out of what was brought forward than that.
        case overCarriedBudget(String, budget: String, opening: String)
        /// What was brought forward is untouched and the year's own money overspent: a source was not filled in.
        case forgottenSource(String)
        /// More was spent than the budget has; the rate is in percent.
        case overspent(String, rate: String)
        /// Two subjects take the same money for theirs.
        case sharedMoney(String, other: String)
        case unknownMonitored(String, subject: String, known: [String])
        /// Indicators of a subject that is monitored of which nothing is said, or not how likely they are.
        case unmonitored([String], subject: String)
        /// An amount of the monitoring that is hardly any part of the budget: typed in ten thousands of yuan.
        case likelyTenThousands(String, typed: String)
        /// Money typed beside an indicator of the monitoring.
        case amountOfIndicator(String)
        /// Lines without a date do not tell what was spent by the end of the month.
        case noMonitoredAmount(String, month: Int)
        /// What was typed is not what the dated lines come to.
        case monitoredAmountDiffers(String, typed: String, lines: String, month: Int)
        /// Warned of, without a reason or without measures; all warnings of one row.
        case warnedWithoutReason([MonitoringWarning], subject: String, wantsReason: Bool, wantsMeasures: Bool)
        /// 其他数 states a figure that the subjects give too, and another one.
        case statedOtherwise(String, stated: String, computed: String)
        /// Finished buildings that no form of the place prints.
        case buildingsNotPrinted(Int)
        /// Rows and columns of base data that are blank.
        case unknownBase([String], title: String)
    }

    /// What follows from it.
    package enum Severity: Sendable {
        /// The book is wrong: nothing is read from it.
        case wrong
        /// A person has to say something before anything is printed.
        case missing
        case hint
    }

    package let kind: Kind
    package let sheet: String
    package let row: Int
    /// Code of the subject whose fault it is; empty where none has it.
    package let subject: String

    package init(_ kind: Kind, at origin: Origin, of subject: String = "") {
        self.kind = kind
        self.subject = subject
        sheet = origin.sheet
        row = origin.row
    }

    package var severity: Severity {
        switch kind {
        // A slip of the pen; a project that is like none may be one that is not evaluated.
        case .unknownLineProject(_, _, let near): near.isEmpty ? .hint : .wrong
        case .unknownSubject, .unknownProject, .unknownScheme, .noScheme, .noIndicators, .notScored,
            .unknownShared, .sharedAndTyped, .unknownLevel, .unknownSecond, .levelWeight, .noWeight, .duplicateName,
            .absentBeside,
            .notComparable,
            .scoreOutsideBand, .scoreAboveWeight, .ratioOfZero, .unknownMonitored, .amountOfIndicator:
            .wrong
        case .noTarget, .notAchieved, .noBand, .notJudged, .noBudget, .givenWithoutReason, .lossWithoutReason,
            .warnedWithoutReason, .noMonitoredAmount, .unmonitored:
            .missing
        case .missingLevel, .noWeights, .wordsForTarget, .assumedDirection, .guessedDirection, .likelyFraction,
            .bandUnused, .farAboveWithoutReason,
            .overHundred,
            .nothingSpent, .overCarried, .overCarriedBudget, .forgottenSource, .likelyTenThousands,
            .buildingsNotPrinted, .blankProject,
            .noAdjustedBudget, .overspent, .sharedMoney,
            .monitoredAmountDiffers, .unknownBase, .statedOtherwise:
            .hint
        }
    }
}

extension EvaluationFault {
    /// Whether it is about the state at mid-year, not about goals or scores.
    package var isAboutMonitoring: Bool {
        switch kind {
        case .unknownMonitored, .amountOfIndicator, .noMonitoredAmount, .monitoredAmountDiffers, .warnedWithoutReason,
            .unmonitored, .likelyTenThousands:
            true
        default: false
        }
    }
}

extension EvaluationFault {
    /// Whether only the printed form wants it: whoever looks at the state sees it in its place.
    package var isOfFormOnly: Bool {
        if case .unmonitored = kind { true } else { false }
    }
}

extension EvaluationFault {
    /// Whether it is about what was achieved or spent by the end of the year: goals are printed before.
    package var isAboutResults: Bool {
        switch kind {
        case .notAchieved, .noBand, .notJudged, .givenWithoutReason, .lossWithoutReason, .farAboveWithoutReason,
            .overHundred, .bandUnused, .likelyFraction, .guessedDirection, .noBudget, .nothingSpent, .blankProject,
            .overspent, .forgottenSource, .overCarried:
            true
        default: false
        }
    }
}

/// All that is wrong with a book's goals, indicators and monitoring, at once.
package struct EvaluationFaults: Error, Sendable {
    package let faults: [EvaluationFault]

    package init(_ faults: [EvaluationFault]) { self.faults = faults }
}

extension EvaluationFault.Kind {
    /// What it is about: sentences of one topic stand together.
    enum Topic {
        case subject, money, level, value, score, monitoring
    }

    var topic: Topic {
        switch self {
        case .unknownSubject, .unknownProject, .unknownScheme, .noScheme, .noIndicators, .notScored:
            .subject
        case .noBudget, .nothingSpent, .overspent, .sharedMoney, .unknownLineProject, .blankProject,
            .noAdjustedBudget, .overCarried, .overCarriedBudget, .forgottenSource, .buildingsNotPrinted:
            .money
        case .unknownShared, .sharedAndTyped, .unknownLevel, .unknownSecond, .missingLevel, .levelWeight, .noWeight,
            .noWeights, .duplicateName, .absentBeside:
            .level
        case .noTarget, .notAchieved, .wordsForTarget, .assumedDirection, .guessedDirection, .likelyFraction,
            .bandUnused, .notComparable, .noBand, .notJudged, .ratioOfZero, .overHundred:
            .value
        case .scoreOutsideBand, .scoreAboveWeight, .givenWithoutReason, .lossWithoutReason, .farAboveWithoutReason,
            .unknownBase, .statedOtherwise:
            .score
        case .unknownMonitored, .amountOfIndicator, .noMonitoredAmount, .monitoredAmountDiffers,
            .warnedWithoutReason, .unmonitored, .likelyTenThousands:
            .monitoring
        }
    }
}
