import ArgumentParser
import Fiscal

/// What the help screens say, as names; `HelpTexts` and `HelpTextsEnglish` have the words.
enum HelpText {
    // Commands.
    case root, new, build, trace, consolidate, standards, standardsList, standardsShow, standardsCheck
    case rootMore, newMore, traceMore, consolidateMore
    // Checks.
    case check, checkMore, checkFiles, checkPrior, checkDepartment, checkAgainst, checkRegion, checkYear, checkNotices
    case checkCoverage, checkReport, checkAnnotate
    // Options of all commands.
    case standardsFolder, format, language
    // A book and its unit.
    case book, unit, traceUnit, traceStage, lines, figure, output, eachUnit, draft, only, part, stage, rounding
    // New books.
    case newFolder, newYear, newRegion, newDepartment, from, csv
    // Consolidation.
    case books, consolidated, joinedDepartment, joinedCode
    // Performance.
    case score, scoreMore, scoreUnit, subject, monitor, monitorMore
    // Papers.
    case read, readMore, paper, paperRegion, paperYear
    // Standards.
    case region, year, paperKind, unconfirmed, concepts, rules, schemes, definition
    // Shared indicators.
    case indicators, indicatorsSearch, indicatorsMore, words, function, field, ofBook, ofSubject, asCsv, limit

    /// In the language in force; ArgumentParser asks for it each time that it parses.
    var words: String {
        switch MessageLanguage.current {
        case .chinese: chinese
        case .english: english
        }
    }

    var help: ArgumentHelp { ArgumentHelp(words) }
}
