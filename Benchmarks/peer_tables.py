#!/usr/bin/env python3
"""The tables of a package by python-docx and openpyxl: what `mingzhang build` is compared with.

    peer_tables.py package.json OUTPUT-FOLDER [--cells-at-once]

Reads the tables as they are to be printed, figures and all, from package.json, so that nothing is computed here, and
writes them into one .docx and one .xlsx as mingzhang lays them out: title, merged headers that repeat on every page,
borders, the width, height, alignment, style and font size of each cell, landscape pages, frozen panes, notes. Prose,
contents, charts, html, json and cell-by-cell checks, which mingzhang also makes, are left out.

Cells of the .docx are asked for one by one, `table.cell(row, column)`, as python-docx's own guide does it. That call
walks the whole table each time; with --cells-at-once each row's cells are asked for once, which is faster.
"""

import json
import sys
from pathlib import Path

from docx import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_ROW_HEIGHT_RULE, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties


def main():
    package = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    folder = Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    forms = [(form, header(form), body(form)) for form in package["forms"]]
    write_docx(forms, folder / "tables.docx", "--cells-at-once" in sys.argv)
    write_xlsx(forms, folder / "tables.xlsx")


def header(form):
    """Rows of titles; a title reaches down to the deepest."""
    depth = max(len(column["title"]) for column in form["columns"])
    paths = [column["title"] + [column["title"][-1]] * (depth - len(column["title"])) for column in form["columns"]]
    rows = [[path[level] for path in paths] for level in range(depth)]
    if any(column["number"] for column in form["columns"]):
        rows.append([column["number"] for column in form["columns"]])
    return rows


def body(form):
    rows = []
    for row in form["rows"]:
        texts = [("", False)] * len(form["columns"])
        for cell in row["cells"]:
            texts[cell["column"]] = (cell["text"], "fact" in cell)
        rows.append(texts)
    return rows


def spans(rows):
    """Rectangles of equal titles: (top, left, bottom, right)."""
    seen = set()
    for top, row in enumerate(rows):
        for left, text in enumerate(row):
            if (top, left) in seen or not text:
                continue
            right, bottom = left, top
            while right + 1 < len(row) and row[right + 1] == text and (top, right + 1) not in seen:
                right += 1
            while bottom + 1 < len(rows) and all(rows[bottom + 1][at] == text for at in range(left, right + 1)):
                bottom += 1
            seen.update((y, x) for y in range(top, bottom + 1) for x in range(left, right + 1))
            if (top, left) != (bottom, right):
                yield top, left, bottom, right


def write_docx(forms, path, at_once):
    document = Document()
    styles = {name: cell_style(document, name, font) for name, font in
              (("MzHeader", "黑体"), ("MzText", "仿宋_GB2312"), ("MzNumber", "仿宋_GB2312"))}
    for index, (form, head, rows) in enumerate(forms):
        section = document.sections[0] if index == 0 else document.add_section(WD_SECTION.NEW_PAGE)
        is_wide = len(form["columns"]) > 6
        section.orientation = WD_ORIENT.LANDSCAPE if is_wide else WD_ORIENT.PORTRAIT
        section.page_width, section.page_height = (Cm(29.7), Cm(21)) if is_wide else (Cm(21), Cm(29.7))
        document.add_heading(form["title"], level=1)
        document.add_paragraph(f"{form['number']}　金额单位：{form['unit']}")
        table = document.add_table(rows=len(head) + len(rows), cols=len(form["columns"]), style="Table Grid")
        table.autofit = False
        table.alignment = WD_TABLE_ALIGNMENT.CENTER
        width = Cm((25 if is_wide else 16) / len(form["columns"]))
        kept = [row.cells for row in table.rows] if at_once else None

        def cell(y, x):
            return kept[y][x] if at_once else table.cell(y, x)

        for y, row in enumerate(table.rows):
            row.height, row.height_rule = Pt(15), WD_ROW_HEIGHT_RULE.AT_LEAST
            properties = row._tr.get_or_add_trPr()
            properties.append(OxmlElement("w:cantSplit"))
            if y < len(head):
                properties.append(OxmlElement("w:tblHeader"))
        rectangles = list(spans(head))
        covered = {(y, x) for top, left, bottom, right in rectangles for y in range(top, bottom + 1)
                   for x in range(left, right + 1) if (y, x) != (top, left)}
        for y, texts in enumerate(head):
            for x, text in enumerate(texts):
                shown = "" if (y, x) in covered else text
                put(cell(y, x), shown, styles["MzHeader"], WD_ALIGN_PARAGRAPH.CENTER, width)
        for top, left, bottom, right in rectangles:
            cell(top, left).merge(cell(bottom, right))
        for y, texts in enumerate(rows, len(head)):
            for x, (text, is_figure) in enumerate(texts):
                style = styles["MzNumber" if is_figure else "MzText"]
                put(cell(y, x), text, style, WD_ALIGN_PARAGRAPH.RIGHT if is_figure else WD_ALIGN_PARAGRAPH.LEFT, width)
        for note in form["notes"]:
            document.add_paragraph(note)
    document.save(path)


def cell_style(document, name, font):
    style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.font.name = "Times New Roman"
    style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), font)
    return style


def put(cell, text, style, alignment, width):
    cell.width = width
    cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    paragraph = cell.paragraphs[0]
    paragraph.style = style
    paragraph.alignment = alignment
    if text:
        paragraph.add_run(text).font.size = Pt(8.5)


def write_xlsx(forms, path):
    book = Workbook()
    book.remove(book.active)
    line = Side(style="thin")
    border = Border(left=line, right=line, top=line, bottom=line)
    for form, head, rows in forms:
        sheet = book.create_sheet(form["number"])
        sheet.append([form["title"]])
        sheet.append([f"金额单位：{form['unit']}"])
        top = sheet.max_row + 1
        for texts in head:
            sheet.append(texts)
        for texts in rows:
            sheet.append([number(text) if is_figure else text for text, is_figure in texts])
        for y, cells in enumerate(sheet.iter_rows(min_row=top)):
            for cell in cells:
                cell.border = border
                cell.font = Font(size=9, bold=y < len(head))
                cell.alignment = Alignment(horizontal="center" if y < len(head) else None, vertical="center")
                if isinstance(cell.value, float):
                    cell.number_format = "#,##0.00"
        for y in range(top, sheet.max_row + 1):
            sheet.row_dimensions[y].height = 18
        for x in range(len(form["columns"])):
            sheet.column_dimensions[get_column_letter(x + 1)].width = 14
        sheet.freeze_panes = sheet.cell(top + len(head), 1)
        sheet.print_title_rows = f"1:{top + len(head) - 1}"
        sheet.page_setup.orientation = "landscape" if len(form["columns"]) > 6 else "portrait"
        sheet.page_setup.fitToHeight = 0
        sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        sheet.oddFooter.center.text = "第 &P 页"
        for y, x, bottom, right in spans(head):
            sheet.merge_cells(start_row=top + y, start_column=x + 1, end_row=top + bottom, end_column=right + 1)
        for note in form["notes"]:
            sheet.append([note])
    book.save(path)


def number(text):
    return float(text.replace(",", "")) if text else None


if __name__ == "__main__":
    main()
