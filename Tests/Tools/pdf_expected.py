"""Writes what pdfplumber finds in the cells of the published papers: one line a cell that holds a number or nothing.

usage: pdf_expected.py PAPER.pdf > PAPER.csv
pdfplumber (with pdfminer.six below it) shares no code with PDFium nor with our reader. Cells with words are left out:
the papers' sentences are not ours to copy. Columns: page, x and y of the cell's middle in points from the page's top
left, and the number as printed, empty where the cell is.
"""
import csv
import re
import sys

import pdfplumber

NUMBER = re.compile(r"-?[\d,]*\d(\.\d+)?%?")


def inside(box):
    x0, y0, x1, y1 = box
    return lambda o: o["object_type"] != "char" or (
        x0 <= (o["x0"] + o["x1"]) / 2 < x1 and y0 <= (o["top"] + o["bottom"]) / 2 < y1)


def is_seen(o):
    """Whether it shows on paper: rectangles filled white do not."""
    color = o.get("non_stroking_color")
    color = color if isinstance(color, (tuple, list)) and color else (color or 0,)
    return o["object_type"] != "rect" or o.get("stroke") or any(part < 0.98 for part in color)


def main(path):
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(["page", "x", "y", "number"])
    for number, page in enumerate(pdfplumber.open(path).pages, 1):
        page = page.filter(is_seen)
        for table in page.find_tables({"snap_tolerance": 2, "join_tolerance": 3}):
            for box in table.cells:
                characters = page.filter(inside(box)).dedupe_chars()
                text = re.sub(r"\s+", "", characters.extract_text() or "")
                if not text or NUMBER.fullmatch(text):
                    out.writerow([number, round((box[0] + box[2]) / 2), round((box[1] + box[3]) / 2), text])


main(sys.argv[1])
