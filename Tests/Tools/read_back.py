"""Reads a built package back with libraries that did not write it, and compares it with what the paper printed.

usage: read_back.py EXAMPLE BUILD
EXAMPLE holds expected/tables.csv and expected/differences.csv; BUILD a .docx and an .xlsx of the package.
Prints one line a format: name, amounts printed by the paper, equal, listed as the paper's errors, different.
Exit 1 where anything differs that is not listed, or a listed cell agrees after all.
"""
import csv
import sys
from decimal import Decimal
from pathlib import Path

import docx
import openpyxl


def rows_of_docx(path):
    """Each table as rows of text; a cell that spans columns is repeated in each of them."""
    for table in docx.Document(path).tables:
        yield [[cell.text.strip() for cell in row.cells] for row in table.rows]


def rows_of_xlsx(path):
    """Each sheet that holds a form as rows of text, merged cells filled."""
    for sheet in openpyxl.load_workbook(path, data_only=True).worksheets:
        filled = {}
        for area in sheet.merged_cells.ranges:
            value = sheet.cell(area.min_row, area.min_col).value
            for row in range(area.min_row, area.max_row + 1):
                for column in range(area.min_col, area.max_col + 1):
                    filled[row, column] = value
        rows = []
        for row in range(1, sheet.max_row + 1):
            values = [filled.get((row, c), sheet.cell(row, c).value) for c in range(1, sheet.max_column + 1)]
            rows.append(["" if v is None else str(v).strip() for v in values])
        yield rows


def number(text):
    text = (text or "").replace(",", "")
    try:
        return Decimal(text or "0")
    except ArithmeticError:
        return None


def find(rows, form, row, column):
    """The text where a row (行次, code or label) meets a 栏次; None where there is no such cell."""
    if form == "T06":
        for cells in rows:
            for place in range(len(cells) - 1, -1, -1):
                if cells[place] == row:
                    end = place + 1 if row.endswith("合计") else place + 2
                    return cells[end] if end < len(cells) else None
        return None
    for index, cells in enumerate(rows):
        if column not in cells or not ("栏次" in cells or form == "T07"):
            continue
        place = cells.index(column) if form == "T07" else max(i for i, c in enumerate(cells) if c == column)
        for below in rows[index + 1:]:
            if form == "T07" or row in below[:place] and belongs(rows, index, below, place, row, form):
                return below[place]
        return None
    return None


def belongs(rows, index, below, place, row, form):
    """In a two-sided form the nearest column headed 行次 to the left of the figure decides."""
    if form not in ("T01", "T04"):
        return True
    headed = [c for c in range(place) if any(c < len(above) and above[c] == "行次" for above in rows[:index])]
    return bool(headed) and below[headed[-1]] == row


def form_tables(tables, expected_forms):
    """The forms in the paper's order: the first tables of the file that have a 栏次 row or T06's headings."""
    found = [t for t in tables if any("栏次" in r or "科目编码" in r for r in t) or any(r[:2] == ["1", "2"] for r in t)]
    return dict(zip(expected_forms, found))


def main(example, build):
    read = lambda name: list(csv.DictReader(open(Path(example) / "expected" / name, encoding="utf-8-sig")))
    expected = read("tables.csv")
    listed = {(r["place"], r["row"], r["column"]) for r in read("differences.csv")}
    forms = sorted({r["form"] for r in expected})
    bad = 0
    for pattern, reader in (("*决算.docx", rows_of_docx), ("*决算.xlsx", rows_of_xlsx)):
        path = next(Path(build).glob(pattern))
        tables = form_tables(list(reader(path)), forms)
        printed = equal = errors = different = 0
        for r in expected:
            where = (r["form"], r["row"], r["column"])
            text = find(tables.get(r["form"], []), *where)
            ours, theirs = (None if text is None else number(text)), number(r["printed"])
            if r["printed"]:
                printed += 1
            if where in listed:
                errors += 1
                if ours == theirs:
                    different += 1
                    print("listed but equal:", *where)
            elif ours != theirs:
                different += 1
                print("different:", *where, "paper", r["printed"], "ours", text)
            elif r["printed"]:
                equal += 1
        print(f"{path.suffix[1:]}: {printed} amounts printed, {equal} equal, {errors} listed, {different} different")
        bad += different
    return 1 if bad else 0


sys.exit(main(*sys.argv[1:]))
