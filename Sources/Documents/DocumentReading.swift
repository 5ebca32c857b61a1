import Fiscal
package import Paper

/// A document as read, and what a person should know about the reading.
package struct DocumentReading: Sendable, Equatable {
    package var paper: Paper
    package var notes: [ReadingNote]

    package init(paper: Paper, notes: [ReadingNote] = []) {
        self.paper = paper
        self.notes = notes
    }
}

/// What was left out of a paper, or read though no reader of the print sees it.
package enum ReadingNote: Sendable, Hashable {
    /// Left out.
    case hiddenSheet(String)
    /// Read with the others: sums above them count them.
    case hiddenRows(sheet: String, count: Int)
    case hiddenColumns(sheet: String, count: Int)
    /// Formulas without a stored result; read as blank. `cell` is the first.
    case uncomputed(sheet: String, cell: String, count: Int)
    /// Cells that show an error such as `#REF!`; `cell` is the first.
    case errorValue(sheet: String, cell: String, text: String, count: Int)
    /// Read as if all were accepted.
    case trackedChanges(Int)
    /// Pages, from 1, that hold a picture and no text.
    case picturePages([Int])

    /// One sentence in the language in force, without the file's name.
    package var message: String {
        switch MessageLanguage.current {
        case .chinese: chinese
        case .english: english
        }
    }

    private var chinese: String {
        switch self {
        case .hiddenSheet(let name): "工作表“\(name)”是隐藏的，没有读。"
        case .hiddenRows(let sheet, let count): "工作表“\(sheet)”有 \(count) 个隐藏行，也读了。"
        case .hiddenColumns(let sheet, let count): "工作表“\(sheet)”有 \(count) 个隐藏列，也读了。"
        case .uncomputed(let sheet, let cell, let count):
            "工作表“\(sheet)”有 \(count) 个公式没有存计算结果（如 \(cell)），按空白读；请在 WPS、Excel 中打开并另存一次。"
        case .errorValue(let sheet, let cell, let text, let count):
            "工作表“\(sheet)”有 \(count) 个单元格显示错误（如 \(cell) 的 \(text)）。"
        case .picturePages(let pages):
            "第 \(pages.map { String($0) }.joined(separator: "、")) 页是图片，没有文字，未检查。"
        case .trackedChanges(let count): "文档有 \(count) 处未接受的修订，按全部接受后的文字读。"
        }
    }

    private var english: String {
        switch self {
        case .hiddenSheet(let name): "The sheet \(name.quoted) is hidden and was not read."
        case .hiddenRows(let sheet, let count):
            "The sheet \(sheet.quoted) has \(counted(count, "hidden row")), read as well."
        case .hiddenColumns(let sheet, let count):
            "The sheet \(sheet.quoted) has \(counted(count, "hidden column")), read as well."
        case .uncomputed(let sheet, let cell, let count):
            "The sheet \(sheet.quoted) has \(counted(count, "formula")) without a stored result (such as \(cell)), read "
                + "as blank; open and save it once in WPS or Excel."
        case .errorValue(let sheet, let cell, let text, let count):
            "The sheet \(sheet.quoted) has \(counted(count, "cell")) with an error (such as \(text) in \(cell))."
        case .picturePages(let pages):
            "A picture without text, not checked: page \(pages.map { String($0) }.joined(separator: ", "))."
        case .trackedChanges(let count):
            "The document has \(counted(count, "tracked change")), read as if all were accepted."
        }
    }
}
