"""One activity, as its page shows it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from tongxin.activities.access import may_run
from tongxin.activities.models import Activity, Change, Organiser
from tongxin.activities.rules import life
from tongxin.activities.rules.next_act import next_act
from tongxin.activities.words import ACT_ICONS, ACT_PAGES, SHAPES, button_of
from tongxin.core.clock import today
from tongxin.files.models import Attachment
from tongxin.files.queries import files_of
from tongxin.org.actor import Actor
from tongxin.org.models import Post

STOPPED: Final = (Activity.State.POSTPONED, Activity.State.CANCELLED, Activity.State.MERGED)
ASKED: Final = (Post.Kind.CHAIR, Post.Kind.OFFICE, Post.Kind.PARTNER, Post.Kind.COMMITTEE, Post.Kind.VICE_CHAIR)


@dataclass(frozen=True)
class Contact:
    """Who to ask: an officer of the unit that leads the activity."""

    name: str
    phone: str


@dataclass(frozen=True)
class Act:
    """A button of the page."""

    key: str
    label: str
    icon: str
    page: str


@dataclass(frozen=True)
class Detail:
    """The page of an activity: `stopped` is the turn that put it off, `main` the one act offered first."""

    activity: Activity
    shape: str
    state: str
    organisers: list[Organiser]
    contact: Contact | None
    changes: list[Change]
    stopped: Change | None
    online: Change | None
    photos: list[Attachment]
    papers: list[Attachment]
    absorbed: list[Activity]
    main: Act | None
    acts: list[Act]
    runs: bool
    late: int | None
    until: date | None


def detail_of(actor: Actor, activity: Activity, now: datetime) -> Detail:
    """Everything the page shows, for members and officers. Six queries at most."""
    organisers = list(activity.organisers.select_related("unit"))
    changes = list(activity.changes.all())
    files = files_of(activity)
    runs = may_run(actor, activity)
    main = next_act(activity.state, activity.starts_on, today(now)) if runs else None
    others = [act for act in life.possible(activity.state) if act != main] if runs else []
    until = activity.held_until or activity.ends_on
    return Detail(
        activity=activity, shape=SHAPES[activity.state], state=str(activity.get_state_display()), organisers=organisers,
        contact=_contact(activity, organisers), changes=changes,
        stopped=changes[-1] if changes and activity.state in STOPPED else None,
        online=next((each for each in reversed(changes) if each.kind == Change.Kind.ONLINE), None),
        photos=[file for file in files if file.kind == Attachment.Kind.PHOTO],
        papers=[file for file in files if file.kind != Attachment.Kind.PHOTO],
        absorbed=list(activity.absorbed.filter(state=Activity.State.MERGED)),
        main=_act(main, activity) if main else None, acts=[_act(act, activity) for act in others], runs=runs,
        late=(activity.day - activity.planned_on).days if activity.day and activity.planned_on else None,
        until=until if until != activity.day else None,
    )  # fmt: skip


def _act(key: str, activity: Activity) -> Act:
    return Act(key, str(button_of(key, activity)), ACT_ICONS[key], ACT_PAGES[key])


def _contact(activity: Activity, organisers: list[Organiser]) -> Contact | None:
    """An officer of the first leading unit that has one, else of the owner: the chair before the office before others."""
    units = [each.unit_id for each in organisers if each.counts] + [activity.unit_id]
    posts = Post.objects.filter(unit_id__in=units, kind__in=ASKED, until=None).select_related("person")
    ranked = sorted(posts, key=lambda post: (units.index(post.unit_id), ASKED.index(Post.Kind(post.kind)), post.pk))
    return Contact(ranked[0].person.name, ranked[0].person.phone) if ranked else None
