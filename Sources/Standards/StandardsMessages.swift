import Fiscal
import Formulas

/// The sentences of this module's faults: where, what was found, what is allowed, what to do.
extension StandardsFault {
    /// One sentence in the language in force.
    package var message: String {
        switch MessageLanguage.current {
        case .chinese: chinese
        case .english: english
        }
    }

    private var chinese: String {
        let place = line > 0 ? "\(file) 第 \(line) 行" : file
        return "\(place)：\(kind.sentence)"
    }
}

extension StandardsFault.Kind {
    fileprivate var sentence: String {
        switch self {
        case .notUtf8: "不是 UTF-8 编码，请另存为 UTF-8。"
        case .notYaml(let detail): "不是合格的 YAML：\(detail.sentence)。"
        case .missingKey(let key): "缺少“\(key)”。"
        case .unknownKey(let key, let allowed): "不认识的项“\(key)”，可用：\(list(allowed))。"
        case .wrongType(let key, let found, let wanted): "“\(key)”应为\(wanted.words)，现为“\(found.words)”。"
        case .unknownValue(let key, let found, let allowed): "“\(key)”写成了“\(found)”，可用：\(list(allowed))。"
        case .overlappingYears(let id, let other): "“\(id)”与 \(other) 的适用年度重叠，请改起始年度或截止年度。"
        case .gapInYears(let id, let from, let to): "“\(id)”在 \(from)—\(to) 年度没有定义，请补上或改年度。"
        case .badRow(let column, let found, let wanted): "“\(column)”一栏为“\(found)”，应为\(wanted.words)。"
        case .missingColumn(let column): "缺少“\(column)”一栏。"
        case .unknownParent(let code): "编码 \(code) 的上级不存在。"
        case .cycle(let code): "编码 \(code) 的上级绕成了圈。"
        case .noProfile(let region, let year): "没有地区 \(region)、\(year) 年度的版式定义。"
        case .noForm(let id): "版式引用了不存在的表“\(id)”。"
        case .noFile(let path): "没有“\(path)”，或者没有哪一份适用于这一年度；请补上。"
        case .unknownSource(let mark): "来源里的“\(mark)”没有在 来源.csv 里说明；请补一行，或改用那里有的标记。"
        case .badTemplate(let detail): "句式有误：\(detail.sentence)。"
        case .badFormula(let fault, let text): "公式有误：\(fault.chinese(in: text))。"
        case .misplacedKey(let key, let method): "办法是“\(method)”，不能有“\(key)”。"
        case .sampleDisagrees(let wanted, let found):
            "样例应为“\(wanted)”，算出来是“\(found.joined(separator: "、"))”。请改公式或样例。"
        case .oneSidedTransfer(let matter, let isPaid):
            "往来“\(matter)”只有“\(isPaid ? "付" : "收")”一方的抵销，汇总会只去掉一边；请在各表“抵销”里把另一方也写上。"
        case .missingFile(let name): "账套文件夹里没有“\(name)”。"
        case .missingTab(let name, let known): "没有工作表“\(name)”，有：\(list(known))。"
        case .missingSourceColumn(let name, let file, let known):
            "\(file) 的表头里没有“\(name)”，有：\(list(known))。表头不在第 1 行的，请写“表头行”。"
        }
    }

    private func list(_ allowed: [String]) -> String {
        let shown = allowed.prefix(12).joined(separator: "、")
        return allowed.count > 12 ? shown + "等 \(allowed.count) 项" : shown
    }
}

extension StandardsFault.YamlProblem {
    fileprivate var sentence: String {
        switch self {
        case .empty: "空文件"
        case .syntax(let column): "第 \(column) 列附近写法不对，请查引号、括号、冒号和缩进"
        case .duplicateKeys(let keys): "“\(keys.joined(separator: "、"))”写了两次"
        case .unreadable: "文件读不通"
        }
    }
}

extension StandardsFault.Shape {
    fileprivate var words: String {
        switch self {
        case .written(let text): text
        case .mapping: "一组“键: 值”"
        case .list: "列表"
        case .text: "文字"
        case .integer: "整数"
        case .number: "数"
        case .integerFrom(let least): "\(least) 及以上的整数"
        case .uniqueWord: "只出现一次的词"
        case .yearFrom(let first): "不早于起始年度 \(first) 的年度"
        }
    }
}

extension StandardsFault.CellForm {
    fileprivate var words: String {
        switch self {
        case .code: "科目编码"
        case .shortCode: "8 位以内的数字或字母"
        case .ordinal: "序号"
        case .block: "区块号"
        case .year: "年度"
        case .yearNotBeforeFirst: "不早于起始年度的年度"
        case .level: "类、款或项"
        case .phase: "年初预算、全年预算或决算"
        }
    }
}

extension StandardsFault.TemplateProblem {
    fileprivate var sentence: String {
        switch self {
        case .unclosedBrace(let text): "“{”没有配对的“}”：\(text)"
        case .unopenedBrace(let text): "“}”没有配对的“{”：\(text)"
        case .unknownRole(let role, let known): "不认识的写法“\(role)”，可用：\(known.joined(separator: "、"))"
        case .extraWords(let words): "多出的字“\(words)”"
        case .unknownSubject(let name, let known): "没有叫“\(name)”的数，可用：\(known.joined(separator: "、"))"
        }
    }
}
