/// The look of the page: dark text, thin rules, no colour that carries meaning; A4 when printed.
enum HtmlStyle {
    static let sheet = screen + "\n" + tables + "\n" + phone + "\n" + paper

    private static let screen = """
        :root { --text: #1a1a1a; --rule: #555; --faint: #bbb; --link: #1f3f66;
          --song: "SimSun", "Songti SC", "STSong", "Noto Serif CJK SC", "Source Han Serif SC", serif;
          --fang: "FangSong", "FangSong_GB2312", "STFangsong", "FandolFang R", "Noto Serif CJK SC", var(--song);
          --hei: "SimHei", "Heiti SC", "STHeiti", "FandolHei", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif;
          --kai: "KaiTi", "KaiTi_GB2312", "STKaiti", "FandolKai", "Noto Serif CJK SC", var(--song); }
        * { box-sizing: border-box; }
        html { background: #f3f2ee; color: var(--text); -webkit-text-size-adjust: 100%; }
        body { margin: 0; font: 18px/1.8 var(--fang); }
        main { max-width: 78rem; margin: 0 auto; padding: 0 1rem; }
        section { background: #fff; border: 1px solid var(--faint); margin: 1.5rem auto; padding: 2.5rem 3rem; }
        section.portrait { max-width: 54rem; }
        section.cover { padding-top: 5rem; padding-bottom: 5rem; text-align: center; }
        h1, h2, h3, h4, h5, h6, p, caption, th, td { white-space: pre-wrap; overflow-wrap: anywhere; }
        h1, h2, h3, h4, h5, h6 { line-height: 1.5; margin: 1.2em 0 .5em; }
        h1, .title { font: bold 2rem/1.5 var(--song); text-align: center; text-indent: 0; margin: 1rem 0; }
        h2 { font: bold 1.6rem/1.5 var(--song); text-align: center; }
        h3 { font: 1.15rem/1.6 var(--hei); }
        h4 { font: 1.1rem/1.6 var(--kai); }
        h5, h6 { font: bold 1rem/1.6 var(--fang); }
        p { margin: 0 0 .4em; text-indent: 2em; text-align: justify; }
        .subtitle { font: 1.2rem/1.8 var(--kai); text-indent: 0; text-align: center; }
        a { color: var(--link); text-decoration: none; }
        a:hover, a:focus { text-decoration: underline; }
        :target { background: #fff6d6; }
        nav.contents ul { list-style: none; margin: 0; padding: 0; }
        nav.contents ul ul { padding-left: 2em; }
        nav.contents a { display: block; padding: .15em 0; border-bottom: 1px dotted var(--faint); }
        figure.chart { margin: 1.5rem 0; }
        figure.chart svg { display: block; width: 100%; max-width: 52rem; height: auto; margin: 0 auto; }
        footer { font: 13px/1.6 var(--song); color: #555; text-align: center; padding: 0 1rem 2rem; }
        footer span { margin: 0 .6em; display: inline-block; overflow-wrap: anywhere; }
        """

    private static let tables = """
        .scroll, figure.chart { overflow-x: auto; }
        .scroll { margin: 0 0 .6em; padding-right: 1px; }
        table { border-collapse: collapse; width: 100%; font: 14px/1.5 var(--song); }
        table.dense { font-size: 13px; }
        caption { text-align: left; padding-bottom: .2em; }
        .tableTitle { font: bold 1.3rem/1.6 var(--song); text-indent: 0; text-align: center; margin: .8em 0 .2em; }
        .tableInfo { display: flex; justify-content: space-between; gap: 1em; font: 13px/1.6 var(--song);
          text-indent: 0; text-align: right; margin: 0; }
        p.tableInfo:not(:has(span)) { display: block; }
        .tableNote { font: 13px/1.6 var(--song); text-indent: 0; margin: 0; }
        th, td { border: 1px solid var(--rule); padding: .25em .5em; text-align: left; vertical-align: middle; }
        th, td { overflow-wrap: break-word; }
        td { min-width: 4.5em; }
        th { min-width: 3.2em; font-weight: normal; background: #f1f1ee; }
        td.gap { border-style: dotted; }
        .c { text-align: center; }
        .r { text-align: right; }
        [data-n] { font-variant-numeric: tabular-nums; white-space: nowrap; }
        """

    private static let phone = """
        @media screen and (max-width: 48em) {
          body { font-size: 17px; }
          main { padding: 0 .4rem; }
          section { padding: 1.2rem .8rem; margin: .6rem auto; }
          section.cover { padding-top: 3rem; padding-bottom: 3rem; }
          h1, .title { font-size: 1.5rem; }
          h2 { font-size: 1.3rem; }
          caption > * { position: sticky; left: 0; width: max-content; max-width: calc(100vw - 2.5rem); }
          caption > .tableTitle { width: calc(100vw - 2.5rem); }
          caption > .tableInfo { flex-wrap: wrap; text-align: left; }
          table { font-size: 13px; min-width: calc(var(--columns) * 6em); }
          figure.chart svg { min-width: 34rem; }
        }
        """

    private static let paper = """
        @page { size: A4 portrait; margin: 37mm 26mm 35mm 28mm;
          @bottom-center { content: "— " counter(page) " —"; font: 14pt "SimSun", "Noto Serif CJK SC", serif; } }
        @page cover { @bottom-center { content: none; } }
        @page wide { size: A4 landscape; margin: 25mm 20mm 22mm; }
        @media print {
          html { background: none; }
          body { font-size: 16pt; line-height: 28.95pt; }
          main, section, section.portrait { max-width: none; margin: 0; padding: 0; border: 0; }
          section { break-before: page; }
          section:first-child { break-before: auto; }
          section.landscape { page: wide; }
          section.cover { page: cover; padding-top: 60mm; }
          h1, .title, h2 { font-size: 22pt; line-height: 32pt; }
          h3, h4, h5, h6, .subtitle { font-size: 16pt; line-height: 28.95pt; }
          h2, h3, h4, h5, h6, caption, .tableTitle, .tableInfo { break-after: avoid; }
          .scroll, figure.chart { overflow: visible; }
          table { font-size: 9pt; line-height: 1.4; }
          table.dense { font-size: 8pt; }
          td { min-width: 0; }
          th { min-width: 2.2em; }
          th { background: none; }
          thead { display: table-header-group; }
          tr, figure.chart { break-inside: avoid; }
          tr.long { break-inside: auto; }
          .tableTitle { font-size: 18pt; line-height: 26pt; }
          .tableInfo, .tableNote { font-size: 9pt; line-height: 13pt; }
          a { color: inherit; }
          footer { font-size: 8pt; padding: 6mm 0 0; }
        }
        """
}
