import Fiscal
import Ledger
import Publication
import Standards

/// What a check is given, understood: a published file, or a book, which is checked as it would be printed.
struct CheckInput {
    let library: StandardsLibrary
    let region: String?
    let year: Int?

    func understood(_ path: String) throws -> UnderstoodPaper {
        let loaded = try LoadedBook(path: path, library: library)
        let root = loaded.book.units.root?.code ?? ""
        let scope = BuildScope(unit: root, name: "", kind: loaded.book.settings.kind, folder: "")
        let package = try BuiltPackage(loaded, scope: scope)
        return UnderstoodPaper(package.publication, standards: loaded.standards, file: path)
    }

    /// A book to hold papers against.
    struct Reference: Sendable {
        let book: Book
        let standards: Standards
    }

    func book(_ path: String) throws -> Reference {
        let loaded = try LoadedBook(path: path, library: library)
        return Reference(book: loaded.book.withheld(loaded.standards), standards: loaded.standards)
    }

    /// The facts of the unit that a paper is about: the one of its name, else the whole book's.
    static func facts(_ reference: Reference, for paper: UnderstoodPaper) -> FactBase {
        let units = reference.book.units
        let unit = units.find(paper.unit) ?? units.root?.code ?? ""
        return FactBase(book: reference.book, standards: reference.standards, unit: unit)
    }
}
