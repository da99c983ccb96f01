"""The trail in people's words: acts, reasons and facts by name instead of by key."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Final

from django.core.paginator import Page

from tongxin.activities.models import Activity, Change
from tongxin.audit.models import Entry
from tongxin.audit.queries.trail import Filter, Line, lines, trail
from tongxin.desk.act_names import FACTS
from tongxin.notices.models import Parcel, Preference, Robot
from tongxin.notices.queries.audience import GROUPS
from tongxin.org.models import Person, Standing, Unit
from tongxin.ui.words import listed

VALUES: Final[dict[tuple[str, str], Any]] = {
    **{("state", value): label for value, label in Activity.State.choices},
    **{("mode", value): label for value, label in Activity.Mode.choices},
    **{("standing", value): label for value, label in Standing.State.choices},
    **{("sex", value): label for value, label in Person.Sex.choices},
    **{("kind", value): label for value, label in Unit.Kind.choices},
    **{("robot", value): label for value, label in Robot.Kind.choices},
    **{("delivery", value): label for value, label in Parcel.State.choices},
    **{("mail", value): label for value, label in Preference.Mail.choices},
    **{("to", value): label for value, label in GROUPS.items()},
}


def told_trail(paths: tuple[str, ...], wanted: Filter, page: int) -> tuple[Page[Entry], list[Line]]:
    """A page of the trail, as `audit.queries.trail` gives it, told in words."""
    shown, found = trail(paths, wanted, page)
    return shown, [_told(line) for line in found]


def told_entries(paths: tuple[str, ...], wanted: Filter) -> Iterator[Line]:
    """All of them, told in words."""
    return map(_told, lines(paths, wanted))


def _told(line: Line) -> Line:
    changes = tuple(
        (str(FACTS.get(name, name)), _value(name, before), _value(name, after)) for name, before, after in line.changes
    )
    return replace(line, reason=_reason(line.reason), changes=changes)


def _value(name: str, value: Any) -> Any:
    """A coded value by its name, several of them side by side."""
    if isinstance(value, list):
        return listed(_value(name, each) for each in value)
    return VALUES.get((name, value), value) if isinstance(value, str) else value


def _reason(reason: str) -> str:
    """An act with a reason code keeps it as the first word of its reason."""
    code, _space, words = reason.partition(" ")
    labels = {choice.value: str(choice.label) for choice in Change.Reason}
    return f"{labels[code]}　{words}".strip() if code in labels else reason
