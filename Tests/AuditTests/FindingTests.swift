import Fiscal
import Narrative
import Publication
import Standards
import Support
import Testing

@testable import Audit

/// What a finding says: one for a wrong figure, all its places, the arithmetic and the cause.
struct FindingTests {
    /// The finding that is left when one figure is printed as another number.
    private func finding(
        _ built: BuiltPaper, _ change: (ReadFigure) -> (PrintedNumber, Claim.Direction?)?, certainty: Certainty = .read
    ) throws -> (ReadFigure, [Finding]) {
        let figures = built.paper.figures
        for (index, figure) in figures.enumerated() {
            guard let (number, direction) = change(figure) else { continue }
            let changed = ReadFigure(
                figure: figure.figure, printed: number, unit: figure.unit, text: number.text(grouping: true),
                place: figure.place, certainty: certainty, direction: direction)
            let paper = built.paper.replacing(index, by: changed)
            let report = Auditor.audit(paper, options: AuditOptions(rules: built.rules, words: built.words))
            return (figure, report.findings.filter { $0.severity != .notice })
        }
        throw NoSuchFigure()
    }

    private struct NoSuchFigure: Error {}

    private func times(_ figure: ReadFigure, _ label: String, _ factor: Int64) -> (PrintedNumber, Claim.Direction?)? {
        guard figure.place.label.hasPrefix(label), let printed = figure.printed, !printed.isZero else { return nil }
        return (PrintedNumber(mantissa: printed.mantissa * factor, decimals: printed.decimals), nil)
    }

    @Test func oneWrongCellIsOneFinding() throws {
        let built = try BuiltPaper("hengyang-2021")
        let (figure, findings) = try finding(built) { times($0, "公开05表 公共安全支出", 10_000) }
        #expect(findings.count == 1)
        let found = try #require(findings.first)
        #expect(found.severity == .error && found.places[0].place == figure.place && found.places.count > 3)
        #expect(found.expected == figure.text + "万元" && found.cause.contains("大了一万倍"))
        #expect(found.rule.hasPrefix("T05-") && !found.basis.isEmpty)
        #expect(found.message.hasPrefix("“公开05表 公共安全支出 / ") && found.message.contains("，应为 \(figure.text)万元，差 "))
    }

    @Test func guessedFiguresMakeNoError() throws {
        let built = try BuiltPaper("hengyang-2021")
        let (_, findings) = try finding(built, { times($0, "公开03表 公共安全支出", 3) }, certainty: .guessed)
        #expect(!findings.isEmpty && findings.allSatisfy { $0.severity != .error })
    }

    @Test func wrongDirectionIsSaidSo() throws {
        let built = try BuiltPaper("hengyang-2021")
        let (figure, findings) = try finding(built) { figure in
            guard case .derived(.growth) = figure.figure, let said = figure.direction, let printed = figure.printed
            else {
                return nil
            }
            return (printed, said == .rise ? .fall : .rise)
        }
        #expect(findings.contains { $0.rule == "P-003" || $0.places.contains { $0.place == figure.place } })
    }

    @Test func truncatedRateIsToldByItsCause() throws {
        let built = try BuiltPaper("hengyang-2021")
        let (figure, findings) = try finding(built) { figure in
            guard case .derived(.share) = figure.figure, let printed = figure.printed, printed.mantissa > 5000,
                printed.mantissa % 100 != 0
            else { return nil }
            return (PrintedNumber(mantissa: printed.mantissa / 100 * 100, decimals: printed.decimals), nil)
        }
        let found = try #require(findings.first)
        #expect(findings.count == 1 && found.places[0].place == figure.place && found.cause.contains("舍去"))
    }

    @Test func neighbouringFigureIsNamed() throws {
        let built = try BuiltPaper("hengyang-2021")
        let row = built.paper.tables[4].figures
        let basic = try #require(row.first { $0.place.label.contains("公共安全支出 / 基本支出") }?.printed)
        let (_, findings) = try finding(built) { figure in
            figure.place.label.hasPrefix("公开05表 公共安全支出 / 项目支出") ? (basic, nil) : nil
        }
        #expect(findings.count == 1 && findings[0].cause.contains("公共安全支出 / 基本支出"))
    }

    @Test("A written rule's message names every figure that it reckons with, and how the sides should stand")
    func writtenRulesNameTheirFigures() throws {
        let built = try BuiltPaper("hengyang-2021")
        let (figure, findings) = try finding(built) { figure in
            guard figure.place.label.contains("培训费"), figure.unit == "万元", let printed = figure.printed,
                !figure.place.label.hasPrefix("公开")
            else { return nil }
            return (PrintedNumber(mantissa: printed.mantissa * 10_000, decimals: printed.decimals), nil)
        }
        let found = try #require(findings.first { $0.rule == "P-028" })
        let total = try #require(
            built.paper.figures.first { $0.place.label.hasPrefix("公开03表") && $0.place.label.contains("本年支出合计") })
        #expect(found.places.map(\.place) == [figure.place, total.place])
        for place in found.places { #expect(found.message.contains(place.place.label)) }
        #expect(found.message.contains("，应不大于“公开03表") && found.message.contains("”印的 \(total.text) 万元，相差 "))
    }

    @Test("Sums on either side are told with what they come to")
    func writtenRulesNameSums() throws {
        let built = try BuiltPaper("hengyang-2021")
        let rule = try #require(built.rules.first { $0.id == "T03-05" })
        let index = try #require(
            built.paper.figures.firstIndex {
                $0.place.label.hasPrefix("公开03表 公共安全支出") && $0.place.label.hasSuffix("本年支出合计")
            })
        let old = built.paper.figures[index]
        let less = ReadFigure(
            figure: old.figure, printed: PrintedNumber(mantissa: 100, decimals: 2), unit: old.unit, text: "1.00",
            place: old.place)
        let result = RuleAuditor(built.paper.replacing(index, by: less)).audit([rule])
        let message = try #require(result.first?.findings.first { $0.places[0].place == old.place }?.message)
        #expect(message.contains("印 1.00 万元，应不小于“公开05表 "), "\(message)")
        #expect(message.contains("规则是“\(rule.title)”（204 公共安全支出）"), "\(message)")
    }

    @Test("A share of a part that is printed nowhere is held against the whole that the parts make up")
    func sharesOfHiddenParts() throws {
        let built = try BuiltPaper("hengyang-2021")
        let plain = Auditor.audit(built.paper, options: AuditOptions(rules: built.rules, words: built.words))
        #expect(plain.findings.allSatisfy { $0.severity == .notice })
        for word in ["占货物支出金额的", "占工程支出金额的", "占服务支出金额的"] {
            let (figure, findings) = try finding(built) { figure in
                guard figure.place.label.contains(word), let printed = figure.printed else { return nil }
                return (PrintedNumber(mantissa: printed.mantissa / 10, decimals: printed.decimals), nil)
            }
            let found = try #require(findings.first { $0.places.contains { $0.place == figure.place } }, "\(word)")
            #expect(found.rule == "P-030" && found.severity == .warning && findings.count == 1, "\(found)")
        }
    }

    @Test func bookDecidesWhatIsWrong() throws {
        let built = try BuiltPaper("shifeng-2020")
        let figures = built.paper.figures
        let index = try #require(figures.indices.first { figures[$0].printed.map { $0.mantissa > 1000 } ?? false })
        let number = PrintedNumber(mantissa: 12_345, decimals: 2)
        let changed = ReadFigure(
            figure: figures[index].figure, printed: number, unit: figures[index].unit, text: number.text(),
            place: figures[index].place)
        let report = Auditor.audit(
            built.paper.replacing(index, by: changed),
            options: AuditOptions(book: built.facts, rules: built.rules, words: built.words))
        let findings = report.findings.filter { $0.severity != .notice && !Suspicions.rules.contains($0.rule) }
        #expect(findings.count == 1 && findings[0].message.contains("账套中此数为"))
    }

    /// Last year's paper of some name: with what this year's changes leave for last year.
    private func lastYears(_ built: BuiltPaper, unit: String, factor: Int64 = 1) throws -> UnderstoodPaper {
        let year = built.paper.year.previous
        var prior = UnderstoodPaper(
            file: "上年", unit: unit, standards: try built.standards(of: year), regionChoice: .named)
        let now = built.paper.tables.flatMap(\.figures)
        let figures = built.paper.claims.compactMap { claim -> ReadFigure? in
            guard case .derived(.change(let key, since: let before)) = claim.figure, before.year == year,
                let change = claim.printed,
                let own = now.first(where: { $0.figure.withoutUnit == .fact(key.withoutUnit) })?.printed,
                own.decimals == change.decimals
            else { return nil }
            let size = claim.direction == .fall ? own.mantissa + change.mantissa : own.mantissa - change.mantissa
            return ReadFigure(
                figure: .fact(before), printed: PrintedNumber(mantissa: size * factor, decimals: own.decimals),
                unit: "万元", text: "", place: FigurePlace(label: "上年", place: nil))
        }
        let form = built.paper.tables[0].form
        prior.tables = [ReadTable(form: form, number: "", title: form.title, place: nil, figures: figures)]
        return prior
    }

    private func fit(_ built: BuiltPaper, _ prior: UnderstoodPaper) -> (fit: CompanionFit?, passed: Int) {
        let report = Auditor.audit(built.paper, options: AuditOptions(prior: prior, rules: built.rules))
        return (report.companions[.prior], report.count(.passed) + report.count(.failed))
    }

    @Test("A department that was renamed is known by its figures; another one is not compared")
    func renamedDepartment() throws {
        let built = try BuiltPaper("hengyang-2021")
        let plain = Auditor.audit(built.paper, options: AuditOptions(rules: built.rules))
        #expect(plain.companions.isEmpty)
        let alone = plain.count(.passed) + plain.count(.failed)
        let same = try fit(built, lastYears(built, unit: built.paper.unit))
        #expect(same.fit == .fits && same.passed > alone)
        let renamed = try fit(built, lastYears(built, unit: "望江市旧名局"))
        guard case .renamed("望江市旧名局", let shared, let agreeing)? = renamed.fit else {
            Issue.record("\(String(describing: renamed.fit))")
            return
        }
        #expect(shared >= 3 && agreeing == shared && renamed.passed == same.passed)
        let other = try fit(built, lastYears(built, unit: "望江市旧名局", factor: 3))
        #expect(other.fit == .otherUnit(own: built.paper.unit, given: "望江市旧名局") && other.passed == alone)
        #expect(try fit(built, lastYears(built, unit: "")).fit == .unnamed)
    }

    @Test("Last year's paper is held against this year's, as a warning")
    func priorPaper() throws {
        let built = try BuiltPaper("hengyang-2021")
        // The same paper a year earlier: its figures are not what this one says of last year.
        var prior = built.paper
        prior.file = "上年"
        let year = built.paper.year.previous
        prior.standards = try built.standards(of: year)
        prior.tables = built.paper.tables.map { table in
            ReadTable(
                form: table.form, number: table.number, title: table.title, place: nil,
                figures: table.figures.map { $0.moved(to: year) })
        }
        let report = Auditor.audit(
            built.paper, options: AuditOptions(prior: prior, rules: built.rules, words: built.words))
        #expect(!report.findings.isEmpty && report.findings.allSatisfy { $0.severity != .error })
        #expect(report.findings.contains { $0.places.contains { $0.file == "上年" } })
    }
}

extension ReadFigure {
    fileprivate func moved(to year: FiscalYear) -> ReadFigure {
        guard case .fact(var key) = figure else { return self }
        key.year = year
        return ReadFigure(figure: .fact(key), printed: printed, unit: unit, text: text, place: place)
    }
}
