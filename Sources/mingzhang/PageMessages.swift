import Documents

/// The sentences of a page's faults.
extension HtmlFault {
    var chinese: String {
        switch self {
        case .empty: "是空的。"
        case .tooLarge(let limit): "超过 \(limit >> 20) MB，不读。"
        case .tooDeep: "元素套得太深，不读。"
        case .tableTooLarge(let table): "第 \(table) 张表太大，不读。"
        }
    }

    var english: String {
        switch self {
        case .empty: "it is empty."
        case .tooLarge(let limit): "more than \(limit >> 20) MB are not read."
        case .tooDeep: "its elements are nested too deeply."
        case .tableTooLarge(let table): "table \(table) is too large."
        }
    }
}
