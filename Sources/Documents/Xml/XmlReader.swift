import CLibXML2

/// Runs through one XML part from its start to its end: names and attributes without their namespace prefix.
///
/// A DOCTYPE is refused, so there are no entities but the five of XML; nothing is ever fetched.
final class XmlReader {
    /// What the reader stands on.
    enum Event: Equatable {
        case start(String)
        case end(String)
        case text(String)
    }

    /// Name of the part, for messages.
    let part: String
    private let storage: UnsafeMutableBufferPointer<CChar>
    private let reader: xmlTextReaderPtr
    private var names: [UnsafePointer<xmlChar>: String] = [:]
    /// An empty element `<a/>` gives a start and then, from here, its end.
    private var pendingEnd: String?
    private var elementDepth = 0

    static let depthLimit = 200
    private static let prepared: Void = xmlInitParser()

    init(_ bytes: [UInt8], part: String) throws(DocumentFault) {
        _ = Self.prepared
        self.part = part
        guard !bytes.isEmpty, bytes.count < Int(Int32.max) else { throw .xmlMalformed(part: part, line: 1) }
        storage = .allocate(capacity: bytes.count)
        _ = storage.initialize(from: bytes.lazy.map { CChar(bitPattern: $0) })
        let options =
            XML_PARSE_NONET.rawValue | XML_PARSE_HUGE.rawValue | XML_PARSE_NOERROR.rawValue
            | XML_PARSE_NOWARNING.rawValue | XML_PARSE_NOCDATA.rawValue
        guard
            let reader = xmlReaderForMemory(
                storage.baseAddress, Int32(storage.count), nil, nil, Int32(bitPattern: options))
        else {
            storage.deallocate()
            throw .xmlMalformed(part: part, line: 1)
        }
        self.reader = reader
    }

    deinit {
        xmlFreeTextReader(reader)
        storage.deallocate()
    }

    /// The next event; nil at the end of the part.
    func next() throws(DocumentFault) -> Event? {
        if let name = pendingEnd {
            pendingEnd = nil
            elementDepth -= 1
            return .end(name)
        }
        while true {
            let status = xmlTextReaderRead(reader)
            guard status >= 0 else { throw malformed }
            guard status == 1 else { return nil }
            if let event = try event() { return event }
        }
    }

    private func event() throws(DocumentFault) -> Event? {
        switch xmlReaderTypes(UInt32(bitPattern: xmlTextReaderNodeType(reader))) {
        case XML_READER_TYPE_ELEMENT:
            let name = localName
            elementDepth += 1
            guard elementDepth <= Self.depthLimit else { throw .xmlTooDeep(part: part, limit: Self.depthLimit) }
            if xmlTextReaderIsEmptyElement(reader) == 1 { pendingEnd = name }
            return .start(name)
        case XML_READER_TYPE_END_ELEMENT:
            elementDepth -= 1
            return .end(localName)
        case XML_READER_TYPE_TEXT, XML_READER_TYPE_CDATA, XML_READER_TYPE_SIGNIFICANT_WHITESPACE,
            XML_READER_TYPE_WHITESPACE:
            guard let value = xmlTextReaderConstValue(reader) else { return nil }
            return .text(String(cString: value))
        case XML_READER_TYPE_DOCUMENT_TYPE: throw .xmlDoctype(part: part)
        // Without a DOCTYPE no entity can be defined.
        case XML_READER_TYPE_ENTITY_REFERENCE: throw malformed
        default: return nil
        }
    }

    /// An attribute without prefix of the element whose start was just given.
    func attribute(_ name: String) -> String? {
        guard let value = xmlTextReaderGetAttribute(reader, name) else { return nil }
        defer { free(value) }
        return String(cString: value)
    }

    /// All attributes of the element whose start was just given, by local name; namespace declarations left out.
    func attributes() -> [String: String] {
        var result: [String: String] = [:]
        while xmlTextReaderMoveToNextAttribute(reader) == 1 {
            guard xmlTextReaderIsNamespaceDecl(reader) != 1, let value = xmlTextReaderConstValue(reader) else {
                continue
            }
            result[localName] = String(cString: value)
        }
        xmlTextReaderMoveToElement(reader)
        return result
    }

    /// The element whose start was just given, with all that is in it; the reader then stands on its end.
    func element(_ name: String) throws(DocumentFault) -> XmlElement {
        var result = XmlElement(name: name, attributes: attributes())
        while let event = try next() {
            switch event {
            case .start(let child): result.children.append(.element(try element(child)))
            case .text(let text): result.children.append(.text(text))
            case .end: return result
            }
        }
        throw malformed
    }

    /// Passes over all that is in the element whose start was just given.
    func skip() throws(DocumentFault) {
        var depth = 1
        while depth > 0, let event = try next() {
            if case .start = event { depth += 1 }
            if case .end = event { depth -= 1 }
        }
    }

    /// A part is malformed at the line where the parser gave up.
    private var malformed: DocumentFault {
        .xmlMalformed(part: part, line: max(1, Int(xmlTextReaderGetParserLineNumber(reader))))
    }

    /// Names live in the parser's dictionary: one pointer a name, so each is decoded once.
    private var localName: String {
        guard let pointer = xmlTextReaderConstLocalName(reader) else { return "" }
        if let known = names[pointer] { return known }
        let name = String(cString: pointer)
        names[pointer] = name
        return name
    }
}
