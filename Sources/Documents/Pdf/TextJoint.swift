/// How the text of a line goes on in the next one.
enum TextJoint {
    /// Whether the next line begins where it does only because nothing more fitted: `room` is the width of the column.
    static func isWrapped(_ line: TextLine, _ next: TextLine, width: Double, room: Double) -> Bool {
        width + next.firstUnit > room - 0.3 * line.size
    }

    /// Whether the break falls inside of a number or a word, which no writer breaks on purpose.
    static func isOneUnit(_ line: TextLine, _ next: TextLine) -> Bool {
        guard let last = line.glyphs.last?.text, let first = next.glyphs.first?.text else { return false }
        return (last.isNumber || ",.-".contains(last)) && ",.%％".contains(first)
            || ",.".contains(last) && first.isNumber
    }

    /// Chinese text and broken numbers go on at once; between words of letters stands a blank.
    static func join(_ text: String, _ next: String) -> String {
        guard let last = text.last, let first = next.first else { return text + next }
        let isBetweenWords = last.isASCII && last.isLetter && first.isASCII && (first.isLetter || first.isNumber)
        return text + (isBetweenWords ? " " : "") + next
    }
}
