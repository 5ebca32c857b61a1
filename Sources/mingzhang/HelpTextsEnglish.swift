/// The English words of the help screens; the Chinese ones are in `HelpTexts`.
extension HelpText {
    var english: String {
        switch self {
        case .root, .new, .build, .trace, .consolidate, .standards, .standardsList, .standardsShow, .standardsCheck,
            .rootMore, .newMore, .traceMore, .consolidateMore:
            commandEnglish
        case .standardsFolder, .format, .language, .book, .unit, .traceUnit, .traceStage, .lines, .figure, .output,
            .eachUnit,
            .draft,
            .only, .part, .stage, .rounding:
            bookEnglish
        case .check, .checkMore, .checkFiles, .checkPrior, .checkDepartment, .checkAgainst, .checkRegion, .checkYear,
            .checkNotices, .checkCoverage, .checkReport, .checkAnnotate:
            checkEnglish
        case .newFolder, .newYear, .newRegion, .newDepartment, .from, .csv, .books, .consolidated, .joinedDepartment,
            .joinedCode, .region, .year, .paperKind, .unconfirmed, .concepts, .rules, .schemes, .definition:
            otherEnglish
        case .score, .scoreMore, .scoreUnit, .subject, .monitor, .monitorMore: performanceEnglish
        case .indicators, .indicatorsSearch, .indicatorsMore, .words, .function, .field, .ofBook, .ofSubject, .asCsv,
            .limit:
            libraryEnglish
        case .read, .readMore, .paper, .paperRegion, .paperYear: paperEnglish
        }
    }

    private var performanceEnglish: String {
        switch self {
        case .score: "Scores the book's subjects and indicators, each score with the arithmetic that gave it."
        case .scoreMore:
            """
            mingzhang score BOOK
            mingzhang score BOOK --subject P001 --format json
            Exit code: 0 all scored; 1 achieved values, reasons and the like are missing; 3 the sheets are wrong.
            """
        case .monitor: "The state at mid-year: rates of execution, progress of indicators, forecasts, early warnings."
        case .monitorMore:
            """
            mingzhang monitor BOOK
            mingzhang monitor BOOK --unit 001001 --format json
            Exit code: 0 nothing left to say; 1 warnings without reasons or measures; 3 the sheets are wrong.
            """
        case .scoreUnit: "only the subjects of one unit and of all under it (code or name)"
        case .subject: "only one subject (code or name in “绩效对象”)"
        default: ""
        }
    }

    private var libraryEnglish: String {
        switch self {
        case .indicators: "Shared indicators: what departments have published, by field."
        case .indicatorsSearch:
            "Finds indicators by name or by the functional code of the money; lists the fields otherwise."
        case .indicatorsMore:
            """
            mingzhang indicators search '法律援助' '案件'
            mingzhang indicators search --function 2040607
            mingzhang indicators search --book BOOK --subject P001 --csv > candidates.csv
            The file has a header: do not append it to a sheet of the book, paste the rows you want into “绩效指标”.
            """
        case .words: "words of the name, all of them; near names where there is none"
        case .function: "functional code, or what it begins with; may be given several times"
        case .field: "field, such as '法律援助'"
        case .ofBook: "a book: its region and year; goes with --subject"
        case .ofSubject: "a subject of the book: by the functional codes of its money"
        case .asCsv: "as rows of the sheet “绩效指标”, ready to be pasted"
        case .limit: "how many are listed at most"
        default: ""
        }
    }

    private var paperEnglish: String {
        switch self {
        case .read: "Reads a published paper: which forms and figures were recognised, and what was not."
        case .readMore:
            """
            mingzhang read '某某局2021年度部门决算.docx'
            mingzhang read paper.xlsx --region 430400 --year 2021 --format json
            """
        case .paper: "the paper: docx, xlsx, html or pdf, told by its content and not by its name"
        case .paperRegion: "administrative division code or a place's name; by default the place in the paper's name"
        case .paperYear: "year of the accounts; by default that of the paper's titles"
        default: ""
        }
    }

    private var commandEnglish: String {
        switch self {
        case .root:
            "Mingzhang: from one book, all the files of a Chinese department's final accounts disclosure; "
                + "every figure knows where it comes from."
        case .rootMore:
            "Messages are Chinese by default; --lang en makes them English. What is printed is always Chinese."
        case .new: "A new book: a workbook with notes, drop-downs and examples; or opened from last year's book."
        case .newMore:
            """
            mingzhang new book --year 2021 --region 430400 --department '衡阳市司法局'
            mingzhang new book2022 --from book2021
            """
        case .build: "Prints all files of the disclosure from a book (docx, xlsx, html, pdf, json)."
        case .trace: "Where a figure comes from: from what is printed down to the lines of the book."
        case .traceMore:
            """
            How to name a figure:
              table, row, column        'T05 204 基本支出', '公开05 合计 小计', 'T01 27' (row number)
              n-th figure of a sentence 'general-total.1#2'
              subject, row, column      'P1 总分', 'P1 法律意见采信率 得分', 'P1 财政拨款 全年执行'
            """
        case .consolidate:
            "Puts the books of units together into the department's: every line is kept, and transfers between the units "
                + "are eliminated from the department's figures."
        case .consolidateMore: "mingzhang consolidate head unit-a unit-b.xlsx -o department --department '某某市某局'"
        case .standards: "Shows the standards: codes, forms, phrases, concepts and their sources; checks their files."
        case .standardsList: "Lists the standards of a region and a year."
        case .standardsShow: "Shows a code, form, concept, phrase or rule."
        case .standardsCheck: "Checks all files of the standards, for every region and year."
        default: ""
        }
    }

    private var bookEnglish: String {
        switch self {
        case .standardsFolder: "folder of the standards; by default the one installed with the program"
        case .format: "form of the output: text or json"
        case .language: "language of messages: zh Chinese, en English; what is printed is always Chinese"
        case .book: "the book: a folder or .xlsx"
        case .unit: "one unit only (code or name), as the unit's own final accounts"
        case .traceUnit: "one unit only (code or name)"
        case .traceStage:
            "forms of which stage: goals, monitoring or evaluation; else the last that the book has reached"
        case .lines: "how many lines to show at most for a figure"
        case .figure: "which figure, such as 'T05 204 基本支出'; with or without quotes, several words name one figure"
        case .output: "the folder to write to"
        case .eachUnit: "besides the department's package, one for each unit"
        case .draft: "prints even where reasons or texts are missing, and marks each place “【待填】”"
        case .only: "only these formats, with commas between: docx,xlsx,html,pdf,json"
        case .part: "accounts: the whole package with its self-evaluations; performance: papers of performance alone"
        case .stage:
            "forms of goals, monitoring or evaluation; without it those of the latest stage the book has got to"
        case .rounding:
            "plain: each figure half up; adjusted: last digits are moved so that parts add up to their totals"
        default: ""
        }
    }

    private var otherEnglish: String {
        switch self {
        case .newFolder: "folder of the new book; empty or not there yet"
        case .newYear: "year of the accounts, such as 2021; not with --from"
        case .newRegion: "administrative division code of six digits, such as 430400"
        case .newDepartment: "full name of the department"
        case .from:
            "last year's book: its closing balances become opening ones; units, projects, staff and vehicles are copied; "
                + "codes that changed are replaced"
        case .csv: "a folder of CSV files instead of a workbook"
        case .books: "the units' books: folders or .xlsx"
        case .consolidated: "the book to write: a folder, or a workbook if it ends in .xlsx"
        case .joinedDepartment: "full name of the department; not needed where the books agree"
        case .joinedCode: "unit code of the department; by default what the units' codes begin with"
        case .region: "administrative division code, such as 430400"
        case .paperKind: "kind of paper, '决算' (final accounts) or '预算' (budget); final accounts if left out"
        case .year: "year"
        case .unconfirmed: "only what no public text confirms (“待核”)"
        case .concepts: "lists the concepts"
        case .rules: "lists the rules by family, with counts"
        case .schemes: "list the schemes by which performance is scored"
        case .definition: "id, code or name, such as T05, 2040601, “本年支出”"
        default: ""
        }
    }

    private var checkEnglish: String {
        switch self {
        case .check:
            "Check published documents or a book: every place where figures disagree, with its basis and likely cause."
        case .checkMore:
            """
            mingzhang check paper-2021.pdf
            mingzhang check paper-2021.docx --prior paper-2020.docx --against book --report report.html
            mingzhang check paper-2021.pdf --annotate notes.pdf
            mingzhang check FOLDER
            Files of a folder or a ZIP that are one unit's of one year are one paper.
            Exit codes: 0 no error; 1 errors; 3 a file could not be read, or what --prior, --department or --against gave cannot be compared.
            """
        case .checkFiles: "published documents, folders, ZIPs or books, one or more"
        case .checkPrior: "last year's document or book, to check last year's figures"
        case .checkDepartment:
            "the department's document or book: what is checked is one of its units, never more than it"
        case .checkAgainst: "a book: every printed figure is compared with it"
        case .checkRegion: "administrative division code of six digits; by default as the document says"
        case .checkYear: "fiscal year; by default as the document says"
        case .checkNotices: "list notices too, rounding tails among them"
        case .checkCoverage: "list what was read and what was not, and how often each rule was checked"
        case .checkReport: "also write a report: .html or .csv; may be given several times"
        case .checkAnnotate:
            "also write a copy of the PDF with each place boxed and a numbered note; a folder for several files"
        default: ""
        }
    }
}
