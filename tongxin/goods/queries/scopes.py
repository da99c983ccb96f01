"""Scopes of counting with their counties."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import F

from tongxin.goods.access import scopes_for
from tongxin.goods.models import Scope
from tongxin.goods.rules.poor import ANHUI
from tongxin.goods.words import county
from tongxin.org.actor import Actor
from tongxin.org.rules.rights import MONEY_CHANGE


@dataclass(frozen=True)
class ScopeLine:
    """A scope: its counties by name; `by_heart` where some of them come from the list known here."""

    scope: Scope
    counties: tuple[str, ...]
    by_heart: bool
    may_change: bool


def scope_lines(actor: Actor) -> list[ScopeLine]:
    """All scopes that the actor's units know, those in use first. One query."""
    rows = scopes_for(actor).select_related("unit").order_by(F("retired_at").desc(nulls_first=True), "pk")
    return [_line(actor, row) for row in rows]


def ticked(known: Iterable[Scope]) -> list[Scope]:
    """The scope that a tick of the 832 counties means, of scopes in use with their units: that of the nearest unit that has one.
    Several where that unit has several, none where nobody has one."""
    poor = [each for each in known if each.kind == Scope.Kind.COUNTIES_832]
    nearest = max((len(each.unit.path or "") for each in poor), default=0)
    return [each for each in poor if len(each.unit.path or "") == nearest]


def _line(actor: Actor, scope: Scope) -> ScopeLine:
    known = bool(set(scope.counties) & set(ANHUI)) and scope.kind == Scope.Kind.COUNTIES_832
    names = tuple(county(code) for code in scope.counties)
    return ScopeLine(scope, names, known, actor.may(MONEY_CHANGE, scope.unit))
