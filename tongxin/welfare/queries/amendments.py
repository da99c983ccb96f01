"""What was changed of a round after it was approved, for its page and its papers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from django.utils.translation import gettext as _

from tongxin.ui.words import moment
from tongxin.welfare.models import Amendment, Round
from tongxin.welfare.queries.packs import PackView


def amendments_of(round: Round) -> tuple[Amendment, ...]:
    """In the order of time. One query."""
    return tuple(round.amendments.select_related("pack"))


def said(change: Amendment) -> str:
    """`A 米油礼包从20份改到30份`, in the reader's language."""
    if change.until is not None:
        was = moment(change.until_was) if change.until_was else "—"
        return _("选礼包截止从%(was)s改到%(now)s") % {"was": was, "now": moment(change.until)}
    told = {"pack": str(change.pack), "was": much(change.stock_was), "now": much(change.stock)}
    return _("%(pack)s从%(was)s改到%(now)s") % told


def much(stock: int | None) -> str:
    """`30份`, or that there is enough for all."""
    return _("管够") if stock is None else _("%(n)s份") % {"n": stock}


def as_approved(packs: Iterable[PackView], changes: Iterable[Amendment]) -> tuple[PackView, ...]:
    """The packs with as many as had been approved: before the first change of each."""
    first: dict[int, int | None] = {}
    for change in changes:
        if change.pack_id is not None:
            first.setdefault(change.pack_id, change.stock_was)
    return tuple(replace(pack, stock=first.get(pack.pk, pack.stock)) for pack in packs)
