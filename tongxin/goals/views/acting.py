"""What the pages of goals have in common: form, act, refusal, and the way on."""

from __future__ import annotations

from functools import partial

from django.urls import reverse

from tongxin.org.models import Unit
from tongxin.ui import asking
from tongxin.ui.asking import Asking

__all__ = ["Asking", "ask", "split", "tree_url"]

ask = partial(asking.ask, template="goals/act.html")


def tree_url(unit: Unit, year: int) -> str:
    """The address of a unit's goals."""
    return f"{reverse('goals:goals', args=[year])}?unit={unit.pk}"


def split(measure: str) -> dict[str, str]:
    """`key:part` as key and part."""
    key, _colon, part = measure.partition(":")
    return {"key": key, "part": part}
