"""Make a pool: an instrument of the act that offers something."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, Final

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from tongxin.core.language import ours
from tongxin.core.refusals import Refused
from tongxin.notices.actions import standing
from tongxin.notices.models import Notice
from tongxin.org.models import Unit
from tongxin.places.models import Draw, Pool, Quota
from tongxin.places.rules.drawing import commitment

# What people are told of their places, by name; written once a pool in the installation's language.
STANDING: Final = {
    "held": gettext_noop("报上了：%(label)s"),
    "waiting": gettext_noop("候补中：%(label)s"),
    "entered": gettext_noop("等抽签：%(label)s"),
    "promoted": gettext_noop("候补转正了：%(label)s"),
    "offered": gettext_noop("轮到你了，等你确认：%(label)s"),
    "expired": gettext_noop("过时没确认，名额给了下一位：%(label)s"),
    "removed": gettext_noop("你被移出名单：%(label)s"),
    "lost": gettext_noop("这次没抽中：%(label)s"),
}


@transaction.atomic
def open_pool(
    *,
    actor: Any,
    now: datetime,
    unit: Unit,
    label: str,
    url: str = "",
    open_to: Iterable[Unit] = (),
    quotas: Mapping[Unit, int] | None = None,
    draw_source: str = "",
    says: Mapping[str, str] = STANDING,
    **terms: Any,
) -> Pool:
    """A pool of `unit` under these terms (the fields of `Pool`). For a draw its commitment is made now, before anybody enters.

    `says` is what people are told of their places, by name; none: the act above tells what there is to tell.
    The caller's act checks authority and leaves the entry. Refuses: `places.backwards`, `places.no_end`, `places.quotas_over`.
    """
    units, kept = list(open_to), dict(quotas or {})
    pool = Pool(unit=unit, label=label[:120], url=url, narrowed=bool(units), has_quotas=bool(kept), **terms)
    require_sound(pool, kept)
    pool.save()
    pool.open_to.set(units)
    Quota.objects.bulk_create(Quota(pool=pool, unit=each, seats=seats) for each, seats in kept.items())
    with ours():
        _standing_notices(pool, says, actor, now)
    if pool.way == Pool.Way.DRAW:
        seed = secrets.token_hex(32)
        Draw.objects.create(
            pool=pool, seed=seed, commitment=commitment(seed), committed_at=now, source=draw_source.strip()
        )
    return pool


def require_sound(pool: Pool, quotas: Mapping[Unit, int]) -> None:
    """Refuses terms that cannot be kept."""
    if pool.opens_at and pool.closes_at and pool.closes_at <= pool.opens_at:
        raise Refused("places.backwards", _("报名截止在开始之前，改其中一个。"), field="closes_at")
    if pool.way == Pool.Way.DRAW and (pool.closes_at is None or pool.capacity is None):
        field = "closes_at" if pool.closes_at is None else "capacity"
        raise Refused("places.no_end", _("抽签要有名额和报名截止时间，到时才能抽。"), field=field)
    if pool.capacity is not None and sum(quotas.values()) > pool.capacity:
        raise Refused("places.quotas_over", _("给各单位留的加起来比总名额还多。"), field="quotas")


def _standing_notices(pool: Pool, says: Mapping[str, str], actor: Any, now: datetime) -> None:
    pool.told = {
        what: standing(
            key=f"places:{pool.pk}:{what}", now=now, unit=pool.unit, kind=Notice.Kind.PLACE, url=pool.url, by=actor.label,
            title=(_(title) % {"label": pool.label})[:120], thing_type="places.pool", thing_id=pool.pk,
        ).pk
        for what, title in says.items()
    }  # fmt: skip
    pool.save(update_fields=["told"])
