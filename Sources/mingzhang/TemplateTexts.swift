/// The words of new books, for the people who fill them in.
enum TemplateTexts {
    static let defaultDepartment = "某某局"

    static let guidance = [
        "这是一本账套：一个部门一年的账，公开材料里的每个数都由它算出。",
        "一、先填“账套”表：部门全称、年度、地区代码（六位行政区划代码）、公开类型（部门决算或单位决算）。",
        "二、再填“单位”表：第一个不填上级编码的单位是本部门；本级和下属单位写在下面，上级编码填本部门的编码。只有一个单位的，一行就够。",
        "三、“收入”“支出”两张表必填：一笔一行，或按科目汇总后一行。金额一律以元为单位，到分。负数只用于填了凭证号的红冲行。",
        "四、其余各表有就填，没有就空着，表和表头不要删。“三公”、会议、培训花了多少由支出表按经济科目得出，不用再填。",
        "五、以“例：”开头的行只是示范，不算数，可以删，也可以留着。",
        "六、自己要记的东西，另加一栏，栏名以“备注”开头即可；也可以另加一张表，表名以“备注”开头。",
        "七、表头上有批注，说明这一栏填什么；有下拉框的，照下拉框选。科目可以只填代码，也可以从下拉框选“代码 名称”。",
        "八、填完运行 mingzhang build 本文件或文件夹 -o 输出文件夹。增减原因没填全时，会写出“待填原因.xlsx”，填好放进账套文件夹，再运行一次。加 --draft 可以先看样稿。",
        "九、从财务软件或预算管理一体化系统导出的表，不必照这里的格式改：写一个 列名对照.yaml 即可，写法见使用手册 docs/guide.md。",
    ]

    /// What a column's note says: whether it must be filled, what with, and what an empty cell means.
    static func note(_ isRequired: Bool, _ type: String, _ note: String, fallback: String, requiredWhen: String)
        -> String
    {
        var parts = [isRequired ? "必填。" : "可不填。"]
        if !requiredWhen.isEmpty { parts = [requiredWhen] }
        if !type.isEmpty { parts.append(type + "。") }
        if !note.isEmpty { parts.append(note + "。") }
        if !fallback.isEmpty { parts.append("不填按“\(fallback)”。") }
        return parts.joined()
    }
}
