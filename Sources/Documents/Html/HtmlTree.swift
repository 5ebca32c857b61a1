import CLibXML2

/// A page as libxml2 understands it, mended where it was broken, as plain values.
indirect enum HtmlNode {
    case text(String)
    case element(HtmlElement)
}

/// An element with all that stands inside it.
struct HtmlElement {
    var name: String
    var attributes: [String: String]
    var children: [HtmlNode]

    /// The words of its class attribute.
    var classes: [Substring] { (attributes["class"] ?? "").split(whereSeparator: \.isWhitespace) }

    /// Elements directly inside.
    var elements: [HtmlElement] {
        children.compactMap { if case .element(let element) = $0 { element } else { nil } }
    }

    /// The first element of that name inside, at any depth.
    func first(_ wanted: String) -> HtmlElement? {
        for element in elements {
            if element.name == wanted { return element }
            if let found = element.first(wanted) { return found }
        }
        return nil
    }

    /// The value of a number attribute, kept within bounds that no page passes.
    func number(_ attribute: String, default value: Int, in range: ClosedRange<Int>) -> Int {
        guard let text = attributes[attribute], let number = Int(text.filter { !$0.isWhitespace }) else { return value }
        return min(max(number, range.lowerBound), range.upperBound)
    }
}

/// Bytes to tree. Nothing is fetched, whatever the page asks for.
enum HtmlTree {
    /// The root element; the depth of nesting is limited by libxml2 (256).
    static func root(_ bytes: [UInt8], limit: Int) throws(DocumentFault) -> HtmlElement {
        guard bytes.count <= limit else { throw .file(.tooLarge(bytes.count, limit: limit)) }
        let text = HtmlEncoding.utf8(bytes)
        guard text.count <= min(2 * limit, Int(Int32.max)) else { throw .file(.tooLarge(bytes.count, limit: limit)) }
        guard let context = htmlNewParserCtxt() else { throw .file(.empty) }
        defer { htmlFreeParserCtxt(context) }
        let options =
            HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
            | HTML_PARSE_NONET.rawValue
        let document = text.withUnsafeBytes { buffer in
            htmlCtxtReadMemory(
                context, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(buffer.count), nil, "UTF-8",
                Int32(options))
        }
        guard let document else { throw .file(.empty) }
        defer { xmlFreeDoc(document) }
        // libxml2 stops at its limit and leaves half a tree without a word but this.
        guard context.pointee.disableSAX == 0 else { throw .file(.tooDeep) }
        guard let root = xmlDocGetRootElement(document) else { throw .file(.empty) }
        return element(root)
    }

    private static func element(_ node: xmlNodePtr) -> HtmlElement {
        HtmlElement(
            name: string(node.pointee.name), attributes: attributes(node), children: children(node.pointee.children))
    }

    private static func children(_ first: xmlNodePtr?) -> [HtmlNode] {
        var result: [HtmlNode] = []
        var next = first
        while let node = next {
            switch node.pointee.type {
            case XML_ELEMENT_NODE: result.append(.element(element(node)))
            case XML_TEXT_NODE, XML_CDATA_SECTION_NODE: result.append(.text(string(node.pointee.content)))
            // A name of an entity that HTML does not have stays as it was written.
            case XML_ENTITY_REF_NODE: result.append(.text("&\(string(node.pointee.name));"))
            default: break
            }
            next = node.pointee.next
        }
        return result
    }

    private static func attributes(_ node: xmlNodePtr) -> [String: String] {
        var result: [String: String] = [:]
        var next = node.pointee.properties
        while let attribute = next {
            var value = ""
            var part = attribute.pointee.children
            while let text = part {
                value += string(text.pointee.content)
                part = text.pointee.next
            }
            result[string(attribute.pointee.name)] = value
            next = attribute.pointee.next
        }
        return result
    }

    private static func string(_ text: UnsafePointer<xmlChar>?) -> String {
        text.map { String(cString: $0) } ?? ""
    }
}
