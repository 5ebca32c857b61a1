import Fiscal
import Ledger

/// What the opening of a year did, as lines for a terminal and as a page to keep; `OpeningMessages` has the sentences.
struct OpeningReport {
    let changes: [OpeningChange]
    let department: String
    let year: Int

    /// In the language in force.
    var lines: [String] {
        switch MessageLanguage.current {
        case .chinese: sections(\.chinese).flatMap { ["\($0.section.chinese)："] + $0.lines.map { "  " + $0 } }
        case .english: sections(\.english).flatMap { ["\($0.section.english):"] + $0.lines.map { "  " + $0 } }
        }
    }

    /// The page stands in the book's folder, so it is Chinese.
    var markdown: String {
        let parts = sections(\.chinese).map { section, lines in
            "## \(section.chinese)\n\n" + lines.map { "- \($0)\n" }.joined()
        }
        return "# \(department) \(year) 年度账套：结转说明\n\n" + parts.joined(separator: "\n")
    }

    private func sections(_ sentence: (OpeningChange) -> String) -> [(section: OpeningSection, lines: [String])] {
        OpeningSection.allCases.compactMap { section in
            let lines = changes.filter { $0.section == section }.map(sentence)
            return lines.isEmpty ? nil : (section, lines)
        }
    }
}

/// The parts of the report, in their order.
enum OpeningSection: CaseIterable {
    case movedCodes, endedCodes, balances, copied, goals, texts, projects, leftOut
}

extension OpeningChange {
    var section: OpeningSection {
        switch self {
        case .codeMoved: .movedCodes
        case .codeEnded: .endedCodes
        case .balance: .balances
        case .copied: .copied
        case .text: .texts
        case .projectEnded: .projects
        case .subjectEnded, .targets, .staleTarget, .schemeEnded, .sharedLost: .goals
        case .reasons, .notCopied: .leftOut
        }
    }
}
