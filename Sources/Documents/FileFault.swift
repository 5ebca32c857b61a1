/// Why a file is no document that can be read, whatever its name says.
package enum FileFault: Hashable, Sendable {
    /// No byte, or nothing but blanks.
    case empty
    /// An Office file with a password.
    case encrypted
    /// `PNG` and its like.
    case picture(String)
    /// A packed archive that is no ZIP: `RAR`.
    case archive(String)
    /// An archive within an archive.
    case nestedArchive
    /// Some other known format: `OFD`.
    case unsupported(String)
    /// Neither a known format nor text.
    case unknown
    /// Bytes of the file, against the most that is read.
    case tooLarge(Int, limit: Int)
    /// Elements of a page within elements, beyond what any page has.
    case tooDeep
    /// Which table of a page, from 1, and the squares it would need.
    case pageTableTooLarge(Int, squares: Int, limit: Int)

    var chinese: String {
        switch self {
        case .empty: "文件是空的，里面没有任何内容；请重新导出或重新下载后重试。"
        case .encrypted: "文件设有打开密码，无法读取；请在 WPS、Office 中取消密码后重试。"
        case .picture(let kind): "文件其实是 \(kind) 图片，不是文档，里面没有可读的文字；请换成 docx、xlsx、html、txt 或带文字的 pdf。"
        case .archive(let kind): "文件其实是 \(kind) 压缩包，只能读 ZIP；请解压后把文件夹交给本程序，或改存为 ZIP。"
        case .nestedArchive: "压缩包里还有压缩包，不再往里读；请先解压成文件夹后重试。"
        case .unsupported(let kind): "文件是 \(kind) 格式，本程序读不了；请另存为 pdf、docx、xlsx、html 或 txt 后重试。"
        case .unknown: "文件既不是 pdf、docx、xlsx、html，也不是文本，可能已损坏；请重新导出或重新下载后重试。"
        case .tooLarge(let size, let limit):
            "文件有 \(DocumentFault.megabytes(size))，上限是 \(DocumentFault.megabytes(limit))；请拆分文件或删去大图片后重试。"
        case .pageTableTooLarge(let table, let squares, let limit):
            "网页的第 \(table) 张表有 \(squares) 个单元格，上限是 \(limit) 个；请删去多余的行列后重试。"
        case .tooDeep: "网页的标签嵌套过深，正常网页不会有，后面的内容会读不到；请核实来源，或另存为 docx 后重试。"
        }
    }

    var english: String {
        switch self {
        case .empty: "The file is empty. Export or download it again."
        case .encrypted: "The file has a password and cannot be read; remove the password in WPS or Office."
        case .picture(let kind):
            "The file is a \(kind) picture in truth, no document, and has no text to read. "
                + "Give a docx, xlsx, html, txt, or a pdf with text."
        case .archive(let kind):
            "The file is a \(kind) archive in truth; only ZIP is read. Unpack it and give the folder, or pack it as ZIP."
        case .nestedArchive:
            "There is an archive within the archive, which is not opened; unpack it into a folder first."
        case .unsupported(let kind):
            "The file is of the format \(kind), which is not read; save it as pdf, docx, xlsx, html or txt."
        case .unknown:
            "The file is neither pdf, docx, xlsx nor html, and no text; it may be damaged. Export or download it again."
        case .tooLarge(let size, let limit):
            "The file has \(DocumentFault.size(size)), the limit is \(DocumentFault.size(limit)). "
                + "Split it, or take out large pictures."
        case .pageTableTooLarge(let table, let squares, let limit):
            "Table \(table) of the page has \(squares) cells, the limit is \(limit); delete rows and columns not needed."
        case .tooDeep:
            "The page is nested deeper than any usual page, and the rest of it would be lost. "
                + "Make sure where it comes from, or save it as docx."
        }
    }
}
