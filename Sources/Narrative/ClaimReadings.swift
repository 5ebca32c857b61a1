import Fiscal
import Standards

/// What the words of a clause can name: every figure of a role, and the one that is meant.
extension ClaimReader {
    private static let alike = Needle.list("均")

    var standardsYear: FiscalYear { slots.year }

    /// All figures of a role that the mentions can name.
    func readings(
        _ role: ClaimRole, _ figure: ScannedFigure, _ clause: ClaimClause, _ mentions: [Mention]
    ) -> [Reading] {
        slots.slots.compactMap { slot in
            guard slot.role == role, isCounted(slot, figure), let place = place(of: slot.operand, mentions, clause),
                isBase(slot, member: place.member, clause), let key = slots.key(slot.operand, member: place.member),
                let meant = slots.figure(slot, member: place.member), !isForeign(key, place.anchor, mentions, clause)
            else { return nil }
            return Reading(
                figure: meant, key: key, subject: slot.operand.subject, anchor: place.anchor, closeness: place.closeness
            )
        }
    }

    /// Where the mentions name an operand, and with which member.
    private func place(
        of operand: ClaimSlots.Operand, _ mentions: [Mention], _ clause: ClaimClause
    ) -> (member: Code?, anchor: Int, closeness: Int)? {
        let named = mentions.last { $0.subjects.contains(operand.subject) }
        guard let index = operand.scope else {
            guard let named else { return nil }
            for scope in slots.scopesNarrowing(operand.subject) where !named.isWhole {
                if let code = memberAtHand(scope, mentions), code.map({ !slots.covers($0, scope) }) ?? true {
                    return nil
                }
            }
            return (nil, named.range.upperBound, 0)
        }
        let scope = slots.scopes[index]
        if let mention = mentions.last(where: { $0.members[scope.dimension] != nil }) {
            guard let code = mention.members[scope.dimension] ?? nil else { return nil }
            guard named != nil || isAtHand(operand, mentions) else { return nil }
            return (code, max(mention.range.upperBound, named?.range.upperBound ?? 0), 2)
        }
        guard let named, !named.isWhole, let code = memberAtHand(scope, mentions) ?? nil else { return nil }
        return (code, named.range.upperBound, 1)
    }

    /// The member that the clause names or the text carries on: nil where there is none, a nil code where it is not known.
    private func memberAtHand(_ scope: ClaimSlots.Scope, _ mentions: [Mention]) -> Code?? {
        if let mention = mentions.last(where: { $0.members[scope.dimension] != nil }) {
            return mention.members[scope.dimension]
        }
        let isItem = scope.dimension == .item
        if isItem, let other = mentions.last(where: { $0.restricts.map { !$0.coordinates.item.isAll } ?? false }) {
            return .some(other.restricts?.coordinates.item)
        }
        guard let carried = state.members[scope.dimension] else { return nil }
        return scope.hasParagraphs || carried.sentence == state.sentence ? .some(carried.code) : nil
    }

    /// Whether a member alone may be this subject's: of the phase and year that the sentence speaks of; where it has not
    /// said, of the paper's own.
    private func isAtHand(_ operand: ClaimSlots.Operand, _ mentions: [Mention]) -> Bool {
        let spec = slots.subjects[operand.subject].spec
        let others = Set(slots.slots.filter { $0.operand.scope == operand.scope }.map(\.operand.subject))
        guard mentions.allSatisfy({ $0.subjects.isDisjoint(with: others) || !$0.members.isEmpty }) else { return false }
        let (phase, year) = (spec.phase ?? .actual, standardsYear.number + (spec.yearOffset ?? 0))
        if let spoken = state.spoken, spoken.concept == spec.concept {
            return phase == spoken.phase && year == spoken.year.number
        }
        // What the paper is about: what really happened, or the budget.
        return phase == slots.phase && year == standardsYear.number && !(phase == .actual && state.hasUnknownBudget)
    }

    /// The last named; of one subject the closest; then what is about the item or in the fund at hand, or stands next in
    /// its phrase's list; nil where two are left.
    func chosen(_ readings: [Reading], _ clause: ClaimClause) -> Reading? {
        guard let anchor = readings.map(\.anchor).max() else { return nil }
        let named = readings.filter { $0.anchor == anchor }
        var left = named.filter { reading in
            !named.contains { $0.subject == reading.subject && $0.closeness > reading.closeness }
        }
        if isOpen(left), let item = state.item { left = left.filter { $0.key.coordinates.item == item } }
        if isOpen(left), let current = state.current {
            left = left.filter { $0.key.coordinates.fund == current.coordinates.fund }
        }
        if isOpen(left) { left = left.filter(follows) }
        return left.isEmpty || isOpen(left) ? nil : left[0]
    }

    private func isOpen(_ readings: [Reading]) -> Bool { Set(readings.map(\.figure)).count > 1 }

    /// Whether the clause names something else behind the subject, or narrows it right before (财政拨款基本支出).
    private func isForeign(_ key: FactKey, _ anchor: Int, _ mentions: [Mention], _ clause: ClaimClause) -> Bool {
        if clause.has(Self.alike) { return false }
        let start = mentions.first { $0.range.upperBound == anchor }?.range.lowerBound ?? anchor
        return mentions.contains { mention in
            let isBehind = mention.range.lowerBound >= anchor
            guard let spec = mention.restricts, isBehind || mention.range.upperBound == start else { return false }
            return !Dimension.allCases.allSatisfy { dimension in
                slots.contains(key.coordinates[dimension], under: spec.coordinates[dimension], in: dimension)
            } || (isBehind && spec.concept.map { $0 != key.concept } ?? false)
        }
    }

    /// Whether a figure's unit fits what a slot counts.
    func isCounted(_ slot: ClaimSlots.Slot, _ figure: ScannedFigure) -> Bool {
        switch figure.kind {
        case .percent: slot.role != .amount && slot.role != .change
        case .money: slots.subjects[slot.operand.subject].measure == .money
        case .count: isCounted(slot, by: figure.unit)
        case .points: false
        }
    }

    func isCounted(_ slot: ClaimSlots.Slot, by unit: String) -> Bool {
        switch slots.subjects[slot.operand.subject].measure {
        case .money: false
        case .count(let word): CountWords.fit(printed: unit, measure: word)
        case .score(let word): unit == word
        }
    }
}
