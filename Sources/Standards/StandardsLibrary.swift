import Crypto
import Fiscal

/// A definition file as bytes, with its path below `Standards/`.
package struct StandardsFile: Sendable {
    package let path: String
    package let bytes: [UInt8]

    package init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }
}

/// All definition files, raw; `standards(region:year:)` gives what holds in one place and year, checked.
package struct StandardsLibrary: Sendable {
    /// Files by the folder of their region (`cn`, `cn-43`), then by path within it.
    let files: [String: [String: String]]
    /// The same by region, then by the folder or, where they stand in none, by name; in the order of their paths.
    let inFolders: [String: [String: [DefinitionFile]]]
    let documents = DocumentCache()
    /// SHA-256 over all paths and bytes, the first 12 hex digits.
    package let version: String

    package init(files list: [StandardsFile]) throws(StandardsFault) {
        var files: [String: [String: String]] = [:]
        var inFolders: [String: [String: [DefinitionFile]]] = [:]
        var hash = SHA256()
        for file in list.sorted(by: { $0.path < $1.path }) {
            guard let text = String(validating: file.bytes, as: UTF8.self) else {
                throw StandardsFault(.notUtf8, file: file.path)
            }
            hash.update(data: Array(file.path.utf8) + [0] + file.bytes + [0])
            guard let slash = file.path.firstIndex(of: "/") else { continue }
            let (region, path) = (String(file.path[..<slash]), file.path[file.path.index(after: slash)...])
            files[region, default: [:]][String(path)] = text
            inFolders[region, default: [:]][String(path.prefix { $0 != "/" }), default: []].append(
                DefinitionFile(path: file.path, text: text))
        }
        self.files = files
        self.inFolders = inFolders
        version = hash.finalize().prefix(6).map { byte in
            let digits = String(byte, radix: 16)
            return digits.count == 1 ? "0" + digits : digits
        }.joined()
    }

    /// Region folders, the national one first.
    package var regions: [String] { files.keys.sorted() }

    /// The folders that hold for a region code, from the national one to the nearest.
    func chain(region: String) -> [String] {
        let prefixes = [2, 4, 6].filter { $0 <= region.count }.map { "cn-" + region.prefix($0) }
        return (["cn"] + prefixes).filter { files[$0] != nil }
    }

    /// The years that some profile of a folder names, as far as its open end is worth checking.
    package func years(region: String) -> [Int] {
        let texts = (files[region] ?? [:]).filter { $0.key.hasPrefix("profiles/") && $0.key.hasSuffix(".yaml") }
        var years: Set<Int> = []
        for (path, text) in texts {
            guard let root = try? YamlNode.document(text, file: path), let pairs = try? root.pairs() else { continue }
            let entries = Dictionary(pairs.map { ($0.key, $0.value) }, uniquingKeysWith: { $1 })
            guard let range = try? yearRange(entries, in: root) else { continue }
            years.formUnion(range.lowerBound...min(range.upperBound, max(range.lowerBound, lastKnownYear)))
        }
        return years.sorted()
    }

    /// A definition that has versions by year must hold in every year between its first and its last.
    package func checkGaps() throws {
        for (place, texts) in files.sorted(by: { $0.key < $1.key }) {
            var spans: [String: [(years: ClosedRange<Int>, file: String)]] = [:]
            for (path, text) in texts.sorted(by: { $0.key < $1.key }) where path.hasSuffix(".yaml") {
                guard let slash = path.firstIndex(of: "/") else { continue }
                let root = try documents.document(text, file: place + "/" + path)
                let entries = Dictionary(try root.pairs().map { ($0.key, $0.value) }, uniquingKeysWith: { $1 })
                let folder = String(path[..<slash])
                // A place prints papers of a kind by some profile in every year, under whatever id.
                let id =
                    folder == "profiles"
                    ? try folder + (entries["材料"]?.text() ?? "") : try entries.required("编号", in: root).text()
                spans[folder + "/" + id, default: []].append((try yearRange(entries, in: root), root.file))
            }
            for (key, versions) in spans {
                let ordered = versions.sorted { $0.years.lowerBound < $1.years.lowerBound }
                for (earlier, later) in zip(ordered, ordered.dropFirst())
                where later.years.lowerBound > earlier.years.upperBound + 1 {
                    let id = String(key[(key.firstIndex(of: "/").map(key.index(after:)) ?? key.startIndex)...])
                    let gap = (earlier.years.upperBound + 1, later.years.lowerBound - 1)
                    throw StandardsFault(.gapInYears(id: id, from: gap.0, to: gap.1), file: later.file)
                }
            }
        }
    }

    /// The newest year that the code lists are known for; an open end is checked as far as this.
    private var lastKnownYear: Int {
        guard let (file, text) = nearest(Self.coverage, region: ""),
            let root = try? YamlNode.document(text, file: file),
            let entries = try? root.mapping(allowed: ["编码核对到"]), let year = try? entries["编码核对到"]?.number()
        else { return 0 }
        return year
    }

    private static let coverage = "coverage.yaml"

    /// The YAML files of a folder that hold in a year; a nearer region's definition of an id takes the place of a farther
    /// one's.
    ///
    /// - Parameter kind: of paper; nil = of any.
    func definitions(_ folder: String, region: String, year: Int, kind: PaperKind? = nil) throws -> [(
        id: String, node: YamlNode, region: String
    )] {
        var byId: [String: (node: YamlNode, region: String)] = [:]
        for place in chain(region: region) {
            for file in inFolders[place]?[folder] ?? [] where file.isYaml {
                let root = try documents.document(file.text, file: file.path)
                let entries = Dictionary(try root.pairs().map { ($0.key, $0.value) }, uniquingKeysWith: { $1 })
                let id = try entries.required("编号", in: root).text()
                guard try yearRange(entries, in: root).contains(year),
                    try kind.map({ try isOf($0, entries) }) ?? true
                else { continue }
                if let earlier = byId[id], earlier.region == place {
                    throw root.fault(.overlappingYears(id: id, other: earlier.node.file))
                }
                byId[id] = (root, place)
            }
        }
        return byId.map { ($0.key, $0.value.node, $0.value.region) }.sorted { $0.id < $1.id }
    }

    /// The nearest region's text of a file, with its path.
    func nearest(_ path: String, region: String) -> (file: String, text: String)? {
        for place in chain(region: region).reversed() {
            if let text = files[place]?[path] { return (place + "/" + path, text) }
        }
        return nil
    }
}
