"""The placeholders of an office's own Word template: what each means, and its value for an activity."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.utils.translation import gettext_lazy as _

from tongxin.core.amounts import counted, fen, plain
from tongxin.core.papers.document import clean
from tongxin.core.papers.wording import day_words, money_capitals
from tongxin.paperwork.kinds.parts import slot_title, when
from tongxin.paperwork.rules.facts import Facts
from tongxin.paperwork.rules.lines import Money, total


@dataclass(frozen=True)
class Field:
    """A single value: `{{名称}}`."""

    name: str
    meaning: Any
    value: Callable[[Facts], str]


@dataclass(frozen=True)
class ListField:
    """Rows: `{%tr for 行 in 预算 %}` … `{{行.项目}}` … `{%tr endfor %}`. No `columns`: each item is printed as it is."""

    name: str
    meaning: Any
    columns: tuple[str, ...]
    rows: Callable[[Facts], list[Mapping[str, str]]]


def _number(value: int | None) -> str:
    return "" if value is None else str(value)


FIELDS: Final = (
    Field("活动名称", _("活动的名称"), lambda facts: facts.title),
    Field("年度", _("计入的年度"), lambda facts: str(facts.year)),
    Field("类别", _("活动类别"), lambda facts: facts.category),
    Field("活动组", _("年度工作思路里的活动组"), lambda facts: facts.group),
    Field("单位", _("归属单位的全称"), lambda facts: facts.unit),
    Field("主办", _("主办单位"), lambda facts: facts.units("host")),
    Field("承办", _("承办、联合的单位"), lambda facts: facts.units("run", "joint")),
    Field("协办", _("协办单位"), lambda facts: facts.units("assist")),
    Field("时间", _("日期、星期和钟点"), when),
    Field("日期", _("日期"), lambda facts: day_words(facts.day) if facts.day else ""),
    Field("地点", _("地点"), lambda facts: facts.place),
    Field("形式", _("现场、线上"), lambda facts: facts.mode),
    Field("活动内容", _("活动内容，分几段就是几段"), lambda facts: facts.about),
    Field("预计人数", _("预计人数"), lambda facts: _number(facts.expected)),
    Field("报名人数", _("报上的人数"), lambda facts: str(len(facts.seats))),
    Field("参加人数", _("来了多少人"), lambda facts: str(facts.came) if facts.came else ""),
    Field("参加人次", _("来了多少人次"), lambda facts: _number(facts.person_times)),
    Field("开展情况", _("办得怎样"), lambda facts: facts.outcome),
    Field(
        "满意率",
        _("会员评价里满意的占多少，不满5份是空的"),
        lambda facts: facts.voices.satisfied if facts.voices else "",
    ),
    Field("联系人", _("有事找谁"), lambda facts: facts.contact),
    Field("联系电话", _("联系人的电话"), lambda facts: facts.phone),
    Field("预算合计", _("预算的合计，元"), lambda facts: plain(total(facts.budget))),
    Field("预算大写", _("预算合计的大写"), lambda facts: money_capitals(fen(total(facts.budget)))),
    Field("决算合计", _("决算的合计，元"), lambda facts: plain(total(facts.settlement))),
    Field("决算大写", _("决算合计的大写"), lambda facts: money_capitals(fen(total(facts.settlement)))),
    Field("今天", _("打印的那一天"), lambda facts: day_words(facts.today)),
)


def _money(lines: tuple[Money, ...]) -> list[Mapping[str, str]]:
    return [
        {
            "序号": str(number), "项目": each.item, "单价": plain(each.price), "数量": counted(each.count), "单位": each.measure,
            "金额": plain(each.amount), "备注": each.remark,
        }
        for number, each in enumerate(lines, 1)
    ]  # fmt: skip


def _prizes(facts: Facts) -> list[Mapping[str, str]]:
    return [
        {"序号": str(number), "奖项": each.name, "奖品": each.thing, "价值": plain(each.value), "领取人": each.receiver}
        for number, each in enumerate(facts.prizes, 1)
    ]


def _seats(facts: Facts) -> list[Mapping[str, str]]:
    pairs = ((slot_title(slot, facts), seat) for slot in facts.slots if slot.signs_up for seat in slot.seats)
    return [
        {
            "序号": str(number), "场次": title, "姓名": seat.name, "工号": seat.staff_no, "单位": seat.unit, "手机": seat.phone,
            "家属": str(seat.companions or ""),
        }
        for number, (title, seat) in enumerate(pairs, 1)
    ]  # fmt: skip


MONEY: Final = ("序号", "项目", "单价", "数量", "单位", "金额", "备注")
LISTS: Final = {
    field.name: field
    for field in (
        ListField("预算", _("预算的每一行"), MONEY, lambda facts: _money(facts.budget)),
        ListField("决算", _("决算的每一行"), MONEY, lambda facts: _money(facts.settlement)),
        ListField("奖品", _("每份奖品"), ("序号", "奖项", "奖品", "价值", "领取人"), _prizes),
        ListField("报名", _("每个报上的人"), ("序号", "场次", "姓名", "工号", "单位", "手机", "家属"), _seats),
        ListField("照片", _("前4张照片"), (), lambda facts: []),
    )
}


def values(facts: Facts, lists: tuple[str, ...]) -> dict[str, Any]:
    """All values by name, words that no XML can hold taken out; photos are put in by whoever renders."""
    found: dict[str, Any] = {field.name: clean(field.value(facts)) for field in FIELDS}
    for name in lists:
        found[name] = [{column: clean(words) for column, words in row.items()} for row in LISTS[name].rows(facts)]
    return found
