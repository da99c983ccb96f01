"""Tasks from above: put one down, change it, gather evidence, keep its papers, close it with a note."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _

from tongxin.activities.models import Activity
from tongxin.audit import actions as audit
from tongxin.core import clock
from tongxin.core.database import lock
from tongxin.core.refusals import Refused
from tongxin.files.actions import discard, keep
from tongxin.files.models import Attachment
from tongxin.goals.access import CHANGE, activities_to_hang, work_to_hang
from tongxin.goals.actions.common import ids, require_inside, require_title
from tongxin.goals.models import Directive, Evidence, Goal
from tongxin.org.access import require_right
from tongxin.org.actor import Actor
from tongxin.org.models import Person, Unit
from tongxin.plan.models import WorkItem

FIELDS = ("title", "given_by", "document", "given_on", "due_on", "text", "owner", "owner_unit", "state")
State = Directive.State


@transaction.atomic
def add_directive(
    *,
    actor: Actor,
    now: datetime,
    unit: Unit,
    year: int,
    title: str,
    given_by: str,
    given_on: date,
    document: str = "",
    due_on: date | None = None,
    text: str = "",
    owner: Person | None = None,
    owner_unit: Unit | None = None,
) -> Directive:
    """Put down what somebody above has told the unit to do.

    Refuses: `goals.title_missing`, `directive.from_missing`, `directive.due_before_given`, `goals.owner_outside`,
    `goals.unit_outside`.
    """
    require_right(actor, CHANGE, unit)
    title = _require(title, given_by, given_on, due_on)
    require_inside(unit, owner, owner_unit)
    directive = Directive.objects.create(
        unit=unit, year=year, title=title, given_by=given_by.strip(), given_on=given_on, document=document, due_on=due_on,
        text=text, owner=owner, owner_unit=owner_unit,
    )  # fmt: skip
    audit.record(actor=actor, now=now, act="directives.add", thing=directive, unit=unit, after=state_of(directive))
    return directive


@transaction.atomic
def edit_directive(
    *,
    actor: Actor,
    now: datetime,
    directive: Directive,
    title: str,
    given_by: str,
    given_on: date,
    document: str = "",
    due_on: date | None = None,
    text: str = "",
    owner: Person | None = None,
    owner_unit: Unit | None = None,
) -> Directive:
    """Change what was put down. Refuses as `add_directive`, and `directive.closed`."""
    directive = _open(actor, directive)
    title = _require(title, given_by, given_on, due_on)
    require_inside(directive.unit, owner, owner_unit)
    before = state_of(directive)
    directive.title, directive.given_by, directive.given_on, directive.due_on = (
        title,
        given_by.strip(),
        given_on,
        due_on,
    )
    directive.document, directive.text, directive.owner, directive.owner_unit = document, text, owner, owner_unit
    return _kept(actor, now, directive, "directives.edit", before)


@transaction.atomic
def set_evidence(
    *,
    actor: Actor,
    now: datetime,
    directive: Directive,
    activities: Sequence[Activity],
    work: Sequence[WorkItem],
    goals: Sequence[Goal] = (),
) -> Directive:
    """Exactly these show what was done; the first of them sets the directive under way.

    Refuses: `directive.closed`, `directive.no_evidence` (something of another year, or out of the actor's sight).
    """
    directive = _open(actor, directive)
    unit, year = directive.unit, directive.year
    known = (
        set(activities_to_hang(actor, unit, year).filter(pk__in=ids(activities)).values_list("pk", flat=True)),
        set(work_to_hang(unit, year).filter(pk__in=ids(work)).values_list("pk", flat=True)),
        set(Goal.objects.filter(unit=unit, year=year, pk__in=ids(goals)).values_list("pk", flat=True)),
    )
    for things, there in zip((activities, work, goals), known, strict=True):
        if {thing.pk for thing in things} - there:
            raise Refused("directive.no_evidence", _("有一项不在这一年里，刷新一下再选。"))
    before = state_of(directive) | {"evidence": directive.evidence.count()}
    for field, there in zip(("activity", "work_item", "goal"), known, strict=True):
        _set(directive, field, there)
    if directive.state == State.OPEN and any(known):
        directive.state = State.UNDER_WAY
    return _kept(actor, now, directive, "directives.set_evidence", before, evidence=directive.evidence.count())


@transaction.atomic
def close_directive(*, actor: Actor, now: datetime, directive: Directive, closing: str) -> Directive:
    """Close it with a note of what was done. Refuses: `directive.closed`, `directive.note_missing`."""
    directive = _open(actor, directive)
    if not closing.strip():
        raise Refused("directive.note_missing", _("写一段结案说明：做了什么，结果怎样。"), field="closing")
    before = state_of(directive)
    directive.state, directive.closing = State.CLOSED, closing.strip()
    directive.closed_on, directive.closed_by = clock.today(now), actor.name
    return _kept(actor, now, directive, "directives.close", before, closing=directive.closing)


@transaction.atomic
def reopen_directive(*, actor: Actor, now: datetime, directive: Directive, reason: str) -> Directive:
    """It was not done after all; the note stays as a draft. Refuses: `directive.not_closed`, `directive.reason_missing`."""
    require_right(actor, CHANGE, directive.unit)
    directive = lock(Directive.objects.filter(pk=directive.pk).select_related("unit")).get()
    if directive.state != State.CLOSED:
        raise Refused("directive.not_closed", _("这一条还没结案。"))
    if not reason.strip():
        raise Refused("directive.reason_missing", _("写一句为什么重新打开。"), field="reason")
    before = state_of(directive)
    directive.state, directive.closed_on, directive.closed_by = State.UNDER_WAY, None, ""
    return _kept(actor, now, directive, "directives.reopen", before, reason=reason.strip())


@transaction.atomic
def keep_paper(*, actor: Actor, now: datetime, directive: Directive, upload: UploadedFile) -> Attachment:
    """Keep a paper with the directive, closed or not. Refuses as `files.actions.keep`."""
    require_right(actor, CHANGE, directive.unit)
    kept = keep(actor=actor, now=now, thing=directive, upload=upload, kind=Attachment.Kind.PAPER)
    after = {"file": str(kept.pk), "name": kept.name, "sha256": kept.sha256}
    audit.record(actor=actor, now=now, act="directives.keep_paper", thing=directive, unit=directive.unit, after=after)
    return kept


@transaction.atomic
def discard_paper(*, actor: Actor, now: datetime, directive: Directive, attachment: Attachment) -> None:
    """Take a paper away again."""
    require_right(actor, CHANGE, directive.unit)
    before = {"file": str(attachment.pk), "name": attachment.name, "sha256": attachment.sha256}
    audit.record(
        actor=actor, now=now, act="directives.discard_paper", thing=directive, unit=directive.unit, before=before
    )  # fmt: skip
    discard(attachment=attachment)


def state_of(directive: Directive) -> dict[str, Any]:
    """What the trail keeps of a directive."""
    return {name: getattr(value, "pk", value) for name in FIELDS for value in [getattr(directive, name)]}


def _require(title: str, given_by: str, given_on: date, due_on: date | None) -> str:
    title = require_title(title, _("还没写要做什么。"))
    if not given_by.strip():
        raise Refused("directive.from_missing", _("写明是谁部署的，例如“校党委”。"), field="given_by")
    if due_on and due_on < given_on:
        raise Refused("directive.due_before_given", _("期限早于部署的日子。"), field="due_on")
    return title


def _open(actor: Actor, directive: Directive) -> Directive:
    require_right(actor, CHANGE, directive.unit)
    found = lock(Directive.objects.filter(pk=directive.pk).select_related("unit")).get()
    if found.state == State.CLOSED:
        raise Refused("directive.closed", _("这一条已经结案，不再改动。要改，先重新打开。"))
    return found


def _set(directive: Directive, field: str, wanted: set[int]) -> None:
    there = directive.evidence.filter(**{f"{field}__isnull": False})
    there.exclude(**{f"{field}__in": wanted}).delete()
    known = set(there.values_list(field, flat=True))
    Evidence.objects.bulk_create(Evidence(directive=directive, **{f"{field}_id": pk}) for pk in sorted(wanted - known))


def _kept(
    actor: Actor, now: datetime, directive: Directive, act: str, before: dict[str, Any], reason: str = "", **more: Any
) -> Directive:
    directive.save()
    audit.record(
        actor=actor, now=now, act=act, thing=directive, unit=directive.unit, reason=reason, before=before,
        after=state_of(directive) | more,
    )  # fmt: skip
    return directive
