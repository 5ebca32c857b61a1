"""Writes what pdfplumber finds in the forms of a published budget of Shanghai: one line a cell.

usage: budget_facts.py PAPER.pdf > PAPER.facts.csv
pdfplumber shares no code with PDFium nor with our reader. Columns: form, row (its code; else its label without ordinal),
column (the lowest header over it; 收入 or 支出 before it where a form has both sides), and the number as printed, empty
where the cell is.
"""
import csv
import re
import sys

import pdfplumber

TITLES = [
    ("B04", "财政拨款收支预算总表"), ("B01", "财务收支预算总表"), ("B02", "收入预算总表"), ("B03", "支出预算总表"),
    ("B05", "一般公共预算支出功能分类预算表"), ("B06", "政府性基金预算支出功能分类预算表"), ("B07", "国有资本经营预算支出功能分类预算表"),
    ("B08", "一般公共预算基本支出部门预算经济分类预算表"), ("B09", "“三公”经费和机关运行经费预算表"),
]
ORDINAL = re.compile(r"^([一二三四五六七八九十]+、|\d+[.．、])")
NUMBER = re.compile(r"-?[\d,]*\d(\.\d+)?")


def is_seen(o):
    """Whether it shows on paper: rectangles filled white do not."""
    color = o.get("non_stroking_color")
    color = color if isinstance(color, (tuple, list)) and color else (color or 0,)
    return o["object_type"] != "rect" or o.get("stroke") or any(part < 0.98 for part in color)


def bare(text):
    return None if text is None else re.sub(r"\s", "", text)


def header(rows):
    """How many rows are titles, and what stands lowest over each column."""
    names = [""] * len(rows[0])
    sides = [""] * len(rows[0])
    for depth, row in enumerate(rows):
        if any(cell and NUMBER.fullmatch(cell) for cell in row) or not any(row) or row[0] == "合计" and depth > 1:
            return depth, names, sides
        last = ""
        for place, cell in enumerate(row):
            if cell:
                last = names[place] = cell
            if depth == 0:
                sides[place] = last
    raise ValueError("no rows")


def cells(form, rows, names, sides):
    for row in rows:
        # A total alone on its page has one cell over the columns of code and name.
        row = row[:1] + [None] * (len(names) - len(row)) + row[1:]
        if form in ("B01", "B04"):
            for first, side in ((0, "收入"), (2, "支出")):
                label = ORDINAL.sub("", row[first] or "")
                end = 2 if first == 0 else len(row)
                for place in range(first + 1, end):
                    if label:
                        yield label, side + " " + names[place], row[place]
        elif form == "B09":
            for place, name in enumerate(names):
                yield "", re.sub(r"^\d{4}年", "", name), row[place]
        else:
            codes = 2 if form == "B08" else 3
            code = "".join((piece or "").rjust(2, "0") if piece else "" for piece in row[:codes])
            label = code if code.isdigit() else "合计" if "合计" in row[:codes + 1] else ""
            for place in range(codes + 1, len(row)):
                if label:
                    yield label, names[place], row[place]


def main(path):
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(["form", "row", "column", "printed"])
    form, names, sides = None, [], []
    for page in pdfplumber.open(path).pages:
        page = page.filter(is_seen)
        for table in page.find_tables({"snap_tolerance": 2, "join_tolerance": 3}):
            above = bare(page.crop((0, 0, page.width, max(1, table.bbox[1]))).extract_text() or "")
            rows = [[bare(cell) for cell in row] for row in table.extract()]
            found = next((id for id, title in TITLES if title in above), None)
            if "绩效目标" in "".join(cell or "" for cell in rows[0]):
                continue
            first = rows[0][0] or ""
            if found or first in ("项目",):
                depth, names, sides = header(rows)
                form = found or form
                rows = rows[depth:]
            for row, column, printed in cells(form, rows, names, sides):
                assert not printed or NUMBER.fullmatch(printed), (form, row, column, printed)
                out.writerow([form, row, column, printed or ""])


main(sys.argv[1])
