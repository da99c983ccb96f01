"""Take an own template out of use."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from tongxin.audit.actions import record
from tongxin.core.database import lock
from tongxin.core.refusals import Refused
from tongxin.org.access import require_right
from tongxin.org.actor import Actor
from tongxin.org.rules.rights import ACTIVITIES_RUN
from tongxin.paperwork.models import Template


@transaction.atomic
def retire_template(*, actor: Actor, now: datetime, template: Template) -> Template:
    """The template stays on record and is used no more. Refuses: `access.…`, `template.retired`."""
    require_right(actor, ACTIVITIES_RUN, template.unit)
    held = lock(Template.objects.filter(pk=template.pk)).select_related("unit").get()
    if not held.in_use:
        raise Refused("template.retired", _("这个模板已经停用了。"))
    held.in_use = False
    held.save(update_fields=["in_use"])
    given = {"paper": held.kind}
    record(
        actor=actor, now=now, act="paperwork.retire_template", thing=held, label=held.name, unit=held.unit, after=given
    )
    return held
