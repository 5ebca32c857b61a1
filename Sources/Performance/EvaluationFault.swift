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
        case duplicateName(String, subject: String)
        case noTarget(name: String)
        case notAchieved(name: String)
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
        case unknownMonitored(String, subject: String, known: [String])
        /// A likelihood below certain without its reason.
        case likelihoodWithoutReason(String, name: String)
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

    package init(_ kind: Kind, at origin: Origin) {
        self.kind = kind
        sheet = origin.sheet
        row = origin.row
    }

    package var severity: Severity {
        switch kind {
        case .unknownSubject, .unknownProject, .unknownScheme, .noScheme, .noIndicators, .unknownShared,
            .sharedAndTyped, .unknownLevel, .unknownSecond, .levelWeight, .noWeight, .duplicateName, .notComparable,
            .scoreOutsideBand, .scoreAboveWeight, .ratioOfZero, .unknownMonitored:
            .wrong
        case .noTarget, .notAchieved, .noBand, .notJudged, .givenWithoutReason, .lossWithoutReason,
            .likelihoodWithoutReason:
            .missing
        case .missingLevel, .wordsForTarget, .farAboveWithoutReason, .overHundred, .noBudget, .unknownBase: .hint
        }
    }
}
