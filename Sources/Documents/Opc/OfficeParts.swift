import Paper

/// Collects the parts of an Office file to be written: content types and relationships follow from what is added.
struct OfficeParts {
    /// A part of the main part's own.
    struct Part {
        var name: String
        var contentType: String
        /// Last word of the relationship's type.
        var kind: String
        var bytes: [UInt8]
    }

    private static let package = "http://schemas.openxmlformats.org/package/2006/"
    private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/"
    private static let document = "application/vnd.openxmlformats-officedocument."
    private static let propertySet = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"

    /// A word-processor file: the main part, the parts beside it by relationship id, and the properties.
    static func document(main: [UInt8], parts: [(id: String, part: Part)], properties: DocumentProperties) -> [UInt8] {
        var zip = ZipWriter()
        var types = [("/word/document.xml", document + "wordprocessingml.document.main+xml")]
        types += parts.map { ("/word/" + $0.part.name, document + $0.part.contentType) }
        types += [
            ("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
            ("/docProps/app.xml", document + "extended-properties+xml"),
            ("/docProps/custom.xml", document + "custom-properties+xml"),
        ]
        zip.add("[Content_Types].xml", contentTypes(types))
        zip.add(
            "_rels/.rels",
            relationships([
                ("rId1", office + "relationships/officeDocument", "word/document.xml"),
                ("rId2", package + "relationships/metadata/core-properties", "docProps/core.xml"),
                ("rId3", office + "relationships/extended-properties", "docProps/app.xml"),
                ("rId4", office + "relationships/custom-properties", "docProps/custom.xml"),
            ]))
        zip.add("word/document.xml", main)
        zip.add(
            "word/_rels/document.xml.rels",
            relationships(parts.map { ($0.id, office + "relationships/" + $0.part.kind, $0.part.name) }))
        for (_, part) in parts { zip.add("word/" + part.name, part.bytes) }
        zip.add("docProps/core.xml", core(properties))
        zip.add("docProps/app.xml", application())
        zip.add("docProps/custom.xml", custom(properties))
        return zip.finished()
    }

    private static func contentTypes(_ types: [(part: String, type: String)]) -> [UInt8] {
        var xml = XmlWriter()
        xml.element("Types", ["xmlns": package + "content-types"]) { xml in
            xml.empty(
                "Default",
                ["Extension": "rels", "ContentType": "application/vnd.openxmlformats-package.relationships+xml"])
            xml.empty("Default", ["Extension": "xml", "ContentType": "application/xml"])
            for (part, type) in types { xml.empty("Override", ["PartName": part, "ContentType": type]) }
        }
        return xml.bytes
    }

    private static func relationships(_ lines: [(id: String, type: String, target: String)]) -> [UInt8] {
        var xml = XmlWriter()
        xml.element("Relationships", ["xmlns": package + "relationships"]) { xml in
            for line in lines {
                xml.empty("Relationship", ["Id": line.id, "Type": line.type, "Target": line.target])
            }
        }
        return xml.bytes
    }

    /// No dates: they would make two builds of one book differ.
    private static func core(_ properties: DocumentProperties) -> [UInt8] {
        var xml = XmlWriter()
        xml.element(
            "cp:coreProperties",
            [
                "xmlns:cp": package + "metadata/core-properties", "xmlns:dc": "http://purl.org/dc/elements/1.1/",
            ]
        ) { xml in
            xml.element("dc:title", text: properties.title)
            xml.element("dc:creator", text: properties.provenance.department)
            xml.element("cp:keywords", text: properties.keywords)
        }
        return xml.bytes
    }

    private static func application() -> [UInt8] {
        var xml = XmlWriter()
        xml.element("Properties", ["xmlns": office + "extended-properties"]) { xml in
            xml.element("Application", text: "Mingzhang")
        }
        return xml.bytes
    }

    private static func custom(_ properties: DocumentProperties) -> [UInt8] {
        var xml = XmlWriter()
        xml.element("Properties", ["xmlns": office + "custom-properties", "xmlns:vt": office + "docPropsVTypes"]) {
            xml in
            for (index, property) in properties.sortedCustom.enumerated() {
                xml.element("property", ["fmtid": propertySet, "pid": String(index + 2), "name": property.name]) {
                    $0.element("vt:lpwstr", text: property.value)
                }
            }
        }
        return xml.bytes
    }
}
