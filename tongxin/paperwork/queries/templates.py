"""Which own templates there are, and which one counts for an activity."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from tongxin.files.models import Attachment
from tongxin.org.actor import Actor
from tongxin.org.models import Unit
from tongxin.paperwork.access import templates_for
from tongxin.paperwork.kinds.kind import Kind, kinds
from tongxin.paperwork.models import Template

THING = "paperwork.template"


@dataclass(frozen=True)
class Listed:
    """A template in the list; `file` is its attachment."""

    template: Template
    kind: Any
    file: Attachment | None


def in_use(unit: Unit) -> dict[str, Template]:
    """By kind, the newest template in use of the nearest unit at or above `unit`. One query."""
    above = [int(part) for part in (unit.path or "").split(".") if part]
    rows = Template.objects.filter(unit__in=above, in_use=True).select_related("unit")
    nearest = sorted(rows, key=lambda row: (len(row.unit.path or ""), row.added_at, row.pk))
    return {row.kind: row for row in nearest}


def bytes_of(templates: list[Template]) -> dict[str, bytes]:
    """By kind, the files of these templates. One query."""
    kind_of = {template.pk: template.kind for template in templates}
    found = {}
    for file in Attachment.objects.filter(thing_type=THING, thing_id__in=kind_of):
        with file.file.open("rb") as opened:
            found[kind_of[file.thing_id]] = opened.read()
    return found


def listed_for(actor: Actor) -> list[Listed]:
    """The templates of the actor's units, in use first, newest first. Two queries."""
    rows = list(templates_for(actor).order_by("-in_use", "-added_at", "-pk"))
    files = {
        file.thing_id: file
        for file in Attachment.objects.filter(thing_type=THING, thing_id__in=[row.pk for row in rows])
    }
    return [Listed(row, title_of(row.kind), files.get(row.pk)) for row in rows]


def title_of(key: str) -> Any:
    """What a kind is called."""
    kind: Kind | None = kinds.get(key)
    return kind.title if kind else key
