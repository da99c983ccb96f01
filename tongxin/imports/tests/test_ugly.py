"""Ten ugly files, unlike each other, go in as described: five rosters, five plans."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cast import NOW, Cast
from tongxin.activities.models import Activity
from tongxin.audit.models import Entry
from tongxin.core.sheets.tests.ugly import PEOPLE
from tongxin.core.sheets.tests.ugly_plans import ACTIVITIES
from tongxin.imports.models import ImportRun
from tongxin.imports.shell import import_file
from tongxin.imports.tests.making import UGLY, at_shell
from tongxin.org.models import Person, Unit

NAMED = {"数学系分工会", "机关分工会", "后勤分工会"}
REPEATS = {"roster": 0, "plan": 1}  # in the last plan one line stands twice, with another number in front


def people(cast: Cast) -> list[tuple[str, ...]]:
    """Who was taken in, as the ugly files have them."""
    numbers = [person[0] for person in PEOPLE]
    found = Person.objects.filter(union=cast.union, staff_no__in=numbers).order_by("pk")
    return [
        (
            person.staff_no, person.name, person.get_sex_display(), person.placements.get().unit.name,
            str(person.born_on), str(person.hired_on)[:7], person.phone,
        )
        for person in found
    ]  # fmt: skip


@pytest.mark.parametrize("which", range(5))
def test_an_ugly_roster_goes_in(cast: Cast, tmp_path: Path, which: int) -> None:
    path = UGLY["roster"](tmp_path)[which]
    answer = import_file(actor=cast.shell, now=NOW, wanted=at_shell("roster", path, cast, new_units=True))
    assert answer.refused == 0, answer.as_text()
    assert answer.made.counts["new"] == 6
    assert sorted(people(cast)) == sorted(person[:7] for person in PEOPLE)
    founded = Unit.objects.filter(name__in=NAMED).values_list("kind", "parent")
    assert set(founded) == {("branch", cast.union.pk)}
    assert Unit.objects.filter(name__in=NAMED).count() == 3


@pytest.mark.parametrize("which", range(5))
def test_an_ugly_plan_goes_in(cast: Cast, tmp_path: Path, which: int) -> None:
    path = UGLY["plan"](tmp_path)[which]
    answer = import_file(actor=cast.shell, now=NOW, wanted=at_shell("plan", path, cast, new_units=True))
    assert answer.refused == (1 if which == 4 else 0), answer.as_text()
    made = {activity.title: activity for activity in Activity.objects.filter(unit=cast.union, year=2020)}
    assert set(made) == {title for title, *_rest in ACTIVITIES}
    for title, kind, units, _when, place, form, expected in ACTIVITIES:
        activity = made[title]
        named = [organiser.unit.name for organiser in activity.organisers.all()]
        assert (named, activity.place, activity.expected) == (units.split("、"), place, expected)
        assert activity.mode == ("online" if form == "线上" else "on_site")
        assert activity.category.code in {"文体": ("ti", "jie", "wen"), "教育": ("wen",), "慰问": ("huai",)}[kind]
    days = [made[title].planned_on for title, *_rest in ACTIVITIES]
    assert [day.month if day else None for day in days] == [3, 5, 4, 6, 3, None]
    assert made["送清凉慰问"].planned_on.day == 25  # type: ignore[union-attr]


@pytest.mark.parametrize("kind", ["roster", "plan"])
@pytest.mark.parametrize("which", range(5))
def test_given_again_nothing_changes(cast: Cast, tmp_path: Path, kind: str, which: int) -> None:
    path = UGLY[kind](tmp_path)[which]
    import_file(actor=cast.shell, now=NOW, wanted=at_shell(kind, path, cast, new_units=True))
    entries = Entry.objects.count()
    again = import_file(actor=cast.shell, now=NOW, wanted=at_shell(kind, path, cast, new_units=True))
    assert (again.made.counts["new"], again.made.counts["changed"]) == (0, 0), again.as_json()
    assert Entry.objects.count() == entries + 2  # the file was given, the file was taken in: nothing else


def test_one_entry_for_the_run_besides_those_of_the_people(cast: Cast, tmp_path: Path) -> None:
    path = UGLY["roster"](tmp_path)[0]
    import_file(actor=cast.shell, now=NOW, wanted=at_shell("roster", path, cast, new_units=True))
    run = ImportRun.objects.get()
    entry = Entry.objects.get(act="imports.apply")
    assert (entry.thing_id, entry.unit_path) == (str(run.pk), cast.union.path)
    assert entry.after["sha256"] == run.sha256 and len(run.sha256) == 64
    assert (entry.after["filename"], entry.after["new"], entry.after["refused"]) == (path.name, 6, 0)
    assert Entry.objects.filter(act="org.enrol").count() == 6


@pytest.mark.parametrize("kind", ["roster", "plan"])
def test_a_dry_run_writes_nothing(cast: Cast, tmp_path: Path, kind: str) -> None:
    before = (Entry.objects.count(), Person.objects.count(), Unit.objects.count())
    path = UGLY[kind](tmp_path)[0]
    answer = import_file(actor=cast.shell, now=NOW, wanted=at_shell(kind, path, cast, new_units=True, dry_run=True))
    assert answer.made.counts["new"] == 6
    assert (Entry.objects.count(), Person.objects.count(), Unit.objects.count()) == before
    assert not ImportRun.objects.exists()
