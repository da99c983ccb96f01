"""The cast with one of everything that an address can name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from tests.cast import NOW, Cast, make_person
from tongxin.accounts.models import UserSession
from tongxin.activities import actions as activities
from tongxin.activities.models import Activity, Category
from tongxin.org.models import Post, Term
from tongxin.plan import actions as plan

JANUARY = datetime(2020, 1, 8, 2, 0, tzinfo=UTC)
HELD = date(2020, 10, 16)


@dataclass
class World:
    """`things` by short name: ids and codes as they stand in an address."""

    cast: Cast
    things: dict[str, Any] = field(default_factory=dict)

    def __getitem__(self, name: str) -> Any:
        return self.things[name]


@pytest.fixture
def world(cast: Cast, settings: Any, tmp_path: Path) -> Iterator[World]:
    """The union on 20 October 2020, its clock standing still: a plan approved, activities in every state, one of each."""
    kept = {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": tmp_path}}
    settings.STORAGES = {**settings.STORAGES, "default": kept}
    with time_machine.travel(NOW, tick=False):
        made = World(cast)
        _people(made)
        _year(made)
        yield made


def _people(world: World) -> None:
    cast = world.cast
    chair = make_person("2015099", "赵主席", cast.units["lib"], cast.union)
    cast.people["neighbour"] = chair
    Post.objects.create(person=chair, unit=cast.units["lib"], kind=Post.Kind.CHAIR, since=date(2019, 1, 1))
    gone = make_person("2009001", "钱离开", cast.units["ee"], cast.union, user=False, since=date(2009, 9, 1))
    gone.placements.update(until=date(2020, 7, 1))
    gone.standings.update(until=date(2020, 7, 1))
    gone.left_on = date(2020, 7, 1)
    gone.save()
    term = Term.objects.create(
        unit=cast.units["ee"], name="第二届", starts_on=date(2018, 9, 1), ends_on=date(2023, 9, 1)
    )
    world.things |= {f"unit {code}": unit.pk for code, unit in cast.units.items()}
    world.things |= {f"person {name}": person.pk for name, person in cast.people.items()}
    world.things |= {"person gone": gone.pk, "term": term.pk}
    world.things["post"] = Post.objects.get(person=cast.people["branch"]).pk
    session = UserSession.objects.create(
        user=cast.people["chair"].user, session_key="elsewhere", started_at=NOW, seen_at=NOW
    )  # fmt: skip
    world.things["chair's session"] = session.pk


def _year(world: World) -> None:
    cast = world.cast
    office = cast.actor("office")
    common = {"actor": office, "year": 2020, "category": Category.objects.get(code="jie")}

    def add(unit: str, title: str, day: date, **more: Any) -> Activity:
        return activities.add_activity(
            **common, now=JANUARY, unit=cast.units[unit], title=title, planned_on=day, **more
        )  # fmt: skip

    planned = add("ee", "重阳节登高", date(2020, 10, 25))
    idea = add("ee", "围棋赛", date(2020, 12, 1), state="idea")
    published = activities.publish(actor=office, now=NOW, activity=add("union", "羽毛球赛", date(2020, 11, 21)))
    held = activities.finish(
        actor=office, now=NOW, activity=add("ee", "运动会", HELD), held_on=HELD, persons=60, person_times=70
    )
    item = plan.add_work_item(
        actor=office, now=JANUARY, unit=cast.union, year=2020, title="分工会组织建设", kind="branch"
    )
    plan.approve_plan(actor=cast.actor("chair"), now=JANUARY, unit=cast.union, year=2020, approved_on=date(2020, 1, 8))
    photo = activities.attach(
        actor=office, now=NOW, activity=held, upload=SimpleUploadedFile("登高.png", _picture()), kind="photo"
    )
    world.things |= {
        "photo": photo.pk,
        "planned": planned.pk, "idea": idea.pk, "published": published.pk, "held": held.pk, "work item": item.pk, "year": 2020,
    }  # fmt: skip


def _picture() -> bytes:
    drawn = BytesIO()
    Image.new("RGB", (4, 3), "red").save(drawn, "PNG")
    return drawn.getvalue()
