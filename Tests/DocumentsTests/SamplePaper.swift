import Fiscal
import Paper

/// A small paper of the kind that a department publishes.
enum SamplePaper {
    static var paper: Paper {
        Paper(
            title: "县司法局2021年度部门决算",
            provenance: Provenance(department: "县司法局", year: 2021, standards: "cn-43 2021.1", book: "sha256:ab<12>"),
            sections: [
                Section(
                    role: .cover,
                    blocks: [
                        .paragraph(Paragraph("县司法局2021年度部门决算", style: .title)),
                        .paragraph(Paragraph("二〇二二年九月", style: .subtitle)),
                    ]),
                Section(role: .contents, blocks: [.contents()]),
                Section(blocks: prose),
                Section(orientation: .landscape, blocks: income + wide),
                Section(blocks: [.heading(level: 1, Paragraph("第四部分 名词解释")), .paragraph(Paragraph("一、财政拨款收入：指……"))]),
            ])
    }

    static let prose: [Block] = [
        .heading(level: 1, Paragraph("第一部分 县司法局概况", anchor: "s-overview")),
        .heading(level: 2, Paragraph("一、部门职责", anchor: "s-duties")),
        .paragraph(
            Paragraph(
                "县司法局贯彻落实党中央关于全面依法治国的方针政策和决策部署，承担全面依法治县重大问题的政策研究，"
                    + "协调有关方面提出全面依法治县中长期规划建议，负责有关重大决策部署督察工作。")),
        .paragraph(Paragraph("本年支出合计10,308.90万元，其中：基本支出6,988.17万元，占67.79%；项目支出3,320.73万元，占32.21%。")),
        .heading(level: 3, Paragraph("（一）特殊字符 & <标签> \"引号\"")),
        .heading(level: 4, Paragraph("1. 末级标题")),
        .paragraph(Paragraph("A & B < C > D \"E\" 'F'，  两个空格，𠮷野家𬭎。")),
        .heading(level: 1, Paragraph("第二部分 2021年度部门决算情况说明")),
        .heading(level: 2, Paragraph("一、收入支出决算总体情况说明")),
        .paragraph(Paragraph("2021年度收、支总计10,420.35万元。与上年相比，增加1,318.76万元，增长14.49%。")),
    ]

    static func number(_ mantissa: Int64) -> Cell {
        let value = PrintedNumber(mantissa: mantissa, decimals: 2)
        return Cell(value.text(grouping: true), number: value, column: 0, alignment: .right)
    }

    static func header(_ text: String) -> Cell { Cell(text, column: 0, alignment: .center, isHeader: true) }

    static func at(_ column: Int, rows: Int = 1, columns: Int = 1, _ cell: Cell) -> Cell {
        var copy = cell
        copy.column = column
        copy.rowSpan = rows
        copy.columnSpan = columns
        return copy
    }

    static let income: [Block] = [
        .heading(level: 2, Paragraph("收入支出决算总表", style: .tableTitle, anchor: "T01")),
        .paragraph(Paragraph("公开01表", style: .tableInfo)),
        .paragraph(Paragraph("部门：县司法局\t金额单位：万元", style: .tableInfo)),
        .grid(
            Grid(
                rows: [
                    [at(0, columns: 3, header("收入")), at(3, columns: 3, header("支出"))],
                    ["项目", "行次", "决算数", "项目", "行次", "决算数"].enumerated().map { at($0, header($1)) },
                    [
                        Cell("一、一般公共预算财政拨款收入", column: 0), Cell("1", column: 1, alignment: .center),
                        at(2, number(910_160)), Cell("一、一般公共服务支出", column: 3),
                        Cell("30", column: 4, alignment: .center), Cell("", column: 5, alignment: .right),
                    ],
                    [
                        Cell("二、政府性基金预算财政拨款收入", column: 0), Cell("2", column: 1, alignment: .center),
                        Cell("", column: 2, alignment: .right), Cell("四、公共安全支出", column: 3),
                        Cell("33", column: 4, alignment: .center), at(5, number(1_030_890)),
                    ],
                    [
                        Cell("总计", column: 0, alignment: .center), Cell("29", column: 1, alignment: .center),
                        at(2, number(-12_345_678_901)), Cell("总计", column: 3, alignment: .center),
                        Cell("60", column: 4, alignment: .center), at(5, number(0)),
                    ],
                ], columnCount: 6, headerRowCount: 2)),
        .paragraph(Paragraph("注：本表反映部门本年度的总收支和年末结转结余情况。", style: .tableNote)),
    ]

    /// Eleven columns, three header rows, codes that look like numbers, a text in two lines.
    static let wide: [Block] = {
        var rows: [[Cell]] = [
            [
                at(0, columns: 2, header("项目")), at(2, rows: 2, header("本年\n收入合计")),
                at(3, columns: 8, header("其中")),
            ],
            [at(0, header("科目编码")), at(1, header("科目名称"))]
                + (3..<11).map { at($0, header("来源\($0)")) },
            [at(0, columns: 2, header("合计"))] + (2..<11).map { at($0, number(Int64($0) * 1_234_567)) },
        ]
        for code in 2_040_601...2_040_630 {
            rows.append(
                [Cell("\(code)", column: 0), Cell("　　行政运行 & \(code)", column: 1)]
                    + (2..<11).map { column in
                        column == 5 ? Cell("", column: 5, alignment: .right) : at(column, number(Int64(code + column)))
                    })
        }
        return [
            .paragraph(Paragraph("收入决算表", style: .tableTitle)),
            .paragraph(Paragraph("公开02表", style: .tableInfo)),
            .paragraph(Paragraph("部门：县司法局\t2021年度\t金额单位：万元", style: .tableInfo)),
            .grid(Grid(rows: rows, columnCount: 11, headerRowCount: 3)),
            .paragraph(Paragraph("注：本表反映部门本年度取得的各项收入情况。", style: .tableNote)),
        ]
    }()
}
