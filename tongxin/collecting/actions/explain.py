"""Say why some have not collected: of each, several at once with the same reason; in common for all others."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from tongxin.audit.actions import record
from tongxin.collecting.access import get_reach
from tongxin.collecting.actions.hand_over_list import MOST
from tongxin.collecting.actions.putting import keep_round, not_handing
from tongxin.collecting.models import Remainder, Unfetched
from tongxin.collecting.queries.rest import unexplained, without_receipt
from tongxin.core.refusals import Refused
from tongxin.org.actor import Actor
from tongxin.welfare.access import get_round_to_run
from tongxin.welfare.models import Round


@transaction.atomic
def explain(
    *, actor: Actor, now: datetime, round: Round, lines: Collection[int], why: str, words: str = ""
) -> tuple[int, int]:
    """Write down why these have not collected, instead of what was written of them before: how many, and how many were passed over
    because they have theirs by now or are not the actor's.

    Refuses: as `access.get_reach`, `collecting.not_handing`, `collecting.nobody`, `collecting.too_many`, `collecting.no_reason`.
    """
    keep_round(round.pk)
    reach = get_reach(actor, round.pk)
    if reach.round.state != Round.State.HANDING:
        raise not_handing(reach.round)
    _require_said(lines, why, words)
    found = list(without_receipt(reach.round).filter(reach.condition(), pk__in=lines).order_by("pk"))
    Unfetched.objects.bulk_create(
        [Unfetched(entitled=line, why=why, words=words.strip()[:120], at=now, by=actor.label) for line in found],
        update_conflicts=True, unique_fields=["entitled"], update_fields=["why", "words", "at", "by"],
    )  # fmt: skip
    if found:
        record(
            actor=actor, now=now, act="collecting.explain", thing=reach.round, unit=reach.round.unit, reason=words.strip(),
            after={"why": why, "people": [line.person_id for line in found]},
        )  # fmt: skip
    return len(found), len(set(lines)) - len(found)


def _require_said(lines: Collection[int], why: str, words: str) -> None:
    if not lines:
        raise Refused("collecting.nobody", _("一个人都没勾，先勾上。"))
    if len(lines) > MOST:
        raise Refused("collecting.too_many", _("一次最多%(n)s人，分几次记。") % {"n": MOST})
    if why not in Unfetched.Why.values:
        raise Refused("collecting.no_reason", _("挑一个原因。"), field="why")
    if why == Unfetched.Why.OTHER and not words.strip():
        raise Refused("collecting.no_reason", _("写一句为什么没领。"), field="words")


@transaction.atomic
def explain_rest(*, actor: Actor, now: datetime, round: Round, words: str) -> Remainder:
    """Write down why those did not collect of whom nobody said anything; a round with such people is not closed without it.
    Written again it replaces the words; once the round is closed the words alone.

    Refuses: `access.…`, `collecting.no_reason`, `collecting.not_handing`.
    """
    keep_round(round.pk)
    held = get_round_to_run(actor, round.pk)
    if not words.strip():
        raise Refused("collecting.no_reason", _("写一句为什么没领。"), field="words")
    before = Remainder.objects.filter(round=held).values("words", "count").first()
    if held.state != Round.State.HANDING and not (held.state == Round.State.CLOSED and before):
        raise not_handing(held)
    facts = {"words": words.strip()[:300], "at": now, "by": actor.label}
    if held.state == Round.State.HANDING:
        facts["count"] = unexplained(held)
    made, _fresh = Remainder.objects.update_or_create(round=held, defaults=facts)
    record(
        actor=actor, now=now, act="collecting.explain_rest", thing=held, unit=held.unit, before=before,
        after={"words": made.words, "count": made.count},
    )  # fmt: skip
    return made
