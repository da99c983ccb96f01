"""What a round's page says of its money: all of it to who reads it, what was bought and from where to everybody."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from typing import Any

from tongxin.goods.words import origin
from tongxin.org.actor import Actor
from tongxin.org.models import Unit
from tongxin.purchases.access import may_change, may_read
from tongxin.purchases.models import Purchase
from tongxin.purchases.queries.money import Money, money_of
from tongxin.purchases.queries.tasks import TaskLine, task_lines
from tongxin.purchases.rules.rounds import BUYING, SETTLING, TOLD
from tongxin.purchases.words import assistance
from tongxin.welfare.models import Round


@dataclass(frozen=True)
class DeskPanel:
    """The round's accounts, and what may be done to them now."""

    money: Money
    buys: bool
    settles: bool


@dataclass(frozen=True)
class Bought:
    """Something that was bought, from where, for how much in fen."""

    what: str
    origin: str
    fen: int


@dataclass(frozen=True)
class HomePanel:
    """What everybody may know: goods, origins, per head, by payer; fen."""

    goods: tuple[Bought, ...]
    origins: tuple[tuple[str, int], ...]
    payers: tuple[tuple[str, int], ...]
    spent: int
    per_head: Fraction | None


@dataclass(frozen=True)
class UnitPart:
    """A unit's tasks of a year."""

    called: str
    tasks: tuple[TaskLine, ...]


def desk(actor: Actor, round: Round, now: datetime) -> DeskPanel | None:
    """For who reads the unit's money, from the approval on."""
    if round.state not in BUYING or not may_read(actor, round.unit):
        return None
    money, changes = money_of(round), may_change(actor, round.unit)
    open_ = changes and money.settlement is None
    return DeskPanel(money, open_, open_ and round.state in SETTLING and bool(money.lines))


def home(actor: Any, round: Round, now: datetime) -> HomePanel | None:
    """For everybody who sees the round, once it is handed out."""
    if round.state not in TOLD:
        return None
    money = money_of(round)
    goods = bought(money.lines)
    if not goods:
        return None
    payers = tuple((each.label, each.spent) for each in money.payers if each.spent)
    return HomePanel(goods, money.origins, payers, money.spent, money.per_head)


def bought(lines: Sequence[Purchase]) -> tuple[Bought, ...]:
    """What was bought and not taken back, the most first."""
    found: dict[tuple[str, str], int] = defaultdict(int)
    for line in lines:
        found[line.what, origin(line.county, line.village)] += line.fen
    goods = (Bought(what, place, fen) for (what, place), fen in found.items() if fen)
    return tuple(sorted(goods, key=lambda each: (-each.fen, each.what)))


def unit(actor: Actor, unit: Unit, year: int) -> UnitPart | None:
    """A unit's tasks on its page, for who reads its money."""
    if not may_read(actor, unit):
        return None
    tasks = tuple(task_lines(unit, year))
    return UnitPart(assistance(year), tasks) if tasks else None
