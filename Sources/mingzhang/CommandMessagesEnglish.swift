import Documents
import Fiscal
import Ledger
import Narrative
import Statements

extension MissingText {
    var english: String {
        let place = "“…\(context.suffix(28))…”"
        switch kind {
        case .reason(let matter, let object, let name):
            let about = object.isEmpty ? "" : " (\((name == object ? object : object + " " + name).quoted))"
            return "Reason to be filled in: \(matter.quoted)\(about), sentence \(sentence.quoted): \(place)"
        case .text(let name): return "Text to be filled in: paragraph \(name.quoted) of the sheet “文字”."
        case .column(let column, let origin):
            let place = BookPlace.english(BookPlace.row(origin.row, of: origin.sheet))
            return "Text to be filled in: \(column.quoted) in \(place), which sentence \(sentence.quoted) needs."
        case .figure(let subject, let sheet, let column):
            let source =
                sheet.isEmpty
                ? "" : "; fill in the column \(column.quoted) of the sheet \(sheet.quoted), 0 too where there is none"
            return
                "\(subject.quoted) in sentence \(sentence.quoted) is not known or cannot be computed: \(place)\(source)"
        case .droppedFigure(let figure):
            return "The sentence that replaces \(sentence.quoted) leaves out the figure \(figure.quoted); "
                + "write each figure as its name in braces."
        case .typedFigure(let figure):
            return "The sentence that replaces \(sentence.quoted) has a typed figure, \(figure.quoted); "
                + "write its name in braces."
        case .droppedReason(let matter):
            return "The sentence that replaces \(sentence.quoted) leaves out the reason; "
                + "write \("{原因 \(matter)}".quoted) as the original does."
        case .badTemplate(let detail): return "The sentence that replaces \(sentence.quoted): \(detail)"
        case .replacedTwice(let rows):
            return
                "\(counted(rows, "row")) of the sheet “文字” replace \(sentence.quoted); a sentence is replaced once: make them one"
                + " row or keep one of them."
        case .noSentence(let nearest):
            let near = nearest.isEmpty ? "." : "; did you mean \(nearest.quoted)?"
            return "The sheet “文字” replaces or adds to \(sentence.quoted), which this paper does not have\(near)"
        }
    }
}

/// What is said besides faults.
extension Remark {
    var english: String {
        switch topic {
        case .building: buildingEnglish
        case .check: checkEnglish
        case .rounding: roundingEnglish
        case .book: bookEnglish
        case .standards: standardsEnglish
        case .reading: readingEnglish
        case .trace: traceEnglish
        }
    }

    private var checkEnglish: String {
        switch self {
        case .printedGap(let unit, let gap):
            "Does not add up: \(unit.isEmpty ? "" : unit.quoted + ", ")\(gap.form.quoted), row \(gap.row.quoted), column "
                + "\(gap.column.quoted): printed \(gap.printed.isEmpty ? "blank" : gap.printed), but its "
                + "\(counted(gap.parts, "printed part")) add up to \(gap.sum), which rounding cannot explain."
        case .unlikePrinted(let unit, let count):
            "\(unit.isEmpty ? "" : unit.quoted + ": ")\(counted(count, "printed figure")) read back unlike what the book gives."
        case .contradictory:
            "The printed forms contradict themselves; nothing was written. Check the codes and figures named above, or look "
                + "at a draft with --draft."
        case .notScored(let count):
            "\(counted(count, "place")) to fill in; add what is missing to the sheets of performance."
        case .borrowedLayout(let region, let year, let title, let folder):
            "Region \(region) has no layout of its own for \(year); that of \(folder.quoted), \(title.quoted), is used. "
                + "Compare it with what the local finance department asks for."
        default: ""
        }
    }

    private var buildingEnglish: String {
        switch self {
        case .working(let name): "\(name.quoted) …"
        case .notPrinted(let count):
            "\(counted(count, "place")) to be filled in or corrected; nothing was printed. Look at a draft with --draft."
        case .fillReasons(let count, let sheet):
            "\(counted(count, "reason")): fill in the column “原因” of \(sheet.quoted), put it into the book's folder and "
                + "build again."
        case .fillPerformance(let count):
            "\(counted(count, "answer")) on performance: write into the sheets “绩效对象”, “绩效指标” and “绩效监控” of the book."
        case .fillTexts(let count): "\(counted(count, "text")): write into the sheets named above."
        case .fillFigures(let count): "\(counted(count, "figure")): give in the sheet of the book that it belongs to."
        case .correctSentences(let count):
            "\(counted(count, "sentence")) of your own: correct the rows “替换：” and “追加：” of the sheet “文字”."
        case .notGiven(let what): "Note: the book gives nothing for \(what.quoted): the text does not compare with it."
        case .reasonsLeft(let path):
            "Note: \(path.quoted) has reasons typed into it and was left alone; only what is in the book's folder counts."
        case .missing(let unit, let text): unit.isEmpty ? text : "\(unit.quoted): \(text)"
        case .hint(let text): "Note: " + text
        case .undefined(let terms):
            "Attention: \(counted(terms.count, "functional item")) without a definition, printed as “（待补释义）”: write it before "
                + "publishing, or into the definitions of the Standards. The checklist has it as “请补”. No figure depends on it, so the "
                + "package is printed: \(terms.quoted)"
        case .draft(let unit, let count):
            "Draft\(unit.isEmpty ? "" : " of " + unit.quoted): \(counted(count, "place")) marked “【待填】” (to be filled in); it must not be published."
        case .noTypst(let key):
            "Note: Typst was not found, no pdf was printed; scripts/setup installs it, or set \(key)."
        case .written(let folder): "Written to \(folder.quoted):"
        case .unsettled(let count):
            "\(counted(count, "place")) where units do not agree; nothing final can be printed so, and nothing was. "
                + "Correct them, or look at a draft with --draft."
        case .faultCount(let count, let writes):
            "\(counted(count, "fault")); the book did not pass its checks, \(writes ? "no file was written" : "nothing was computed")."
        default: ""
        }
    }

    private var roundingEnglish: String {
        switch self {
        case .nothingAdjusted(let unit, let closed):
            "Rounding: all \(counted(closed, "total")) of \(unit.quoted) are the sums of their parts; no figure was moved."
        case .adjusted(let unit, let figures, let cells, let amounts, let derived, let farthest, let closed):
            "Rounding: \(counted(figures, "figure")) of \(unit.quoted) moved, each by 1 in its last digit: "
                + "\(counted(cells, "cell")) of the forms and \(counted(amounts, "amount")) of the text; "
                + (derived > 0
                    ? "\(counted(derived, "change or rate", "changes and rates")) computed from them moved too; " : "")
                + "by \(farthest) yuan at most from the exact amount; "
                + "\(counted(closed, "total")) now equal to the sum of the parts."
        case .move(let figure, let plain, let adjusted, let places):
            "  \(figure.quoted): \(plain) → \(adjusted) (\(counted(places, "place")))"
        case .moreMoves(let count): "  … \(count) more, see --format json"
        case .openGap(let place, let figure, let difference):
            "  cannot be made to add up as well: \(place.isEmpty ? "the text" : place.quoted), \(figure.quoted), "
                + "total less its parts is \(difference)"
        default: ""
        }
    }

    private var bookEnglish: String {
        switch self {
        case .profileUsed(let region, let folder, let title):
            "Note: \(region) has no layout of its own, that of \(folder) is used: \(title.quoted)."
        case .created(let path): "New book: \(path.quoted)"
        case .regionChosen(let region):
            "No --region was given, \(region) was taken; “账套” is where to put your own administrative division code."
        case .nextStep:
            "Rows that begin with “例：” are examples only. When the book is filled in, mingzhang build prints the package; "
                + "--draft shows what it will look like."
        case .opened(let last, let next): "Opened from \(last.quoted): \(next.quoted)"
        case .changesKept(let path): "All of these changes are noted, in Chinese, in \(path.quoted)."
        case .consolidated(let books, let output, let units, let department):
            "\(counted(books, "book")) put together as \(output.quoted): \(counted(units, "unit")), \(department.quoted)."
        default: ""
        }
    }

    private var standardsEnglish: String {
        switch self {
        case .indicatorField(let name, let count): "\(name.quoted)  \(count)"
        case .indicatorsFound(let count, let shown, let functions):
            (functions.isEmpty ? "" : "functional codes \(functions.quoted): ") + counted(count, "indicator")
                + (shown.map { $0 < count ? ", \($0) of them listed (more with --limit)." : "." }
                    ?? "; find them with indicators search and words, a field or codes.")
        case .noIndicators(let functions):
            (functions.isEmpty ? "" : "functional codes \(functions.quoted): ")
                + "no indicator was found: the library may not have the field yet. Write your own, or try another word; mingzhang indicators search lists the fields."
        case .listed(let count, let version): "\(counted(count, "entry", "entries")); version \(version)"
        case .definition(let row):
            "\(row.kind.english) \(row.id.quoted) \(row.name.quoted)\n"
                + "  source: \(row.source.isEmpty ? row.shownSource : row.source.quoted)"
        case .standardsValid(let folders, let places, let version):
            "The standards are valid: \(counted(folders, "region folder")), \(counted(places, "region and year", "pairs of region and year")); version \(version)"
        case .rulesValid(let formulas, let samples):
            "\(counted(formulas, "rule")) with formulas, \(counted(samples, "sample run", "sample runs")): all agree"
        case .blindRule(let id):
            "The formula of rule \(id.quoted) looks into a form for what no place prints there in any year, so it would never check anything; correct the form or the figure in it."
        default: ""
        }
    }

    private var traceEnglish: String {
        switch self {
        case .figure(let place): place.english
        case .printed(let text): text.isEmpty ? "printed as a blank" : "printed as \(text.quoted)"
        case .countedUnits: "Counted from the sheet “单位”."
        case .formula(let derivation): "= \(derivation.formula("a", "b")), rounded once, half up"
        case .operand(let isFirst): isFirst ? "a:" : "b:"
        case .stated(let sheet, let row): "\(BookPlace.english(sheet)), row \(row) (typed as it is)"
        case .group(let unit, let code, let name, let total, let lines):
            ([unit.quoted, code] + (name.isEmpty ? [] : [name.quoted])).filter { !$0.isEmpty }.joined(separator: " ")
                + "  \(total) (\(counted(lines, "line")))"
        case .moreLines(let count): "… \(counted(count, "more line")), --lines shows more"
        default: ""
        }
    }
}
