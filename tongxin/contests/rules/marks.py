"""Marks as people write them, and as they are shown: 12.35, 1:02.4, 1分02秒4, 5米32, 5.32m, 弃权."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

RANK, TIME, DISTANCE, SCORE = "rank", "time", "distance", "score"
MOST: Final = Decimal(1_000_000)
FINEST: Final = 3  # decimals
SAID: Final = {
    "absent": ("弃权", "缺席", "未到", "没来", "dns"),
    "retired": ("未完成", "没完成", "退赛", "中退", "dnf"),
    "foul": ("犯规", "违例", "取消成绩", "取消", "dq"),
    "nothing": ("无成绩", "无", "nm"),
}  # fmt: skip
_WORDS: Final = {said: key for key, each in SAID.items() for said in each}
_FIRST: Final = {"冠军": 1, "亚军": 2, "季军": 3}
_DIGITS: Final = {sign: n for n, sign in enumerate("一二三四五六七八九十", 1)}

_PLAIN = re.compile(r"(\d+(?:\.\d+)?)")
_CLOCK = re.compile(r"(?:(\d+):)?(\d+):(\d{1,2}(?:\.\d+)?)")
_SPOKEN = re.compile(r"(?:(\d+)(?:小时|时))?(?:(\d+)分钟?)?(?:(\d+(?:\.\d+)?)秒?|(\d+)秒(\d+))?")
_METRES = re.compile(r"(\d+)(?:米|m)(\d+)(厘米|公分|cm)?")


class Unreadable(ValueError):
    """What was written is no mark of this measure."""


@dataclass(frozen=True)
class Reading:
    """What was written: `value` in seconds, metres, points or as the rank, or `words` (a key of `SAID`) in its stead."""

    value: Decimal | None = None
    words: str = ""


NONE: Final = Reading()


def read(text: str, measure: str) -> Reading:
    """A mark as somebody wrote it; `NONE` for an empty cell. Raises `Unreadable`."""
    plain = re.sub(r"\s+", "", unicodedata.normalize("NFKC", text).replace("。", ".")).lower()
    if not plain:
        return NONE
    if plain in _WORDS:
        return Reading(words=_WORDS[plain])
    value = {TIME: _time, DISTANCE: _distance, SCORE: _score, RANK: _rank}[measure](plain)
    if value is None or not 0 <= value < MOST or (value == 0 and measure != SCORE):
        raise Unreadable(text)
    if -int(value.normalize().as_tuple().exponent) > FINEST:
        raise Unreadable(text)
    return Reading(value)


def decimals(values: Iterable[Decimal | None]) -> int:
    """How many decimals a column of marks needs so that all of them stand alike."""
    return max(
        (max(-int(value.normalize().as_tuple().exponent), 0) for value in values if value is not None), default=0
    )


def shown(value: Decimal | None, measure: str, places: int = 0) -> str:
    """A mark as figures: 12.35, 1:02.40, 1:02:03, 5.32; at least `places` decimals. Nothing for none."""
    if value is None:
        return ""
    places = max(decimals([value]), places, 2 if measure == DISTANCE else 0)
    if measure == RANK:
        return str(int(value))
    if measure != TIME or value < 60:
        return f"{value:.{places}f}"
    minutes, seconds = divmod(value, 60)
    width = places + 3 if places else 2
    rest = f"{seconds:0{width}.{places}f}"
    hours, whole = divmod(int(minutes), 60)
    return f"{hours}:{whole:02}:{rest}" if hours else f"{whole}:{rest}"


def _time(text: str) -> Decimal | None:
    """Seconds. Minutes and seconds after something bigger stay below 60."""
    if found := _PLAIN.fullmatch(text.removesuffix("s")):
        return Decimal(found[1])
    if found := _CLOCK.fullmatch(text):
        return _sum(found[1], found[2], found[3])
    text = re.sub("''|′′|[\"”“]", "秒", text)
    text = re.sub("['′’‘]", "分", text)
    found = _SPOKEN.fullmatch(text)
    if found is None:
        return None
    hours, minutes, seconds, whole, rest = found.groups()
    return _sum(hours, minutes, f"{whole}.{rest}" if whole else seconds)


def _sum(hours: str | None, minutes: str | None, seconds: str | None) -> Decimal | None:
    h, m, s = Decimal(hours or 0), Decimal(minutes or 0), Decimal(seconds or 0)
    if (minutes and s >= 60) or (hours and (m >= 60 or s >= 60)):
        return None
    return h * 3600 + m * 60 + s


def _distance(text: str) -> Decimal | None:
    """Metres. 1米8 is 1.80, 5米05 is 5.05, 5米5厘米 is 5.05."""
    if found := _METRES.fullmatch(text):
        whole, rest, small = found.groups()
        return Decimal(whole) + (Decimal(rest) / 100 if small else Decimal(f"0.{rest}"))
    for unit in ("厘米", "公分", "cm"):
        if found := _PLAIN.fullmatch(text.removesuffix(unit)) if text.endswith(unit) else None:
            return Decimal(found[1]) / 100
    found = _PLAIN.fullmatch(re.sub("[米m]$", "", text))
    return Decimal(found[1]) if found else None


def _score(text: str) -> Decimal | None:
    found = _PLAIN.fullmatch(re.sub("[分个次环]$", "", text))
    return Decimal(found[1]) if found else None


def _rank(text: str) -> Decimal | None:
    if text in _FIRST:
        return Decimal(_FIRST[text])
    bare = text.removeprefix("第").removesuffix("名")
    if bare in _DIGITS:
        return Decimal(_DIGITS[bare])
    return Decimal(bare) if bare.isascii() and bare.isdigit() and len(bare) <= 3 else None
