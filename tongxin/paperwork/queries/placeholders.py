"""The placeholders of a kind of paper, each with its value for an activity of the office."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from tongxin.activities.access import activities_to_run
from tongxin.org.actor import Actor
from tongxin.paperwork.kinds.kind import Kind, kinds
from tongxin.paperwork.own.fields import FIELDS, LISTS, ListField
from tongxin.paperwork.own.sample import SAMPLE
from tongxin.paperwork.queries.facts import facts_of

LONGEST = 60


@dataclass(frozen=True)
class Placeholder:
    """What to write, what it means, what it would be now."""

    code: str
    meaning: Any
    example: str


@dataclass(frozen=True)
class Listing:
    """A list: how its loop is written, and its columns."""

    name: str
    meaning: Any
    opening: str
    closing: str
    columns: tuple[str, ...]


@dataclass(frozen=True)
class Placeholders:
    """Everything that a template of one kind may use; `of` is the activity of the examples."""

    fields: tuple[Placeholder, ...]
    lists: tuple[Listing, ...]
    of: str


def placeholders_of(actor: Actor, kind: Kind, now: datetime) -> Placeholders:
    """The table of the templates page; examples from the latest activity that the actor runs."""
    rows = activities_to_run(actor).select_related("unit", "category", "group")
    latest = rows.order_by("-held_on", "-starts_on", "-pk").exclude(starts_on=None, held_on=None).first()
    facts = facts_of(actor, latest, now) if latest else SAMPLE
    fields = tuple(Placeholder(f"{{{{{each.name}}}}}", each.meaning, _short(each.value(facts))) for each in FIELDS)
    return Placeholders(fields, tuple(_listing(LISTS[name]) for name in kind.lists), facts.title)


def own_kinds() -> list[Kind]:
    """The kinds that may have an own template."""
    return [kind for kind in kinds if kind.own]


def asked_kind(key: str) -> Kind:
    """The kind of that key, the first where there is none."""
    return next((kind for kind in own_kinds() if kind.key == key), own_kinds()[0])


def _listing(field: ListField) -> Listing:
    row = "{%%tr for 行 in %s %%}" if field.columns else "{%%p for 张 in %s %%}"
    columns = tuple(f"{{{{行.{column}}}}}" for column in field.columns) or ("{{张}}",)
    return Listing(
        field.name, field.meaning, row % field.name, "{%tr endfor %}" if field.columns else "{%p endfor %}", columns
    )


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= LONGEST else f"{line[:LONGEST]}…"
