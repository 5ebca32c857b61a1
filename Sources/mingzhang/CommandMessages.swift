import Documents
import Fiscal
import Ledger
import Narrative
import Statements

/// The sentences of this module's faults.
extension CommandFault {
    var chinese: String {
        switch self {
        case .noStandards(let places):
            "找不到标准文件夹（Standards）。找过：\(places.joined(separator: "、"))。请用 --standards 指定。"
        case .unreadable(let path): "读不了 \(path)：文件不存在或没有权限。"
        case .unwritable(let path): "写不了 \(path)：目录不存在、只读或磁盘已满；原有文件未改动。"
        case .notABook(let path): "\(path) 不是账套：应为含有 账套.yaml 的文件夹，或 .xlsx 工作簿。"
        case .noSettings(let path): "\(path) 里没有“账套”表（部门、年度、地区）。"
        case .unknownUnit(let name, let known): "没有“\(name)”这个单位，可用：\(known.joined(separator: "、"))。"
        case .unknownFunction(let text, let nearest):
            "没有功能科目“\(text)”\(nearest.isEmpty ? "" : "，是不是：\(nearest.joined(separator: "、"))")；请写代码或代码的前几位，如 2040607、20406。"
        case .noMoney(let subject): "“\(subject)”在支出表、预算表里没有一行，不知道它的功能科目；请用 --function 写明。"
        case .subjectWithoutBook: "--subject 要和 --book 一起写。"
        case .unknownSubject(let code, let known):
            known.isEmpty
                ? "账套里没有绩效对象；请先填“绩效对象”“绩效指标”两张表。"
                : "没有编号或名称是“\(code)”的绩效对象，有：\(known.prefix(20).joined(separator: "、"))\(known.count > 20 ? "等 \(known.count) 个" : "")。"
        case .noActuals(let path, let hasSubjects):
            "\(path)：没有一笔收入、支出，也没有结转，印不出决算。请填“收入”“支出”两张表"
                + (hasSubjects ? "；只印绩效材料，请加 --part performance。" : "；先看版面，可加 --draft。")
        case .noFigure(let text, let hint): "找不到“\(text)”\(hint.chinese)。"
        case .severalFigures(let text, let count, let spellings):
            "合乎“\(text)”的数有 \(count) 个，请写明是哪一个：\(spellings.joined(separator: "、"))\(count > spellings.count ? "……" : "。")"
        case .badYear(let found, let known):
            "年度 \(found) 不能用；应为四位年度，科目等标准有 \(known.first ?? 0)—\(known.last ?? 0) 年度的。"
        case .badRegion(let found): "地区“\(found)”不能用；应为六位行政区划代码，如 430400。"
        case .noYear: "请用 --year 写明决算年度，如 --year 2021；或用 --from 由上年账套结转。"
        case .yearOfLastBook: "用 --from 时，年度和地区由上年账套而来，不能再写 --year、--region。"
        case .noRegion(let known):
            "请用 --region 写明六位行政区划代码，如 --region 430400\(known.isEmpty ? "" : "；有版式定义的地区：\(known.joined(separator: "、"))")。"
        case .occupied(let path): "\(path) 已有内容；请换一个空文件夹或先移开。"
        case .document(let file, let fault): "\(file)：\(fault.message)"
        case .noPaperYear(let path): "\(path) 里没有写明年度；请用 --year 写明，如 --year 2021。"
        case .notPublished(let path, let kind):
            "\(path) 是明账生成材料时写给制作人看的“\(kind)”，不是公开的材料，没有核对。"
        case .noDocuments(let path): "\(path) 里没有可读的文件：应有 pdf、docx、xlsx、html、txt、doc 或 xls。"
        case .tooManyDocuments(let path, let count, let limit):
            "\(path) 里至少有 \(count) 个文件，上限是 \(limit) 个；请按部门分成几个文件夹。"
        case .noOffice(let file):
            "\(file) 是旧版或其他软件的格式，要用 LibreOffice 转换，没有找到它：请安装（Debian：apt install "
                + "libreoffice-writer-nogui libreoffice-calc-nogui），或用 \(OfficeTool.environmentKey) 指明 soffice 的路径，"
                + "或在 WPS、Office 中另存为 docx、xlsx。"
        case .annotateOne(0): "--annotate 要有 PDF：这里没有 PDF 文件，别的格式没有批注本；请用 --report 写报告。"
        case .annotateOne: "一个批注本只能是一份 PDF 的；核对几份时，请给 --annotate 一个文件夹。"
        case .annotateOriginal(let path): "\(path) 就是要核对的文件，批注本不能写在它上面；请换一个名字或文件夹。"
        case .toolFailed(let tool, let problem): "\(tool) 没有成功：\(problem.chinese)"
        case .wrongFormat(let found, let allowed): "不认识格式“\(found)”，可用：\(allowed.joined(separator: "、"))。"
        }
    }
}

extension FigureHint {
    fileprivate var chinese: String {
        switch self {
        case .tables(let known, let subjects):
            "：第一个词应是表：\(known.joined(separator: "、"))"
                + (subjects.isEmpty ? "" : "；或绩效对象：\(subjects.joined(separator: "、"))")
        case .sentenceNumbers: "：句子编号见 package.json 的 prose，# 后是第几个数"
        case .noSuchCell(let form): "：\(form) 里没有这样的行和列"
        case .standardsList: "：用 mingzhang standards list 看有哪些"
        case .none: ""
        }
    }
}

extension ToolProblem {
    fileprivate var chinese: String {
        switch self {
        case .notStarted(let path): "启动不了 \(path)"
        case .said(let line): line
        case .silent: "没有说明"
        case .tooLong(let seconds): "超过 \(seconds) 秒没有完成，已中止"
        }
    }
}

extension MissingText {
    /// What is missing and where, in the language in force.
    var message: String {
        switch MessageLanguage.current {
        case .chinese: chinese
        case .english: english
        }
    }

    private var chinese: String {
        let place = "“\(context.suffix(28))…”"
        switch kind {
        case .reason(let matter, let object, let name):
            let about = object.isEmpty ? "" : "（\(object)\(name == object ? "" : " " + name)）"
            return "待填原因：\(matter)\(about)，句 \(sentence)：\(place)"
        case .text(let name): return "待填文字：“文字”表的“\(name)”段。"
        case .column(let column, let origin):
            return "待填文字：\(BookPlace.row(origin.row, of: origin.sheet))的“\(column)”空着，句 \(sentence) 要用。"
        case .figure(let subject, let sheet, let column):
            let source = sheet.isEmpty ? "" : "；请填“\(sheet)”表的“\(column)”栏，确实没有也要填 0"
            return "句 \(sentence) 的“\(subject)”没有数或算不出：\(place)\(source)"
        case .droppedFigure(let figure): return "改写的句 \(sentence) 漏了“\(figure)”这个数；数字要照写成花括号里的名字。"
        case .typedFigure(let figure): return "改写的句 \(sentence) 里直接写了数字 \(figure)；请写成花括号里的名字。"
        case .droppedReason(let matter): return "改写的句 \(sentence) 漏了原因；请照原来的写法写上 {原因 \(matter)}。"
        case .badTemplate(let detail): return "改写的句 \(sentence)：\(detail)"
        case .replacedTwice(let rows): return "“文字”表里“替换：\(sentence)”有 \(rows) 行，一句只能换一次；请并成一行，或只留一行。"
        case .noSentence(let nearest):
            let near = nearest.isEmpty ? "" : "；是不是：\(nearest.joined(separator: "、"))"
            return "“文字”表要改写或追加的 \(sentence) 在这份材料里没有\(near)。"
        }
    }
}

/// What is said besides faults.
extension Remark {
    var chinese: String {
        switch self {
        case .working, .notPrinted, .fillReasons, .fillTexts, .fillFigures, .fillPerformance, .correctSentences,
            .notGiven, .reasonsLeft,
            .missing,
            .hint, .undefined, .draft, .noTypst, .written, .faultCount, .unsettled:
            buildingChinese
        case .printedGap, .unlikePrinted, .contradictory, .borrowedLayout, .notScored: checkChinese
        case .nothingAdjusted, .adjusted, .move, .moreMoves, .openGap: roundingChinese
        case .created, .profileUsed, .regionChosen, .nextStep, .opened, .changesKept, .consolidated: bookChinese
        case .listed, .indicatorField, .indicatorsFound, .noIndicators, .definition, .standardsValid, .rulesValid,
            .blindRule:
            standardsChinese
        case .paperRead, .paperStandards, .noFormsKnown, .formsRead, .formRead, .columnNotFound, .rowNotKnown,
            .cellNotAssigned,
            .claimsRead, .otherTablesRead, .unreadParts, .noText, .readItem, .moreItems:
            readingChinese
        case .figure, .printed, .countedUnits, .formula, .operand, .stated, .group, .moreLines: traceChinese
        }
    }

    private var buildingChinese: String {
        switch self {
        case .working(let name): "\(name)……"
        case .notPrinted(let count): "共 \(count) 处待填或要改，没有印文件；加 --draft 可先看样稿。"
        case .fillReasons(let count, let sheet):
            "原因 \(count) 处：请填 \(sheet) 的“原因”一栏，放进账套文件夹后再 build。"
        case .fillPerformance(let count): "绩效 \(count) 处：请在账套的绩效对象、绩效指标、绩效监控表里补写。"
        case .fillTexts(let count): "文字 \(count) 处：请在上面写明的表里补写。"
        case .fillFigures(let count): "数 \(count) 处：请在账套相应的表里补上。"
        case .correctSentences(let count): "改写的句 \(count) 处：请改“文字”表里“替换：”“追加：”的行。"
        case .notGiven(let what): "提示：没有填\(what)，说明里不写与它的比较。"
        case .reasonsLeft(let path): "提示：\(path) 里有填好的原因，没有动它；放进账套文件夹的才算数。"
        case .missing(let unit, let text): unit.isEmpty ? text : "\(unit) \(text)"
        case .hint(let text): "提示：" + text
        case .undefined(let terms):
            "注意：名词解释里有 \(terms.count) 项科目没有释义，印作“（待补释义）”，公开前请补写，"
                + "或写进 Standards 的 definitions 再印；《公开前核对单》记作“请补”。"
                + "各数不受影响，所以照印：\(terms.joined(separator: "、"))"
        case .draft(let unit, let count): "样稿：\(unit)有 \(count) 处【待填】，不能公开。"
        case .noTypst(let key): "提示：没有找到 Typst，pdf 未印；运行 scripts/setup 安装，或设 \(key)。"
        case .written(let folder): "已写到 \(folder)："
        case .unsettled(let count): "共 \(count) 处单位之间对不上，正式材料不能这样印，没有印文件；请改正，或加 --draft 先看样稿。"
        case .faultCount(let count, let writes): "共 \(count) 处；账套未通过检查，\(writes ? "没有写出任何文件" : "没有往下算")。"
        default: ""
        }
    }

    private var checkChinese: String {
        switch self {
        case .printedGap(let unit, let gap):
            "合计不符：\(unit.isEmpty ? "" : unit + " ")\(gap.form)“\(gap.row)”的“\(gap.column)”印作 \(gap.printed.isEmpty ? "（空白）" : gap.printed)，\(gap.parts) 个分项印出的数相加是 \(gap.sum)，四舍五入解释不了。"
        case .unlikePrinted(let unit, let count): "\(unit.isEmpty ? "" : unit + " ")有 \(count) 个印出的数读回来与账套算出的不一致。"
        case .contradictory: "印出的表自相矛盾，没有写出任何文件；请查上列各处所用的科目和填报的数，或加 --draft 先看样稿。"
        case .notScored(let count): "共 \(count) 处待填；请在账套的绩效各表里补上。"
        case .borrowedLayout(let region, let year, let title, let folder):
            "没有 \(region) 地区 \(year) 年度自己的版式，用了 \(folder) 的“\(title)”；请与本地财政部门的要求核对。"
        default: ""
        }
    }

    private var roundingChinese: String {
        switch self {
        case .nothingAdjusted(let unit, let closed): "调平：\(unit)的 \(closed) 处合计都与分项相等，没有动任何数。"
        case .adjusted(let unit, let figures, let cells, let amounts, let derived, let farthest, let closed):
            "调平：\(unit)动了 \(figures) 个数，各在末位加减 1：表里 \(cells) 格，文字里 \(amounts) 处；"
                + (derived > 0 ? "由它们算的增减额、比率随着变的 \(derived) 处；" : "")
                + "与实际数最多相差 \(farthest) 元；\(closed) 处合计等于分项之和。"
        case .move(let figure, let plain, let adjusted, let places):
            "  \(figure)：\(plain) → \(adjusted)（\(places) 处）"
        case .moreMoves(let count): "  ……另有 \(count) 个，见 --format json"
        case .openGap(let place, let figure, let difference):
            "  不能同时调平：\(place.isEmpty ? "文字" : place)，\(figure)，合计减分项之和为 \(difference)"
        default: ""
        }
    }

    private var bookChinese: String {
        switch self {
        case .profileUsed(let region, let folder, let title):
            "提示：\(region) 没有自己的版式，用 \(folder) 的“\(title)”。"
        case .created(let path): "已建账套：\(path)"
        case .regionChosen(let region): "没有给 --region，用了 \(region)；可在“账套”里改成本地的六位行政区划代码。"
        case .nextStep: "以“例：”开头的行只是示范。填好后运行 mingzhang build 印出公开材料，先看样子可加 --draft。"
        case .opened(let last, let next): "已由 \(last) 结转：\(next)"
        case .changesKept(let path): "以上改动都记在 \(path)。"
        case .consolidated(let books, let output, let units, let department):
            "已把 \(books) 本账套汇总成 \(output)：\(units) 个单位，\(department)。"
        default: ""
        }
    }

    private var standardsChinese: String {
        switch self {
        case .indicatorField(let name, let count): "\(name)  \(count) 个"
        case .indicatorsFound(let count, let shown, let functions):
            (functions.isEmpty ? "" : "功能科目 \(functions.joined(separator: "、"))：") + "共 \(count) 个"
                + (shown.map { $0 < count ? "，列出 \($0) 个（--limit 可多列）。" : "。" }
                    ?? "；用 indicators search 加词、领域或功能科目来找。")
        case .noIndicators(let functions):
            (functions.isEmpty ? "" : "功能科目 \(functions.joined(separator: "、"))：")
                + "没有找到指标：指标库里可能还没有这个领域的，请自己写，或换个词；有哪些领域，运行 mingzhang indicators search 看。"
        case .listed(let count, let version): "共 \(count) 项；版本 \(version)"
        case .definition(let row): "\(row.kind.chinese) \(row.id) \(row.name)\n  来源：\(row.shownSource)"
        case .standardsValid(let folders, let places, let version):
            "标准文件合格：\(folders) 个地区文件夹，\(places) 个地区年度；版本 \(version)"
        case .rulesValid(let formulas, let samples): "规则公式 \(formulas) 条，样例 \(samples) 次，全部相符"
        case .blindRule(let id): "规则 \(id) 的公式取数的表，在各地各年都不印这个数，永远不会核对。请查公式里的表和指标。"
        default: ""
        }
    }

    private var traceChinese: String {
        switch self {
        case .figure(let place): place.chinese
        case .printed(let text): "印作 \(text.isEmpty ? "（空白）" : text)"
        case .countedUnits: "由“单位”表数出。"
        case .formula(let derivation): "＝ \(derivation.formula("甲", "乙"))，四舍五入一次"
        case .operand(let isFirst): isFirst ? "甲：" : "乙："
        case .stated(let sheet, let row): "\(sheet) 第 \(row) 行（直接填的数）"
        case .group(let unit, let code, let name, let total, let lines):
            "\(unit) \([code, name].filter { !$0.isEmpty }.joined(separator: " "))  \(total)（\(lines) 行）"
        case .moreLines(let count): "……另有 \(count) 行未列，用 --lines 增加"
        default: ""
        }
    }
}

extension Derivation {
    /// How it is computed, with names for its operands.
    func formula(_ first: String, _ second: String) -> String {
        switch self {
        case .share, .completion: "\(first) ÷ \(second) × 100"
        case .change: "|\(first) − \(second)|"
        case .growth: "|\(first) − \(second)| ÷ \(second) × 100"
        }
    }
}
