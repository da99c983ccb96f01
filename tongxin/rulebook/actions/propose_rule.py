"""Propose a rule of one's own unit."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from tongxin.audit.actions import record
from tongxin.core.database import lock
from tongxin.core.refusals import Refused
from tongxin.org.access import require_right
from tongxin.org.actor import Actor
from tongxin.org.models import Unit
from tongxin.org.rules.rights import RULES_PROPOSE
from tongxin.rulebook.actions.keeping import row
from tongxin.rulebook.models import Rule
from tongxin.rulebook.queries.place import region_of
from tongxin.rulebook.queries.rows import rows_of, rules_of
from tongxin.rulebook.rules.exact import NotExact, exact
from tongxin.rulebook.rules.metrics import METRICS
from tongxin.rulebook.rules.row import Row
from tongxin.rulebook.rules.tightening import loosened
from tongxin.rulebook.rules.versions import in_force
from tongxin.rulebook.words import said


@transaction.atomic
def propose_rule(
    *,
    actor: Actor,
    now: datetime,
    unit: Unit,
    title: str,
    occasion: str,
    metric: str,
    value: str,
    effective_from: date,
    effective_to: date | None = None,
    severity: str = Rule.Severity.WARN,
    document: str = "",
    document_no: str = "",
    article: str = "",
    note: str = "",
    evidence: list[str] | None = None,
) -> Rule:
    """A rule for the unit and all below it; it comes into force when somebody else confirms it.

    `value` is exact text in the metric's measure (fen, `2/3`, a count, words parted by `|`). A rule of the same metric and
    occasion that the unit has already gets a further version. Refuses: `access.…`, `rule.no_title`, `rule.no_document`
    (a decision without its minutes), `rule.not_exact`, `rule.backwards`, `rule.looser` (fact `rule`).
    """
    require_right(actor, RULES_PROPOSE, unit)
    unit = lock(Unit.objects.filter(pk=unit.pk)).get()
    own = _own(metric, occasion, value, severity, unit.pk)
    _require_said(title, document, effective_from, effective_to)
    _require_tighter(own, unit, effective_from)
    kept = Rule.objects.filter(unit=unit, metric=metric, occasion=occasion)
    known = kept.order_by("-added_at", "-pk").first()
    rule_id = known.rule_id if known else f"{unit.code.upper()[:24]}.{Rule.objects.filter(unit=unit).count() + 1}"
    version = 1 + kept.filter(rule_id=rule_id, effective_from=effective_from).count()
    fields: dict[str, Any] = {
        "title": title.strip(), "level": Rule.Level.SCHOOL, "region": region_of(unit), "domain": Rule.Domain.FUNDS,
        "occasion": occasion, "metric": metric, "operator": own.operator, "value": own.value, "measure": own.measure,
        "effective_to": effective_to, "severity": severity, "confidence": Rule.Confidence.READ, "issuer": unit.name,
        "document": document.strip(), "document_no": document_no.strip(), "article": article.strip(), "note": note.strip(),
        "evidence": evidence or [],
    }  # fmt: skip
    made = row(
        rule_id, effective_from, version, fields, now=now, by=actor.label, unit=unit, proposed_by_id=actor.person_id
    )
    made.save()
    told = {"rule_id": rule_id, "value": own.value, "occasion": occasion, "metric": metric, "from": effective_from}
    record(actor=actor, now=now, act="rulebook.propose", thing=made, unit=unit, after=told)
    return made


def _own(metric: str, occasion: str, value: str, severity: str, owner: int) -> Row:
    kind = METRICS[metric]
    made = Row(0, "", metric, kind.operator, value.strip(), kind.measure, severity, "V1", occasion, owner=owner)
    try:
        exact(made.value, made.measure)
    except NotExact as wrong:
        raise Refused("rule.not_exact", _("这个数值看不懂，照旁边的例子写。"), field="value") from wrong
    return made


def _require_said(title: str, document: str, since: date, until: date | None) -> None:
    if not title.strip():
        raise Refused("rule.no_title", _("规则叫什么还空着，写一句大家看得懂的。"), field="title")
    if not document.strip():
        raise Refused("rule.no_document", _("写上是哪次会议、哪份文件定的。"), field="document")
    if until and until < since:
        raise Refused("rule.backwards", _("止在起之前，改其中一个。"), field="effective_to")


def _require_tighter(own: Row, unit: Unit, day: date) -> None:
    """Against what is in force for the units above on the first day; the unit's own earlier rule may be changed freely."""
    rules = {rule.pk: rule for rule in rules_of(unit, (own.occasion,)) if rule.unit_id != unit.pk}
    above = loosened(own, in_force(rows_of(list(rules.values())).values(), day))
    if above is not None:
        facts = {"rule": rules[above.pk].called, "limit": said(above.limit, above.measure, above.metric)}
        sentence = _("“%(rule)s”已经定了%(limit)s，本单位的规则只能更严，不能更松。") % facts
        raise Refused("rule.looser", sentence, field="value", rule=above.rule_id)
