"""The parts of an activity's page that signing up fills."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from tongxin.activities.access import may_run
from tongxin.activities.models import Activity
from tongxin.org.actor import Actor
from tongxin.signups.forms.sign_up import SignUpForm
from tongxin.signups.queries.desk_panel import DeskPanel, desk_panel
from tongxin.signups.queries.offered import Offered, offered


@dataclass(frozen=True)
class HomePanel:
    """What a member sees and can fill in."""

    activity: Activity
    offered: Offered
    form: SignUpForm | None


def home(actor: Actor, activity: Activity, now: datetime) -> HomePanel | None:
    """The sign-up of an activity for its member; None where there is nothing to sign up for.

    Asked once for all parts of a page, which have the activity in common.
    """
    kept = activity.__dict__.setdefault("_signing_up", {})
    key = (actor.person_id, now)
    if key not in kept:
        kept[key] = _home(actor, activity, now)
    panel: HomePanel | None = kept[key]
    return panel


def _home(actor: Actor, activity: Activity, now: datetime) -> HomePanel | None:
    found = offered(actor, activity, now)
    if found is None:
        return None
    return HomePanel(activity, found, form_of(found, actor))


def mine(actor: Actor, activity: Activity, now: datetime) -> HomePanel | None:
    """The reader's own places, above everything else; None where there are none."""
    panel = home(actor, activity, now)
    return panel if panel and panel.offered.mine else None


def form_of(found: Offered, actor: Actor) -> SignUpForm | None:
    """The form that all slots still open share; None where one tap is all, and where each asks something else: then the form
    comes after the tap."""
    free = [choice.slot for choice in found.choices if choice.open]
    if not found.can or not free or not SignUpForm.asks_anything(free[0]):
        return None
    if len({SignUpForm.signature(slot) for slot in free}) > 1:
        return None
    return SignUpForm(slot=free[0], union_id=actor.union_id)


def dock(actor: Actor, activity: Activity, now: datetime) -> HomePanel | None:
    """The one button, only while it does something."""
    panel = home(actor, activity, now)
    return panel if panel and (panel.offered.can or panel.offered.early) else None


def desk(actor: Actor, activity: Activity, now: datetime) -> DeskPanel | None:
    """How signing up stands, and what officers can do about it."""
    return desk_panel(activity, now) if may_run(actor, activity) else None
