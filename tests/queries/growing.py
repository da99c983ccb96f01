"""More of everything: what lies behind the second size of each page."""

from __future__ import annotations

from datetime import date, timedelta

from tests.cast import NOW, make_person, make_unit
from tests.permissions.world import World
from tests.queries.growing_choosing import grow_choosing
from tests.queries.growing_mobilisation import grow_mobilisation
from tongxin.activities.models import Activity, Category, Change, Organiser
from tongxin.audit.actions import record
from tongxin.contests.models import Contest, Entry, Heat
from tongxin.notices import actions as notices
from tongxin.notices.models import Parcel
from tongxin.org.models import Person, Unit
from tongxin.paperwork.models import Line, Template
from tongxin.places.models import Place, Pool
from tongxin.plan.models import WorkItem
from tongxin.signups.models import Slot

MORE = 30
PLACES = 300


def grow(world: World) -> None:
    """Thirty more units, people, activities with a turn each, work items and entries of the trail."""
    cast = world.cast
    kinds = list(Category.objects.filter(counted=True))
    for number in range(MORE):
        unit = make_unit(f"g{number}", f"第{number}分工会", Unit.Kind.BRANCH, cast.union)
        make_person(f"30{number:02d}", f"赵{number}", unit, cast.union, user=False)
        make_person(f"31{number:02d}", f"钱{number}", cast.units["ee"], cast.union, user=False)
        day = date(2020, 1, 10) + timedelta(days=10 * number)
        held = day < date(2020, 10, 1)
        activity = Activity.objects.create(
            unit=cast.units["ee"] if number % 2 else cast.union, year=2020, title=f"活动{number}", category=kinds[number % len(kinds)],
            planned_on=day - timedelta(days=5), starts_on=day, state="done" if held else "published", published_at=NOW,
            **({"held_on": day, "persons": 20, "person_times": 30} if held else {}),
        )  # fmt: skip
        Organiser.objects.create(activity=activity, unit=unit)
        Organiser.objects.create(activity=activity, unit=cast.units["ee"], order=1)
        Change.objects.create(
            activity=activity, kind="moved", reason="venue", at=NOW, by="周敏", day_before=day - timedelta(days=5), day_after=day,
            year_before=2020, year_after=2020,
        )  # fmt: skip
        WorkItem.objects.create(unit=cast.union, year=2020, title=f"事项{number}", due_on=day, responsible_unit=unit)
        Template.objects.create(unit=unit, kind="notice", name=f"模板{number}", added_at=NOW, by="周敏")
        Line.objects.create(
            activity_id=world["held"], side="budget", item=f"水{number}", price=1, amount=1, order=number
        )
        _sign_up(world, activity, number)
        record(actor=cast.actor("office"), now=NOW, act="activities.add", thing=activity, unit=cast.union)
        said = notices.announce(
            actor=cast.actor("office"), now=NOW, unit=cast.units["ee"] if number % 2 else cast.union, title=f"通知{number}",
            words="内容", to="members", important=bool(number % 3), once=f"grown {number}",
        )  # fmt: skip
        Parcel.objects.create(
            notice=said, person=cast.people["member"], key=f"grown {number}", state="failed", due_at=NOW
        )  # fmt: skip
    _fill(world)
    _contest(world)
    grow_mobilisation(world)
    grow_choosing(world)


def _sign_up(world: World, activity: Activity, number: int) -> None:
    """The activity can be signed up for; the member has a place in it."""
    pool = Pool.objects.create(unit=activity.unit, label=activity.title, capacity=9, taken=1, last_number=1)
    Slot.objects.create(activity=activity, pool=pool)
    Place.objects.create(
        pool=pool, person=world.cast.people["member"], state="held", number=1, at=NOW, changed_at=NOW, companions=number % 2
    )  # fmt: skip


def _fill(world: World) -> None:
    """Three hundred more on the list of what is offered, half of them waiting."""
    pool, unit = Slot.objects.get(pk=world["offer"]).pool, world.cast.units["ee"]
    assert pool is not None
    people = Person.objects.bulk_create(
        Person(union=world.cast.union, staff_no=f"40{number:03d}", name=f"孙{number}") for number in range(PLACES)
    )
    Place.objects.bulk_create(
        Place(
            pool=pool, person=person, unit=unit, state="held" if number % 2 else "waiting", number=100 + number, at=NOW, changed_at=NOW
        )
        for number, person in enumerate(people)
    )  # fmt: skip
    Pool.objects.filter(pk=pool.pk).update(capacity=None, taken=PLACES // 2 + 1, queued=PLACES // 2 + 1)


def _contest(world: World) -> None:
    """Thirty more events of the sports meeting, all public, and as many people in the first."""
    unit, people = world.cast.units["ee"], list(Person.objects.filter(staff_no__startswith="40")[:MORE])
    race = Slot.objects.get(pk=world["race"])
    heat = race.heats.all()[0]
    for number, person in enumerate(people):
        place = Place.objects.create(
            pool_id=race.pool_id, person=person, unit=unit, state="held", number=900 + number, at=NOW, changed_at=NOW
        )
        Entry.objects.create(slot=race, place=place, heat=heat, lane=50 + number, mark=20 + number, rank=2 + number)
        pool = Pool.objects.create(unit=unit, label=f"项目{number}", taken=1, last_number=1)
        slot = Slot.objects.create(activity_id=world["meet"], kind="event", title=f"项目{number}", pool=pool)
        held = Place.objects.create(pool=pool, person=person, unit=unit, state="held", number=1, at=NOW, changed_at=NOW)
        Entry.objects.create(
            slot=slot, place=held, heat=Heat.objects.create(slot=slot, number=1), lane=1, mark=1, rank=1
        )
        Contest.objects.create(slot=slot, published_at=NOW)
