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
        let groups = groups(subjects, singles.map(\.contents))
        let together = each(groups.count) { joined(groups[$0], subjects) }
        var results: [Int: CheckedFile] = [:]
        for (index, single) in singles.enumerated() { results[index] = single.file }
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

    /// Those of more than one document.
    private func groups(
        _ subjects: [CheckInput.Subject], _ contents: [PaperContents?]
    ) -> [DocumentGroups.Group] {
        let packages = Set(subjects.compactMap(\.package)).sorted()
        return packages.flatMap { package -> [DocumentGroups.Group] in
            let own = subjects.indices.filter { subjects[$0].package == package }
            var groups = DocumentGroups(
                own.compactMap { index in contents[index].map { (index, subjects[index].name, $0) } })
            for index in own where contents[index] == nil {
                // What does not say of which year it is may be of that of the papers beside it.
                guard let year = groups.year(beside: subjects[index].name), let member = subjects[index].member,
                    let paper = try? input.paper(member, name: subjects[index].name, year: year)
                else { continue }
                groups.attach(index, path: subjects[index].name, PaperContents(paper))
            }
            return groups.groups.filter { $0.documents.count > 1 }
        }
    }

    private func joined(_ group: DocumentGroups.Group, _ subjects: [CheckInput.Subject]) -> CheckedFile {
        CheckedFile(subjects[group.documents[0]].name) {
            try report(input.joined(group, of: subjects), isConcurrent: false)
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
