"""Who signed up for what in 2020 and who came. All of it is invented; where the year's headcounts are stated, as many came."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from tongxin.demo.facts.year import day


@dataclass(frozen=True)
class Batch:
    """A part of an activity with places of its own."""

    at: time
    title: str
    seats: int


@dataclass(frozen=True)
class SignUpFact:
    """Signing up for one activity: `asked` tapped, `left` of those with a place gave it back, `came` of those left came.

    `seats` empty: as many as come. `evenings` are the weekly meetings, the first of them without check-in. `unit` narrows it
    to one branch. `companions` people brought somebody.
    """

    title: str
    opened: date
    closes: date
    at: time
    asked: int
    came: int
    seats: int | None = None
    left: int = 0
    draw: bool = False
    batches: tuple[Batch, ...] = ()
    evenings: int = 0
    unit: str = ""
    companions: int = 0


@dataclass(frozen=True)
class MeetingFact:
    """An official meeting: who should come stands on a list."""

    title: str
    at: time
    expected: int
    came: int


@dataclass(frozen=True)
class NowFact:
    """What a visitor of the demonstration can sign up for: last year's again, so and so many tapped for each batch."""

    title: str
    after: str
    place: str
    about: str
    tapped: tuple[int, ...]


WALK = "重阳节登高"
BATCHES = (
    Batch(time(8), "第一批", 40),
    Batch(time(8, 40), "第二批", 40),
    Batch(time(9, 20), "第三批", 40),
)
SIGN_UPS: tuple[SignUpFact, ...] = (
    SignUpFact("线上读书月", day(4, 13), day(4, 22), time(19, 30), asked=100, came=92, evenings=4),
    SignUpFact("青年教师教学沙龙", day(6, 3), day(6, 16), time(14, 30), asked=46, came=38, seats=40, left=2),
    SignUpFact("端午包粽子", day(6, 8), day(6, 18), time(9), asked=160, came=120, seats=128, draw=True),
    SignUpFact("“四史”读书分享", day(6, 22), day(7, 2), time(15), asked=48, came=44, seats=50),
    SignUpFact(WALK, day(10, 12), day(10, 23), time(8), asked=120, came=116, batches=BATCHES),
    SignUpFact(
        "计算机与软件工程学院团建", day(10, 19), day(10, 29), time(8), asked=96, came=92, seats=100, unit="jisuanji", companions=14
    ),
)  # fmt: skip
MEETINGS: tuple[MeetingFact, ...] = (
    MeetingFact("教师节座谈会", time(14, 30), expected=48, came=46),
    MeetingFact("新教师入会培训", time(14, 30), expected=43, came=41),
)
NOW = NowFact(
    "周末登高", WALK, "赭山公园北门", "登赭山，看江城。走走停停，约两小时。门票和饮水由工会承担。", (42, 31, 23)
)

# Of ten who came six rate; these are their words, some of them.
RATED = (6, 10)
RATINGS = {"good": 93, "fair": 6, "poor": 1}
SENTENCES = (
    "组织得很细，签到一点不用等。", "下次早一点发通知就更好了。", "和别的学院的老师认识了，挺好。", "场地有点小。", "希望多办几次。",
    "时间和监考撞了，差点来不了。", "家属也能来，孩子很高兴。", "东西准备得很周到。",
)  # fmt: skip
