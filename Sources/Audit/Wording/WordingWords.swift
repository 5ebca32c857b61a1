import Fiscal
import Publication
import Standards

/// All sentences about words, layout and codes. They are Chinese, as the papers are.
enum WordingWords {
    static let prose = "正文"
    static let cover = "封面"
    static let contents = "目录"

    static func otherTable(_ index: Int) -> String { "其他表格之\(index + 1)" }

    private static func at(_ passage: Passage) -> String { "“\(passage.place.label)”" }

    private static func row(_ row: ReadRow) -> String { "“\(row.place.label)”" }

    // MARK: - What was missing

    static let noProse = "没有读到正文"

    static func notYetDefined(_ year: Int, _ definitions: Int) -> String {
        "没有 \(year) 年度的科目和版式定义，按 \(definitions) 年度的定义读表"
    }

    static let noUnit = "没有读出单位名称"
    static let noKind = "封面没有写明是部门决算还是单位决算"
    static let noNumbers = "各表没有印表号"
    static let noMoneyAnywhere = "没有读到任何一张表的金额单位"
    static let noContents = "没有读到目录，或没有读到正文标题"
    static let noAttachments = "没有读到附件，可能另成文件"
    static let noCodeTables = "没有读到列科目的表"
    static let noPercent = "正文没有带小数的百分比"
    static func noNotes(_ table: String) -> String { "没有读到\(table)的表注" }
    static func noCaptions(_ table: String) -> String { "没有读到\(table)的表头各行" }
    static func noRows(_ table: String) -> String { "没有读到\(table)各行的编码和名称" }
    static func noSection(_ title: String) -> String { "没有读到“\(title)”一节" }
    static func noTableFor(_ title: String) -> String { "没有读到与“\(title)”相应的表" }
    static func notListed(_ title: String) -> String { "没有读到“\(title)”所列的科目" }
    static func unread(_ title: String) -> String { "“\(title)”读不出文字，只能人工核对" }
    static func unknownName(_ name: String) -> String { "科目目录里没有“\(name)”，无法核对" }
    static func fewForms(_ found: Int, of wanted: Int) -> String { "应有 \(wanted) 张表，只读到 \(found) 张，无法判断是否齐全" }
    static func formUnread(_ title: String) -> String { "没有读到《\(title)》，它可能在没有读懂的部分里" }
    static func fewHeadings(_ found: Int, of wanted: Int) -> String { "提纲有 \(wanted) 个标题，只读到 \(found) 个，无法判断是否齐全" }
    static func raggedCodes(_ table: String, _ count: Int) -> String { "\(table)有 \(count) 个编码位数不足，疑为识读所致" }

    // MARK: - Words

    static func placeholder(_ passage: Passage, _ word: String, _ excerpt: String) -> String {
        "\(at(passage))留着没有填写的占位文字“\(word)”（\(excerpt)）。请填上实际内容，或删去这一句。"
    }
    static func emptyRow(_ passage: Passage, _ text: String) -> String {
        "\(at(passage))只印着“\(text)”，像是模板留下的空行。请补上内容，或删去这一行。"
    }
    static func doubled(_ passage: Passage, _ word: String, _ excerpt: String) -> String {
        "\(at(passage))重复了词或标点：“\(word)”（\(excerpt)）。请删去多余的一个。"
    }
    static func misspelt(_ passage: Passage, _ printed: String, _ expected: String) -> String {
        "\(at(passage))写作“\(printed)”，疑为“\(expected)”之误。请改正。"
    }
    static func oldName(_ passage: Passage, _ old: String, _ new: String) -> String {
        "\(at(passage))用了以前年度的名称“\(old)”，本年度为“\(new)”。请改用本年度的名称。"
    }
    static func strayYear(_ passage: Passage, _ printed: String, _ own: Int) -> String {
        "\(at(passage))写的是\(printed)，而本公开件是 \(own) 年度的决算。请核对是否沿用了以前的文字，并改为 \(own) 年。"
    }
    static func otherFund(_ passage: Passage, _ other: String, _ own: String) -> String {
        "\(at(passage))的表注说的是“\(other)”，而本表是“\(own)”的表。请改为本表的资金名称。"
    }
    static func otherUnit(_ passage: Passage, _ name: String, _ unit: String) -> String {
        otherSpelling(passage.at(name), name, unit)
    }
    static func otherSpelling(_ place: FindingPlace, _ name: String, _ usual: String) -> String {
        "“\(place.place.label)”的单位名称印作“\(name)”，其他各处为“\(usual)”。请统一为批准的全称。"
    }
    static func otherKind(_ passage: Passage, _ printed: String, _ expected: String) -> String {
        "标题\(at(passage))写作“\(printed)”，而封面写的是“\(expected)”。请统一。"
    }
    static func mixedNoun(_ passage: Passage, _ word: String, _ own: String, _ count: Int) -> String {
        "正文既称“\(own)”又称“\(word)”（\(count) 处，第一处在\(at(passage))）。请按公开件的种类统一称“\(own)”。"
    }

    // MARK: - Forms

    static func formMissing(_ title: String) -> String { "没有《\(title)》。没有数据的表也要列出并加以说明，请补上。" }
    static func numberTwice(_ number: String, _ first: Passage, _ second: Passage) -> String {
        let names = [first, second].map { passage in
            "“" + passage.text.prefix { !"。，；".contains($0) }.prefix(30) + "”"
        }
        return "编号“\(number)”用了两次：\(names.joined(separator: "和"))。请改正编号，并看看是否漏了一项。"
    }
    static func formTwice(_ title: String) -> String { "《\(title)》出现了两次。请核对是否重复，或混入了别的单位的表。" }
    static func formOrder(_ title: String, _ number: String) -> String {
        "《\(title)》没有排在规定的位置\(number.isEmpty ? "" : "（\(number)）")。请按规定次序排列各表。"
    }
    static func numberTwice(_ title: String, _ number: String, _ other: String, _ wanted: String) -> String {
        "《\(title)》的表号印作“\(number)”，与《\(other)》相同\(wanted.isEmpty ? "" : "，应为“\(wanted)”")。请改正表号。"
    }
    static func numberOther(_ title: String, _ number: String, _ wanted: String) -> String {
        "《\(title)》的表号印作“\(number)”，本地通行的是“\(wanted)”。请核对。"
    }
    static func noMoneyUnit(_ title: String) -> String { "《\(title)》没有印金额单位，其他表都有。请在表的右上方补上金额单位。" }
    static func otherMoneyUnit(_ title: String, _ unit: String, _ wanted: String) -> String {
        "《\(title)》的金额单位印作“\(unit)”，规定的是“\(wanted)”。请核对单位与数是否一致。"
    }
    static func noEmptyNote(_ title: String) -> String { "《\(title)》没有数，也没有说明没有哪一种资金。请在表下写明“……故本表无数据”。" }
    static func notEmpty(_ title: String, _ note: String) -> String { "《\(title)》有数，表下却写着“\(note)”。请删去这一句，或核对表中的数。" }
    static func noteMissing(_ title: String, _ note: String) -> String { "《\(title)》下没有通行的表注“\(note)”。请核对是否漏印。" }
    static func noTotalRow(_ title: String, _ label: String) -> String { "《\(title)》没有印出“\(label)”一行。请补上。" }

    // MARK: - Outline

    static func headingMissing(_ title: String) -> String { "没有“\(title)”这一部分，也没有读到它的内容。请补上；没有数据也要说明。" }
    static func headingOrder(_ heading: String, _ earlier: String) -> String {
        "“\(heading)”排在“\(earlier)”之前，与规定的提纲次序不同。请调整次序。"
    }
    static func contentsDiffer(_ entry: String, _ near: String?) -> String {
        near.map { "目录写作“\(entry)”，正文的标题是“\($0)”。请更新目录。" } ?? "目录里的“\(entry)”在正文中没有相同的标题。请更新目录。"
    }
    static func contentsPages(_ entries: [(text: String, printed: Int, expected: Int)]) -> String {
        let list = entries.map { "“\($0.text)”的页码印作 \($0.printed)，照其他各条推算应为 \($0.expected)" }
        return "目录里\(list.joined(separator: "；"))。请更新目录。"
    }
    static let contentsUnpaged = "目录的页码与正文所在的页相差不一，推算不出应印几页"
    static func attachmentMissing(_ passage: Passage, _ number: String) -> String {
        "\(at(passage))提到附件\(number)，文中没有这个附件。请补上附件，或改正编号。"
    }

    // MARK: - Codes

    static func codeLength(_ row: ReadRow, _ lengths: [Int]) -> String {
        let allowed = lengths.map { String($0) }.joined(separator: "、")
        return "\(self.row(row))的编码“\(row.code)”有 \(row.code.count) 位，科目编码只有 \(allowed) 位的。请核对是否多写或少写了数字。"
    }
    static func repaired(_ title: String, _ first: ReadRow, _ count: Int) -> String {
        "《\(title)》有 \(count) 个编码位数不足（如“\(first.code) \(first.name)”），已按名称和次序认定科目。原件若确实如此，请补全编码。"
    }
    static func codeInvalid(_ row: ReadRow, _ year: Int, years: ClosedRange<Int>?, meant: String?) -> String {
        let when =
            years.map { $0.upperBound < year ? "只用到 \($0.upperBound) 年" : "从 \($0.lowerBound) 年起才有" } ?? "不在科目目录里"
        let advice = meant.map { "应为“\($0)”" } ?? "请对照当年的科目目录"
        return "\(self.row(row))的编码“\(row.code)”\(when)，\(year) 年度不能使用。\(advice)，请改正。"
    }
    /// - Parameter witness: where the paper itself prints the expected name.
    static func codeName(_ row: ReadRow, _ expected: String, as witness: FindingPlace?) -> String {
        let known = witness.map { "，“\($0.place.label)”印的也是它" } ?? ""
        return "\(self.row(row))的科目名称印作“\(row.name)”，编码 \(row.code) 在本年度的名称是“\(expected)”\(known)。请改正名称，或核对编码。"
    }
    static func shifted(_ title: String, _ rows: [ReadRow]) -> String {
        let (first, last) = (rows.first?.code ?? "", rows.last?.code ?? "")
        return "《\(title)》从 \(first) 到 \(last) 的 \(rows.count) 行，名称与编码错开了一行。请把名称移回各自的编码，并核对数是否也错行。"
    }
    static func twoNames(_ row: ReadRow, _ other: String) -> String {
        "编码 \(row.code) 在\(self.row(row))的名称是“\(row.name)”，在别处是“\(other)”。请统一。"
    }
    static func codeTwice(_ row: ReadRow) -> String { "\(self.row(row))的编码 \(row.code) 在本表中出现了两次。请合并，或改正其中一个编码。" }
    static func noParent(_ row: ReadRow, _ parent: String) -> String {
        "\(self.row(row))没有它的上级科目“\(parent)”一行。请补上这一行，或核对编码 \(row.code)。"
    }
    static func codeOrder(_ later: ReadRow, _ earlier: ReadRow) -> String {
        "\(row(later))的编码 \(later.code) 排在 \(earlier.code) 之后。请按编码由小到大排列。"
    }
    static func codeFund(_ row: ReadRow, _ title: String, _ fund: String) -> String {
        let own = fund.isEmpty ? "不是这种资金的科目" : "是“\(fund)”的科目"
        return "\(self.row(row))的科目 \(row.code) \(own)，不应列在《\(title)》里。请核对科目或资金性质。"
    }
    static func proseStyle(_ row: ReadRow, _ mark: String) -> String {
        "\(self.row(row))的科目名称带着“\(mark)”，这是正文的写法。表中请只印科目名称。"
    }
    static func className(_ title: String, _ row: ReadRow, _ expected: String) -> String {
        "《\(title)》的“\(row.name)”不是本年度的名称，应为“\(expected)”。请换用本年度的表样。"
    }
    static func classOrder(_ title: String, _ row: ReadRow, _ expected: String) -> String {
        "《\(title)》的“\(row.name)”次序不对，应印作“\(expected)”。请换用本年度的表样。"
    }
    static func noClassLine(_ title: String, _ expected: String) -> String { "《\(title)》没有“\(expected)”一行。请换用本年度的表样。" }

    // MARK: - Sentences

    private static func amounts(_ pair: BudgetPair) -> String { "预算 \(pair.budget)、决算 \(pair.actual)" }

    static func wrongComparison(_ pair: BudgetPair, _ word: String, _ sign: Int) -> String {
        let is_ = sign == 0 ? "两数相等" : sign > 0 ? "决算大于预算" : "决算小于预算"
        return "\(at(pair.passage))的\(amounts(pair))，\(is_)，却写“\(word)”。请改正用语，并核对所写的原因。"
    }
    static func noReason(_ pair: BudgetPair) -> String { "\(at(pair.passage))的\(amounts(pair)) 不相等，没有写明原因。请补上主要原因。" }
    static func rateOfNothing(_ pair: BudgetPair, _ rate: String) -> String {
        "\(at(pair.passage))的年初预算为 0，却写完成 \(rate)%。预算为零算不出完成率，请改为“年初预算为零，无法计算完成比率”。"
    }
    static func reasonAgainst(_ passage: Passage, isRise: Bool, _ word: String, _ reason: String) -> String {
        "\(at(passage))说的是\(isRise ? "增加（大于）" : "减少（小于）")，原因却写“\(reason)”，其中“\(word)”说的是相反的方向。请核对增减用语和原因。"
    }
    static func leftOut(_ passage: Passage, _ member: String) -> String {
        "\(at(passage))没有说到“\(member)”，而表中这个科目有数。请补上这一项。"
    }
    static func notInTable(_ passage: Passage, _ member: String) -> String {
        "\(at(passage))说到“\(member)”有支出，而表中这个科目没有数。请核对是写错了科目，还是表中漏列。"
    }
    static func items(_ passage: Passage, _ names: String, isMissing: Bool) -> String {
        isMissing
            ? "\(at(passage))没有列出“\(names)”，而表中有数。请补上，或在最后写“等”。" : "\(at(passage))列出了“\(names)”，而表中没有数。请删去，或核对表中的数。"
    }
    static func count(_ passage: Passage, _ printed: String, _ found: Int) -> String {
        "\(at(passage))写“\(printed)”，后面列出的是 \(found) 个。请核对个数和名单。"
    }
    static func headcount(_ passage: Passage, _ total: Int, _ parts: [String], _ sum: Int) -> String {
        "\(at(passage))的总人数是 \(total)，而\(parts.joined(separator: "、"))，合计 \(sum) 人。请核对各项人数。"
    }
    static func sum(_ passage: Passage, _ total: String, _ items: [String], _ sum: String, _ off: String) -> String {
        "\(at(passage))写“\(total)”，后面列出的\(items.joined(separator: "、"))，合计 \(sum)，相差 \(off)。请核对总数和各项。"
    }
    static func ownTable(_ label: String, _ total: String, _ items: [String], _ sum: String, _ off: String) -> String {
        "“\(label)”印 \(total)，而\(items.joined(separator: "、"))合计 \(sum)，相差 \(off)。请核对总数和各项。"
    }
    static func rate(_ passage: Passage, _ rate: String, _ part: String, _ whole: String, _ expected: String) -> String
    {
        "\(at(passage))写“\(rate)”，由“\(part)”和“\(whole)”算得 \(expected)。请核对这几个数。"
    }
    static func twice(_ name: String, _ first: String, _ second: String) -> String {
        "“\(name)”一处写“\(first)”，一处写“\(second)”，像是同一件事。请按实际改成一致；不是同一件事的，请写明。"
    }
    static let projects = "项目个数"
    static func contrary(_ first: String, _ second: String) -> String {
        "一处说“\(first)”，一处说“\(second)”，前后相反。请按实际情况改成一致。"
    }
    static func denied(_ passage: Passage, _ sentence: String, _ figure: ReadFigure) -> String {
        "\(at(passage))写“\(sentence)”，而“\(figure.place.label)”印着 \(figure.text)。请核对表和正文哪一处有误。"
    }
    static func brokenPath(_ passage: Passage, _ names: [String], _ name: String, _ right: String) -> String {
        "\(at(passage))写作“\(names.joined(separator: " "))”，其中“\(name)”不在它前面的科目之下（科目目录里是“\(right)”）。请改正类、款、项。"
    }
    static func unexplained(_ names: String, _ count: Int) -> String {
        "名词解释没有说到用过的“\(names)”\(count > 8 ? "等 \(count) 个" : "")。请补上释义。"
    }
    static func noBase(_ passage: Passage, _ change: String) -> String {
        "\(at(passage))写“\(change)”，没有说明是与年初预算还是与上年相比。请写明比较的基数。"
    }
    static func bareCompletion(_ label: String, _ count: Int) -> String {
        "有 \(count) 处写“完成预算的”（第一处在“\(label)”），没有说明是年初预算还是全年预算。请写明。"
    }
    static func otherBudget(_ passage: Passage, _ printed: String, _ table: String, _ expected: String) -> String {
        "\(at(passage))说的是“\(printed)”，而\(table)的表注说预算数是“\(expected)”。两处应为同一个口径，请核对。"
    }
    static func smallUnit(_ passage: Passage, _ printed: String, _ same: ReadFigure?) -> String {
        let why = same.map { "“\($0.place.label)”印着 \($0.text)\($0.unit)" } ?? "同一段的其他金额都以万元计"
        return "\(at(passage))的金额印作“\(printed)”，而\(why)。疑漏了“万”字，请核对单位。"
    }
    static func largeUnit(_ passage: Passage, _ printed: String, _ same: ReadFigure) -> String {
        "\(at(passage))的金额印作“\(printed)”，而“\(same.place.label)”印着 \(same.text)\(same.unit)，像是以元计的数写了“万元”。请核对单位。"
    }
    static func noUnitWord(_ passage: Passage, _ printed: String) -> String { "\(at(passage))的“\(printed)”没有金额单位。请补上。" }
    static func twoUnits(_ passage: Passage, _ printed: String) -> String { "\(at(passage))的“\(printed)”重复了单位。请删去一个。" }
    static func decimals(_ count: Int, _ decimals: Int, usual: Int) -> String {
        "正文的百分比多数留 \(usual) 位小数，有 \(count) 处只留 \(decimals) 位。请统一小数位数。"
    }
}
