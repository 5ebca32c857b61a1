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

    @Option(help: HelpText.paperKind.help)
    var kind: String?
}

extension StandardsLibrary {
    func standards(_ place: PlaceOptions) throws -> Standards {
        try standards(region: place.region, year: FiscalYear(place.year), kind: kind(named: place.kind))
    }
}

struct StandardsList: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "list", abstract: HelpText.standardsList.words)
    }

    @Flag(help: HelpText.unconfirmed.help)
    var unconfirmed = false

    @Flag(help: HelpText.concepts.help)
    var concepts = false

    @Flag(help: HelpText.rules.help)
    var rules = false

    @Flag(help: HelpText.schemes.help)
    var schemes = false

    @OptionGroup var place: PlaceOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
        try reporting {
            let library = try common.library()
            try library.check(region: place.region, year: place.year)
            let standards = try library.standards(place)
            if rules {
                try printRules(library.rules(for: standards), in: standards)
                return
            }
            let lists = try library.otherLists(region: place.region, year: FiscalYear(place.year))
            let rows = chosen(standards, lists)
            if common.format == .json {
                try printJson(rows)
                return
            }
            // Columns of a list hold names as they are: programs cut them at the tabs.
            for row in rows { say([row.kind.message, row.id, row.shownName, row.shownSource].joined(separator: "\t")) }
            say(.listed(count: rows.count, version: standards.version))
        }
    }

    private func chosen(_ standards: Standards, _ lists: [(name: String, list: Classification)]) -> [StandardsRow] {
        if concepts { return StandardsListing.concepts(standards) }
        if schemes {
            return StandardsListing.schemes(standards).filter { !unconfirmed || $0.isUnconfirmed || $0.source.isEmpty }
        }
        return unconfirmed
            ? StandardsListing.unconfirmed(standards) + StandardsListing.unconfirmed(lists)
            : StandardsListing.all(standards) + StandardsListing.codeLists(lists)
    }

    private func printRules(_ all: [Rule], in standards: Standards) throws {
        let chosen = unconfirmed ? all.filter { $0.basis.contains { !$0.isConfirmed } } : all
        let rows = chosen.map { RuleRow($0, in: standards) }
        if common.format == .json {
            try printJson(rows)
        } else {
            for line in RuleListing.lines(rows) { say(line.message) }
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
            let library = try common.library()
            try library.check(region: place.region, year: place.year)
            let standards = try library.standards(place)
            let lists = try library.otherLists(region: place.region, year: FiscalYear(place.year))
            let found = StandardsListing.find(id, in: standards) + StandardsListing.find(id, in: lists)
            if found.isEmpty, let rule = try library.rules(for: standards).first(where: { $0.id == id.uppercased() }) {
                try show(RuleRow(rule, in: standards))
                return
            }
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

    private func show(_ row: RuleRow) throws {
        if common.format == .json {
            try printJson([row])
        } else {
            for line in RuleListing.details(row) { say(line.message) }
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
            try library.checkSources()
            var checked = 0
            var ruleCheck = RuleCheck()
            for region in library.regions {
                let code = region == "cn" ? "000000" : String(region.dropFirst(3)).padded(to: 6)
                for year in library.years(region: region) {
                    _ = try library.otherLists(region: code, year: FiscalYear(year))
                    for kind in try library.kinds() {
                        let standards = try library.standards(region: code, year: FiscalYear(year), kind: kind)
                        if standards.profile.forms.isEmpty { continue }
                        _ = try library.wordLists(for: standards)
                        _ = try library.indicators(for: standards)
                        ruleCheck.add(try library.rules(for: standards), in: standards)
                        checked += 1
                    }
                }
            }
            for fault in ruleCheck.faults { complain(fault.message) }
            for id in ruleCheck.blindRules { complain(.blindRule(id)) }
            guard ruleCheck.faults.isEmpty, ruleCheck.blindRules.isEmpty else {
                let said = ruleCheck.faults.map(\.message) + ruleCheck.blindRules.map { Remark.blindRule($0).message }
                try FaultJson(kind: "rules", message: said.joined(separator: "\n")).sayIfAsked()
                throw ExitCode(3)
            }
            say(
                .standardsValid(folders: library.regions.count, placeYears: checked, version: library.version))
            say(.rulesValid(formulas: ruleCheck.formulaCount, samples: ruleCheck.sampleCount))
        }
    }
}

extension String {
    func padded(to length: Int) -> String { self + String(repeating: "0", count: max(0, length - count)) }
}
