package import Paper

/// Reads any workbook as a paper: each visible sheet a section of paragraphs and grids.
package enum XlsxReader {
    /// The paper behind the bytes; each cell's place is its sheet and address.
    package static func paper(_ bytes: [UInt8], limits: ZipLimits = .standard) throws(DocumentFault) -> Paper {
        try paper(WorkbookReader.read(bytes, limits: limits))
    }

    /// The same from a workbook already read.
    package static func paper(_ workbook: Workbook) throws(DocumentFault) -> Paper {
        let properties = DocumentProperties(title: workbook.title, custom: workbook.properties)
        let isOurs = properties.isOurs
        var sections: [Section] = []
        for sheet in workbook.sheets where !sheet.isHidden {
            if isOurs, sheet.name == XlsxLayout.contentsName {
                sections.append(Section(role: .contents, blocks: [.contents]))
                continue
            }
            let blocks = try XlsxSheetBlocks(sheet: sheet, isOurs: isOurs).blocks()
            let isEmpty = blocks.isEmpty && !isOurs
            if !isEmpty {
                sections.append(Section(orientation: sheet.isLandscape ? .landscape : .portrait, blocks: blocks))
            }
        }
        return Paper(title: properties.title, provenance: properties.provenance, sections: sections)
    }
}
