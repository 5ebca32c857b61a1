import ArgumentParser
import Documents
import Fiscal
import Publication
import Standards

/// `mingzhang read FILE`.
struct ReadCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "read", abstract: HelpText.read.words, discussion: HelpText.readMore.words)
    }

    @Argument(help: HelpText.paper.help)
    var file: String

    @Option(help: HelpText.paperRegion.help)
    var region: String?

    @Option(help: HelpText.paperYear.help)
    var year: Int?

    @OptionGroup var common: CommonOptions

    func run() throws {
        try reporting {
            let places = try PaperStandards(library: common.library())
            let opened = try PaperFile.read(path: file)
            var read: UnderstoodPaper
            do {
                read = try PaperReader.read(opened.paper, file: file, places: places, region: region, year: year)
            } catch is PaperStandards.NoYear {
                throw CommandFault.noPaperYear(file)
            }
            read.unread += opened.unread
            for remark in opened.remarks { complain(remark.message) }
            if common.format == .json {
                try printJson(ReadJson(read))
            } else {
                ReadPrinter(paper: read).print()
            }
        }
    }
}
