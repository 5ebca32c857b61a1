package import Fiscal
package import Standards

/// `账套.yaml`, checked.
package struct BookSettings: Sendable, Hashable {
    /// 部门决算 covers a department with its units, 单位决算 one unit.
    package enum Kind: String, Sendable, CaseIterable {
        case department = "部门决算"
        case unit = "单位决算"
    }

    package var department: String
    package var year: FiscalYear
    package var region: String
    package var kind: Kind
    /// Path of last year's book, relative to this one; empty where there is none.
    package var priorBook: String
    /// ISO dates; empty where not known.
    package var approvalDate: String
    package var publicationDate: String
    /// 空白 or 0.00; empty = as the profile says.
    package var zeroStyle: String
    /// One of the 变体 of the place's profile; empty = as the place usually prints.
    package var variant = ""

    static let keys = ["格式", "部门", "年度", "地区", "公开类型", "上年账套", "批复日期", "公开日期", "零值", "变体"]

    /// Reads and checks the settings; every fault of the page is reported.
    package static func check(_ settings: Settings) throws(BookFaults) -> BookSettings {
        var faults: [BookFault] = []
        func fault(_ kind: BookFault.Kind, line: Int = 0) {
            faults.append(BookFault(kind, sheet: settings.file, row: line, column: ""))
        }
        for entry in settings.entries where !keys.contains(entry.key) && !entry.key.hasPrefix("备注") {
            fault(.unknownSetting(entry.key, allowed: keys), line: entry.line)
        }
        func required(_ key: String) -> String {
            if let value = settings[key] { return value }
            fault(.missingSetting(key))
            return ""
        }
        let department = required("部门")
        let yearText = required("年度")
        let region = required("地区")
        let year = Int(yearText) ?? 0
        if !yearText.isEmpty, !(2000...2100).contains(year) {
            fault(.badSetting("年度", found: yearText, wanted: .year))
        }
        if !region.isEmpty, region.count != 6 || !region.allSatisfy({ $0.isASCII && $0.isNumber }) {
            fault(.badSetting("地区", found: region, wanted: .region))
        }
        let kindText = settings["公开类型"] ?? Kind.department.rawValue
        let kind = Kind(rawValue: kindText)
        if kind == nil {
            fault(.badSetting("公开类型", found: kindText, wanted: .oneOf(Kind.allCases.map(\.rawValue))))
        }
        for key in ["批复日期", "公开日期"] {
            if let text = settings[key], CalendarDate(text) == nil {
                fault(.badSetting(key, found: text, wanted: .date))
            }
        }
        if let zero = settings["零值"], !["空白", "0.00"].contains(zero) {
            fault(.badSetting("零值", found: zero, wanted: .oneOf(["空白", "0.00"])))
        }
        guard faults.isEmpty, let kind else { throw BookFaults(faults) }
        return BookSettings(
            department: department, year: FiscalYear(year), region: region, kind: kind,
            priorBook: settings["上年账套"] ?? "", approvalDate: settings["批复日期"] ?? "",
            publicationDate: settings["公开日期"] ?? "", zeroStyle: settings["零值"] ?? "",
            variant: settings["变体"] ?? "")
    }
}
