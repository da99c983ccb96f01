"""What the planner takes for granted of an activity that nobody has told it about. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from tongxin.core.calendar import festivals

BEFORE: Final = timedelta(weeks=8)
FAR: Final = 45
OUTING: Final = "tuan"
YEAR_END: Final = "nianhui"
NONE: Final = "none"
AT_A_VISIT: Final = 10
WORK, OFF, HOLIDAY = "work", "off", "holiday"
ALL_WEEK: Final = frozenset(range(7))
WEEKEND: Final = frozenset({5, 6})

# Words of a title that tie it to a festival; the first that fits.
FESTIVAL_WORDS: Final = (
    ("sanba", ("三八", "妇女节", "女神节", "女教职工节")),
    ("yuanxiao", ("元宵",)),
    ("chunjie", ("春节", "新春", "迎春联欢", "写春联")),
    ("yuandan", ("元旦", "迎新年")),
    ("wuyi", ("五一", "劳动节")),
    ("wusi", ("五四", "青年节")),
    ("duanwu", ("端午", "包粽子")),
    ("jiaoshi", ("教师节",)),
    ("zhongqiu", ("中秋",)),
    ("chongyang", ("重阳",)),
    ("guoqing", ("国庆",)),
    (YEAR_END, ("年会", "年终总结会")),
)
# How many days before and after its festival an activity still belongs to it.
NEAR: Final = {
    "sanba": (6, 5), "yuanxiao": (7, 3), "chunjie": (28, 10), "yuandan": (14, 10), "wuyi": (10, 7), "wusi": (7, 7),
    "duanwu": (8, 3), "jiaoshi": (7, 7), "zhongqiu": (10, 4), "chongyang": (8, 7), "guoqing": (12, 8),
}  # fmt: skip
BY_HAND: Final = ("粽子", "登高", "游园", "采摘", "踏青", "健步走", "插花", "义诊", "义卖")
MAY_GO_ONLINE: Final = ("wen", "jie")


@dataclass(frozen=True)
class Sight:
    """What can be seen of an activity: `day` as it stands (else as first planned), `kind` of that day, the kinds of all days
    that it `covers`, the `hour` it starts, `members` of the unit whose outing it is, whether the day lies in exam weeks or a vacation."""

    title: str
    category: str
    year: int
    day: date | None
    about: bool = False
    kind: str = WORK
    covers: frozenset[str] = frozenset()
    hour: int | None = None
    expected: int | None = None
    members: int = 0
    reach: str = "here"
    in_exams: bool = False
    in_vacation: bool = False


@dataclass(frozen=True)
class Guess:
    """All that is guessed; `festival` is a key or "" and `kinds` are of `WORK`, `OFF`, `HOLIDAY`."""

    window: tuple[date, date]
    festival: str
    weekdays: frozenset[int]
    kinds: frozenset[str]
    parts: frozenset[int]
    online: bool
    reach: str
    heads: int
    avoid_exams: bool
    avoid_vacations: bool


def guess(seen: Sight, *, festival: str = "") -> Guess:
    """The guess for an activity; `festival` where an officer told which one it follows ("none": no festival)."""
    followed = "" if festival == NONE else festival or festival_of(seen)
    free = bool(followed)
    return Guess(
        window=window_of(seen, followed),
        festival=followed,
        weekdays=ALL_WEEK if free else weekdays_of(seen) | ({seen.day.weekday()} if seen.day else set()),
        kinds=kinds_of(seen, free) | seen.covers | ({seen.kind} if seen.day else set()),
        parts=parts_of(seen),
        online=may_go_online(seen),
        reach="beyond" if seen.category == OUTING and seen.reach == "here" else seen.reach,
        heads=heads_of(seen),
        avoid_exams=not seen.in_exams,
        avoid_vacations=not seen.in_vacation,
    )


def festival_of(seen: Sight) -> str:
    """The festival that the title speaks of, unless it was planned far from it."""
    for key, words in FESTIVAL_WORDS:
        if any(word in seen.title for word in words):
            return key if key == YEAR_END or near_festival(key, seen.year, seen.day) else ""
    return ""


def near_festival(key: str, year: int, day: date | None) -> date | None:
    """The festival's day nearest to `day` (in the year itself where there is none); None where it is far."""
    found = [one.day for each in (year - 1, year, year + 1) for one in festivals(each) if one.key == key]
    if day is None:
        return next((one for one in found if one.year == year), None)
    nearest = min(found, key=lambda one: abs((one - day).days), default=None)
    return nearest if nearest and abs((nearest - day).days) <= FAR else None


def window_of(seen: Sight, festival: str) -> tuple[date, date]:
    """First and last day it could start, within its year: near its festival, else from eight weeks before to the year's end."""
    first, last = date(seen.year, 1, 1), date(seen.year, 12, 31)
    start, end = first, last
    if festival == YEAR_END:
        start = date(seen.year, 12, 1) if seen.day is None or seen.day.month == 12 else first
        end = last if start > first else date(seen.year, 2, 28)
    elif festival and (day := near_festival(festival, seen.year, seen.day)):
        before, after = NEAR[festival]
        start, end = day - timedelta(days=before), day + timedelta(days=after)
    elif seen.day is not None:
        start = seen.day - BEFORE
    if seen.day is not None:
        start, end = min(start, seen.day), max(end, seen.day)
    return min(max(start, first), last), max(min(end, last), first)


def weekdays_of(seen: Sight) -> frozenset[int]:
    """The day of the week it was planned for; any workday or weekend day where the plan says only about when."""
    if seen.day is None:
        return WEEKEND if seen.category == OUTING else ALL_WEEK - WEEKEND
    if seen.category == OUTING or seen.kind != WORK:
        return WEEKEND
    if seen.about or seen.day.weekday() in WEEKEND:
        return ALL_WEEK - WEEKEND
    return frozenset({seen.day.weekday()})


def kinds_of(seen: Sight, free: bool) -> frozenset[str]:
    """Kinds of days: as planned; what follows a festival takes any but, unless it was planned so, a day off."""
    if seen.day is not None and seen.kind == HOLIDAY:
        return frozenset({WORK, OFF, HOLIDAY}) if free else frozenset({OFF, HOLIDAY})
    if free:
        return frozenset({WORK, OFF})
    if seen.category == OUTING:
        return frozenset({OFF})
    return frozenset({WORK if seen.day is None else seen.kind})


def parts_of(seen: Sight) -> frozenset[int]:
    """Morning, afternoon, evening by the hour; without one an outing or a match takes the day, all else the afternoon."""
    if seen.hour is not None:
        return frozenset({0 if seen.hour < 12 else 1 if seen.hour < 18 else 2})
    return frozenset({0, 1}) if seen.category in (OUTING, "ti") else frozenset({1})


def may_go_online(seen: Sight) -> bool:
    """Lectures and festive meetings may; sports, visits, outings and what is done by hand may not."""
    return seen.category in MAY_GO_ONLINE and not any(word in seen.title for word in BY_HAND)


def heads_of(seen: Sight) -> int:
    """How many are there at one time: a visit reaches people one after the other; an outing takes the unit along."""
    if seen.category == "huai":
        return min(seen.expected or AT_A_VISIT, AT_A_VISIT)
    if seen.expected is not None:
        return seen.expected
    return seen.members if seen.category == OUTING else 0
