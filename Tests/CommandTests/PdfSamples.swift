import Foundation

/// Small PDFs made by hand, for what real ones do not show.
struct PdfSamples {
    /// Objects from number 1 on, each without its frame.
    private var objects: [String]
    private var trailer = ""

    /// So many empty pages.
    static func pages(_ count: Int) -> [UInt8] {
        let kids = (0..<count).map { "\($0 + 3) 0 R" }.joined(separator: " ")
        let page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] >>"
        return PdfSamples(
            objects: ["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Count \(count) /Kids [\(kids)] >>"]
                + Array(repeating: page, count: count)
        ).bytes
    }

    /// One page with a table of two rows and a name that no font of the machine is needed for.
    static func table(rotation: Int = 0) -> [UInt8] {
        let drawing = """
            0.5 w 100 700 m 300 700 l S 100 680 m 300 680 l S 100 660 m 300 660 l S
            100 700 m 100 660 l S 200 700 m 200 660 l S 300 700 m 300 660 l S
            BT /F1 10 Tf 105 686 Td <987976EE> Tj 100 0 Td <91D1989D> Tj ET
            BT /F1 10 Tf 105 666 Td <75325E02> Tj ET BT /F2 10 Tf 230 666 Td (1,234.50) Tj ET
            """
        return PdfSamples(
            objects: [
                "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
                """
                << /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Rotate \(rotation) /Contents 4 0 R
                /Resources << /Font << /F1 5 0 R /F2 7 0 R >> >> >>
                """,
                "<< /Length \(drawing.utf8.count) >>\nstream\n\(drawing)\nendstream",
                """
                << /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H
                /DescendantFonts [6 0 R] >>
                """,
                """
                << /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000
                /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> >>
                """,
                "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
            ]
        ).bytes
    }

    /// One page that is a picture.
    static func picture() -> [UInt8] {
        let drawing = "600 0 0 800 0 0 cm /I1 Do"
        return PdfSamples(
            objects: [
                "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
                """
                << /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R
                /Resources << /XObject << /I1 5 0 R >> >> >>
                """,
                "<< /Length \(drawing.utf8.count) >>\nstream\n\(drawing)\nendstream",
                """
                << /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8
                /Length 1 >>\nstream\n0\nendstream
                """,
            ]
        ).bytes
    }

    /// One that asks for a password before it is opened.
    static func encrypted() -> [UInt8] {
        var sample = PdfSamples(objects: [
            "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Count 0 /Kids [] >>",
            """
            << /Filter /Standard /V 1 /R 2 /P -4 /O <\(String(repeating: "5A", count: 32))>
            /U <\(String(repeating: "A5", count: 32))> >>
            """,
        ])
        let id = String(repeating: "11", count: 16)
        sample.trailer = "/Encrypt 3 0 R /ID [<\(id)> <\(id)>]"
        return sample.bytes
    }

    private init(objects: [String]) { self.objects = objects }

    private var bytes: [UInt8] {
        var text = "%PDF-1.4\n"
        var places: [Int] = []
        for (index, object) in objects.enumerated() {
            places.append(text.utf8.count)
            text += "\(index + 1) 0 obj\n\(object)\nendobj\n"
        }
        let start = text.utf8.count
        text += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
        for place in places {
            let digits = String(place)
            text += String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n"
        }
        text += "trailer << /Size \(objects.count + 1) /Root 1 0 R \(trailer) >>\nstartxref\n\(start)\n%%EOF\n"
        return Array(text.utf8)
    }
}
