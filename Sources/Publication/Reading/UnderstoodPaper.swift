package import Fiscal
package import Narrative
package import Paper
package import Performance
package import Standards

/// Where a figure stands, for a person and for a program.
package struct FigurePlace: Hashable, Sendable {
    /// Table, row and column, or the sentence: `公开05表 204 公共安全支出 / 基本支出`.
    package let label: String
    /// nil where the format gives none.
    package let place: Place?

    package init(label: String, place: Place?) {
        self.label = label
        self.place = place
    }

    package func hash(into hasher: inout Hasher) {
        // Two labels at one place are rare, and a label is long.
        if let place { hasher.combine(place) } else { hasher.combine(label) }
    }
}

/// How a figure's meaning was told.
package enum Certainty: Sendable, Hashable {
    /// By headers, codes and labels, or by the words beside it.
    case read
    /// By the only assignment to columns that the sums allow.
    case assigned
    /// By characters recognised in a picture, or by a profile that was guessed: it never makes an error.
    case guessed
}

/// One printed figure of a paper with what it means.
package struct ReadFigure: Sendable, Hashable {
    package let figure: Figure
    /// As printed; nil where the cell is blank.
    package let printed: PrintedNumber?
    /// The word of its unit: 万元, 元, %, or that of a count.
    package let unit: String
    /// As it stands there.
    package let text: String
    package let place: FigurePlace
    package let certainty: Certainty
    /// What the words say of a change or growth; nil in tables and for any other figure.
    package let direction: Claim.Direction?

    package init(
        figure: Figure, printed: PrintedNumber?, unit: String, text: String, place: FigurePlace,
        certainty: Certainty = .read, direction: Claim.Direction? = nil
    ) {
        self.figure = figure
        self.printed = printed
        self.unit = unit
        self.text = text
        self.place = place
        self.certainty = certainty
        self.direction = direction
    }
}

/// A rate with the two amounts it is of, and where they stand.
package struct ReadChain: Sendable, Hashable {
    package let chain: RateChain
    package let first: FigurePlace
    package let second: FigurePlace
    package let rate: FigurePlace
    package let wholes: [FigurePlace]
    package let now: FigurePlace?
}

/// An amount in a sentence whose subject is not clear.
package struct OpenAmount: Sendable, Hashable {
    /// How many claims of the paper stand before it.
    package let position: Int
    package let printed: PrintedNumber
    package let unit: String
}

/// A table of a paper that was recognised.
package struct ReadTable: Sendable {
    package let form: Form
    /// As printed (公开05表); empty where none is.
    package let number: String
    package let title: String
    package let place: Place?
    package let figures: [ReadFigure]
    /// Rows whose label the form does not know, with the label.
    package let unrecognizedRows: [FigurePlace]
    package let missingColumns: [String]
    /// Cells whose column could not be told, with the reason.
    package let unassigned: [FigurePlace]
    /// The rows below the header with their key cells as printed, in order, part by part; empty where they are not told.
    package var rows: [ReadRow] = []
    /// Number, unit and money lines beside the title, and cells of the header that name a unit of money; nil where they
    /// are not told.
    package var captions: [ReadLine]?
    /// The notes under the grid; nil where they are not told.
    package var notes: [ReadLine]?

    package init(
        form: Form, number: String, title: String, place: Place?, figures: [ReadFigure],
        unrecognizedRows: [FigurePlace] = [], missingColumns: [String] = [], unassigned: [FigurePlace] = []
    ) {
        self.form = form
        self.number = number
        self.title = title
        self.place = place
        self.figures = figures
        self.unrecognizedRows = unrecognizedRows
        self.missingColumns = missingColumns
        self.unassigned = unassigned
    }
}

/// A paragraph of a paper, in reading order, with the section it stands in.
package struct ReadParagraph: Sendable, Hashable {
    package let text: String
    package let place: Place?
    /// Titles above it, the outermost first.
    package let headings: [String]
    /// Ids of the phrases that its section speaks of; empty where the section is not known.
    package let phrases: [String]
    /// Whether it stands behind the body, in a report or another attachment.
    package var isAnnex = false
    /// Its figures, as printed, that are understood as those of the paper's own accounts.
    package var ownFigures: [String] = []

    package init(text: String, place: Place?, headings: [String], phrases: [String]) {
        self.text = text
        self.place = place
        self.headings = headings
        self.phrases = phrases
    }
}

/// Something of a paper that was not understood: listed, never dropped.
package struct UnreadPart: Sendable, Hashable {
    package enum Reason: Sendable, Hashable {
        /// A grid whose title and headers are no known form's.
        case unknownGrid
        /// A page with pictures and no text.
        case picture
        /// The reader stopped at one of its limits.
        case limit(String)
    }

    package let reason: Reason
    /// Title or first words.
    package let title: String
    package let place: Place?

    package init(reason: Reason, title: String, place: Place?) {
        self.reason = reason
        self.title = title
        self.place = place
    }
}

/// How the region and with it the profile were told.
package enum RegionChoice: Sendable, Hashable {
    case asked
    /// The paper's name names the place.
    case named
    /// The profile that explains most titles and headers; rules that hold only in it give no error.
    case guessed
}

/// A published paper as understood: its forms, its claims, and all that was not.
package struct UnderstoodPaper: Sendable {
    package var file: String
    /// The other documents that are read as one paper with it; places in them name them.
    package var otherFiles: [String] = []
    /// Full name of the department or unit, as printed.
    package var unit: String
    package var standards: Standards
    package var regionChoice: RegionChoice
    package var tables: [ReadTable] = []
    /// Figures of the prose that are bound to what they are about, in reading order.
    package var claims: [ReadFigure] = []
    /// Figures of the prose that are not.
    package var openClaims: [FigurePlace] = []
    /// Rates that the sentences themselves tell, of figures that nobody's words explain.
    package var chains: [ReadChain] = []
    /// Amounts of sentences that are nobody's: how many claims were read before each, the number and its unit.
    package var openAmounts: [OpenAmount] = []
    package var paragraphs: [ReadParagraph] = []
    /// Self-evaluation forms, base-data tables, goal forms: grids with typed cells, by title.
    package var otherGrids: [Grid] = []
    /// The title of each of `otherGrids`; empty where none is printed.
    package var otherTitles: [String] = []
    /// The same as forms with typed cells, in reading order.
    package var evaluations: [EvaluationForm] = []
    /// Reports behind the body, or the paper itself where it is one: each with claims that are held against its own alone.
    package var reports: [UnderstoodPaper] = []
    package var unread: [UnreadPart] = []
    /// Lines of the cover; empty where the paper has none.
    package var cover: [ReadLine] = []
    /// Entries of the printed contents; empty where the paper has none.
    package var contents: [ReadHeading] = []
    /// Headings of the body, those of tables included; empty where they are not told.
    package var headings: [ReadHeading] = []

    package init(file: String, unit: String, standards: Standards, regionChoice: RegionChoice) {
        self.file = file
        self.unit = unit
        self.standards = standards
        self.regionChoice = regionChoice
    }

    package var year: FiscalYear { standards.year }

    /// Everything that is bound, tables first.
    package var figures: [ReadFigure] { tables.flatMap(\.figures) + claims }
}
