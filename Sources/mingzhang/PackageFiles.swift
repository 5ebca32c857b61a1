import Documents
import Foundation

/// The documents behind a path: one file, or those of a folder or an archive, in an order that is always the same.
struct PackageFiles {
    /// One document, read when it is asked for.
    struct Member: Sendable {
        /// What it is called below the path; of a single file its own name.
        let name: String
        /// Where it stands as a file of its own; nil within an archive.
        let file: String?
        private let content: @Sendable () throws -> [UInt8]

        init(name: String, file: String? = nil, content: @escaping @Sendable () throws -> [UInt8]) {
            self.name = name
            self.file = file
            self.content = content
        }

        /// Its bytes; a fault names the member.
        func bytes() throws -> [UInt8] {
            do { return try content() } catch let fault as DocumentFault {
                throw CommandFault.document(file: name, fault)
            }
        }
    }

    let path: String
    /// Sorted by name, numbers by their value: 附件2 before 附件10.
    let members: [Member]
    /// Names of files that are no documents by their names and were passed over.
    let skipped: [String]
    /// Whether it is a folder or an archive.
    let isPackage: Bool

    /// Bytes of one file.
    static let sizeLimit = 512 << 20
    /// Files of one folder or archive; no package has as many.
    static let countLimit = 2_000
    private static let depthLimit = 8
    private static let endings: Set = [
        "pdf", "docx", "docm", "doc", "wps", "rtf", "odt", "xlsx", "xlsm", "xls", "et", "ods", "html", "htm", "mht",
        "txt",
        "ofd", "pptx", "ppt", "zip", "rar", "7z",
    ]

    init(path: String, limits: ZipLimits = .standard) throws {
        self.path = path
        let name = URL(fileURLWithPath: path).lastPathComponent
        if FileBytes.isFolder(path) {
            let folder = try PackageFolder(path)
            (members, skipped) = (try folder.members(limits: limits), folder.skipped)
            isPackage = true
        } else {
            let bytes = try Self.read(path)
            if Self.isArchive(bytes, limits: limits) {
                let archive = try PackageArchive(bytes, name: name, limits: limits)
                (members, skipped) = (archive.members(prefix: ""), archive.skipped)
                isPackage = true
            } else {
                members = [Member(name: name, file: path) { bytes }]
                (skipped, isPackage) = ([], false)
            }
        }
        guard !members.isEmpty else { throw CommandFault.noDocuments(path) }
        guard members.count <= Self.countLimit else {
            throw CommandFault.tooManyDocuments(path, count: members.count, limit: Self.countLimit)
        }
    }

    static func read(_ path: String) throws -> [UInt8] {
        let size = (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? NSNumber)?.intValue ?? 0
        guard size <= sizeLimit else {
            let name = URL(fileURLWithPath: path).lastPathComponent
            throw CommandFault.document(file: name, .file(.tooLarge(size, limit: sizeLimit)))
        }
        return try FileBytes.read(path)
    }

    /// Whether it is a ZIP that is no document; a damaged one is left to be reported as a document.
    static func isArchive(_ bytes: [UInt8], limits: ZipLimits) -> Bool {
        (try? FileKind(bytes, limits: limits)) == .zip
    }

    /// Whether a name is a document's; what programs leave behind is none.
    static func isDocument(_ name: String) -> Bool {
        let file = name.split(separator: "/").last ?? ""
        guard !isLitter(name), let dot = file.lastIndex(of: ".") else { return false }
        return endings.contains(file[file.index(after: dot)...].lowercased())
    }

    static func isLitter(_ name: String) -> Bool {
        name.split(separator: "/").contains { $0.hasPrefix(".") || $0.hasPrefix("~$") || $0 == "__MACOSX" }
            || ["Thumbs.db", "desktop.ini"].contains { name.hasSuffix($0) }
    }

    /// By scalars, runs of digits by their value.
    static func precedes(_ first: String, _ second: String) -> Bool {
        var (left, right) = (first.unicodeScalars[...], second.unicodeScalars[...])
        while let a = left.first, let b = right.first {
            if let x = digits(&left), let y = digits(&right) {
                if x != y { return x.count == y.count ? x < y : x.count < y.count }
                continue
            }
            if a != b { return a.value < b.value }
            left = left.dropFirst()
            right = right.dropFirst()
        }
        if left.isEmpty != right.isEmpty { return left.isEmpty }
        return first.utf8.lexicographicallyPrecedes(second.utf8)
    }

    /// Takes the digits at the beginning, without leading zeros; nil and nothing taken where there are none.
    private static func digits(_ text: inout Substring.UnicodeScalarView) -> String? {
        let run = text.prefix { (0x30...0x39).contains($0.value) }
        guard !run.isEmpty else { return nil }
        text = text.dropFirst(run.count)
        return String(String.UnicodeScalarView(run.drop { $0 == "0" }))
    }

    /// The documents of a folder, those in folders below it too.
    private struct PackageFolder {
        private let path: String
        private var names: [String] = []
        private(set) var skipped: [String] = []

        init(_ path: String) throws {
            self.path = path
            try list("", depth: 0)
            names.sort(by: PackageFiles.precedes)
            skipped.sort(by: PackageFiles.precedes)
        }

        private mutating func list(_ below: String, depth: Int) throws {
            let folder = path + "/" + below
            guard let listed = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
                throw CommandFault.unreadable(folder)
            }
            for name in listed where !PackageFiles.isLitter(name) {
                let full = below + name
                let kind =
                    try? FileManager.default.attributesOfItem(atPath: path + "/" + full)[.type] as? FileAttributeType
                switch kind {
                // Links to folders may lead anywhere, also back; they are not followed.
                case .typeDirectory?: if depth < PackageFiles.depthLimit { try list(full + "/", depth: depth + 1) }
                case .typeSymbolicLink? where FileBytes.isFolder(path + "/" + full): skipped.append(full)
                case .typeRegular?, .typeSymbolicLink?:
                    if PackageFiles.isDocument(name) { names.append(full) } else { skipped.append(full) }
                default: skipped.append(full)
                }
                guard names.count <= PackageFiles.countLimit else {
                    throw CommandFault.tooManyDocuments(path, count: names.count, limit: PackageFiles.countLimit)
                }
            }
        }

        /// Archives among the files are opened, those within them not.
        func members(limits: ZipLimits) throws -> [Member] {
            names.flatMap { name -> [Member] in
                let file = path + "/" + name
                let plain = Member(name: name, file: file) { try PackageFiles.read(file) }
                guard name.lowercased().hasSuffix(".zip"), let bytes = try? PackageFiles.read(file),
                    PackageFiles.isArchive(bytes, limits: limits),
                    let archive = try? PackageArchive(bytes, name: name, limits: limits)
                else { return [plain] }
                return archive.members(prefix: name + "/")
            }
        }
    }
}

/// The documents of a ZIP; names in GBK are already text.
struct PackageArchive {
    let skipped: [String]
    private let names: [String]
    private let zip: ZipReader
    private let limits: ZipLimits

    init(_ bytes: [UInt8], name: String, limits: ZipLimits) throws {
        do throws(DocumentFault) {
            zip = try ZipReader(bytes, limits: limits)
        } catch { throw CommandFault.document(file: name, error) }
        self.limits = limits
        let files = zip.entries.map(\.name).filter { !PackageFiles.isLitter($0) }.sorted(by: PackageFiles.precedes)
        names = files.filter { PackageFiles.isDocument($0) }
        skipped = files.filter { !PackageFiles.isDocument($0) }
    }

    /// - Parameter prefix: put before the names.
    func members(prefix: String) -> [PackageFiles.Member] {
        names.map { name in
            PackageFiles.Member(name: prefix + name) { [zip, limits] in
                let bytes = try zip.contents(of: name) ?? []
                guard !PackageFiles.isArchive(bytes, limits: limits) else { throw DocumentFault.file(.nestedArchive) }
                return bytes
            }
        }
    }
}
