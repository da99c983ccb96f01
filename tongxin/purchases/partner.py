"""Logistics accepts a round's packs by a link: what it sees, what it is asked, what its answer does."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from django import forms
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tongxin.core import clock
from tongxin.core.language import ours
from tongxin.partners.hooks import Purpose, Thing
from tongxin.partners.models import Link
from tongxin.purchases.access import get_round_to_buy
from tongxin.purchases.actions.acceptance import MOST, accept_by_link
from tongxin.purchases.models import Acceptance, Settlement
from tongxin.purchases.rules.rounds import BUYING
from tongxin.ui.forms import Form
from tongxin.welfare.models import Pack, Round

KEY: Final = "purchases.acceptance"


class AcceptanceForm(Form):
    """How many of each pack came, and how many of them were bad; `noted` is what the office put down already, (came, bad) by pack."""

    on = forms.DateField(label=gettext_lazy("哪天到的"))
    words = forms.CharField(
        label=gettext_lazy("说明"), max_length=200, required=False, help_text=gettext_lazy("坏在哪里、少了什么")
    )

    def __init__(self, posted: Any, packs: list[Pack], noted: Mapping[int, tuple[int, int]], **kwargs: Any) -> None:
        super().__init__(posted, **kwargs)
        self.packs, self.noted = packs, noted
        for pack in packs:
            self.fields[f"came_{pack.pk}"] = self._count(_("到了几份"))
            self.fields[f"bad_{pack.pk}"] = self._count(_("坏了几份"))

    def _count(self, label: str) -> forms.IntegerField:
        return forms.IntegerField(
            label=label,
            min_value=0,
            max_value=MOST,
            widget=forms.NumberInput(attrs={"class": "box", "inputmode": "numeric"}),
        )

    def pairs(self) -> list[tuple[Pack, Any, Any, tuple[int, int] | None]]:
        """Each pack with its two boxes, and what the office noted."""
        return [(pack, self[f"came_{pack.pk}"], self[f"bad_{pack.pk}"], self.noted.get(pack.pk)) for pack in self.packs]


def form(link: Link, posted: Any, query: Mapping[str, Any]) -> Form:
    """The form, with what was said by a link of the round before: this answer takes its place."""
    found = list(Acceptance.objects.filter(round=link.thing_id).order_by("at", "pk"))
    said = {each.pack_id: each for each in found if each.link_id is not None}
    last = next((each for each in reversed(found) if each.link_id is not None), None)
    initial: dict[str, Any] = {
        "on": last.on if last else clock.today(clock.now()),
        "words": last.words if last else "",
    }
    packs = list(Pack.objects.filter(round=link.thing_id))
    for pack in packs:
        before = said.get(pack.pk)
        initial |= {f"came_{pack.pk}": before.came if before else None, f"bad_{pack.pk}": before.bad if before else 0}
    return AcceptanceForm(posted, packs, _noted(found), initial=initial)


def _noted(found: list[Acceptance]) -> dict[int, tuple[int, int]]:
    """What the office put down of each pack, all loads together."""
    noted: dict[int, tuple[int, int]] = {}
    for each in found:
        if each.link_id is None:
            came, bad = noted.get(each.pack_id, (0, 0))
            noted[each.pack_id] = (came + each.came, bad + each.bad)
    return noted


def ask(link: Link, query: Mapping[str, Any]) -> Round:
    """The round: its name and day, no names of people and no prices."""
    return Round.objects.get(pk=link.thing_id)


def answer(link: Link, name: str, cleaned: dict[str, Any], now: datetime) -> str | None:
    """What was said of each pack."""
    packs = [int(key.removeprefix("came_")) for key in cleaned if key.startswith("came_")]
    counts = {pk: (cleaned[f"came_{pk}"], cleaned[f"bad_{pk}"]) for pk in packs}
    accept_by_link(link=link, name=name, now=now, on=cleaned["on"], counts=counts, words=cleaned["words"])
    return None


def over(link: Link) -> str:
    """Settled, called off or gone: nobody asks any more."""
    round = Round.objects.filter(pk=link.thing_id).first()
    if round is None or round.state not in BUYING:
        return _("这次福利现在不用验收了。")
    if Settlement.objects.filter(round=round).exists():
        return _("这次福利已经结算了，不用再验收。")
    return ""


def thing(actor: Any, thing_id: int) -> Thing:
    """The round, for who buys for it."""
    round = get_round_to_buy(actor, thing_id)
    with ours():
        label = _("验收“%(title)s”的礼包") % {"title": round.title}
    return Thing(label, round.unit, reverse("purchases:round", args=[round.pk]))


PURPOSE: Final = Purpose(
    key=KEY, label=gettext_lazy("验收礼包"), template="purchases/_accept_by_link.html", ask=ask, form=form, answer=answer,
    thing=thing, over=over, sees=gettext_lazy("这次福利的名称、发放日期、各个礼包里有什么和已经记下的验收"), sees_not=gettext_lazy("领取人名单、价格和谁出的钱"),
)  # fmt: skip
