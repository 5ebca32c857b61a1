import Documents
import Paper

/// Any bytes as a page.
@_cdecl("LLVMFuzzerTestOneInput")
package func fuzzHtml(_ start: UnsafePointer<UInt8>, _ count: Int) -> Int32 {
    // The answer does not matter: a paper or a fault, as long as there is one.
    _ = try? HtmlReader.paper(Array(UnsafeBufferPointer(start: start, count: count)))
    return 0
}
