import Fiscal

/// The sentences of this module's faults: sheet, row, column, what was found, what is allowed, what to do.
extension BookFault {
    /// One sentence in the language in force.
    package var message: String {
        switch MessageLanguage.current {
        case .chinese: chinese
        case .english: english
        }
    }

    /// The sentence in Chinese, as the package's own papers have it.
    package var chinese: String {
        var place = sheet
        if row > 0 { place += " 第 \(row) 行" }
        if !column.isEmpty { place += " “\(column)”栏" }
        return "\(place)：\(kind.sentence)"
    }
}

extension BookFault.Kind {
    fileprivate var sentence: String {
        switch self {
        case .missingSheet(let name): "缺少“\(name)”表。请补上，没有数据也要有表头。"
        case .duplicateSheet(let name, let other):
            "有两张“\(name)”表\(other.isEmpty ? "" : "（另一张在 \(other)）")，请合并成一张。"
        case .unknownSheet(let name, let nearest): "不认识“\(name)”表\(maybe(nearest))。"
        case .unknownColumn(let name, let allowed):
            "不认识“\(name)”栏，可用：\(allowed.joined(separator: "、"))；自己的记录请把栏名写成“备注…”。"
        case .duplicateColumn(let name): "“\(name)”栏出现了两次，请删去一栏。"
        case .missingColumn(let name): "缺少“\(name)”栏。"
        case .unreadableText: "文字编码既不是 UTF-8 也不是 GB18030，请另存为 UTF-8。"
        case .tooLarge(let limit): "文件超过上限 \(size(limit))，请拆分。"
        case .unclosedQuote: "引号没有配对，请检查该行的英文双引号。"
        case .uncomputedFormula: "公式还没有算出结果；请用 Excel 或 WPS 打开、保存一次，或改填数字。"
        case .missingSetting(let key): "缺少“\(key)”。"
        case .unknownSetting(let key, let allowed): "不认识“\(key)”，可用：\(allowed.joined(separator: "、"))。"
        case .badSetting(let key, let found, let wanted): "“\(key)”写成了“\(found)”，应为\(wanted.words)。"
        case .headerAgain: "这一行又是表头，不是数据（多半是连表头一起贴进来的）；请删去这一行。"
        case .emptyCell: "必填，不能空。"
        case .badAmount(let found, let fault): "“\(found)”不是金额：\(fault.sentence)。应为以元为单位、至多两位小数的数，如 12345.67。"
        case .badPoints(let found, let fault, let meant):
            "“\(found)”不是数：\(fault.sentence)。这一栏只填数，至多两位小数"
                + (meant.isEmpty ? "，如 12.5。" : "；是不是 \(meant)？")
        case .badCount(let found): "“\(found)”不是整数。"
        case .badDate(let found): "“\(found)”不是日期，应如 2021-03-05。"
        case .badChoice(let found, let allowed): "“\(found)”不在可选之列，可选：\(allowed.joined(separator: "、"))。"
        case .unknownCode(let found, let nearest): "没有“\(found)”这个科目\(maybe(nearest))。"
        case .ambiguousName(let found, let count, let codes):
            "叫“\(found)”的科目有 \(count) 个，请写编码：\(codes.joined(separator: "、"))\(count > codes.count ? "……" : "。")"
        case .codeOfOtherYear(let found, let years, let successor):
            "“\(found)”只在 \(span(years)) 年度使用" + (successor.isEmpty ? "。" : "，本年度请改用 \(successor)。")
        case .wrongLevel(let found, let wanted): "“\(found)”的级次不对，应填到\(wanted)级。"
        case .unknownUnit(let found, let nearest): "“\(found)”不在“单位”表里\(maybe(nearest))。"
        case .unknownConcept(let found, let nearest): "没有“\(found)”这个指标\(maybe(nearest))。"
        case .unknownParentUnit(let found): "上级编码“\(found)”不在“单位”表里。"
        case .cycleInUnits(let found): "单位“\(found)”的上级绕成了圈。"
        case .noUnit: "一个单位也没有；第一行应是本部门。"
        case .duplicateUnit(let found, let firstRow): "单位“\(found)”与第 \(firstRow) 行重复。"
        default: laterSentence
        }
    }

    private var laterSentence: String {
        switch self {
        case .negativeWithoutVoucher(let found): "“\(found)”是负数；只有填了凭证号的红冲行可以为负。"
        case .negative(let found): "“\(found)”是负数；这一栏不能为负。"
        case .amountTooLarge(let found): "“\(found)”超过了一格的上限 \(AmountLimit.cellText)，请查小数点和单位（元）。"
        case .totalTooLarge: "各表金额加起来超过了 \(AmountLimit.bookText)，算不下，请查小数点和单位（元）。"
        case .duplicateRow(let key, let firstRow, let file):
            "\(key) 与\(file.isEmpty ? "" : " " + file + " ")第 \(firstRow) 行重复；同样的只能有一行，请删去多的，或加成一行。"
        case .dateOfOtherYear(let found, let year, let count):
            "日期“\(found)”不在 \(year) 年\(count > 1 ? "，这张表这样的共 \(count) 行" : "")；照算进本年，请核对。"
        case .secondRoot(let unit, let root):
            "单位“\(unit)”没有上级编码，而部门已是 \(root)；部门只能有一个，请填上级编码，不然它的数不会进部门合计。"
        case .negativeSum(let leaf): "\(leaf) 各行相加为负，红冲超过了原数。"
        case .duplicateKey(let key, let firstRow, let file):
            "\(key) 与\(file.isEmpty ? "" : " " + file + " ")第 \(firstRow) 行重复；同一凭证分录只能出现一次。"
        case .codeNotListed(let found, let list, let nearest):
            "“\(found)”不在\(list)里\(maybe(nearest))；照用，请核对。"
        case .unusualPair(let found, let column, let with, let usual):
            "\(column) \(with) 一般对 \(usual.joined(separator: "、"))，这里是 \(found)；照用，请核对。同样的不再提。"
        case .equalLines(let firstRow): "与第 \(firstRow) 行完全相同且没有凭证号，请确认不是重复录入。"
        case .controlMismatch(let what, let stated, let computed):
            "\(what) 填的是 \(stated) 元，按各表算出 \(computed) 元。"
        case .unitExceedsDepartment(let unit, let what, let amount, let department, let isMoney):
            "\(unit) 的\(what)为 \(amount)\(isMoney ? " 元" : "")，超过了部门合计 \(department)\(isMoney ? " 元" : "")。"
        case .reasonTwice(let matter, let first): "“\(matter)”的原因在 \(first) 已填过，写法不同；用了先填的那个。"
        case .notATransfer(let unit, let allowed):
            "对方单位“\(unit)”是本账套里的单位，但这一行不是内部往来，汇总时不抵销。内部往来只有：\(allowed.joined(separator: "、"))。"
        case .unmatchedTransfer(let gap): gap.sentence
        default: statedSentence
        }
    }

    private var statedSentence: String {
        switch self {
        case .formerUnit(let code, let name):
            "上年账套的单位 \(code)“\(name)”不在这里，它的上年数只算进部门合计；改了编码或并入别的单位的，请在那个单位的“原编码”栏填 \(code)。"
        case .unknownCounterparty(let found, let nearest):
            "对方单位“\(found)”不在“单位”表里，当作部门以外的单位，汇总时不抵销\(maybe(nearest))。"
        case .computedFigure(let what, let from):
            "“\(what)”由\(from.map { "“\($0)”" }.joined(separator: "、"))算出，不能直接填。请删去这一行；数不对的，改那里的明细。"
        case .priorFromBook(let what, let stated, let linked):
            "\(what) 填的是 \(stated)，上年账套是 \(linked)；用了上年账套的数，请删去这一行或改上年账套。"
        case .openingDiffers(let what, let opening, let closing):
            "\(what)：年初余额 \(opening) 元，上年账套的年末余额 \(closing) 元，接不上；有调整的请填“年初调整”，不然请改正。"
        case .unusedText(let name, let nearest): "“\(name)”这一段没有用到\(maybe(nearest))。"
        case .unusedReason(let matter, let nearest): "没有要填“\(matter)”的原因，这一行没有用到\(maybe(nearest))。"
        case .notPrinted(let what, let rows):
            "填了“\(what)”\(rows > 1 ? "（\(rows) 行）" : "")，这里的表和说明都不印它；没有填错地方的话，可以留着作记录。"
        case .attachmentMissing(let file): "账套文件夹里没有“\(file)”这个文件，材料里列了这个附件，没有附上；请放进去，或改正文件名。"
        case .attachmentOutside(let file): "“\(file)”不在账套文件夹里，没有附上；请拷进账套文件夹，写相对它的路径。"
        case .attachmentMentioned(let words): "“…\(words)…”说有附件，“附件”表里却没有；请列上附件，或改掉这句话。"
        case .wrongPriorYear(let found, let wanted):
            "“上年账套”指向的是 \(found) 年度的账套，应为 \(wanted) 年度。"
        case .lineBreaks(let breach): breach.chinese
        case .negativeBalance(let unit, let fund, let what, let amount):
            "\(unit)的\(fund)\(what)算出来是 \(amount) 元，为负；请核对收入、支出和年初余额。"
        case .partExceeds(let part, let amount, let whole, let most):
            "\(part) \(amount) 元，超过\(whole) \(most) 元，占比会大于 100%；请核对。"
        case .filledInPart(let rows, let all): "\(all) 行里只有 \(rows) 行填了，其余按空着的规定处理；请都填或都不填。"
        case .tooManyFaults(let count): "另有 \(count) 处错误未列出；先改上面的。"
        default: ""
        }
    }

    private func size(_ bytes: Int) -> String {
        for (word, unit) in [("GB", 1 << 30), ("MB", 1 << 20), ("KB", 1 << 10)] where bytes >= unit && bytes % unit == 0
        {
            return "\(bytes / unit) \(word)"
        }
        return "\(bytes) 字节"
    }

    private func maybe(_ nearest: [String]) -> String {
        nearest.isEmpty ? "" : "；是不是：\(nearest.joined(separator: "、"))"
    }

    private func span(_ years: ClosedRange<Int>) -> String {
        switch (years.lowerBound, years.upperBound) {
        case (...0, let to): "\(to) 及以前"
        case (let from, 9999): "\(from) 及以后"
        case (let from, let to): from == to ? "\(from)" : "\(from)—\(to)"
        }
    }
}

extension SettingForm {
    fileprivate var words: String {
        switch self {
        case .year: "四位年度"
        case .region: "六位行政区划代码，如 430400"
        case .date: "日期，如 2022-09-08"
        case .oneOf(let values): values.joined(separator: "、")
        }
    }
}

extension TransferGap {
    fileprivate var sentence: String {
        let payment = paidAt.isEmpty ? "\(payer) 没有记支出" : "\(payer) 记支出 \(paid) 元（\(paidAt)）"
        let receipt = receivedAt.isEmpty ? "\(receiver) 没有记收入" : "\(receiver) 记收入 \(received) 元（\(receivedAt)）"
        return "内部往来“\(matter)”两边对不上：\(payment)，\(receipt)。请两家核对后改成一致。"
    }
}

extension NumberFault {
    fileprivate var sentence: String {
        switch self {
        case .empty: "是空的"
        case .unexpected(let character): "有不该有的“\(character)”"
        case .secondPoint: "有两个小数点"
        case .misplacedSeparator: "千分位逗号的位置不对"
        case .noDigit: "没有数字"
        case .tooLong: "位数太多"
        case .tooManyDecimals(let count): "有 \(count) 位小数，到分为止只有两位"
        }
    }
}
