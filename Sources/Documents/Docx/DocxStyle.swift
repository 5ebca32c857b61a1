import Paper

/// The styles of our documents; the ids of the built-in ones are those that Word and WPS know.
enum DocxStyle: String, CaseIterable {
    case normal = "Normal"
    case body = "BodyText"
    case title = "Title"
    case subtitle = "Subtitle"
    case heading1 = "Heading1"
    case heading2 = "Heading2"
    case heading3 = "Heading3"
    case heading4 = "Heading4"
    case contentsTitle = "TOCHeading"
    case contents1 = "TOC1"
    case contents2 = "TOC2"
    case contents3 = "TOC3"
    case footer = "Footer"
    case tableTitle = "MzTableTitle"
    case tableInfo = "MzTableInfo"
    case tableNote = "MzTableNote"
    case cellText = "MzCellText"
    case cellNumber = "MzCellNumber"
    case cellHeader = "MzCellHeader"
    /// A paragraph that only ends a section or keeps two tables apart.
    case divider = "MzBreak"

    static func heading(_ level: Int) -> DocxStyle {
        [.heading1, .heading2, .heading3, .heading4][min(max(level, 1), 4) - 1]
    }

    static func contents(_ level: Int) -> DocxStyle { [.contents1, .contents2, .contents3][min(max(level, 1), 3) - 1] }

    init(_ style: Paragraph.Style) {
        switch style {
        case .title: self = .title
        case .subtitle: self = .subtitle
        case .body: self = .body
        case .tableTitle: self = .tableTitle
        case .tableInfo: self = .tableInfo
        case .tableNote: self = .tableNote
        }
    }

    /// The style of a paper that it stands for; nil where it is none.
    var paragraph: Paragraph.Style? {
        switch self {
        case .title: .title
        case .subtitle: .subtitle
        case .body, .normal: .body
        case .tableTitle: .tableTitle
        case .tableInfo: .tableInfo
        case .tableNote: .tableNote
        default: nil
        }
    }

    /// 1–4 for headings.
    var headingLevel: Int? {
        switch self {
        case .heading1: 1
        case .heading2: 2
        case .heading3: 3
        case .heading4: 4
        default: nil
        }
    }

    /// The name shown in the list of styles; the built-in ones are translated by the program itself.
    var displayName: String {
        switch self {
        case .normal: "Normal"
        case .body: "Body Text"
        case .title: "Title"
        case .subtitle: "Subtitle"
        case .heading1: "heading 1"
        case .heading2: "heading 2"
        case .heading3: "heading 3"
        case .heading4: "heading 4"
        case .contentsTitle: "TOC Heading"
        case .contents1: "toc 1"
        case .contents2: "toc 2"
        case .contents3: "toc 3"
        case .footer: "footer"
        case .tableTitle: "表格标题"
        case .tableInfo: "表格单位"
        case .tableNote: "表格附注"
        case .cellText: "单元格文字"
        case .cellNumber: "单元格数字"
        case .cellHeader: "单元格表头"
        case .divider: "分隔"
        }
    }
}
