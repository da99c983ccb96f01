"""Confirm or decline a version: the second of two persons."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from tongxin.audit.actions import record
from tongxin.core.database import lock
from tongxin.core.refusals import Refused
from tongxin.org.access import require_right
from tongxin.org.actor import Actor
from tongxin.org.models import Unit
from tongxin.org.rules.rights import RULES_CONFIRM
from tongxin.rulebook.models import Decision, Rule
from tongxin.rulebook.rules.row import KNOWN


def confirm_rule(
    *, actor: Actor, now: datetime, rule: Rule, unit: Unit, words: str, since: date | None = None
) -> Decision:
    """The version rests on a source that was looked at (`words`): it is in force for the unit, and may block.

    A unit's own version is confirmed for that unit. `since` is the first day, where the version does not know it.
    Refuses: `access.…`, `rule.same_person` (who proposed it), `rule.decided`, `rule.nothing_to_confirm` (a shipped rule that
    rests on a source), `rule.no_words`, `rule.no_day`.
    """
    if rule.effective_from is None and since is None:
        raise Refused("rule.no_day", _("这一条没有写哪天起执行，确认时写上。"), field="since")
    day = since if rule.effective_from is None else None
    return _decide(Decision.Kind.CONFIRMED, actor, now, rule, unit, words, day)


def decline_rule(*, actor: Actor, now: datetime, rule: Rule, unit: Unit, words: str) -> Decision:
    """The version is not taken: it never holds for the unit. Refuses as `confirm_rule`."""
    return _decide(Decision.Kind.DECLINED, actor, now, rule, unit, words, None)


@transaction.atomic
def _decide(kind: str, actor: Actor, now: datetime, rule: Rule, unit: Unit, words: str, since: date | None) -> Decision:
    owner = rule.unit or unit
    require_right(actor, RULES_CONFIRM, owner)
    held = lock(Rule.objects.filter(pk=rule.pk)).get()
    _require_open(held, owner, actor)
    if not words.strip():
        raise Refused("rule.no_words", _("写一句依据：看了哪份文件，或者哪次会议定的。"), field="words")
    made = Decision.objects.create(
        rule=held, unit=owner, kind=kind, since=since, words=words.strip(), at=now, by=actor.label
    )
    act = "rulebook.confirm" if kind == Decision.Kind.CONFIRMED else "rulebook.decline"
    after = {"rule_id": held.rule_id, "version": held.version, "since": since}
    record(actor=actor, now=now, act=act, thing=held, unit=owner, reason=made.words, after=after)
    return made


def _require_open(rule: Rule, unit: Unit, actor: Actor) -> None:
    if rule.unit_id is None and rule.confidence != KNOWN:
        raise Refused("rule.nothing_to_confirm", _("这一条有出处，不用再确认。"))
    if rule.proposed_by_id is not None and rule.proposed_by_id == actor.person_id:
        raise Refused("rule.same_person", _("这一条是你提的，要换一个人来确认。"))
    if rule.decisions.filter(unit=unit).exists():
        raise Refused("rule.decided", _("这一条已经有人定过了，什么都没有改。"))
