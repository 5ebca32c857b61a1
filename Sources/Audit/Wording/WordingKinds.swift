import Standards

/// Every 种类 with its checker.
///
/// 派生数重算 and 方向用语 are recomputations of figures, which the relations between figures check.
enum WordingKinds {
    static func checkers(_ words: WordLists) -> [String: any WordingChecker] {
        codes(words).merging(layout(words)) { $1 }.merging(wording(words)) { $1 }.merging(figures(words)) { $1 }
    }

    private static func codes(_ words: WordLists) -> [String: any WordingChecker] {
        [
            "编码位数": CodeLengthChecker(), "编码有效": CodeValidChecker(), "名称": CodeNameChecker(),
            "编码与名称": CodeAndNameChecker(), "名称与数错行": ShiftedNameChecker(), "一码一名": OneNameChecker(),
            "上下级": ParentChecker(), "次序": CodeOrderChecker(), "科目与资金": CodeFundChecker(words: words),
            "识读补正": CodeRepairChecker(),
        ]
    }

    private static func layout(_ words: WordLists) -> [String: any WordingChecker] {
        [
            "表的齐全与次序": FormSetChecker(), "表号": FormNumberChecker(), "目录": ContentsChecker(),
            "金额单位": MoneyUnitChecker(), "空表说明": EmptyNoteChecker(words: words, ofEmpty: true),
            "有数表说明": EmptyNoteChecker(words: words, ofEmpty: false), "提纲": OutlineChecker(),
            "附件": AttachmentChecker(), "识读程度": LegibilityChecker(), "表注": NotesChecker(),
            "功能类的行": ClassLineChecker(), "应有的行": RequiredRowChecker(),
        ]
    }

    private static func wording(_ words: WordLists) -> [String: any WordingChecker] {
        [
            "年度用语": YearChecker(words: words), "单位名称": UnitNameChecker(words: words),
            "部门单位用语": NounChecker(words: words), "占位文字": PlaceholderChecker(words: words),
            "重复用语": DoubledChecker(words: words), "错字": MisspellingChecker(words: words),
            "旧科目名称": OldNameChecker(words: words), "表注用语": NoteWordsChecker(words: words),
            "表内用语": TableNameStyleChecker(words: words), "科目用语": PathChecker(),
            "名词解释": GlossaryChecker(words: words), "比较基数": BaseChecker(words: words),
            "完成基数": CompletionBaseChecker(words: words), "预算口径": BudgetKindChecker(words: words),
            "无数据语句": DenialChecker(words: words),
        ]
    }

    private static func figures(_ words: WordLists) -> [String: any WordingChecker] {
        [
            "名单计数": CountChecker(words: words, list: "名单计数"),
            "项目名单计数": CountChecker(words: words, list: "项目名单计数"), "人数分项": HeadcountChecker(words: words),
            "文内小表": OwnTableChecker(words: words), "文内分项": SumChecker(words: words),
            "文内比率": CountRateChecker(words: words),
            "同一计数": SameCountChecker(words: words), "前后说法": ContraryChecker(words: words),
            "列全类": CompleteListChecker(words: words, levels: [1]),
            "列全项": CompleteListChecker(words: words, levels: [3]), "列全款": CompleteItemsChecker(words: words),
            "原因": ReasonChecker(words: words), "原因方向": ReasonDirectionChecker(words: words),
            "零基数用语": ZeroBudgetChecker(words: words, isBothZero: false),
            "零对零用语": ZeroBudgetChecker(words: words, isBothZero: true),
            "金额单位用语": MoneyWordChecker(words: words), "数的写法": NumberStyleChecker(words: words),
            "百分比写法": PercentStyleChecker(),
        ]
    }
}
