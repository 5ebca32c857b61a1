import Fiscal
import Performance
import Publication
import Standards

/// Forms of performance of a paper beside those that the book prints: cell by cell, by what the cells are about.
struct BookFormComparison {
    private(set) var passed = 0
    private(set) var findings: [Finding] = []

    private static let longestWords = 12

    /// - Parameter book: forms as the book would print them, of every stage.
    init(_ forms: [EvaluationForm], book: [EvaluationForm], rule: String) {
        for form in forms {
            let others = book.filter { Self.isSame($0, form) }
            // Two of one name cannot be told apart.
            guard let other = others.first, others.count == 1, forms.count(where: { Self.isSame($0, form) }) == 1 else {
                continue
            }
            compare(form, other, rule)
        }
    }

    /// Whether two forms are about the same project, or about the whole.
    private static func isSame(_ one: EvaluationForm, _ other: EvaluationForm) -> Bool {
        guard one.definition.id == other.definition.id else { return false }
        return foldedLabel(one.fields["项目"]?.text ?? "") == foldedLabel(other.fields["项目"]?.text ?? "")
    }

    private mutating func compare(_ form: EvaluationForm, _ book: EvaluationForm, _ rule: String) {
        let (own, wanted) = (Self.cells(form), Self.cells(book))
        for (label, cell) in own.sorted(by: { $0.key < $1.key }) {
            guard let other = wanted[label], let cell, let other, let agrees = Self.agrees(cell, other) else {
                continue
            }
            if agrees {
                passed += 1
                continue
            }
            let isNumber = cell.number != nil && other.number != nil
            findings.append(
                Finding(
                    rule: rule, severity: isNumber ? .error : .warning,
                    message: EvaluationWords.book(form.name, label, cell.text, other.text), printed: cell.text,
                    expected: other.text, places: [form.spot(label, cell)]))
        }
        let names = Set(form.indicators.map { foldedLabel($0.title) })
        let missing = book.indicators.map(\.title).filter { !names.contains(foldedLabel($0)) }
        guard !missing.isEmpty, !form.indicators.isEmpty else { return }
        findings.append(
            Finding(
                rule: rule, severity: .warning, message: EvaluationWords.bookIndicators(form.name, missing),
                places: [FindingPlace(text: "", place: FigurePlace(label: form.name, place: form.place))]))
    }

    /// Cells by what they are about; nil where two are about the same.
    private static func cells(_ form: EvaluationForm) -> [String: EvaluationCell?] {
        var result: [String: EvaluationCell?] = [:]
        func add(_ label: String, _ cell: EvaluationCell?) {
            guard let cell, !cell.isBlank else { return }
            result[label] = result[label] == nil ? .some(cell) : .some(nil)
        }
        for indicator in form.indicators {
            let name = foldedLabel(indicator.title)
            add("\(name) / \(IndicatorColumn.target)", indicator.target)
            add("\(name) / \(IndicatorColumn.actual)", indicator.actual)
            add("\(name) / \(IndicatorColumn.weight)", indicator.weight)
            add("\(name) / \(IndicatorColumn.score)", indicator.score)
        }
        for row in form.funds { for (column, cell) in row.values { add("\(row.name) / \(column)", cell) } }
        for (name, cell) in form.natures { add(name, cell) }
        for (name, cell) in form.staff { add(name, cell) }
        for row in form.rows {
            for (role, cell) in row.values { add("\(row.label.bare) / \(role.rawValue)", cell) }
        }
        add("总分 / \(IndicatorColumn.weight)", form.totalWeight)
        add("总分 / \(IndicatorColumn.score)", form.totalScore)
        return result
    }

    /// nil where long words differ, which only a person can judge.
    private static func agrees(_ own: EvaluationCell, _ book: EvaluationCell) -> Bool? {
        if foldedLabel(own.text) == foldedLabel(book.text) { return true }
        guard let one = own.number, let other = book.number else {
            return max(own.text.count, book.text.count) > longestWords ? nil : false
        }
        guard one.unit == other.unit || one.unit.isEmpty || other.unit.isEmpty else { return false }
        let isSame = one.isSame(as: other)
        guard isSame == false, let own = Bounds(one.printed, factor: 1),
            let wanted = Bounds(other.printed, factor: 1)
        else { return isSame }
        return own.isInYuan(beside: wanted) || wanted.isInYuan(beside: own) ? nil : false
    }
}
