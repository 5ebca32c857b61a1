import Fiscal
import Formulas

/// The English sentences of this module's faults; the Chinese ones are in `StandardsMessages`.
extension StandardsFault {
    var english: String { "\(file.quoted)\(line > 0 ? ", line \(line)" : ""): \(kind.english)" }
}

extension StandardsFault.Kind {
    fileprivate var english: String {
        switch self {
        case .notUtf8: "not UTF-8; save it as UTF-8."
        case .notYaml(let problem): "not valid YAML: \(problem.english)."
        case .missingKey(let key): "\(key.quoted) is missing."
        case .unknownKey(let key, let allowed): "unknown entry \(key.quoted); allowed: \(list(allowed))."
        case .wrongType(let key, let found, let wanted):
            "\(key.quoted) should be \(wanted.english), but is \(found.english)."
        case .unknownValue(let key, let found, let allowed):
            "\(key.quoted) is written \(found.quoted); allowed: \(list(allowed))."
        case .overlappingYears(let id, let other):
            "the years of \(id.quoted) overlap with those of \(other.quoted); change its first or its last year."
        case .gapInYears(let id, let from, let to):
            "\(id.quoted) is not defined for \(from)–\(to); add it or change the years."
        case .badRow(let column, let found, let wanted):
            "column \(column.quoted) is \(found.quoted); it should be \(wanted.english)."
        case .missingColumn(let column): "column \(column.quoted) is missing."
        case .unknownParent(let code): "the parent of code \(code.quoted) does not exist."
        case .cycle(let code): "code \(code.quoted) is, through its parents, its own parent."
        case .noProfile(let region, let year): "there is no profile for region \(region.quoted) and year \(year)."
        case .noForm(let id): "the profile names a form \(id.quoted) that does not exist."
        case .noFile(let path): "there is no \(path.quoted), or none that holds in this year; add it."
        case .unknownSource(let mark):
            "the source mark \(mark.quoted) is not defined in “来源.csv”; add a row, or use one that is there."
        case .badTemplate(let problem): "the phrase is wrong: \(problem.english)."
        case .badFormula(let fault, let text): "the formula is wrong: \(fault.english(in: text))."
        case .misplacedKey(let key, let method): "with “办法” written \(method.quoted), \(key.quoted) cannot stand here."
        case .sampleDisagrees(let wanted, let found):
            "the sample should give \(wanted.quoted) but gives \(found.quoted); change the formula or the sample."
        case .oneSidedTransfer(let matter, let isPaid):
            "the transfer \(matter.quoted) is left out only where it is \(isPaid ? "paid" : "received"); "
                + "name the other side too under “抵销” of the sheets."
        case .missingFile(let name): "there is no \(name.quoted) in the book's folder."
        case .missingTab(let name, let known): "there is no sheet \(name.quoted); there are: \(list(known))."
        case .missingSourceColumn(let name, let file, let known):
            "the header of \(file.quoted) has no \(name.quoted); it has: \(list(known)). "
                + "Where the header is not in row 1, give “表头行”."
        }
    }

    private func list(_ allowed: [String]) -> String {
        let shown = Array(allowed.prefix(12)).quoted
        return allowed.count > 12 ? shown + ", … (\(allowed.count) in all)" : shown
    }
}

extension StandardsFault.YamlProblem {
    fileprivate var english: String {
        switch self {
        case .empty: "the file is empty"
        case .syntax(let column): "near column \(column); check quotes, brackets, colons and indentation"
        case .duplicateKeys(let keys): "\(keys.quoted) stands twice"
        case .unreadable: "the file cannot be understood"
        }
    }
}

extension StandardsFault.Shape {
    fileprivate var english: String {
        switch self {
        case .written(let text): text.quoted
        case .mapping: "a group of “key: value”"
        case .list: "a list"
        case .text: "text"
        case .integer: "a whole number"
        case .number: "a number"
        case .integerFrom(let least): "a whole number, \(least) or more"
        case .uniqueWord: "a word that stands only once"
        case .yearFrom(let first): "a year not before the first year, \(first)"
        }
    }
}

extension StandardsFault.CellForm {
    fileprivate var english: String {
        switch self {
        case .code: "a code"
        case .shortCode: "digits or letters, 8 at most"
        case .ordinal: "an ordinal number"
        case .block: "a block's number"
        case .year: "a year"
        case .yearNotBeforeFirst: "a year not before the first year"
        case .level: "one of “类”, “款”, “项”"
        case .phase: "one of “年初预算”, “全年预算”, “决算”"
        }
    }
}

extension StandardsFault.TemplateProblem {
    fileprivate var english: String {
        switch self {
        case .unclosedBrace(let text): "“{” without its “}”: \(text.quoted)"
        case .unopenedBrace(let text): "“}” without its “{”: \(text.quoted)"
        case .unknownRole(let role, let known): "unknown way of printing \(role.quoted); allowed: \(known.quoted)"
        case .extraWords(let words): "words too many: \(words.quoted)"
        case .unknownSubject(let name, let known): "there is no figure \(name.quoted); there are: \(known.quoted)"
        }
    }
}
