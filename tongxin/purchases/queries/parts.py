"""Sums of a set of lines by scope, payer, origin and month: each exact, in fen."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count, QuerySet, Sum

from tongxin.goods.models import Scope
from tongxin.goods.words import county
from tongxin.purchases.models import Purchase
from tongxin.purchases.queries.ledger import in_any_scope, in_several_scopes, sum_of, through
from tongxin.purchases.words import NOT_SAID, payer
from tongxin.welfare.models import Payer


@dataclass(frozen=True)
class Share:
    """One part: its key in addresses, what it is called, fen, how many lines."""

    key: str
    label: str
    fen: int
    lines: int


@dataclass(frozen=True)
class Scopes:
    """Every scope for itself; `once` is the whole with each line counted once, `twice` what counts in more than one."""

    parts: tuple[Share, ...]
    once: int
    twice: int


def by_payer(rows: QuerySet[Purchase]) -> tuple[Share, ...]:
    """By who paid. One query."""
    found = {key: (fen, n) for key, fen, n in _grouped(rows, "payer")}
    return tuple(Share(key, payer(key), *found[key]) for key in Payer.values if key in found)


def by_origin(rows: QuerySet[Purchase]) -> tuple[Share, ...]:
    """By county, the most first; those without one under an empty key. One query."""
    made = [Share(key, county(key) or str(NOT_SAID), fen, n) for key, fen, n in _grouped(rows, "county")]
    return tuple(sorted(made, key=lambda share: (not share.key, -share.fen, share.key)))


def by_month(rows: QuerySet[Purchase]) -> tuple[int, ...]:
    """Fen of each of the twelve months. One query."""
    found = {int(month): fen for month, fen, _n in _grouped(rows, "on__month")}
    return tuple(found.get(month, 0) for month in range(1, 13))


def by_scope(rows: QuerySet[Purchase]) -> Scopes:
    """Each scope for itself, never added up; the whole counts a line once. Three queries."""
    pairs = through().filter(purchase__in=rows.order_by().values("pk")).order_by()
    sums = {pk: (fen, n) for pk, fen, n in pairs.values_list("scope").annotate(f=Sum("purchase__fen"), n=Count("pk"))}
    named = Scope.objects.filter(pk__in=sums).order_by("pk")
    parts = tuple(Share(str(scope.pk), scope.name, *sums[scope.pk]) for scope in named)
    return Scopes(parts, sum_of(rows.filter(in_any_scope())), sum_of(rows.filter(in_several_scopes())))


def _grouped(rows: QuerySet[Purchase], field: str) -> list[tuple[str, int, int]]:
    return list(rows.order_by().values_list(field).annotate(f=Sum("fen"), n=Count("pk")))
