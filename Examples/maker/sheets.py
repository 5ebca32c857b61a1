"""绩效账套的制作脚本共用：写 CSV、金额（整数分）、各表的栏。只用标准库。"""
import csv, os

ROOT = os.path.normpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
GP, OT = "一般公共预算财政拨款", "其他收入"
JB, XM = "基本支出", "项目支出"
NOW, OLD = "当年安排", "上年结转"
def yuan(f):
    s = "-" if f < 0 else ""; f = abs(f); return f"{s}{f//100}.{f%100:02d}"
def fen(w):  # 万元 text -> fen
    from decimal import Decimal
    return int(Decimal(str(w)) * 1000000)
def w(book, sheet, cols, rows):
    d = os.path.join(ROOT, book); os.makedirs(d, exist_ok=True)
    cols = cols.split(",") if isinstance(cols, str) else cols
    with open(os.path.join(d, sheet + ".csv"), "w", encoding="utf-8", newline="") as fh:
        o = csv.writer(fh, lineterminator="\n"); o.writerow(cols)
        for r in rows:
            if isinstance(r, dict): r = [r.get(c, "") for c in cols]
            assert len(r) == len(cols), (sheet, cols, r)
            o.writerow(r)
SPEND = "单位,日期,凭证号,分录号,功能科目,经济科目,资金性质,资金来源,支出性质,项目,金额,摘要"
BUD = "单位,阶段,功能科目,经济科目,资金性质,资金来源,支出性质,项目,金额"
def spend_rows(unit, items):  # (func, econ, fund, source, nature, project, fen)
    return [[unit, "", "", "", f, e, fu, s, n, p, yuan(a), "全年汇总"] for f, e, fu, s, n, p, a in items]
def income(unit, items):
    out = {}
    for f, e, fu, s, n, p, a in items:
        if s == NOW: out[(f, fu)] = out.get((f, fu), 0) + a
    return out
def full_budget(unit, items):
    out = {}
    for f, e, fu, s, n, p, a in items: out[(f, fu, s, n, p)] = out.get((f, fu, s, n, p), 0) + a
    return [[unit, "全年预算", f, "", fu, s, n, p, yuan(a)] for (f, fu, s, n, p), a in out.items()]
SUBJ = "单位,编号,名称,类别,项目,方案,主管部门,实施单位,预期目标,完成情况,主要问题,改进措施"
IND = "对象,一级指标,二级指标,指标名称,方向,指标值,计量单位,完成值,取自,分值,赋分方式,完成等级,得分,得分说明,偏差原因,改进措施"
CH, XY, MY, CB = "产出指标", "效益指标", "满意度指标", "成本指标"
SL, ZL, SX, CBZ = "数量指标", "质量指标", "时效指标", "成本指标"
JJ, SH, ST, KC, FW = "经济效益指标", "社会效益指标", "生态效益指标", "可持续影响指标", "服务对象满意度指标"
JJCB = "经济成本指标"
def settings(book, dept, year, region, extra=""):
    with open(os.path.join(ROOT, book, "账套.yaml"), "w", encoding="utf-8") as fh:
        fh.write(f'格式: 1\n部门: {dept}\n年度: {year}\n地区: "{region}"\n公开类型: 部门决算\n{extra}')
def ind(o, l1, l2, name, target, achieved, weight, **k):
    return dict(对象=o, 一级指标=l1, 二级指标=l2, 指标名称=name, 指标值=target, 完成值=achieved, 分值=weight, **k)
