"""Hand in the application."""

from __future__ import annotations

from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from tongxin.activities.access import require_run
from tongxin.core.language import ours
from tongxin.core.refusals import Refused
from tongxin.notices.actions import tell
from tongxin.org.actor import Actor
from tongxin.outings.actions.turning import turn
from tongxin.outings.models import Outing
from tongxin.outings.queries.checked import checked
from tongxin.outings.queries.concerned import deciders
from tongxin.outings.queries.gaps import gaps_of
from tongxin.outings.words import BOXES, MISSING
from tongxin.ui.words import listed


def apply(*, actor: Actor, now: datetime, outing: Outing, words: str = "") -> Outing:
    """The union is asked to approve; its office and chairs hear of it.

    Refuses: `access.…`, `outing.not_possible`, `outing.called_off`, `outing.incomplete` (fact `missing`), `outing.against_rules`
    (a rule that blocks; fact `rules`), `outing.restricted`.
    """
    require_run(actor, outing.activity)
    with turn("apply", actor=actor, now=now, outing=outing, words=words) as held:
        require_complete(held)
        require_allowed(held, now)
        with ours():
            title = _("%(unit)s申请团建") % {"unit": held.activity.unit.called}
        told = list(deciders(held.activity.unit, besides=actor.person_id))
        steps = held.steps.count()
        tell(
            actor=actor, now=now, unit=held.activity.unit, kind="reminder", key=f"outing {held.pk} apply {steps}", title=title,
            to=told, url=reverse("outings:outing", args=[held.pk]), thing=held.activity,
        )  # fmt: skip
    return held


def require_complete(outing: Outing) -> None:
    """Refuses an application that leaves something open: the first gap at its box, all of them in the sentence."""
    gaps = gaps_of(outing)
    if gaps:
        facts = {"missing": listed(MISSING[name] for name in gaps)}
        sentence = _("还差：%(missing)s。已经填的都在。") % facts
        raise Refused("outing.incomplete", sentence, field=BOXES.get(gaps[0], gaps[0]), missing=gaps)


def require_allowed(outing: Outing, now: datetime) -> None:
    """Refuses what a rule or a restriction forbids."""
    found = checked(outing, now)
    if found.findings.blocks:
        broken = [each.rule.called for each in found.findings.blocks]
        sentence = _("不合规则：%(rules)s。改好再交，出处在下面。") % {"rules": listed(broken)}
        raise Refused("outing.against_rules", sentence, rules=[each.rule.rule_id for each in found.findings.blocks])
    if found.barred and found.restricted is not None:
        first = next(each for each in found.restricted.said if each.stops and each.finding.met_by is None)
        raise Refused("outing.restricted", first.sentence)
