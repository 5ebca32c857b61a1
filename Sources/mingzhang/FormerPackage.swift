import Fiscal
import Foundation
import Ledger

/// What an earlier build left in a folder, by its package.json; nothing else of the folder is ever touched.
struct FormerPackage {
    static let listName = "package.json"

    struct Listed: Decodable {
        let name: String
        let sha256: String
    }

    /// What became of the files that the new build does not write.
    struct Outcome {
        let removed: [String]
        /// Changed since they were written.
        let kept: [String]
    }

    private struct List: Decodable {
        let standards: String
        let files: [Listed]
    }

    private let folder: String
    private var stale: [Listed]
    private var listIsStale = false

    /// nil where no build of ours left a list, or where the folder is the book's own: its files may bear the same names.
    init?(folder: String, book: String) {
        let places = [folder, book].map { URL(fileURLWithPath: $0).resolvingSymlinksInPath().standardizedFileURL.path }
        guard places[0] != places[1], let data = FileManager.default.contents(atPath: folder + "/" + Self.listName),
            let list = try? JSONDecoder().decode(List.self, from: data)
        else { return nil }
        self.folder = folder
        stale = list.files
    }

    /// Other formats of the same paper stay: a build may write only some.
    func without(_ names: [String], title: String) -> FormerPackage {
        var result = self
        let own = Set(names + PackageFormat.allCases.map { title + "." + $0.rawValue })
        result.stale.removeAll { own.contains($0.name) || !Self.isPlain($0.name) }
        result.listIsStale = !names.contains(Self.listName) && !result.stale.isEmpty
        return result
    }

    /// A name that leads nowhere else.
    private static func isPlain(_ name: String) -> Bool {
        !name.isEmpty && !name.hasPrefix(".") && !name.contains("/") && !name.contains("\0")
    }

    /// - Returns: nil where there was nothing.
    func remove() -> Outcome? {
        var (removed, kept): ([String], [String]) = ([], [])
        for file in stale {
            let path = folder + "/" + file.name
            let about = try? FileManager.default.attributesOfItem(atPath: path)
            guard about?[.type] as? FileAttributeType == .typeRegular else { continue }
            let isOwn = (try? FileBytes.read(path)).map { FileChecksum.text($0) == file.sha256 } ?? false
            if isOwn, (try? FileManager.default.removeItem(atPath: path)) != nil {
                removed.append(file.name)
            } else {
                kept.append(file.name)
            }
        }
        // It tells of files that are gone.
        if listIsStale { try? FileManager.default.removeItem(atPath: folder + "/" + Self.listName) }
        return removed.isEmpty && kept.isEmpty ? nil : Outcome(removed: removed.sorted(), kept: kept.sorted())
    }
}

extension FormerPackage.Outcome {
    var message: String {
        switch MessageLanguage.current {
        case .chinese: chinese
        case .english: english
        }
    }

    private var chinese: String {
        let gone = removed.isEmpty ? [] : ["这个文件夹里上次生成的 \(Self.list(removed, "、")) 不属于这次的材料，已删去"]
        let left = kept.isEmpty ? [] : ["上次生成的 \(Self.list(kept, "、")) 不属于这次的材料，但生成以后改动过，没有动它，请自行处理"]
        return (gone + left).joined(separator: "；") + "。不同的材料要并存，请用 -o 写到不同的文件夹。"
    }

    private var english: String {
        let gone =
            removed.isEmpty
            ? []
            : ["removed from this folder what an earlier build wrote of another paper: \(Self.list(removed, ", "))"]
        let left =
            kept.isEmpty
            ? [] : ["left alone, since it was changed after an earlier build wrote it: \(Self.list(kept, ", "))"]
        return (gone + left).joined(separator: "; ")
            + ". To keep papers side by side, give each its own folder with -o."
    }

    private static func list(_ names: [String], _ comma: String) -> String {
        names.map(\.quoted).joined(separator: comma)
    }
}
