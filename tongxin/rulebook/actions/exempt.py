"""Keep that a committee decided an exception from a limit, and take such a decision back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from django.core.files.uploadedfile import UploadedFile
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from tongxin.audit.actions import record
from tongxin.core.clock import today
from tongxin.core.refusals import Refused
from tongxin.files.actions import keep
from tongxin.files.models import Attachment
from tongxin.org.actor import Actor
from tongxin.org.models import Unit
from tongxin.rulebook.access import get_subject
from tongxin.rulebook.models import Exemption, Rule, Withdrawal
from tongxin.rulebook.queries.blocked import finding_on
from tongxin.rulebook.queries.check import Finding
from tongxin.rulebook.rules.exempting import kept

LONGEST: Final = {"minutes_no": 60, "basis": 120, "basis_no": 60, "why": 300}


@dataclass(frozen=True)
class Decided:
    """What a committee decided: its minutes' number and day, the document above it with its number, why; a scan, where there is."""

    minutes_no: str
    minutes_on: date | None
    basis: str
    basis_no: str
    why: str
    scan: UploadedFile | None = None


@transaction.atomic
def exempt(
    *, actor: Actor, now: datetime, kind: str, thing: int, rule: Rule, decided: Decided, part: str = ""
) -> Exemption:  # fmt: skip
    """This version of `rule` does not stop the thing (`kind`, its id; `part` of it: who pays), as far as it goes today.

    It covers nothing worse: when more is given later, or a new version of the rule comes, the rule stops it again. Only while
    the thing is in the making: what was handed in or approved is taken back first, so that what is approved holds its exemptions.
    Refuses: as the thing's own app; `rulebook.exempted_already`, `rulebook.not_broken`, `rulebook.not_exemptible` (fact `rule`),
    `rulebook.no_minutes`, `rulebook.minutes_future`, `rulebook.no_basis`, `rulebook.no_reason`, and as `files.actions.keep`.
    """
    taken = get_subject(kind).take(actor, now, thing, True)
    finding = require_open(finding_on(taken, part, rule.pk))
    require_decided(decided, now)
    made = put(actor=actor, now=now, unit=taken.unit, kind=kind, thing=thing, label=taken.label, finding=finding, decided=decided, part=part)  # fmt: skip
    record(
        actor=actor,
        now=now,
        act="rulebook.exempt",
        thing=taken.thing,
        unit=taken.unit,
        reason=made.why,
        after=told(made),
    )
    return made


@transaction.atomic
def withdraw_exemption(*, actor: Actor, now: datetime, exemption: Exemption, why: str) -> Withdrawal:
    """The exemption holds no more; the rule stops the thing again. Only while the thing is in the making.

    Refuses: as the thing's own app; `rulebook.no_reason`, `rulebook.withdrawn_already`.
    """
    taken = get_subject(exemption.kind).take(actor, now, exemption.thing_id, True)
    made = end(actor=actor, now=now, exemption=exemption, why=why)
    record(
        actor=actor, now=now, act="rulebook.withdraw_exemption", thing=taken.thing, unit=taken.unit, reason=made.why,
        before=told(exemption), after={"withdrawn": now},
    )  # fmt: skip
    return made


def require_decided(decided: Decided, now: datetime) -> None:
    """Refuses a decision without minutes of a meeting that was held, without a document above it, or without a word why."""
    for name, longest in LONGEST.items():
        if len(getattr(decided, name).strip()) > longest:
            words = _("写得太长，最多%(longest)s个字。") % {"longest": longest}
            raise Refused("rulebook.too_long", words, field=name)
    if not decided.minutes_no.strip():
        raise Refused("rulebook.no_minutes", _("写上会议纪要的编号，没有会议决定不能例外。"), field="minutes_no")
    if decided.minutes_on is None:
        raise Refused("rulebook.no_minutes", _("写上是哪天开的会。"), field="minutes_on")
    if decided.minutes_on > today(now):
        raise Refused("rulebook.minutes_future", _("这一天还没到。开了会、定了再记。"), field="minutes_on")
    if not decided.basis.strip():
        raise Refused("rulebook.no_basis", _("写上省里或者上级工会的哪份文件准许的。"), field="basis")
    if not decided.basis_no.strip():
        raise Refused("rulebook.no_basis", _("写上文号；没有文号的写发文日期。"), field="basis_no")
    if not decided.why.strip():
        raise Refused("rulebook.no_reason", _("写一句为什么，查账的人看得懂。"), field="why")


def require_exemptible(findings: Sequence[Finding]) -> None:
    """Refuses `rulebook.not_exemptible` where one of these is no limit but a prohibition (fact `rule`)."""
    for each in findings:
        if not each.exemptible:
            words = _("“%(rule)s”管的不是花多少，是不许的事，开会也不能例外。") % {"rule": each.rule.called}
            raise Refused("rulebook.not_exemptible", words, rule=each.rule.rule_id)


def put(
    *, actor: Actor, now: datetime, unit: Unit, kind: str, thing: int, label: str, finding: Finding, decided: Decided, part: str = ""
) -> Exemption:  # fmt: skip
    """The row itself, with its scan. An instrument of an act that checks authority and the decision, and leaves the entry."""
    assert transaction.get_connection().in_atomic_block
    assert decided.minutes_on is not None
    made = Exemption.objects.create(
        rule=finding.rule, unit=unit, kind=kind, thing_id=thing, part=part, label=label[:200], value=kept(finding.measured),
        limit=kept(finding.bound), minutes_no=decided.minutes_no.strip(), minutes_on=decided.minutes_on,
        basis=decided.basis.strip(), basis_no=decided.basis_no.strip(), why=decided.why.strip(), at=now, by=actor.label,
        person_id=actor.person_id,
    )  # fmt: skip
    if decided.scan is not None:
        try:
            keep(actor=actor, now=now, thing=made, upload=decided.scan, kind=Attachment.Kind.PAPER)
        except Refused as refusal:
            refusal.field = "scan"
            raise
    return made


def end(*, actor: Actor, now: datetime, exemption: Exemption, why: str) -> Withdrawal:
    """The row itself. As `put`. Refuses: `rulebook.no_reason`, `rulebook.withdrawn_already`."""
    if not why.strip():
        raise Refused("rulebook.no_reason", _("写一句为什么撤回。"), field="why")
    try:
        with transaction.atomic():
            return Withdrawal.objects.create(exemption=exemption, why=why.strip()[:300], at=now, by=actor.label)
    except IntegrityError as twice:
        raise Refused("rulebook.withdrawn_already", _("这个例外已经撤回了，什么都没有改。")) from twice


def told(exemption: Exemption) -> dict[str, Any]:
    """The exemption as the trail keeps it."""
    names = ("kind", "thing_id", "part", "value", "limit", "minutes_no", "minutes_on", "basis", "basis_no")
    rule = exemption.rule
    return {
        "exemption": exemption.pk,
        "rule": f"{rule.rule_id} v{rule.version}",
        **{name: getattr(exemption, name) for name in names},
    }


def require_open(found: Finding | None) -> Finding:
    """What stands in the way and may be let through.

    Refuses: `rulebook.exempted_already`, `rulebook.not_broken`, `rulebook.not_exemptible` (fact `rule`).
    """
    if found is not None and found.exemption is not None:
        raise Refused("rulebook.exempted_already", _("这一条已经按会议决定例外了，不用再记。"))
    if found is None or not found.blocks:
        raise Refused("rulebook.not_broken", _("这条规则现在没有拦住它，不用例外。"))
    require_exemptible([found])
    return found
