import Fiscal
import Performance
import Publication
import Standards

/// Amounts of a report with the words right before them, and the lists that 其中 opens.
struct ReportSentences {
    struct Amount {
        let name: String
        let number: PrintedNumber
        let unit: MoneyUnit
        /// Digits and unit as printed, folded.
        let text: String
        let range: Range<Int>
        /// 占总支出的 75.7%, where it follows at once.
        var share: Share?
    }

    struct Share {
        let base: String
        let number: PrintedNumber
        let text: String
        let start: Int
    }

    /// A total and what 其中 lists of it.
    struct List {
        let total: Amount
        let items: [Amount]
        /// Whether another list or a change is among the items.
        let isMixed: Bool
    }

    let text: ReportText

    private static let units = [MoneyUnit.hundredMillionYuan, .tenThousandYuan, .yuan]
    private static let marks: Set<Character> = ["，", ",", "；", ";", "、", "：", ":", "。"]

    /// Sentence by sentence.
    func sentences() -> [Range<Int>] {
        var result: [Range<Int>] = []
        var start = 0
        // 收入合计若干万元。其中：… goes on.
        for index in text.characters.indices
        where text.characters[index] == "。" && text.word(of: text.words.parts, at: index + 1) == nil {
            result.append(start..<index)
            start = index + 1
        }
        return result
    }

    func amounts(in range: Range<Int>) -> [Amount] {
        var result: [Amount] = []
        var index = range.lowerBound
        while index < range.upperBound {
            guard let amount = amount(at: index, in: range) else {
                index += 1
                continue
            }
            result.append(amount)
            index = amount.range.upperBound
        }
        return result
    }

    private func amount(at index: Int, in range: Range<Int>) -> Amount? {
        let all = text.characters
        guard Self.isDigit(all[index]), index == 0 || !Self.isDigit(all[index - 1]) && all[index - 1] != "." else {
            return nil
        }
        let digits = all[index..<range.upperBound].prefix { Self.isDigit($0) || $0 == "." }
        let end = index + digits.count
        guard let unit = Self.units.first(where: { all[end...].starts(with: $0.word) }),
            let number = try? NumberText.parse(String(digits))
        else { return nil }
        var start =
            all[range.lowerBound..<index].lastIndex { Self.marks.contains($0) }.map { $0 + 1 } ?? range.lowerBound
        if let open = all[start..<index].lastIndex(of: "("), !all[open..<index].contains(")") { start = open + 1 }
        let last = end + unit.word.count
        return Amount(
            name: String(all[start..<index]), number: number, unit: unit, text: String(digits) + unit.word,
            range: index..<last, share: share(after: last, in: range))
    }

    private static func isDigit(_ character: Character) -> Bool { character.isASCII && character.isNumber }

    private func share(after index: Int, in range: Range<Int>) -> Share? {
        let all = text.characters
        var next = index
        if next < range.upperBound, all[next] == "," || all[next] == "，" { next += 1 }
        guard next < range.upperBound, all[next] == "占" else { return nil }
        let base = all[(next + 1)..<range.upperBound].prefix { !Self.isDigit($0) && !Self.marks.contains($0) }
        let start = next + 1 + base.count
        let digits = all[start..<range.upperBound].prefix { Self.isDigit($0) || $0 == "." }
        let end = start + digits.count
        guard end < range.upperBound + 1, end < all.count, all[end] == "%",
            let number = try? NumberText.parse(String(digits))
        else { return nil }
        return Share(base: String(base), number: number, text: String(digits) + "%", start: start)
    }

    /// 总支出 1092.90 万元，其中：….
    func lists(in range: Range<Int>) -> [List] {
        let all = amounts(in: range)
        return all.indices.compactMap { index in
            let total = all[index]
            let isBracketed =
                total.range.upperBound < range.upperBound && text.characters[total.range.upperBound] == "("
            var next = total.range.upperBound
            while next < range.upperBound, next - total.range.upperBound < 2,
                Self.marks.contains(text.characters[next]) || text.characters[next] == "("
            {
                next += 1
            }
            guard let mark = text.word(of: text.words.parts, at: next) else { return nil }
            let closing = text.characters[next..<range.upperBound].firstIndex(of: ")") ?? range.upperBound
            let end = isBracketed ? closing : range.upperBound
            let items = all.filter { next < $0.range.lowerBound && $0.range.upperBound <= end }
            let words = String(text.characters[(next + mark.count)..<end])
            let isMixed =
                text.words.parts.contains(where: words.contains)
                || items.contains { item in text.words.mixed.contains(where: item.name.contains) }
            return items.isEmpty ? nil : List(total: total, items: items, isMixed: isMixed)
        }
    }
}

/// 报告分项: what 其中 lists in full comes to the total; shares follow; one amount has one value.
struct ReportPartsChecker: EvaluationChecker {
    func check(_ context: EvaluationContext, rule: Rule) -> WordingResult {
        var result = WordingResult()
        let shares = context.rules.first { rule in
            guard case .wording(let kind) = rule.method, kind == RuleKind.derived else { return false }
            return rule.title.contains(FindingWords.title(.share))
        }
        for text in ReportScope.texts(in: context.paper) {
            let sentences = ReportSentences(text: text)
            for range in sentences.sentences() {
                for list in sentences.lists(in: range) {
                    checkSum(list, text, context, rule, into: &result)
                    checkShares(list, text, context, shares ?? rule, into: &result)
                }
            }
            checkSingle(sentences, text, context, rule, into: &result)
        }
        return result
    }

    private func spot(_ amount: ReportSentences.Amount, _ text: ReportText) -> FindingPlace {
        FindingPlace(
            text: amount.text,
            place: FigurePlace(label: amount.name, place: text.places[amount.range.lowerBound]))
    }

    /// Trailing zeros are dropped as one pleases: all are taken at the most decimals among them.
    private func bounds(_ amount: ReportSentences.Amount, _ decimals: Int) -> Bounds? {
        Bounds(amount.number.padded(to: decimals), factor: amount.unit.rawValue)
    }

    // MARK: Sums

    private func checkSum(
        _ list: ReportSentences.List, _ text: ReportText, _ context: EvaluationContext, _ rule: Rule,
        into result: inout WordingResult
    ) {
        guard !list.isMixed, isWhole(list.items, context.definitions.wholes) else { return }
        // What was spent does not come to what was budgeted.
        let isBudget = text.words.budget.contains(where: list.total.name.contains)
        if isBudget, list.items.contains(where: { text.words.spentItems.contains(where: $0.name.contains) }) { return }
        let all = [list.total] + list.items
        let decimals = min(2, all.map(\.number.decimals).max() ?? 0)
        let bounds = all.compactMap { self.bounds($0, decimals) }
        guard bounds.count == all.count else { return }
        let sum = bounds.dropFirst().reduce(.zero, +)
        if sum.overlaps(bounds[0]) {
            result.pass()
            return
        }
        let unit = list.items[0].unit
        func words(_ value: Int128) -> String {
            (PrintedNumber.rounding(value, over: Bounds.scale * Int128(unit.rawValue), decimals: decimals)?.text()
                ?? "？")
                + unit.word
        }
        // The figure fits, and only its unit does not.
        let isUnit =
            list.items.allSatisfy { $0.unit == unit } && unit != list.total.unit
            && (Bounds(list.total.number.padded(to: decimals), factor: unit.rawValue).map { $0.overlaps(sum) } ?? false)
        result.findings.append(
            Finding(
                rule, in: context,
                message: EvaluationWords.parts(
                    list.total.name, list.total.text, list.items.map { "\($0.name)\($0.text)" }, words(sum.middle)),
                printed: list.total.text, expected: words(sum.middle),
                difference: words((bounds[0].middle - sum.middle).magnitudeValue),
                cause: isUnit ? EvaluationWords.wrongUnit(list.total.unit.word, unit.word) : "",
                places: all.map { spot($0, text) }))
    }

    /// Whether the items are all that there is of a kind, each of them known.
    private func isWhole(_ items: [ReportSentences.Amount], _ wholes: [[String]]) -> Bool {
        wholes.contains { words in
            items.allSatisfy { item in words.contains { item.name.contains($0) } }
                && words.allSatisfy { word in items.contains { $0.name.contains(word) } }
        }
    }

    // MARK: Shares

    private func checkShares(
        _ list: ReportSentences.List, _ text: ReportText, _ context: EvaluationContext, _ rule: Rule,
        into result: inout WordingResult
    ) {
        for item in list.items {
            guard let share = item.share, bare(share.base, text.words) == bare(list.total.name, text.words),
                let part = bounds(item, 2), let whole = bounds(list.total, 2), let rate = Bounds.rate(part, of: whole),
                let follows = Quotient.follows(share.number, part, times: 100, over: whole)
            else { continue }
            if follows {
                result.pass()
                continue
            }
            let decimals = max(share.number.decimals, 2)
            let expected =
                (PrintedNumber.rounding(rate.middle, over: Bounds.scale, decimals: decimals)?.text() ?? "？") + "%"
            result.findings.append(
                Finding(
                    rule, in: context,
                    message: EvaluationWords.share(item.name, item.text, share.text, list.total.text, expected),
                    printed: share.text, expected: expected,
                    places: [
                        FindingPlace(
                            text: share.text,
                            place: FigurePlace(label: "\(item.name)占比", place: text.places[share.start])),
                        spot(item, text), spot(list.total, text),
                    ]))
        }
    }

    /// 2023年收入合计 and 总收入 are the same whole.
    private func bare(_ name: String, _ words: ReportWords) -> String {
        var text = name
        if let year = text.firstIndex(of: "年"), text[..<year].allSatisfy(\.isNumber) {
            text = String(text[text.index(after: year)...])
        }
        return words.totalFillers.reduce(text) { $0.replacing($1, with: "") }
    }

    // MARK: One value

    private func checkSingle(
        _ sentences: ReportSentences, _ text: ReportText, _ context: EvaluationContext, _ rule: Rule,
        into result: inout WordingResult
    ) {
        for word in context.definitions.single {
            var found: [ReportSentences.Amount] = []
            for range in sentences.sentences() {
                for amount in sentences.amounts(in: range) {
                    let opener = text.words.parts.first(where: amount.name.hasPrefix) ?? ""
                    let name = amount.name.dropFirst(opener.count)
                    let before = String(text.characters[range.lowerBound..<amount.range.lowerBound])
                    if name == word, !isBudget(before, text.words) { found.append(amount) }
                }
            }
            guard found.count > 1 else { continue }
            let decimals = min(2, found.map(\.number.decimals).max() ?? 0)
            let values = Set(found.map { "\($0.number.padded(to: decimals).text())\($0.unit.word)" })
            if values.count == 1 {
                result.pass()
                continue
            }
            // Amounts far from each other are of different things: each project's own, for one.
            let all = found.compactMap { bounds($0, decimals)?.middle }
            guard values.count == 2, let low = all.min(), let high = all.max(), low > 0, (high - low) * 10 <= high
            else {
                continue
            }
            result.findings.append(
                Finding(
                    rule, in: context, proof: .warning,
                    message: EvaluationWords.twoValues(word, found.map(\.text)), printed: found[1].text,
                    expected: found[0].text, places: found.map { spot($0, text) }))
        }
    }

    /// Whether the last word of time before an amount is the budget's; 较预算 is a comparison.
    private func isBudget(_ before: String, _ words: ReportWords) -> Bool {
        let text = words.noBudget.reduce(before) { $0.replacing($1, with: "") }
        func last(_ list: [String]) -> String.Index? { list.compactMap { text.ranges(of: $0).last?.lowerBound }.max() }
        guard let budget = last(words.budget) else { return false }
        return last(words.spent).map { $0 < budget } ?? true
    }
}
