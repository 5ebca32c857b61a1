import Fiscal
import Ledger

/// A department with many projects, each with its money, goals and indicators; the same every time.
struct GoalsGenerator {
    let projects: Int
    let projectsAUnit: Int
    private var random = RandomStream(seed: 20)

    /// Level, second level, how many, and what each weighs: 20 indicators that add up to the usual scheme's 90 points.
    private static let levels = [
        ("产出指标", "数量指标", 4, "5"), ("产出指标", "质量指标", 3, "5"), ("产出指标", "时效指标", 2, "5"), ("产出指标", "成本指标", 1, "5"),
        ("效益指标", "社会效益指标", 4, "5"), ("效益指标", "可持续影响指标", 2, "5"), ("满意度指标", "服务对象满意度指标", 4, "2.5"),
    ]
    static let indicatorsAProject = 20
    /// Functional and economic codes that any year has.
    private static let codes = ("2040605", "30201", "一般公共预算财政拨款")

    init(projects: Int, projectsAUnit: Int) {
        (self.projects, self.projectsAUnit) = (projects, projectsAUnit)
    }

    private struct Rows {
        var header: [String]
        var rows: [[String]] = []

        func sheet(_ name: String) -> RawSheet {
            RawSheet(
                name: name, file: name + ".csv", header: header,
                rows: rows.enumerated().map { RawSheet.Row(number: $0.offset + 2, cells: $0.element) })
        }
    }

    mutating func sheets() -> [RawSheet] {
        var units = Rows(header: ["编码", "名称", "上级编码", "单位性质"], rows: [["1", "某部门", "", "行政单位"]])
        var list = Rows(header: ["单位", "项目编码", "项目名称"])
        var income = Rows(header: ["单位", "功能科目", "资金性质", "金额"])
        var lines = Rows(header: ["单位", "日期", "凭证号", "分录号", "功能科目", "经济科目", "资金性质", "支出性质", "项目", "金额"])
        var budget = Rows(header: ["单位", "阶段", "功能科目", "资金性质", "支出性质", "项目", "金额"])
        var subjects = Rows(header: ["单位", "编号", "名称", "类别", "预期目标", "完成情况"])
        var goals = Rows(header: ["对象", "一级指标", "二级指标", "指标名称", "指标值", "完成值", "分值", "偏差原因"])
        let (function, economic, fund) = Self.codes
        for number in 0..<projects {
            let unit = "1\(100_000 + number / projectsAUnit)"
            if number % projectsAUnit == 0 { units.rows.append([unit, "某单位\(unit)", "1", "行政单位"]) }
            let (code, name) = ("X\(1_000_000 + number)", "某项目\(number)")
            let yuan = 10_000 + random.below(1_000_000)
            let spent = yuan * (60 + random.below(41)) / 100
            list.rows.append([unit, code, name])
            income.rows.append([unit, function, fund, "\(spent).00"])
            lines.rows.append(
                [
                    unit, "2021-0\(1 + random.below(9))-15", "记-\(number)", "1", function, economic, fund, "项目支出", name,
                    "\(spent).00",
                ])
            budget.rows.append([unit, "全年预算", function, fund, "项目支出", name, "\(yuan).00"])
            subjects.rows.append([unit, code, name, "项目", "完成\(name)全年任务。", "\(name)全年任务已完成。"])
            goals.rows += indicators(of: code)
        }
        return [
            units.sheet("单位"), list.sheet("项目"), income.sheet("收入"), lines.sheet("支出"), budget.sheet("预算"),
            subjects.sheet("绩效对象"), goals.sheet("绩效指标"),
        ]
    }

    private mutating func indicators(of code: String) -> [[String]] {
        var rows: [[String]] = []
        for (level, second, count, weight) in Self.levels {
            for index in 0..<count {
                let target = 50 + random.below(50)
                let achieved = target - 10 + random.below(20)
                let name = "\(second.dropLast(2))事项第\(index + 1)项"
                let reason = "对象比预计的少\(random.below(100))个"
                switch level {
                case "效益指标": rows.append([code, level, second, name, "有效提高", "有效提高", weight, ""])
                case "满意度指标":
                    rows.append([code, level, second, name, "≥90%", "\(85 + random.below(15))%", weight, reason])
                default:
                    let sign = second.hasPrefix("成本") ? "≤" : "≥"
                    rows.append([code, level, second, name, "\(sign)\(target)件", "\(achieved)件", weight, reason])
                }
            }
        }
        return rows
    }
}
