"""Words that several parts of a draft share. What is written here is printed, in Chinese whatever the screen's language."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from tongxin.activities.models import Activity, Organiser
from tongxin.core.papers.wording import ordinal
from tongxin.org.models import Unit
from tongxin.report.rules.body import Block, Chip, Run, Text, tidy

BECAUSE: Final = {
    "epidemic": "受疫情影响",
    "weather": "受天气影响",
    "venue": "受场地条件限制",
    "people": "因人手和参加人员安排",
    "funds": "受经费安排影响",
    "clash": "因与其他工作冲突",
    "superior": "根据上级要求",
}
Piece = str | Chip | None


def block(kind: str, *pieces: Piece | Sequence[Run], findings: Iterable[str] = (), place: str = "") -> Block:
    """A block of words and chips; its id is given when the body is put together."""
    return Block("", kind, tidy(_runs(pieces), kind), tuple(findings), place)


def _runs(pieces: Iterable[Piece | Sequence[Run]]) -> list[Run]:
    runs: list[Run] = []
    for piece in pieces:
        if isinstance(piece, str):
            runs.append(Text(piece))
        elif isinstance(piece, Chip):
            runs.append(piece)
        elif piece:
            runs.extend(piece)
    return runs


def run_in(items: Sequence[Sequence[Run]]) -> list[Run]:
    """`一是…；二是…；三是…。`; a single item stands without its number."""
    runs: list[Run] = []
    for number, item in enumerate(items, 1):
        mark = f"{ordinal(number)}是" if len(items) > 1 else ""
        end = "。" if number == len(items) else "；"
        runs += [Text(mark), *_bare(item), Text(end)]
    return runs


def _bare(item: Sequence[Run]) -> list[Run]:
    """Without the stop at its end."""
    runs = list(item)
    if runs and isinstance(runs[-1], Text):
        runs[-1] = Text(runs[-1].t.rstrip("。；"))
    return runs


def listed(names: Sequence[str], last: str = "和") -> str:
    """`甲`, `甲和乙`, `甲、乙和丙`."""
    return names[0] if len(names) == 1 else "、".join(names[:-1]) + last + names[-1]


def quoted(names: Iterable[str]) -> str:
    """`“甲”“乙”`: titles in a row take no comma between their quotation marks (GB/T 15834-2011, 4.5.3.5)."""
    return "".join(f"“{name}”" for name in names)


def because(reasons: Sequence[tuple[str, int]]) -> str:
    """The weightiest reason in words, empty where none is on record: `受疫情影响`."""
    named = sorted(((count, code) for code, count in reasons if code in BECAUSE), reverse=True)
    return BECAUSE[named[0][1]] if named else ""


def organised(activity: Activity) -> str:
    """`由图书馆分工会承办的读书会`, `后勤管理处和招生就业处合作承办的中秋节活动`; who only assists is not named."""
    title = activity.title
    leading = _leading(activity)
    if not leading:
        return title
    names = [called(organiser.unit) for organiser in leading]
    verb = "主办" if leading[0].role == Organiser.Role.HOST else "承办"
    if len(names) == 1:
        return f"由{names[0]}{verb}的{title}"
    return f"{listed(names)}{'合作' if len(names) == 2 else '联合'}{verb}的{title}"


def _leading(activity: Activity) -> list[Organiser]:
    return [organiser for organiser in activity.organisers.all() if organiser.counts]


def called(unit: Unit) -> str:
    """A unit as a text names it: the union itself is 工会."""
    return "工会" if unit.kind == Unit.Kind.UNION else unit.name
