/// The words of the help screens.
extension HelpText {
    var chinese: String {
        switch self {
        case .root, .new, .build, .trace, .consolidate, .standards, .standardsList, .standardsShow, .standardsCheck,
            .rootMore, .newMore, .traceMore, .consolidateMore:
            commandChinese
        case .standardsFolder, .format, .language, .book, .unit, .traceUnit, .traceStage, .lines, .figure, .output,
            .eachUnit,
            .draft,
            .only, .part, .stage, .rounding:
            bookChinese
        case .check, .checkMore, .checkFiles, .checkPrior, .checkDepartment, .checkAgainst, .checkRegion, .checkYear,
            .checkNotices, .checkCoverage, .checkReport, .checkAnnotate:
            checkChinese
        case .newFolder, .newYear, .newRegion, .newDepartment, .from, .csv, .books, .consolidated, .joinedDepartment,
            .joinedCode, .region, .year, .paperKind, .unconfirmed, .concepts, .rules, .schemes, .definition:
            otherChinese
        case .score, .scoreMore, .scoreUnit, .subject, .monitor, .monitorMore: performanceChinese
        case .indicators, .indicatorsSearch, .indicatorsMore, .words, .function, .field, .ofBook, .ofSubject, .asCsv,
            .limit:
            libraryChinese
        case .read, .readMore, .paper, .paperRegion, .paperYear: paperChinese
        }
    }

    private var performanceChinese: String {
        switch self {
        case .score: "绩效自评：由账套算出每个对象、每个指标的得分，连同算法，不用手评。"
        case .scoreMore:
            """
            mingzhang score 账套
            mingzhang score 账套 --subject P001 --format json
            结束码：0 算全了；1 缺完成值、扣分原因等；3 绩效各表有错误。
            """
        case .monitor: "绩效运行监控：年中各对象的执行率、各指标的进度、全年预计，和要预警的事项。"
        case .monitorMore:
            """
            mingzhang monitor 账套
            mingzhang monitor 账套 --unit 001001 --format json
            结束码：0 有无预警都说全了；1 预警的没有写原因、措施；3 绩效各表有错误。
            """
        case .scoreUnit: "只看一个单位及其下属的对象（编码或名称）"
        case .subject: "只看一个对象（绩效对象表的编号或名称）"
        default: ""
        }
    }

    private var libraryChinese: String {
        switch self {
        case .indicators: "共用指标库：各领域公开过的绩效指标。"
        case .indicatorsSearch: "按名称、按资金的功能科目找指标；不写条件时列出各领域。"
        case .indicatorsMore:
            """
            mingzhang indicators search 法律援助 案件
            mingzhang indicators search --function 2040607
            mingzhang indicators search --book 账套 --subject P001 --csv > 备选指标.csv
            备选指标.csv 带表头，不要接在账套的表后面：挑要用的行，不带表头贴进“绩效指标”。
            """
        case .words: "指标名称里的词，几个词都要有；找不到时按相近的找"
        case .function: "功能科目代码，可以只写前几位；可以写几次"
        case .field: "领域，如 法律援助"
        case .ofBook: "账套：地区、年度照账套，配合 --subject"
        case .ofSubject: "账套里的绩效对象：按它的钱所在的功能科目找"
        case .asCsv: "写成“绩效指标”表的样子，可以直接贴进去"
        case .limit: "最多列几条"
        default: ""
        }
    }

    private var paperChinese: String {
        switch self {
        case .read: "读一份公开材料：认出哪些表、哪些数、哪些没有认出。"
        case .readMore:
            """
            mingzhang read 某某局2021年度部门决算.docx
            mingzhang read 决算公开.xlsx --region 430400 --year 2021 --format json
            """
        case .paper: "公开材料：docx、xlsx、html 或 pdf；看内容，不看文件名"
        case .paperRegion: "行政区划代码或地名；不写则看材料名称里的地方"
        case .paperYear: "决算年度；不写则看材料的标题"
        default: ""
        }
    }

    private var commandChinese: String {
        switch self {
        case .root: "明账：一本账套，印出部门决算公开的全套文件，每个数字都有出处。"
        case .rootMore: "说话用中文；加 --lang en 用英文。For English add --lang en."
        case .new: "建一个新账套：带批注、下拉框和示例的工作簿；或由上年账套结转。"
        case .newMore:
            """
            mingzhang new 账套 --year 2021 --region 430400 --department 衡阳市司法局
            mingzhang new 账套2022 --from 账套2021
            """
        case .build: "由账套印出全套公开文件（docx、xlsx、html、pdf、json）。"
        case .trace: "一个数从哪里来：由印出的数一直追到账套的行。"
        case .traceMore:
            """
            数的写法：
              表、行、列        'T05 204 基本支出'、'公开05 合计 小计'、'T01 27'（行次）
              句子的第几个数    'general-total.1#2'
              绩效对象、行、列  'P1 总分'、'P1 法律意见采信率 得分'、'P1 财政拨款 全年执行'
            """
        case .consolidate: "把各单位账套汇总成部门账套：每一行都保留，内部往来在算部门数时抵销。"
        case .consolidateMore: "mingzhang consolidate 本级 二级单位甲 二级单位乙.xlsx -o 部门 --department 某某市某局"
        case .standards: "看标准：编码、表、句式、指标及其依据；检查标准文件。"
        case .standardsList: "列出某地某年度适用的标准。"
        case .standardsShow: "看一个编码、表、指标、句式或规则。"
        case .standardsCheck: "检查全部标准文件：每个地区、每个年度。"
        default: ""
        }
    }

    private var bookChinese: String {
        switch self {
        case .standardsFolder: "标准文件夹，默认随程序安装的 Standards"
        case .format: "输出形式：text 或 json"
        case .language: "说话用的语言：zh 中文，en 英文；印出的材料总是中文"
        case .book: "账套：文件夹或 .xlsx"
        case .unit: "只印一个单位（编码或名称），按单位决算"
        case .traceUnit: "只看一个单位（编码或名称）"
        case .traceStage: "哪一时点的绩效表：goals 目标、monitoring 监控、evaluation 自评；不写就是账套走到的最后一步"
        case .lines: "每个数最多列几行明细"
        case .figure: "哪一个数，如 'T05 204 基本支出'；加不加引号都可以，几个词合起来指一个数"
        case .output: "写到哪个文件夹"
        case .eachUnit: "部门之外，再给每个单位各印一套"
        case .draft: "缺原因、缺文字也印，缺处标【待填】"
        case .only: "只写这些格式，逗号分隔：docx,xlsx,html,pdf,json"
        case .part: "哪一部分：accounts 整套决算公开材料（含附的自评表）；performance 只出绩效材料"
        case .stage: "绩效表的时点：goals 目标申报、monitoring 运行监控、evaluation 自评；不写取账套做到的最后一步"
        case .rounding: "尾数：plain 四舍五入；adjusted 调平末位，使分项之和等于合计"
        default: ""
        }
    }

    private var otherChinese: String {
        switch self {
        case .newFolder: "新账套的文件夹，须是空的或还没有"
        case .newYear: "决算年度，如 2021；用 --from 时不必写"
        case .newRegion: "六位行政区划代码，如 430400"
        case .newDepartment: "部门全称"
        case .from: "上年账套：余额转作年初余额，单位、项目、人员、车辆照抄，改了的科目换成新代码"
        case .csv: "写成 CSV 文件夹，不写工作簿"
        case .books: "各单位账套：文件夹或 .xlsx"
        case .consolidated: "写成哪个账套：文件夹，或以 .xlsx 结尾的工作簿"
        case .joinedDepartment: "汇总后的部门全称；各账套的部门相同时不必写"
        case .joinedCode: "部门的单位编码；不写则取各单位编码开头相同的部分"
        case .region: "行政区划代码，如 430400"
        case .paperKind: "材料的种类，如 决算、预算；不写为决算"
        case .year: "年度"
        case .unconfirmed: "只列待核的（没有公开文本证实的）"
        case .concepts: "列出指标"
        case .rules: "列出核对规则，按类，附条数"
        case .schemes: "列出绩效评分方案"
        case .definition: "编号、编码或名称，如 T05、2040601、本年支出"
        default: ""
        }
    }

    private var checkChinese: String {
        switch self {
        case .check: "核对公开文件或账套：数与数对不上的，逐处指出，并说明依据和可能的原因。"
        case .checkMore:
            """
            mingzhang check 某局2021.pdf
            mingzhang check 某局2021.docx --prior 某局2020.docx --against 账套 --report 核对.html
            mingzhang check 某局2021.pdf --annotate 某局2021批注.pdf
            mingzhang check 送审材料/
            文件夹、ZIP 里同一单位同一年度的几个文件（说明、公开表、自评表）作为一份核对。
            结束码：0 没有错误；1 有错误；3 有文件读不了，或 --prior、--department、--against 给的不能与它相比。
            """
        case .checkFiles: "公开文件、文件夹、ZIP 或账套，可以有多个"
        case .checkPrior: "上年的公开文件或账套，用来核对上年数"
        case .checkDepartment: "部门的公开文件或账套：核对的是其中一个单位，单位数不应超过部门数"
        case .checkAgainst: "账套：逐个核对印出的数"
        case .checkRegion: "六位行政区划代码；不写则看文件里的名称"
        case .checkYear: "决算年度；不写则看文件里的年度"
        case .checkNotices: "也列出提示，包括由四舍五入而来的尾差"
        case .checkCoverage: "逐条列出读到了哪些表、哪些没有读到，每条规则查了多少"
        case .checkReport: "另写一份报告：.html 或 .csv；可以写几次"
        case .checkAnnotate: "另写批注本：原 PDF 上框出各处，附编号的批注；核对几份时写文件夹"
        default: ""
        }
    }
}
