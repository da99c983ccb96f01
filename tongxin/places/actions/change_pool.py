"""Change the terms of a pool."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from tongxin.audit.actions import record
from tongxin.core.refusals import Refused
from tongxin.org.models import Unit
from tongxin.places.actions.holding import held
from tongxin.places.actions.open_pool import require_sound
from tongxin.places.actions.promote import promote
from tongxin.places.models import Pool, Quota


@transaction.atomic
def change_pool(
    *,
    actor: Any,
    now: datetime,
    pool: Pool,
    open_to: Iterable[Unit] | None = None,
    quotas: Mapping[Unit, int] | None = None,
    **terms: Any,
) -> Pool:
    """Change terms; more places let in who waits. Who has a place keeps it, whatever the new terms say.

    Refuses: `places.below_taken` where the new number is below what is given out, `places.way_fixed` once somebody signed up,
    `places.drawn`, and as `open_pool`.
    """
    kept = held(pool.pk)
    before = {name: getattr(kept, name) for name in terms if getattr(kept, name) != terms[name]}
    _require_possible(kept, terms)
    for name, value in terms.items():
        setattr(kept, name, value)
    if open_to is not None:
        units = list(open_to)
        kept.open_to.set(units)
        kept.narrowed = bool(units)
    if quotas is not None:
        _set_quotas(kept, quotas)
    require_sound(kept, {quota.unit: quota.seats for quota in kept.quotas.select_related("unit")})
    kept.save()
    if before or open_to is not None or quotas is not None:
        after = {name: getattr(kept, name) for name in before}
        record(actor=actor, now=now, act="places.change_pool", thing=kept, unit=kept.unit, before=before, after=after)
    promote(kept, actor=actor, now=now)
    return kept


def _require_possible(pool: Pool, terms: Mapping[str, Any]) -> None:
    capacity = terms.get("capacity", pool.capacity)
    if capacity is not None and capacity < pool.taken:
        sentence = _("已经给出%(taken)s个名额，不能少于这个数。") % {"taken": pool.taken}
        raise Refused("places.below_taken", sentence, field="capacity")
    companions = terms.get("companions_capacity", pool.companions_capacity)
    if companions is not None and companions < pool.companions_taken:
        sentence = _("家属名额已经给出%(taken)s个，不能少于这个数。") % {"taken": pool.companions_taken}
        raise Refused("places.below_taken", sentence, field="companions_capacity")
    if terms.get("way", pool.way) != pool.way and pool.last_number:
        raise Refused("places.way_fixed", _("已经有人报名，先到先得和抽签不能再换。"), field="way")
    drawn = pool.way == Pool.Way.DRAW and pool.draw.drawn_at is not None
    if drawn and terms.get("closes_at", pool.closes_at) != pool.closes_at:
        raise Refused("places.drawn", _("已经抽过签，报名不能再开。"), field="closes_at")


def _set_quotas(pool: Pool, quotas: Mapping[Unit, int]) -> None:
    """The new quotas; a unit's may not fall below what its people already sit in."""
    there = {quota.unit_id: quota for quota in pool.quotas.all()}
    for unit, seats in quotas.items():
        quota = there.pop(unit.pk, None) or Quota(pool=pool, unit=unit)
        if seats < quota.taken:
            facts = {"unit": unit.called, "taken": quota.taken}
            sentence = _("%(unit)s已经用了%(taken)s个名额，不能少于这个数。") % facts
            raise Refused("places.below_taken", sentence, field="quotas")
        quota.seats = seats
        quota.save()
    for quota in there.values():
        quota.delete()
    pool.has_quotas = bool(quotas)
