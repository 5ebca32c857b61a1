/// The text inside an element.
enum HtmlContent {
    /// What is never text on the page.
    static let hidden: Set<String> = [
        "script", "style", "noscript", "template", "head", "iframe", "object", "select", "textarea", "svg", "button",
    ]

    /// Elements that begin and end a line.
    static let blocks: Set<String> = [
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl", "dt",
        "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr",
        "html",
        "legend", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th",
        "thead", "tr", "ul",
    ]

    /// Whether a browser shows nothing of it.
    static func isHidden(_ element: HtmlElement) -> Bool {
        if hidden.contains(element.name) || element.attributes["hidden"] != nil { return true }
        guard let style = element.attributes["style"] else { return false }
        let rules = style.lowercased().filter { !$0.isWhitespace }
        return ["display:none", "visibility:hidden", "mso-hide:all"].contains { rules.contains($0) }
    }

    /// The lines of an element whose line ends count, as those of `pre`.
    static func lines(_ element: HtmlElement) -> [String] {
        var text = ""
        gatherRaw(element, into: &text)
        return text.split { $0.isNewline }.map { String($0) }
    }

    private static func gatherRaw(_ element: HtmlElement, into result: inout String) {
        for node in element.children {
            switch node {
            case .text(let text): result += text
            case .element(let inner) where inner.name == "br": result += "\n"
            case .element(let inner): if !isHidden(inner) { gatherRaw(inner, into: &result) }
            }
        }
    }

    /// All text inside: as it stands in our own pages, else as a browser shows it, a line for each block.
    ///
    /// Text of tables inside a cell is left out where `skippingTables`: they are grids of their own.
    static func text(_ element: HtmlElement, isOwn: Bool, skippingTables: Bool = false) -> String {
        var result = ""
        gather(element, isOwn: isOwn, skippingTables: skippingTables, into: &result)
        return isOwn ? result : shown(result)
    }

    private static func gather(
        _ element: HtmlElement, isOwn: Bool, skippingTables: Bool, into result: inout String
    ) {
        for node in element.children {
            switch node {
            case .text(let text): result += isOwn ? text : collapsed(text)
            case .element(let inner) where inner.name == "br": result += "\n"
            case .element(let inner) where skippingTables && inner.name == "table": result += "\n"
            case .element(let inner) where !isOwn && inner.name == "pre":
                result += (isHidden(inner) ? [] : lines(inner)).map { "\n" + $0 }.joined() + "\n"
            case .element(let inner) where isOwn ? !hidden.contains(inner.name) : !isHidden(inner):
                let isBlock = !isOwn && blocks.contains(inner.name)
                if isBlock { result += "\n" }
                gather(inner, isOwn: isOwn, skippingTables: skippingTables, into: &result)
                if isBlock { result += "\n" }
            case .element: break
            }
        }
    }

    /// Blanks, tabs and line ends as single blanks; blanks that Chinese text is indented by stay.
    static func collapsed(_ text: String) -> String {
        var result = ""
        var wasBlank = false
        for scalar in text.unicodeScalars {
            switch scalar {
            case " ", "\t", "\n", "\r", "\u{0C}":
                if !wasBlank { result.unicodeScalars.append(" ") }
                wasBlank = true
            // Of no width, put there by editors.
            case "\u{FEFF}", "\u{200B}": break
            default:
                result.unicodeScalars.append(scalar)
                wasBlank = false
            }
        }
        return result
    }

    /// Lines without blanks at their ends, empty ones left out, blanks in a row made one.
    private static func shown(_ text: String) -> String {
        let lines = text.split(separator: "\n").map { trimmed(collapsed(String($0))) }.filter { !isBlank($0) }
        return lines.joined(separator: "\n")
    }

    /// Without blanks at the ends; wide and unbreakable blanks at the beginning stay, they show the level of a row.
    private static func trimmed(_ text: String) -> String {
        var scalars = Substring(text).unicodeScalars
        while scalars.last?.properties.isWhitespace == true { scalars.removeLast() }
        while scalars.first == " " { scalars.removeFirst() }
        return String(scalars)
    }

    static func isBlank(_ text: String) -> Bool { text.unicodeScalars.allSatisfy(\.properties.isWhitespace) }

    /// Without any kind of blank at either end.
    static func stripped(_ text: String) -> String {
        var scalars = Substring(text).unicodeScalars
        while scalars.last?.properties.isWhitespace == true { scalars.removeLast() }
        while scalars.first?.properties.isWhitespace == true { scalars.removeFirst() }
        return String(scalars)
    }
}
