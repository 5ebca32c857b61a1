import Fiscal
import Narrative
import Paper
import Statements

/// What of a package prints otherwise than by plain rounding, counted on the printed paper itself.
package struct RoundingChanges: Hashable, Sendable {
    /// Squares of the forms.
    package private(set) var cells = 0
    /// Amounts in sentences.
    package private(set) var amounts = 0
    /// Changes, shares and rates in sentences, which are computed from what is printed.
    package private(set) var derived = 0

    package init(plain: Publication, adjusted: Publication) {
        for (before, after) in zip(plain.tables, adjusted.tables) {
            let (old, new) = (before.grid.matrix, after.grid.matrix)
            cells += after.figures.keys.count { spot in
                spot.row < old.count && old[spot.row][spot.column]?.text != new[spot.row][spot.column]?.text
            }
        }
        let sentences = Dictionary(
            plain.narration.sentences.map { ($0.id, $0.figures) }, uniquingKeysWith: { first, _ in first })
        for sentence in adjusted.narration.sentences {
            for (old, new) in zip(sentences[sentence.id] ?? [], sentence.figures)
            where old.figure == new.figure && old.printed != new.printed {
                if case .derived = new.figure { derived += 1 } else { amounts += 1 }
            }
        }
    }
}
