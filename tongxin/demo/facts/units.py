"""The union of the seed and its units. The seed names the union, four departments and two colleges; the rest is invented."""

from __future__ import annotations

from dataclasses import dataclass

UNION_CODE = "aiit"
UNION_NAME = "安徽信息工程学院工会委员会"


@dataclass(frozen=True)
class UnitFact:
    """A unit: code, name, short name, kind, code of the unit above, share of the staff placed in it."""

    code: str
    name: str
    short: str
    kind: str
    above: str
    share: int
    seed: bool = False


UNITS: tuple[UnitFact, ...] = (
    UnitFact("tongshi", "通识教育与外国语学院分工会", "通识教育与外国语学院", "branch", UNION_CODE, 13, seed=True),
    UnitFact("dianqi", "电子与电气工程学院分工会", "电子与电气学院分工会", "branch", UNION_CODE, 12),
    UnitFact("jisuanji", "计算机与软件工程学院分工会", "计算机与软件工程学院", "branch", UNION_CODE, 14),
    UnitFact("jixie", "机械工程学院分工会", "机械工程学院", "branch", UNION_CODE, 11),
    UnitFact("guanli", "管理工程学院分工会", "管理工程学院", "branch", UNION_CODE, 10),
    UnitFact("yishu", "艺术设计学院分工会", "艺术设计学院", "branch", UNION_CODE, 8),
    UnitFact("dashuju", "大数据与人工智能学院分工会", "大数据与人工智能学院", "branch", UNION_CODE, 7),
    UnitFact("makesi", "马克思主义学院分工会", "马克思主义学院", "branch", UNION_CODE, 5),
    UnitFact("tushuguan", "图书馆分工会", "图书馆", "branch", UNION_CODE, 3),
    UnitFact("jiguan", "机关分工会", "机关", "branch", UNION_CODE, 0),
    UnitFact("houqin-fgh", "后勤分工会", "后勤", "branch", UNION_CODE, 0),
    UnitFact("dianqi-xy", "电子与电气工程学院", "电子与电气工程学院", "department", UNION_CODE, 0, seed=True),
    UnitFact("renzi", "人力资源处", "人力资源处", "department", "jiguan", 2, seed=True),
    UnitFact("zichan", "资产处", "资产处", "department", "jiguan", 2, seed=True),
    UnitFact("baowei", "保卫处", "保卫处", "department", "jiguan", 2, seed=True),
    UnitFact("zhaojiu", "招生就业处", "招生就业处", "department", "jiguan", 2, seed=True),
    UnitFact("jiaowu", "教务处", "教务处", "department", "jiguan", 2),
    UnitFact("dangban", "党委办公室", "党委办公室", "department", "jiguan", 1),
    UnitFact("houqin", "后勤管理处", "后勤管理处", "department", "houqin-fgh", 6, seed=True),
    UnitFact("jingshen", "经费审查委员会", "经审会", "committee", UNION_CODE, 0),
    UnitFact("nvgong", "女职工委员会", "女工委", "committee", UNION_CODE, 0),
    UnitFact("yumaoqiu", "羽毛球俱乐部", "羽毛球俱乐部", "club", UNION_CODE, 0),
    UnitFact("shuhua", "书画俱乐部", "书画俱乐部", "club", UNION_CODE, 0),
)
BRANCHES_WITH_OUTINGS = tuple(unit.code for unit in UNITS if unit.kind == "branch")
