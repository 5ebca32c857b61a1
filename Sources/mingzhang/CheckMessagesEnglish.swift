import Audit
import Fiscal
import Paper

/// The English words of a check's report; the Chinese ones are in `CheckMessages`.
extension CheckLine {
    var english: String {
        switch self {
        case .file(let path): "[\(path.quoted)]"
        case .paper(let unit, let year): "\(unit.isEmpty ? "(no unit named)" : unit.quoted), year \(year)"
        case .together(let files):
            "Checked as one paper: \(files.map(\.quoted).joined(separator: ", "))"
        case .companion(let companion, let fit): fit.english(of: companion)
        case .severity(let severity, let count):
            "\(counted(count, severity.rawValue)) (\(severity.englishMeaning))"
        case .finding(let number, let rule): "\(number). [\(rule.quoted)]"
        case .cause: "likely cause: "
        case .basis: "basis: "
        case .original: "printed: "
        case .position(let place): " (\(place.english))"
        case .morePlaces(let count): "· \(counted(count, "more place")), see the file of --report"
        case .total, .gap, .outcomes: totalEnglish
        case .verdict, .files, .working, .reportWritten, .annotated, .notAnnotated: filesEnglish
        default: coverageEnglish
        }
    }

    private var totalEnglish: String {
        switch self {
        case .total(let errors, let warnings, let notices, let hidden):
            errors + warnings + notices == 0
                ? "Nothing was found."
                : "\(counted(errors, "error")), \(counted(warnings, "warning")), \(counted(notices, "notice"))"
                    + (hidden > 0 ? " (--notices lists them)." : ".")
        case .gap(.noForms(let kind), let region, let year, _):
            "The forms of \(kind.quoted) are not known for this place and year (\(region), \(year)); nothing was checked, "
                + "so this is no clean result."
        case .gap(.noTables, _, _, 0): "Not one form was read; nothing was checked, so this is no clean result."
        case .gap(.noTables, _, _, let checked):
            "Not one form was read; only \(counted(checked, "place")) in the sentences could be checked, so this is no "
                + "clean result."
        case .outcomes(let passed, let tails, let failed, let notApplicable, let unchecked):
            "\(counted(passed + failed, "check")): \(passed) passed (\(tails) within what rounding explains), "
                + "\(failed) failed; \(notApplicable) not applicable, \(unchecked) not checked."
        default: ""
        }
    }

    private var coverageEnglish: String {
        switch self {
        case .coverage(let forms, let wanted, let figures, let checked):
            "\(forms) of \(counted(wanted, "form")) and \(counted(figures, "figure")) were read; "
                + "\(checked) of them can be checked by others."
        case .regionGuessed(let region) where region.hasPrefix("00"):
            "The region is not named; the forms that are common everywhere were taken. Name it with --region."
        case .regionGuessed(let region):
            "The region is not named; by the look of the forms \(region) was taken. Name it with --region."
        case .evaluationForms(let count): "\(counted(count, "evaluation form")) read: "
        case .onlyEvaluation(let kind):
            "None of the forms of \(kind.quoted) was read, so it was checked as a paper of evaluation only; if it should "
                + "have them, look at the file."
        case .formsFound(let count): "\(counted(count, "form")) read: "
        case .formsMissing(let count): "\(counted(count, "form")) not found: "
        case .unread(let count): "\(counted(count, "part")) not understood: "
        case .unassigned(let count): "\(counted(count, "figure")) whose row or column is not clear: "
        case .openClaims(let count): "\(counted(count, "figure")) of sentences, whose subject is not clear, not checked"
        case .uncheckedPlaces(let count, let rules):
            "What could not be checked (\(counted(count, "place")), \(counted(rules, "rule"))):"
        case .reason(let text, let rules): "\(text.quoted) [\(rules.quoted)]"
        case .moreReasons(let count): counted(count, "more reason")
        case .coverageHint:
            "What was not checked may be wrong. --coverage lists it one by one, as does the file of --report."
        case .family(let name, let rules): "\(name.quoted) (\(counted(rules, "rule")))"
        case .rule(let id, let title, let passed, let failed, let notApplicable, let unchecked):
            "\((id + " " + title).quoted): \(passed) passed, \(failed) failed, \(notApplicable) not applicable, "
                + "\(unchecked) not checked"
        case .notMet(let count): "\(counted(count, "more rule")) met no figures to check"
        case .needsBook(let count): "\(counted(count, "more rule")) would need the book"
        case .place(let label, let place):
            label.quoted + (place.map { CheckLine.position($0).english } ?? "")
        default: ""
        }
    }

    private var filesEnglish: String {
        switch self {
        case .verdict(let verdict): verdict.english
        case .files(let count, let documents, let verdicts):
            (documents > count
                ? "\(counted(count, "paper")) in \(counted(documents, "file")): " : "\(counted(count, "file")): ")
                + verdicts.map { "\($1) \($0.english)" }.joined(separator: ", ") + "."
        case .working(let number, let count, let file): "Checking \(number)/\(count): \(file.quoted)"
        case .reportWritten(let path): "Report written to \(path.quoted)."
        case .annotated(let path, let findings, let places):
            "Annotated copy written to \(path.quoted): \(counted(findings, "finding")), \(counted(places, "place")) marked."
        case .notAnnotated(let file): "\(file.quoted) is no PDF, so there is no annotated copy of it."
        default: ""
        }
    }
}
