"""把“印出来的万元”变成“到分的明细”：区间可行性，取有余量的内点，再取整到分。

变量 = 明细行（单位：0.01 万元 = 100 元 = 10000 分）。每个印出的格 p 给一条 p−0.5 ≤ 合计 < p+0.5（五入）。
第一步求最大的公共余量；第二步保留一半余量，离草稿数（加随机零头）最近；第三步取整到分，由 verify.py 用整数复核。
"""
import csv, os, random
import numpy as np
from scipy.optimize import linprog
from scipy.sparse import csr_matrix, hstack, vstack
import verify


class Solver:
    def __init__(self, folder, seed):
        self.folder, self.rng = folder, random.Random(seed)
        self.vars = []   # {rec, source, target, kind: 支出|结余}
        self.rows = []   # (coefs{var: c}, lo, hi, label) 单位 0.01 万元

    # 一个变量在各表里的影子：支出行带出同额的收入（当年安排）或年初（上年结转）
    def spend(self, unit, func, kind, econ, fund, target, source="当年安排", project="", **more):
        rec = dict(单位=unit, 功能科目=func, 经济科目=econ, 资金性质=fund, 资金来源=source, 支出性质=kind, 项目=project)
        shadow = [("支出", rec), ("收入" if source == "当年安排" else "年初", rec)]
        self.vars.append(dict(rec=rec, target=target * 100, shadow=shadow, kind="支出", **more))

    def keep(self, unit, func, kind, fund, target):  # 上年结转而年末仍在的
        rec = dict(单位=unit, 功能科目=func, 资金性质=fund, 支出性质=kind)
        self.vars.append(dict(rec=rec, target=target * 100, shadow=[("年初", rec)], kind="结余"))

    def constrain(self, terms, printed, label):
        co = {}
        for i, v in enumerate(self.vars):
            c = sum(s for s, sh, flt in terms for sheet, rec in v["shadow"] if sh == sheet and verify.match(rec, flt))
            if c: co[i] = c
        p = float(printed or 0) * 100
        if not co:
            if abs(p) > 1e-9: raise SystemExit(f"没有明细支撑 {label} {printed}")
            return
        self.rows.append((co, p - 0.5, p + 0.4999, label))

    def between(self, terms, lo, hi, label):
        self.constrain(terms, (lo + hi) / 2, label)
        co = self.rows.pop()[0]; self.rows.append((co, lo * 100, hi * 100, label))

    def cells(self, skip=()):
        for r in verify.read(os.path.join(self.folder, "expected/tables.csv")):
            k = (r["form"], r["row"], r["column"])
            if k in skip or r["form"] > "T07" or (r["form"] == "T07" and int(r["column"]) <= 6): continue
            self.constrain(verify.terms(*k), r["printed"], "/".join(k))

    def solve(self):
        uniq = {}
        for co, lo, hi, lab in self.rows: uniq.setdefault((tuple(sorted(co.items())), lo), (co, lo, hi, lab))
        rows = list(uniq.values()); n, m = len(self.vars), len(rows)
        A = csr_matrix(([c for co, *_ in rows for c in co.values()],
                        ([i for i, (co, *_) in enumerate(rows) for _ in co], [j for co, *_ in rows for j in co])), shape=(m, n))
        lo = np.array([r[1] for r in rows]); hi = np.array([r[2] for r in rows])
        # 1 最大余量 t
        one = csr_matrix(np.ones((m, 1)))
        r1 = linprog(np.r_[np.zeros(n), -1], A_ub=vstack([hstack([A, one]), hstack([-A, one])]), b_ub=np.r_[hi, -lo],
                     bounds=[(0.02, None)] * n + [(None, 0.5)], method="highs")
        if not r1.success or r1.x[-1] <= 0:
            t = r1.x[-1] if r1.success else None
            bad = [] if t is None else [(rows[i][3], float((A @ r1.x[:n])[i] - (lo[i] + .5))) for i in range(m)
                                        if (A @ r1.x[:n])[i] > hi[i] + 1e-9 or (A @ r1.x[:n])[i] < lo[i] - 1e-9]
            raise SystemExit(f"不可行 t={t} {bad[:20]}")
        t = r1.x[-1]
        # 2 离草稿最近（一范数），草稿带随机零头
        tgt = np.array([v["target"] + self.rng.uniform(-0.45, 0.45) if v["target"] else 0 for v in self.vars])
        w = 1 / np.maximum(tgt, 5) ** 0.5
        I = csr_matrix(np.eye(n)); Z = csr_matrix((m, n))
        s = min(t * 0.5, 0.2)
        r2 = linprog(np.r_[np.zeros(n), w],
                     A_ub=vstack([hstack([A, Z]), hstack([-A, Z]), hstack([I, -I]), hstack([-I, -I])]),
                     b_ub=np.r_[hi - s, -(lo + s), tgt, -tgt], bounds=[(0.02, None)] * n + [(0, None)] * n, method="highs")
        assert r2.success, r2.message
        x = r2.x[:n]
        fen = [int(round(v * 10000)) for v in x]
        drift = sorted(((abs(f / 10000 - v["target"]) / 100, v["rec"], f / 1e6, v["target"] / 100)
                        for f, v in zip(fen, self.vars)), key=lambda q: -q[0])
        print(f"变量 {n}，约束 {m}（去重后），最大余量 {t * 100:.2f} 元，采用 {s * 100:.2f} 元；偏离草稿最大的：")
        for d in drift[:6]: print("   %.2f 万元 %s %.4f 草稿 %.2f" % (d[0], "/".join(d[1].values()), d[2], d[3]))
        for f, v in zip(fen, self.vars): v["fen"] = f
        return self.vars


def yuan(f):
    return ("-" if f < 0 else "") + f"{abs(f) // 100}.{abs(f) % 100:02d}"


def write(folder, sheet, cols, rows):
    with open(os.path.join(folder, sheet + ".csv"), "w", encoding="utf-8", newline="") as fh:
        w = csv.writer(fh, lineterminator="\n"); w.writerow(cols)
        for r in rows: w.writerow([r.get(c, "") for c in cols] if isinstance(r, dict) else r)


class Vouchers:
    """把一行拆成几张凭证：整百元或整元的几笔，零头落在最后一笔。凭证号 = 月份-序号，按单位按月连续。"""

    def __init__(self, year, rng):
        self.year, self.rng, self.no = year, rng, {}

    def number(self, unit, month):
        k = (unit, month); self.no[k] = self.no.get(k, 0) + 1
        return f"记{month:02d}-{self.no[k] * 7 + (hash_of(unit) % 5):03d}"

    def split(self, unit, fen, months, whole):
        n = len(months)
        parts, left = [], fen
        for i in range(n - 1):
            p = int(left / (n - i) * self.rng.uniform(0.7, 1.3) // whole * whole)
            parts.append(p); left -= p
        parts.append(left)
        assert all(p > 0 for p in parts), (fen, months)
        return [(f"{self.year}-{m:02d}-{self.rng.randint(3, 28):02d}", self.number(unit, m), p) for m, p in zip(months, parts)]


def hash_of(s):
    return sum(map(ord, s))


def spend_rows(vars_, vouchers, plan):
    """plan(rec) → None（全年汇总，一行，无凭证）或 (月份列表, 取整分, 摘要列表)"""
    out = []
    for v in vars_:
        if v["kind"] != "支出": continue
        base = dict(v["rec"]); memo = v.get("memo", "")
        p = plan(v["rec"], v["fen"])
        if not p:
            out.append(dict(base, 金额=yuan(v["fen"]), 摘要=memo or "全年汇总")); continue
        months, whole, memos = p
        for i, (day, no, f) in enumerate(vouchers.split(base["单位"], v["fen"], months, whole)):
            out.append(dict(base, 日期=day, 凭证号=no, 分录号="1", 金额=yuan(f), 摘要=memos[i % len(memos)]))
    return out


def income_and_opening(vars_):
    inc, opn = {}, {}
    for v in vars_:
        r = v["rec"]
        if v["kind"] == "支出" and r["资金来源"] == "当年安排":
            k = (r["单位"], r["功能科目"], r["资金性质"]); inc[k] = inc.get(k, 0) + v["fen"]
        else:
            k = (r["单位"], r["功能科目"], r["资金性质"], r["支出性质"])
            o = opn.setdefault(k, [0, 0]); o[0] += v["fen"]; o[1] += v["fen"] if v["kind"] == "结余" else 0
    return inc, opn


def finish(folder, prose, cell_notes, units=()):
    """写 expected/prose.csv 的 ours、agrees 与 differences.csv"""
    b = verify.Book(folder); diffs = []
    rows, urows = [], []
    for r in list(prose) + list(units):
        r = dict(r); unit = r["id"][0] == "U"
        if r["subject"]:
            x = b.figure(r)
            r["ours"] = verify.show(x, r["unit"], r["printed"])
            r["agrees"] = "是" if verify.agrees(x, r["unit"], r["printed"]) else "否"
            if r["agrees"] == "否":
                if not r.get("note"): print("  ! 没有说明的差异:", r["id"], r["subject"], r["role"], r["printed"], "→", r["ours"])
                diffs.append(dict(place="单位" if unit else "说明", row=r["id"], column="", line=r["line"], what=f"{r['subject']} {r['role']}",
                                  printed=r["printed"], ours=r["ours"], reason=r.get("note", "")))
        else:
            r["ours"], r["agrees"] = "", ""
        (urows if unit else rows).append(r)
    cols = ["id", "line", "subject", "role", "base", "printed", "unit", "direction", "ours", "agrees", "note"]
    write(os.path.join(folder, "expected"), "prose", cols, rows)
    if urows: write(os.path.join(folder, "expected"), "units", cols, urows)
    cells = []
    for r in verify.read(os.path.join(folder, "expected/tables.csv")):
        k = (r["form"], r["row"], r["column"]); ours = verify.wan(b.cell(*k))
        if ours != verify.Decimal(r["printed"] or "0"):
            note = cell_notes.get(k) or cell_notes.get(k[0])
            if not note: print("  ! 表格差异:", k, r["printed"], ours)
            cells.append(dict(place=k[0], row=k[1], column=k[2], line="", what="", printed=r["printed"], ours=str(ours), reason=note or ""))
    write(os.path.join(folder, "expected"), "differences",
          ["place", "row", "column", "line", "what", "printed", "ours", "reason"], cells + diffs)
