import Audit
import Fiscal
import Paper

/// The English words of a check's report; the Chinese ones are in `CheckMessages`.
extension CheckLine {
    var english: String {
        switch self {
        case .file(let path): "[\(path.quoted)]"
        case .finding(let number, let severity, let rule): "\(number). \(severity.rawValue) [\(rule.quoted)]"
        case .cause: "likely cause: "
        case .basis: "basis: "
        case .position(let place): " (\(place.english))"
        case .morePlaces(let count): "· \(counted(count, "more place")), see --format json"
        case .total(let errors, let warnings, let notices, let hidden):
            errors + warnings + notices == 0
                ? "Nothing was found."
                : "\(counted(errors, "error")), \(counted(warnings, "warning")), \(counted(notices, "notice"))"
                    + (hidden > 0 ? " (--notices lists them)." : ".")
        case .outcomes(let passed, let tails, let failed, let notApplicable, let unchecked):
            "\(counted(passed + failed, "check")): \(passed) passed (\(tails) within what rounding explains), "
                + "\(failed) failed; \(notApplicable) not applicable, \(unchecked) not checked."
        case .coverage(let forms, let figures, let checked):
            "\(counted(forms, "form")) and \(counted(figures, "figure")) were read; "
                + "\(checked) of them can be checked by others."
        case .regionGuessed(let region):
            "The region is not named; by the look of the forms \(region) was taken. Name it with --region."
        case .formsMissing(let count): "\(counted(count, "form")) not found: "
        case .unread(let count): "\(counted(count, "part")) not understood: "
        case .unassigned(let count): "\(counted(count, "figure")) whose row or column is not clear: "
        case .openClaims(let count): "\(counted(count, "figure")) of sentences whose subject is not clear: "
        case .uncheckedRule(let rule, let count): "Not checked [\(rule.quoted)], \(counted(count, "place")): "
        case .notRead: "unreadable"
        case .gap(.noForms(let kind), let region, let year, _):
            "The forms of \(kind.quoted) are not known for this place and year (\(region), \(year)); nothing was checked."
        case .gap(.noTables, _, _, 0): "Not one form was read; nothing was checked."
        case .gap(.noTables, _, _, let checked):
            "Not one form was read; only \(counted(checked, "place")) in the sentences could be checked."
        }
    }
}
