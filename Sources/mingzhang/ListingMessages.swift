import Fiscal
import Performance
import Standards

/// What kind of definition a row of the list is.
enum StandardsKind: Hashable {
    case form, phrase, concept, codeList, term, profile, source, scheme
    case code(Dimension)
    /// A code of a list that is no dimension, with the list's name.
    case listedCode(String)

    /// In the language in force.
    var message: String {
        switch MessageLanguage.current {
        case .chinese: chinese
        case .english: english
        }
    }
}

/// One line about a definition.
enum StandardsDetail {
    case otherNames([String])
    case column(number: String, title: [String])
    case subject(String, words: [String])
    case sum([(sign: Int64, concept: String)])
    case parent(code: String, name: String)
    case child(code: String, name: String)
    case meaning(String)
    case seen(String)
    /// Of a scheme: hundredths of a point, and what the level has under it.
    case weight(String, points: Int64, seconds: [String])
    case forms([String])
    case usual
    case parameter(String, String)

    /// In the language in force.
    var message: String {
        switch MessageLanguage.current {
        case .chinese: chinese
        case .english: english
        }
    }
}

extension StandardsRow {
    /// Where the sources of a code list stand.
    static let sourcesInside = "见各行"

    /// The name, or how many codes a list has, in the language in force.
    var shownName: String {
        guard let counts else { return name }
        return switch MessageLanguage.current {
        case .chinese: counts.chinese
        case .english: counts.english
        }
    }

    /// The source, or that no public text confirms it, in the language in force.
    var shownSource: String {
        switch MessageLanguage.current {
        case .chinese:
            counts != nil ? Self.sourcesInside : source.isEmpty ? "待核" : source + (isUnconfirmed ? "（待核）" : "")
        case .english:
            counts != nil
                ? "of each code" : source.isEmpty ? "unconfirmed" : source + (isUnconfirmed ? " (unconfirmed)" : "")
        }
    }
}

extension StandardsRow.CodeCounts {
    /// As JSON has it too, whatever the language.
    var chinese: String { "\(all) 个，已核 \(confirmed) 个" }
}

extension StandardsKind {
    /// As JSON has it too, whatever the language.
    var chinese: String {
        switch self {
        case .form: "表"
        case .profile: "版式"
        case .source: "来源"
        case .scheme: "方案"
        case .phrase: "句"
        case .concept: "指标"
        case .codeList: "编码"
        case .term: "释义"
        case .listedCode(let list): list
        case .code(let dimension): dimension.word
        }
    }
}

extension StandardsDetail {
    /// As JSON has it too, whatever the language.
    var chinese: String {
        switch self {
        case .otherNames(let names): "又名：\(names.joined(separator: "、"))"
        case .column(let number, let title):
            "栏 \(number.isEmpty ? "-" : number)：\(title.joined(separator: "/"))"
        case .subject(let name, let words): "\(name)：\(words.joined(separator: "、"))"
        case .sum(let terms): "＝ " + terms.map { ($0.sign < 0 ? "− " : "＋ ") + $0.concept }.joined(separator: " ")
        case .parent(let code, let name): "上级：\(code) \(name)"
        case .child(let code, let name): "下级：\(code) \(name)"
        case .meaning(let text): "释义：\(text)"
        case .seen(let text): "所见：\(text)"
        case .weight(let name, let points, let seconds):
            "\(name)：\(pointsText(points)) 分" + (seconds.isEmpty ? "" : "（\(seconds.joined(separator: "、"))）")
        case .forms(let forms): "用于：\(forms.joined(separator: "、"))"
        case .parameter(let name, let value): "\(name)：\(value)"
        case .usual: "账套没有写方案时用它"
        }
    }
}
