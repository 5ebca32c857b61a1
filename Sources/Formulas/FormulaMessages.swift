import Fiscal

/// The sentences of this module's faults: where in the formula, what was found, what is allowed.
extension FormulaFault {
    /// - Parameter text: the formula as written, to quote the words at the place.
    package func message(in text: String) -> String {
        switch MessageLanguage.current {
        case .chinese: chinese(in: text)
        case .english: english(in: text)
        }
    }

    package func chinese(in text: String) -> String {
        let words = String(text.dropFirst(span.offset).prefix(max(1, span.length)))
        let place = words.isEmpty ? "公式末尾" : "公式第 \(span.offset + 1) 字“\(words)”处"
        return "\(place)：\(kind.sentence)"
    }
}

extension FormulaFault.Kind {
    fileprivate var sentence: String {
        switch self {
        case .empty: "公式是空的"
        case .tooLong(let limit): "公式太长，最多 \(limit) 字"
        case .tooDeep(let limit): "括号套得太深，最多 \(limit) 层"
        case .unexpectedCharacter(let character): "不认识的字符“\(character)”"
        case .badNumber(let fault): "数写得不对：\(fault.sentence)"
        case .unclosed(let sign): "“\(sign)”没有配对"
        case .expected(let wanted, let found): "这里应为\(wanted.words)，现为\(found.words)"
        case .chainedComparison: "一个式子里只能比较一次，多个比较请用“且”连接"
        case .unknownKey(let key, let allowed): "不认识的项“\(key)”，可用：\(allowed.joined(separator: "、"))"
        case .name(let fault): fault.sentence
        case .cellMissing(let form): "“\(form)”是一张表，要写明哪一行哪一栏，如 \(form)[合计, 本年支出合计]"
        case .noVariable(let word): "“此\(word)”前面没有对应的“各…：”或“逐行…：”"
        case .rangeOutsideSum: "“各…”只能写在式首（冒号前）或“合计(…)”里"
        case .sameRangeTwice(let word): "“各\(word)”写了两次"
        case .mixedMeasures(let left, let right): "\(left.word)不能与\(right.word)相加减或比较"
        case .productOfMoney: "金额不能乘以金额"
        case .numberOverMoney: "数不能除以金额"
        case .valueWanted: "这里应为一个数，现为一个条件"
        case .conditionWanted: "这里应为一个条件（如 a = b），现为一个数"
        }
    }
}

extension FormulaFault.Wanted {
    fileprivate var words: String {
        switch self {
        case .signs(let signs): signs.map { "“\($0)”" }.joined(separator: "或")
        case .end: "公式末尾"
        case .formName: "表的编号或名称"
        case .dimensionName: "维度的名称（如 功能科目）"
        case .fieldName: "项的名称（如 资金性质）"
        case .valueOf(let key): "“\(key)”的值"
        case .nameOf(let key): "“\(key)”的名称"
        case .value: "数、表中的一格、指标或括号"
        case .figure: "一格或一个指标"
        case .rowOrColumn: "行或栏的名称"
        case .column: "栏的名称或栏次"
        case .rowAndColumn: "一行一栏"
        }
    }
}

extension FormulaFault.Found {
    fileprivate var words: String {
        switch self {
        case .end: "公式末尾"
        case .words(let text): "“\(text)”"
        case .names(let count): "\(count) 个名称"
        }
    }
}

extension NameFault {
    fileprivate var sentence: String {
        switch self {
        case .unknownForm(let name, let near): "没有叫“\(name)”的表" + offered(near)
        case .unknownFact(let name, let near): "没有叫“\(name)”的指标（名称与关键字之间要空一格）" + offered(near)
        case .unknownRow(let row, let form, let near): "\(form) 没有“\(row)”这一行" + offered(near)
        case .unknownColumn(let column, let form, let near): "\(form) 没有“\(column)”这一栏" + offered(near)
        case .unknownMember(let text, let dimension, let near): "\(dimension)没有“\(text)”" + offered(near)
        case .unknownWord(let text, "各", let allowed): "“各”后面应为\(allowed.joined(separator: "、"))，现为“\(text)”"
        case .unknownWord(let text, let key, let allowed):
            "“\(key)”写成了“\(text)”，可用：\(allowed.joined(separator: "、"))"
        case .noMembers(let range): "“\(range)”里一个也没有，请查层级、上级、名称、成员"
        case .ambiguous(let name, let choices): "“\(name)”不止一处：\(choices.joined(separator: "、"))，请写得更明确"
        case .noRowDimension(let form): "\(form) 的行不按科目展开，不能逐行"
        case .noConcept(let text): "“\(text)”没有说明是哪个指标，请补上“概念”"
        }
    }

    private func offered(_ near: [String]) -> String {
        near.isEmpty ? "" : "，可用：\(near.prefix(8).joined(separator: "、"))"
    }
}

extension NumberFault {
    fileprivate var sentence: String {
        switch self {
        case .empty, .noDigit: "没有数字"
        case .unexpected(let character): "多了“\(character)”"
        case .secondPoint: "有两个小数点"
        case .misplacedSeparator: "分节号的位置不对"
        case .tooLong: "位数太多"
        case .tooManyDecimals(let decimals): "小数有 \(decimals) 位，太多"
        }
    }
}

extension Measure {
    fileprivate var word: String {
        switch self {
        case .money: "金额"
        case .count, .score: "数量"
        }
    }
}

extension Outcome {
    /// The word that a report counts it under, in the language in force.
    package var word: String {
        switch MessageLanguage.current {
        case .chinese: chineseWord
        case .english: englishWord
        }
    }

    /// As samples write it.
    package var chineseWord: String {
        switch self {
        case .passed: "通过"
        case .failed: "不符"
        case .notApplicable: "不适用"
        case .unchecked: "未检查"
        }
    }
}

extension InapplicableReason {
    /// One sentence in the language in force.
    package var sentence: String {
        switch MessageLanguage.current {
        case .chinese: chinese
        case .english: english
        }
    }

    private var chinese: String {
        switch self {
        case .conditionNotMet: "前提不成立"
        case .conditionUncertain: "前提在尾数误差之内，不能确定"
        case .divisionByZero: "除数为零（或在尾数误差内可能为零）"
        case .tooLarge: "数太大，无法计算"
        case .nothingToCheck: "没有可核对的行"
        case .figureNotPrinted: "有的数没有印出"
        }
    }
}
