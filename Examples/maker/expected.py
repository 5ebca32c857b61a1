#!/usr/bin/env python3
"""由种子的表格 JSON 写 expected/tables.csv（只在换种子时用；账套的制作与核对都不需要种子）。

    python3 Examples/maker/expected.py SEEDS/tables
"""
import csv, json, os, sys

HERE = os.path.dirname(os.path.abspath(__file__))
COLS = {"T02": ["本年收入合计", "财政拨款收入", "上级补助收入", "事业收入", "经营收入", "附属单位上缴收入", "其他收入"],
        "T03": ["本年支出合计", "基本支出", "项目支出", "上缴上级支出", "经营支出", "对附属单位补助支出"],
        "T04": ["", "合计", "一般公共预算财政拨款", "政府性基金预算财政拨款", "国有资本经营预算财政拨款"],
        "T05": ["小计", "基本支出", "项目支出"],
        "T08": ["年初结转和结余", "本年收入", "本年支出 小计", "基本支出", "项目支出", "年末结转和结余"],
        "T09": ["合计", "基本支出", "项目支出"]}


def put(out, form, row, col, v):
    out.append((form, row, str(col), (v or "").replace(",", "")))


def hengyang(d):
    out = []
    for t in d["tables"][:9]:
        f = "T" + t["id"][-2:]
        for r in t["rows"]:
            if f in ("T01", "T04"):
                for side in ("left", "right"):
                    s = r.get(side)
                    if s and s["item"]:
                        for c, v in s["cells"].items(): put(out, f, s["row_no"], c, v)
            elif f == "T06":
                put(out, f, r["code"] or r["name"], "决算数", r["cells"]["决算数"])
            elif f == "T07":
                for c, v in r["cells"].items(): put(out, f, "1", c, v)
            else:
                for c, v in r["cells"].items(): put(out, f, r["code"] or "合计", c, v)
    return out


def shifeng(d):
    out = []
    for t in d["tables"][:9]:
        f = t["id"]
        for r in t["rows"]:
            if f == "T01":
                if r["income_item"]: put(out, f, r["income_no"], 1, r["income_amount"])
                if r["expense_item"]: put(out, f, r["expense_no"], 2, r["expense_amount"])
            elif f == "T04":
                if r["income_item"]: put(out, f, r["income_no"], 1, r["income_amount"])
                if r["expense_item"]:
                    for i, c in enumerate(COLS[f][1:], 2): put(out, f, r["expense_no"], i, r["cells"][c])
            elif f == "T06": put(out, f, r["code"], "决算数", r["amount"])
            elif f == "T07":
                b = list(r["预算数"].values()) + list(r["决算数"].values())
                for i, v in enumerate(b, 1): put(out, f, "1", i, v)
            else:
                for i, c in enumerate(COLS[f], 1): put(out, f, r.get("code") or "合计", i, r["cells"][c])
    return out


if __name__ == "__main__":
    for f, folder, fn in (("000", "hengyang-2021", hengyang), ("004", "shifeng-2020", shifeng)):
        rows = fn(json.load(open(os.path.join(sys.argv[1], f + ".json"), encoding="utf-8")))
        p = os.path.join(HERE, "..", folder, "expected"); os.makedirs(p, exist_ok=True)
        with open(os.path.join(p, "tables.csv"), "w", encoding="utf-8", newline="") as fh:
            w = csv.writer(fh, lineterminator="\n"); w.writerow(["form", "row", "column", "printed"]); w.writerows(rows)
        print(folder, len(rows), sum(1 for r in rows if r[3] and r[0] <= "T07"))
