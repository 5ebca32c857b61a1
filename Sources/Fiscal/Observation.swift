/// A figure as printed at one place.
package struct Observation<Position: Hashable & Sendable>: Hashable, Sendable {
    package var figure: Figure
    /// nil where the cell is blank; blank and zero are two statements.
    package var printed: PrintedNumber?
    /// The text as it stands there.
    package var text: String
    package var position: Position

    package init(figure: Figure, printed: PrintedNumber?, text: String, position: Position) {
        self.figure = figure
        self.printed = printed
        self.text = text
        self.position = position
    }
}
