import Fiscal
import Ledger
import Narrative
import Publication
import Standards

/// 待填原因: one row for each reason the build asks for, with its figures and last year's wording.
enum ReasonSheet {
    static let fileName = "待填原因.csv"

    static func bytes(_ packages: [BuiltPackage], book: Book) throws -> [UInt8] {
        var lines = ["单位,事项,对象,原因,备注名称,备注上文"]
        for package in packages {
            for item in package.missing {
                guard case .reason(let matter, let object, let name) = item.kind else { continue }
                let cells = [package.scope.unit, matter, object, "", name, item.context]
                lines.append(cells.map(quoted).joined(separator: ","))
            }
        }
        return Array((lines.joined(separator: "\n") + "\n").utf8)
    }

    private static func quoted(_ text: String) -> String {
        text.contains { ",\"\n".contains($0) } ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
    }
}
