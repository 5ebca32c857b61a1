import Fiscal

/// What the prose of reports of performance calls things; all folded, lists with the longest first where not said.
package struct ReportWords: Sendable {
    /// What the title of a report has.
    package private(set) var titles: [String] = []
    /// What opens the parts of an amount.
    package private(set) var parts: [String] = []
    /// What opens a list that is all of an amount, and one that may leave something out.
    package private(set) var lists: [String] = []
    package private(set) var openLists: [String] = []
    /// What says that a list leaves something out.
    package private(set) var leftOut: [String] = []
    /// Words before an amount that tell its column of a base-data table, by the column's name.
    package private(set) var columns: [EvaluationDefinitions.Label] = []
    /// What may stand between a name or a word of comparison and an amount of the accounts.
    package private(set) var ofAccounts: [String] = []
    /// Behind these an amount is a change or a share, and no longer the item's.
    package private(set) var changes: [String] = []
    /// An item of a list with one of these is no part of the total.
    package private(set) var mixed: [String] = []
    /// What the expenditure of projects is called.
    package private(set) var projects: [String] = []
    /// What is taken for the same in names of projects, and what says nothing there, in order.
    package private(set) var sameInProjects: [(word: String, means: String)] = []
    package private(set) var projectFillers: [String] = []
    package private(set) var people: [String] = []
    /// What says nothing in the name of a total, in order.
    package private(set) var totalFillers: [String] = []
    /// What makes an amount one of the budget, and an item of a list or an amount one of what was spent.
    package private(set) var budget: [String] = []
    package private(set) var spentItems: [String] = []
    package private(set) var spent: [String] = []
    /// Words with the one for a budget in them that say nothing of an amount's time, in order.
    package private(set) var noBudget: [String] = []

    package static let empty = ReportWords()

    private init() {}

    private static let keys = [
        "标题", "分项引语", "列举引语", "列举可略", "未尽", "栏", "账目用语", "变动", "不算分项", "项目支出", "项目名同义", "项目名泛词", "人数单位", "总数泛词", "预算",
        "分项已执行",
        "已执行", "不是预算",
    ]

    init(_ node: YamlNode) throws {
        let entries = try node.mapping(allowed: Self.keys)
        func ordered(_ key: String) throws -> [String] {
            try entries.required(key, in: node).texts().map { foldedLabel($0) }
        }
        func words(_ key: String) throws -> [String] {
            try ordered(key).sorted { ($1.count, $0) < ($0.count, $1) }
        }
        titles = try words("标题")
        parts = try words("分项引语")
        lists = try words("列举引语")
        openLists = try words("列举可略")
        leftOut = try words("未尽")
        columns = try EvaluationLoader.labels(entries.required("栏", in: node), name: "名")
        ofAccounts = try ordered("账目用语")
        changes = try words("变动")
        mixed = try words("不算分项")
        projects = try words("项目支出")
        sameInProjects = try entries.required("项目名同义", in: node).list().map(EvaluationLoader.synonym)
        projectFillers = try ordered("项目名泛词")
        people = try words("人数单位")
        totalFillers = try ordered("总数泛词")
        budget = try words("预算")
        spentItems = try words("分项已执行")
        spent = try words("已执行")
        noBudget = try ordered("不是预算")
    }
}
