"""What a round gives, as the rulebook asks for it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Final

from django.db.models import Q, QuerySet

from tongxin.org.access import inside, steps
from tongxin.org.models import Unit
from tongxin.places.models import Pool
from tongxin.welfare.models import Entitled, PackItem, Round, Share
from tongxin.welfare.rules.facts import Given, bears_assistance
from tongxin.welfare.rules.yearly import most_along

State = Round.State
# Rounds that count towards a year's sum: what has been approved and not called off.
COUNTED: Final = (State.APPROVED, State.CHOOSING, State.HANDING, State.CLOSED)


def given_by(round: Round) -> Given:
    """Shares, for whom, what goods. Three queries."""
    return given_by_several([round])[round.pk]


def given_by_several(rounds: Iterable[Round]) -> dict[int, Given]:
    """The same of several rounds, by id. Three queries however many there are."""
    by_id = {each.pk: each for each in rounds}
    shares: dict[int, list[tuple[str, int]]] = {pk: [] for pk in by_id}
    for share in Share.objects.filter(round__in=by_id):
        shares[share.round_id].append((share.payer, share.fen))
    outsiders = set(_outsiders(by_id).values_list("round", flat=True).distinct())
    marked: dict[int, list[bool]] = {pk: [] for pk in by_id}
    items = PackItem.objects.filter(pack__round__in=by_id).order_by()
    for pk, _item, scope in items.values_list("pack__round", "pk", "product__scopes").distinct():
        marked[pk].append(scope is not None)
    return {
        pk: Given(each.festival, tuple(shares[pk]), _members_only(each, pk in outsiders), bears_assistance(marked[pk]))
        for pk, each in by_id.items()
    }


def year_sums(unit: Unit, year: int, *, besides: int | None = None) -> Counter[str]:
    """Fen a head that each payer gives in the year's approved festival rounds to who gets the most of the unit: by rounds of the
    unit, of those above it, and of those below in which that person stands. One query.
    """
    near = inside(unit, "round__unit__path") | Q(round__unit__in=steps(unit.path))
    rows = Share.objects.filter(near, round__year=year, round__state__in=COUNTED).exclude(round__festival="")
    given: dict[str, Counter[str]] = {}
    for payer, path, fen in rows.exclude(round=besides).values_list("payer", "round__unit__path", "fen"):
        given.setdefault(payer, Counter())[path or ""] += fen
    return Counter({payer: most_along(unit.path or "", sums) for payer, sums in given.items()})


def _outsiders(rounds: Iterable[int]) -> QuerySet[Entitled]:
    return Entitled.objects.filter(Entitled.standing(), round__in=rounds, member=False).order_by()


def _members_only(round: Round, has_outsiders: bool) -> bool:
    """By the list where there is one; else by whom it is for."""
    if has_outsiders:
        return False
    return round.who == Pool.Who.MEMBERS or round.drawn_up_at is not None
