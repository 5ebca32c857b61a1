import Documents
import Foundation
import Ledger

/// What someone typed into a 待填原因 where the output goes: writing the sheet anew must not lose it.
struct TypedReasons {
    /// By the columns of `ReasonSheet.header`, the reason last.
    private let rows: [[String]]

    var isEmpty: Bool { rows.isEmpty }

    /// Nothing where there is no such file. One that cannot be read is a fault: it may hold hours of work.
    init(path: String) throws {
        guard FileManager.default.fileExists(atPath: path) else {
            rows = []
            return
        }
        let name = (path as NSString).lastPathComponent
        let limits = BookLimits.current
        do {
            let workbook = try WorkbookReader.read(FileBytes.read(path, limit: limits.workbook), limits: limits.zip)
            let sheet = try WorkbookSheets(file: name).sheets(of: workbook).first
            rows = (sheet?.rows ?? []).map { row in
                ReasonSheet.header.map { sheet?.text($0, in: row) ?? "" }
            }.filter { !($0.last ?? "").isEmpty }
        } catch let fault as DocumentFault {
            throw CommandFault.document(file: name, fault)
        }
    }

    /// The rows asked for, filled where they were, and behind them the filled ones that are not asked for any more.
    func carried(into asked: [[String]]) -> [[String]] {
        let known = Dictionary(rows.map { (key($0), $0) }, uniquingKeysWith: { first, _ in first })
        let filled = asked.map { row in Array(row.dropLast()) + [known[key(row)]?.last ?? row.last ?? ""] }
        let keys = Set(asked.map(key))
        return filled + rows.filter { !keys.contains(key($0)) }
    }

    private func key(_ row: [String]) -> [String] { Array(row.prefix(ReasonSheet.keyCount)) }
}
