/// documents of a folder or an archive with what they hold → which of them are one paper.
///
/// A department's account of itself is often several files: the sentences, the tables, the forms of self-evaluation, the
/// report. What is another edition of the same, another unit's or another year's stays apart, and so does whatever could
/// go with two papers.
package struct DocumentGroups: Sendable {
    package struct Group: Sendable {
        /// The documents by number, in the order of the folder; those with sentences before those of tables alone.
        package fileprivate(set) var accounts: [Int]
        package fileprivate(set) var attachments: [Int] = []
        fileprivate let folder: Substring
        fileprivate var contents: [PaperContents]

        package var documents: [Int] { accounts + attachments }

        fileprivate var isNamed: Bool { contents.contains(where: \.isNamed) }

        fileprivate func takes(_ other: PaperContents) -> Bool { !contents.contains { $0.repeats(other) } }

        fileprivate func fits(_ other: PaperContents) -> Bool { contents.allSatisfy(other.fits) }

        fileprivate func isOfSameUnit(as other: Group) -> Bool {
            contents.contains { own in other.contents.contains(where: own.isOfSameUnit) }
        }
    }

    package private(set) var groups: [Group] = []

    /// - Parameter documents: path and contents of each, by number.
    package init(_ documents: [(number: Int, path: String, contents: PaperContents)]) {
        let accounts = documents.filter(\.contents.isOfAccounts)
        // Whose the sentences are is known before the tables alone, which may not say it.
        for document in accounts.sorted(by: { Self.rank($0).lexicographicallyPrecedes(Self.rank($1)) }) {
            add(document.number, document.path, document.contents)
        }
        let telling = Set(accounts.filter { $0.contents.sectionCount > 0 }.map(\.number))
        for index in groups.indices {
            let own = groups[index].accounts.sorted()
            groups[index].accounts = own.filter(telling.contains) + own.filter { !telling.contains($0) }
        }
        for document in documents where !document.contents.isOfAccounts {
            attach(document.number, path: document.path, document.contents)
        }
    }

    /// Those that say whose they are first, then those that tell most.
    private static func rank(_ document: (number: Int, path: String, contents: PaperContents)) -> [Int] {
        [document.contents.isNamed ? 0 : 1, -document.contents.sectionCount, document.number]
    }

    private mutating func add(_ number: Int, _ path: String, _ contents: PaperContents) {
        let folder = Self.folder(of: path)
        if let index = choice(groups.indices.filter { groups[$0].folder == folder }, for: contents) {
            groups[index].accounts.append(number)
            groups[index].contents.append(contents)
        } else {
            groups.append(Group(accounts: [number], folder: folder, contents: [contents]))
        }
    }

    /// Adds a document that is none of accounts to the one paper of the nearest folder that it can go with.
    package mutating func attach(_ number: Int, path: String, _ contents: PaperContents) {
        guard !contents.isEmpty, !contents.isOfAccounts, let index = choice(nearest(to: path), for: contents) else {
            return
        }
        groups[index].attachments.append(number)
        groups[index].attachments.sort()
        groups[index].contents.append(contents)
    }

    /// Of some papers the one that a document is part of: all that it could go with are of one unit, whichever edition.
    private func choice(_ candidates: [Int], for contents: PaperContents) -> Int? {
        let fitting = candidates.filter { groups[$0].fits(contents) }
        // A note without a name beside them is nobody's rival.
        let named = fitting.filter { groups[$0].isNamed }
        let rivals = named.isEmpty ? fitting : named
        guard let first = rivals.first,
            rivals.allSatisfy({ $0 == first || groups[$0].isOfSameUnit(as: groups[first]) })
        else { return nil }
        return rivals.first { groups[$0].takes(contents) }
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
