import Performance

/// Every 种类 of 自评表 with its checker.
enum EvaluationKinds {
    static let checkers: [String: any EvaluationChecker] = funds.merging(points) { $1 }.merging(indicators) { $1 }
        .merging(forms) { $1 }

    private static let funds: [String: any EvaluationChecker] = [
        "资金分项": FundPartsChecker(), "执行率": RateChecker(ofInitial: false), "执行率基数": RateChecker(ofInitial: true),
        "执行率得分": RateScoreChecker(), "超预算执行": OverspentChecker(),
        "收入性质": NatureSumChecker(
            names: [Natures.income],
            columns: [FundColumn.applied, FundColumn.budget, FundColumn.initial, FundColumn.actual], isGoal: false),
        "整体执行数": NatureSumChecker(
            names: [Natures.expenditure],
            columns: [FundColumn.actual, FundColumn.budget, FundColumn.initial, FundColumn.applied], isGoal: false),
        "申报资金": NatureSumChecker(
            names: [Natures.income, Natures.expenditure],
            columns: [FundColumn.initial, FundColumn.budget, FundColumn.applied], isGoal: true),
        "任务资金": TaskChecker(againstProjects: false), "任务与项目": TaskChecker(againstProjects: true),
    ]

    private static let points: [String: any EvaluationChecker] = [
        "分值合计": WeightSumChecker(), "一级分值": BlockWeightChecker(), "得分上限": ScoreLimitChecker(),
        "总分": JointChecker(checkers: [TotalScoreChecker(), ScoreTableChecker()]), "评级": GradeChecker(),
        "节约率": SavingRateChecker(), "缺总分": MissingTotalChecker(),
    ]

    private static let indicators: [String: any EvaluationChecker] = [
        "完成与得分": AttainmentScoreChecker(isUpward: true), "完成而扣分": LostThoughReachedChecker(),
        "扣分原因": LostReasonChecker(),
        "远超目标": FarAboveChecker(), "零目标": ZeroTargetChecker(), "一级齐全": FirstLevelsChecker(),
        "二级齐全": EmptyLevelsChecker(), "产出齐全": OutputLevelsChecker(),
        "指标重复": JointChecker(checkers: [RepeatedIndicatorChecker(), IndicatorNumberChecker()]),
        "数量比率": QuantityRateChecker(),
        "全等目标": BackfilledChecker(), "比率范围": RateRangeChecker(), "空白指标值": PlaceholderTargetChecker(),
        "成本方向": CostDirectionChecker(), "完成值写法": AchievedValueChecker(),
        "反向完成与得分": AttainmentScoreChecker(isUpward: false),
        "定性得分": QualityScoreChecker(), "笼统用语": VagueTargetChecker(), "偏差原因": ReasonWordsChecker(),
    ]

    private static let forms: [String: any EvaluationChecker] = [
        "整体与项目": SameIndicatorChecker(), "目标与自评": GoalTargetChecker(), "项目表合计": ProjectSumChecker(),
        "主管部门": ResponsibleChecker(), "目标年度": GoalYearChecker(),
        "完成情况": JointChecker(
            checkers: [AchievedTextChecker(), ToldAchievementChecker(), ReportIndicatorChecker()], tellsOnce: true),
        "控制率": JointChecker(checkers: [ControlRateChecker(), BuildingRateChecker()]), "基础表三公": BasePartsChecker(),
        "基础表项目": BaseProjectsChecker(), "基础表空行": BlankRowChecker(),
        "报告金额": JointChecker(checkers: [
            ReportAmountChecker(), AccountsChecker(), ReportAccountsChecker(),
            TellingChecker(columns: [FundColumn.budget, FundColumn.actual, FundColumn.rate]),
        ]), "报告项目": ReportProjectsChecker(),
        "报告分项": ReportPartsChecker(), "全优": AllFullChecker(),
        "自评汇总": JointChecker(checkers: [SummaryChecker(), TellingChecker(columns: [FundColumn.score])]),
        "填报日期": SignedDateChecker(),
        "评价报告": ReviewChecker(), "评价权重": ReviewWeightChecker(), "基础表上年": PriorBaseChecker(),
        "监控执行率": MonitoredRateChecker(),
        "监控可能性": LikelihoodChecker(),
    ]
}
