"""Say in which region a unit stands."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from tongxin.audit.actions import record
from tongxin.core.refusals import Refused
from tongxin.org.access import require_right
from tongxin.org.actor import Actor
from tongxin.org.models import Unit
from tongxin.org.rules.rights import RULES_CONFIRM
from tongxin.rulebook.models import UnitRegion
from tongxin.rulebook.rules.regions import is_region


@transaction.atomic
def set_region(*, actor: Actor, now: datetime, unit: Unit, region: str) -> UnitRegion:
    """From now on the rules of `region` (`CN-34-02`) hold for the unit and all below it.

    Refuses: `access.…` (`rules.confirm` is needed), `region.unknown`.
    """
    require_right(actor, RULES_CONFIRM, unit)
    code = region.strip().upper()
    if not is_region(code):
        raise Refused("region.unknown", _("没有这样的地区代码，例如芜湖写 CN-34-02。"), field="region")
    before = UnitRegion.objects.filter(unit=unit).values_list("region", flat=True).first()
    place, _fresh = UnitRegion.objects.update_or_create(unit=unit, defaults={"region": code})
    record(
        actor=actor, now=now, act="rulebook.set_region", thing=unit, unit=unit, before={"region": before or ""},
        after={"region": code},
    )  # fmt: skip
    return place
