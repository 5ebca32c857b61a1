/// What can go wrong at the edge: files, folders, programs.
enum CommandFault: Error, Hashable {
    case noStandards([String])
    case unreadable(String)
    case unwritable(String)
    case notABook(String)
    case noSettings(String)
    case unknownUnit(String, known: [String])
    case wrongFormat(String, allowed: [String])
    case noFigure(String, hint: String)
    case noRegion(known: [String])
    case noYear
    case yearOfLastBook
    case occupied(String)
    case document(file: String, detail: String)
    case toolFailed(tool: String, detail: String)

    /// Whether the words of the command are off, not its input.
    var isUsage: Bool {
        switch self {
        case .unknownUnit, .wrongFormat, .noFigure, .occupied, .noRegion, .noYear, .yearOfLastBook: true
        default: false
        }
    }
}

/// The sentences of this module's faults.
extension CommandFault {
    var message: String {
        switch self {
        case .noStandards(let places):
            "找不到标准文件夹（Standards）。找过：\(places.joined(separator: "、"))。请用 --standards 指定。"
        case .unreadable(let path): "读不了 \(path)：文件不存在或没有权限。"
        case .unwritable(let path): "写不了 \(path)：目录不存在、只读或磁盘已满；原有文件未改动。"
        case .notABook(let path): "\(path) 不是账套：应为含有 账套.yaml 的文件夹，或 .xlsx 工作簿。"
        case .noSettings(let path): "\(path) 里没有“账套”表（部门、年度、地区）。"
        case .unknownUnit(let name, let known): "没有“\(name)”这个单位，可用：\(known.joined(separator: "、"))。"
        case .noFigure(let text, let hint): "找不到“\(text)”\(hint.isEmpty ? "" : "：" + hint)。"
        case .noYear: "请用 --year 写明决算年度，如 --year 2021；或用 --from 由上年账套结转。"
        case .yearOfLastBook: "用 --from 时，年度和地区由上年账套而来，不能再写 --year、--region。"
        case .noRegion(let known):
            "请用 --region 写明六位行政区划代码，如 --region 430400\(known.isEmpty ? "" : "；有版式定义的地区：\(known.joined(separator: "、"))")。"
        case .occupied(let path): "\(path) 已有内容；请换一个空文件夹或先移开。"
        case .document(let file, let detail): "\(file)：\(detail)"
        case .toolFailed(let tool, let detail): "\(tool) 没有成功：\(detail)"
        case .wrongFormat(let found, let allowed): "不认识格式“\(found)”，可用：\(allowed.joined(separator: "、"))。"
        }
    }
}
