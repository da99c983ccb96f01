"""Tasks from above: put one down, change it."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from tongxin.audit import actions as audit
from tongxin.core.refusals import Refused
from tongxin.goals.access import CHANGE
from tongxin.goals.actions.common import require_inside, require_title
from tongxin.goals.actions.directive import kept, open_directive, state_of
from tongxin.goals.models import Directive
from tongxin.org.access import require_right
from tongxin.org.actor import Actor
from tongxin.org.models import Person, Unit


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
    directive = open_directive(actor, directive)
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
    return kept(actor, now, directive, "directives.edit", before)


def _require(title: str, given_by: str, given_on: date, due_on: date | None) -> str:
    title = require_title(title, _("还没写要做什么。"))
    if not given_by.strip():
        raise Refused("directive.from_missing", _("写明是谁部署的，例如“校党委”。"), field="given_by")
    if due_on and due_on < given_on:
        raise Refused("directive.due_before_given", _("期限早于部署的日子。"), field="due_on")
    return title
