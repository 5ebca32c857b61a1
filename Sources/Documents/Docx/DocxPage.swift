import Paper

/// The page of GB/T 9704 in twips (1/20 point): A4, type area 156 mm × 225 mm, 22 lines of 28 characters.
struct DocxPage: Equatable {
    let width: Int
    let height: Int
    let top: Int
    let bottom: Int
    let left: Int
    let right: Int
    /// From the foot of the page: the page number stands 7 mm under the type area.
    let footer: Int

    /// 22 lines fill the type area: 225 mm ÷ 22.
    static let linePitch = 579

    static let portrait = DocxPage(
        width: 11_906, height: 16_838, top: 2_098, bottom: 1_984, left: 1_588, right: 1_474, footer: 1_304)
    /// The upright page turned, its binding edge up: the heads of the tables lie at the binding. Above and below there is
    /// less than beside text, as in the PDF, so that the longer forms are one page.
    static let landscape = DocxPage(
        width: 16_838, height: 11_906, top: 1_417, bottom: 1_247, left: 1_139, right: 1_139, footer: 794)

    static func of(_ orientation: Section.Orientation) -> DocxPage { orientation == .portrait ? portrait : landscape }

    var textWidth: Int { width - left - right }
    var textHeight: Int { height - top - bottom }
}
