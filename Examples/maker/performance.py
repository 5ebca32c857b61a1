#!/usr/bin/env python3
"""由种子的表格 JSON 写 Examples/*/expected/performance.csv：绩效各表印出的每一格，与账套不同的写出我们的数和理由。

    python3 Examples/maker/performance.py [SEEDS/tables]        # 缺省 ../shared/seeds/tables

我们的数由本脚本从账套的 CSV 独立算出（整数分、分数，只用标准库），不取程序的输出。
不同而没有登记理由的、登记了却没有不同的，都报错。长文字（目标、完成情况、职责、保障措施）不在内。
"""
import csv, json, os, re, sys, unicodedata
from decimal import Decimal, ROUND_HALF_UP
from fractions import Fraction
from performance_reasons import BOOKS, REASONS

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.normpath(os.path.join(HERE, ".."))
SEEDS = sys.argv[1] if len(sys.argv) > 1 else os.path.normpath(os.path.join(ROOT, "../../../shared/seeds/tables"))
FISCAL = ("一般公共预算财政拨款", "政府性基金预算财政拨款", "国有资本经营预算财政拨款")
PUBLIC = ("302", "309", "310")
INIT, FULL, DONE = "年初预算", "全年预算", "决算"
EMPTY = {("hengyang-2023", "自评-整体"): "无"}
MONEY = {"年初预算数": INIT, "全年预算数": FULL, "全年执行数": DONE}


def fen(s): return int(Decimal(s or "0") * 100)
def wan(f): return "" if f is None else str((Decimal(f) / 1000000).quantize(Decimal("0.01"), ROUND_HALF_UP))
def tidy(x): s = f"{x:f}"; return s.rstrip("0").rstrip(".") if "." in s else s
def half(x, places):  # 分数 → 四舍五入
    q = Fraction(10) ** places
    return Decimal(int(x * q + Fraction(1, 2))) / (10 ** places)


# ---------------------------------------------------------------- 账套
class Book:
    def __init__(self, name):
        self.name, self.dir = name, os.path.join(ROOT, name)
        self.spend, self.budget = self.sheet("支出"), self.sheet("预算")
        self.units, self.projects, self.last = self.sheet("单位"), self.sheet("项目"), self.sheet("上年数")
        self.subjects = {r["编号"]: r for r in self.sheet("绩效对象")}
        self.indicators, self.tasks = self.sheet("绩效指标"), self.sheet("绩效任务")
        with open(os.path.join(self.dir, "账套.yaml"), encoding="utf-8") as fh:
            self.dept = re.search("部门: (.*)", fh.read())[1].strip()

    def sheet(self, name):
        p = os.path.join(self.dir, name + ".csv")
        if not os.path.exists(p): return []
        with open(p, encoding="utf-8") as fh: return list(csv.DictReader(fh))

    def lines(self, phase):
        return self.spend if phase == DONE else [r for r in self.budget if r["阶段"] == phase]

    def sum(self, phase, test):
        rows = self.lines(phase)
        return sum(fen(r["金额"]) for r in rows if test(r)) if rows else None

    def own(self, code):
        """对象的资金是哪些行"""
        s = self.subjects[code]
        root = self.units[0]["名称"]
        unit = s["单位"] or root
        inside = lambda r: unit == root or r["单位"] == unit
        if s["类别"] == "部门整体": return inside
        names = set(filter(None, s["项目"].split("、"))) or {p["项目名称"] for p in self.projects if p["项目名称"] == s["名称"]}
        if names: return lambda r: inside(r) and r["项目"] in names
        return lambda r: inside(r) and r["支出性质"] == "项目支出"

    def funds(self, code):
        own = self.own(code)
        rows = {"年度资金总额": lambda r: True, "当年财政拨款": lambda r: r["资金性质"] in FISCAL and r["资金来源"] != "上年结转",
                "上年结转资金": lambda r: r["资金来源"] == "上年结转", "其他资金": lambda r: r["资金性质"] not in FISCAL and r["资金来源"] != "上年结转"}
        return {k: {c: self.sum(p, lambda r: own(r) and t(r)) for c, p in MONEY.items()} for k, t in rows.items()}

    def natures(self, code, phase):
        own = self.own(code)
        N = {"一般公共预算": lambda r: r["资金性质"] == FISCAL[0], "政府性基金": lambda r: r["资金性质"] == FISCAL[1],
             "专户管理": lambda r: r["资金性质"] == "财政专户管理资金", "其他资金": lambda r: r["资金性质"] not in FISCAL + ("财政专户管理资金",),
             "基本支出": lambda r: r["支出性质"] == "基本支出", "项目支出": lambda r: r["支出性质"] == "项目支出", "资金总额": lambda r: True}
        return {k: self.sum(phase, lambda r: own(r) and t(r)) for k, t in N.items()}

    # -------- 评分
    def values(self, r):
        if not r.get("取自"): return r
        hit = [x for x in self.indicators if x["对象"] == r["取自"] and x["指标名称"] == r["指标名称"]]
        assert len(hit) == 1 and not hit[0]["取自"] and not r["指标值"] and not r["完成值"], r
        return hit[0]

    def score(self, r):
        w = Fraction(r["分值"])
        if r["得分"]: return half(Fraction(r["得分"]), 2)
        v = self.values(r)
        t, a = number(v["指标值"]), number(v["完成值"])
        if v["方向"] == "定性" or t is None: return half(w, 2)
        op = v["方向"] or {">": ">", "≥": "≥"}.get(v["指标值"][0], "≥")
        if a is None: return half(w, 2)  # 完成
        ok = {"≥": a >= t, ">": a > t, "≤": a <= t, "<": a < t, "=": a == t}[op]
        return half(w if ok else w * a / t, 2)

    def card(self, code):
        f = self.funds(code)["年度资金总额"]
        base = f["全年预算数"] if f["全年预算数"] else f["年初预算数"]
        rate = Fraction(f["全年执行数"] or 0, base)
        own = [r for r in self.indicators if r["对象"] == code]
        points = half(min(rate, Fraction(1)) * 10, 2)
        total = points + sum(self.score(r) for r in own)
        grade = "优" if total >= 90 else "良" if total >= 80 else "中" if total >= 60 else "差"
        return dict(率=f"{half(rate * 100, 2)}%", 得分=points, 总分=total, 分值=10 + sum(Decimal(r["分值"]) for r in own), 等级=grade)


def number(s):
    m = re.match(r"[≥≤><=]*(?:达到)?(-?\d+(?:\.\d+)?)(万?)", s)
    return Fraction(m[1]) * (10000 if m[2] else 1) if m else None


# ---------------------------------------------------------------- 比较
def fold(s):
    s = unicodedata.normalize("NFKC", s or "").replace("\\geq", "≥").replace("\\leq", "≤").replace(">=", "≥")
    return re.sub(r"[\s。]", "", s)


def plain(s):  # 指标名称：去掉序号和“(≥,件)”
    s = re.sub(r"^指标\d+\.", "", fold(s))
    s = re.sub(r"^(质量|时效|成本)指标(?=.)", "", s)
    return re.sub(r"\((?:[≥≤>]?,?(?:件|次|人|起|%))\)$", "", s)


def level(s): return re.sub(r"\(.*?分\)", "", fold(s))


def same(printed, ours, block, column):
    if column == "三级指标": return plain(printed) == plain(ours)
    if column in ("一级指标", "二级指标"): return level(printed).replace("社会公众或", "") == level(ours).replace("社会公众或", "")
    p, o = fold(printed).replace("万元", ""), fold(ours)
    if p == o: return True
    try: x, y = (Decimal(re.sub("[,%]", "", v) or "0") for v in (p, o))
    except ArithmeticError: return False
    blank = not p or not o
    return x == y and (not blank or block in ("资金", "性质", "基础", "任务"))


class Sheet:
    """一个账套的全部格"""
    def __init__(self, book):
        self.book, self.rows, self.used, self.bad = book, [], set(), 0

    def put(self, form, block, row, column, printed, ours):
        printed, ours = printed or "", "" if ours is None else str(ours)
        if same(printed, ours, block, column):
            self.rows.append((form, block, row, column, printed, "", "")); return
        why = next((i for i, k in enumerate(REASONS[self.book.name]) if all(a in ("*", b) or a[:1] == "~" and b in a[1:].split("|") for a, b in zip(k[:4], (form, block, row, column)))), None)
        if why is None:
            self.bad += 1; print("没有登记:", self.book.name, (form, block, row, column), repr(printed), "→", repr(ours)); return
        self.used.add(why)
        self.rows.append((form, block, row, column, printed, ours, REASONS[self.book.name][why][4]))

    def finish(self):
        for i, k in enumerate(REASONS[self.book.name]):
            if i not in self.used: self.bad += 1; print("登记了却没有不同:", self.book.name, k)
        d = os.path.join(self.book.dir, "expected"); os.makedirs(d, exist_ok=True)
        with open(os.path.join(d, "performance.csv"), "w", encoding="utf-8", newline="") as fh:
            o = csv.writer(fh, lineterminator="\n"); o.writerow("form block row column printed ours reason".split()); o.writerows(self.rows)
        print(self.book.name)
        forms = {}
        for r in self.rows:
            c = forms.setdefault(r[0], [0, 0, 0]); c[0] += 1; c[1] += bool(r[4]); c[2] += bool(r[6])
        for f, (n, k, x) in forms.items(): print(f"  | {f} | {n} | {k} | {x} |")
        print(f"  | 合计 | {len(self.rows)} | {sum(c[1] for c in forms.values())} | {sum(c[2] for c in forms.values())} |")


# ---------------------------------------------------------------- 各块
def cells(r):
    """两种 JSON 的指标行 → 同一种"""
    if "level1" in r:
        raw = lambda v: v["raw"] if v else None
        return dict(一级指标=r["level1"], 二级指标=r["level2"], 三级指标=r.get("name_printed", r["name"]), 年度指标值=raw(r["target"]), 实际完成值=raw(r["actual"]),
                    分值=r["weight"], 得分=r["score"], 偏差原因=r["reason"])
    return {k: r[k] for k in ("一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因")}


def indicators(out, form, code, printed, columns=None):
    b = out.book
    own = [r for r in b.indicators if r["对象"] == code]
    named = [r for r in printed if cells(r)["三级指标"]]
    assert len(named) == len(own), (form, len(named), len(own))
    queue = iter(own)
    for r in map(cells, printed):
        if not r["三级指标"]:
            word = EMPTY.get((b.name, form), "")  # 这种表没有指标的二级指标写“无”
            for c, v in r.items(): out.put(form, "指标", r["二级指标"], c, v, v if c in ("一级指标", "二级指标") else word if c in ("年度指标值", "实际完成值") else "")
            continue
        i = next(queue); v = b.values(i)
        zero = number(v["指标值"]) == 0 and columns is None  # 指标值为零：注明直接赋分
        why = "；".join(filter(None, ("直接赋分" if zero else "", i.get("偏差原因", ""), i.get("改进措施", ""))))
        ours = dict(一级指标=i["一级指标"], 二级指标=i["二级指标"], 三级指标=i["指标名称"], 年度指标值=v["指标值"], 实际完成值=v.get("完成值", ""), 分值=i["分值"],
                    得分=tidy(b.score(i)) if i["分值"] else "", 偏差原因=why)
        for c in columns or r: out.put(form, "指标", i["指标名称"], c, r[c], ours[c])


def funds(out, form, code, rows):
    b, card = out.book, out.book.card(code)
    f = b.funds(code)
    for label, c in rows:
        row = next(k for w, k in (("总额", "年度资金总额"), ("合计", "年度资金总额"), ("财政拨款", "当年财政拨款"), ("结转", "上年结转资金"), ("资金", "其他资金")) if w in label)
        total = row == "年度资金总额"
        ours = {k: wan(v) for k, v in f[row].items()} | {"分值": "10" if total else "", "执行率": card["率"] if total else "", "得分": tidy(card["得分"]) if total else ""}
        for k, v in c.items(): out.put(form, "资金", row, k, v, ours[k])


def total(out, form, code, t):
    c = out.book.card(code)
    for k in ("分值", "得分", "等级"):
        if k in t and not (t[k] is None and t.get("note")): out.put(form, "合计", "总分", k, t[k], tidy(c[k if k != "得分" else "总分"]) if k != "等级" else c["等级"])


def natures(out, form, code, pairs, phases):
    for label, v in pairs:
        name = next(k for k in ("一般公共预算", "公共财政拨款", "政府性基金", "非税", "其他资金", "基本支出", "项目支出", "资金总额") if k in label)
        key = {"公共财政拨款": "一般公共预算", "非税": "专户管理"}.get(name, name)
        phase = phases[1] if key in ("基本支出", "项目支出") else phases[0]
        out.put(form, "性质", key, "金额", v, wan(out.book.natures(code, phase)[key]))


BASE = {  # 行 → (经济科目, …)；三公另算
    "办公经费": ("30201",), "水费、电费、差旅费": ("30205", "30206", "30211"), "会议费、培训费": ("30215", "30216")}
THREE = {"公车购置": ("31013", "公务用车购置费"), "公交车购置": ("31013", "公务用车购置费"), "公车运行维护": ("30231", "公务用车运行维护费"), "公交车运行维护": ("30231", "公务用车运行维护费"),
         "出国经费": ("30212", "因公出国（境）费"), "公务接待": ("30217", "公务接待费")}


def base(out, form, unit, staff, rows):
    b = out.book
    u = next(x for x in b.units if x["编码"] == unit)
    name, single = u["名称"], len(b.units) == 1
    rate = half(Fraction(int(u["在职人数"]) * 100, int(u["编制人数"])), 2)
    for (k, v), o in zip(staff, (u["编制人数"], u["在职人数"], f"{rate}%")): out.put(form, "人员", "", k, v, o)
    mine = lambda r: r["单位"] == name
    prior = [r for r in b.last if r["单位"] == ("" if single else name)]

    def three(codes_names, column):
        codes, names = [c for c, _ in codes_names], [n for _, n in codes_names]
        if column == 0: return sum(fen(r["数值"]) for r in prior if r["指标"] == "三公经费" and r["事项"] in names)
        if column == 1: return sum(fen(r["全年预算"]) for r in b.sheet("三公") if mine(r) and r["事项"] in names)
        return b.sum(DONE, lambda r: mine(r) and r["经济科目"] in codes and r["资金性质"] in FISCAL)

    def money(column, test, **last):
        if column == 0:
            hit = [r for r in prior if r["指标"] == "本年支出" and all(r.get(k, "") == last.get(k, "") for k in ("支出性质", "经济科目", "项目", "功能科目"))]
            return sum(fen(r["数值"]) for r in hit) if hit else None
        return b.sum((INIT, DONE)[column - 1], lambda r: mine(r) and test(r))

    def row(label, column):
        basic = lambda r: r["支出性质"] == "基本支出"
        if "政府采购" in label:
            if column == 0: return next((fen(r["数值"]) for r in prior if r["指标"] == "采购支出"), None)
            if column == 1: return next((fen(r["数值"]) for r in b.sheet("其他数") if r["指标"] == "采购支出" and (single or r["单位"] == name)), None)
            return sum(fen(r["金额"]) for r in b.sheet("采购") if mine(r))
        if "三公" in label: return three(list(set(THREE.values())), column)
        if "公务用车购置和维护" in label: return three([THREE["公车购置"], THREE["公车运行维护"]], column)
        for k, v in THREE.items():
            if label.endswith(k): return three([v], column)
        for k, v in BASE.items():
            if k in label: return sum(filter(None, (money(column, lambda r, e=e: basic(r) and r["经济科目"] == e, 支出性质="基本支出", 经济科目=e) for e in v)))
        if "公用经费" in label: return money(column, lambda r: basic(r) and r["经济科目"][:3] in PUBLIC, 支出性质="基本支出", 经济科目="公用经费")
        if "基本支出" in label: return money(column, basic, 支出性质="基本支出")
        if "项目支出" in label: return money(column, lambda r: r["支出性质"] == "项目支出", 支出性质="项目支出")
        kind = next((v for k, v in {"业务工作": "业务工作", "运行维护": "运行维护", "本级专项": "本级专项"}.items() if re.match(r"\d、" + k, label)), None)
        names = [p["项目名称"] for p in b.projects if p["单位"] == name and (p["类别"] == kind if kind else p["项目名称"] == label)]
        if not names: return None
        if column == 0 and not any(r.get("项目") for r in prior): return None
        return sum(filter(None, (money(column, lambda r, n=n: r["支出性质"] == "项目支出" and r["项目"] == n, 支出性质="项目支出", 项目=n) for n in names)))

    for r in rows:
        for i, (c, v) in enumerate(r["cells"].items()): out.put(form, "基础", r["label"].rstrip("："), c, v, wan(row(r["label"], i)))


# ---------------------------------------------------------------- 各种子
def header(out, form, code, h):
    b, s = out.book, out.book.subjects[code]
    unit = s["单位"] or b.dept
    ours = {"项目支出名称": s["名称"], "专项名称": s["名称"], "支出方向名称(子项目)": s["名称"], "主管部门": s["主管部门"] or b.dept, "实施单位": s["实施单位"] or unit,
            "预算部门名称": b.dept, "部门名称": s["主管部门"] or b.dept, "项目总实施期": "全年"}
    if s["类别"] == "部门整体": ours["部门名称"] = unit
    if s["类别"] == "项目":
        f = b.funds(code)
        ours |= {"项目总投资(万元)": wan(f["年度资金总额"]["全年预算数"]), "其中: 财政拨款": wan(f["当年财政拨款"]["全年预算数"])}
    for k, v in h.items():
        if k != "附件": out.put(form, "字段", k, "内容", v, ours[k])


def modern(out, d):  # 001、002、004
    for t in d["tables"]:
        if t["title"].endswith("基础数据表"):
            form, unit = "基础数据", out.book.units[0]["编码"]
            a, m, hall, _ = t["sections"]
            base(out, form, unit, list(a["rows"][0]["cells"].items()), m["rows"])
            for c, v in hall["rows"][0]["cells"].items(): out.put(form, "基础", "楼堂馆所控制情况", c, v, "")
        if "indicators" not in t: continue
        whole = "整体" in t["title"]
        code = "整体" if whole else t["id"]
        form = "自评-整体" if whole else f"自评-项目:{code}"
        header(out, form, code, t["header"])
        funds(out, form, code, [(r["label"], r["cells"]) for r in t["funds"]["rows"]])
        natures(out, form, code, [(r["label"], r["cells"]["金额"]) for r in t.get("by_source", []) + t.get("by_nature", [])], (FULL, DONE))
        indicators(out, form, code, t["indicators"])
        for k, v in t.get("level1_points", {}).items():
            ours = sum(Decimal(r["分值"]) for r in out.book.indicators if r["对象"] == code and r["一级指标"] == k)
            out.put(form, "指标", k, "一级分值", v, tidy(ours))
        total(out, form, code, t["total"])


def s0(out, d):
    T = {t["id"]: t for t in d["tables"]}
    pct = lambda v: None if v is None else v + "%"
    for key, unit in (("司法局-基础数据表", "305001"), ("戒毒所-基础数据表", "305002")):
        t = T[key]; s = t["staffing"]
        staff = [("编制数", s["编制数"]), ("2021年实际在职人数", s["2021年实际在职人数"]), ("控制率", pct(s["控制率百分比"]))]
        base(out, f"基础数据:{unit}", unit, staff, t["rows"])
    t = T["司法局-整体支出自评表"]; f = t["fund"]; form = "自评-整体"
    header(out, form, "整体", {"部门名称": "衡阳市司法局"})
    card, fu = out.book.card("整体"), out.book.funds("整体")["年度资金总额"]
    for c, p, o in (("年度预算申请", f["资金总额_年度预算申请"], wan(fu["年初预算数"])), ("执行数", f["执行数"], wan(fu["全年执行数"])), ("资金执行率", pct(f["资金执行率百分比"]), card["率"]),
                    ("分值", f["分值"], "10"), ("得分", f["得分"], tidy(card["得分"]))): out.put(form, "资金", "资金总额", c, p, o)
    natures(out, form, "整体", list((f["按收入性质分"] | f["按支出性质分"]).items()), (INIT, DONE))
    indicators(out, form, "整体", t["rows"]); total(out, form, "整体", t["total"])
    t = T["司法局-项目支出自评表"]; form = "自评-项目:P1"
    header(out, form, "P1", {"项目支出名称": t["project"], "主管部门": t["主管部门"], "实施单位": t["实施单位"]})
    rows = []
    for r in t["fund_rows"]:
        v = r["cells"]; rows.append((r["label"], dict(zip(("年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"), v[:4] + [pct(v[4]), v[5]]))))
    part = {k: out.book.funds("P1")[k] for k in ("当年财政拨款", "上年结转资金", "其他资金")}
    funds(out, form, "P1", [(a, {k: v for k, v in c.items() if k != "执行率" or "总额" in a}) for a, c in rows])
    for a, c in rows:  # 这张表分行也印执行率
        key = next((k for k in part if k in a), None)
        if key:
            x = part[key]; o = f'{half(Fraction(x["全年执行数"] * 100, x["全年预算数"]), 2)}%' if x["全年预算数"] else ""
            out.put(form, "资金", key, "执行率", c["执行率"], o)
    indicators(out, form, "P1", t["rows"]); total(out, form, "P1", t["total"])
    for r in T["绩效说明-项目自评综述"]["rows"]:
        name = r["项目"]
        code = next((k for k, s in out.book.subjects.items() if s["名称"] == name), "P1")
        c, x = out.book.card(code), out.book.funds(code)["年度资金总额"]
        form = f"综述:{code}"
        for k, p, o in (("得分", r["得分"], tidy(c["总分"])), ("全年预算数", r["全年预算数"], wan(x["全年预算数"])), ("执行数", r["执行数"], wan(x["全年执行数"])),
                        ("完成率", pct(r["完成率百分比"]), c["率"])): out.put(form, "资金", name, k, p, o)


def s3(out, d):
    T = {t["id"]: t for t in d["tables"]}; form = "目标-整体"
    natures(out, form, "整体", [(r["label"], r["cells"]["金额"]) for r in T["T1"]["rows"]], (INIT, INIT))
    tasks = out.book.tasks
    tot = [sum(fen(t["财政拨款"]) for t in tasks), sum(fen(t["其他资金"]) for t in tasks)]
    for r in T["T2"]["rows"]:
        t = next((t for t in tasks if t["任务名称"] == r["label"]), None)
        a, o = (fen(t["财政拨款"]), fen(t["其他资金"])) if t else tot
        for c, v in r["cells"].items(): out.put(form, "任务", r["label"], c, v, {"主要内容": t["主要内容"] if t else "", "总额": wan(a + o), "财政拨款": wan(a), "其他资金": wan(o)}[c])
    indicators(out, form, "整体", T["T3"]["indicators"], ("一级指标", "二级指标", "三级指标", "年度指标值"))


bad = 0
for name, seed, reader in BOOKS:
    with open(os.path.join(SEEDS, seed + ".json"), encoding="utf-8") as fh: data = json.load(fh)
    sheet = Sheet(Book(name)); {"s0": s0, "modern": modern, "s3": s3}[reader](sheet, data); sheet.finish(); bad += sheet.bad
sys.exit(1 if bad else 0)
