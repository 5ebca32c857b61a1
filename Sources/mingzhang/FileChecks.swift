import Audit
import Dispatch
import Fiscal
import Publication
import Standards
import Synchronization

/// Checks many files at once, and those that are one paper together.
struct FileChecks: Sendable {
    let input: CheckInput
    /// Whether tails of rounding are findings too.
    let reportsTails: Bool
    var prior: CheckInput.Prior?
    var department: UnderstoodPaper?
    var book: CheckInput.Reference?

    /// What became of one document by itself.
    private struct Single: Sendable {
        let file: CheckedFile
        /// nil where it was not understood.
        let contents: PaperContents?
    }

    init(input: CheckInput, reportsTails: Bool) {
        self.input = input
        self.reportsTails = reportsTails
    }

    /// In the order in which they were named; documents of one paper stand where the first of them does.
    ///
    /// Each is checked by itself before it is known which go together, so that no more of them are kept in memory than
    /// there are cores.
    func results(of subjects: [CheckInput.Subject]) throws -> [CheckedFile] {
        let progress = CheckProgress(count: subjects.count)
        defer { progress.end() }
        let singles = each(subjects.count) { index in
            progress.begin(index, subjects[index].name)
            defer { progress.end(index) }
            return single(subjects[index], isAlone: subjects.count == 1)
        }
        var results: [Int: CheckedFile] = [:]
        for (index, single) in singles.enumerated() { results[index] = single.file }
        let groups = groups(subjects, singles, &results).filter { $0.documents.count > 1 }
        let together = each(groups.count) { joined(groups[$0], subjects) }
        for (group, file) in zip(groups, together) {
            for index in group.documents { results[index] = nil }
            results[group.documents.min() ?? 0] = file
        }
        return results.sorted { $0.key < $1.key }.map(\.value)
    }

    /// Side by side, in order.
    private func each<Value: Sendable>(_ count: Int, _ work: @Sendable (Int) -> Value) -> [Value] {
        let language = MessageLanguage.current
        let done = Mutex<[Value?]>(Array(repeating: nil, count: count))
        DispatchQueue.concurrentPerform(iterations: count) { index in
            let value = MessageLanguage.$current.withValue(language) { work(index) }
            done.withLock { $0[index] = value }
        }
        return done.withLock { $0 }.compactMap { $0 }
    }

    private func single(_ subject: CheckInput.Subject, isAlone: Bool) -> Single {
        var contents: PaperContents?
        let file = CheckedFile(subject.name, isAttachment: subject.isAttachment) {
            let paper = try subject.open()
            if subject.package != nil { contents = PaperContents(paper) }
            return try report(paper, isConcurrent: isAlone)
        }
        return Single(file: file, contents: contents)
    }

    // MARK: - Several documents as one paper

    /// - Parameter results: takes what a document without a year comes to, checked as one of the year of those beside it.
    private func groups(
        _ subjects: [CheckInput.Subject], _ singles: [Single], _ results: inout [Int: CheckedFile]
    ) -> [DocumentGroups.Group] {
        let packages = Set(subjects.compactMap(\.package)).sorted()
        return packages.flatMap { package -> [DocumentGroups.Group] in
            let own = subjects.indices.filter { subjects[$0].package == package }
            var groups = DocumentGroups(
                own.compactMap { index in singles[index].contents.map { (index, subjects[index].name, $0) } })
            let years = own.filter { singles[$0].file.lacksYear }.compactMap { index in
                groups.year(beside: subjects[index].name).map { (index: index, year: $0) }
            }
            let read = each(years.count) { single(subjects[years[$0].index], ofYear: years[$0].year) }
            for (index, single) in zip(years.map(\.index), read) {
                results[index] = single.file
                if let contents = single.contents {
                    groups.attach(index, path: subjects[index].name, contents)
                }
            }
            return groups.groups
        }
    }

    /// A document that does not say of which year it is, as one of the year of the papers beside it: without any form it is
    /// an attachment of theirs.
    private func single(_ subject: CheckInput.Subject, ofYear year: Int) -> Single {
        var contents: PaperContents?
        let file = CheckedFile(subject.name, isAttachment: true) {
            guard let member = subject.member else { throw CommandFault.unreadable(subject.name) }
            let paper = try input.paper(member, name: subject.name, year: year)
            contents = PaperContents(paper)
            return try report(paper, isConcurrent: false)
        }
        return Single(file: file, contents: contents)
    }

    private func joined(_ group: DocumentGroups.Group, _ subjects: [CheckInput.Subject]) -> CheckedFile {
        CheckedFile(subjects[group.documents[0]].name) {
            let (checked, rules) = try report(input.joined(group, of: subjects), isConcurrent: false)
            return (checked.naming(subjects[group.documents[0]].member?.name ?? ""), rules)
        }
    }

    // MARK: - One paper

    private func report(_ paper: UnderstoodPaper, isConcurrent: Bool) throws -> (AuditReport, [Rule]) {
        let ruled = try input.rules.of(paper.standards)
        var options = AuditOptions(
            prior: prior?.paper, department: department, book: book.map { CheckInput.facts($0, for: paper) },
            rules: ruled.rules, words: ruled.words, reportsTails: reportsTails)
        options.bookForms = book.map { CheckInput.forms($0, for: paper) } ?? []
        options.isConcurrent = isConcurrent
        var report = Auditor.audit(paper, options: options)
        if case .noYear? = prior { report.companions[.prior] = .noYear }
        return (report, ruled.rules)
    }
}
