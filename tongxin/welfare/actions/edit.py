"""Fill in a round."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from django.utils.translation import gettext as _

from tongxin.core.refusals import Refused
from tongxin.org.actor import Actor
from tongxin.ui.words import fullday
from tongxin.welfare.access import require_run
from tongxin.welfare.actions.turning import turn
from tongxin.welfare.models import Round, Share

EDITABLE: Final = (
    "title", "year", "festival", "gives_on", "who", "about", "contact", "choose_from", "choose_until", "delivers", "donates_to",
    "few_quotes",
)  # fmt: skip
YEARS: Final = range(1990, 2101)


def edit(*, actor: Actor, now: datetime, round: Round, shares: Mapping[str, int] | None = None, **fields: Any) -> Round:
    """Change any of `EDITABLE`; `shares` are all that each payer gives for one head, in fen (nothing for who gives none).

    Whom it is for decides who is on the list: where that changes, the list is to be drawn up anew.
    Refuses: `access.…`, `welfare.not_possible`, `welfare.no_title`, `welfare.year`, `welfare.year_far`,
    `welfare.choosing_backward`.
    """
    if unknown := set(fields) - set(EDITABLE):
        raise TypeError(f"a round has no such fields to edit: {', '.join(sorted(unknown))}")
    require_run(actor, round)
    told: dict[str, Any] = {}
    with turn("edit", actor=actor, now=now, round=round, told=told) as held:
        who = held.who
        for name, value in fields.items():
            setattr(held, name, value.strip() if isinstance(value, str) else value)
        require_sound(held)
        if held.who != who:
            held.drawn_up_at = None
        if shares is not None:
            told["shares"] = _share(held, shares)
    return held


def require_sound(round: Round) -> None:
    """Refuses a round without a name, in a year that is none or far from its day, or whose choosing ends before it begins."""
    if not round.title:
        raise Refused("welfare.no_title", _("给这次福利起个名字，例如：中秋福利。"), field="title")
    if round.year not in YEARS:
        raise Refused("welfare.year", _("年度写四位数，例如2020。"), field="year")
    if abs(round.year - round.gives_on.year) > 1:
        words = _("%(day)s发的，计入%(year)s年太远了。最多差一年。")
        told = {"day": fullday(round.gives_on), "year": round.year}
        raise Refused("welfare.year_far", words % told, field="year")
    if round.choose_from and round.choose_until and round.choose_until <= round.choose_from:
        raise Refused("welfare.choosing_backward", _("选的截止要在开始以后。"), field="choose_until")


def _share(round: Round, shares: Mapping[str, int]) -> dict[str, int]:
    given = {payer: fen for payer, fen in shares.items() if fen}
    round.shares.all().delete()
    Share.objects.bulk_create(Share(round=round, payer=payer, fen=fen) for payer, fen in given.items())
    return given
