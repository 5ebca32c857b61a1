package import Fiscal
package import Formulas

/// One entry of the catalogue of articulation rules: what must hold, on what basis, and who checks it.
package struct Rule: Sendable {
    /// 办法: each rule has exactly one, so that one wrong figure is one finding.
    package enum Method: Sendable {
        /// Assertions in the language of `Formulas`; empty where the rule does not apply in this place.
        case formulas([Formula])
        /// Follows from what figures mean, so that nothing need be written.
        case implied(Implication)
        /// Codes and names against the code lists.
        case codes(kind: String)
        /// Parts, tables and headings of the document against the profile.
        case layout(kind: String)
        /// Words, sentences and the figures derived in them.
        case wording(kind: String)
        /// Forms of self-evaluation, of goals and of base data, and reports about them.
        case evaluation(kind: String)
        /// What it needs that no paper prints.
        case book(missing: String)
    }

    /// Why a rule need not be written.
    package struct Implication: Sendable {
        package enum Tie: String, Sendable, CaseIterable {
            /// One fact printed at several places.
            case sameFact = "同一事实"
            /// A fact and its parts along a dimension.
            case parts = "分项合计"
        }

        package let tie: Tie
        /// The facts it is about.
        package let specs: [FactSpec]
        /// Ids of the forms they are printed in; 说明 for sentences, 上年公开件 for last year's paper.
        package let places: [String]
        /// Along which the parts add up; empty for one fact.
        package let dimensions: [Dimension]
    }

    /// A document that a rule rests on.
    package struct Basis: Sendable, Hashable {
        package let document: String
        package let article: String
        package let isConfirmed: Bool

        /// As a message prints it: what is not confirmed has no article number.
        package var text: String { isConfirmed ? document + article : document + "（待核）" }
    }

    package let id: String
    package let title: String
    package let family: String
    package let severity: Severity
    package let method: Method
    /// The texts of its formulas as written, wherever it applies.
    package let formulaTexts: [String]
    package let basis: [Basis]
    package let source: String
    package let years: ClosedRange<Int>
    /// 行政区划 prefixes; empty = everywhere.
    package let regions: [String]
    package let appliesHere: Bool
    package let missing: MissingStrategy
    /// Why it is checked as it is.
    package let note: String
    /// What the user should do about a finding; empty = what the message says anyway.
    package let advice: String
    /// The rule under whose id the finding is reported; empty = this one.
    package let reportedAs: String
    package let samples: [RuleSample]
}

extension Rule {
    /// 等级: how sure a finding of the rule is.
    package enum Severity: String, Sendable, CaseIterable, Comparable {
        /// Proved by the figures.
        case error = "错误"
        /// Nearly always a defect.
        case warning = "警告"
        /// What true papers often break.
        case notice = "提示"

        package static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

        private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
    }

    package enum MethodName: String, Sendable, CaseIterable {
        case formulas = "公式"
        case implied = "由口径推出"
        case codes = "编码"
        case layout = "版式"
        case wording = "措辞"
        case evaluation = "自评表"
        case book = "需账套"
    }

    package var methodName: MethodName {
        switch method {
        case .formulas: .formulas
        case .implied: .implied
        case .codes: .codes
        case .layout: .layout
        case .wording: .wording
        case .evaluation: .evaluation
        case .book: .book
        }
    }

    /// The formulas that hold here.
    package var formulas: [Formula] {
        if case .formulas(let list) = method { return list }
        return []
    }
}
