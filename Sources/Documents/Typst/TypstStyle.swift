/// The look of the PDF, as Typst functions that the sections of a document call.
enum TypstStyle {
    /// Families by the names inside the font files; the last of each has the rare characters of personal names.
    ///
    /// 小标宋 stands in no free font: FandolSong in bold is the nearest. Figures of running text are those of Song: those
    /// of FandolFang are heavier than its characters.
    private static let fonts = """

        #let song = ("FandolSong", "Noto Serif CJK SC")
        #let hei = ("FandolHei", "Noto Sans CJK SC", "Noto Serif CJK SC")
        #let latin = (name: "FandolSong", covers: regex("[ -~]"))
        #let kai = (latin, "FandolKai", "Noto Serif CJK SC")
        #let fang = (latin, "FandolFang R", "Noto Serif CJK SC")

        """

    /// 156 mm hold 28 characters of 16 pt only a little closer than they are wide; 225 mm hold 22 lines at 28.95 pt.
    private static let text = """
        #let line-gap = 12.95pt
        #let indent = 31.6pt
        #set text(font: fang, size: 16pt, lang: "zh", region: "cn", tracking: -0.21pt, cjk-latin-spacing: none,
          top-edge: 0.88em, bottom-edge: -0.12em, hyphenate: false, costs: (widow: 0%, orphan: 0%))
        #set par(justify: true, leading: line-gap, spacing: line-gap,
          first-line-indent: (amount: indent, all: true))
        #set block(spacing: line-gap)

        """

    private static let pages = """
        #let foot = context align(center, text(font: song, size: 14pt, "— " + counter(page).display() + " —"))
        #let portrait-page = page.with(paper: "a4", margin: (top: 37mm, left: 28mm, right: 26mm, bottom: 35mm),
          numbering: "1", footer: foot, footer-descent: 7mm)
        #let contents-page = portrait-page.with(numbering: "I")
        #let landscape-page = page.with(paper: "a4", flipped: true,
          margin: (top: 25mm, left: 20mm, right: 20mm, bottom: 22mm), numbering: "1", footer: foot,
          footer-descent: 5mm)
        #let cover-page = page.with(paper: "a4", margin: (top: 37mm, left: 28mm, right: 26mm, bottom: 35mm),
          numbering: none, footer: none)

        """

    private static let headings = """
        #show heading: set text(weight: "regular", size: 16pt)
        #show heading: it => block(sticky: true, above: line-gap, below: line-gap, h(indent) + it.body)
        #show heading.where(level: 2): set text(font: hei)
        #show heading.where(level: 3): set text(font: kai)
        #show heading.where(level: 4): set text(stroke: 0.35pt)
        #show heading.where(level: 1): it => block(sticky: true, width: 100%, above: 2 * line-gap, below: 2 * line-gap,
          align(center, text(font: song, weight: "bold", size: 22pt, it.body)))
        #set outline.entry(fill: repeat("…", gap: 0pt, justify: false))
        #let contents = {
          // 31 characters a line: no heading of a form or of a part of the text is longer.
          set text(size: 14pt)
          set par(leading: 10pt, spacing: 10pt)
          set block(spacing: 10pt)
          outline(title: none, depth: 2, indent: 2em)
        }

        """

    private static let lines = """
        #let centred(body) = block(width: 100%, align(center, par(justify: false, first-line-indent: 0pt, body)))
        #let cover-title(body) = {
          set par(leading: 16pt)
          block(below: 16pt, centred(text(font: song, weight: "bold", size: 22pt, body)))
        }
        #let cover-line(body) = centred(text(font: kai, body))
        #let table-title(body, below: 6pt) = block(sticky: true, width: 100%, above: 14pt, below: below,
          align(center, text(font: song, weight: "bold", size: 18pt, stroke: none, body)))
        // What the contents list may tell it from others that are printed alike.
        #let table-heading(level: 2, listed: none, below: 6pt, body, ..how) = {
          show heading: it => table-title(body, below: below)
          heading(level: level, ..how, if listed == none { body } else { listed })
        }
        #let table-info(pieces) = block(sticky: true, width: 100%, above: 4pt, below: 4pt, {
          set text(font: song, size: 9pt, tracking: 0pt)
          let sides = if pieces.len() == 1 { (right,) } else {
            range(pieces.len()).map(i => if i == 0 { left } else if i == pieces.len() - 1 { right } else { center })
          }
          grid(columns: (1fr,) * pieces.len(), align: sides, ..pieces)
        })
        #let table-note(body) = block(width: 100%, above: 5pt, below: 5pt, {
          set par(leading: 4pt, first-line-indent: 0pt)
          text(font: song, size: 9pt, tracking: 0pt, par(body))
        })

        """

    private static let tables = """
        #let c(x, y, a, body, w: 1, h: 1, keep: true, open: none) = table.cell(x: x, y: y, colspan: w, rowspan: h,
          align: a + horizon, breakable: not keep, ..if open != none { (stroke: ((open): none)) }, body)
        #let sheet(columns, size, space, head, cells) = block(width: 100%, above: 4pt, below: 8pt, breakable: true, {
          set text(font: song, size: size, tracking: 0pt, number-width: "tabular")
          set par(leading: 3.5pt, justify: false, first-line-indent: 0pt)
          table(columns: columns, stroke: 0.5pt, inset: (x: 3pt, y: space),
            ..if head.len() > 0 { (table.header(repeat: true, ..head),) }, ..cells)
        })

        """

    static let preamble = fonts + text + pages + headings + lines + tables
}
