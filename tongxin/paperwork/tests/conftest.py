"""A held activity with people, money, prizes and photos."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.cast import NOW, Cast, make_person
from tests.permissions.world import picture
from tongxin.activities.actions import attach, finish
from tongxin.activities.models import Activity
from tongxin.activities.tests.making import add
from tongxin.feedback.tests.conftest import hold
from tongxin.org.models import Person
from tongxin.paperwork import actions
from tongxin.paperwork.rules.facts import Prize
from tongxin.paperwork.rules.lines import line
from tongxin.signups.models import Question

HELD = date(2020, 10, 16)
LINES = (
    line("矿泉水", Decimal("1.50"), Decimal(120), "瓶", None, ""),
    line("横幅", None, None, "", Decimal("80.05"), "含安装"),
)


@pytest.fixture
def files(settings, tmp_path):
    """Attachments lie in a folder of the test."""
    kept = {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": tmp_path}}
    settings.STORAGES = {**settings.STORAGES, "default": kept}


@pytest.fixture
def people(cast: Cast) -> list[Person]:
    """Thirty people with phones; one of them has a name that a spreadsheet would take for a formula."""
    names = [f"吴{n}" for n in range(29)] + ["=喆堃"]
    return [
        make_person(f"77{n:03d}", name, cast.units["lib"], cast.union, user=False, phone=f"1380000{n:04d}")
        for n, name in enumerate(names)
    ]


@pytest.fixture
def held(cast: Cast, files: None, people: list[Person]) -> Activity:
    """Held on 16 October, with everything a paper may hold."""
    office = cast.actor("office")
    activity = add(cast, "重阳节登高 <A&B>", published=True, place="赭山公园", about="登到山顶。\n合影。", expected=120)
    slot = hold(activity, people, cast.union)
    question = Question.objects.create(activity=activity, text="吃什么", choices=["荤", "素"])
    slot.pool.places.filter(number=1).update(note={str(question.pk): "素"}, companions=2)
    done = finish(
        actor=office, now=NOW, activity=activity, held_on=HELD, persons=28, person_times=30, outcome="都到了山顶。"
    )
    actions.set_lines(actor=office, now=NOW, activity=done, side="budget", lines=LINES)
    actions.set_prizes(
        actor=office, now=NOW, activity=done, prizes=[Prize("一等奖", "保温杯", Decimal("98.00"), "吴3")]
    )
    attach(actor=office, now=NOW, activity=done, upload=SimpleUploadedFile("山顶.png", picture()), kind="photo")
    return done
