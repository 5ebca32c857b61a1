import Documents
import Fiscal
import Foundation
import Ledger
import Paper
import Performance
import Publication
import Standards

/// What a check is given, understood: published files, or a book, which is checked as it would be printed.
struct CheckInput: Sendable {
    let library: StandardsLibrary
    let region: String?
    let year: Int?
    /// The rules that papers are checked by, read while they are.
    let rules: RuleCache
    private let places: PaperStandards

    init(library: StandardsLibrary, region: String?, year: Int?) throws {
        self.library = library
        self.region = region
        self.year = year
        rules = RuleCache(library)
        var places = try PaperStandards(library: library)
        // A fault in them is told by who asks for them.
        places.whenFound = { [rules] standards in DispatchQueue.global().async { _ = try? rules.of(standards) } }
        self.places = places
    }

    /// One thing to check: a book, or one document of a file, a folder or an archive.
    struct Subject: Sendable {
        let name: String
        /// Its file; nil for a book.
        var member: PackageFiles.Member?
        /// The folder or archive that it was found in; nil for what was named itself.
        var package: String?
        let open: @Sendable () throws -> UnderstoodPaper

        /// Whether it is an attachment of a package, by its name.
        var isAttachment: Bool {
            member?.name.split(separator: "/").last?.hasPrefix(PublishedAttachment.word) ?? false
        }

        var isPdf: Bool {
            guard let member, let bytes = try? member.bytes() else { return false }
            return (try? FileKind(bytes)) == .pdf
        }
    }

    /// What stands behind a path; what cannot be opened at all is a subject that says so when it is asked.
    func subjects(_ path: String) -> [Subject] {
        if Self.isBook(path) { return [Subject(name: path) { try book(asPaper: path) }] }
        do {
            let files = try PackageFiles(path: path)
            return files.members.map { member in
                let name = files.isPackage ? path + "/" + member.name : path
                return Subject(name: name, member: member, package: files.isPackage ? path : nil) {
                    try paper(PaperFile.read(member), name: name, isPart: files.isPackage)
                }
            }
        } catch {
            return [Subject(name: path) { throw error }]
        }
    }

    /// The one paper behind a path.
    func understood(_ path: String) throws -> UnderstoodPaper {
        Self.isBook(path) ? try book(asPaper: path) : try paper(PaperFile.read(path: path), name: path)
    }

    /// Last year's paper, by its own year, whatever year was asked for.
    enum Prior: Sendable {
        case paper(UnderstoodPaper)
        /// It does not say of which year it is.
        case noYear

        var paper: UnderstoodPaper? {
            if case .paper(let paper) = self { return paper }
            return nil
        }
    }

    func prior(_ path: String) throws -> Prior {
        if Self.isBook(path) { return .paper(try book(asPaper: path)) }
        let opened = try PaperFile.read(path: path)
        do {
            return .paper(try PaperReader.read(opened.paper, file: path, places: places, region: region))
        } catch is PaperStandards.NoYear {
            return .noYear
        }
    }

    /// - Parameter year: of the papers beside it, where the document need not say.
    func paper(_ member: PackageFiles.Member, name: String, year: Int) throws -> UnderstoodPaper {
        try paper(PaperFile.read(member), name: name, isPart: true, elseYear: year)
    }

    /// Documents of a package as the one paper that they are.
    func joined(_ group: DocumentGroups.Group, of subjects: [Subject]) throws -> UnderstoodPaper {
        var unread: [UnreadPart] = []
        func opened(_ index: Int) throws -> (file: String, name: String, reading: DocumentReading) {
            let subject = subjects[index]
            guard let member = subject.member else { throw CommandFault.unreadable(subject.name) }
            return (subject.name, member.name, try PaperFile.read(member))
        }
        let first = try opened(group.documents[0])
        var main = try paper(first.reading, name: first.file, isPart: true)
        let others = try group.documents.dropFirst().map { index in
            let (file, name, reading) = try opened(index)
            unread += reading.unread.map { $0.inDocument(name) }
            let isOfAccounts = group.accounts.contains(index)
            if isOfAccounts, main.unit.isEmpty || main.regionChoice == .guessed {
                let other = try paper(reading, name: file, isPart: true)
                if main.unit.isEmpty { main.unit = other.unit }
                if main.regionChoice == .guessed, other.regionChoice != .guessed {
                    (main.standards, main.regionChoice) = (other.standards, other.regionChoice)
                }
            }
            return PaperReader.Document(
                name: name, file: file, paper: reading.paper, part: isOfAccounts ? .body : .attachment)
        }
        var result = PaperReader.read(first.reading.paper, with: others, as: main, places: places)
        result.unread += first.reading.unread + unread
        return result
    }

    /// - Parameters:
    ///   - isPart: whether it is one of a folder: what was asked for is of those that do not say it themselves.
    ///   - elseYear: of a document that says no year and for which none was asked.
    private func paper(
        _ opened: DocumentReading, name: String, isPart: Bool = false, elseYear: Int? = nil
    ) throws -> UnderstoodPaper {
        if let kind = OwnSheets.name(of: opened.paper) { throw CommandFault.notPublished(name, kind: kind) }
        do {
            let file = name.split(separator: "/").last.map(String.init) ?? name
            let saysYear = isPart && places.name(of: opened.paper, names: [file]).year != nil
            var read = try PaperReader.read(
                opened.paper, file: name, places: places, region: region, year: saysYear ? nil : year ?? elseYear)
            read.unread += opened.unread
            return read
        } catch is PaperStandards.NoYear {
            throw CommandFault.noPaperYear(name)
        }
    }

    private func book(asPaper path: String) throws -> UnderstoodPaper {
        let loaded = try LoadedBook(path: path, library: library)
        let root = loaded.book.units.root?.code ?? ""
        let scope = BuildScope(unit: root, name: "", kind: loaded.book.settings.kind, folder: "")
        // Goals are set before there is anything to account for.
        let part = loaded.hasActuals ? PublicationOptions.Part.accounts : .performance
        let package = try BuiltPackage(loaded, scope: scope, options: PublicationOptions(kind: scope.kind, part: part))
        return UnderstoodPaper(package.publication, standards: loaded.standards, file: path)
    }

    /// A folder with a book's settings, or a workbook with a sheet of them.
    private static func isBook(_ path: String) -> Bool {
        if FileBytes.isFolder(path) {
            return [BookFiles.settingsFile, BookFiles.workbookFile].contains {
                FileManager.default.fileExists(atPath: path + "/" + $0)
            }
        }
        guard BookFiles.isWorkbook(path), let bytes = try? FileBytes.read(path, limit: PackageFiles.sizeLimit),
            let workbook = try? WorkbookReader.read(bytes)
        else { return false }
        return workbook.sheets.contains { $0.name == BookFiles.settingsSheet }
    }

    /// A book to hold papers against.
    struct Reference: Sendable {
        let book: Book
        let standards: Standards
        let evaluation: EvaluationBook
    }

    func book(_ path: String) throws -> Reference {
        let loaded = try LoadedBook(path: path, library: library)
        return Reference(
            book: loaded.book.withheld(loaded.standards), standards: loaded.standards,
            evaluation: loaded.evaluation)
    }

    /// The facts of the unit that a paper is about: the one of its name, else the whole book's.
    static func facts(_ reference: Reference, for paper: UnderstoodPaper) -> FactBase {
        FactBase(book: reference.book, standards: reference.standards, unit: reference.unit(of: paper))
    }

    /// The forms of performance that the book prints for that unit, of every stage.
    static func forms(_ reference: Reference, for paper: UnderstoodPaper) -> [EvaluationForm] {
        guard !paper.evaluations.isEmpty, !reference.book.evaluation.isEmpty else { return [] }
        let facts = facts(reference, for: paper)
        return EvaluationLayout.Stage.allCases.flatMap { stage -> [EvaluationForm] in
            var options = PublicationOptions(kind: facts.book.settings.kind, part: .performance, stage: stage)
            options.evaluations = reference.evaluation
            let publication = Publisher.publish(facts, options: options)
            return EvaluationReader(reference.standards.evaluations).forms(in: publication.paper)
        }
    }
}

extension CheckInput.Reference {
    fileprivate func unit(of paper: UnderstoodPaper) -> String {
        book.units.find(paper.unit) ?? book.units.root?.code ?? ""
    }
}

extension UnreadPart {
    fileprivate func inDocument(_ name: String) -> UnreadPart {
        UnreadPart(reason: reason, title: title, place: place.map { .document(name, $0) })
    }
}
