import Documents
import Fiscal

/// What can go wrong at the edge: files, folders, programs; `FaultMessages` and `FaultMessagesEnglish` have the sentences.
enum CommandFault: Error, Hashable {
    case noStandards([String])
    case unreadable(String)
    case unwritable(String)
    case notABook(String)
    case noSettings(String)
    case unknownUnit(String, known: [String])
    case unknownSubject(String, known: [String])
    case unknownFunction(String, nearest: [String])
    /// A book with budgets at most, of which no accounts can be printed.
    case noActuals(path: String, hasSubjects: Bool)
    /// A subject without any line of money.
    case noMoney(String)
    /// --subject without the book that it is of.
    case subjectWithoutBook
    case wrongFormat(String, allowed: [String])
    case noFigure(String, hint: FigureHint)
    /// - spellings: words for `trace` that find each of them.
    case severalFigures(String, count: Int, spellings: [String])
    /// The nearest years are those that the code lists know.
    case badYear(Int, known: [Int])
    case badRegion(String)
    case noRegion(known: [String])
    case noYear
    case yearOfLastBook
    case occupied(String)
    case document(file: String, DocumentFault)
    case noPaperYear(String)
    /// - Parameter kind: of the sheets that a build writes for whoever makes the package.
    case notPublished(String, kind: String)
    /// A folder or archive in which there is nothing to read.
    case noDocuments(String)
    /// An annotated copy needs a PDF, and a file can hold only one.
    case annotateOne(pdfs: Int)
    /// The copy would replace what it is a copy of.
    case annotateOriginal(String)
    case tooManyDocuments(String, count: Int, limit: Int)
    /// The file needs LibreOffice, which is not there.
    case noOffice(String)
    case toolFailed(tool: String, ToolProblem)

    /// Whether the words of the command are off, not its input.
    var isUsage: Bool {
        switch self {
        case .unknownUnit, .unknownSubject, .unknownFunction, .noMoney, .subjectWithoutBook, .wrongFormat, .noFigure,
            .severalFigures, .badYear, .badRegion, .occupied,
            .noRegion,
            .noYear, .yearOfLastBook, .noPaperYear, .annotateOne, .annotateOriginal:
            true
        default: false
        }
    }

    /// One sentence in the language in force.
    var message: String {
        switch MessageLanguage.current {
        case .chinese: chinese
        case .english: english
        }
    }
}

/// How to name a figure rightly.
enum FigureHint: Hashable {
    case tables([String], subjects: [String])
    case sentenceNumbers
    case noSuchCell(form: String)
    case standardsList
    case none
}

/// Why an outside program did not do its work.
enum ToolProblem: Hashable {
    case notStarted(String)
    /// The first line that it wrote to its standard error.
    case said(String)
    case silent
    /// It was ended after so many seconds.
    case tooLong(seconds: Int)
}

extension CommandFault {
    /// What it is about: sentences of one topic stand together.
    enum Topic {
        case asked, files
    }

    var topic: Topic {
        switch self {
        case .unknownUnit, .unknownFunction, .noMoney, .subjectWithoutBook, .unknownSubject, .noFigure,
            .severalFigures, .badYear, .badRegion, .noYear, .yearOfLastBook, .noRegion, .annotateOne,
            .annotateOriginal, .wrongFormat:
            .asked
        case .noStandards, .unreadable, .unwritable, .notABook, .noSettings, .noActuals, .occupied, .document,
            .noPaperYear, .notPublished, .noDocuments, .tooManyDocuments, .noOffice, .toolFailed:
            .files
        }
    }
}
