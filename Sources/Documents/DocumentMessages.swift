import Fiscal

/// The sentences of `DocumentFault`: what was found, what was expected, what to do.
extension DocumentFault {
    /// One sentence in the language in force, without the file's name: whoever opened the file puts it in front.
    package var message: String {
        switch MessageLanguage.current {
        case .chinese: chinese
        case .english: english
        }
    }

    private var chinese: String {
        switch self {
        case .notZip, .compoundFile, .notWorkbook, .notWordDocument, .binaryWorkbook: kindMessage
        case .zipTruncated, .zipEntryEncrypted, .zipEntryDamaged, .zipMethodUnsupported, .zipDuplicateName,
            .zipTooManyEntries, .zipTooLarge, .zipRatioTooHigh:
            zipMessage
        case .partMissing, .xmlDoctype, .xmlMalformed, .xmlTooDeep: partMessage
        case .duplicateSheet, .badCellAddress, .tableTooLarge, .badSheetName, .workbookNotWritten: sheetMessage
        case .file(let fault): fault.chinese
        case .textEmpty, .textBinary, .textTooLarge, .textTooManyLines, .textLineTooLong: textMessage
        case .pdf(let fault): fault.chinese
        }
    }

    private var kindMessage: String {
        switch self {
        case .compoundFile: "文件是旧版格式（.doc 或 .xls）或设有打开密码，应为 .docx 或 .xlsx；请取消密码，或在 WPS、Word 中另存为新格式后重试。"
        case .notWorkbook: "文件里没有工作簿，应为 .xlsx 或 .xlsm；请确认选对了文件。"
        case .notWordDocument: "文件里没有文字文档，应为 .docx；请确认选对了文件。"
        case .binaryWorkbook: "文件是二进制工作簿（.xlsb），应为 .xlsx；请在 WPS、Excel 中另存为 .xlsx 后重试。"
        default: "文件内容不是 .docx 或 .xlsx（两者都是 ZIP 压缩包）；请确认文件没有改过扩展名，或重新导出后重试。"
        }
    }

    private var zipMessage: String {
        switch self {
        case .zipEntryEncrypted(let name): "压缩包内的“\(name)”已加密，无法读取；请取消密码后重试。"
        case .zipEntryDamaged(let name): "压缩包内的“\(name)”已损坏，解压后的长度或校验值与目录所记不符；请重新导出或重新下载后重试。"
        case .zipMethodUnsupported(let name, let method):
            "压缩包内的“\(name)”用了第 \(method) 种压缩方法，只支持不压缩（0）和 Deflate（8）；请在 WPS、Office 中另存一次后重试。"
        case .zipDuplicateName(let name): "压缩包内有两个“\(name)”，无法确定以哪个为准；请在 WPS、Office 中另存一次后重试。"
        case .zipTooManyEntries(let count, let limit): "压缩包内有 \(count) 个文件，上限是 \(limit) 个；这不像正常的文档，请核实来源。"
        case .zipTooLarge(let size, let limit):
            "解压后至少 \(Self.megabytes(size))，上限是 \(Self.megabytes(limit))；请删去大图片或拆分文件后重试。"
        case .zipRatioTooHigh(let name, let ratio, let limit):
            "压缩包内的“\(name)”解压后膨胀 \(ratio) 倍，上限是 \(limit) 倍；这不像正常的文档，请核实来源。"
        default: "文件不完整，压缩包的目录缺失或越界；请重新下载或重新导出后重试。"
        }
    }

    private var partMessage: String {
        switch self {
        case .partMissing(let part): "文件缺少必要的部件“\(part)”；请在 WPS、Office 中打开并另存一次后重试。"
        case .xmlDoctype(let part): "部件“\(part)”含有 DOCTYPE 声明，正常文档不会有，为安全起见不予读取；请核实来源。"
        case .xmlTooDeep(let part, let limit): "部件“\(part)”的嵌套超过 \(limit) 层，正常文档不会有；请核实来源。"
        case .xmlMalformed(let part, let line):
            "部件“\(part)”第 \(line) 行不是合规的 XML，文件可能已损坏；请在 WPS、Office 中打开并另存一次后重试。"
        default: ""
        }
    }

    private var sheetMessage: String {
        switch self {
        case .duplicateSheet(let name): "有两张工作表都叫“\(name)”，无法区分；请改名后重试。"
        case .badCellAddress(let sheet, let address):
            "工作表“\(sheet)”里的单元格地址“\(address)”无效，应形如 C12 且不超出表格范围；请在 WPS、Excel 中另存一次后重试。"
        case .tableTooLarge(let name, let squares, let limit):
            "“\(name)”有 \(squares) 个单元格，上限是 \(limit) 个；请删去多余的行列后重试。"
        case .badSheetName(let name):
            name.isEmpty
                ? "工作簿里一张工作表也没有，或有一张没有名称；至少要有一张有名称的工作表。"
                : "工作表名“\(name)”不可用：最多 31 个字，且不含 [ ] : * ? / \\，首尾不能是单引号；请改名后重试。"
        case .workbookNotWritten(let reason): "工作簿写不出来，写表程序库报告：\(reason)。请检查磁盘空间后重试。"
        default: ""
        }
    }

    private var textMessage: String {
        switch self {
        case .textEmpty: "文本里没有内容，应为公开文件的文字；请确认文件保存完整。"
        case .textTooLarge(let limit): "文本超过 \(Self.megabytes(limit))，公开文件没有这么长；请核实文件，或拆分后重试。"
        case .textTooManyLines(let limit): "文本超过 \(limit) 行，公开文件没有这么多行；请核实文件，或拆分后重试。"
        case .textLineTooLong(let line, let limit):
            "第 \(line) 行超过 \(Self.megabytes(limit))，正常的文本不会有这么长的一行；请核实文件，或按段落换行后重试。"
        default: "文件里有文本不会有的字节（零），像是别种格式；请确认扩展名没有改过，或另存为 UTF-8 文本后重试。"
        }
    }

    static func megabytes(_ bytes: Int) -> String {
        bytes < 1 << 20 ? "\(bytes) 字节" : "\(bytes / (1 << 20)) MB"
    }
}
