"""Ask people for health or travel data, for a while."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from tongxin.audit.actions import record
from tongxin.core.clock import today
from tongxin.core.language import ours
from tongxin.core.refusals import Refused
from tongxin.mobilisation.models import Asked, Collection
from tongxin.mobilisation.rules.questions import MOST_DAYS, in_order, keeps_too_long
from tongxin.notices.actions import tell
from tongxin.notices.models import Notice
from tongxin.notices.queries.audience import people_of
from tongxin.org.access import require_right
from tongxin.org.actor import Actor
from tongxin.org.models import Person, Unit
from tongxin.org.queries.units import union_of
from tongxin.org.rules.rights import PEOPLE_CHANGE
from tongxin.ui.words import day as day_words
from tongxin.ui.words import listed

READERS = 2


@transaction.atomic
def begin_collection(
    *,
    actor: Actor,
    now: datetime,
    unit: Unit,
    title: str,
    purpose: str,
    ground: str,
    asks: Sequence[str],
    units: Iterable[Unit],
    ends_on: date,
    erase_on: date,
    readers: Sequence[Person],
) -> Collection:
    """Everybody placed in `units` is asked from today to `ends_on`; single answers are for the two `readers`, until `erase_on`.

    Refuses: `access.…`, `collection.no_purpose`, `collection.no_ground`, `collection.no_question`, `collection.past`,
    `collection.kept_too_long`, `collection.two_readers`, `collection.foreign_reader`, `collection.nobody`,
    `collection.not_below`.
    """
    require_right(actor, PEOPLE_CHANGE, unit)
    day, chosen = today(now), list({each.pk: each for each in units}.values())
    keys = in_order(asks)
    _require_reason(purpose, ground, keys)
    _require_days(day, ends_on, erase_on)
    _require_readers(unit, readers)
    _require_units(unit, chosen)
    collection = Collection.objects.create(
        unit=unit, title=title.strip(), purpose=purpose.strip(), ground=ground.strip(), asks=keys, starts_on=day, ends_on=ends_on,
        keep_days=(erase_on - ends_on).days, by=actor.label, begun_at=now,
    )  # fmt: skip
    collection.readers.set(readers)
    people = {each.pk: people_of(each, "staff", day) for each in chosen}
    Asked.objects.bulk_create(Asked(collection=collection, unit=each, people=len(people[each.pk])) for each in chosen)
    _tell(actor, now, collection, {person for found in people.values() for person in found}, chosen)
    record(
        actor=actor, now=now, act="mobilisation.begin_collection", thing=collection, unit=unit,
        after={
            "asks": keys, "ends_on": ends_on, "erase_on": erase_on, "units": [each.code for each in chosen],
            "readers": [reader.name for reader in readers],
        },
    )  # fmt: skip
    return collection


def _require_reason(purpose: str, ground: str, asks: Sequence[str]) -> None:
    if not purpose.strip():
        raise Refused("collection.no_purpose", _("写清为什么要，填的人先看到它。"), field="purpose")
    if not ground.strip():
        raise Refused("collection.no_ground", _("写清依据：哪个文件、哪条规定要求的。"), field="ground")
    if not asks:
        raise Refused("collection.no_question", _("至少选一个要问的。"), field="asks")


def _require_days(day: date, ends_on: date, erase_on: date) -> None:
    if ends_on < day:
        raise Refused("collection.past", _("这一天已经过了，换一个以后的日子。"), field="ends_on")
    if keeps_too_long((erase_on - ends_on).days):
        words = _("填完后第二天起、%(most)s天内必须删掉，改早一点。") % {"most": MOST_DAYS}
        raise Refused("collection.kept_too_long", words, field="erase_on")


def _require_readers(unit: Unit, readers: Sequence[Person]) -> None:
    if len({reader.pk for reader in readers}) != READERS:
        raise Refused("collection.two_readers", _("写两个人：只有这两个人能看单份。"), field="readers")
    union = union_of(unit).pk
    if any(reader.union_id != union for reader in readers):
        raise Refused("collection.foreign_reader", _("能看单份的人要在本工会花名册里。"), field="readers")


def _require_units(unit: Unit, units: Sequence[Unit]) -> None:
    if not units:
        raise Refused("collection.nobody", _("还没选问哪些单位。"), field="units")
    stray = [each.called for each in units if not each.is_below(unit)]
    if stray:
        facts = {"units": listed(stray), "unit": unit.called}
        raise Refused("collection.not_below", _("%(units)s不在%(unit)s下面，问不了。") % facts, field="units")


def _tell(actor: Actor, now: datetime, collection: Collection, people: set[int], units: Sequence[Unit]) -> None:
    with ours():
        facts = {"end": day_words(collection.ends_on), "erase": day_words(collection.erase_on)}
        tell(
            actor=actor, now=now, unit=collection.unit, kind=Notice.Kind.ANNOUNCEMENT, key=f"mobilisation:collection:{collection.pk}",
            title=_("请填：%(title)s") % {"title": collection.title}, to=people, thing=collection,
            body="\n".join((collection.purpose, _("填到%(end)s，%(erase)s删掉") % facts)),
            url=reverse("mobilisation:answer", args=[collection.pk]), audience=listed([unit.called for unit in units]),
        )  # fmt: skip
        tell(
            actor=actor, now=now, unit=collection.unit, kind=Notice.Kind.ANNOUNCEMENT, thing=collection,
            key=f"mobilisation:collection:{collection.pk}:readers", to=collection.readers.values_list("pk", flat=True),
            title=_("由你看单份：%(title)s") % {"title": collection.title}, body=_("只有你和另一位能看，每看一次都有记录。"),
            url=reverse("mobilisation:answers", args=[collection.pk]),
        )  # fmt: skip
