"""Reaching units and people: fetch and authorise in one breath. A stranger gets 404."""

from __future__ import annotations

from django.db.models import F, Model, Q, QuerySet
from django.http import Http404
from django.utils.translation import gettext as _

from tongxin.accounts.access import signed_in
from tongxin.core.refusals import Refused
from tongxin.org.actor import Actor
from tongxin.org.models import Person, Placement, Post, Term, Unit
from tongxin.org.rules import rights
from tongxin.org.rules.nesting import steps
from tongxin.org.rules.posts import right_to_appoint

__all__ = [
    "below",
    "get_person",
    "get_post",
    "get_term",
    "get_unit",
    "inside",
    "label_of",
    "needs_office",
    "people_for",
    "people_known",
    "require_right",
    "require_somewhere",
    "signed_in",
    "steps",
    "union_path",
    "unit_of",
    "units_for",
]


def require_right(actor: Actor, right: str, unit: Unit | str) -> None:
    """Refuses unless `right` is in force for `unit`.

    Refuses: `access.office_mode` (403) where the member's hat is on, `access.no_right` (404) for all others,
    so that a stranger does not learn what there is.
    """
    if actor.may(right, unit):
        return
    if actor.could(right, unit):
        raise needs_office()
    raise Refused("access.no_right", _("没有这一页，或者你不能看它。"), status=404)


def require_somewhere(actor: Actor, right: str) -> None:
    """Refuses unless `right` is in force for some unit; refusals as `require_right`."""
    if actor.has_somewhere(right):
        return
    if actor.could_somewhere(right):
        raise needs_office()
    raise Refused("access.no_right", _("没有这一页，或者你不能看它。"), status=404)


def needs_office() -> Refused:
    """The refusal that the page answers with a button to put the office hat on."""
    return Refused("access.office_mode", _("这一页要在工作台里办。先进入工作台，再接着办。"), status=403)


def below(paths: tuple[str, ...], field: str) -> Q:
    """A condition: `field` (a unit path) lies in or below one of `paths`; nothing where there are none."""
    condition = Q(pk__in=())
    for path in paths:
        condition |= Q(**{f"{field}__startswith": path})
    return condition


def inside(unit: Unit, field: str = "path") -> Q:
    """A condition: `field` (a unit path) lies in or below the unit."""
    return below((unit.path,) if unit.path else (), field)


def units_for(actor: Actor) -> QuerySet[Unit]:
    """The units an actor may see: the own union's tree for everyone, and all below a post."""
    paths = {grant.path for grant in actor.grants} if actor.in_office else set()
    seen = below(tuple(sorted(paths)), "path")
    if actor.union_id:
        seen |= Q(path__startswith=union_path(actor.union_id))
    return Unit.objects.filter(seen)


def union_path(union_id: int) -> str:
    """The path of a union."""
    return Unit.objects.values_list("path", flat=True).get(pk=union_id) or ""


def get_unit(actor: Actor, pk: int, *, right: str | None = None) -> Unit:
    """A unit that the actor may see, or for which `right` is in force. Refuses as `require_right`."""
    unit = Unit.objects.select_related("parent").filter(pk=pk).first()
    if unit is None:
        raise Http404
    if right is not None:
        require_right(actor, right, unit)
    elif not units_for(actor).filter(pk=pk).exists():
        raise Http404
    return unit


def people_for(actor: Actor, *, gone: bool = False) -> QuerySet[Person]:
    """The people whose details the actor may see: those placed below a post with `people.read`.

    `gone` asks for those who left the employer, by the unit they left from.
    """
    units = Unit.objects.filter(below(actor.paths(rights.PEOPLE_READ), "path")).values("pk")
    if gone:
        return Person.objects.filter(placements__unit__in=units, placements__until=F("left_on")).distinct()
    return Person.objects.filter(placements__unit__in=units, placements__until=None)


def people_known(actor: Actor, *more: str) -> Q:
    """A condition on people: whom an officer may know of by number or name, so that no form tells of others whether they exist.

    Oneself, and who is placed, or whose union lies, below a post with `people.read` or with one of the rights `more`.
    """
    paths = tuple({path for right in (rights.PEOPLE_READ, *more) for path in actor.paths(right)})
    units = Unit.objects.filter(below(paths, "path")).values("pk")
    placed = Placement.objects.filter(until=None, unit__in=units).values("person")
    return Q(pk__in=placed) | Q(union__in=units) | Q(pk=actor.person_id)


def get_person(actor: Actor, pk: int, *, right: str = rights.PEOPLE_READ) -> Person:
    """A person whom the actor may see or change; oneself can always be seen. Refuses as `require_right`."""
    person = Person.objects.select_related("union").filter(pk=pk).first()
    if person is None:
        raise Http404
    if right == rights.PEOPLE_READ and person.pk == actor.person_id:
        return person
    require_right(actor, right, unit_of(person))
    return person


def get_post(actor: Actor, pk: int) -> Post:
    """A post that the actor may end. Refuses as `require_right`."""
    post = Post.objects.select_related("unit", "person").filter(pk=pk).first()
    if post is None:
        raise Http404
    require_right(actor, right_to_appoint(post.kind), post.unit)
    return post


def get_term(actor: Actor, pk: int) -> Term:
    """A term that the actor may change. Refuses as `require_right`."""
    term = Term.objects.select_related("unit").filter(pk=pk).first()
    if term is None:
        raise Http404
    require_right(actor, rights.POSTS_CHANGE, term.unit)
    return term


def unit_of(person: Person) -> Unit:
    """The unit a person belongs to now, or left from; the union where there is none."""
    placements = person.placements.select_related("unit").order_by(F("until").desc(nulls_first=True), "-pk")
    placement = placements.first()
    return placement.unit if placement else person.union


def label_of(thing: Model) -> str:
    """The dotted name of a thing's model, as attachments and audit entries keep it."""
    return thing._meta.label_lower
