"""The tree of units, with how many people each has."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from tongxin.org.access import inside, units_for
from tongxin.org.actor import Actor
from tongxin.org.models import Unit
from tongxin.org.queries.heads import Heads, heads
from tongxin.org.rules.nesting import children_of, steps

# Below a federation only these are one page's business; the rest belongs to each union's own page.
OF_A_FEDERATION = (Unit.Kind.FEDERATION, Unit.Kind.UNION, Unit.Kind.COMMITTEE)


@dataclass(frozen=True)
class Node:
    """A unit of the tree. `members` and `staff` count all below; `apart` has a tree of its own; `found` matched."""

    pk: int
    called: str
    kind: str
    kind_label: str
    members: int
    staff: int
    closed: bool
    apart: bool
    found: bool
    unfolded: bool
    children: tuple[Node, ...] = field(default=())


@dataclass(frozen=True)
class Tree:
    """What the page shows: the roots, how many units, how many matched (None: no search), how many are closed."""

    roots: tuple[Node, ...]
    units: int
    found: int | None
    closed: int


def tree(actor: Actor, *, root: Unit | None = None, typed: str = "", with_closed: bool = False) -> Tree:
    """The tree as far as the actor may see it; a union below another unit is one line and has its own page."""
    units = _of_one_page(list(_seen(actor, root)))
    shown = [unit for unit in units if with_closed or unit.closed_on is None]
    found = {unit.pk for unit in shown if matches(unit, typed)} if typed else None
    roots, children = children_of(shown)
    counted = heads(shown, apart={unit.pk for unit in shown if _is_apart(unit, roots)})
    nodes = tuple(_node(unit, children, counted, found, roots) for unit in roots)
    kept = tuple(node for node in nodes if found is None or node.found or node.unfolded)
    closed = sum(1 for unit in units if unit.closed_on is not None)
    return Tree(kept, len(shown), None if found is None else len(found), closed)


def matches(unit: Unit, typed: str) -> bool:
    """Whether a unit's name, code or pinyin initials contain what was typed."""
    typed = typed.strip().lower()
    pinyin = "".join(word[:1] for word in unit.name_key.partition("|")[0].split())
    return any(typed in text.lower() for text in (unit.name, unit.short_name, unit.code, pinyin))


def _seen(actor: Actor, root: Unit | None) -> Sequence[Unit]:
    units = units_for(actor)
    if root is not None:
        units = units.filter(inside(root))
    top = units.order_by("path").first()
    if top is not None and top.kind == Unit.Kind.FEDERATION:
        units = units.filter(kind__in=OF_A_FEDERATION)
    return list(units)


def _of_one_page(units: Sequence[Unit]) -> list[Unit]:
    """Without what stands below a union that is not itself a root."""
    roots, _ = children_of(units)
    apart = {unit.pk for unit in units if _is_apart(unit, roots)}
    return [unit for unit in units if not apart.intersection(steps(unit.path)[:-1])]


def _is_apart(unit: Unit, roots: Sequence[Unit]) -> bool:
    return unit.kind == Unit.Kind.UNION and unit not in roots


def _node(
    unit: Unit, children: dict[int, list[Unit]], counted: Heads, found: set[int] | None, roots: Sequence[Unit]
) -> Node:
    below = tuple(_node(child, children, counted, found, roots) for child in children.get(unit.pk, ()))
    if found is not None:
        below = tuple(node for node in below if node.found or node.unfolded)
    return Node(
        pk=unit.pk,
        called=unit.called,
        kind=unit.kind,
        kind_label=str(unit.get_kind_display()),
        members=counted.members.get(unit.pk, 0),
        staff=counted.staff.get(unit.pk, 0),
        closed=unit.closed_on is not None,
        apart=_is_apart(unit, roots),
        found=found is not None and unit.pk in found,
        unfolded=bool(below) if found is not None else unit in roots,
        children=below,
    )
