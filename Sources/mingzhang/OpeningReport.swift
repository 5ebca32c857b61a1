import Fiscal
import Ledger

/// What the opening of a year did, as lines for a terminal and as a page to keep.
struct OpeningReport {
    let changes: [OpeningChange]
    let department: String
    let year: Int

    private var sections: [(title: String, lines: [String])] {
        let all: [(String, [String])] = [
            ("改了的科目", changes.compactMap(\.movedCode)),
            ("没有接续、没有抄的行，请重新填", changes.compactMap(\.endedCode)),
            ("年初余额（由上年各行算出的年末余额）", changes.compactMap(\.balanceLine)),
            ("照抄的，请按新一年的情况改", changes.compactMap(\.copiedLine)),
            ("照抄的文字，只是建议，请逐段核对", changes.compactMap(\.textLine)),
            ("已终止、没有抄的项目", changes.compactMap(\.projectLine)),
            ("没有抄的", changes.compactMap(\.leftLine)),
        ]
        return all.filter { !$0.1.isEmpty }.map { (title: $0.0, lines: $0.1) }
    }

    var lines: [String] { sections.flatMap { ["\($0.title)："] + $0.lines.map { "  " + $0 } } }

    var markdown: String {
        let parts = sections.map { section in
            "## \(section.title)\n\n" + section.lines.map { "- \($0)\n" }.joined()
        }
        return "# \(department) \(year) 年度账套：结转说明\n\n" + parts.joined(separator: "\n")
    }
}

extension OpeningChange {
    fileprivate var movedCode: String? {
        guard case .codeMoved(let sheet, let row, let column, let from, let to) = self else { return nil }
        let place = row > 0 ? "上年“\(sheet)”第 \(row) 行的“\(column)”" : "“\(sheet)”的“\(column)”"
        return "\(place)：\(from) → \(to)"
    }

    fileprivate var endedCode: String? {
        guard case .codeEnded(let sheet, let row, let column, let code) = self else { return nil }
        return "上年“\(sheet)”第 \(row) 行：“\(column)” \(code) 已停用"
    }

    fileprivate var balanceLine: String? {
        guard case .balance(let unit, let what, let amount, let isKindOpen) = self else { return nil }
        var notes = ""
        if amount < 0 { notes += "；是负数，请核对上年的账" }
        if isKindOpen { notes += "；收入不分支出性质，基本、项目各多少请补填" }
        return "\(unit)，\(what)：\(yuan(amount)) 元\(notes)"
    }

    fileprivate var copiedLine: String? {
        guard case .copied(let sheet, let rows) = self else { return nil }
        return "“\(sheet)” \(rows) 行"
    }

    fileprivate var textLine: String? {
        guard case .text(let unit, let name) = self else { return nil }
        return "\(unit)，\(name)"
    }

    fileprivate var projectLine: String? {
        guard case .projectEnded(let name, let year) = self else { return nil }
        return "\(name)（终止年度 \(year)）"
    }

    fileprivate var leftLine: String? {
        switch self {
        case .reasons(let count): "“原因” \(count) 行：原因空着等填，上年的写法在“备注上年写法”栏"
        case .notCopied(let sheet, let rows): "“\(sheet)” \(rows) 行"
        default: nil
        }
    }
}
