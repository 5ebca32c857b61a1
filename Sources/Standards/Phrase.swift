package import Fiscal

/// One subject of the prose: the facts it speaks of, the words it goes by, and how it is printed.
///
/// The same definition prints (pieces filled with facts) and reads (words that name a subject beside a figure).
package struct Phrase: Sendable {
    /// A figure the phrase speaks of.
    package struct Subject: Sendable {
        package let name: String
        package let spec: FactSpec
        /// How the subject is called in running text, the usual word first.
        package let words: [String]
        /// Words that, standing before a figure too, make it another thing's (部门整体支出绩效自评，涉及资金…).
        package let otherWords: [String]
    }

    /// A subject as a slot names it; in a loop `此 支出` is the subject narrowed to the member at hand.
    package struct Reference: Sendable, Hashable {
        package let subject: String
        package let isNarrowed: Bool
    }

    /// What of the subject is printed.
    package enum Role: Sendable, Hashable {
        case amount
        /// |now − base|; base nil = the same figure last year.
        case change(Reference?)
        case growth(Reference?)
        case share(Reference)
        case completion(Reference)
    }

    package enum Slot: Sendable, Hashable {
        case figure(Reference, Role)
        /// 增加 / 减少, or 增长 / 下降: the sign of a change in words.
        case direction(Reference, base: Reference?, rise: String, fall: String)
        case year
        case priorYear
        case unitName
        /// 部门 or 单位, after the kind of paper.
        case noun
        case unitCount
        /// Name of the member at hand, or of its ancestor at a level.
        case memberName(level: Int?)
        /// Name of the member at hand with those above it, each with its level: 甲（类）乙（款）丙（项）.
        case memberPath
        case ordinal
        case reason(String)
        /// What the functional item at hand is for: from the book, else from the definitions.
        case purpose
        case text(String)
    }

    package enum Condition: Sendable, Hashable {
        case known(Reference)
        case zero(Reference)
        case nonZero(Reference)
        /// Unknown or zero.
        case none(Reference)
        case greater(Reference, than: Reference)
        case less(Reference, than: Reference)
        case equal(Reference, to: Reference)
        case priorKnown(Reference)
        case changed(Reference)
        case hasText(String)
        case isDepartment
        case isUnit
    }

    package struct Loop: Sendable {
        package let dimension: Dimension
        /// nil = every level.
        package let level: Int?
        /// Only members that no other member at hand stands under: items, and a 款 whose items are not shown.
        package let isDeepest: Bool
        package let under: Code?
        /// Exactly these members, in this order; empty = by code.
        package let members: [Code]
        /// A member is listed where one of these is not zero; empty = always.
        package let present: [String]
        /// Names to print in place of the classification's (财政拨款 as 财政拨款收入).
        package let names: [Code: String]
        /// Stands before the first member that says something; nothing where none does.
        package let lead: String
        package let separator: String
        package let pieces: [Piece]
        /// Each member's paragraphs, instead of one running sentence.
        package let paragraphs: [[Piece]]
    }

    package indirect enum Piece: Sendable {
        case literal(String)
        case slot(Slot)
        case branch([Condition], then: [Piece], otherwise: [Piece])
        case loop(Loop)
    }

    package let id: String
    package let title: String
    package let subjects: [Subject]
    package let paragraphs: [[Piece]]
    /// What other papers say of its subjects besides, which is read and never printed.
    package let alsoRead: [[Piece]]
    package let years: ClosedRange<Int>
    package let source: String
    /// Parts of it no public text confirms.
    package let isUnconfirmed: Bool

    package func subject(_ name: String) -> Subject? { subjects.first { $0.name == name } }
}

extension Phrase.Slot {
    /// The matter under which the book's reasons say what a functional item is for.
    package static let purposeMatter = "用途"
}
