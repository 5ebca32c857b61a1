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
        case noTarget(name: String)
        case notAchieved(name: String)
        /// No sign says that less is better; the name does.
        case assumedDirection(String, name: String)
        /// 完成等级 beside figures that say themselves what was reached.
        case bandUnused(String, name: String)
        /// A target with digits that is no figure: kept as words.
        case wordsForTarget(String, name: String)
        case notComparable(target: String, achieved: String, name: String)
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
        /// More was spent than the budget has; the rate is in percent.
        case overspent(String, rate: String)
        /// Two subjects take the same money for theirs.
        case sharedMoney(String, other: String)
        case unknownMonitored(String, subject: String, known: [String])
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
        case .unknownSubject, .unknownProject, .unknownScheme, .noScheme, .noIndicators, .unknownShared,
            .sharedAndTyped, .unknownLevel, .unknownSecond, .levelWeight, .noWeight, .duplicateName, .notComparable,
            .scoreOutsideBand, .scoreAboveWeight, .ratioOfZero, .unknownMonitored, .amountOfIndicator:
            .wrong
        case .noTarget, .notAchieved, .noBand, .notJudged, .givenWithoutReason, .lossWithoutReason,
            .warnedWithoutReason, .noMonitoredAmount:
            .missing
        case .missingLevel, .noWeights, .wordsForTarget, .assumedDirection, .bandUnused, .farAboveWithoutReason,
            .overHundred,
            .noBudget, .nothingSpent, .overspent, .sharedMoney,
            .monitoredAmountDiffers, .unknownBase, .statedOtherwise:
            .hint
        }
    }
}

extension EvaluationFault {
    /// Whether it is about the state at mid-year, not about goals or scores.
    package var isAboutMonitoring: Bool {
        switch kind {
        case .unknownMonitored, .amountOfIndicator, .noMonitoredAmount, .monitoredAmountDiffers, .warnedWithoutReason:
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
