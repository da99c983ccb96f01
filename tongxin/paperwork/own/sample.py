"""An activity that never was: what a template is tried on, and the example where there is no activity yet."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from decimal import Decimal
from typing import Final

from tongxin.paperwork.rules.facts import Facts, Prize, Seat, Slot, Voices
from tongxin.paperwork.rules.lines import Money

_LINES: Final = (
    Money("矿泉水", Decimal("1.50"), Decimal(120), "瓶", Decimal("180.00")),
    Money("横幅 <A&B>", Decimal("80.00"), Decimal(1), "条", Decimal("80.00"), "含安装"),
)
_SEATS: Final = tuple(
    Seat(name, f"20150{n:02d}", "图书馆", "13800000000", n, ("素食",), datetime(2020, 10, 25, 1, tzinfo=UTC))
    for n, name in enumerate(("张三", "李四"))
)
SAMPLE: Final = Facts(
    pk=0, title="重阳节登高", category="节庆活动", group="传统节日", unit="芜湖示例学院工会委员会", called="校工会", year=2020,
    day=date(2020, 10, 25), until=None, starts_at=time(8, 40), place="赭山公园南门", mode="现场",
    about="从南门集合，登到山顶合影。\n自带水杯，穿运动鞋。", expected=120, held=True, persons=118, person_times=118,
    outcome="天气晴好，大家一起登到了山顶。", organisers=(("host", "校工会"), ("run", "图书馆")), contact="周敏", phone="0553-1234567",
    slots=(Slot(1, "", True, None, "", 120, None, None, False, "全体会员", True, _SEATS),), questions=("吃什么",), budget=_LINES,
    settlement=_LINES, prizes=(Prize("一等奖", "保温杯", Decimal("98.00"), "张三"),), photos=(), voices=Voices(20, "95%", "62.5%"),
    today=date(2020, 10, 20),
)  # fmt: skip
