/// The sentences of this module's faults: where, what was found, what is allowed, what to do.
extension StandardsFault {
    package var message: String {
        let place = line > 0 ? "\(file) 第 \(line) 行" : file
        return "\(place)：\(kind.sentence)"
    }
}

extension StandardsFault.Kind {
    fileprivate var sentence: String {
        switch self {
        case .notUtf8: "不是 UTF-8 编码，请另存为 UTF-8。"
        case .notYaml(let detail): "不是合格的 YAML：\(detail)。"
        case .missingKey(let key): "缺少“\(key)”。"
        case .unknownKey(let key, let allowed): "不认识的项“\(key)”，可用：\(list(allowed))。"
        case .wrongType(let key, let found, let wanted): "“\(key)”应为\(wanted)，现为“\(found)”。"
        case .unknownValue(let key, let found, let allowed): "“\(key)”写成了“\(found)”，可用：\(list(allowed))。"
        case .overlappingYears(let id, let other): "“\(id)”与 \(other) 的适用年度重叠，请改起始年度或截止年度。"
        case .gapInYears(let id, let from, let to): "“\(id)”在 \(from)—\(to) 年度没有定义，请补上或改年度。"
        case .badRow(let column, let found, let wanted): "“\(column)”一栏为“\(found)”，应为\(wanted)。"
        case .missingColumn(let column): "缺少“\(column)”一栏。"
        case .unknownParent(let code): "编码 \(code) 的上级不存在。"
        case .cycle(let code): "编码 \(code) 的上级绕成了圈。"
        case .noProfile(let region, let year): "没有地区 \(region)、\(year) 年度的版式定义。"
        case .noForm(let id): "版式引用了不存在的表“\(id)”。"
        case .badTemplate(let detail): "句式有误：\(detail)。"
        case .missingFile(let name): "账套文件夹里没有“\(name)”。"
        case .missingTab(let name, let known): "没有工作表“\(name)”，有：\(list(known))。"
        case .missingSourceColumn(let name, let file, let known):
            "\(file) 的表头里没有“\(name)”，有：\(list(known))。表头不在第 1 行的，请写“表头行”。"
        }
    }

    private func list(_ allowed: [String]) -> String {
        let shown = allowed.prefix(12).joined(separator: "、")
        return allowed.count > 12 ? shown + "等 \(allowed.count) 项" : shown
    }
}
