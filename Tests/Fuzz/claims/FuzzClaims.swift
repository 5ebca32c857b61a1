import Fiscal
import Foundation
import Narrative
import Standards

/// Any bytes as running text of a section of an outline, paragraphs divided by line ends; the first byte says which
/// section.
@_cdecl("LLVMFuzzerTestOneInput")
package func fuzzClaims(_ start: UnsafePointer<UInt8>, _ count: Int) -> Int32 {
    guard count > 1 else { return 0 }
    let text = String(decoding: UnsafeBufferPointer(start: start + 1, count: count - 1), as: UTF8.self)
    let paragraphs = text.split(separator: "\n").map { String($0) }
    _ = readers[Int(start[0]) % readers.count].claims(in: paragraphs)
    return 0
}

/// The sections of the first profile that holds in some year: which one does not matter to a scanner.
private let readers: [ClaimReader] = {
    let folder = ProcessInfo.processInfo.environment["MINGZHANG_STANDARDS"] ?? "Standards"
    let names = (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []
    let files = names.filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".csv") }.map { name in
        StandardsFile(path: name, bytes: [UInt8](FileManager.default.contents(atPath: folder + "/" + name) ?? Data()))
    }
    guard let library = try? StandardsLibrary(files: files) else {
        fatalError("no standards in \(folder)")  // ok: a fuzzer's set-up
    }
    for region in library.regions {
        for year in library.years(region: region) {
            let code = String(region.dropFirst("cn-".count))
            guard let standards = try? library.standards(region: code, year: FiscalYear(year)) else { continue }
            let found = sections(of: standards)
            if !found.isEmpty { return found }
        }
    }
    fatalError("no profile with phrases")  // ok: a fuzzer's set-up
}()

private func sections(of standards: Standards) -> [ClaimReader] {
    standards.profile.outline.compactMap { item in
        let ids = item.content.flatMap { content -> [String] in
            if case .phrases(let ids) = content { return ids }
            return []
        }
        let phrases = ids.compactMap { standards.phrases[$0] }
        return phrases.isEmpty ? nil : ClaimReader(phrases: phrases, standards: standards, unit: "1")
    }
}
