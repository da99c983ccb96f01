"""Times as plans have them: 3月上旬, 第二季度, 3月-4月, 五一前后, 每周三, 待定."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

from django.utils.translation import gettext as _

from tongxin.core.sheets.cells.bad import BadCell
from tongxin.core.sheets.cells.days import Day, day
from tongxin.core.sheets.cells.feasts import feast
from tongxin.core.sheets.cells.words import halved
from tongxin.core.sheets.values import Cell, shown

SpanPrecision = Literal["day", "ten_days", "month", "quarter", "half", "year"]
Repeats = Literal["", "day", "week", "month", "quarter", "year"]
ORDER: list[SpanPrecision] = ["day", "ten_days", "month", "quarter", "half", "year"]
OPEN = re.compile(r"(时间)?(待定|另定|未定|不定|另行通知|待通知|视情况.*|根据.*|按.*|适时|随时|-+|—+|/|无)")
DIGITS = {sign: number for number, sign in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0, "两": 2}
CHINESE = re.compile("[〇○零一二三四五六七八九十两]+(?=年|月|日|号|、|季度|[-至到])")
QUARTERS = re.compile(r"第?([1-4一二三四])(?:季度)?(?:[、,和至到-]+第?([1-4一二三四]))?季度?|q([1-4])(?:-q?([1-4]))?")
PARTS = {
    "上旬": (1, 10),
    "初": (1, 10),
    "中旬": (11, 20),
    "中": (11, 20),
    "下旬": (21, 31),
    "底": (21, 31),
    "末": (21, 31),
}
PARTS |= {"上中旬": (1, 20), "中上旬": (1, 20), "中下旬": (11, 31), "上半月": (1, 15), "下半月": (16, 31)}
DATED = re.compile(r"(?:(\d{4})[年./-])?(\d{1,2})[月./-](\d{1,2})[日号]?")
AROUND = re.compile("前后|左右")
BARE_DAY = re.compile(r"(\d{1,2})[日号]?")
BARE_PART = re.compile(r"(上旬|中旬|下旬|初|中|底|末)")
JOIN = re.compile(r"至|到|~|—+|–|−|─+|－")
NOISE = re.compile(
    r"[(（].*?[)）]|左右|期间|以前|之前|前后|拟|预计|暂定|计划|周[一二三四五六日天](?![一-龥])|星期[一二三四五六日天]|[上下]午|晚上|\d{1,2}[:：]\d{2}|时间[:：]"
)
EVERY = re.compile(r"每个?(工作日|天|日|周|星期|月|季度|季|学期|年).*|长期|常年|日常|^周[一二三四五六日天末]$")
REPEATS: dict[str, Repeats] = {"工作日": "day", "天": "day", "日": "day", "周": "week", "星期": "week"}
REPEATS |= {"月": "month", "季度": "quarter", "季": "quarter", "年": "year"}


@dataclass(frozen=True)
class Span:
    """From `start` to `end`, both days included, known to `precision`; `repeats` where it says 每周, 每月 …"""

    start: date
    end: date
    precision: SpanPrecision
    repeats: Repeats = ""


def span(value: Cell, year: int, *, loose: bool = False) -> Span | None:
    """The time a plan of `year` gives; None where nothing is written or it is left open (待定).

    Months without a year are of `year`; a span that would run backwards ends in the next year (12月-1月).
    `loose`: numbers come as text (.csv). Bad: `cell.no_such_day`, `cell.not_a_span`,
    `cell.day_ambiguous` (6.1 as a number may have been 6.10).
    """
    if isinstance(value, datetime | date):
        only = value.date() if isinstance(value, datetime) else value
        return Span(only, only, "day")
    written = shown(value)
    if isinstance(value, int | float) and not isinstance(value, bool) and (value > 1900 or value <= 0):
        return _of_day(day(value))
    if (loose or isinstance(value, float)) and re.fullmatch(r"\d{1,2}\.[123]|\d{4}\.1", written):
        raise BadCell(
            "cell.day_ambiguous",
            _("“%(value)s”末尾可能少了一个0。请写成“6月1日”或“6月10日”这样。") % {"value": written},
        )
    written = re.sub(r"\s", "", halved(written)).lower().strip("。.，,;；")
    if not written or OPEN.fullmatch(written):
        return None
    found = _whole(_arabic(written), year)
    if found is None:
        raise BadCell(
            "cell.not_a_span",
            _("“%(value)s”看不出时间。请写成“3月”“3月上旬”或“3月25日”，未定写“待定”。") % {"value": written[:20]},
        )
    return found


def _of_day(known: Day | None) -> Span | None:
    if known is None:
        return None
    first = known.date
    if known.precision == "day":
        return Span(first, first, "day")
    if known.precision == "month":
        return Span(first, _month_end(first), "month")
    return Span(first, first.replace(month=12, day=31), "year")


def _arabic(written: str) -> str:
    """三月 → 3月, 二十五日 → 25日, 二〇二〇年 → 2020年; but 五一 stays a feast and 每周三 a weekday."""

    def number(found: re.Match[str]) -> str:
        signs = found[0]
        if "十" not in signs:
            return "".join(str(DIGITS[sign]) for sign in signs)
        tens, _, ones = signs.partition("十")
        if len(tens) > 1 or len(ones) > 1 or "十" in ones:
            return signs
        return str((DIGITS[tens] if tens else 1) * 10 + (DIGITS[ones] if ones else 0))

    return re.sub(f"(?<![周期]){CHINESE.pattern}", number, written)


def _whole(written: str, year: int) -> Span | None:
    bare = NOISE.sub("", written) or written
    for reader in (_period, _pieces):
        if found := reader(bare, year):
            return _widened(found) if AROUND.search(written) else found
    if days := feast(written, year):
        return Span(*days, "day" if days[0] == days[1] else "ten_days")
    return _repeated(written, year)


def _widened(found: Span) -> Span:
    if found.precision != "day":
        return found
    return Span(found.start - timedelta(days=7), found.end + timedelta(days=7), "ten_days")


def _repeated(written: str, year: int) -> Span | None:
    found = EVERY.search(written)
    if not found:
        return None
    before = _whole(written[: found.start()].strip("，,;；的") or "全年", year) if found.start() else None
    start, end, precision = (
        (before.start, before.end, before.precision) if before else (date(year, 1, 1), date(year, 12, 31), "year")
    )
    repeats = "week" if found[0].startswith("周") else REPEATS.get(found[1] or "", "")
    return Span(start, end, precision, repeats)


def _period(written: str, year: int) -> Span | None:
    if found := re.match(r"([1-9]\d{3})年?(?=[上下全第一二三四q\d]|$)(?!\d)", written):
        year, written = int(found[1]), written[found.end() :] or "全年"
    if re.fullmatch(r"(本年度?|全年度?|年内|年度|全学年)", written):
        return Span(date(year, 1, 1), date(year, 12, 31), "year")
    if re.fullmatch(r"上半年度?", written):
        return Span(date(year, 1, 1), date(year, 6, 30), "half")
    if re.fullmatch(r"下半年度?", written):
        return Span(date(year, 7, 1), date(year, 12, 31), "half")
    if re.fullmatch(r"年[底末]", written):
        return Span(date(year, 12, 1), date(year, 12, 31), "month")
    if re.fullmatch(r"年初", written):
        return Span(date(year, 1, 1), date(year, 1, 31), "month")
    return _quarters(written, year)


def _quarters(written: str, year: int) -> Span | None:
    found = QUARTERS.fullmatch(written)
    if not found or ("季" not in written and "q" not in written):
        return None
    first = _quarter(found[1] or found[3])
    last = _quarter(found[2] or found[4] or found[1] or found[3])
    if last < first:
        return None
    start, end = date(year, first * 3 - 2, 1), _month_end(date(year, last * 3, 1))
    return Span(start, end, "quarter" if first == last else "half" if (first, last) in ((1, 2), (3, 4)) else "year")


def _quarter(sign: str) -> int:
    return DIGITS.get(sign) or int(sign)


def _pieces(written: str, year: int) -> Span | None:
    """One time, or several joined: the whole reaches from the first to the last."""
    joined = JOIN.sub("-", re.sub("和|及|或|,|，|;|；", "、", written))
    single = _one(joined, year, None)
    if single:
        return single
    pieces = [piece for piece in re.split(r"[、-]", joined) if piece]
    if not 2 <= len(pieces) <= 12:
        return None
    if re.fullmatch(r"\d{1,2}", pieces[0]) and "月" in pieces[-1]:  # 3-4月
        pieces = [f"{piece}月" if re.fullmatch(r"\d{1,2}", piece) else piece for piece in pieces]
    spans: list[Span] = []
    for piece in pieces:
        following = _one(piece, spans[-1].start.year if spans else year, spans[-1] if spans else None)
        if following is None:
            return None
        spans.append(following)
    return _hull(spans)


def _hull(spans: list[Span]) -> Span:
    start, end = spans[0].start, spans[-1].end
    if end < start:
        end = (
            _month_end(end.replace(year=end.year + 1, day=1))
            if spans[-1].precision == "month"
            else end.replace(year=end.year + 1)
        )
    return Span(start, end, max((piece.precision for piece in spans), key=ORDER.index))


def _one(written: str, year: int, before: Span | None) -> Span | None:
    """One time; what it leaves out (6月25日-28日) is taken from the time `before`."""
    if found := DATED.fullmatch(written):
        only = _made(int(found[1] or year), int(found[2]), int(found[3]))
        return Span(only, only, "day")
    if found := re.fullmatch(r"(?:(\d{4})[年./-]?)(\d{1,2})月?|(\d{1,2})月份?", written):
        first = _made(int(found[1] or year), int(found[2] or found[3]), 1)
        return Span(first, _month_end(first), "month")
    if found := re.fullmatch(
        rf"(?:(\d{{4}})[年./-])?(\d{{1,2}})月份?({'|'.join(sorted(PARTS, key=len, reverse=True))})", written
    ):
        return _part(_made(int(found[1] or year), int(found[2]), 1), found[3])
    if before and (found := BARE_PART.fullmatch(written)):
        return _part(before.start.replace(day=1), found[1])
    if before and before.precision == "day" and (found := BARE_DAY.fullmatch(written)):
        only = _made(before.start.year, before.start.month, int(found[1]))
        return Span(only, only, "day")
    return None


def _part(first: date, name: str) -> Span:
    start, end = PARTS[name]
    last = _month_end(first)
    return Span(first.replace(day=start), first.replace(day=min(end, last.day)), "ten_days")


def _made(year: int, month: int, number: int) -> date:
    if not 1 <= month <= 12:
        raise BadCell("cell.no_such_day", _("没有%(month)s月。照原样留着，改好再传。") % {"month": month})
    if not 1900 <= year <= 2100 or not 1 <= number <= monthrange(year, month)[1]:
        facts = {"year": year, "month": month, "day": number}
        raise BadCell("cell.no_such_day", _("%(year)s年%(month)s月没有%(day)s日。照原样留着，改好再传。") % facts)
    return date(year, month, number)


def _month_end(first: date) -> date:
    return (first.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
