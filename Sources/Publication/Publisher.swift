import Fiscal
package import Ledger
import Narrative
import Paper
import Performance
import Standards
import Statements

/// facts + profile → publication.
package struct Publisher {
    private let facts: FactBase
    private let options: PublicationOptions
    private let style: PrintStyle
    private let tables: [Table]
    private let performance: PerformancePart
    /// Sentences by the ids of their phrases, and what the book has and no form or sentence prints.
    private let narrated: [[String]: Narration]
    private let unprinted: [BookFault]
    private var narration = Narration()
    private var headings: [String: String] = [:]
    private var undefined: [String] = []
    private var unconfirmed: [String] = []
    private var sections: [Section] = []
    private var open = Section()

    private var book: Book { facts.book }
    private var standards: Standards { facts.standards }
    private var noun: String { PrintedAccounts.noun(options) }
    private var unitName: String { facts.unitName }

    private init(facts: FactBase, options: PublicationOptions) {
        self.facts = facts
        self.options = options
        let zero = Profile.ZeroStyle(rawValue: facts.book.settings.zeroStyle) ?? facts.standards.profile.zero
        style = PrintStyle(
            zero: zero, noun: PrintedAccounts.noun(options),
            unitName: facts.unitName,
            year: facts.book.settings.year.number, adjusted: options.adjusted)
        let (performance, accounts) = PrintedAccounts.made(facts, options: options, style: style)
        self.performance = performance
        (tables, narrated, unprinted) = (accounts.tables, accounts.narrated, accounts.unprinted)
    }

    /// - Parameter facts: the scope that is published: the department, or one unit.
    package static func publish(_ facts: FactBase, options: PublicationOptions) -> Publication {
        var publisher = Publisher(facts: facts, options: options)
        return publisher.publish()
    }

    private mutating func publish() -> Publication {
        sections = [
            cover(), Section(role: .contents, blocks: [.paragraph(Paragraph("目录", style: .title)), .contents()]),
        ]
        if options.part == .performance { return performancePaper() }
        for item in standards.profile.outline { append(item) }
        close()
        let words = OwnWordsCheck(facts)
        narration.missing += words.lost(sentences: narration.sentences.map(\.id))
        let mentions = AttachmentMentions(
            facts, sentences: narration.sentences, hasForms: !performance.documents.isEmpty)
        return publication(titled: options.kind.rawValue, unused: words.unused() + unprinted + mentions.faults())
    }

    /// Forms of performance and nothing else.
    private mutating func performancePaper() -> Publication {
        appendPerformanceProse()
        sections += performance.sections(numberedFrom: nil)
        return publication(titled: performance.title, unused: [])
    }

    private mutating func publication(titled what: String, unused: [BookFault]) -> Publication {
        let asked = Set(narration.missing)
        narration.missing += performance.reports.flatMap(\.missing).filter { !asked.contains($0) }
        let title = "\(unitName)\(book.settings.year.number)年度\(what)"
        let provenance = Provenance(
            department: unitName, year: book.settings.year.number, standards: standards.version, book: book.checksum)
        return Publication(
            paper: Paper(title: title, provenance: provenance, sections: sections), tables: tables,
            narration: narration, headings: headings, undefined: undefined, unconfirmed: unconfirmed,
            unused: unused, attachments: options.part == .accounts ? PublishedAttachment.all(of: facts) : [],
            unitName: unitName, kind: options.kind, part: options.part, performance: performance)
    }

    private func cover() -> Section {
        Section(
            role: .cover,
            blocks: [
                .paragraph(Paragraph("\(book.settings.year.number)年度", style: .title)),
                .paragraph(Paragraph(unitName, style: .title)),
                .paragraph(
                    Paragraph(
                        options.part == .accounts ? options.kind.rawValue : performance.title, style: .title)),
            ])
    }

    /// Ends the section at hand, if anything stands in it.
    private mutating func close(opening orientation: Section.Orientation = .portrait) {
        if !open.blocks.isEmpty { sections.append(open) }
        open = Section(orientation: orientation)
    }

    private func filled(_ text: String) -> String {
        text.replacing("{年}", with: String(book.settings.year.number)).replacing("{单位}", with: unitName)
            .replacing("{类}", with: noun)
    }

    private mutating func append(_ item: Profile.OutlineItem) {
        // Each part begins on a page of its own.
        if item.level == 1 { close() }
        let title = filled(item.title)
        let anchor = "h-\(sections.count)-\(open.blocks.count)"
        open.blocks.append(.heading(level: item.level, Paragraph(title, anchor: anchor)))
        for content in item.content {
            switch content {
            case .text(let name): appendText(name)
            case .units: appendUnits()
            case .phrases(let ids): appendPhrases(ids, under: title)
            case .projects(let ids): appendSummaries(ids, under: title)
            case .forms: appendForms()
            case .definitions: appendDefinitions()
            case .attachments: appendAttachments()
            case .nothing: break
            }
        }
    }

    private mutating func body(_ text: String, anchor: String = "") {
        open.blocks.append(.paragraph(Paragraph(text, anchor: anchor)))
    }

    private mutating func appendText(_ name: String) {
        let paragraphs = book.texts[TextKey(unit: facts.unit, name: name)] ?? []
        if paragraphs.isEmpty {
            narration.missing.append(MissingText(kind: .text(name), sentence: name, context: ""))
            body("【待填：\(name)】")
        }
        for (index, text) in paragraphs.enumerated() {
            body((paragraphs.count > 1 ? "（\(Numerals.chinese(index + 1))）\(text)" : text).closed)
        }
    }

    /// The scope of the accounts: from the tree of units, so that the list and its count cannot differ.
    private mutating func appendUnits() {
        let names = book.units.leaves.filter { facts.scope.contains($0.code) }.map(book.units.ownName)
        let year = book.settings.year.number
        if names.count > 1 {
            body("\(unitName)\(year)年度\(noun)决算汇总公开的单位共\(names.count)个，包括：\(names.joined(separator: "、"))。")
        } else {
            body("\(unitName)\(year)年度\(noun)决算只包括\(names.first ?? unitName)。")
        }
    }

    private mutating func appendPhrases(_ ids: [String], under title: String) {
        let part = narrated[ids] ?? PrintedAccounts.narrate(ids.compactMap { standards.phrases[$0] }, facts, options)
        narration.sentences += part.sentences
        narration.missing += part.missing
        for sentence in part.sentences {
            headings[sentence.id] = title
            body(sentence.text, anchor: "s-" + sentence.id)
        }
    }

    /// What the accounts say of performance, where this paper goes without them.
    private mutating func appendPerformanceProse() {
        let title = "预算绩效情况说明"
        let items = standards.profile.outline.filter { item in
            item.content.contains { content in
                guard case .projects(let ids) = content else { return false }
                return ids.contains { performance.summaries[$0] != nil }
            }
        }
        guard !items.isEmpty else { return }
        open.blocks.append(.heading(level: 2, Paragraph(title, style: .tableTitle, anchor: "h-summary")))
        for content in items.flatMap(\.content) {
            switch content {
            case .phrases(let ids): appendPhrases(ids, under: title)
            case .projects(let ids): appendSummaries(ids, under: title)
            default: break
            }
        }
        close()
    }

    private mutating func appendSummaries(_ ids: [String], under title: String) {
        for id in ids {
            for (index, summary) in (performance.summaries[id] ?? []).enumerated() {
                let sentence = summary.sentence.sentence(
                    id: "\(id).\(summary.subject.record.code).\(index + 1)", phrase: id, of: summary.subject)
                narration.sentences.append(sentence)
                narration.missing += SubjectGaps.missing(
                    summary.sentence, subject: summary.subject, id: sentence.id, standards: facts.standards)
                headings[sentence.id] = title
                body(sentence.text, anchor: "s-" + sentence.id)
            }
        }
    }

    private mutating func appendAttachments() {
        let files = PublishedAttachment.all(of: facts)
        if files.isEmpty, performance.documents.isEmpty { body("无。") }
        for attachment in files { body(attachment.label) }
        for (index, label) in performance.labels.enumerated() { body("附件\(files.count + index + 1)：\(label)") }
        close()
        sections += performance.sections(numberedFrom: files.count + 1)
    }
}

// MARK: - Forms and definitions

extension Publisher {
    private mutating func appendForms() {
        for table in tables {
            close(opening: table.form.isLandscape ? .landscape : .portrait)
            open.blocks.append(
                .heading(level: 2, Paragraph(table.form.title, style: .tableTitle, anchor: table.form.id)))
            if !table.number.isEmpty {
                open.blocks.append(.paragraph(Paragraph(table.number, style: .tableInfo)))
            }
            let unitLabel = filled(standards.profile.unitLabel)
            let moneyLabel = standards.profile.unitOfMoneyLabel
            let info = unitLabel.isEmpty ? moneyLabel : unitLabel + "\t" + moneyLabel
            open.blocks.append(.paragraph(Paragraph(info, style: .tableInfo)))
            open.blocks.append(.grid(table.grid))
            for note in table.notes { open.blocks.append(.paragraph(Paragraph(note, style: .tableNote))) }
            for note in withheldNotes(table) { open.blocks.append(.paragraph(Paragraph(note, style: .tableNote))) }
        }
        let charts = standards.charts.compactMap { ChartBuilder(facts: facts, adjusted: options.adjusted).chart($0) }
        open.blocks += charts.map { .chart($0) }
        close()
    }

    /// Items that may not be disclosed stand in their 款; the form says so.
    private func withheldNotes(_ table: Table) -> [String] {
        let functions = standards.classification(.function)
        let shown = Set(table.figures.values.map(\.coordinates.function))
        return book.undisclosed.compactMap { item in
            guard let group = functions.ancestor(of: item.function, level: 2), shown.contains(group) else { return nil }
            return "“\(functions.name(group))”含依法不予公开的内容，只列到款。\(item.note)"
        }
    }

    private mutating func appendDefinitions() {
        var number = 0
        for (term, entry) in standards.definitions.terms {
            number += 1
            if !entry.isConfirmed { unconfirmed.append("名词解释：\(term)") }
            body("\(number)．\(term)：\(entry.text)")
        }
        let functions = standards.classification(.function)
        let used = Set(tables.flatMap { $0.figures.values.map(\.coordinates.function) })
        for code in used.sorted() where functions.members[code]?.level == 3 {
            number += 1
            let path = [(1, "类"), (2, "款"), (3, "项")].map { level, word in
                functions.ancestor(of: code, level: level).map { "\(functions.name($0))（\(word)）" } ?? ""
            }.joined()
            if functions.members[code]?.isConfirmed == false {
                unconfirmed.append("科目：\(code.text) \(functions.name(code))")
            }
            if let entry = standards.definitions.functions[code] {
                if !entry.isConfirmed { unconfirmed.append("名词解释：\(code.text) \(functions.name(code))") }
                body("\(number)．\(path)：\(entry.text)")
            } else {
                undefined.append("\(code.text) \(functions.name(code))")
                body("\(number)．\(path)（待补释义）")
            }
        }
    }
}
