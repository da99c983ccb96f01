"""What a form may offer: units by right, people by what was typed, terms."""

from __future__ import annotations

from collections.abc import Collection

from django.utils.translation import gettext as _

from tongxin.core.refusals import Refused
from tongxin.org.access import below, people_for
from tongxin.org.actor import Actor
from tongxin.org.models import Person, Term, Unit
from tongxin.org.rules.nesting import in_tree_order, steps

INDENT = "　"


def unit_choices(actor: Actor, right: str, kinds: Collection[str] = Unit.Kind.values) -> list[tuple[int, str]]:
    """Open units of these kinds for which `right` is in force, indented in the order of the tree; one query."""
    units = Unit.objects.filter(below(actor.paths(right), "path"), closed_on=None)
    return [(unit.pk, INDENT * depth + unit.called) for depth, unit in in_tree_order(units) if unit.kind in kinds]


def term_choices(unit: Unit) -> list[tuple[int, str]]:
    """The terms a post of the unit may belong to: its own and those of the units above it; one query."""
    terms = Term.objects.filter(unit__in=steps(unit.path)).select_related("unit").order_by("-starts_on")
    return [(term.pk, f"{term.unit.called} {term.name}") for term in terms]


def find_person(actor: Actor, typed: str) -> Person:
    """The one person of the actor's roster with that staff number or whole name.

    Refuses: `person.unknown`, `person.say_which` where several have the name.
    """
    typed = typed.strip()
    people = people_for(actor).select_related("union")
    found = list(people.filter(staff_no=typed)[:2]) or list(people.filter(name=typed)[:2])
    if not found:
        words = _("花名册里没有“%(typed)s”。写工号，或写全名。") % {"typed": typed}
        raise Refused("person.unknown", words, field="person")
    if len(found) > 1:
        raise Refused("person.say_which", _("不止一人叫“%(typed)s”，改写工号。") % {"typed": typed}, field="person")
    return found[0]
