import Fiscal
import Paper

/// Papers that the tests of pages, PDFs and charts share.
enum PageSamples {
    static func number(_ mantissa: Int64, _ decimals: Int = 2) -> PrintedNumber {
        PrintedNumber(mantissa: mantissa, decimals: decimals)
    }

    static func figure(_ mantissa: Int64, column: Int) -> Cell {
        let number = number(mantissa)
        return Cell(number.text(), number: number, column: column, alignment: .right)
    }

    static func header(_ text: String, column: Int, rows: Int = 1, columns: Int = 1) -> Cell {
        Cell(text, column: column, rowSpan: rows, columnSpan: columns, alignment: .center, isHeader: true)
    }

    /// A whole publication in small: cover, contents, prose, wide tables over several pages, charts.
    static func publication(rows: Int = 90) -> Paper {
        Paper(
            title: "2021年度望川市司法局部门决算公开",
            provenance: Provenance(department: "望川市司法局", year: 2021, standards: "cn-43 2021", book: "sha256:0123abcd"),
            sections: [
                Section(
                    role: .cover,
                    blocks: [
                        .paragraph(Paragraph("2021年度", style: .title)),
                        .paragraph(Paragraph("望川市司法局部门决算公开", style: .title)),
                        .paragraph(Paragraph("望川市司法局", style: .subtitle)),
                        .paragraph(Paragraph("2022年9月", style: .subtitle)),
                    ]),
                Section(role: .contents, blocks: [.paragraph(Paragraph("目  录", style: .title)), .contents()]),
                prose, Section(orientation: .landscape, blocks: wide(rows: rows) + twelve()),
                Section(blocks: closing), Section(blocks: evaluation()),
            ])
    }

    private static let sentence =
        "2021年度收入总计10308.90万元，与上年相比，增加1207.30万元，增长13.26%，主要原因是：一是人员经费增加；"
        + "二是新增公共法律服务中心建设项目。支出总计10308.90万元，其中：基本支出6988.17万元，占67.79%；"
        + "项目支出3320.73万元，占32.21%。"

    private static var prose: Section {
        Section(blocks: [
            .heading(level: 1, Paragraph("第一部分  望川市司法局概况", anchor: "part-1")),
            .heading(level: 2, Paragraph("一、部门职责")),
            .paragraph(Paragraph(String(repeating: sentence, count: 3), anchor: "s-income-total")),
            .heading(level: 2, Paragraph("二、机构设置")),
            .heading(level: 3, Paragraph("（一）内设机构设置")),
            .paragraph(Paragraph("内设办公室、法治督察科、立法科、社区矫正管理局等12个科室，喆堃玥镕垚昇祎赟等罕见字。")),
            .heading(level: 4, Paragraph("1．所属事业单位")),
            .paragraph(Paragraph(String(repeating: sentence, count: 6))),
            .heading(level: 1, Paragraph("第二部分  2021年度部门决算表")),
            .chart(chart(categories: 5)),
        ])
    }

    static func wide(rows: Int) -> [Block] {
        [
            .heading(level: 2, Paragraph("支出决算表", style: .tableTitle)),
            .paragraph(Paragraph("公开03表", style: .tableInfo)),
            .paragraph(Paragraph("部门：望川市司法局\t金额单位：万元", style: .tableInfo)),
            .grid(wideGrid(rows: rows)),
            .paragraph(Paragraph("注：本表反映部门本年度各项支出情况。本表金额转换成万元时，因四舍五入可能存在尾数误差。", style: .tableNote)),
        ]
    }

    /// Three merged header rows above many rows of figures.
    private static func wideGrid(rows: Int) -> Grid {
        let names = ["本年支出合计", "基本支出", "项目支出", "上缴上级支出", "经营支出", "对附属单位补助支出"]
        var grid: [[Cell]] = [
            [header("项目", column: 0, columns: 2)] + names.enumerated().map { header($1, column: $0 + 2, rows: 2) },
            [header("科目编码", column: 0, rows: 2), header("科目名称", column: 1)],
            [header("栏次", column: 1)] + (0..<6).map { header("\($0 + 1)", column: $0 + 2) },
        ]
        for row in 0..<rows {
            let name = row % 3 == 0 ? "公共安全支出" : row % 3 == 1 ? "　司法" : "　　公共法律服务和其他司法支出（含社区矫正）"
            grid.append(
                [Cell("\(20_406 + row)", column: 0), Cell(name, column: 1)]
                    + (0..<6).map { figure(Int64(row * 7919 + $0 * 104_729) - 20_000, column: $0 + 2) })
        }
        return Grid(rows: grid, columnCount: 8, headerRowCount: 3, columnWidths: [10, 24, 12, 11, 11, 11, 10, 11])
    }

    /// Twelve columns of 三公, without widths.
    static func twelve() -> [Block] {
        let top: [Cell] = [header("预算数", column: 0, columns: 6), header("决算数", column: 6, columns: 6)]
        let second = [0, 6].flatMap { base in
            [
                header("合计", column: base, rows: 2), header("因公出国（境）费", column: base + 1, rows: 2),
                header("公务用车购置及运行费", column: base + 2, columns: 3),
                header("公务接待费", column: base + 5, rows: 2),
            ]
        }
        let third = [0, 6].flatMap { base in
            ["小计", "公务用车购置费", "公务用车运行费"].enumerated().map { header($1, column: base + 2 + $0) }
        }
        let figures = (0..<12).map { figure(Int64($0) * 12_345 + 99, column: $0) }
        return [
            .heading(level: 2, Paragraph("财政拨款“三公”经费支出决算表", style: .tableTitle, anchor: "T07")),
            .paragraph(Paragraph("部门：望川市司法局\t公开07表\t金额单位：万元", style: .tableInfo)),
            .grid(Grid(rows: [top, second, third, figures], columnCount: 12, headerRowCount: 3)),
            .paragraph(Paragraph("注：本表反映部门本年度“三公”经费支出预决算情况。", style: .tableNote)),
        ]
    }

    private static var closing: [Block] {
        [
            .heading(level: 1, Paragraph("第四部分  名词解释")),
            .paragraph(Paragraph("一、财政拨款收入：指单位本年度从本级财政部门取得的财政拨款。")),
            .grid(
                Grid(
                    rows: [
                        [Cell("年度总体目标", column: 0, rowSpan: 2, alignment: .center), Cell("预期目标", column: 1)],
                        [Cell("实际完成情况\n第二行", column: 1), Cell("", column: 3)],
                    ], columnCount: 4, headerRowCount: 0)),
        ]
    }

    /// A self-evaluation form: upright, cells over many rows, one text longer than a page.
    static func evaluation() -> [Block] {
        let long = String(repeating: "完成人民调解案件办理、法律援助、社区矫正对象监管等各项任务。", count: 60)
        var rows: [[Cell]] = [
            [header("项目名称", column: 0, columns: 2), Cell("公共法律服务体系建设", column: 2, columnSpan: 4)],
            [
                header("年度总体目标", column: 0, rows: 2), Cell("预期目标", column: 1, columnSpan: 2),
                Cell("实际完成情况", column: 3, columnSpan: 3),
            ],
            [Cell(long, column: 1, columnSpan: 2), Cell("已完成", column: 3, columnSpan: 3)],
            ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "得分"].enumerated().map { header($1, column: $0) },
        ]
        for row in 0..<40 {
            var cells: [Cell] = row == 0 ? [header("产出指标（50分）", column: 0, rows: 40)] : []
            if row % 10 == 0 { cells.append(header(["数量指标", "质量指标", "时效指标", "成本指标"][row / 10], column: 1, rows: 10)) }
            cells += [Cell("办理法律援助案件数量（第\(row)项）", column: 2), Cell("≥230件", column: 3), Cell("236件", column: 4)]
            cells.append(figure(125, column: 5))
            rows.append(cells)
        }
        return [
            .paragraph(Paragraph("项目支出绩效自评表", style: .tableTitle)),
            .paragraph(Paragraph("（2021年度）", style: .tableInfo)),
            .grid(Grid(rows: rows, columnCount: 6, headerRowCount: 0)),
        ]
    }

    static func chart(categories count: Int) -> Chart {
        let names = ["一般公共服务支出", "公共安全支出", "社会保障和就业支出", "卫生健康支出", "住房保障支出"]
        let categories = (0..<count).map { names[$0 % 5] + ($0 < 5 ? "" : "（\($0)）") }
        return Chart(
            title: "支出决算与上年比较", unit: "万元", categories: categories,
            series: [
                Chart.Series(name: "2020年度", values: (0..<count).map { number(Int64($0) * 70_003 - 100_000) }),
                Chart.Series(
                    name: "2021年度", values: (0..<count).map { $0 == 2 ? nil : number(Int64($0 * $0) * 5_417) }),
            ])
    }

    /// Text that means something to every format a paper is written in.
    static let hostile = [
        "<script>alert(1)</script>", "</title></style>--><img src=x onerror=alert(1)>", "&amp;&lt;&#60;", "\"'`",
        "#panic(\"x\") $x^2$ *b* _i_ @ref <label> // /* */", "\\u{41}\\\"\\n", "= 标题", "- 项\n+ 项", "]]>", "{{x}}",
        "\u{202E}反向", "𠀀𪚥喆堃", "　　缩进  两格 ", "a\tb", "\u{1}\u{0}控制", "~~--...---", "http://a.b/?c=d&e=f#g",
    ]

    /// A paper with hostile text in every place that takes text.
    static func hostilePaper(_ text: String) -> Paper {
        Paper(
            title: text,
            provenance: Provenance(department: text, year: 2021, standards: text, book: text),
            sections: [
                Section(role: .cover, blocks: [.paragraph(Paragraph(text, style: .title, anchor: text))]),
                Section(blocks: [
                    .contents(), .heading(level: 1, Paragraph(text, anchor: text)),
                    .paragraph(Paragraph(text, anchor: text)), .paragraph(Paragraph(text, style: .tableTitle)),
                    .paragraph(Paragraph("\(text)\t\(text)", style: .tableInfo)),
                    .grid(
                        Grid(
                            rows: [[header(text, column: 0)], [Cell(text, column: 0)]], columnCount: 1,
                            headerRowCount: 1)),
                    .paragraph(Paragraph(text, style: .tableNote)),
                    .chart(
                        Chart(
                            title: text, unit: text, categories: [text],
                            series: [
                                Chart.Series(name: text, values: [number(-5)]), Chart.Series(name: text, values: [nil]),
                            ])),
                ]),
            ])
    }
}
