"""The link by which a partner unit goes through the list of a round."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from django.core.paginator import Page, Paginator
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tongxin.core.language import ours
from tongxin.core.numbers import whole
from tongxin.org.actor import Actor
from tongxin.partners.hooks import Purpose, Thing
from tongxin.partners.models import Link
from tongxin.welfare.access import fetch, get_round_to_run
from tongxin.welfare.actions import check_people
from tongxin.welfare.actions.confirm import PEOPLE
from tongxin.welfare.forms.people import USUAL, CheckingForm, rows_sent
from tongxin.welfare.models import Entitled, Missing, Round
from tongxin.welfare.queries.entitled import entitled_of
from tongxin.welfare.queries.people import UnitCount, units_of
from tongxin.welfare.rules import life

PER_PAGE: Final = 50


@dataclass(frozen=True)
class Asked:
    """What the page shows beside its form: units with counts, the page, who has been named as missing, whether it is confirmed."""

    round: Round
    total: int
    units: tuple[UnitCount, ...]
    unit: int | None
    page: Page[Entitled]
    missing: tuple[Missing, ...]
    usual: tuple[Any, ...] = USUAL


def thing(actor: Actor, pk: int) -> Thing:
    """The round, for who runs it."""
    round = get_round_to_run(actor, pk)
    with ours():
        label = _("核对名单：%(title)s") % {"title": round.title}
    return Thing(label, round.unit, reverse("welfare:people", args=[pk]))


def ask(link: Link, query: Mapping[str, Any]) -> Asked:
    """Unit, name and staff number of each, nothing else. Seven queries."""
    round = fetch(link.thing_id)
    rows = entitled_of(round)
    page, unit = _page(round, query)
    return Asked(round, rows.count(), units_of(rows), unit, page, tuple(round.missing.all()))


def form(link: Link, posted: Any, query: Mapping[str, Any]) -> CheckingForm:
    """The rows of the page that the address names; of what was sent the rows that were sent, wherever they stand by now."""
    round = fetch(link.thing_id)
    page, unit = _page(round, query)
    following = {"page": page.next_page_number()} if page.has_next() else {"page": page.number}
    if unit is not None:
        following["unit"] = unit
    rows = page.object_list if posted is None else entitled_of(round).filter(pk__in=rows_sent(posted))
    return CheckingForm(posted, rows=list(rows), next_query=urlencode(following))


def answer(link: Link, name: str, cleaned: dict[str, Any], now: datetime) -> str:
    """What was typed on this page, and whether that is all."""
    check_people(
        link=link, name=name, now=now, round=fetch(link.thing_id), remarks=cleaned["remarks"], missing=cleaned["missing"],
        done=cleaned["done"],
    )  # fmt: skip
    return str(cleaned["next"])


def over(link: Link) -> str:
    """The list is wanted no more."""
    round = Round.objects.filter(pk=link.thing_id).first()
    if round is None or not life.may("confirm", round.state):
        return _("这次福利已经办完或者取消了，名单不用再核对。谢谢。")
    return ""


def _page(round: Round, query: Mapping[str, Any]) -> tuple[Page[Entitled], int | None]:
    rows, unit = entitled_of(round), whole(str(query.get("unit", "")))
    if unit is not None:
        rows = rows.filter(unit=unit)
    return Paginator(rows, PER_PAGE).get_page(query.get("page", "1")), unit


PURPOSE: Final = Purpose(
    key=PEOPLE, label=gettext_lazy("核对名单"), template="welfare/_checking.html", ask=ask, form=form, answer=answer, thing=thing, over=over,
    sees=gettext_lazy("每个人的单位、姓名和工号"), sees_not=gettext_lazy("电话、会籍、领了什么和别的任何事"),
)  # fmt: skip
