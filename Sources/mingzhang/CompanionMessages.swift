import Audit
import Fiscal

/// What is said of a paper or book that was given beside the one checked.
extension CompanionFit {
    func chinese(of companion: Companion) -> String {
        let (given, figures) = (companion.chinese, companion.chineseFigures)
        return switch self {
        case .fits: "\(figures)已与 \(given)核对。"
        case .renamed(let name, let shared, let agreeing):
            "\(given)是“\(name)”的，名称与这份不同；可以对照的 \(shared) 处中有 \(agreeing) 处相符，按同一单位改了名称核对。"
        case .unnamed: "这份材料或 \(given)没有读出单位名称，无法确认是同一单位；\(figures)仍按同一单位核对，结果请先看是否拿错了材料。"
        case .otherUnit(let own, let name):
            "\(given)是“\(name)”的，这份是“\(own)”的，不是同一部门，\(figures)没有核对。请换成\(companion.chineseWanted)。"
        case .otherYear(let year, let wanted):
            "\(given)是 \(year) 年度的，\(companion == .prior ? "这份的上年是" : "这份是") \(wanted) 年度\(companion == .prior ? "" : "的")，\(figures)没有核对。请换成 \(wanted) 年度的。"
        case .otherKind(let own, let kind):
            "\(given)是\(kind)，这份是\(own)，不能相比，\(figures)没有核对。请换成\(companion.chineseWanted)，同为\(own)。"
        case .noYear: "\(given)没有读出是哪一年度的，无法确认能否相比，\(figures)没有核对。请换成写明年度的材料。"
        }
    }

    func english(of companion: Companion) -> String {
        let (given, figures) = (companion.english, companion.englishFigures)
        return switch self {
        case .fits: "\(figures) held against \(given)."
        case .renamed(let name, let shared, let agreeing):
            "\(given) is that of \(name.quoted), which is another name; \(agreeing) of "
                + "\(counted(shared, "check")) against it hold, so it was taken for the same unit under its former name."
        case .unnamed:
            "This paper or \(given) names no unit, so they may be of two units; \(figures) compared all the same."
        case .otherUnit(let own, let name):
            "\(given) is that of \(name.quoted), this one that of \(own.quoted): another department. \(figures) not "
                + "checked; give \(companion.englishWanted)."
        case .otherYear(let year, let wanted):
            "\(given) is of \(year), where \(wanted) is wanted. \(figures) not checked; give that of \(wanted)."
        case .otherKind(let own, let kind):
            "\(given) is of another kind (\(kind.quoted), this one \(own.quoted)). \(figures) not checked; give "
                + "\(companion.englishWanted) of the same kind."
        case .noYear:
            "\(given) does not say of which year it is, so it cannot be told whether it can be compared. \(figures) not "
                + "checked; give one that names its year."
        }
    }
}

extension Companion {
    fileprivate var chinese: String {
        switch self {
        case .prior: "--prior 的材料"
        case .department: "--department 的材料"
        case .book: "--against 的账套"
        }
    }

    fileprivate var chineseFigures: String {
        switch self {
        case .prior: "上年数"
        case .department: "部门数"
        case .book: "账套里的数"
        }
    }

    fileprivate var chineseWanted: String {
        switch self {
        case .prior: "本部门上年的材料"
        case .department: "所属部门同年度的材料"
        case .book: "这个单位的账套"
        }
    }

    fileprivate var english: String {
        switch self {
        case .prior: "The paper of --prior"
        case .department: "The paper of --department"
        case .book: "The book of --against"
        }
    }

    fileprivate var englishFigures: String {
        switch self {
        case .prior: "Last year's figures were"
        case .department: "The department's figures were"
        case .book: "The book's figures were"
        }
    }

    fileprivate var englishWanted: String {
        switch self {
        case .prior: "this department's paper of last year"
        case .department: "the department's paper of the same year"
        case .book: "this unit's book"
        }
    }
}
