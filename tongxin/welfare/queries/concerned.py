"""Whom an act on a round is told to."""

from __future__ import annotations

from typing import Final

from tongxin.org.models import Post
from tongxin.org.rules.rights import RIGHTS_OF_POST, WELFARE_APPROVE, WELFARE_RUN
from tongxin.welfare.models import Round
from tongxin.welfare.queries.entitled import entitled_of

APPROVING: Final = tuple(kind for kind, rights in RIGHTS_OF_POST.items() if WELFARE_APPROVE in rights)
RUNNING: Final = tuple(kind for kind, rights in RIGHTS_OF_POST.items() if WELFARE_RUN in rights)


def approvers(round: Round, *, besides: int | None = None) -> set[int]:
    """Those who may approve in the round's unit, without the one who acts. One query."""
    return _holders(round, APPROVING) - {besides or 0}


def runners(round: Round, *, besides: int | None = None) -> set[int]:
    """Those who run the unit's rounds, without the one who acts. One query."""
    return _holders(round, RUNNING) - {besides or 0}


def recipients(round: Round) -> set[int]:
    """Everybody who is entitled. One query."""
    return set(entitled_of(round).order_by().values_list("person", flat=True))


def _holders(round: Round, kinds: tuple[str, ...]) -> set[int]:
    posts = Post.objects.filter(unit=round.unit_id, kind__in=kinds, until=None, person__left_on=None)
    return set(posts.values_list("person", flat=True))


def handed_in(round: Round) -> int | None:
    """The id of the step by which the round was last handed in; None where it never was. One query."""
    return round.steps.filter(kind="submit").order_by("pk").values_list("pk", flat=True).last()
