/// documents of a folder or an archive with what they hold → which of them are one paper.
///
/// A department's account of itself is often several files: the sentences, the tables, the forms of self-evaluation, the
/// report. What is another edition of the same, another unit's or another year's stays apart, and so does whatever could
/// go with two papers.
package struct DocumentGroups: Sendable {
    package struct Group: Sendable {
        /// The documents by number; the one whose sentences tell most comes first, then the rest of the accounts.
        package fileprivate(set) var accounts: [Int]
        package fileprivate(set) var attachments: [Int] = []
        fileprivate let folder: Substring
        fileprivate var contents: [PaperContents]

        package var documents: [Int] { accounts + attachments }

        fileprivate func takes(_ other: PaperContents) -> Bool {
            contents.allSatisfy { !$0.repeats(other) }
        }
    }

    package private(set) var groups: [Group] = []

    /// - Parameter documents: path and contents of each, by number.
    package init(_ documents: [(number: Int, path: String, contents: PaperContents)]) {
        let accounts = documents.filter(\.contents.isOfAccounts)
        // The names of those that tell most are known before those of tables alone, which may have none.
        for document in accounts.sorted(by: {
            ($1.contents.sectionCount, $0.number) < ($0.contents.sectionCount, $1.number)
        }) {
            addAccounts(document.number, document.path, document.contents)
        }
        for document in documents where !document.contents.isOfAccounts {
            attach(document.number, path: document.path, document.contents)
        }
        for index in groups.indices {
            groups[index].attachments.sort()
            groups[index].accounts[1...].sort()
        }
    }

    private mutating func addAccounts(_ number: Int, _ path: String, _ contents: PaperContents) {
        let folder = Self.folder(of: path)
        let fitting = groups.indices.filter {
            groups[$0].folder == folder && groups[$0].contents.allSatisfy(contents.fits) && groups[$0].takes(contents)
        }
        let named = fitting.filter { groups[$0].contents.contains(where: contents.isOfSameUnit) }
        if let index = named.first ?? (fitting.count == 1 ? fitting[0] : nil) {
            groups[index].accounts.append(number)
            groups[index].contents.append(contents)
        } else {
            groups.append(Group(accounts: [number], folder: folder, contents: [contents]))
        }
    }

    /// Adds a document that is none of accounts to the one paper of the nearest folder that it can go with.
    package mutating func attach(_ number: Int, path: String, _ contents: PaperContents) {
        guard !contents.isEmpty, !contents.isOfAccounts else { return }
        let near = nearest(to: path)
        let fitting = near.filter { groups[$0].contents[0].fits(contents) }
        // Of one unit and year, whichever of its editions.
        guard let first = fitting.first,
            fitting.allSatisfy({ groups[$0].contents[0].isOfSameUnit(as: groups[first].contents[0]) || $0 == first }),
            let index = fitting.first(where: { groups[$0].takes(contents) })
        else { return }
        groups[index].attachments.append(number)
        groups[index].contents.append(contents)
    }

    /// The year that a document of a folder is of where it does not say so: that of the papers beside it.
    package func year(beside path: String) -> Int? {
        let years = Set(nearest(to: path).flatMap { groups[$0].contents.map(\.year) })
        return years.count == 1 ? years.first : nil
    }

    /// The papers of its folder, or of the nearest one around it that has any.
    private func nearest(to path: String) -> [Int] {
        var folder = Self.folder(of: path)
        while true {
            let found = groups.indices.filter { groups[$0].folder == folder }
            if !found.isEmpty || folder.isEmpty { return found }
            folder = Self.folder(of: folder)
        }
    }

    private static func folder(of path: some StringProtocol) -> Substring {
        let path = String(path)
        return path.lastIndex(of: "/").map { path[..<$0] } ?? ""
    }
}
