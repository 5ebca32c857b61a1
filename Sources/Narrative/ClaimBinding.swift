import Fiscal
import Standards

/// One way a figure could be meant.
struct Reading {
    let figure: Figure
    let key: FactKey
    let subject: Int
    /// Where the words that name it end; the last named wins.
    let anchor: Int
    /// Among readings of the same words: the member named in the clause before the one carried on, before the whole.
    let closeness: Int
}

extension ClaimReader {
    private static let ofWhich = Needle.list("其中")
    private static let semicolons = Needle.list(";")
    static let distributing = Needle.list("分别")
    private static let unitNouns = Needle.list("单位 预算单位 决算单位 独立核算")

    /// What a figure is, where its words say so.
    mutating func bind(_ figure: ScannedFigure, _ clause: ClaimClause, _ text: ClaimText) -> Figure? {
        let aside = text.aside(at: figure.range.lowerBound)
        guard let role = clause.role else {
            if aside == .none { state.current = nil }
            return nil
        }
        if let base = clause.base, aside == .none { state.base = base }
        let reading =
            role == .amount
            ? amount(figure, clause, text, isAside: aside != .none)
            : aside == .free ? nil : derived(role, figure, clause)
        if let reading, isOfYear(reading, figure, text) {
            state.names[reading.figure] = clause.name(endingAt: reading.anchor)
            // 完成预算12万元的…: the base is not what the sentence goes on about.
            let isMain = aside == .none && !(role == .amount && clause.isBaseOfRate)
            if isMain, role == .amount { state.isOfPart = isPart(clause, text) }
            state.bind(reading.figure, about: isMain ? reading.key : nil, subject: reading.subject)
            return reading.figure
        }
        if role == .amount, figure.kind == .count, let units = unitCount(figure, clause, text) { return units }
        // What follows an amount or a subject that was not understood is not about the one before it.
        if aside == .none, role == .amount ? figure.kind == .money : !clause.mentions.isEmpty { state.current = nil }
        return nil
    }

    /// Whether 其中 takes this figure out of one that the sentence printed before it and that is spoken of too; the list
    /// of parts ends with a semicolon.
    private func isPart(_ clause: ClaimClause, _ text: ClaimText) -> Bool {
        let start = clause.range.lowerBound
        guard start > 0, state.displaced == nil, text.sentence(at: start - 1) == text.sentence(at: start) else {
            return false
        }
        return clause.has(Self.ofWhich) || (state.isOfPart && !clause.has(Self.semicolons))
    }

    // MARK: Amounts

    private mutating func amount(
        _ figure: ScannedFigure, _ clause: ClaimClause, _ text: ClaimText, isAside: Bool
    ) -> Reading? {
        if let shared = distributed(figure, clause) { return shared.reading }
        let found = chosen(readings(.amount, figure, clause, clause.mentions), clause)
        guard let found else { return unnamed(figure, clause, text, isAside: isAside) }
        let isRepeated = (isAside ? state.bound : state.boundHere).contains(found.figure)
        if isRepeated, isAside || clause.has(Self.ofWhich) {
            // 其中…: a part under the name of the whole is not the whole. Under a name of its own it is what the section
            // speaks of, and the first figure was of something wider (总支出936万元，其中本年支出920万元).
            guard !isAside, figure.kind == .money, let name = clause.name(endingAt: found.anchor),
                let first = state.names[found.figure], isNarrower(name, than: first),
                isFitting(found, figure, clause)
            else { return nil }
            state.displaced = found.figure
            return found
        }
        return isFitting(found, figure, clause) ? found : nil
    }

    /// A count whose thing is named behind it (3项项目支出), or that follows on the one before (团组0个，0人次).
    private func unnamed(
        _ figure: ScannedFigure, _ clause: ClaimClause, _ text: ClaimText, isAside: Bool
    ) -> Reading? {
        guard figure.kind == .count else { return nil }
        let all = slots.slots.filter {
            $0.role == .amount && $0.operand.scope == nil && isCounted($0, by: figure.unit)
        }.compactMap { slot -> Reading? in
            guard let figure = slots.figure(slot, member: nil), let key = slots.key(slot.operand, member: nil),
                !state.bound.contains(figure)
            else { return nil }
            return Reading(figure: figure, key: key, subject: slot.operand.subject, anchor: 0, closeness: 0)
        }
        if !isAside {
            let behind = named(behind: figure, among: all, text)
            if !behind.isEmpty { return behind.count == 1 ? behind[0] : nil }
        }
        guard clause.isBare, clause.mentions.isEmpty else { return nil }
        // 国内接待9批次，外宾接待0批次、0人次: it goes on with the figure right before, which was not understood.
        if state.subject == nil, !state.boundHere.isEmpty { return nil }
        if let next = all.first(where: { follows($0) }) { return next }
        let sameItem = isAside ? [] : all.filter { state.item != nil && $0.key.coordinates.item == state.item }
        return sameItem.count == 1 ? sameItem[0] : nil
    }

    /// The readings whose words stand right behind a count; else the only one whose words end as the text goes on there
    /// (3个项目: 开展绩效自评的项目). The bare ending is no word of its own: before a count it may be part of any other.
    private func named(behind figure: ScannedFigure, among readings: [Reading], _ text: ClaimText) -> [Reading] {
        let end = figure.range.upperBound
        let whole = readings.filter { reading in
            slots.subjects[reading.subject].words.contains { text.folded.has(Needle($0), at: end) }
        }
        if !whole.isEmpty { return whole }
        let ending = readings.filter { reading in
            slots.subjects[reading.subject].words.contains { word in
                word.count > 2 && text.folded.has(Needle(String(word.suffix(2))), at: end)
            }
        }
        return ending.count == 1 ? ending : []
    }

    /// Whether a subject is the next of its phrase's list after the one just spoken of.
    func follows(_ reading: Reading) -> Bool { state.subject.map { reading.subject == $0 + 1 } ?? false }

    private mutating func unitCount(_ figure: ScannedFigure, _ clause: ClaimClause, _ text: ClaimText) -> Figure? {
        guard slots.countsUnits, ["个", "家"].contains(figure.unit), clause.mentions.isEmpty,
            clause.has(Self.unitNouns) || text.folded.first(Self.unitNouns, at: figure.range.upperBound) != nil
        else { return nil }
        return .listed("单位")
    }

    /// 年初预算 and 上年 before an amount must be what it is, whether a word of another subject says so or a plain one.
    private func isFitting(_ reading: Reading, _ figure: ScannedFigure, _ clause: ClaimClause) -> Bool {
        if clause.has(slots.subjects[reading.subject].otherWords) { return false }
        if clause.speaksOfPriorYear, reading.key.year == standardsYear { return false }
        if figure.kind == .money && clause.isPerHead || clause.isOfKind(endingAt: reading.anchor, slots) {
            return false
        }
        if figure.kind != .percent, clause.isOfForeignGuests, !isOfForeignGuests(reading) { return false }
        if figure.kind == .count, isOfOtherItem(reading, clause) { return false }
        // 当年购置车辆2辆 is no 车辆2辆.
        if figure.kind == .count, clause.isOfChangeInStock(endingAt: reading.anchor) { return false }
        let isOfOtherPhase = clause.mentions.contains { mention in
            mention.range.lowerBound >= reading.anchor && !mention.subjects.isEmpty
                && mention.subjects.allSatisfy { (slots.subjects[$0].spec.phase ?? .actual) != reading.key.phase }
        }
        if isOfOtherPhase { return false }
        return !clause.speaksOfBudget(after: reading.anchor) || reading.key.phase != .actual
    }

    /// 国内公务接待9批次，累计68人次: a word that names no item goes on with the one just counted.
    private func isOfOtherItem(_ reading: Reading, _ clause: ClaimClause) -> Bool {
        let item = reading.key.coordinates.item
        guard let last = state.current?.coordinates.item, !last.isAll, !item.isAll, last != item,
            let word = clause.name(endingAt: reading.anchor)
        else { return false }
        let name = Set(standards.classification(.item).name(item))
        return !word.contains { name.contains($0) }
    }

    // MARK: Changes, growth, shares, completion

    private mutating func derived(_ role: ClaimRole, _ figure: ScannedFigure, _ clause: ClaimClause) -> Reading? {
        if clause.has(Self.distributing) { return nil }
        if !clause.mentions.isEmpty {
            return chosen(readings(role, figure, clause, clause.mentions), clause)
        }
        // 支出900万元，其中基本支出500万元，比上年增加…: the words do not say whether of the part or of the whole.
        if state.isOfPart, role == .change || role == .growth { return nil }
        guard let current = state.current else { return nil }
        var asSubject: Set<Reading> = []
        var asBase: Set<Reading> = []
        for slot in slots.slots where slot.role == role && isCounted(slot, figure) {
            let member = slot.operand.scope.map { current.coordinates[slots.scopes[$0].dimension] }
            guard isBase(slot, member: member, clause), let key = slots.key(slot.operand, member: member),
                let figure = slots.figure(slot, member: member)
            else { continue }
            let reading = Reading(figure: figure, key: key, subject: slot.operand.subject, anchor: 0, closeness: 0)
            if key == current { asSubject.insert(reading) }
            // 支出决算…，年初预算…，完成…: the budget was named last.
            if slot.base != nil, slots.baseKey(slot, member: member) == current { asBase.insert(reading) }
        }
        let found = asSubject.isEmpty ? asBase : asSubject
        return found.count == 1 ? found.first : nil
    }

    /// Whether a slot is measured from what the clause, or the sentence before it, compares with.
    func isBase(_ slot: ClaimSlots.Slot, member: Code?, _ clause: ClaimClause) -> Bool {
        guard let base = slots.baseKey(slot, member: member) else { return slot.role == .amount }
        let isChange = slot.role == .change || slot.role == .growth
        switch clause.base ?? (isChange ? state.base : nil) {
        case nil: return true
        case .prior: return base.year < standardsYear
        case .budget(let phases): return phases.contains(base.phase) && base.year == standardsYear
        case .subjects(let subjects): return slot.base.map { subjects.contains($0.subject) } ?? false
        case .unknown: return false
        }
    }
}

extension Reading: Hashable {}
