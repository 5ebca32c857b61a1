/// What is wrong with a definition file, as facts; `StandardsMessages` has the sentences.
package struct StandardsFault: Error, Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        case notUtf8
        case notYaml(String)
        case missingKey(String)
        case unknownKey(String, allowed: [String])
        case wrongType(key: String, found: String, wanted: String)
        case unknownValue(key: String, found: String, allowed: [String])
        case overlappingYears(id: String, other: String)
        case gapInYears(id: String, from: Int, to: Int)
        case badRow(column: String, found: String, wanted: String)
        case missingColumn(String)
        case unknownParent(code: String)
        case cycle(String)
        case noProfile(region: String, year: Int)
        case noForm(String)
        case badTemplate(String)
        /// 列名对照 names what is not there: a file, a tab of a workbook, a column of an export.
        case missingFile(String)
        case missingTab(String, known: [String])
        case missingSourceColumn(String, file: String, known: [String])
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
