package import Formulas

/// What is wrong with a definition file, as facts; `StandardsMessages` has the sentences.
package struct StandardsFault: Error, Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        case notUtf8
        case notYaml(YamlProblem)
        case missingKey(String)
        case unknownKey(String, allowed: [String])
        case wrongType(key: String, found: Shape, wanted: Shape)
        case unknownValue(key: String, found: String, allowed: [String])
        case overlappingYears(id: String, other: String)
        case gapInYears(id: String, from: Int, to: Int)
        case badRow(column: String, found: String, wanted: CellForm)
        case missingColumn(String)
        case unknownParent(code: String)
        case cycle(String)
        case noProfile(region: String, year: Int)
        case noForm(String)
        /// A file that every place needs, below the national folder.
        case noFile(String)
        /// A mark of a 来源 that no list defines.
        case unknownSource(String)
        case badTemplate(TemplateProblem)
        /// A formula of a rule, or a figure in its samples, with its text.
        case badFormula(FormulaFault, text: String)
        /// A key that goes with another 办法.
        case misplacedKey(String, method: String)
        case sampleDisagrees(wanted: String, found: [String])
        /// A transfer that the sheets leave out on one side only.
        case oneSidedTransfer(String, isPaid: Bool)
        /// 列名对照 names what is not there: a file, a tab of a workbook, a column of an export.
        case missingFile(String)
        case missingTab(String, known: [String])
        case missingSourceColumn(String, file: String, known: [String])
    }

    /// Why a text is no YAML.
    package enum YamlProblem: Hashable, Sendable {
        case empty
        case syntax(column: Int)
        case duplicateKeys([String])
        case unreadable
    }

    /// What stands under a key, or should.
    package enum Shape: Hashable, Sendable {
        /// A scalar as it is written.
        case written(String)
        case mapping
        case list
        case text
        case integer
        case integerFrom(Int)
        case number
        case uniqueWord
        case yearFrom(Int)
    }

    /// What a cell of a code list should hold.
    package enum CellForm: Hashable, Sendable {
        case code
        case shortCode
        case ordinal
        case block
        case year
        case yearNotBeforeFirst
        case level
        case phase
    }

    /// What is wrong with a template's text.
    package enum TemplateProblem: Hashable, Sendable {
        case unclosedBrace(String)
        case unopenedBrace(String)
        case unknownRole(String, known: [String])
        case extraWords(String)
        case unknownSubject(String, known: [String])
    }

    package var kind: Kind
    package var file: String
    /// Line from 1; 0 where the whole file is meant.
    package var line: Int

    package init(_ kind: Kind, file: String, line: Int = 0) {
        self.kind = kind
        self.file = file
        self.line = line
    }
}
