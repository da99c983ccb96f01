"""What forms offer."""

from __future__ import annotations

from django.db.models import QuerySet

from tongxin.goods.access import products_of, scopes_of, suppliers_of
from tongxin.org.models import Unit
from tongxin.purchases.rules.rounds import BUYING
from tongxin.welfare.models import Round

__all__ = ["partner_units", "products_of", "rounds_to_buy", "scopes_of", "suppliers_of"]


def rounds_to_buy(unit: Unit) -> QuerySet[Round]:
    """Rounds of the unit for which one may buy: approved and not settled, the newest first."""
    return Round.objects.filter(unit=unit, state__in=BUYING, settlement=None).order_by("-gives_on", "-pk")


def partner_units(unit: Unit) -> QuerySet[Unit]:
    """Units that may have a part in a task: the open ones of the same tree."""
    root = (unit.path or "\0").split(".")[0]
    return Unit.objects.filter(path__startswith=f"{root}.", closed_on=None).order_by("kind", "order", "name_key")
