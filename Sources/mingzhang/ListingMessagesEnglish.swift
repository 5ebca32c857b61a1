import Fiscal
import Performance
import Standards

/// The English words of the lists of standards; the Chinese ones are in `ListingMessages`.
extension StandardsKind {
    var english: String {
        switch self {
        case .form: "form"
        case .phrase: "phrase"
        case .concept: "concept"
        case .profile: "layout"
        case .source: "source"
        case .scheme: "scheme"
        case .codeList: "codes"
        case .term: "definition"
        case .listedCode(let list): list.quoted
        case .code(let dimension):
            switch dimension {
            case .fund: "fund"
            case .function: "function code"
            case .economic: "economic code"
            case .kind: "kind of expenditure"
            case .item: "item"
            case .size: "size of supplier"
            }
        }
    }
}

extension StandardsRow.CodeCounts {
    var english: String { "\(all), \(confirmed) of them confirmed" }
}

extension StandardsDetail {
    var english: String {
        switch self {
        case .otherNames(let names): "also called: \(names.quoted)"
        case .column(let number, let title):
            "column \(number.isEmpty ? "-" : number): \(title.joined(separator: "/").quoted)"
        case .subject(let name, let words): name.quoted + (words.isEmpty ? "" : ": \(words.quoted)")
        case .sum(let terms):
            "= " + terms.map { ($0.sign < 0 ? "− " : "+ ") + $0.concept.quoted }.joined(separator: " ")
        case .parent(let code, let name): "parent: \(code) \(name.quoted)"
        case .child(let code, let name): "child: \(code) \(name.quoted)"
        case .meaning(let text): "definition: \(text.quoted)"
        case .seen(let text): "seen: \(text.quoted)"
        case .weight(let name, let points, let seconds):
            "\(name.quoted): \(pointsText(points)) points" + (seconds.isEmpty ? "" : " (\(seconds.quoted))")
        case .forms(let forms): "for \(forms.quoted)"
        case .parameter(let name, let value): "\(name.quoted): \(value.quoted)"
        case .usual: "taken where the book names none"
        }
    }
}
