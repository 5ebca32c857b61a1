import Fiscal
import Publication
import Standards

/// 金额单位用语: 元 among 万元. Proved where a table prints the same digits in its own unit.
struct MoneyWordChecker: WordingChecker {
    let words: WordLists
    private static let fewest = 2

    func check(_ paper: WordingContext, rule: Rule) -> WordingResult {
        var result = WordingResult()
        if paper.paragraphs.isEmpty { result.lack(WordingWords.noProse) }
        var printed: [String: ReadFigure] = [:]
        for table in paper.tables where table.form.unit != .yuan {
            for figure in table.figures where figure.printed?.isZero == false {
                guard let number = figure.printed else { continue }
                printed[number.text(trimmingZeros: true)] = figure
            }
        }
        checkLarge(paper, rule, into: &result)
        let spared = words("金额单位用语", "除外").map { foldedLabel($0) }
        for passage in paper.prose where !passage.phrases.isEmpty {
            let scan = AmountScan(passage.folded)
            let larger = scan.largerUnits
            for amount in scan.yuan(before: 12, after: 4) {
                if spared.contains(where: { amount.before.contains($0) || amount.after.hasPrefix($0) }) { continue }
                let number = try? NumberText.parse(amount.number)
                let same = number.flatMap { printed[$0.text(trimmingZeros: true)] }
                guard let same, number?.decimals ?? 0 > 0 else {
                    if larger >= Self.fewest, number?.decimals ?? 0 == 2 {
                        report(amount.text, nil, passage, paper, rule, into: &result)
                    }
                    continue
                }
                report(amount.text, same, passage, paper, rule, into: &result)
            }
            if larger > 0 { result.pass(larger) }
        }
        return result
    }

    /// 150000万元 of what a table has 15.00万元 for: more than anything in the tables, and all in 元.
    private func checkLarge(_ paper: WordingContext, _ rule: Rule, into result: inout WordingResult) {
        let figures = paper.tables.filter { $0.form.unit == .tenThousandYuan }.flatMap(\.figures)
        let most = figures.compactMap { $0.printed.map(Self.magnitude) }.max() ?? 0
        guard most > 0 else { return }
        for passage in paper.prose where passage.folded.contains("0万元") {
            for told in RunningSentence.all(in: passage.folded, units: []).flatMap(\.figures) {
                guard told.money == .tenThousandYuan, told.number.decimals == 0, told.name.count >= Self.shortestName,
                    Self.magnitude(told.number) > most
                else { continue }
                let yuan = PrintedNumber(mantissa: told.number.mantissa, decimals: Self.tenThousand)
                let same = figures.first { figure in
                    figure.printed?.isSameValue(as: yuan) ?? false
                        && foldedLabel(figure.place.label).contains(told.name.suffix(Self.shortestName))
                }
                guard let same else { continue }
                result.findings.append(
                    Finding(
                        rule, paper, proof: .warning,
                        message: WordingWords.largeUnit(passage, told.text, same), printed: told.text,
                        expected: same.text + same.unit,
                        places: [passage.at(told.text), FindingPlace(text: same.text, place: same.place)]))
            }
        }
    }

    /// Decimals of a 元 in 万元.
    private static let tenThousand = 4
    private static let shortestName = 4

    /// In hundredths, near enough to tell the larger.
    private static func magnitude(_ number: PrintedNumber) -> Int128 {
        Int128(number.mantissa.magnitude) * powerOfTen(2) / powerOfTen(number.decimals)
    }

    private func report(
        _ printed: String, _ same: ReadFigure?, _ passage: Passage, _ paper: WordingContext, _ rule: Rule,
        into result: inout WordingResult
    ) {
        let places = [passage.at(printed)] + (same.map { [FindingPlace(text: $0.text, place: $0.place)] } ?? [])
        result.findings.append(
            Finding(
                rule, paper, proof: same == nil ? .warning : .error,
                message: WordingWords.smallUnit(passage, printed, same), printed: printed,
                places: places))
    }
}

/// 数的写法: an amount without a unit, or with two.
struct NumberStyleChecker: WordingChecker {
    let words: WordLists

    func check(_ paper: WordingContext, rule: Rule) -> WordingResult {
        var result = WordingResult()
        if paper.paragraphs.isEmpty { result.lack(WordingWords.noProse) }
        let asking = words("金额单位用语", "后应有单位")
        for passage in paper.prose where !passage.phrases.isEmpty {
            let scan = AmountScan(passage.folded)
            if let printed = scan.twoUnits {
                report(WordingWords.twoUnits(passage, printed), printed, passage, paper, rule, into: &result)
            } else if let bare = scan.bare(behind: asking), passage.folded.contains("元"), bare.number != "0" {
                report(WordingWords.noUnitWord(passage, bare.text), bare.text, passage, paper, rule, into: &result)
            } else {
                result.pass()
            }
        }
        return result
    }

    private func report(
        _ message: String, _ printed: String, _ passage: Passage, _ paper: WordingContext, _ rule: Rule,
        into result: inout WordingResult
    ) {
        result.findings.append(
            Finding(rule, paper, message: message, printed: printed, places: [passage.at(printed)]))
    }
}

/// 百分比写法: as many decimals everywhere. Dropping a last zero is no other way of writing.
struct PercentStyleChecker: WordingChecker {
    private static let fewest = 3
    /// One in ten ends in a zero that may be dropped.
    private static let share = 4

    func check(_ paper: WordingContext, rule: Rule) -> WordingResult {
        var result = WordingResult()
        var byDecimals: [Int: [FindingPlace]] = [:]
        for passage in paper.prose where !passage.phrases.isEmpty {
            for share in AmountScan(passage.folded).percentages {
                byDecimals[share.decimals, default: []].append(passage.at(share.text))
            }
        }
        let total = byDecimals.values.map(\.count).reduce(0, +)
        guard total > 0 else {
            result.lack(WordingWords.noPercent)
            return result
        }
        let usual = byDecimals.max { ($0.value.count, $0.key) < ($1.value.count, $1.key) }?.key ?? 2
        for (decimals, places) in byDecimals.sorted(by: { $0.key < $1.key }) where decimals != usual {
            guard places.count >= Self.fewest, places.count * Self.share >= total else { continue }
            result.findings.append(
                Finding(
                    rule, paper, proof: .notice, message: WordingWords.decimals(places.count, decimals, usual: usual),
                    printed: places[0].text, places: places))
        }
        if result.findings.isEmpty { result.pass(total) }
        return result
    }
}
