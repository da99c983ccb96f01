"""Refusals that write nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tongxin.audit.models import Entry
from tongxin.core.refusals import Refused
from tongxin.goals.models import Aim, AimMeasure, AimYear, Directive, Evidence, Goal, Indicator, Serves


def kept() -> list[Any]:
    """Everything that acts of goals write."""
    nouns = (Goal, Indicator, Serves, Directive, Evidence, Aim, AimMeasure, AimYear)
    return [Entry.objects.count(), *(list(noun.objects.order_by("pk").values_list()) for noun in nouns)]


def refused(code: str, act: Callable[..., Any], *args: Any, **given: Any) -> None:
    """The act is refused with that code, and nothing is written."""
    before = kept()
    with pytest.raises(Refused) as refusal:
        act(*args, **given)
    assert refusal.value.code == code
    assert kept() == before
