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
        var text = text
        text.withUTF8 { source in
            var (start, next) = (0, 0)
            while next < source.count {
                guard let (length, escaped) = Self.escaped(source, next, inAttribute) else {
                    next += 1
                    continue
                }
                bytes += source[start..<next]
                bytes += escaped.utf8
                next += length
                start = next
            }
            bytes += source[start...]
        }
    }

    /// What takes the place of the character that begins here, with its length in UTF-8; nil where it stays.
    private static func escaped(
        _ source: UnsafeBufferPointer<UInt8>, _ place: Int, _ inAttribute: Bool
    ) -> (Int, String)? {
        switch source[place] {
        case 0x26: return (1, "&amp;")
        case 0x3C: return (1, "&lt;")
        case 0x3E: return (1, "&gt;")
        case 0x22: return inAttribute ? (1, "&quot;") : nil
        case 0x09: return inAttribute ? (1, "&#9;") : nil
        case 0x0A: return inAttribute ? (1, "&#10;") : nil
        case 0x0D: return (1, "&#13;")
        case 0x00...0x1F: return (1, "\u{FFFD}")
        // U+FFFE and U+FFFF.
        case 0xEF where source[place + 1] == 0xBF && source[place + 2] >= 0xBE: return (3, "\u{FFFD}")
        default: return nil
        }
    }
}
