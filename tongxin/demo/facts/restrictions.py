"""The epidemic's restrictions of 2020 as they touched a college of Wuhu, and its academic year.

The days of the responses, of the return to college, and the notice of 28 December are on record (province, 省教育厅); the heads
that the college allowed, the academic year, and who came in batches are invented and plausible.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tongxin.demo.facts.year import day


@dataclass(frozen=True)
class RestrictionFact:
    """When it held, what it limited, and where it came from; `steps` are (heads, what more than these need)."""

    title: str
    starts: date
    ends: date
    steps: tuple[tuple[int, str], ...]
    farthest: str = "beyond"
    source: str = ""
    issuer: str = ""


@dataclass(frozen=True)
class SpanFact:
    """Exam weeks, a vacation."""

    kind: str
    name: str
    starts: date
    ends: date


PROVINCE = "安徽省疫情防控应急综合指挥部办公室"
RESTRICTIONS = (
    RestrictionFact("一级响应：停止聚集", day(1, 24), day(2, 24), ((10, "ban"),), "here", "启动重大突发公共卫生事件一级响应", "安徽省人民政府"),
    RestrictionFact("二级响应：停止聚集", day(2, 25), day(3, 15), ((10, "ban"),), "here", "应急响应级别调整为二级", PROVINCE),
    RestrictionFact("校园封闭，校外人员不得进校", day(3, 16), day(5, 5), ((10, "ban"),), "here", "延期开学期间校园封闭管理", "安徽省教育厅"),
    RestrictionFact("分批返校：每场不超过50人", day(5, 6), day(6, 14), ((50, "ban"),), "here", "高校5月6日起分批返校", "安徽省教育厅"),
    RestrictionFact("每场不超过100人，不出市", day(6, 15), day(8, 31), ((100, "ban"),), "city", "校园疫情常态化防控安排", "学校疫情防控办公室"),
    RestrictionFact("聚集活动不超过100人", day(11, 10), day(12, 27), ((100, "ban"),), "beyond", "秋冬季疫情防控安排", "学校疫情防控办公室"),
    RestrictionFact(
        "“两节”期间减少聚集", day(12, 28), day(3, 1, 2021), ((49, "plan"), (100, "ban")), "city", "元旦春节期间减少人员聚集的通知", PROVINCE
    ),
)  # fmt: skip
SPANS = (
    SpanFact("vacation", "寒假", day(1, 11), day(2, 16)),
    SpanFact("exam", "期末考试周", day(7, 6), day(7, 10)),
    SpanFact("vacation", "暑假", day(7, 11), day(8, 30)),
)
# People who came in batches: how many were there at one time.
IN_BATCHES = {
    "端午包粽子": 60,
    "中秋节活动": 100,
    "重阳节登高": 40,
    "书画摄影展": 30,
    "线上读书月": 0,
}
LOOK_BACK = day(2, 20)
