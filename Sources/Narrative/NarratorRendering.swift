import Fiscal
import Ledger
import Standards

extension Narrator {
    mutating func render(
        _ pieces: [Phrase.Piece], _ phrase: Phrase, _ frame: Frame?, id: String, into draft: inout Draft
    ) {
        for piece in pieces {
            switch piece {
            case .literal(let text): draft.append(literal: text)
            case .slot(let slot): fill(slot, phrase, frame, id: id, into: &draft)
            case .branch(let conditions, let then, let otherwise):
                let holds = conditions.allSatisfy { self.holds($0, phrase, frame) }
                render(holds ? then : otherwise, phrase, frame, id: id, into: &draft)
            case .loop(let loop): render(loop, phrase, id: id, into: &draft)
            }
        }
    }

    /// A member of which nothing is said leaves no mark behind.
    private mutating func render(_ loop: Phrase.Loop, _ phrase: Phrase, id: String, into draft: inout Draft) {
        var isFirst = true
        for (number, code) in members(loop, phrase).enumerated() {
            let before = draft
            draft.text += isFirst ? loop.lead : loop.separator
            let begun = draft.text
            let inner = Frame(dimension: loop.dimension, code: code, ordinal: number + 1, name: loop.names[code])
            render(loop.pieces, phrase, inner, id: id, into: &draft)
            if draft.text == begun { draft = before } else { isFirst = false }
        }
    }

    func members(_ loop: Phrase.Loop, _ phrase: Phrase) -> [Code] {
        let specs = loop.present.compactMap { phrase.subject($0)?.spec }
        let classification = facts.standards.classification(loop.dimension)
        if loop.members.isEmpty {
            let found = facts.members(loop.dimension, level: loop.level, of: specs).filter { code in
                loop.under.map { classification.contains(code, under: $0) } ?? true
            }
            guard loop.isDeepest else { return found }
            let above = Set(found.flatMap { classification.path($0).dropFirst() })
            return found.filter { !above.contains($0) }
        }
        guard !specs.isEmpty else { return loop.members }
        return loop.members.filter { code in
            specs.contains { spec in
                var narrowed = spec
                narrowed.coordinates[loop.dimension] = code
                return (facts.key(narrowed).flatMap { facts.value(of: $0) }?.amount ?? 0) != 0
            }
        }
    }

    private mutating func fill(
        _ slot: Phrase.Slot, _ phrase: Phrase, _ frame: Frame?, id: String, into draft: inout Draft
    ) {
        switch slot {
        case .figure(let reference, let role): fillFigure(reference, role, phrase, frame, id: id, into: &draft)
        case .direction(let reference, let base, let rise, let fall):
            let change = key(reference, phrase, frame).flatMap { now in
                before(now, base, phrase, frame).flatMap { ratio(.change(now, since: $0)) }
            }
            draft.text += (change?.numerator ?? 0) < 0 ? fall : rise
        case .year: draft.text += String(facts.book.settings.year.number)
        case .priorYear: draft.text += String(facts.book.settings.year.previous.number)
        case .unitName: draft.text += facts.unitName
        case .noun: draft.text += noun
        case .unitCount:
            let count = facts.scope.intersection(facts.book.units.leaves.map(\.code)).count
            add(.listed("单位"), PrintedNumber(mantissa: Int64(count), decimals: 0), unit: "", to: &draft)
        case .memberName(let level): draft.text += memberName(frame, level: level)
        case .memberPath: draft.text += memberPath(frame)
        case .ordinal: draft.text += String(frame?.ordinal ?? 0)
        case .reason(let matter):
            draft.reasons.append(matter)
            fillReason(matter, frame, fallback: "", id: id, into: &draft)
        case .purpose:
            let known = frame.flatMap { facts.standards.definitions.functions[$0.code] }?.purpose ?? ""
            fillReason(Phrase.Slot.purposeMatter, frame, fallback: known, id: id, into: &draft)
        case .text(let name):
            let found = texts(name)
            if found.isEmpty {
                narration.missing.append(MissingText(kind: .text(name), sentence: id, context: draft.text))
                draft.text += "【待填：\(name)】"
            } else {
                let parts = found.dropLast().map { $0.trimmingEnd("。；，、") } + found.suffix(1)
                draft.append(ownText: parts.joined(separator: "；"))
            }
        }
    }

    func memberName(_ frame: Frame?, level: Int?) -> String {
        guard let frame else { return "" }
        if level == nil, let name = frame.name { return name }
        let classification = facts.standards.classification(frame.dimension)
        let code = level.flatMap { classification.ancestor(of: frame.code, level: $0) } ?? frame.code
        return classification.name(code)
    }

    private func memberPath(_ frame: Frame?) -> String {
        guard let frame else { return "" }
        let classification = facts.standards.classification(frame.dimension)
        return [(1, "类"), (2, "款"), (3, "项")].map { level, word in
            classification.ancestor(of: frame.code, level: level).map { "\(classification.name($0))（\(word)）" } ?? ""
        }.joined()
    }

    /// - Parameter fallback: what is said where the book gives nothing; empty = it is asked for.
    private mutating func fillReason(
        _ matter: String, _ frame: Frame?, fallback: String, id: String, into draft: inout Draft
    ) {
        let names = frame.map { frame -> [String] in
            let member = facts.standards.classification(frame.dimension).members[frame.code]
            return [frame.code.text, member?.name ?? ""] + (member?.aliases ?? [])
        }
        for name in names ?? [""] {
            let key = ReasonKey(unit: facts.unit, matter: matter, object: foldedLabel(name))
            if let reason = facts.book.reasons[key] {
                draft.text += reason.trimmingEnd("。；，")
                return
            }
        }
        guard fallback.isEmpty else {
            draft.text += fallback.trimmingEnd("。；，")
            return
        }
        let kind = MissingText.Kind.reason(
            matter: matter, object: frame?.code.text ?? "", objectName: memberName(frame, level: nil))
        narration.missing.append(MissingText(kind: kind, sentence: id, context: draft.text))
        draft.text += matter == Phrase.Slot.purposeMatter ? "【待填：\(matter)】" : "【待填：原因】"
    }
}
