"""Approved wordings of a year (提法): add and change."""

from __future__ import annotations

from datetime import date, datetime

from django.core.validators import slug_re
from django.db import transaction
from django.utils.translation import gettext as _

from tongxin.audit.actions import record
from tongxin.core.database import lock
from tongxin.core.refusals import Refused
from tongxin.org.access import require_right
from tongxin.org.actor import Actor
from tongxin.org.models import Unit
from tongxin.report.access import SUMMARY_WRITE
from tongxin.report.models import Wording

FIELDS = ("title", "text", "source", "approved_on")


@transaction.atomic
def add_wording(
    *,
    actor: Actor,
    now: datetime,
    unit: Unit,
    year: int,
    key: str,
    title: str,
    text: str = "",
    source: str = "",
    approved_on: date | None = None,
) -> Wording:
    """Add a wording for a unit, all below it, and a year. Drafts take `preamble`, `preamble-1` …, `duty` (its title is the
    heading), `duty-1` …, `activities` (heading), `activities-effect`, `problems-organisation`, `problems-arrangement`,
    `closing`; any other key is there to be inserted.

    Refuses: `access.…`, `wording.bad_key`, `wording.no_title`, `wording.exists`.
    """
    require_right(actor, SUMMARY_WRITE, unit)
    _require_sound(key, title)
    if Wording.objects.filter(unit=unit, year=year, key=key).exists():
        sentence = _("%(year)s年已经有一条用处为“%(key)s”的提法，改那一条。") % {"year": year, "key": key}
        raise Refused("wording.exists", sentence, field="key")
    wording = Wording.objects.create(
        unit=unit,
        year=year,
        key=key,
        title=title.strip(),
        text=text.strip(),
        source=source.strip(),
        approved_on=approved_on,
    )
    record(
        actor=actor,
        now=now,
        act="report.add_wording",
        thing=wording,
        unit=unit,
        label=wording.title,
        after=_state(wording),
    )
    return wording


@transaction.atomic
def change_wording(
    *,
    actor: Actor,
    now: datetime,
    wording: Wording,
    title: str,
    text: str,
    source: str = "",
    approved_on: date | None = None,
) -> Wording:
    """Change a wording; texts that it was inserted into stay as they are. Refuses: `access.…`, `wording.no_title`."""
    changed = lock(Wording.objects.filter(pk=wording.pk)).select_related("unit").get()
    require_right(actor, SUMMARY_WRITE, changed.unit)
    _require_sound(changed.key, title)
    before = _state(changed)
    changed.title, changed.text, changed.source, changed.approved_on = (
        title.strip(),
        text.strip(),
        source.strip(),
        approved_on,
    )
    changed.save()
    record(
        actor=actor, now=now, act="report.change_wording", thing=changed, unit=changed.unit, label=changed.title,
        before=before, after=_state(changed),
    )  # fmt: skip
    return changed


def _require_sound(key: str, title: str) -> None:
    if not slug_re.match(key):
        raise Refused("wording.bad_key", _("用处只用小写字母、数字和连字符，比如 duty-1。"), field="key")
    if not title.strip():
        raise Refused("wording.no_title", _("名称还空着，写几个字，插入时认得出。"), field="title")


def _state(wording: Wording) -> dict[str, object]:
    return {name: getattr(wording, name) for name in FIELDS}
