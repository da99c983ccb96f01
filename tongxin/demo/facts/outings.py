"""What the outings of the year were made of: routes, coaches, insurance, money. Invented and plausible; sums in fen."""

from __future__ import annotations

from dataclasses import dataclass

WUHU, XUANCHENG = "CN-34-02", "CN-34-18"
COACHES, INSURER = "芜湖长途旅游客运", "人保财险芜湖分公司"
PLAN = "出发前点名、量体温；走散了回停车场集合；有人受伤先送最近的医院，再告诉校工会；下雨改走室内，大雨当天不去。"


@dataclass(frozen=True)
class Made:
    """Where a unit went: the place's region and stops, what union funds and oneself gave for a head, what a head cost."""

    region: str
    stops: tuple[str, ...]
    union: int
    oneself: int
    cost: int


MADE: dict[str, Made] = {
    "马仁奇峰": Made(WUHU, ("7:30 北门上车", "9:10 马仁奇峰游客中心", "12:00 山下午餐", "13:30 玻璃栈道、绝壁栈道", "16:00 返程"), 15000, 0, 14680),
    "丫山": Made(WUHU, ("7:30 北门上车", "9:00 丫山花海石林", "12:00 农家午餐", "15:30 返程"), 12000, 0, 11850),
    "天门山": Made(WUHU, ("8:00 北门上车", "8:50 天门山", "11:40 江边午餐", "14:30 返程"), 9000, 0, 8640),
    "陶辛水韵": Made(WUHU, ("8:00 北门上车", "9:00 陶辛水韵，坐船", "11:30 午餐", "15:00 返程"), 10000, 0, 9720),
    "查济": Made(XUANCHENG, ("7:00 北门上车", "9:20 查济古村", "12:00 村里午餐", "13:30 写生、走古桥", "16:00 返程"), 15000, 3000, 17600),
    "新四军军部旧址": Made(XUANCHENG, ("7:30 北门上车", "9:10 军部旧址，听讲解", "12:00 午餐", "13:30 史料陈列馆", "15:30 返程"), 13000, 0, 12480),
    "": Made(WUHU, ("8:00 北门上车", "9:00 丫山花海石林", "15:00 返程"), 12000, 0, 0),
}  # fmt: skip
NOWHERE = "丫山"
SENT_BACK = "近期外出要看防疫要求，先别订车，等属地通知。"
