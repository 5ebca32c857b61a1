// Narrative: phrases and sentences.
// In: phrase definitions with facts and the book's reasons and texts (to print), or running text (to read).
// Out: sentences whose every figure knows its fact or derivation; what is missing; or the claims that a text makes.
// Printing fills the template; reading binds figures by the words of their subjects, never by matching the template.
// Does not know: file formats, tables, nor any phrase by name.

package import Fiscal
import Ledger

/// One paragraph of the 情况说明, with its figures.
package struct Sentence: Sendable {
    /// Stable across builds: phrase, paragraph and, in a loop, the member (`income.1`, `items.2040601.2`).
    package let id: String
    package let phrase: String
    package let text: String
    package let figures: [SentenceFigure]

    package init(id: String, phrase: String, text: String, figures: [SentenceFigure]) {
        self.id = id
        self.phrase = phrase
        self.text = text
        self.figures = figures
    }
}

/// A figure inside a sentence.
package struct SentenceFigure: Sendable, Hashable {
    package let figure: Figure
    package let printed: PrintedNumber
    /// 万元, %, or the word of a count.
    package let unit: String
    /// Where it begins in the sentence, in characters from 0.
    package let offset: Int

    package init(figure: Figure, printed: PrintedNumber, unit: String, offset: Int) {
        self.figure = figure
        self.printed = printed
        self.unit = unit
        self.offset = offset
    }
}

/// Something a sentence needs that the book does not have.
package struct MissingText: Sendable, Hashable {
    package enum Kind: Sendable, Hashable {
        /// A reason: its matter, and the object it is about.
        case reason(matter: String, object: String, objectName: String)
        case text(String)
        /// A column of words in a row of the book (绩效对象 / 完成情况); where it stands.
        case column(String, at: Origin)
        /// A figure that cannot be computed or is not known.
        /// - sheet, column: where the book would say it; empty where it is computed.
        case figure(String, sheet: String, column: String)
        /// A replaced sentence that left a figure out, or typed one.
        case droppedFigure(String)
        case typedFigure(String)
        /// A replaced sentence that left out the reason the original asks for.
        case droppedReason(String)
        case badTemplate(String)
        /// Words for a sentence that there is none of.
        case noSentence(nearest: [String])
        /// Several rows replace one sentence.
        case replacedTwice(rows: Int)
    }

    package let kind: Kind
    package let sentence: String
    /// The sentence as far as it goes, so that the reader sees what the reason is for.
    package let context: String

    package init(kind: Kind, sentence: String, context: String) {
        self.kind = kind
        self.sentence = sentence
        self.context = context
    }
}

/// What a person does about something missing.
package enum MissingRemedy: Hashable, Sendable {
    case reason
    case text
    case figure
    /// A sentence in the writer's own words is to be corrected.
    case sentence
}

extension MissingText {
    package var remedy: MissingRemedy {
        switch kind {
        case .reason: .reason
        case .text, .column: .text
        case .figure: .figure
        case .droppedFigure, .typedFigure, .droppedReason, .badTemplate, .noSentence, .replacedTwice: .sentence
        }
    }
}

/// The sentences of an outline item and what they lack.
package struct Narration: Sendable {
    package var sentences: [Sentence] = []
    package var missing: [MissingText] = []

    package init() {}

    /// The facts that sentences print, once for each time.
    package var facts: [FactKey] {
        sentences.flatMap(\.figures).compactMap { figure in
            if case .fact(let key) = figure.figure { key } else { nil }
        }
    }

    /// The facts that its shares, changes and rates are computed from.
    package var operands: [FactKey] {
        sentences.flatMap(\.figures).flatMap { figure -> [FactKey] in
            guard case .derived(let derivation) = figure.figure else { return [] }
            return [derivation.operands.0, derivation.operands.1]
        }
    }
}

/// Facts as adjusted figures print them, in 万元; as they are where none is adjusted.
struct AdjustedAmounts: FactSource {
    let facts: FactBase
    let adjusted: [FactKey: PrintedNumber]

    func value(of key: FactKey) -> FactValue? {
        guard let fen = adjusted[key]?.fen(in: .tenThousandYuan) else { return facts.value(of: key) }
        return FactValue(amount: fen, measure: .money)
    }
}
