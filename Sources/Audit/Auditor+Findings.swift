import Fiscal
import Narrative
import Publication
import Standards

extension Auditor {
    /// Where a fact is wrong in the same way at several places, they are one finding.
    func sameFigures(_ verdicts: [Blame.Verdict]) -> [[Blame.Verdict]] {
        var groups: [[Blame.Verdict]] = []
        var known: [Figure: Int] = [:]
        for verdict in verdicts {
            let figure = list[verdict.figure].figure
            if let place = known[figure], let first = groups[place].first, first.expected.overlaps(verdict.expected),
                list[first.figure].bounds.map({ values in list[verdict.figure].bounds?.overlaps(values) ?? false })
                    ?? false
            {
                groups[place].append(verdict)
            } else {
                known[figure] = groups.count
                groups.append([verdict])
            }
        }
        return groups
    }

    func finding(_ verdicts: [Blame.Verdict], _ values: Values) -> Finding {
        let verdict = verdicts[0]
        let sighting = list[verdict.figure]
        let failed = verdict.relations.map { relations[$0] }
        // Only that it is too much is known, not what it should be.
        if failed.allSatisfy(\.isLimitOfChange) { return finding(undecided: verdict.relations, values) }
        // What weighs most tells the rule: a sum or a derived figure before a mere repetition.
        let main = failed.max { weight($0) < weight($1) }
        let rule = main.map(name) ?? RuleNames.Name(id: "", severity: .warning, basis: "")
        let wanted = self.wanted(verdict, main)
        let decimals = main.map { self.decimals($0, like: sighting) } ?? 0
        let expected = FindingWords.text(wanted, like: sighting, decimals: decimals)
        let reasons = failed.sorted { weight($0) > weight($1) }.map {
            FindingWords.reason($0, about: verdict.figure, list, value: $0.reckoned(verdict.figure, printed))
        }
        let isDirection =
            sighting.read.direction != nil
            && -(values[verdict.figure].middle) != 0 && (-values[verdict.figure]).overlaps(verdict.expected)
        let direction = isDirection ? names.direction() : nil
        let difference = FindingWords.difference(
            values[verdict.figure].middle, wanted, like: sighting, decimals: decimals)
        return Finding(
            rule: direction?.id ?? rule.id, severity: severity(failed, rule.severity),
            message: isDirection
                ? FindingWords.wrongDirection(sighting, reasons)
                : FindingWords.wrong(sighting, expected: expected, difference: difference, reasons: reasons),
            printed: FindingWords.text(sighting), expected: expected, difference: isDirection ? "" : difference,
            basis: direction?.basis ?? rule.basis,
            cause: isDirection ? "" : causes.cause(of: verdict.figure, expected: verdict.expected),
            places: places(verdicts.map(\.figure), failed))
    }

    /// What a reader would reckon for it, where that is among what it may be.
    private func wanted(_ verdict: Blame.Verdict, _ main: Relation?) -> Int128 {
        let reckoned = main.flatMap { $0.reckoned(verdict.figure, printed) } ?? verdict.expected.middle
        return verdict.expected.low <= reckoned && reckoned <= verdict.expected.high
            ? reckoned : verdict.expected.middle
    }

    /// Of an amount those that the others are printed with: 2 万元 is held against 1.08 万元, not against 1.
    private func decimals(_ relation: Relation, like sighting: Sighting) -> Int {
        switch relation.nature {
        case .sameFact, .prior, .parts, .balance:
            relation.figures.map { list[$0] }.filter { $0.factor == sighting.factor }.map(\.decimals).max() ?? 0
        default: 0
        }
    }

    func finding(undecided group: [Int], _ values: Values) -> Finding {
        let failed = group.map { relations[$0] }
        let main = failed.max { weight($0) < weight($1) }
        let rule = main.map(name) ?? RuleNames.Name(id: "", severity: .warning, basis: "")
        let head = main.map { $0.figures[0] } ?? 0
        let allowed = main.flatMap {
            $0.isLimitOfChange ? nil : $0.allowed(head, values, total: $0.total(values))
        }
        let wanted = allowed.flatMap { _ in main?.reckoned(head, printed) }
        let expected = wanted.map { FindingWords.text($0, like: list[head]) } ?? ""
        let difference = wanted.map {
            FindingWords.difference(values[head].middle, $0, like: list[head])
        }
        let sentences = failed.prefix(4).map { FindingWords.disagreement($0, list, values: printed) }
        return Finding(
            rule: rule.id, severity: severity(failed, rule.severity), message: FindingWords.undecided(sentences),
            printed: FindingWords.text(list[head]), expected: expected, difference: difference ?? "",
            basis: rule.basis, cause: cause(main, head, allowed, values), places: places([head], failed))
    }

    /// What would close the relation, or else what the figure at its head looks like.
    private func cause(_ main: Relation?, _ head: Int, _ allowed: Bounds?, _ values: Values) -> String {
        guard let main else { return "" }
        let closing = causes.closing(main, values)
        return closing.isEmpty ? allowed.map { causes.cause(of: head, expected: $0) } ?? "" : closing
    }

    func tail(_ relation: Relation, _ name: RuleNames.Name, _ values: Values) -> Finding {
        Finding(
            rule: name.id, severity: .notice,
            message: FindingWords.tail(FindingWords.disagreement(relation, list, values: printed)),
            printed: FindingWords.text(list[relation.figures[0]]), basis: name.basis,
            places: places([relation.figures[0]], [relation]))
    }

    private func weight(_ relation: Relation) -> Int {
        switch relation.nature {
        case .sameFact: 2
        case .prior, .department, .book: 1
        case .parts: 4
        case .balance: 3
        case .change, .growth, .share, .completion, .mean: 5
        }
    }

    /// An error only where every figure was read for certain and each relation proves something.
    private func severity(_ failed: [Relation], _ ruled: Severity) -> Severity {
        let proofs = failed.filter { relation in
            relation.isProof && relation.figures.allSatisfy { list[$0].read.certainty != .guessed }
        }
        if proofs.isEmpty { return ruled == .notice ? .notice : .warning }
        return ruled
    }

    /// The figure's own place first, then those it disagrees with; of a long sum the whole, and parts with an amount.
    private func places(_ first: [Int], _ failed: [Relation]) -> [FindingPlace] {
        let longest = 40
        var seen = Set(first)
        var figures = first
        for relation in failed {
            for figure in relation.figures where list[figure].bounds != .zero || relation.figures.count < 4 {
                if seen.insert(figure).inserted { figures.append(figure) }
            }
        }
        return figures.prefix(longest).map { index in
            FindingPlace(text: FindingWords.text(list[index]), place: list[index].read.place, file: list[index].file)
        }
    }
}
