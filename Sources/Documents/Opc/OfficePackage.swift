import Foundation

/// The parts of an Office file and the relationships between them (ISO/IEC 29500-2).
struct OfficePackage {
    /// One line of a `.rels` part.
    struct Relationship: Equatable {
        var id: String
        /// Last word of the type's address: `worksheet`, `styles`, …; the same in the strict and the usual dialect.
        var kind: String
        /// Part name without a leading slash.
        var target: String
    }

    let zip: ZipReader

    init(_ bytes: [UInt8], limits: ZipLimits) throws(DocumentFault) {
        zip = try ZipReader(bytes, limits: limits)
    }

    /// The main part, named by the package itself.
    func mainPart() throws(DocumentFault) -> String? {
        try relationships(of: "").first { $0.kind == "officeDocument" }?.target
    }

    /// Bytes of a part that must be there.
    func required(_ part: String) throws(DocumentFault) -> [UInt8] {
        guard let bytes = try zip.contents(of: part) else { throw .partMissing(part) }
        return bytes
    }

    /// A small part as a tree, nil where there is none.
    func tree(_ part: String) throws(DocumentFault) -> XmlElement? {
        guard let bytes = try zip.contents(of: part) else { return nil }
        return try XmlElement.document(bytes, part: part)
    }

    /// Relationships of a part, or of the whole package for the empty name; links to the outside left out.
    func relationships(of part: String) throws(DocumentFault) -> [Relationship] {
        let cut = part.lastIndex(of: "/")
        let folder = cut.map { String(part[...$0]) } ?? ""
        let file = cut.map { String(part[part.index(after: $0)...]) } ?? part
        guard let root = try tree(folder + "_rels/" + file + ".rels") else { return [] }
        return root.all("Relationship").compactMap { line in
            guard let id = line["Id"], let type = line["Type"], let target = line["Target"],
                line["TargetMode"] != "External"
            else { return nil }
            let kind = type.split(separator: "/").last.map(String.init) ?? type
            return Relationship(id: id, kind: kind, target: Self.resolve(target, in: folder))
        }
    }

    /// `../a/b.xml` seen from a folder; a leading slash means the package's root.
    private static func resolve(_ target: String, in folder: String) -> String {
        let path = target.hasPrefix("/") ? target : folder + target
        var steps: [Substring] = []
        for step in path.split(separator: "/") {
            switch step {
            case ".": continue
            case "..": _ = steps.popLast()
            default: steps.append(step)
            }
        }
        let joined = steps.joined(separator: "/")
        return joined.removingPercentEncoding ?? joined
    }
}
