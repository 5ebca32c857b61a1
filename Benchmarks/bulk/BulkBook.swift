import Fiscal
import Foundation
import Ledger
import Standards

/// A folder that `bulk generate` wrote, read as any large book is.
enum BulkBook {
    static func read(
        _ folder: String, library: StandardsLibrary, threads: Int
    ) throws -> (book: SummedBook, standards: Standards) {
        let text = try String(contentsOfFile: folder + "/账套.yaml", encoding: .utf8)
        let settings = try BookSettings.check(Settings(yaml: text, file: "账套.yaml"))
        let held = try library.standards(region: settings.region, year: settings.year)
        let maps = ["收入", "支出"].compactMap { name in MappedFile("\(folder)/\(name).csv").map { (name, $0) } }
        let large = maps.map { LargeSheet(name: $0, file: "\($0).csv", bytes: $1.bytes) }
        let units = try Data(contentsOf: URL(fileURLWithPath: folder + "/单位.csv"))
        let sheet = try CsvSheet.read(Array(units), name: "单位", file: "单位.csv")
        let book = try withExtendedLifetime(maps) {
            try BookReader.readSummed([sheet], large: large, settings: settings, standards: held, threads: threads)
        }
        return (book, held)
    }
}
