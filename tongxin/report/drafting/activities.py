"""Activities of the year: planned and held, by category, the four that stand for them all, forms and people reached."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tongxin.activities.models import Activity, Organiser
from tongxin.org.models import Unit
from tongxin.report.drafting.words import Piece, because, block, listed, organised
from tongxin.report.queries.material import Material
from tongxin.report.rules.body import Block

NAMED: Final = 4
CATEGORY: Final = "activities.held.by_category"
MODES: Final = (("on_site", "现场开展"), ("online", "线上开展"), ("mixed", "线上线下相结合开展"))


def draft(material: Material) -> list[Block]:
    """`3.开展各类文体活动…` of the source, sentence by sentence."""
    if material.chip("activities.planned") is None and not material.records.held:
        return []
    lead = material.wordings.get("activities")
    heading = lead.title if lead else "开展各类文体活动"
    told = block(
        "p", *_opening(material), *_counts(material), *_categories(material), *_named(material), *_people(material)
    )
    effect = material.wording("activities-effect")
    return [block("h2", heading), told, *([block("p", effect)] if effect else [])]


def _opening(material: Material) -> list[Piece]:
    found = {activity.group for activity in material.records.held if activity.group}
    groups = [group.name for group in sorted(found, key=lambda group: (group.order, group.pk))]
    about = f"围绕{listed(groups, '及')}等，" if groups else ""
    return [f"{material.year}年，{material.itself}{about}组织开展了一系列群众活动。"]


def _counts(material: Material) -> list[Piece]:
    planned, held = material.chip("activities.planned"), material.chip("activities.held")
    if not planned or not held:
        return ["全年实际有效开展", held, "。"] if held else []
    why = because(material.picture.reasons) if material.picture.held < material.picture.planned else ""
    return ["全年计划开展各类活动", planned, f"，{why}，实际有效开展" if why else "，实际有效开展", held, "。"]


def _categories(material: Material) -> list[Piece]:
    there = [(c, material.chip(f"{CATEGORY}:{c.code}")) for c in material.records.categories]
    told = [(category, chip) for category, chip in there if chip and chip.value]
    if len(told) < 2:
        return []
    pieces: list[Piece] = ["其中，"]
    for category, chip in told:
        pieces += [category.printed, chip, "，"]
    return [*pieces[:-1], "。"]


def representatives(held: Sequence[Activity], count: int = NAMED) -> list[Activity]:
    """The activities that a summary names: those that show units at work, the one that reached most people first.

    A unit is at work where a branch ran the activity or several units ran it together; others follow only where there are
    not enough of these. Only activities with an organiser on record; ties go to the earlier one.
    """
    told = [activity for activity in held if _leaders(activity)]
    return sorted(
        told, key=lambda activity: (not _units_at_work(activity), -_reached(activity), activity.held_on, activity.pk)
    )[:count]


def _units_at_work(activity: Activity) -> bool:
    leaders = _leaders(activity)
    return len(leaders) > 1 or any(organiser.unit.kind == Unit.Kind.BRANCH for organiser in leaders)


def _leaders(activity: Activity) -> list[Organiser]:
    return [organiser for organiser in activity.organisers.all() if organiser.counts]


def _reached(activity: Activity) -> int:
    return activity.persons or activity.person_times or 0


def _named(material: Material) -> list[Piece]:
    named = representatives(material.records.held)
    return [f"开展了{'、'.join(organised(activity) for activity in named)}等活动。"] if named else []


def _people(material: Material) -> list[Piece]:
    modes = [(words, material.chip(f"activities.held.by_mode:{code}")) for code, words in MODES]
    forms = [(words, chip) for words, chip in modes if chip and chip.value]
    pieces: list[Piece] = []
    if len(forms) > 1:
        pieces.append("活动结合了线上和线下的形式，")
        for words, chip in forms:
            pieces += [words, chip, "，"]
        pieces[-1] = "。"
    times = material.chip("activities.participations")
    if times and times.value:
        pieces += ["全年累计参加", times, "。"]
    return pieces
