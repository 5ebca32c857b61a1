#!/usr/bin/env python3
"""The tables of PDFs by pdfplumber: what `mingzhang check` is compared with.

    peer_pdf.py FILE...

Every table of every page, by the ruling lines as pdfplumber finds them by default, and the text of the page: both are what
a check needs. Nothing is recognised, no sentence is read and nothing is checked.
"""

import sys

import pdfplumber


def main():
    pages = tables = cells = 0
    for path in sys.argv[1:]:
        with pdfplumber.open(path) as document:
            for page in document.pages:
                pages += 1
                for table in page.extract_tables():
                    tables += 1
                    cells += sum(len(row) for row in table)
                page.extract_text()
                page.close()
    print(f"{pages} pages, {tables} tables, {cells} cells")


if __name__ == "__main__":
    main()
