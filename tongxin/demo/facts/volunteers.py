"""Volunteers, tasks and temporary data of 2020. All of it is invented; the seed says only that people were called upon."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from typing import Any

from tongxin.core.spans import EVERY, WORKDAYS, Span
from tongxin.demo.facts.year import day
from tongxin.mobilisation.rules.shifts import DutyLine

VOLUNTEERS = 62


@dataclass(frozen=True)
class CallFact:
    """A call with one post; of those who took its shifts every `missed`-th did not come."""

    title: str
    opened: date
    first: date
    last: date
    span: Span
    heads: int
    duty: DutyLine
    place: str
    missed: int
    thanks: str
    days: str = EVERY


@dataclass(frozen=True)
class TaskFact:
    """A task from one of our templates, given to all branches; `words` of the units in turn."""

    starter: str
    given: date
    due: date
    words: tuple[str, ...]
    closing: str


CALLS = (
    CallFact(
        "校门值守志愿者", day(2, 7), day(2, 10), day(2, 23), Span(time(8), time(12)), 5,
        DutyLine("值守", "查验出入证，给进门的人测体温", "身体好，能站半天"), "南门", 23,
        "寒假没过完就站到了校门口，谢谢你们。",
    ),
    CallFact(
        "教室消毒志愿者", day(4, 8), day(4, 13), day(4, 24), Span(time(14), time(17)), 6,
        DutyLine("消毒", "按规程给教室和楼道消毒，做好登记"), "教学楼", 29, "教室是你们一间一间擦出来的，谢谢。", WORKDAYS,
    ),
    CallFact(
        "返校日校门测温志愿者", day(4, 28), day(5, 6), day(5, 17), Span(time(8), time(12)), 9,
        DutyLine("测温引导", "测体温，引导返校的师生分批进校"), "南门、东门", 31, "师生平安返校，有你们一份功劳，谢谢。",
    ),
)  # fmt: skip
TASKS = (
    TaskFact(
        "online", day(2, 12), day(2, 24),
        ("全部能线上开课", "借出摄像头，已能开课", "家里网络不好的改在办公室上课", "两门实验课改为录播"),
        "各单位都按时开课，借出的设备期末收回。",
    ),
    TaskFact(
        "return", day(4, 20), day(5, 10),
        ("全部到岗", "没返校的在外地照顾老人，线上办公", "全部到岗，隔离期已满", "没返校的请了产假"),
        "教职工返校完成，没返校的都说明了原因。",
    ),
)  # fmt: skip
COLLECTION: dict[str, Any] = {
    "title": "返校前健康和行程登记",
    "purpose": "安排分批返校，身体不舒服和到过外地的人先联系，不用跑空。",
    "ground": "学校疫情防控工作领导小组的返校工作方案（演示）",
    "asks": ("well", "temperature", "away"),
}
COLLECTED = (day(4, 27), day(5, 10), day(5, 31))
NOW_TITLE = "新春送温暖打包志愿者"
