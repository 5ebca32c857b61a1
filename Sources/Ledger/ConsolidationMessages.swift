import Fiscal

/// The sentences of putting books together.
extension ConsolidationFault {
    /// One sentence in the language in force.
    package var message: String {
        switch MessageLanguage.current {
        case .chinese: chinese
        case .english: english
        }
    }

    private var chinese: String {
        switch self {
        case .differentYears(let books): "各账套的年度不同，不能汇总：\(books.joined(separator: "、"))。"
        case .differentRegions(let books): "各账套的地区不在同一省，不能汇总：\(books.joined(separator: "、"))。"
        case .differentNames(let names):
            "各账套的部门不同（\(names.joined(separator: "、"))），请用 --department 写明汇总后的部门全称。"
        case .sharedUnit(let code, let books):
            "单位编码 \(code) 在 \(books.joined(separator: "、")) 里都有；一个单位的账只能在一本账套里，请改编码或去掉一本。"
        case .codeTaken(let code): "单位编码 \(code) 已有单位在用，请用 --code 另写一个部门编码。"
        }
    }

    /// Whether another option would do, with the same books.
    package var isUsage: Bool {
        switch self {
        case .differentNames, .codeTaken: true
        default: false
        }
    }
}

extension ConsolidationNote {
    /// One sentence in the language in force.
    package var message: String {
        switch MessageLanguage.current {
        case .chinese: chinese
        case .english: english
        }
    }

    private var chinese: String {
        switch self {
        case .summed(let sheet, let what, let amount, let isMoney):
            "“\(sheet)”的 \(what)：部门数由各账套相加，\(isMoney ? yuan(amount) + " 元" : "\(amount / 100)")。"
        case .notSummed(let sheet, let what, let stated, let units):
            "“\(sheet)”的 \(what)：\(units) 本账套里只有 \(stated) 本填了，没有相加；请在汇总账套里补填部门数。"
        case .notAdditive(let sheet, let what): "“\(sheet)”的 \(what)：各单位的数不能相加，请在汇总账套里补填部门数。"
        case .mayHoldTransfers(let sheet, let what, let amount):
            "“\(sheet)”的 \(what)：各账套相加为 \(yuan(amount)) 元，里面可能有单位之间的往来，没有填；请减去往来后在汇总账套里补填部门数。"
        case .renamed(let code, let to): "单位 \(code) 与部门同名，在汇总账套里改称“\(to)”。"
        case .subjectRenamed(let book, let code, let to):
            "几本账套都有编号“\(code)”的绩效对象：\(book) 的改为“\(to)”，它的指标、任务、监控一并改了。"
        case .leftOut(let setting): "“\(setting)”没有带过来，请在汇总账套的“账套”里补填。"
        }
    }
}
