"""A line of the ledger as a thing from whose limits a committee decided an exception: it is recorded with the line, and goes with it."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Final

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tongxin.core.refusals import Refused
from tongxin.purchases.access import get_line, purchases_for
from tongxin.purchases.queries.payers import SUBJECT
from tongxin.rulebook.hooks import Subject, Taken


def take(actor: Any, now: datetime, pk: int, hold: bool) -> Taken:
    """Never by itself. Refuses: 404, `access.…`, `purchases.exempted_with_line`."""
    get_line(actor, pk, change=True)
    raise Refused("purchases.exempted_with_line", _("台账里的例外跟着那一笔走。要撤，先把那一笔冲掉。"))


def sees(actor: Any, pk: int) -> bool:
    """Who reads the line."""
    return purchases_for(actor).filter(pk=pk).exists()


LINE: Final = Subject(SUBJECT, gettext_lazy("采购"), take, sees, lambda pk: reverse("purchases:line", args=[pk]))
