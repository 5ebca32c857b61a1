import Fiscal

/// Why a PDF could not be read: facts only, the sentences are below.
package enum PdfFault: Error, Hashable, Sendable {
    /// The file does not begin like a PDF.
    case notPdf
    case empty
    case encrypted
    /// The file's directory or its end is missing: pages may be lost.
    case damaged
    case pageDamaged(Int)
    case tooManyPages(Int, limit: Int)
    /// More characters or lines than any page has.
    case pageTooDense(Int, limit: Int)
    case tooLarge(Int, limit: Int)
    /// The page reader took longer than is allowed, in seconds.
    case timedOut(Int)
    /// The page reader ended without having said that it was done.
    case crashed
    case noLibrary
}

extension PdfFault {
    /// One sentence in the language in force, without the file's name: whoever opened the file puts it in front.
    package var message: String { DocumentFault.pdf(self).message }

    var chinese: String {
        switch self {
        case .notPdf: "文件内容不是 PDF；请确认文件没有改过扩展名，或重新下载后重试。"
        case .empty: "文件是空的（0 字节）；请重新下载或重新导出后重试。"
        case .encrypted: "PDF 设有打开密码；请取消密码后重试。"
        case .damaged: "PDF 不完整或已损坏；请重新下载或重新导出后重试。"
        case .pageDamaged(let page): "PDF 第 \(page) 页已损坏，读不出来；请重新下载或重新导出后重试。"
        case .tooManyPages(let count, let limit): "PDF 有 \(count) 页，上限是 \(limit) 页；请拆分后重试。"
        case .pageTooDense(let page, let limit): "PDF 第 \(page) 页的文字或线条超过 \(limit) 个，正常文档不会有；请核实来源。"
        case .tooLarge(let bytes, let limit): "PDF 有 \(bytes >> 20) MB，上限是 \(limit >> 20) MB；请压缩或拆分后重试。"
        case .timedOut(let seconds): "读 PDF 超过 \(seconds) 秒，已停止；请拆分或重新导出后重试。"
        case .crashed: "读 PDF 的进程意外结束，文件可能已损坏；请在 WPS、浏览器中另存为 PDF 后重试。"
        case .noLibrary: "没有找到读 PDF 的程序库 PDFium；请运行 scripts/setup 或重新安装明账。"
        }
    }

    var english: String {
        switch self {
        case .notPdf: "This is no PDF; check that its extension was not changed, or download it again."
        case .empty: "The file is empty (0 bytes); download or export it again."
        case .encrypted: "The PDF asks for a password; remove it and try again."
        case .damaged: "The PDF is incomplete or damaged; download or export it again."
        case .pageDamaged(let page): "Page \(page) of the PDF is damaged; download or export it again."
        case .tooManyPages(let count, let limit): "The PDF has \(count) pages, and \(limit) are the most; split it."
        case .pageTooDense(let page, let limit):
            "Page \(page) of the PDF has more than \(limit) characters or lines, as no real paper does; check where it is from."
        case .tooLarge(let bytes, let limit):
            "The PDF has \(bytes >> 20) MB, and \(limit >> 20) MB are the most; compress or split it."
        case .timedOut(let seconds):
            "Reading the PDF took over \(seconds) s and was stopped; split it or export it again."
        case .crashed:
            "The process that reads PDFs broke off, perhaps on a damaged file; save it as PDF again and try again."
        case .noLibrary: "PDFium, which reads PDFs, was not found; run scripts/setup or install mingzhang again."
        }
    }
}
