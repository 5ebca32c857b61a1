import Fiscal
package import Standards

/// One unit's book that goes into a department's.
package struct ConsolidationSource: Sendable {
    package let name: String
    package let book: Book
    /// Where its folder is, relative to the new book's.
    package let path: String

    package init(name: String, book: Book, path: String) {
        self.name = name
        self.book = book
        self.path = path
    }
}

/// Why books cannot be put together.
package enum ConsolidationFault: Error, Hashable, Sendable {
    case differentYears([String])
    case differentRegions([String])
    case differentNames([String])
    case sharedUnit(code: String, books: [String])
    case codeTaken(String)
}

/// What a person should know of the new book.
package enum ConsolidationNote: Hashable, Sendable {
    case summed(sheet: String, what: String, amount: Int64, isMoney: Bool)
    /// Some units state it, others do not: not summed.
    case notSummed(sheet: String, what: String, stated: Int, units: Int)
    /// An average: what the books state is not the department's when added up.
    case notAdditive(sheet: String, what: String)
    /// A total that may hold what units gave each other: not summed.
    case mayHoldTransfers(sheet: String, what: String, amount: Int64)
    case leftOut(setting: String)
    case renamed(code: String, to: String)
    /// Subjects of evaluation of several books that share a code.
    case subjectRenamed(book: String, code: String, to: String)
}

/// Puts the books of units together into their department's: every line kept, with the book it came from.
package struct Consolidation {
    package struct Result: Sendable {
        package var settings: [(key: String, value: String)]
        package var sheets: [RawSheet]
        package var notes: [ConsolidationNote]
    }

    static let sourceColumn = "备注来源"

    let sources: [ConsolidationSource]
    let standards: Standards
    private let department: String
    private let rootCode: String
    /// The unit that is called like its department, as its 本级 often is: in the new book it is told apart.
    let headUnit: (code: String, name: String)?
    /// New codes of subjects of evaluation by the name of their book; codes that only one book has stay.
    let subjectCodes: [String: [String: String]]
    /// The department's own unit code in every book, where they share one.
    private let sharedRoot: String?

    /// - Parameters:
    ///   - department: full name; empty = as the books say.
    ///   - code: unit code of a new root; empty = one made from the units' codes.
    package init(
        _ sources: [ConsolidationSource], standards: Standards, department: String, code: String
    ) throws(ConsolidationFault) {
        self.sources = sources
        self.standards = standards
        let roots = sources.compactMap(\.book.units.root)
        let isShared = Set(roots.map { [$0.code, $0.name] }).count == 1
        sharedRoot = isShared ? roots.first?.code : nil
        subjectCodes = Self.subjectCodes(sources, isShared: isShared)
        let names = Set(sources.map(\.book.settings.department)).sorted()
        if !department.isEmpty {
            self.department = department
        } else if let root = roots.first, isShared {
            self.department = root.name
        } else if names.count == 1, let name = names.first {
            self.department = name
        } else {
            throw .differentNames(names)
        }
        let name = self.department
        headUnit = isShared ? nil : roots.first { $0.name == name }.map { ($0.code, name + UnitTree.ownSuffix) }
        let taken = Set(sources.flatMap { $0.book.units.units.map(\.code) })
        rootCode = sharedRoot ?? (code.isEmpty ? Self.newCode(roots.map(\.code), taken: taken) : code)
        if !isShared, taken.contains(rootCode) { throw .codeTaken(rootCode) }
        try checkUnits()
    }

    /// What the units' codes begin with, without zeros at its end; else 部门 with a number that is free.
    private static func newCode(_ codes: [String], taken: Set<String>) -> String {
        var prefix = codes.first ?? ""
        for code in codes { while !code.hasPrefix(prefix) { prefix.removeLast() } }
        while prefix.hasSuffix("0") { prefix.removeLast() }
        if !prefix.isEmpty, !taken.contains(prefix) { return prefix }
        return (0...).lazy.map { $0 == 0 ? "部门" : "部门\($0)" }.first { !taken.contains($0) } ?? "部门"
    }

    /// A code that subjects of several books bear is told apart by their unit's, or by the book where units are the same.
    private static func subjectCodes(
        _ sources: [ConsolidationSource], isShared: Bool
    ) -> [String: [String: String]] {
        let books = Dictionary(
            grouping: sources.flatMap { source in Set(source.book.evaluation.subjects.map(\.code)) }, by: { $0 })
        let taken = Set(books.filter { $0.value.count > 1 }.keys)
        var result: [String: [String: String]] = [:]
        for source in sources {
            let prefix = isShared ? source.name : source.book.units.root?.code ?? source.name
            for subject in source.book.evaluation.subjects where taken.contains(subject.code) {
                result[source.name, default: [:]][subject.code] = prefix + "-" + subject.code
            }
        }
        return result
    }

    /// Years and places agree, and no unit keeps accounts in two books.
    private func checkUnits() throws(ConsolidationFault) {
        let years = Set(sources.map(\.book.settings.year.number))
        if years.count > 1 {
            throw .differentYears(sources.map { "\($0.name) \($0.book.settings.year.number)" })
        }
        if region == nil { throw .differentRegions(sources.map { "\($0.name) \($0.book.settings.region)" }) }
        var owners: [String: [String]] = [:]
        for source in sources {
            for unit in source.book.units.units where unit.code != sharedRoot {
                owners[unit.code, default: []].append(source.name)
            }
        }
        if let twice = owners.filter({ $0.value.count > 1 }).min(by: { $0.key < $1.key }) {
            throw .sharedUnit(code: twice.key, books: twice.value)
        }
    }

    /// The code that covers all books' regions; nil where they do not lie in one province.
    private var region: String? {
        let codes = sources.map(\.book.settings.region)
        guard let first = codes.first else { return nil }
        if Set(codes).count == 1 { return first }
        for length in [4, 2] where Set(codes.map { $0.prefix(length) }).count == 1 {
            return String((first.prefix(length) + "000000").prefix(6))
        }
        return nil
    }

    package func joined() -> Result {
        let definitions = standards.sheets.sorted { ($0.order, $0.id) < ($1.order, $1.id) }
        var notes: [ConsolidationNote] = []
        var sheets: [RawSheet] = []
        for definition in definitions {
            var joiner = SheetJoiner(
                definition: definition, consolidation: self, rootCode: rootCode, sharedRoot: sharedRoot)
            if definition.role == .units, sharedRoot == nil { joiner.addRoot(named: department) }
            for source in sources { joiner.add(source) }
            if definition.facts.contains(where: { $0.use == .stated }) { notes += joiner.addSums() }
            sheets.append(joiner.sheet())
        }
        for source in sources {
            for (code, to) in (subjectCodes[source.name] ?? [:]).sorted(by: { $0.key < $1.key }) {
                notes.append(.subjectRenamed(book: source.name, code: code, to: to))
            }
        }
        if let headUnit { notes.append(.renamed(code: headUnit.code, to: headUnit.name)) }
        let books = sources.map(\.book.settings)
        if books.contains(where: { !$0.priorBook.isEmpty }) { notes.append(.leftOut(setting: "上年账套")) }
        if books.contains(where: { !$0.approvalDate.isEmpty }) { notes.append(.leftOut(setting: "批复日期")) }
        return Result(settings: settings, sheets: sheets, notes: notes)
    }

    private var settings: [(key: String, value: String)] {
        let books = sources.map(\.book.settings)
        var result = [
            ("格式", "1"), ("部门", department), ("年度", "\(books.first?.year.number ?? 0)"), ("地区", region ?? ""),
            ("公开类型", BookSettings.Kind.department.rawValue),
        ]
        for (key, values) in [("变体", books.map(\.variant)), ("零值", books.map(\.zeroStyle))] {
            if let value = values.first, !value.isEmpty, Set(values).count == 1 { result.append((key, value)) }
        }
        return result
    }
}
