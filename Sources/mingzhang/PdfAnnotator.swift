import ArgumentParser
import CPdfium
import Documents
import Foundation

/// Writes a PDF with marks on its pages to standard output, in a process of its own like the page reader. Started by
/// `PdfTool` alone.
struct PdfAnnotatorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pdf-annotator", shouldDisplay: false)

    @Argument var file: String
    @Option var library: String
    @Option var marks: String
    @Option var seconds = PdfLimits.seconds

    func run() throws {
        guard mz_limit_process(UInt(max(1, seconds)), UInt(PdfLimits.memory)) != 0 else { throw ExitCode(3) }
        let list = try JSONDecoder().decode([PdfMark].self, from: Data(FileBytes.read(marks)))
        do throws(PdfFault) {
            let annotator = PdfAnnotator(worker: try PdfWorker(PdfWorker.load(library), file: file))
            for (page, marks) in Dictionary(grouping: list, by: \.page).sorted(by: { $0.key < $1.key }) {
                try annotator.add(marks, toPage: page)
            }
            guard annotator.save(to: FileHandle.standardOutput.fileDescriptor) else { throw .crashed }
        } catch {
            FileHandle.standardOutput.write(Data(RawPageStream.magic + RawPageStream.fault(error)))
        }
    }
}

/// Puts annotations on the pages of an open document; what the pages themselves draw is left as it is.
struct PdfAnnotator {
    let worker: PdfWorker

    private var pdfium: mz_pdfium { worker.pdfium }

    func add(_ marks: [PdfMark], toPage number: Int) throws(PdfFault) {
        guard let page = pdfium.loadPage(worker.document, Int32(number - 1)) else { throw .pageDamaged(number) }
        defer { pdfium.closePage(page) }
        for mark in marks {
            switch mark.kind {
            case .box: guard add(mark, mz_annotation_square, to: page) else { throw .pageDamaged(number) }
            case .note: guard add(mark, mz_annotation_note, to: page) else { throw .pageDamaged(number) }
            }
        }
    }

    private func add(_ mark: PdfMark, _ kind: Int, to page: mz_page_t) -> Bool {
        guard let annotation = pdfium.addAnnotation(page, Int32(kind)) else { return false }
        defer { pdfium.closeAnnotation(annotation) }
        var rect = mz_rect(left: mark.left, top: mark.top, right: mark.right, bottom: mark.bottom)
        guard pdfium.setRect(annotation, &rect) != 0 else { return false }
        let (red, green, blue) = (UInt32(mark.color.red), UInt32(mark.color.green), UInt32(mark.color.blue))
        _ = pdfium.setColor(annotation, Int32(mz_color_line), red, green, blue, 255)
        _ = pdfium.setFlags(annotation, Int32(mz_annotation_printed))
        if kind == mz_annotation_square { _ = pdfium.setBorder(annotation, 0, 0, mark.lineWidth) }
        for (key, value) in mark.texts { _ = pdfium.setText(annotation, key, Self.wide(value)) }
        return pdfium.setAppearance(annotation, Int32(mz_appearance_normal), Self.wide(mark.appearance)) != 0
    }

    private static func wide(_ text: String) -> [UInt16] { text.utf16.map(\.littleEndian) + [0] }

    func save(to file: Int32) -> Bool {
        withUnsafePointer(to: pdfium) { mz_save($0, worker.document, file) != 0 }
    }
}
