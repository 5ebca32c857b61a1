/// An element in memory: for small parts, and for one paragraph or table of a large one at a time.
struct XmlElement: Equatable {
    /// A child in document order.
    enum Node: Equatable {
        case element(XmlElement)
        case text(String)
    }

    var name: String
    var attributes: [String: String]
    var children: [Node] = []

    /// A whole part.
    static func document(_ bytes: [UInt8], part: String) throws(DocumentFault) -> XmlElement {
        let reader = try XmlReader(bytes, part: part)
        var root: XmlElement?
        // Read to the end, so that damage behind the root is seen as well.
        while let event = try reader.next() {
            if case .start(let name) = event, root == nil { root = try reader.element(name) }
        }
        guard let root else { throw .xmlMalformed(part: part, line: 1) }
        return root
    }

    /// Children that are elements.
    var elements: [XmlElement] {
        children.compactMap { if case .element(let element) = $0 { element } else { nil } }
    }

    /// The first child element of a name.
    func first(_ name: String) -> XmlElement? {
        for case .element(let element) in children where element.name == name { return element }
        return nil
    }

    /// All child elements of a name.
    func all(_ name: String) -> [XmlElement] { elements.filter { $0.name == name } }

    /// Elements of a name at any depth, those within one another left out.
    func descendants(_ name: String) -> [XmlElement] {
        elements.flatMap { $0.name == name ? [$0] : $0.descendants(name) }
    }

    /// The element at the end of a path of child names.
    func at(_ path: String...) -> XmlElement? {
        var current = self
        for name in path {
            guard let next = current.first(name) else { return nil }
            current = next
        }
        return current
    }

    /// All text in it.
    var text: String {
        children.reduce(into: "") { result, child in
            switch child {
            case .text(let text): result += text
            case .element(let element): result += element.text
            }
        }
    }

    subscript(attribute: String) -> String? { attributes[attribute] }

    /// `w:val` and its like.
    var value: String? { attributes["val"] }
}
