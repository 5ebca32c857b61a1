/// Builds one XML part as UTF-8; escapes text and attributes and keeps tags balanced.
struct XmlWriter {
    private(set) var bytes: [UInt8]
    private var open: [String] = []
    /// The last start tag is not closed yet, so that an element without content ends in `/>`.
    private var tagIsOpen = false

    init() { bytes = Array(#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#.utf8) + [0x0A] }

    /// Attributes are written in the order given.
    mutating func start(_ name: String, _ attributes: KeyValuePairs<String, String> = [:]) {
        closeTag()
        bytes.append(0x3C)
        bytes += name.utf8
        for (key, value) in attributes {
            bytes.append(0x20)
            bytes += key.utf8
            bytes += #"=""#.utf8
            escape(value, inAttribute: true)
            bytes.append(0x22)
        }
        tagIsOpen = true
        open.append(name)
    }

    /// Ends the element started last.
    mutating func end() {
        guard let name = open.popLast() else { return }
        if tagIsOpen {
            bytes += "/>".utf8
            tagIsOpen = false
        } else {
            bytes += "</".utf8
            bytes += name.utf8
            bytes.append(0x3E)
        }
    }

    /// An element without content.
    mutating func empty(_ name: String, _ attributes: KeyValuePairs<String, String> = [:]) {
        start(name, attributes)
        end()
    }

    /// An element with what `content` writes in it.
    mutating func element(
        _ name: String, _ attributes: KeyValuePairs<String, String> = [:], _ content: (inout XmlWriter) -> Void
    ) {
        start(name, attributes)
        content(&self)
        end()
    }

    /// An element of text only.
    mutating func element(_ name: String, _ attributes: KeyValuePairs<String, String> = [:], text: String) {
        start(name, attributes)
        self.text(text)
        end()
    }

    mutating func text(_ text: String) {
        closeTag()
        escape(text, inAttribute: false)
    }

    /// Markup of our own that is already well-formed.
    mutating func raw(_ markup: String) {
        closeTag()
        bytes += markup.utf8
    }

    private mutating func closeTag() {
        guard tagIsOpen else { return }
        bytes.append(0x3E)
        tagIsOpen = false
    }

    /// Characters that XML 1.0 cannot hold become U+FFFD.
    private mutating func escape(_ text: String, inAttribute: Bool) {
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": bytes += "&amp;".utf8
            case "<": bytes += "&lt;".utf8
            case ">": bytes += "&gt;".utf8
            case "\"" where inAttribute: bytes += "&quot;".utf8
            case "\t" where inAttribute: bytes += "&#9;".utf8
            case "\n" where inAttribute: bytes += "&#10;".utf8
            case "\r": bytes += "&#13;".utf8
            case "\u{0}"..."\u{8}", "\u{B}", "\u{C}", "\u{E}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}":
                bytes += "\u{FFFD}".utf8
            default: bytes += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
            }
        }
    }
}
