#!/usr/bin/env python3
"""The tables of a package by python-docx and openpyxl: what `mingzhang build` is compared with.

    peer_tables.py package.json OUTPUT-FOLDER

Reads the tables as they are to be printed, figures and all, from package.json, so that nothing is computed here, and
writes them into one .docx and one .xlsx, each with its title, merged headers, borders, alignment, widths and notes.
Prose, contents, charts and cell-by-cell checks, which mingzhang also makes, are left out.
"""

import json
import sys
from pathlib import Path

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt
from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side


def main():
    package = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    folder = Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    forms = [(form, header(form), body(form)) for form in package["forms"]]
    write_docx(forms, folder / "tables.docx")
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


def write_docx(forms, path):
    document = Document()
    for form, head, rows in forms:
        document.add_heading(form["title"], level=1)
        document.add_paragraph(f"{form['number']}　金额单位：{form['unit']}")
        table = document.add_table(rows=len(head) + len(rows), cols=len(form["columns"]), style="Table Grid")
        grid = [row.cells for row in table.rows]
        for y, texts in enumerate(head):
            for x, text in enumerate(texts):
                put(grid[y][x], text, WD_ALIGN_PARAGRAPH.CENTER, True)
        for top, left, bottom, right in spans(head):
            for y in range(top, bottom + 1):
                for x in range(left, right + 1):
                    if (y, x) != (top, left):
                        grid[y][x].text = ""
            grid[top][left].merge(grid[bottom][right])
        for y, texts in enumerate(rows, len(head)):
            for x, (text, is_figure) in enumerate(texts):
                put(grid[y][x], text, WD_ALIGN_PARAGRAPH.RIGHT if is_figure else WD_ALIGN_PARAGRAPH.LEFT, False)
        for note in form["notes"]:
            document.add_paragraph(note)
        document.add_page_break()
    document.save(path)


def put(cell, text, alignment, is_bold):
    paragraph = cell.paragraphs[0]
    paragraph.alignment = alignment
    run = paragraph.add_run(text)
    run.font.size = Pt(9)
    run.bold = is_bold


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
        for y, x, bottom, right in spans(head):
            sheet.merge_cells(start_row=top + y, start_column=x + 1, end_row=top + bottom, end_column=right + 1)
        for note in form["notes"]:
            sheet.append([note])
    book.save(path)


def number(text):
    return float(text.replace(",", "")) if text else None


if __name__ == "__main__":
    main()
