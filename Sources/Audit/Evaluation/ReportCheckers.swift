import Fiscal
import Performance
import Publication
import Standards

/// 报告金额: what the report's sentences print of the rows of its base-data table, and of projects with a form.
struct ReportAmountChecker: EvaluationChecker {
    func check(_ context: EvaluationContext, rule: Rule) -> WordingResult {
        var result = WordingResult()
        for form in context.base {
            guard let text = ReportScope.text(of: form, in: context.paper) else {
                result.lack(EvaluationWords.noReport(form.name))
                continue
            }
            items(form, text, context, rule, into: &result)
            staff(form, text, context, rule, into: &result)
            projects(form, text, context, rule, into: &result)
        }
        projectForms(context, rule, into: &result)
        return result
    }

    // MARK: Rows of the base-data table

    private static let farthest = 8
    private static let nearest = 2
    private static let unitLength = 2

    /// 公务接待费 5.49 万元 after 决算数: the row, the column and the amount.
    private func items(
        _ form: EvaluationForm, _ text: ReportText, _ context: EvaluationContext, _ rule: Rule,
        into result: inout WordingResult
    ) {
        let words = form.definition.prose.flatMap { label in label.words.map { (label.name, $0) } }
            .sorted { $0.1.count > $1.1.count }
        var role: BaseColumn.Role?
        var item: (name: String, end: Int)?
        var told: (name: String, end: Int)?
        var index = 0
        while index < text.characters.count {
            if let (name, word) = words.first(where: { text.starts(with: $0.1, at: index) }) {
                index += word.count
                item = (name, index)
            } else if let (word, found) = column(text, at: index) {
                role = found
                // 25.12 万元，比上年决算 14.58 万元: of the same item still.
                if found == .before, item == nil, let last = told, index - last.end <= Self.nearest,
                    isAmount(text, behind: index + word.count)
                {
                    item = last
                }
                index += word.count
                if let known = item, index - known.end <= Self.farthest + word.count { item = (known.name, index) }
            } else if let amount = text.amount(at: index) {
                if let known = item, index - known.end <= Self.farthest, !hasStop(text, known.end..<index) {
                    compare(form, known.name, role ?? .actual, amount, text, context, rule, into: &result)
                }
                index = amount.range.upperBound
                told = item.map { ($0.name, index + Self.unitLength) }
                item = nil
            } else {
                if text.characters[index] == "。" { role = nil }
                index += 1
            }
        }
    }

    /// Whether nothing but words of the accounts stands before the next figure.
    private func isAmount(_ text: ReportText, behind index: Int) -> Bool {
        var rest = String(text.characters[index...].prefix(Self.farthest).prefix { !($0.isASCII && $0.isNumber) })
        for word in text.words.ofAccounts { rest = rest.replacing(word, with: "") }
        return rest.isEmpty
    }

    /// The column of the table that the words at a place speak of.
    private func column(_ text: ReportText, at index: Int) -> (word: String, role: BaseColumn.Role)? {
        for label in text.words.columns {
            if let role = BaseColumn.Role(rawValue: label.name), let word = text.word(of: label.words, at: index) {
                return (word, role)
            }
        }
        return nil
    }

    /// Words of a change, or another sentence, between the name and the amount.
    private func hasStop(_ text: ReportText, _ range: Range<Int>) -> Bool {
        let between = String(text.characters[range])
        return between.contains { "。；;、".contains($0) } || text.words.changes.contains(where: between.contains)
    }

    private func compare(
        _ form: EvaluationForm, _ name: String, _ role: BaseColumn.Role, _ amount: ReportText.Amount,
        _ text: ReportText,
        _ context: EvaluationContext, _ rule: Rule, into result: inout WordingResult
    ) {
        guard let row = form.rows.first(where: { $0.name == name }) else { return }
        add(form, row, role, amount, text, context, rule, into: &result)
    }

    private func add(
        _ form: EvaluationForm, _ row: BaseRow, _ role: BaseColumn.Role, _ amount: ReportText.Amount,
        _ text: ReportText, _ context: EvaluationContext, _ rule: Rule, into result: inout WordingResult
    ) {
        guard let cell = row.values[role] else { return }
        let prose = text.cell(amount)
        let arithmetic = FormArithmetic([cell, prose])
        guard let own = arithmetic.money(cell), let said = arithmetic.money(prose) else { return }
        if own.overlaps(said) {
            result.pass()
            return
        }
        let title = form.columns.first { $0.role == role }?.title ?? role.rawValue
        let other = form.columns.first { column in
            column.role != role && (arithmetic.money(row.values[column.role]).map { $0.overlaps(said) } ?? false)
        }
        let around = text.around(amount.range.lowerBound)
        result.findings.append(
            Finding(
                rule, in: context, proof: .warning,
                message: EvaluationWords.report(
                    around, amount.text, form.name, "\(title)：\(row.label.bare)", cell.text),
                printed: amount.text, expected: cell.text,
                difference: arithmetic.text((own.middle - said.middle).magnitudeValue),
                cause: other.map { EvaluationWords.sameAsColumn($0.title) } ?? "",
                places: [
                    FindingPlace(
                        text: amount.text,
                        place: FigurePlace(label: around, place: text.places[amount.range.lowerBound])),
                    form.spot("\(row.label.bare) / \(title)", cell),
                ]))
    }

    // MARK: Projects of the base-data table

    /// 某项目全年预算拨款 A 万元，年终决算数为 B 万元.
    private func projects(
        _ form: EvaluationForm, _ text: ReportText, _ context: EvaluationContext, _ rule: Rule,
        into result: inout WordingResult
    ) {
        let rows = form.rows.filter { $0.name.isEmpty }.map { ($0, foldedLabel($0.label.bare)) }.filter {
            $0.1.count >= 4
        }
        let all = text.characters
        for index in all.indices {
            guard
                let (row, name) = rows.filter({ text.starts(with: $0.1, at: index) }).max(by: {
                    $0.1.count < $1.1.count
                })
            else { continue }
            var role: BaseColumn.Role?
            var next = index + name.count
            let end = all[next...].firstIndex { "。；;".contains($0) } ?? all.count
            var seen: Set<BaseColumn.Role> = []
            while next < end {
                if let (word, found) = column(text, at: next) {
                    role = found
                    next += word.count
                } else if let amount = text.amount(at: next) {
                    if let role, seen.insert(role).inserted {
                        add(form, row, role, amount, text, context, rule, into: &result)
                    }
                    role = nil
                    next = amount.range.upperBound
                } else {
                    next += 1
                }
            }
        }
    }

    // MARK: Projects with a form of their own

    /// An amount of a project's section, with the section's heading and the words right before it.
    private struct Told {
        let cell: EvaluationCell
        let label: String
        let opening: String
    }

    /// Under a heading with a project's name: 项目支出 16.16 万元.
    private func projectForms(_ context: EvaluationContext, _ rule: Rule, into result: inout WordingResult) {
        let words = context.definitions.report
        let projects = context.projects.compactMap { form in form.fields["项目"].map { (form, Self.key($0.text, words)) }
        }
        guard !projects.isEmpty else { return }
        var found: [Int: [Told]] = [:]
        for (number, paragraph) in context.paper.paragraphs.enumerated() {
            let text = ReportText([paragraph], words: words)
            guard let opening = text.word(of: words.projects, at: 0), text.characters.count > opening.count,
                let amount = text.amount(at: opening.count)
            else { continue }
            let before = number > 0 ? context.paper.paragraphs[number - 1].text : ""
            for title in [before, paragraph.headings.last ?? ""] {
                let key = Self.key(title, words)
                guard key.count >= 3, title.count <= 30, let index = projects.firstIndex(where: { $0.1 == key }) else {
                    continue
                }
                found[index, default: []].append(Told(cell: text.cell(amount), label: title, opening: opening))
                break
            }
        }
        for (index, cells) in found.sorted(by: { $0.key < $1.key }) {
            compare(projects[index].0, cells, context, rule, into: &result)
        }
    }

    private func compare(
        _ form: EvaluationForm, _ cells: [Told], _ context: EvaluationContext,
        _ rule: Rule, into result: inout WordingResult
    ) {
        guard let row = form.fund(FundName.total),
            let own = row[FundColumn.actual] ?? row[FundColumn.budget]
        else { return }
        let arithmetic = FormArithmetic(cells.map(\.cell) + [own])
        guard let value = arithmetic.money(own) else { return }
        let wrong = cells.filter { told in arithmetic.money(told.cell).map { !$0.overlaps(value) } ?? false }
        result.pass(cells.count - wrong.count)
        guard let first = wrong.first, let said = arithmetic.money(first.cell) else { return }
        result.findings.append(
            Finding(
                rule, in: context, proof: .warning,
                message: EvaluationWords.report(
                    first.label + "：" + first.opening, first.cell.text, form.name,
                    "\(FundName.total) / \(FundColumn.actual)", own.text),
                printed: first.cell.text, expected: own.text,
                difference: arithmetic.text((said.middle - value.middle).magnitudeValue),
                cause: Self.isSwapped(first.cell.text, own.text) ? EvaluationWords.swapped : "",
                places: wrong.map { told in
                    FindingPlace(text: told.cell.text, place: FigurePlace(label: told.label, place: told.cell.place))
                } + [form.spot("\(FundName.total) / \(FundColumn.actual)", own)]))
    }

    /// A project's name without ordinals and words that say nothing.
    private static func key(_ name: String, _ words: ReportWords) -> String {
        var text = foldedLabel(name)
        text = String(text.drop(while: Numerals.isOfOrdinal))
        for (word, same) in words.sameInProjects { text = text.replacing(word, with: same) }
        return words.projectFillers.reduce(text) { $0.replacing($1, with: "") }
    }

    private static func digits(_ text: String) -> [Character] { text.filter { $0.isASCII && $0.isNumber } }

    private static func isSwapped(_ a: String, _ b: String) -> Bool {
        let (one, two) = (digits(a), digits(b))
        guard one.count == two.count, one != two else { return false }
        return one.sorted() == two.sorted()
    }
}
