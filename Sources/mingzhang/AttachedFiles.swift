import Fiscal
import Foundation
import Ledger
import Publication
import Standards

/// The files of a package's attachments: those that lie in the book's folder, and what is to be said of the others.
struct AttachedFiles {
    /// What lies there, by the name of its copy.
    private(set) var files: [(name: String, path: String)] = []
    private(set) var faults: [BookFault] = []

    /// A book that came from elsewhere must not make a package publish other files of the machine, so nothing outside
    /// of its folder is copied, by whatever path or link it is named.
    init(_ package: BuiltPackage, folder: String) {
        let home = URL(fileURLWithPath: folder).standardizedFileURL.resolvingSymlinksInPath().path
        let column = package.facts.standards.sheet(.attachments)?.name(of: .file) ?? ""
        for item in package.publication.attachments {
            func tell(_ kind: BookFault.Kind) {
                let place = package.facts.book.attachmentPlaces[item.attachment]
                faults.append(BookFault(kind, sheet: place?.sheet ?? "", row: place?.row ?? 0, column: column))
            }
            let name = item.attachment.file.replacing("\\", with: "/")
            let path = URL(fileURLWithPath: name.hasPrefix("/") ? name : home + "/" + name)
                .standardizedFileURL.resolvingSymlinksInPath().path
            if !path.hasPrefix(home + "/") {
                tell(.attachmentOutside(item.attachment.file))
            } else if FileManager.default.fileExists(atPath: path), !FileBytes.isFolder(path) {
                files.append((item.fileName, path))
            } else {
                tell(.attachmentMissing(item.attachment.file))
            }
        }
    }
}
