import Audit
import Documents
import Fiscal
import Foundation
import Publication
import Standards

/// Any bytes as a text: lines and cells (`CellLines`), loose tables, forms of self-evaluation, reports, and every check
/// of what was understood. The first byte says by whose definitions.
@_cdecl("LLVMFuzzerTestOneInput")
package func fuzzText(_ start: UnsafePointer<UInt8>, _ count: Int) -> Int32 {
    guard count > 1 else { return 0 }
    // The answer does not matter: a paper or a fault, as long as there is one.
    guard let paper = try? TextReader.read(Array(UnsafeBufferPointer(start: start + 1, count: count - 1))) else {
        return 0
    }
    let place = places[Int(start[0]) % places.count]
    var reader = place.reader
    let understood = reader.read(paper, file: "fuzz.txt")
    let options = AuditOptions(rules: place.rules, words: place.words, reportsTails: true)
    _ = Auditor.audit(understood, options: options)
    return 0
}

/// The definitions are read before any input, whose time they are no part of.
@_cdecl("LLVMFuzzerInitialize")
package func fuzzTextSetUp(_ count: UnsafeMutableRawPointer, _ words: UnsafeMutableRawPointer) -> Int32 {
    places.isEmpty ? 1 : 0
}

private struct FuzzPlace {
    let reader: PaperReader
    let rules: [Rule]
    let words: WordLists
}

/// Every place that has a profile, for the last of its years.
private let places: [FuzzPlace] = {
    let folder = ProcessInfo.processInfo.environment["MINGZHANG_STANDARDS"] ?? "Standards"
    let names = (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []
    let files = names.filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".csv") }.map { name in
        StandardsFile(path: name, bytes: [UInt8](FileManager.default.contents(atPath: folder + "/" + name) ?? Data()))
    }
    guard let library = try? StandardsLibrary(files: files) else {
        fatalError("no standards in \(folder)")  // ok: a fuzzer's set-up
    }
    let found = library.regions.compactMap { region -> FuzzPlace? in
        let code = region.dropFirst("cn-".count).prefix(6)
        let digits = code + String(repeating: "0", count: 6 - code.count)
        guard let year = library.years(region: region).last,
            let standards = try? library.standards(region: String(digits), year: FiscalYear(year)),
            let rules = try? library.rules(for: standards), let words = try? library.wordLists(for: standards)
        else { return nil }
        return FuzzPlace(reader: PaperReader(standards: standards, choice: .named), rules: rules, words: words)
    }
    guard !found.isEmpty else { fatalError("no place with a profile") }  // ok: a fuzzer's set-up
    return found
}()
