import ArgumentParser
import Fiscal
import Standards

/// `mingzhang standards list | show | check`.
struct StandardsCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "standards", abstract: HelpText.standards.words,
            subcommands: [StandardsList.self, StandardsShow.self, StandardsCheck.self],
            defaultSubcommand: StandardsList.self)
    }
}

/// Which place and year.
struct PlaceOptions: ParsableArguments {
    @Option(help: HelpText.region.help)
    var region = "430000"

    @Option(help: HelpText.year.help)
    var year = 2021
}

struct StandardsList: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "list", abstract: HelpText.standardsList.words)
    }

    @Flag(help: HelpText.unconfirmed.help)
    var unconfirmed = false

    @Flag(help: HelpText.concepts.help)
    var concepts = false

    @OptionGroup var place: PlaceOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
        try reporting {
            let standards = try common.library().standards(region: place.region, year: FiscalYear(place.year))
            let rows =
                unconfirmed
                ? StandardsListing.unconfirmed(standards)
                : concepts ? StandardsListing.concepts(standards) : StandardsListing.all(standards)
            if common.format == .json {
                try printJson(rows)
                return
            }
            // Columns of a list hold names as they are: programs cut them at the tabs.
            for row in rows { say([row.kind.message, row.id, row.shownName, row.shownSource].joined(separator: "\t")) }
            say(.listed(count: rows.count, version: standards.version))
        }
    }
}

struct StandardsShow: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "show", abstract: HelpText.standardsShow.words)
    }

    @Argument(help: HelpText.definition.help)
    var id: String

    @OptionGroup var place: PlaceOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
        try reporting {
            let standards = try common.library().standards(region: place.region, year: FiscalYear(place.year))
            let found = StandardsListing.find(id, in: standards)
            guard !found.isEmpty else {
                throw CommandFault.noFigure(id, hint: .standardsList)
            }
            if common.format == .json {
                try printJson(found)
                return
            }
            for row in found {
                say(.definition(row))
                for detail in row.details { say("  " + detail.message) }
            }
        }
    }
}

struct StandardsCheck: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "check", abstract: HelpText.standardsCheck.words)
    }

    @OptionGroup var common: CommonOptions

    func run() throws {
        try reporting {
            let library = try common.library()
            try library.checkGaps()
            var checked = 0
            for region in library.regions {
                let code = region == "cn" ? "000000" : String(region.dropFirst(3)).padded(to: 6)
                for year in library.years(region: region) {
                    _ = try library.standards(region: code, year: FiscalYear(year))
                    checked += 1
                }
            }
            say(
                .standardsValid(folders: library.regions.count, placeYears: checked, version: library.version))
        }
    }
}

extension String {
    func padded(to length: Int) -> String { self + String(repeating: "0", count: max(0, length - count)) }
}
