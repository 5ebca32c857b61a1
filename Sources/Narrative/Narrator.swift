package import Fiscal
package import Ledger
package import Standards

/// phrase + facts → sentences.
package struct Narrator {
    private let facts: FactBase
    private let noun: String
    private let isDepartment: Bool
    /// Printed figures that take the place of plain rounding.
    private let adjusted: [FactKey: PrintedNumber]
    private var narration = Narration()

    /// The member at hand in a loop, and its number from 1.
    private struct Frame {
        let dimension: Dimension
        let code: Code
        let ordinal: Int
        /// The name to print in place of the classification's.
        let name: String?
    }

    /// A paragraph as it grows.
    private struct Draft {
        var text = ""
        var figures: [SentenceFigure] = []
    }

    private init(facts: FactBase, noun: String, isDepartment: Bool, adjusted: [FactKey: PrintedNumber]) {
        self.facts = facts
        self.noun = noun
        self.isDepartment = isDepartment
        self.adjusted = adjusted
    }

    /// - Parameter noun: 部门 or 单位, for `本{类}`.
    package static func narrate(
        _ phrases: [Phrase], facts: FactBase, noun: String, isDepartment: Bool,
        adjusted: [FactKey: PrintedNumber] = [:]
    ) -> Narration {
        var narrator = Narrator(facts: facts, noun: noun, isDepartment: isDepartment, adjusted: adjusted)
        for phrase in phrases { narrator.narrate(phrase) }
        return narrator.narration
    }

    private mutating func narrate(_ phrase: Phrase) {
        for (index, pieces) in phrase.paragraphs.enumerated() {
            if pieces.count == 1, case .loop(let loop) = pieces[0], !loop.paragraphs.isEmpty {
                for (number, code) in members(loop, phrase).enumerated() {
                    let frame = Frame(
                        dimension: loop.dimension, code: code, ordinal: number + 1, name: loop.names[code])
                    for (part, pieces) in loop.paragraphs.enumerated() {
                        paragraph(pieces, phrase, frame, id: "\(phrase.id).\(code.text).\(part + 1)")
                    }
                }
            } else {
                paragraph(pieces, phrase, nil, id: "\(phrase.id).\(index + 1)")
            }
        }
        for (index, text) in texts("追加：" + phrase.id).enumerated() {
            own(text, phrase, nil, id: "\(phrase.id).追加.\(index + 1)", replacing: [])
        }
    }

    private mutating func paragraph(_ pieces: [Phrase.Piece], _ phrase: Phrase, _ frame: Frame?, id: String) {
        let before = narration.missing.count
        var draft = Draft()
        render(pieces, phrase, frame, id: id, into: &draft)
        guard !draft.text.isEmpty else { return }
        if let replacement = texts("替换：" + id).first {
            narration.missing.removeLast(narration.missing.count - before)
            own(replacement, phrase, frame, id: id, replacing: draft.figures.map(\.figure))
            return
        }
        narration.sentences.append(Sentence(id: id, phrase: phrase.id, text: draft.text, figures: draft.figures))
    }

    private func texts(_ name: String) -> [String] {
        let wanted = foldedLabel(name)
        return facts.book.texts.first { $0.key.unit == facts.unit && foldedLabel($0.key.name) == wanted }?.value ?? []
    }

    /// A sentence in the writer's own words: its figures stay slots.
    private mutating func own(
        _ text: String, _ phrase: Phrase, _ frame: Frame?, id: String, replacing figures: [Figure]
    ) {
        func lack(_ kind: MissingText.Kind) -> MissingText { MissingText(kind: kind, sentence: id, context: text) }
        do {
            let template = TemplateText(text, subjects: phrase.subjects.map(\.name), place: "文字", line: 0)
            let pieces = try template.pieces()
            for case .literal(let words) in pieces {
                if let typed = TypedFigure.first(in: words) { narration.missing.append(lack(.typedFigure(typed))) }
            }
            var draft = Draft()
            render(pieces, phrase, frame, id: id, into: &draft)
            let kept = Set(draft.figures.map(\.figure))
            for figure in figures where !kept.contains(figure) {
                narration.missing.append(lack(.droppedFigure(describe(figure))))
            }
            narration.sentences.append(Sentence(id: id, phrase: phrase.id, text: draft.text, figures: draft.figures))
        } catch let fault as StandardsFault {
            narration.missing.append(lack(.badTemplate(fault.message)))
        } catch {
            narration.missing.append(lack(.badTemplate("\(error)")))
        }
    }

    private func describe(_ figure: Figure) -> String {
        switch figure {
        case .fact(let key): key.concept.id
        case .derived(let derivation): derivation.operands.0.concept.id + (derivation.isPercentage ? "的比率" : "的增减额")
        case .listed(let name): name
        }
    }
}

// MARK: - Rendering

extension Narrator {
    private mutating func render(
        _ pieces: [Phrase.Piece], _ phrase: Phrase, _ frame: Frame?, id: String, into draft: inout Draft
    ) {
        for piece in pieces {
            switch piece {
            case .literal(let text): draft.text += text
            case .slot(let slot): fill(slot, phrase, frame, id: id, into: &draft)
            case .branch(let conditions, let then, let otherwise):
                let holds = conditions.allSatisfy { self.holds($0, phrase, frame) }
                render(holds ? then : otherwise, phrase, frame, id: id, into: &draft)
            case .loop(let loop):
                for (number, code) in members(loop, phrase).enumerated() {
                    if number > 0 { draft.text += loop.separator }
                    let inner = Frame(
                        dimension: loop.dimension, code: code, ordinal: number + 1, name: loop.names[code])
                    render(loop.pieces, phrase, inner, id: id, into: &draft)
                }
            }
        }
    }

    private func members(_ loop: Phrase.Loop, _ phrase: Phrase) -> [Code] {
        let specs = loop.present.compactMap { phrase.subject($0)?.spec }
        let classification = facts.standards.classification(loop.dimension)
        if loop.members.isEmpty {
            return facts.members(loop.dimension, level: loop.level, of: specs).filter { code in
                loop.under.map { classification.contains(code, under: $0) } ?? true
            }
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
                before(now, base, phrase, frame).flatMap { Derivation.change(now, since: $0).ratio(in: facts) }
            }
            draft.text += (change?.numerator ?? 0) < 0 ? fall : rise
        case .year: draft.text += String(facts.book.settings.year.number)
        case .priorYear: draft.text += String(facts.book.settings.year.previous.number)
        case .unitName: draft.text += facts.book.units[facts.unit]?.name ?? facts.book.settings.department
        case .noun: draft.text += noun
        case .unitCount:
            let count = facts.book.units.subtree(of: facts.unit).intersection(facts.book.units.leaves.map(\.code)).count
            add(.listed("单位"), PrintedNumber(mantissa: Int64(count), decimals: 0), unit: "", to: &draft)
        case .memberName(let level): draft.text += memberName(frame, level: level)
        case .ordinal: draft.text += String(frame?.ordinal ?? 0)
        case .reason(let matter): fillReason(matter, frame, id: id, into: &draft)
        case .text(let name):
            let found = texts(name)
            if found.isEmpty {
                narration.missing.append(MissingText(kind: .text(name), sentence: id, context: draft.text))
                draft.text += "【待填：\(name)】"
            } else {
                draft.text += found.joined(separator: "；")
            }
        }
    }

    private func memberName(_ frame: Frame?, level: Int?) -> String {
        guard let frame else { return "" }
        if level == nil, let name = frame.name { return name }
        let classification = facts.standards.classification(frame.dimension)
        let code = level.flatMap { classification.ancestor(of: frame.code, level: $0) } ?? frame.code
        return classification.name(code)
    }

    private mutating func fillReason(_ matter: String, _ frame: Frame?, id: String, into draft: inout Draft) {
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
        let kind = MissingText.Kind.reason(
            matter: matter, object: frame?.code.text ?? "", objectName: memberName(frame, level: nil))
        narration.missing.append(MissingText(kind: kind, sentence: id, context: draft.text))
        draft.text += "【待填：原因】"
    }
}

// MARK: - Figures

extension Narrator {
    private func key(_ reference: Phrase.Reference, _ phrase: Phrase, _ frame: Frame?) -> FactKey? {
        guard var spec = phrase.subject(reference.subject)?.spec else { return nil }
        if reference.isNarrowed, let frame { spec.coordinates[frame.dimension] = frame.code }
        return facts.key(spec)
    }

    /// What a figure is compared with: another subject, or itself a year before.
    private func before(
        _ now: FactKey, _ base: Phrase.Reference?, _ phrase: Phrase, _ frame: Frame?
    ) -> FactKey? {
        if let base { return key(base, phrase, frame) }
        var prior = now
        prior.year = now.year.previous
        return prior
    }

    private func figure(
        _ reference: Phrase.Reference, _ role: Phrase.Role, _ phrase: Phrase, _ frame: Frame?
    ) -> Figure? {
        guard let key = key(reference, phrase, frame) else { return nil }
        switch role {
        case .amount: return .fact(key)
        case .change(let base): return before(key, base, phrase, frame).map { .derived(.change(key, since: $0)) }
        case .growth(let base): return before(key, base, phrase, frame).map { .derived(.growth(key, since: $0)) }
        case .share(let whole): return self.key(whole, phrase, frame).map { .derived(.share(key, of: $0)) }
        case .completion(let budget): return self.key(budget, phrase, frame).map { .derived(.completion(key, of: $0)) }
        }
    }

    /// The figure as the prose prints it: 万元 or percent with two decimals, counts whole, changes without a sign.
    private func printed(_ figure: Figure) -> (number: PrintedNumber, unit: String)? {
        switch figure {
        case .fact(let key):
            guard let value = facts.value(of: key) else { return nil }
            guard case .count(let word) = value.measure else {
                return (adjusted[key] ?? money(value.amount), MoneyUnit.tenThousandYuan.word)
            }
            return (PrintedNumber(mantissa: value.amount, decimals: 0), word)
        case .derived(let derivation):
            guard let ratio = derivation.ratio(in: facts) else { return nil }
            if derivation.isPercentage {
                let number = PrintedNumber.rounding(ratio.numerator, over: ratio.denominator, decimals: 2)
                return number.map { (unsigned($0, derivation), "%") }
            }
            return Int64(exactly: ratio.numerator).map { (money(abs($0)), MoneyUnit.tenThousandYuan.word) }
        case .listed: return nil
        }
    }

    private func unsigned(_ number: PrintedNumber, _ derivation: Derivation) -> PrintedNumber {
        guard case .growth = derivation else { return number }
        return PrintedNumber(mantissa: abs(number.mantissa), decimals: number.decimals)
    }

    private func money(_ fen: Int64) -> PrintedNumber {
        PrintedNumber.printing(fen, in: .tenThousandYuan, decimals: 2)
    }

    private mutating func fillFigure(
        _ reference: Phrase.Reference, _ role: Phrase.Role, _ phrase: Phrase, _ frame: Frame?, id: String,
        into draft: inout Draft
    ) {
        guard let figure = figure(reference, role, phrase, frame), let printed = printed(figure) else {
            narration.missing.append(
                MissingText(kind: .figure(reference.subject), sentence: id, context: draft.text))
            draft.text += "【待填：\(reference.subject)】"
            return
        }
        add(figure, printed.number, unit: printed.unit, to: &draft)
    }

    private func add(_ figure: Figure, _ number: PrintedNumber, unit: String, to draft: inout Draft) {
        draft.figures.append(
            SentenceFigure(figure: figure, printed: number, unit: unit, offset: draft.text.count))
        draft.text += number.text()
    }

    /// Conditions look at what the reader sees: printed figures.
    private func holds(_ condition: Phrase.Condition, _ phrase: Phrase, _ frame: Frame?) -> Bool {
        func value(_ reference: Phrase.Reference) -> PrintedNumber? {
            figure(reference, .amount, phrase, frame).flatMap { printed($0)?.number }
        }
        func compare(_ a: Phrase.Reference, _ b: Phrase.Reference) -> Int64? {
            guard let x = value(a), let y = value(b) else { return nil }
            return x.mantissa - y.mantissa
        }
        switch condition {
        case .known(let reference): return value(reference) != nil
        case .zero(let reference): return value(reference)?.isZero ?? false
        case .nonZero(let reference): return !(value(reference)?.isZero ?? true)
        case .greater(let a, let b): return (compare(a, b) ?? 0) > 0
        case .less(let a, let b): return (compare(a, b) ?? 0) < 0
        case .equal(let a, let b): return compare(a, b) == 0
        case .priorKnown(let reference):
            guard let now = key(reference, phrase, frame), let prior = before(now, nil, phrase, frame) else {
                return false
            }
            return facts.value(of: prior) != nil && facts.value(of: now) != nil
        case .changed(let reference):
            return figure(reference, .change(nil), phrase, frame).flatMap { printed($0)?.number }.map { !$0.isZero }
                ?? false
        case .hasText(let name): return !texts(name).isEmpty
        case .isDepartment: return isDepartment
        case .isUnit: return !isDepartment
        }
    }
}

/// Figures typed into words that should be slots: digits before 万元, 元, 亿元 or a percent sign.
package enum TypedFigure {
    package static func first(in text: String) -> String? {
        let characters = Array(text)
        var index = 0
        while index < characters.count {
            guard isDigit(characters[index]) else {
                index += 1
                continue
            }
            let start = index
            while index < characters.count, isDigit(characters[index]) || ".,，．".contains(characters[index]) {
                index += 1
            }
            let rest = String(characters[index...].prefix(3)).trimmed
            if ["万元", "亿元", "元", "%", "％"].contains(where: { rest.hasPrefix($0) }) {
                return String(characters[start..<index])
            }
        }
        return nil
    }

    /// Not `isNumber`, which is true of 万 and 一 too.
    private static func isDigit(_ character: Character) -> Bool {
        ("0"..."9").contains(character) || ("０"..."９").contains(character)
    }
}

extension String {
    /// Without these characters at its end.
    package func trimmingEnd(_ characters: String) -> String {
        var result = self
        while let last = result.last, characters.contains(last) { result.removeLast() }
        return result
    }
}
