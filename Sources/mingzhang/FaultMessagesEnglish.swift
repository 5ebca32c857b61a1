import Documents
import Fiscal
import Ledger
import Narrative
import Statements

/// The English sentences of this module's faults; the Chinese ones are in `FaultMessages`.
extension CommandFault {
    var english: String {
        switch topic {
        case .asked: askedEnglish
        case .files: filesEnglish
        }
    }

    /// What was asked for.
    private var askedEnglish: String {
        switch self {
        case .unknownUnit(let name, let known): "There is no unit \(name.quoted); there are: \(known.quoted)."
        case .unknownFunction(let text, let nearest):
            "There is no functional code \(text.quoted)\(nearest.isEmpty ? "" : "; perhaps \(nearest.quoted)"). Give a code, or what it begins with, such as 2040607 or 20406."
        case .noMoney(let subject):
            "\(subject.quoted) has no line of expenditure or budget, so its functional codes are not known; give them with --function."
        case .subjectWithoutBook: "--subject goes with --book."
        case .unknownSubject(let code, let known):
            known.isEmpty
                ? "The book has no subjects of evaluation; fill in “绩效对象” and “绩效指标” first."
                : "There is no subject \(code.quoted); there are: \(Array(known.prefix(20)).quoted)\(known.count > 20 ? " … (\(known.count))" : "")."
        case .noFigure(let text, let hint): "\(text.quoted) was not found\(hint.english)."
        case .severalFigures(let text, let count, let spellings):
            "\(count) figures match \(text.quoted); write which one: \(spellings.quoted)\(count > spellings.count ? " …" : ".")"
        case .badYear(let found, let known):
            "The year \(found) cannot be used; give four digits. There are standards for "
                + "\(known.first ?? 0)–\(known.last ?? 0)."
        case .badRegion(let found):
            "\(found.quoted) is not a region; give the administrative division code of six digits, such as 430400."
        case .noYear:
            "Give the year of the accounts with --year, such as --year 2021; or open it from last year's book with --from."
        case .yearOfLastBook:
            "With --from, year and region come from last year's book; --year and --region cannot be given too."
        case .noRegion(let known):
            "Give the administrative division code of six digits with --region, such as --region 430400"
                + (known.isEmpty ? "" : "; regions that have a profile: \(known.joined(separator: ", "))") + "."
        case .annotateOne(0):
            "--annotate needs a PDF, and there is none here; other formats have no annotated copy: use --report."
        case .annotateOne: "An annotated copy is one PDF's; with several files give --annotate a folder."
        case .annotateOriginal(let path):
            "\(path.quoted) is the file to be checked, and a copy of it cannot replace it; choose another name or folder."
        case .wrongFormat(let found, let allowed):
            "Unknown format \(found.quoted); allowed: \(allowed.joined(separator: ", "))."
        default: ""
        }
    }

    /// What stands where it was told to look, and programs that are called.
    private var filesEnglish: String {
        switch self {
        case .noStandards(let places):
            "The folder of standards (Standards) was not found. Looked in: \(places.quoted). Give it with --standards."
        case .unreadable(let path): "Cannot read \(path.quoted): it does not exist, or may not be read."
        case .unwritable(let path):
            "Cannot write \(path.quoted): the folder does not exist or is read-only, or the disk is full. "
                + "Files that were there are unchanged."
        case .notABook(let path):
            "\(path.quoted) is not a book: it should be a folder with “账套.yaml”, or an .xlsx workbook."
        case .noSettings(let path):
            "\(path.quoted) has no sheet “账套” (department, year, region: “部门”, “年度”, “地区”)."
        case .noActuals(let path, let hasSubjects):
            "\(path.quoted): there is not one line of income or expenditure, nor a balance; no accounts can be printed. "
                + "Fill in the sheets \("收入".quoted) and \("支出".quoted)"
                + (hasSubjects
                    ? "; for the papers of performance alone, add --part performance."
                    : "; to see the layout first, add --draft.")
        case .occupied(let path): "\(path.quoted) is not empty; give an empty folder, or move what is there."
        case .document(let file, let fault): "\(file.quoted): \(fault.message)"
        case .noPaperYear(let path): "\(path.quoted) does not name its year; give it with --year, such as --year 2021."
        case .notPublished(let path, let kind):
            "\(path.quoted) is the sheet \(kind.quoted) that a build writes for whoever makes the package; it is not "
                + "published, and was not checked."
        case .noDocuments(let path):
            "There is nothing to read in \(path.quoted): it should have pdf, docx, xlsx, html, txt, doc or xls files."
        case .tooManyDocuments(let path, let count, let limit):
            "There are at least \(count) files in \(path.quoted), the limit is \(limit); make a folder for each department."
        case .noOffice(let file):
            "\(file.quoted) is of an old or another program's format and needs LibreOffice, which was not found: install it "
                + "(Debian: apt install libreoffice-writer-nogui libreoffice-calc-nogui), give the path of soffice by "
                + "\(OfficeTool.environmentKey), or save the file as docx or xlsx in WPS or Office."
        case .toolFailed(let tool, let problem): "\(tool) failed: \(problem.english)"
        default: ""
        }
    }
}

extension FigureHint {
    fileprivate var english: String {
        switch self {
        case .tables(let known, let subjects):
            ": the first word should be a table: \(known.quoted)"
                + (subjects.isEmpty ? "" : "; or a subject: \(subjects.quoted)")
        case .sentenceNumbers:
            ": the sentences' ids are in “prose” of package.json; after # stands which figure of the sentence"
        case .noSuchCell(let form): ": \(form.quoted) has no such row and column"
        case .standardsList: ": mingzhang standards list shows what there is"
        case .none: ""
        }
    }
}

extension ToolProblem {
    fileprivate var english: String {
        switch self {
        case .notStarted(let path): "cannot start \(path.quoted)"
        case .said(let line): line
        case .silent: "it did not say why"
        case .tooLong(let seconds): "it was ended after \(seconds) seconds"
        }
    }
}
