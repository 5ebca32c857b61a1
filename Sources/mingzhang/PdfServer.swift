import CPdfium
import Documents
import Foundation

/// The program as its own page reader, in a process of its own: PDFium may crash on a hostile file, and is not safe to
/// share between threads. Started by `PdfProcess` alone.
///
/// The process itself reads no file. For each it is asked for it makes a child, which has PDFium loaded already, reads that
/// one file, writes its pages to standard output and ends; so a crash ends one file, and none pays for a start.
///
/// Asked on standard input, which is a socket: seconds, pages and the path, apart by blanks, and a zero. Answered there with
/// one byte when the child has ended (`mz_end_of`).
enum PdfServer {
    static let word = "pdf-worker"

    /// - Parameter arguments: the library.
    static func run(_ arguments: [String]) -> Never {
        let pdfium = Result { () throws(PdfFault) in try PdfWorker.load(arguments.first ?? "") }
        var rest: [UInt8] = []
        while let request = next(&rest) {
            let child = mz_fork()
            if child == 0 { serve(request, pdfium) }
            let end = child < 0 ? 1 : mz_end_of(child)
            guard write([UInt8(truncatingIfNeeded: end)], to: STDIN_FILENO) else { break }
        }
        exit(0)
    }

    private struct Request {
        let seconds: Int
        let pages: Int
        let path: String

        init?(_ bytes: some Collection<UInt8>) {
            let words = String(decoding: bytes, as: UTF8.self).split(
                separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
            guard words.count == 3, let seconds = Int(words[0]), let pages = Int(words[1]) else { return nil }
            (self.seconds, self.pages, path) = (seconds, pages, String(words[2]))
        }
    }

    /// nil where nobody asks any more.
    private static func next(_ rest: inout [UInt8]) -> Request? {
        while true {
            if let end = rest.firstIndex(of: 0) {
                defer { rest.removeFirst(end + 1) }
                return Request(rest[..<end])
            }
            var bytes = [UInt8](repeating: 0, count: 1 << 14)
            let count = read(STDIN_FILENO, &bytes, bytes.count)
            guard count > 0 else { return nil }
            rest += bytes[..<count]
        }
    }

    /// The child's whole life.
    private static func serve(_ request: Request, _ pdfium: Result<mz_pdfium, PdfFault>) -> Never {
        close(STDIN_FILENO)
        let seconds = max(1, request.seconds)
        guard mz_limit_process(UInt(seconds), UInt(PdfLimits.memory)) != 0 else { _exit(3) }
        alarm(UInt32(clamping: seconds))
        var isWhole = write(RawPageStream.magic, to: STDOUT_FILENO)
        do throws(PdfFault) {
            let worker = try PdfWorker(pdfium.get(), file: request.path)
            let count = try worker.pageCount(limit: request.pages)
            for index in 0..<count where isWhole {
                isWhole = write(RawPageStream.page(try worker.page(index)), to: STDOUT_FILENO)
            }
            isWhole = isWhole && write(RawPageStream.end(pages: count), to: STDOUT_FILENO)
        } catch {
            isWhole = write(RawPageStream.fault(error), to: STDOUT_FILENO)
        }
        _exit(isWhole ? 0 : 3)
    }

    private static func write(_ bytes: [UInt8], to file: Int32) -> Bool {
        bytes.withUnsafeBytes { rest in
            var start = 0
            while start < rest.count {
                let count = Foundation.write(file, rest.baseAddress.map { $0 + start }, rest.count - start)
                guard count > 0 else { return false }
                start += count
            }
            return true
        }
    }
}
