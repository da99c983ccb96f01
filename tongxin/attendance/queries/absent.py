"""Why somebody is not on the list, in words for the door."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tongxin.attendance.queries.facts import SlotFacts
from tongxin.places.models import Place

State = Place.State
WORDS: Final[dict[str, Any]] = {
    State.ENTERED: gettext_lazy("还没抽签，名单里没有。"),
    State.WAITING: gettext_lazy("还在候补，名单里没有。"),
    State.OFFERED: gettext_lazy("候补转正还没确认，名单里没有。"),
    State.WITHDRAWN: gettext_lazy("报过名，后来退出了。"),
    State.EXPIRED: gettext_lazy("候补转正逾期没有确认，名额已经给了别人。"),
    State.REMOVED: gettext_lazy("报过名，后来被移出了。"),
    State.LOST: gettext_lazy("抽签没抽中，名单里没有。"),
}


def why_not_listed(facts: SlotFacts, people: Collection[int]) -> dict[int, str]:
    """By person, what became of the place they once asked for. One query at most."""
    if not people or facts.pool is None:
        return {person: _("名单里没有。") for person in people}
    rows = Place.objects.filter(pool=facts.pool, person__in=people).order_by("number").values_list("person", "state")
    last = dict(rows)
    return {person: str(WORDS.get(last.get(person, ""), "")) or _("没有报名，名单里没有。") for person in people}
