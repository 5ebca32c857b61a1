#!/usr/bin/env python3
"""Make the five big code lists of Standards/cn/codes from the drafts the project began with.

    scripts/standards/make_codes.py DRAFTS OUT

DRAFTS holds codes-functional.csv, codes-economic.csv, codes-economic-map.csv and codes-income.csv (English headers);
OUT is Standards/cn/codes. It was run once. The lists in Standards/ are what holds from then on and are corrected by
hand, so a file that is already there is left alone; delete it first to make it anew. scripts/standards/check.py checks.
"""
import csv
import sys
from pathlib import Path

# Where a code ended and its work moved. From the drafts' notes and their list of changes between years.
MOVED = {
    "2010308": "20140",
    "2010704": "2010710", "2010705": "2010710", "2010706": "2010710", "2010707": "2010710", "2010708": "2010710",
    "21006": "21017", "2100601": "2101704", "2100699": "2101799",
    "21106": "2130238", "2110602": "2130238", "2110603": "2130238", "2110604": "2130238", "2110605": "2130238",
    "2110699": "2130238",
    "22202": "22201",
}

# The same, told by what the codes mean and not by any list: marked in 备注.
INFERRED = {
    "2040609": ("2040607", "接续据2040607的释义（S0：含仲裁）"),
    "2040611": ("2040607", "接续据2040607的释义（S0：含司法鉴定）"),
    "2080504": ("2080501", "接续据科目含义推定"),
}

# Sides of 公开06 where the draft says neither 人员经费 nor 公用经费.
SIDE_NOTES = {
    "307": ("公用经费", "公开06列入，通常为零"),
    "399": ("公用经费", "公开06列入，通常为零"),
    "309": ("", "基本建设资金，只用于项目支出，不进公开06"),
    "311": ("", "基本建设资金，只用于项目支出，不进公开06"),
    "312": ("公用经费", "基本支出中少见，发生时计入公用经费合计"),
    "313": ("公用经费", "基本支出中少见，发生时计入公用经费合计"),
}

# Government codes that took the place of 50801 and 50802 and have no pair in the draft.
ADDED_PAIRS = [
    ("50803", "31201"), ("50804", "31101"), ("50805", "31203"), ("50899", "31199"), ("50899", "31206"),
]

ECONOMIC_MOVED = {
    "50801": ("", "接续按用途分为50803、50805"),
    "50802": ("", "接续按用途分为50804、50899"),
    "39906": ("", "接续分为39909、39910"),
    "59906": ("", "接续分为59909、59910"),
}


def read(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def write(path, header, rows):
    if path.exists():
        print(f"{path.name}: already there, left alone")
        return
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)
    print(f"{path.name}: {len(rows)} rows")


def years(row):
    return int(row["year_from"]), int(row["year_to"] or 9999)


def joined(*notes):
    return "；".join(note for note in notes if note)


def in_order(rows):
    return sorted(rows, key=lambda row: (row["code"], years(row)))


def last_rows(rows):
    """The latest row of each code: only that one can have ended for good."""
    return {row["code"]: row for row in in_order(rows)}


def same_name_successors(rows):
    """Codes that ended while another code of the same name and the same kind of parent began the year after.

    Within one 款 that is the move of “其他…支出” from 01 to 99; a name that occurs nowhere else may cross a 款.
    """
    last = last_rows(rows)
    result = {}
    for row in last.values():
        if not row["year_to"] or len(row["code"]) != 7:
            continue
        after = int(row["year_to"]) + 1
        born = [r for r in rows if r["name"] == row["name"] and years(r)[0] == after and r["code"] != row["code"]]
        near = [r for r in born if r["code"][:5] == row["code"][:5]]
        wide = [r for r in born if r["code"][:3] == row["code"][:3]]
        if len(near) == 1:
            result[row["code"]] = (near[0]["code"], "")
        elif len(wide) == 1:
            result[row["code"]] = (wide[0]["code"], "接续据同名推定")
    return result


def functional(drafts):
    rows = in_order(read(drafts / "codes-functional.csv"))
    last = last_rows(rows)
    found = same_name_successors(rows)
    for row in rows:
        code, note, successor = row["code"], row["note"], ""
        if last[code] is row and row["year_to"]:
            successor, why = (MOVED[code], "") if code in MOVED else INFERRED.get(code) or found.get(code) or ("", "")
            note = joined(note, why)
        fund = row["fund"]
        if code == "223":
            fund, note = "国有资本经营", joined(note, "资金按其下各款补记")
        yield [
            code, row["name"], row["level"], fund, row["year_from"], row["year_to"], row["source"], note, successor,
        ]


def economic_rows(rows, kind):
    for row in in_order(r for r in rows if r["kind"] == kind):
        note, moved = ECONOMIC_MOVED.get(row["code"], ("", ""))
        fields = [row["code"], row["name"], row["level"]]
        if kind == "部门":
            side, why = SIDE_NOTES.get(row["code"][:3], (row["basic_group"], ""))
            fields.append(side)
            note = joined(row["note"], why if row["level"] == "类" else "", moved)
        else:
            note = joined(row["note"], moved)
        yield fields + [row["year_from"], row["year_to"], row["source"], note, ""]


def pairs(drafts):
    rows = read(drafts / "codes-economic.csv")
    known = {}
    for row in rows:
        known.setdefault((row["kind"], row["code"]), []).append(row)
    drawn = read(drafts / "codes-economic-map.csv")
    for government, department in ADDED_PAIRS:
        drawn.append({
            "gov_code": government, "dep_code": department, "applies_to": "全部", "source": "K",
            "note": "按科目名称补记",
        })
    result = []
    for pair in drawn:
        government = known[("政府", pair["gov_code"])][0]
        department = known[("部门", pair["dep_code"])][0]
        first = max(years(government)[0], years(department)[0])
        last = min(years(government)[1], years(department)[1])
        note = pair["note"]
        if pair["gov_code"] == "50599":
            note = joined(note, "同一部门科目另对应509，以509为先")
        result.append([
            pair["gov_code"], government["name"], pair["dep_code"], department["name"], pair["applies_to"], first,
            "" if last == 9999 else last, pair["source"], note,
        ])
    return sorted(result, key=lambda row: (row[0], row[2], row[4]))


def main(drafts, out):
    head = ["编码", "名称", "层级"]
    tail = ["起始年度", "截止年度", "来源", "备注"]
    write(out / "功能分类.csv", head + ["资金"] + tail + ["接续"], list(functional(drafts)))
    economic = read(drafts / "codes-economic.csv")
    write(out / "经济分类.csv", head + ["归属"] + tail + ["接续"], list(economic_rows(economic, "部门")))
    write(out / "政府经济分类.csv", head + tail + ["接续"], list(economic_rows(economic, "政府")))
    write(
        out / "收入分类.csv", head + tail,
        [[r["code"], r["name"], r["level"], r["year_from"], r["year_to"], r["source"], r["note"]]
         for r in in_order(read(drafts / "codes-income.csv"))])
    write(out / "经济分类对照.csv", ["政府编码", "政府名称", "部门编码", "部门名称", "适用单位"] + tail, pairs(drafts))


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(Path(sys.argv[1]), Path(sys.argv[2]))
