import Documents
import Fiscal
import Ledger
import Narrative
import Statements

/// The sentences of this module's faults.
extension CommandFault {
    var chinese: String {
        switch topic {
        case .asked: askedChinese
        case .files: filesChinese
        }
    }

    /// What was asked for.
    private var askedChinese: String {
        switch self {
        case .unknownUnit(let name, let known): "没有“\(name)”这个单位，可用：\(known.joined(separator: "、"))。"
        case .unknownFunction(let text, let nearest):
            "没有功能科目“\(text)”\(nearest.isEmpty ? "" : "，是不是：\(nearest.joined(separator: "、"))")；请写代码或代码的前几位，如 2040607、20406。"
        case .noMoney(let subject): "“\(subject)”在支出表、预算表里没有一行，不知道它的功能科目；请用 --function 写明。"
        case .subjectWithoutBook: "--subject 要和 --book 一起写。"
        case .unknownSubject(let code, let known):
            known.isEmpty
                ? "账套里没有绩效对象；请先填“绩效对象”“绩效指标”两张表。"
                : "没有编号或名称是“\(code)”的绩效对象，有：\(known.prefix(20).joined(separator: "、"))\(known.count > 20 ? "等 \(known.count) 个" : "")。"
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
        case .annotateOne(0): "--annotate 要有 PDF：这里没有 PDF 文件，别的格式没有批注本；请用 --report 写报告。"
        case .annotateOne: "一个批注本只能是一份 PDF 的；核对几份时，请给 --annotate 一个文件夹。"
        case .annotateOriginal(let path): "\(path) 就是要核对的文件，批注本不能写在它上面；请换一个名字或文件夹。"
        case .wrongFormat(let found, let allowed): "不认识格式“\(found)”，可用：\(allowed.joined(separator: "、"))。"
        default: ""
        }
    }

    /// What stands where it was told to look, and programs that are called.
    private var filesChinese: String {
        switch self {
        case .noStandards(let places):
            "找不到标准文件夹（Standards）。找过：\(places.joined(separator: "、"))。请用 --standards 指定。"
        case .unreadable(let path): "读不了 \(path)：文件不存在或没有权限。"
        case .unwritable(let path): "写不了 \(path)：目录不存在、只读或磁盘已满；原有文件未改动。"
        case .notABook(let path): "\(path) 不是账套：应为含有 账套.yaml 的文件夹，或 .xlsx 工作簿。"
        case .noSettings(let path): "\(path) 里没有“账套”表（部门、年度、地区）。"
        case .noActuals(let path, let hasSubjects):
            "\(path)：没有一笔收入、支出，也没有结转，印不出决算。请填“收入”“支出”两张表"
                + (hasSubjects ? "；只印绩效材料，请加 --part performance。" : "；先看版面，可加 --draft。")
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
        case .toolFailed(let tool, let problem): "\(tool) 没有成功：\(problem.chinese)"
        default: ""
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
