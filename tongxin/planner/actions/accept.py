"""Take over lines of a proposal."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from tongxin.activities.models import Change
from tongxin.audit import actions as audit
from tongxin.core.database import lock
from tongxin.core.refusals import Refused
from tongxin.org.access import require_right
from tongxin.org.actor import Actor
from tongxin.org.rules.rights import PLAN_CHANGE
from tongxin.planner import words as said
from tongxin.planner.actions.placing import put, state_of
from tongxin.planner.models import Proposal, ProposedMove
from tongxin.planner.problem import Year
from tongxin.planner.queries.freshness import is_touched
from tongxin.planner.queries.gather import gather
from tongxin.planner.rules.digest import Facts, facts_of
from tongxin.ui.words import listed

LONGEST = 300


@dataclass(frozen=True)
class Accepted:
    """The lines that were taken over, and those left because the facts behind them changed since."""

    done: tuple[ProposedMove, ...]
    touched: tuple[ProposedMove, ...]


@transaction.atomic
def accept(
    *,
    actor: Actor,
    now: datetime,
    proposal: Proposal,
    reason: str,
    words: str = "",
    lines: Collection[int] | None = None,
) -> Accepted:
    """Do what the lines say (`lines` None: all that have a place), with one reason for all; each activity's turn keeps the
    reason in words. A line whose facts changed since is left; where that is all of them, nothing is done.

    Refuses: `access.…`, `proposal.what_if`, `proposal.closed`, `proposal.reason_needed`, `proposal.nothing_chosen`,
    `proposal.facts_changed`, `proposal.line_refused` (an activity's own rules, or a restriction, do not let it).
    """
    held = open_proposal(actor, proposal)
    if reason not in Change.Reason.values:
        raise Refused("proposal.reason_needed", _("选一个原因，会员看得到。"), field="reason")
    chosen = _chosen(held, lines)
    year = gather(held.unit, held.year, now).year
    before = Facts.of_json(held.facts)
    stale = tuple(move for move in chosen if is_touched(before, year, move))
    sound = tuple(move for move in chosen if move not in stale)
    if not sound:
        raise Refused("proposal.facts_changed", _changed_words(stale))
    for move in sound:
        _do(actor, now, move, reason, words)
    _close(held, reason, gather(held.unit, held.year, now).year, sound)
    after = {"lines": len(sound), "reason": reason, "left": len(stale)}
    audit.record(actor=actor, now=now, act="planner.accept", thing=held, unit=held.unit, reason=words, after=after)
    return Accepted(sound, stale)


def open_proposal(actor: Actor, proposal: Proposal) -> Proposal:
    """The proposal, locked, as long as it can be decided. Refuses: `access.…`, `proposal.what_if`, `proposal.closed`."""
    held = lock(Proposal.objects.filter(pk=proposal.pk)).select_related("unit").get()
    require_right(actor, PLAN_CHANGE, held.unit)
    if held.as_of is not None:
        raise Refused("proposal.what_if", _("这是回头看的方案，只能看，不能采纳。"))
    if not held.is_open:
        sentence = _("这个方案现在是“%(state)s”，什么都没有改。") % {"state": held.get_state_display()}
        raise Refused("proposal.closed", sentence, state=held.state)
    return held


def _chosen(proposal: Proposal, lines: Collection[int] | None) -> list[ProposedMove]:
    """Open lines among those asked for, in their order."""
    rows = proposal.moves.filter(decision=ProposedMove.Decision.OPEN).select_related("activity__unit")
    rows = rows.exclude(day_after=None) if lines is None else rows.filter(pk__in=lines)
    chosen = list(rows)
    if not chosen:
        raise Refused("proposal.nothing_chosen", _("一项都没勾。勾上要采纳的，再点。"))
    return chosen


def _changed_words(moves: Collection[ProposedMove]) -> str:
    titles = listed(move.activity.title for move in moves)
    return _("%(titles)s：排好以后情况变了，这些不能照着改。什么都没有改；重新看一次怎么改最少。") % {"titles": titles}


def _do(actor: Actor, now: datetime, move: ProposedMove, reason: str, words: str) -> None:
    because = said.short(move.reasons, unplaced=move.unplaced)
    told = " ".join(part for part in (words.strip(), because) if part)[:LONGEST]
    move.stood = state_of(move.activity)
    try:
        activity = put(actor=actor, now=now, move=move, activity=move.activity, reason=reason, words=told)
    except Refused as refusal:
        if refusal.status != 422:
            raise
        facts = {"title": move.activity.title, "why": refusal.sentence}
        raise Refused(
            "proposal.line_refused",
            _("“%(title)s”：%(why)s 去掉这一项再采纳，其余的什么都没有改。") % facts,
        ) from refusal
    move.stands = state_of(activity)
    move.decision, move.decided_at, move.decided_by = ProposedMove.Decision.ACCEPTED, now, actor.label
    move.save(update_fields=["stood", "stands", "decision", "decided_at", "decided_by"])


def _close(proposal: Proposal, reason: str, year: Year, done: Collection[ProposedMove]) -> None:
    """What was accepted is a fact now: the other lines still rest on it."""
    known = facts_of(year).items
    items = dict(proposal.facts.get("items", {}))
    for move in done:
        key = str(move.activity_id)
        items.pop(key, None)
        items |= {key: known[key]} if key in known else {}
    proposal.facts = {**proposal.facts, "items": items}
    waits = proposal.moves.filter(decision=ProposedMove.Decision.OPEN).exclude(day_after=None).exists()
    proposal.state = Proposal.State.PARTLY if waits else Proposal.State.ACCEPTED
    proposal.reason = reason
    proposal.save(update_fields=["facts", "state", "reason"])
