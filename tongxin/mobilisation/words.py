"""Words that pages, sheets and notices of mobilisation share."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Any, Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tongxin.core.clock import local, today
from tongxin.mobilisation.models import Call
from tongxin.mobilisation.rules.questions import AWAY, NOTE, TEMPERATURE, WELL
from tongxin.ui.words import hour

CALL_SHAPES: Final = {
    Call.State.DRAFT: "draft", Call.State.OPEN: "plan", Call.State.CLOSED: "moved", Call.State.ENDED: "done",
}  # fmt: skip
PLACE_SHAPES: Final = {"held": "plan", "waiting": "todo", "offered": "moved", "entered": "draft"}
QUESTIONS: Final[dict[str, Any]] = {
    WELL: gettext_lazy("今天身体好不好"), TEMPERATURE: gettext_lazy("体温"), AWAY: gettext_lazy("出没出过本市，去过哪里"),
    NOTE: gettext_lazy("补充一句"),
}  # fmt: skip
COUNTED: Final[dict[str, Any]] = {
    WELL: gettext_lazy("身体不舒服"), TEMPERATURE: gettext_lazy("37.3度以上"), AWAY: gettext_lazy("出过本市"),
}  # fmt: skip


def number_of_hours(minutes: int) -> str:
    """`4`, `4.5`, `0.33`: hours with as many places as are needed, two at most."""
    rounded = (Decimal(minutes) / 60).quantize(Decimal("0.01"))
    text = f"{rounded:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def hours(minutes: int) -> str:
    """`4.5小时`."""
    return _("%(n)s小时") % {"n": number_of_hours(minutes)}


def span(starts: datetime, ends: datetime) -> str:
    """`8:00-12:00`, `20:00-次日8:00`."""
    if today(ends) > today(starts) and local(ends).time() != local(ends).time().min:
        return _("%(from)s-次日%(to)s") % {"from": hour(local(starts)), "to": hour(local(ends))}
    until = "24:00" if today(ends) > today(starts) else hour(local(ends))
    return f"{hour(local(starts))}-{until}"
