"""What forms offer."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from tongxin.goods.access import products_of, scopes_of, suppliers_of
from tongxin.goods.models import Scope
from tongxin.org.access import inside
from tongxin.org.models import Unit
from tongxin.org.queries.units import union_of
from tongxin.purchases.models import Purchase
from tongxin.purchases.rules.rounds import BUYING
from tongxin.welfare.models import Round

__all__ = ["partners_offered", "products_of", "rounds_to_buy", "scopes_of", "scopes_to_keep", "suppliers_of"]

MOST_OFFERED = 40


def rounds_to_buy(unit: Unit, held: int | None = None) -> QuerySet[Round]:
    """Rounds of the unit for which one may buy: approved and not settled, the newest first; `held` stays among them."""
    open_ = Q(unit=unit, state__in=BUYING, settlement=None)
    return Round.objects.filter(open_ | Q(pk=held)).order_by("-gives_on", "-pk")


def scopes_to_keep(line: Purchase) -> QuerySet[Scope]:
    """Scopes in use, and those that the line counts in although they are retired."""
    return Scope.objects.filter(Q(pk__in=scopes_of(line.unit).values("pk")) | Q(pk__in=line.scopes.values("pk")))


def partners_offered(unit: Unit) -> list[str]:
    """What the departments of the unit's union are called, as a help to who types one: never more than `MOST_OFFERED`,
    however many units the tree has. Two queries."""
    rows = Unit.objects.filter(inside(union_of(unit)), closed_on=None, kind=Unit.Kind.DEPARTMENT)
    return [each.called for each in rows[:MOST_OFFERED]]
