#!/usr/bin/env python3
"""Check the code lists, lines and definitions of Standards/ and print what they hold.

    scripts/standards/check.py [STANDARDS]        default: the Standards folder of this checkout

For every list: years well formed, codes in order, no two rows of one code in one year, every parent there in each year
of its child, no name or alias of two codes. For the lines of 公开01/04 and 公开06: each code valid in each of its years.
For the pairs of economic codes: every code paired. Exit 1 if any check fails.
"""
import csv
import re
import sys
from collections import Counter, defaultdict
from pathlib import Path

YEARS = range(2018, 2028)
CONFIRMED = re.compile(r"[SGXTV]")
problems = []


def problem(file, text):
    problems.append(f"{file}: {text}")


def read(root, name):
    with open(root / name, encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        rows = list(reader)
    for number, row in enumerate(rows, start=2):
        if None in row or None in row.values():
            problem(name, f"line {number} has not as many cells as the header")
    return rows


def span(row):
    return int(row.get("起始年度") or 0), int(row.get("截止年度") or 9999)


def holds(row, year):
    first, last = span(row)
    return first <= year <= last


def folded(text):
    wide = "".join(chr(ord(c) - 0xFEE0) if "\uFF01" <= c <= "\uFF5E" else c for c in text)
    return re.sub(r"\s", "", wide).replace("“", '"').replace("”", '"')


def parent_of(row):
    if "上级编码" in row:
        return row["上级编码"]
    code = row["编码"]
    return code[:-2] if len(code) > 3 and code.isdigit() else ""


def check_codes(name, rows, by_prefix):
    by_code = defaultdict(list)
    for row in rows:
        code = row["编码"]
        by_code[code].append(row)
        if not re.fullmatch(r"[0-9A-Za-z]{1,8}", code):
            problem(name, f"{code} is no code")
        if span(row)[0] > span(row)[1]:
            problem(name, f"{code} ends before it begins")
        level = row.get("层级")
        if level in ("类", "款", "项") and len(code) != {"类": 3, "款": 5, "项": 7}[level]:
            problem(name, f"{code} has not the length of a {level}")
    for code, same in by_code.items():
        same.sort(key=span)
        for earlier, later in zip(same, same[1:]):
            if span(earlier)[1] >= span(later)[0]:
                problem(name, f"{code} stands twice in {span(later)[0]}")
    for row in rows:
        above = parent_of(row)
        gaps = [y for y in YEARS if above and holds(row, y) and not any(holds(p, y) for p in by_code.get(above, []))]
        if gaps:
            problem(name, f"{row['编码']} {row['名称']} has no parent {above} in {gaps}")
        after = row.get("接续")
        if after and not any(holds(r, span(row)[1] + 1) for r in by_code.get(after, [])):
            problem(name, f"{row['编码']} is followed by {after}, which does not hold in {span(row)[1] + 1}")
    if by_prefix:
        keys = [(row["编码"], span(row)[0]) for row in rows]
        if keys != sorted(keys):
            problem(name, "codes are not in order")
    return by_code


def check_names(name, rows):
    """Where names are not told apart by their parents, a name or alias belongs to one code only."""
    owner = {}
    for row in rows:
        for text in [row["名称"]] + re.split("[；;、]", row.get("又名", "")):
            if text and owner.setdefault(folded(text), row["编码"]) != row["编码"]:
                problem(name, f"“{text}” names both {owner[folded(text)]} and {row['编码']}")


def count(name, rows):
    sources = Counter("confirmed" if CONFIRMED.search(row.get("来源", "")) else "待核" for row in rows)
    levels = Counter(row["层级"] for row in rows) if rows and "层级" in rows[0] else {}
    parts = [f"{len(rows)} rows", f"{len({row['编码'] for row in rows})} codes"]
    parts += [f"{level} {n}" for level, n in levels.items()] + [f"{mark} {n}" for mark, n in sources.items()]
    print(f"{name}: " + ", ".join(parts))


def check_lines(root, region, lists):
    for file, code_list in (("class-lines.csv", "功能分类.csv"), ("economic-lines.csv", "经济分类.csv")):
        name = f"{region}/{file}"
        rows = read(root, name)
        for row in rows:
            for year in YEARS:
                if holds(row, year) and not any(holds(r, year) for r in lists[code_list].get(row["编码"], [])):
                    problem(name, f"{row['编码']} is no code in {year}")
        if "序" in rows[0] and [int(row["序"]) for row in rows] != list(range(1, len(rows) + 1)):
            problem(name, "numbers do not run from 1")
        blocks = Counter(row.get("区块", "") for row in rows)
        print(f"{name}: {len(rows)} rows" + "".join(f", block {b} {n}" for b, n in blocks.items() if b))


def check_pairs(root, lists):
    name = "cn/codes/经济分类对照.csv"
    rows = read(root, name)
    print(f"{name}: {len(rows)} rows, " + ", ".join(f"{k} {n}" for k, n in Counter(r["适用单位"] for r in rows).items()))
    for side, code_list in (("政府", "政府经济分类.csv"), ("部门", "经济分类.csv")):
        for row in rows:
            for year in YEARS:
                if holds(row, year) and not any(
                    holds(r, year) and r["名称"] == row[f"{side}名称"] for r in lists[code_list].get(row[f"{side}编码"], [])
                ):
                    problem(name, f"{row[f'{side}编码']} {row[f'{side}名称']} does not hold in {year}")
        bare = defaultdict(list)
        for code, versions in lists[code_list].items():
            for year in YEARS:
                if len(code) == 5 and any(holds(r, year) for r in versions) and not any(
                    holds(r, year) and r[f"{side}编码"] == code for r in rows
                ):
                    bare[code].append(year)
        for code, years in sorted(bare.items()):
            print(f"  no pair: {code} {lists[code_list][code][-1]['名称']} {years[0]}–{years[-1]}")


def check_definitions(root, functions):
    terms = read(root, "cn/definitions/terms.csv")
    items = read(root, "cn/definitions/functions.csv")
    for name, rows, key in (("terms.csv", terms, "术语"), ("functions.csv", items, "编码")):
        for value, times in Counter(row[key] for row in rows).items():
            if times > 1:
                problem(name, f"{value} stands {times} times")
        for row in rows:
            if row["状态"] not in ("已核", "待核") or (row["状态"] == "已核") != bool(CONFIRMED.search(row["来源"])):
                problem(name, f"{row[key]}: 状态 {row['状态']} does not go with 来源 {row['来源']}")
            if not row["释义"].endswith("。"):
                problem(name, f"{row[key]}: 释义 has no full stop")
        print(f"cn/definitions/{name}: {len(rows)} rows, " + ", ".join(
            f"{k} {n}" for k, n in Counter(row["状态"] for row in rows).items()))
    if [r["编码"] for r in items] != sorted(r["编码"] for r in items):
        problem("functions.csv", "codes are not in order")
    for row in items:
        if row["编码"] not in functions:
            problem("functions.csv", f"{row['编码']} is no code")


def main(root):
    lists = {}
    for name, by_prefix in (
        ("功能分类.csv", True), ("经济分类.csv", True), ("政府经济分类.csv", True), ("收入分类.csv", True),
        ("资金性质.csv", False), ("支出性质.csv", False), ("事项.csv", False), ("供应商规模.csv", False),
        ("经济分类组.csv", False),
    ):
        rows = read(root, f"cn/codes/{name}")
        lists[name] = check_codes(name, rows, by_prefix)
        if not by_prefix:
            check_names(name, rows)
        count(f"cn/codes/{name}", rows)
    check_pairs(root, lists)
    for region in ("cn", "cn-31"):
        check_lines(root, region, lists)
    check_definitions(root, lists["功能分类.csv"])
    for text in problems:
        print(f"problem: {text}")
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parents[2] / "Standards")
