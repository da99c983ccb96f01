"""What a committee let through of a round's rules."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from tongxin.org.access import steps
from tongxin.rulebook.models import Exemption
from tongxin.rulebook.queries.exemptions import of_the_year, standing
from tongxin.welfare.models import Round
from tongxin.welfare.queries.judging import COUNTED

KIND: Final = "round"


def exemptions_of(round: Round) -> tuple[Exemption, ...]:
    """As `exemptions_of_several`. Two queries."""
    return exemptions_of_several([round])[round.pk]


def exemptions_of_several(rounds: Iterable[Round]) -> dict[int, tuple[Exemption, ...]]:
    """The exemptions that hold for each round, by its id; `part` of one is who pays.

    Its own ones; and of what a head gets in a year those of the year's other approved rounds of its unit and the units above:
    the committee decided how far the year's sum may go, whichever of its rounds is looked at. Two queries.
    """
    asked = list(rounds)
    above = {unit for each in asked for unit in steps(each.unit.path)}
    of_year = Round.objects.filter(year__in={each.year for each in asked}, unit__in=above, state__in=COUNTED)
    where = {pk: (year, unit) for pk, year, unit in of_year.values_list("pk", "year", "unit").order_by()}
    decided = standing(KIND, {*where, *(each.pk for each in asked)})
    return {each.pk: tuple(one for one in decided if _holds(one, each, where)) for each in asked}


def _holds(exemption: Exemption, round: Round, where: dict[int, tuple[int, int]]) -> bool:
    if exemption.thing_id == round.pk:
        return True
    year, unit = where.get(exemption.thing_id, (0, 0))
    return of_the_year(exemption) and year == round.year and unit in steps(round.unit.path)
