#!/usr/bin/env python3
"""核对示例账套：只读账套的 CSV，用整数（分）和分数重算公开01–07 每一格与说明里的每个数。

    python3 Examples/maker/verify.py [账套目录 ...]      # 缺省：本目录旁的全部示例

不用浮点；每格由明细行的准确合计一次四舍五入（五入）到万元两位小数。退出码 0 = 全部相符（已登记的差异除外）。
"""
import csv, os, sys
from fractions import Fraction as F
from decimal import Decimal

FISCAL = ("一般公共预算财政拨款", "政府性基金预算财政拨款", "国有资本经营预算财政拨款")
ITEMS3 = {"因公出国（境）费": "30212", "公务用车购置费": "31013",
          "公务用车运行维护费": "30231", "公务接待费": "30217"}
VEHICLE = ("公务用车购置费", "公务用车运行维护费")
PERSON, PUBLIC = ("301", "303"), ("302", "307", "309", "310", "311", "312", "313", "399")
T01_FUND = {1: ("一般公共预算财政拨款",), 2: ("政府性基金预算财政拨款",), 3: ("国有资本经营预算财政拨款",),
            4: ("上级补助收入",), 5: ("事业收入", "财政专户管理资金"), 6: ("经营收入",),
            7: ("附属单位上缴收入",), 8: ("其他收入",)}
T02_FUND = {2: FISCAL, 3: T01_FUND[4], 4: T01_FUND[5], 5: T01_FUND[6], 6: T01_FUND[7], 7: T01_FUND[8]}
KINDS = {2: "基本支出", 3: "项目支出", 4: "上缴上级支出", 5: "经营支出", 6: "对附属单位补助支出"}
CLASS = ["201", "202", "203", "204", "205", "206", "207", "208", "210", "211", "212", "213", "214", "215",
         "216", "217", "219", "220", "221", "222", "223", "224", "229", "231", "232", "234"]


# ---------------------------------------------------------------- 一格 = 明细行的带符号合计
# term = (sign, sheet, {column: allowed}); allowed: 字符串 = 前缀（科目）或相等，元组 = 其一
def terms(form, row, col):
    def T(sheet, sign=1, **k):
        return (sign, sheet, k)

    def close(**k):
        return [T("年初", **k), T("收入", **k), T("支出", -1, **k)]

    fis, gp = dict(资金性质=FISCAL), dict(资金性质=FISCAL[:1])
    code = {} if row in ("合计", "1") else dict(功能科目=row)
    if form == "T01":
        r = int(row)
        if r in T01_FUND: return [T("收入", 资金性质=T01_FUND[r])]
        if r == 27: return [T("收入")]
        if r == 29: return [T("年初")]
        if r == 31: return [T("收入"), T("年初")]
        if 32 <= r <= 57: return [T("支出", 功能科目=CLASS[r - 32])]
        if r == 58: return [T("支出")]
        if r == 60: return close()
        if r == 62: return [T("支出")] + close()
        return []
    if form == "T02":
        return [T("收入", **code, **({} if col == "1" else dict(资金性质=T02_FUND[int(col)])))]
    if form == "T03":
        return [T("支出", **code, **({} if col == "1" else dict(支出性质=(KINDS[int(col)],))))]
    if form == "T04":
        r, c = int(row), int(col)
        if c == 1:
            if r <= 3: return [T("收入", 资金性质=FISCAL[r - 1:r])]
            if r == 27: return [T("收入", **fis)]
            if r == 28: return [T("年初", **fis)]
            if 29 <= r <= 31: return [T("年初", 资金性质=FISCAL[r - 29:r - 28])]
            if r == 32: return [T("收入", **fis), T("年初", **fis)]
            return []
        f = fis if c == 2 else dict(资金性质=FISCAL[c - 3:c - 2])
        if 33 <= r <= 58: return [T("支出", 功能科目=CLASS[r - 33], **f)]
        if r == 59: return [T("支出", **f)]
        if r == 60: return close(**f)
        if r == 64: return [T("支出", **f)] + close(**f)
        return []
    if form == "T05":
        return [T("支出", **gp, **code, **({} if col == "1" else dict(支出性质=(KINDS[int(col)],))))]
    if form == "T06":
        b = dict(支出性质=("基本支出",), **gp)
        if row == "人员经费合计": return [T("支出", 经济科目=c, **b) for c in PERSON]
        if row == "公用经费合计": return [T("支出", 经济科目=c, **b) for c in PUBLIC]
        return [T("支出", 经济科目=row, **b)]
    if form == "T07":
        pick = {1: list(ITEMS3), 2: ["因公出国（境）费"], 3: list(VEHICLE), 4: ["公务用车购置费"],
                5: ["公务用车运行维护费"], 6: ["公务接待费"]}
        c = int(col)
        if c <= 6: return [T("三公预算", 事项=(i,)) for i in pick[c]]
        return [T("支出", 经济科目=ITEMS3[i], **gp) for i in pick[c - 6]]
    return []


def match(rec, flt):
    for k, v in flt.items():
        x = rec.get(k, "")
        if isinstance(v, tuple):
            if x not in v: return False
        elif not x.startswith(v): return False
    return True


def coef(form, row, col, sheet, rec):
    return sum(s for s, sh, flt in terms(form, row, col) if sh == sheet and match(rec, flt))


# ---------------------------------------------------------------- 数
def fen(s):
    s = (s or "").strip()
    if not s: return 0
    d = Decimal(s) * 100
    if d != d.to_integral_value(): raise ValueError("不是整分: " + s)
    return int(d)


def half_up(x, places):
    """五入（对绝对值），返回 Decimal"""
    x = F(x); neg = x < 0
    n = (abs(x) * 10 ** places * 2 + 1) // 2
    return Decimal(-int(n) if neg else int(n)).scaleb(-places)


def wan(f):  # 分 → 万元两位
    return half_up(F(f, 10 ** 6), 2)


def read(path):
    if not os.path.exists(path): return []
    with open(path, encoding="utf-8", newline="") as fh:
        return list(csv.DictReader(fh))


class Book:
    def __init__(self, folder):
        self.folder = folder
        self.sheets = {s: read(os.path.join(folder, s + ".csv")) for s in
                       ("单位", "收入", "支出", "预算", "结转结余", "三公", "采购", "资产", "会议培训", "项目",
                        "上年数", "其他数", "原因", "文字", "附件", "不予公开")}
        S = self.sheets
        self.rec = {
            "收入": [(r, fen(r["金额"])) for r in S["收入"]],
            "支出": [(r, fen(r["金额"])) for r in S["支出"]],
            "年初": [(r, fen(r["年初余额"])) for r in S["结转结余"]],
            "三公预算": [(r, fen(r["全年预算"])) for r in S["三公"]],
        }

    def sum(self, sheet, **flt):
        return sum(a for r, a in self.rec[sheet] if match(r, flt))

    def cell(self, form, row, col):
        return sum(s * self.sum(sh, **flt) for s, sh, flt in terms(form, row, col))

    # -------- 说明里的数：subject = 指标[/维=值]…，role 与 base 见 README
    def value(self, subject, stage="决算"):
        ind, *dims = subject.split("/")
        d = dict(x.split("=", 1) for x in dims)
        stage = d.pop("阶段", stage)
        S = self.sheets
        k = dict(d)
        if k.get("资金性质") == "财政拨款": k["资金性质"] = FISCAL
        elif "资金性质" in k: k["资金性质"] = (k["资金性质"],)
        if "支出性质" in k: k["支出性质"] = (k["支出性质"],)
        if "项目" in k: k["项目"] = (k["项目"],)
        if stage == "上年" or ind == "其他数":
            rows = S["上年数"]
            own = ("功能科目", "经济科目", "支出性质") if ind == "三公经费" else ("资金性质", "功能科目", "经济科目", "支出性质")
            hit = [r for r in rows if r["指标"] == ind and not r["单位"] and not r.get("项目")
                   and all(r.get(x, "") == d.get(x, "") for x in own)]
            want = d.get("事项")
            if want == "公务用车购置及运行维护费": hit = [r for r in hit if r["事项"] in VEHICLE]
            elif want: hit = [r for r in hit if r["事项"] == want]
            elif any(not r.get("事项") for r in hit): hit = [r for r in hit if not r.get("事项")]
            if not hit: raise KeyError("上年数: " + subject)
            return sum(fen(r["数值"]) for r in hit)
        if stage == "年初预算":
            if ind == "本年支出":
                return sum(fen(r["金额"]) for r in S["预算"] if r["阶段"] == "年初预算" and match(r, k))
            return sum(fen(r["数值"]) for r in S["其他数"] if r["指标"] == ind and r["阶段"] == stage)
        if ind == "三公经费":
            u = {"单位": (d["单位"],)} if "单位" in d else {}
            pick = {None: list(ITEMS3), "公务用车购置及运行维护费": list(VEHICLE)}.get(d.get("事项"), [d.get("事项")])
            if stage == "全年预算": return sum(fen(r["全年预算"]) for r in S["三公"] if r["事项"] in pick and match(r, u))
            return sum(self.sum("支出", 经济科目=ITEMS3[i], 资金性质=FISCAL[:1], **u) for i in pick)
        if ind in ("团组数", "人次", "批次", "购置数", "保有量"):
            return sum(int(r[ind] or 0) for r in S["三公"] if r["事项"].startswith(d.get("事项", "")))
        if ind in ("收入总计", "支出总计"): return self.cell("T01", "31" if ind[0] == "收" else "62", "1")
        if ind in ("财政拨款收入总计", "财政拨款支出总计"):
            return self.cell("T04", "32", "1") if "收入" in ind else self.cell("T04", "64", "2")
        if ind == "本年收入": return self.sum("收入", **k)
        if ind == "本年支出": return self.sum("支出", **k)
        if ind in ("年初结转和结余", "年末结转和结余"):
            o = self.sum("年初", **k)
            return o if ind[1] == "初" else o + self.sum("收入", **k) - self.sum("支出", **k)
        if ind == "人员经费" and not d: return self.cell("T06", "人员经费合计", "")
        if ind in ("公用经费", "机关运行经费"):
            u = d.get("单位")
            return sum(self.sum("支出", 经济科目=c, 支出性质=("基本支出",), 资金性质=FISCAL[:1],
                                **({"单位": (u,)} if u else {})) for c in PUBLIC)
        if ind == "会议费": return self.sum("支出", 经济科目="30215")
        if ind == "培训费": return self.sum("支出", 经济科目="30216")
        if ind in ("会议人数", "培训人数"):
            return sum(int(r["人数"] or 0) for r in S["会议培训"] if r["类型"] == ind[:2])
        if ind == "政府采购":
            size = {"中小企业": ("中型", "小型", "微型"), "小微企业": ("小型", "微型"), None: None}[d.get("规模")]
            return sum(fen(r["金额"]) for r in S["采购"] if (not size or r["供应商规模"] in size)
                       and r["采购类别"].startswith(d.get("类别", ""))
                       and r["单位"].startswith(d.get("单位", "")))
        if ind == "资产":
            if d["类别"] == "车辆": return sum(int(r["数量"]) for r in S["资产"] if r["类别"].endswith("用车"))
            return sum(int(r["数量"]) for r in S["资产"] if r["类别"] == d["类别"])
        if ind in ("编制人数", "在职人数", "离休人数", "退休人数"):
            return sum(int(r[ind] or 0) for r in S["单位"])
        if ind == "实有人数": return sum(self.value(x) for x in ("在职人数", "离休人数", "退休人数"))
        if ind == "绩效自评项目数":
            return sum(int(F(r["数值"])) for r in S["其他数"] if r["指标"] == ind)
        raise KeyError(subject)

    def figure(self, r):
        """返回 Fraction（万元 / % / 个数）；无法计算（分母为零）返回 None"""
        s, role, base = r["subject"], r["role"], r["base"]
        v = self.value(s)
        money = r["unit"] == "万元"
        if role in ("金额", "数量"): return F(v, 10 ** 6) if money else F(v)
        if role == "占比":
            b = self.value(base); return F(v * 100, b) if b else None
        b = self.value(s, base)
        if role in ("增减额", "比预算增减额"): return F(abs(v - b), 10 ** 6)
        if role in ("增减率", "比预算增减率"): return F(abs(v - b) * 100, b) if b else None
        if role == "完成率": return F(v * 100, b) if b else None
        raise KeyError(role)


def places(printed):
    if not printed[:1].isdigit(): return 2
    return len(printed.split(".")[1]) if "." in printed else 0


def show(x, unit, printed):
    if x is None: return "无法计算"
    if unit == "万元": return str(half_up(x, 2))
    if unit == "%": return str(half_up(x, max(2, places(printed))))
    return str(int(x))


def agrees(x, unit, printed):
    if x is None: return printed == "无法计算"
    if printed == "未发生": return x == 0
    p = Decimal(printed)
    if unit == "万元": return half_up(x, 2) == p
    if unit == "%": return half_up(x, places(printed)) == p
    return Decimal(int(x)) == p


def verify(folder):
    b, bad = Book(folder), []
    name = os.path.basename(folder.rstrip("/"))
    diff = {(r["place"], r["row"], r["column"]): r for r in read(os.path.join(folder, "expected/differences.csv"))}
    used = set()
    total = blank = known = 0
    per = {}
    for r in read(os.path.join(folder, "expected/tables.csv")):
        key = (r["form"], r["row"], r["column"])
        ours = wan(b.cell(*key))
        if r["form"] <= "T07":
            if r["printed"]: total += 1; per[r["form"]] = per.get(r["form"], 0) + 1
            else: blank += 1
        if ours == Decimal(r["printed"] or "0"):
            if key in diff: bad.append(f"{key} 登记为差异，其实相符")
        elif key in diff and Decimal(diff[key]["ours"]) == ours: known += 1; used.add(key)
        else: bad.append(f"{key} 印 {r['printed'] or '空白'}，重算 {ours}")
    print(f"{name}: 公开01–07 非空金额 {total} 格 {per}，空白 {blank} 格；登记差异 {known} 格；"
          f"其余全部相符: {'否' if bad else '是'}")
    n = same = differ = text = 0
    for r in read(os.path.join(folder, "expected/prose.csv")) + read(os.path.join(folder, "expected/units.csv")):
        n += 1
        if not r["subject"]: text += 1; continue
        x = b.figure(r)
        s = show(x, r["unit"], r["printed"])
        if s != r["ours"]: bad.append(f"说明 {r['id']} ours={r['ours']}，重算 {s}")
        ok = agrees(x, r["unit"], r["printed"])
        if ok != (r["agrees"] == "是"): bad.append(f"说明 {r['id']} {r['subject']} 印 {r['printed']}，重算 {s}，agrees={r['agrees']}")
        same += ok; differ += not ok
        key = ("单位" if r["id"][0] == "U" else "说明", r["id"], "")
        if not ok:
            if key not in diff: bad.append(f"说明 {r['id']} 不符但未登记")
            used.add(key)
    print(f"  说明（及附件里各单位的）数字 {n} 个：相符 {same}，差异 {differ}，无账可算（只列出） {text}")
    # ---- 账套自身
    units = {u["名称"] for u in b.sheets["单位"]}
    seen = set()
    for sh in ("收入", "支出"):
        for r, a in b.rec[sh]:
            if r["单位"] not in units: bad.append(f"{sh}: 单位 {r['单位']}")
            if a < 0 and not r["凭证号"]: bad.append(f"{sh}: 无凭证号的负数 {r}")
            if a == 0: bad.append(f"{sh}: 零 {r}")
            if r["凭证号"]:
                k = (sh, r["单位"], r["凭证号"], r["分录号"])
                if k in seen: bad.append(f"{sh}: 凭证重号 {k}")
                seen.add(k)
            else:
                k = tuple(sorted(r.items()))
                if k in seen: bad.append(f"{sh}: 相同的无凭证行 {r}")
                seen.add(k)
    bal, leaf = {}, {}
    for sh, sg in (("年初", 1), ("收入", 1), ("支出", -1)):
        for r, a in b.rec[sh]:
            k = (r["单位"], r["资金性质"], r["功能科目"])
            bal[k] = bal.get(k, 0) + sg * a
            if sh == "支出":
                k = k + (r["支出性质"], r["经济科目"], r["资金来源"], r["项目"]); leaf[k] = leaf.get(k, 0) + a
    for k, v in list(bal.items()) + list(leaf.items()):
        if v < 0: bad.append(f"负数 {k} {v}")
    ctl = {}
    for r in b.sheets["结转结余"]:
        k = (r["单位"], r["资金性质"], r["功能科目"]); ctl[k] = ctl.get(k, 0) + fen(r["年末余额"])
    for k, v in bal.items():
        if v != ctl.get(k, 0): bad.append(f"年末余额 {k} 登记 {ctl.get(k, 0)}，算出 {v}")
    for k in diff:
        if k not in used: bad.append(f"差异 {k} 没有用到")
    print(f"  账套：收入 {len(b.rec['收入'])} 行，支出 {len(b.rec['支出'])} 行，共 "
          f"{sum(len(v) for v in b.sheets.values())} 行；单位 {len(units)} 个；差异登记 {len(diff)} 条")
    for x in bad: print("  ✗", x)
    return not bad


if __name__ == "__main__":
    here = os.path.dirname(os.path.abspath(__file__))
    folders = sys.argv[1:] or [os.path.join(here, "..", d) for d in ("hengyang-2021", "shifeng-2020")]
    sys.exit(0 if all([verify(os.path.normpath(f)) for f in folders]) else 1)
