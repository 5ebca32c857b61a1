import Paper
package import Publication

/// What a check came to, for one rule at one place.
package enum Outcome: String, Sendable, Hashable, CaseIterable {
    case passed = "通过"
    case failed = "不符"
    case notApplicable = "不适用"
    case unchecked = "未检查"
}

/// How sure a finding is.
package enum Severity: String, Sendable, Hashable, CaseIterable {
    /// Proved: no exact amounts can stand behind what is printed.
    case error
    /// Nearly always a defect.
    case warning
    /// What true papers often break, and tails of rounding.
    case notice
}

/// One wrong figure (or word, or gap), with every place that shows it.
package struct Finding: Sendable, Hashable {
    package var rule: String
    package var severity: Severity
    /// In plain Chinese: where, what is printed, what it should be by which arithmetic, what to look at.
    package var message: String
    /// The figure in doubt as printed; empty for a missing thing.
    package var printed: String
    /// What it should be by the arithmetic; empty where it cannot be told.
    package var expected: String
    package var difference: String
    /// Legal basis; one not confirmed ends in （待核） and names no article.
    package var basis: String
    /// Where the wrong figure came from, when that shows; empty otherwise.
    package var cause: String
    /// The figure's own place first; at least one.
    package var places: [FindingPlace]

    package init(
        rule: String, severity: Severity, message: String, printed: String = "", expected: String = "",
        difference: String = "", basis: String = "", cause: String = "", places: [FindingPlace]
    ) {
        self.rule = rule
        self.severity = severity
        self.message = message
        self.printed = printed
        self.expected = expected
        self.difference = difference
        self.basis = basis
        self.cause = cause
        self.places = places
    }
}

/// One place of a finding: what is printed there, and where that is.
package struct FindingPlace: Sendable, Hashable {
    package var text: String
    package var place: FigurePlace
    /// The file, where several were checked together.
    package var file: String

    package init(text: String, place: FigurePlace, file: String = "") {
        self.text = text
        self.place = place
        self.file = file
    }
}

extension FindingPlace {
    /// Line or page with the digits printed there: the same figure, whatever it is called.
    var spot: String {
        let digits = text.filter { $0.isASCII && $0.isNumber }
        guard let place = place.place else { return place.label }
        return spot(place, digits)
    }

    private func spot(_ place: Place, _ digits: String) -> String {
        switch place {
        case .line(let line, _): "l\(line) \(digits)"
        case .page(let page, _): "p\(page) \(digits)"
        case .paragraph(let number): "a\(number) \(digits)"
        case .sheet(let sheet, let cell): "\(sheet) \(cell)"
        case .table(let table, let row, let column): "t\(table) \(row) \(column)"
        case .document(let name, let place): "\(name) " + spot(place, digits)
        }
    }
}
