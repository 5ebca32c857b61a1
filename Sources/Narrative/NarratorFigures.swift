import Fiscal
import Ledger
import Standards

extension Narrator {
    func key(_ reference: Phrase.Reference, _ phrase: Phrase, _ frame: Frame?) -> FactKey? {
        guard var spec = phrase.subject(reference.subject)?.spec else { return nil }
        if reference.isNarrowed, let frame { spec.coordinates[frame.dimension] = frame.code }
        return facts.key(spec)
    }

    /// What a figure is compared with: another subject, or itself a year before.
    func before(
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
            switch value.measure {
            case .money: return (adjusted[key] ?? money(value.amount), MoneyUnit.tenThousandYuan.word)
            case .count(let word): return (PrintedNumber(mantissa: value.amount, decimals: 0), word)
            case .score(let word): return (PrintedNumber(mantissa: value.amount, decimals: 2), word)
            }
        case .derived(let derivation):
            guard let ratio = ratio(derivation) else { return nil }
            if derivation.isPercentage {
                let number = PrintedNumber.rounding(ratio.numerator, over: ratio.denominator, decimals: 2)
                return number.map { (unsigned($0, derivation), "%") }
            }
            return Int64(exactly: ratio.numerator).map { (money(abs($0)), MoneyUnit.tenThousandYuan.word) }
        case .listed: return nil
        }
    }

    /// Of exact amounts; where both were adjusted, of what is printed, so that a reader finds the same.
    func ratio(_ derivation: Derivation) -> (numerator: Int128, denominator: Int128)? {
        let (first, second) = derivation.operands
        guard adjusted[first] != nil, adjusted[second] != nil else { return derivation.ratio(in: facts) }
        return derivation.ratio(in: AdjustedAmounts(facts: facts, adjusted: adjusted))
    }

    private func unsigned(_ number: PrintedNumber, _ derivation: Derivation) -> PrintedNumber {
        guard case .growth = derivation else { return number }
        return PrintedNumber(mantissa: abs(number.mantissa), decimals: number.decimals)
    }

    private func money(_ fen: Int64) -> PrintedNumber {
        PrintedNumber.printing(fen, in: .tenThousandYuan, decimals: 2)
    }

    mutating func fillFigure(
        _ reference: Phrase.Reference, _ role: Phrase.Role, _ phrase: Phrase, _ frame: Frame?, id: String,
        into draft: inout Draft
    ) {
        guard let figure = figure(reference, role, phrase, frame), let printed = printed(figure) else {
            let place = role == .amount ? self.place(of: reference, phrase) : nil
            let kind = MissingText.Kind.figure(
                reference.subject, sheet: place?.sheet ?? "", column: place?.column ?? "")
            narration.missing.append(MissingText(kind: kind, sentence: id, context: draft.text))
            draft.text += "【待填：\(reference.subject)】"
            return
        }
        add(figure, printed.number, unit: printed.unit, to: &draft)
    }

    /// The sheet and column that give a count of the year.
    private func place(of reference: Phrase.Reference, _ phrase: Phrase) -> (sheet: String, column: String)? {
        guard let spec = phrase.subject(reference.subject)?.spec, spec.yearOffset ?? 0 == 0, let concept = spec.concept
        else { return nil }
        for sheet in facts.standards.sheets {
            let rule = sheet.facts.first {
                $0.spec.concept == concept && ($0.spec.phase ?? .actual) == spec.phase ?? .actual
            }
            if let rule { return (sheet.id, rule.column) }
        }
        return nil
    }

    func add(_ figure: Figure, _ number: PrintedNumber, unit: String, to draft: inout Draft) {
        draft.figures.append(
            SentenceFigure(figure: figure, printed: number, unit: unit, offset: draft.text.count))
        draft.text += number.text()
    }

    /// Conditions look at what the reader sees: printed figures.
    func holds(_ condition: Phrase.Condition, _ phrase: Phrase, _ frame: Frame?) -> Bool {
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
        case .none(let reference): return value(reference)?.isZero ?? true
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
