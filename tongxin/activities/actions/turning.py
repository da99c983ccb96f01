"""What every act on an activity does: lock, authorise, look it up in the table of its life, save, leave one entry."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from django.db import transaction
from django.utils.translation import gettext as _

from tongxin.activities.access import require_run
from tongxin.activities.actions.obeying import obey
from tongxin.activities.hooks import Turned, followers
from tongxin.activities.models import Activity, Change
from tongxin.activities.rules import life
from tongxin.activities.rules.reasons import needs_words
from tongxin.activities.words import ACT_LABELS
from tongxin.audit.actions import record
from tongxin.core.database import lock
from tongxin.core.refusals import Refused
from tongxin.org.actor import Actor

FIELDS: Final = tuple(field.attname for field in Activity._meta.concrete_fields if field.attname != "id")


@dataclass(frozen=True)
class Why:
    """The turn an act is, with its reason code and words."""

    kind: Change.Kind
    reason: str
    words: str


@contextmanager
def turn(act: str, *, actor: Actor, now: datetime, activity: Activity, why: Why | None = None) -> Iterator[Activity]:
    """The activity locked and fresh, in one transaction; what is set on it in the block is saved with its new state.

    Leaves one audit entry with what changed, and a `Change` where there is a reason to keep.
    Refuses: `access.no_right`, `access.office_mode`, `activity.not_possible`, `activity.words_needed`, and
    `restriction.forbids` as `obeying.obey` says.
    """
    with transaction.atomic():
        held = locked(activity)
        require_run(actor, held)
        require_possible(held, act)
        if why and needs_words(why.reason, why.words):
            raise Refused("activity.words_needed", _("原因选了“其他”，写一句是什么原因。"), field="words")
        before = state_of(held)
        yield held
        held.state = life.leads_to(act, held.state)
        warned = obey(act, held, before, now)
        changed = save(held, before)
        if why:
            keep_turn(held, before, why, actor, now)
        leave_entry(act, held, before, changed, actor, now, why, warned)
        words = why.words.strip() if why else ""
        follow(Turned(act, held, {name: before[name] for name in changed}, words, actor, now))


def follow(turned: Turned) -> None:
    """Let the apps above do what follows from an act, in its transaction."""
    for follower in followers:
        follower.after(turned)


def locked(activity: Activity) -> Activity:
    """The activity as it stands now, held until the transaction ends. Refuses: `activity.gone` (404)."""
    held = lock(Activity.objects.filter(pk=activity.pk)).select_related("unit", "category", "group").first()
    if held is None:
        raise Refused("activity.gone", _("这项活动已经不在了。"), status=404)
    return held


def require_possible(activity: Activity, act: str) -> None:
    """Refuses an act that the table does not know in this state: `activity.not_possible` (facts `state`, `act`)."""
    if life.may(act, activity.state):
        return
    facts = {"title": activity.title, "state": activity.get_state_display(), "act": ACT_LABELS[act]}
    sentence = _("“%(title)s”现在是“%(state)s”，不能再办“%(act)s”。什么都没有改。") % facts
    raise Refused("activity.not_possible", sentence, state=activity.state, act=act)


def state_of(activity: Activity) -> dict[str, Any]:
    """Every field as it is."""
    return {name: getattr(activity, name) for name in FIELDS}


def save(activity: Activity, before: dict[str, Any]) -> list[str]:
    """Write what changed; the names of the fields."""
    changed = [name for name in FIELDS if getattr(activity, name) != before[name]]
    if changed:
        activity.save(update_fields=changed)
    return changed


def keep_turn(activity: Activity, before: dict[str, Any], why: Why, actor: Actor, now: datetime) -> None:
    """Add the row of the life line."""
    Change.objects.create(
        activity=activity,
        kind=why.kind,
        reason=why.reason,
        words=why.words.strip(),
        at=now,
        by=actor.label,
        day_before=before["starts_on"],
        day_after=activity.starts_on,
        year_before=before["year"],
        year_after=activity.year,
    )


def leave_entry(
    act: str,
    activity: Activity,
    before: dict[str, Any],
    changed: list[str],
    actor: Actor,
    now: datetime,
    why: Why | None,
    warned: Sequence[str] = (),
) -> None:
    """Leave the act's one entry: only what changed, and what restrictions warned of."""
    after = {name: getattr(activity, name) for name in changed}
    record(
        actor=actor,
        now=now,
        act=f"activities.{act}",
        thing=activity,
        unit=activity.unit,
        reason=f"{why.reason} {why.words}".strip() if why else "",
        before={name: before[name] for name in changed},
        after={**after, "warned": list(warned)} if warned else after,
    )
