"""Give a person a post in a unit."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from tongxin.audit.actions import record
from tongxin.core.database import lock
from tongxin.core.refusals import Refused
from tongxin.org.access import require_right
from tongxin.org.actions.checks import still_here, still_open
from tongxin.org.actor import Actor
from tongxin.org.models import Person, Post, Term, Unit
from tongxin.org.queries.units import union_of
from tongxin.org.rules import posts


@transaction.atomic
def appoint(
    *,
    actor: Actor,
    now: datetime,
    person: Person,
    unit: Unit,
    kind: str,
    since: date,
    title: str = "",
    until: date | None = None,
    term: Term | None = None,
    needs_second_factor: bool = False,
) -> Post:
    """Give a post as from `since` (which may lie ahead), until ended or until `until`; rights come with it.

    Takes `posts.change` for the unit, and `system.operate` for an operator's post. Nobody appoints oneself.
    Refuses: `post.oneself`, `post.kind_misplaced`, `post.held_already`, `post.chair_taken`, `post.dates_crossed`,
    `post.other_term`, `post.other_union`, `person.gone`, `unit.closed`, and as `require_right`.
    """
    require_right(actor, posts.right_to_appoint(kind), unit)
    unit = lock(Unit.objects.filter(pk=unit.pk)).get()
    _check_person(actor, person, unit)
    _check_post(unit, kind, since, until, term)
    _check_free(person, unit, kind, since, until)
    post = Post.objects.create(
        person=person, unit=unit, kind=kind, title=title.strip(), term=term, since=since, until=until,
        needs_second_factor=needs_second_factor,
    )  # fmt: skip
    record(actor=actor, now=now, act="org.appoint", thing=post, unit=unit, label=f"{person} {post}", after=told(post))
    return post


def told(post: Post) -> dict[str, object]:
    """What the audit trail keeps of a post."""
    return {
        "person": post.person_id,
        "unit": post.unit_id,
        "kind": post.kind,
        "title": post.title,
        "term": post.term_id,
        "since": post.since,
        "until": post.until,
        "needs_second_factor": post.needs_second_factor,
    }


def _check_person(actor: Actor, person: Person, unit: Unit) -> None:
    if actor.person_id == person.pk:
        raise Refused("post.oneself", _("自己的职务要由别人来登记。"), field="person")
    still_here(person)
    if not person.union.is_below(union_of(unit)):
        raise Refused("post.other_union", _("%(name)s不在这个工会的花名册里。") % {"name": person.name}, field="person")


def _check_post(unit: Unit, kind: str, since: date, until: date | None, term: Term | None) -> None:
    if not posts.may_have(unit.kind, kind):
        words = _("“%(unit)s”没有“%(kind)s”这个职务。换一个职务。")
        raise Refused("post.kind_misplaced", words % {"unit": unit.called, "kind": Post.Kind(kind).label}, field="kind")
    still_open(unit, since)
    if until is not None and until <= since:
        raise Refused("post.dates_crossed", _("卸任日期要晚于到任日期。"), field="until")
    if term is not None and not unit.is_below(term.unit):
        raise Refused("post.other_term", _("那一届不是这个单位的，也不是上级的。换一届。"), field="term")


def _check_free(person: Person, unit: Unit, kind: str, since: date, until: date | None) -> None:
    """The same post is not held at the same time by the same person, or, for a chair, by anybody."""
    clashing = Post.objects.filter(Q(until=None) | Q(until__gt=since), unit=unit, kind=kind)
    if until is not None:
        clashing = clashing.filter(since__lt=until)
    if clashing.filter(person=person).exists():
        raise Refused("post.held_already", _("%(name)s现在就任这个职务。") % {"name": person.name}, field="person")
    holder = clashing.select_related("person").first() if posts.is_single(kind) else None
    if holder is not None:
        words = _("现在的主席是%(name)s。先给他办卸任。") % {"name": holder.person.name}
        raise Refused("post.chair_taken", words, field="kind")
