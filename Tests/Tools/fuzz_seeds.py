"""Seeds for the fuzzers (scripts/fuzz), cut from a package that the program itself builds, and a few foreign pieces.

usage: fuzz_seeds.py OUT
Writes OUT/docx, OUT/xlsx, OUT/html, OUT/claims and OUT/text: the parts of a file divided by NUL, as the fuzz targets take them,
none larger than a fuzzer can work with.
"""
import os
import re
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "Examples" / "shifeng-2020"
LARGEST = 24_000

FOREIGN_DOCX = [
    "<w:p><w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr></w:pPr><w:r><w:t>甲</w:t></w:r></w:p>"
    "<w:p><w:r><w:sym w:font='Wingdings' w:char='F0FE'/><w:footnoteReference w:id='2'/></w:r></w:p>",
    "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>支</w:t></w:r></w:p><w:p><w:ins><w:r><w:t>出</w:t></w:r></w:ins>"
    "<w:del><w:r><w:delText>旧</w:delText></w:r></w:del></w:p>",
    "<w:p><w:r><w:fldChar w:fldCharType='begin'/><w:instrText>TOC</w:instrText><w:fldChar w:fldCharType='separate'/>"
    "<w:t>1</w:t><w:fldChar w:fldCharType='end'/></w:r></w:p>",
    "<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val='2'/><w:vMerge w:val='restart'/></w:tcPr><w:p><w:r><w:t>1,2.3</w:t></w:r>"
    "</w:p></w:tc><w:tc><w:p/><w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl></w:tc></w:tr><w:tr><w:tc><w:tcPr>"
    "<w:gridSpan w:val='2'/><w:vMerge/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>",
    "<w:p><w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx><w:txbxContent><w:p><w:r><w:t>框</w:t></w:r></w:p>"
    "</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback/></mc:AlternateContent></w:r></w:p>",
]
NUMBERING = (
    "<w:numbering xmlns:w='urn:w'><w:abstractNum w:abstractNumId='7'><w:lvl w:ilvl='0'><w:numFmt w:val='chineseCounting'/>"
    "<w:lvlText w:val='%1、'/></w:lvl></w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='7'/><w:lvlOverride "
    "w:ilvl='0'><w:startOverride w:val='5'/></w:lvlOverride></w:num></w:numbering>"
)
NOTES = "<w:footnotes xmlns:w='urn:w'><w:footnote w:id='2'><w:p><w:r><w:t>注</w:t></w:r></w:p></w:footnote></w:footnotes>"
FOREIGN_XLSX = (
    "<worksheet><cols><col min='2' max='3' hidden='1'/></cols><sheetData><row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' "
    "t='inlineStr'><is><t>甲</t></is></c><c r='C1' s='1'><f>A1</f><v>1.5E3</v></c></row><row hidden='1'><c t='e'><v>#REF!</v>"
    "</c><c t='b'><v>1</v></c></row></sheetData><mergeCells><mergeCell ref='A1:B2'/></mergeCells></worksheet>"
)
FOREIGN_STYLES = (
    "<styleSheet><numFmts><numFmt numFmtId='164' formatCode='0\\.0,&quot;万&quot;;-0;[=0]&quot;-&quot;'/></numFmts><cellXfs>"
    "<xf numFmtId='0'/><xf numFmtId='164'/></cellXfs></styleSheet>"
)
FOREIGN_HTML = [
    "<meta charset=gbk><table><tr><td rowspan=2>科目<td colspan=2 style='text-align:right'>1,2.30<tr><td>&nbsp;<td><br></table>",
    "<table role=presentation><tr><td><p>一、概况<td><table><tr><th>1<td hidden>2<tr><td>3<td>4</table></table><pre>甲\t乙\n丙</pre>",
    "<section><h1>第一部分</h1><nav></nav><ul><li>a<li>b</ul><script>x</script></section>",
]


def main():
    out = Path(sys.argv[1])
    program = os.environ.get("MINGZHANG", ROOT / ".build/debug/mingzhang")
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([program, "build", EXAMPLE, "-o", folder], check=True, stdout=subprocess.DEVNULL)
        files = sorted(Path(folder).rglob("*"))
        docx = next(f for f in files if f.suffix == ".docx")
        xlsx = next(f for f in files if f.suffix == ".xlsx")
        page = next(f for f in files if f.suffix == ".html").read_text(encoding="utf-8")
        seeds = {"docx": docx_seeds(docx), "xlsx": xlsx_seeds(xlsx), "html": html_seeds(page), "claims": claims(page),
                 "text": texts(page)}
    for target, pieces in seeds.items():
        (out / target).mkdir(parents=True, exist_ok=True)
        for number, piece in enumerate(pieces):
            (out / target / f"{number:03}").write_bytes(piece)
        print(f"{target}: {len(pieces)}")


def docx_seeds(path):
    with zipfile.ZipFile(path) as archive:
        body = archive.read("word/document.xml").decode()
        styles = archive.read("word/styles.xml")
    head, rest = body.split("<w:body>", 1)
    rest = rest.rsplit("</w:body>", 1)[0]
    # Whole paragraphs and tables, as many as fit.
    pieces, piece = [], ""
    for block in re.findall(r"<w:tbl>.*?</w:tbl>|<w:sdt>.*?</w:sdt>|<w:p>.*?</w:p>|<w:p/>|<w:sectPr.*?</w:sectPr>", rest, re.S):
        if piece and len((piece + block).encode()) > LARGEST:
            pieces.append(piece)
            piece = ""
        if len(block.encode()) <= LARGEST:
            piece += block
    pieces.append(piece)
    wrap = "{}<w:body>{}</w:body></w:document>"
    own = [b"\0".join([wrap.format(head, piece).encode(), styles]) for piece in pieces[:8]]
    names = "<w:document xmlns:w='urn:w' xmlns:mc='urn:mc' xmlns:wps='urn:wps'>"
    foreign = [
        b"\0".join([wrap.format(names, piece).encode(), b"<w:styles xmlns:w='urn:w'/>", NUMBERING.encode(), NOTES.encode()])
        for piece in FOREIGN_DOCX
    ]
    return own + foreign + [small_archive("word/document.xml", own[-1].split(b"\0")[0])]


def xlsx_seeds(path):
    with zipfile.ZipFile(path) as archive:
        sheets = [archive.read(n) for n in sorted(archive.namelist()) if n.startswith("xl/worksheets/sheet")]
        styles = archive.read("xl/styles.xml")
        strings = archive.read("xl/sharedStrings.xml").decode()
    items = re.findall(r"<si>.*?</si>", strings, re.S)[:60]
    shared = ("<sst>" + "".join(items) + "</sst>").encode()
    own = [b"\0".join([sheet, styles, shared]) for sheet in sheets if len(sheet) <= LARGEST]
    foreign = b"\0".join([FOREIGN_XLSX.encode(), FOREIGN_STYLES.encode(), b"<sst><si><r><t>a</t></r><rPh><t>b</t></rPh></si></sst>"])
    return own[:8] + [foreign, small_archive("xl/workbook.xml", b"<workbook/>")]


def small_archive(name, part):
    with tempfile.NamedTemporaryFile() as file:
        with zipfile.ZipFile(file.name, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(name, part)
        return Path(file.name).read_bytes()


def html_seeds(page):
    head = page.split("<body", 1)[0]
    head = re.sub(r"<style.*?</style>", "", head, flags=re.S) + "<body><main>"
    tables = re.findall(r"<table.*?</table>", page, re.S)
    own = [(head + table).encode() for table in tables if len(table.encode()) <= LARGEST][:6]
    paragraphs = "".join(re.findall(r"<p.*?</p>", page, re.S))[: LARGEST // 3]
    return own + [(head + paragraphs).encode()] + [piece.encode() for piece in FOREIGN_HTML]


def claims(page):
    paragraphs = [re.sub(r"<[^>]*>", "", p) for p in re.findall(r"<p[^>]*>.*?</p>", page, re.S)]
    figures = [p for p in paragraphs if re.search(r"\d", p)]
    pieces = ["\n".join(figures[at : at + 4])[:1200] for at in range(0, min(len(figures), 80), 4)]
    # The first byte chooses the section.
    return [bytes([number]) + piece.encode() for number, piece in enumerate(pieces)]


def texts(page):
    """Tables with tabs, one cell a line, and without any; the forms and the report of the tests; running text."""
    tables = [
        [[re.sub(r"<[^>]*>", "", cell).strip() for cell in re.findall(r"<t[dh][^>]*>.*?</t[dh]>", row, re.S)]
         for row in re.findall(r"<tr.*?</tr>", table, re.S)]
        for table in re.findall(r"<table.*?</table>", page, re.S)
    ]
    paragraphs = [re.sub(r"<[^>]*>", "", p).strip() for p in re.findall(r"<p[^>]*>.*?</p>", page, re.S)]
    pieces = ["\n".join(mark.join(row) for row in table) for table in tables for mark in ("\t", "\n\t", " ")]
    pieces += ["\n".join(paragraphs[at : at + 12]) for at in range(0, len(paragraphs), 12)]
    forms = sorted((ROOT / "Tests/AuditTests/Evaluation/底稿").glob("*.txt"))
    drafts = [form.read_text(encoding="utf-8") for form in forms]
    pieces += drafts + [draft.replace("\t", "\n\t") for draft in drafts] + ["\n".join(drafts)]
    # The first byte chooses the place.
    return [bytes([number]) + piece.encode() for number, piece in enumerate(pieces) if 0 < len(piece.encode()) <= LARGEST]


if __name__ == "__main__":
    main()
