import ArgumentParser
import Fiscal
import Ledger
import Performance
import Standards

/// What went wrong, for programs: said on standard output beside the sentences where `--format json` was asked for.
///
/// The faults of a book are `faults`, each with its place; anything else is one `error`.
struct FaultJson: Encodable {
    /// Whether the command at hand was called with `--format json`.
    @TaskLocal static var isAsked = false

    struct Entry: Encodable {
        /// The name of the fault's case: it stays the same in every language.
        let kind: String
        let message: String
        var sheet: String?
        var row: Int?
        var column: String?
        var file: String?
        /// What is missing, a sentence each.
        var missing: [String]?
    }

    private var error: Entry?
    private var faults: [Entry]?

    init(_ found: BookFaults) {
        faults = found.faults.map { fault in
            Entry(
                kind: caseName(fault.kind), message: fault.message, sheet: fault.sheet,
                row: fault.row > 0 ? fault.row : nil, column: fault.column.isEmpty ? nil : fault.column)
        }
    }

    init(_ found: EvaluationFaults) { faults = Self.entries(found.faults) }

    static func entries(_ faults: [EvaluationFault]) -> [Entry] {
        faults.map { fault in
            Entry(
                kind: caseName(fault.kind), message: fault.message, sheet: fault.sheet,
                row: fault.row > 0 ? fault.row : nil)
        }
    }

    init(_ fault: StandardsFault) {
        error = Entry(kind: caseName(fault.kind), message: fault.message, file: fault.file)
    }

    init(_ fault: CommandFault) { error = Entry(kind: caseName(fault), message: fault.message) }
    init(_ fault: ConsolidationFault) { error = Entry(kind: caseName(fault), message: fault.message) }

    init(missing: [String], summary: [String]) {
        error = Entry(kind: "missing", message: summary.joined(separator: "\n"), missing: missing)
    }

    init(kind: String, message: String) { error = Entry(kind: kind, message: message) }

    func sayIfAsked() throws {
        if Self.isAsked { try printJson(self) }
    }

    /// Whether the arguments ask for it, whatever else is wrong with them.
    static func isAsked(in arguments: [String]) -> Bool {
        zip(arguments, arguments.dropFirst()).contains { $0 == "--format" && $1 == "json" }
            || arguments.contains("--format=json")
    }
}

/// The name of an enum's case without what it carries.
func caseName(_ value: some Any) -> String {
    let mirror = Mirror(reflecting: value)
    return mirror.children.first?.label ?? "\(value)"
}
