"""More of what mobilisation shows: calls with shifts and volunteers, tasks, answers."""

from __future__ import annotations

from datetime import timedelta

from tests.cast import NOW
from tests.permissions.world import World
from tongxin.mobilisation.models import Answer, Asked, Call, Collection, Duty, Handed, Report, Service, Shift, Task
from tongxin.org.models import Person, Placement
from tongxin.places.models import Place, Pool

MORE = 20


def grow_mobilisation(world: World) -> None:
    """Twenty more of each, many people on one shift, many units in one task."""
    unit, people = world.cast.units["ee"], list(Person.objects.filter(staff_no__startswith="31")[:MORE])
    call, asked = Call.objects.get(pk=world["call"]), Asked.objects.get(collection=world["collection"])
    over = Shift.objects.get(pk=world["over"])
    for number, person in enumerate(people):
        starts = NOW + timedelta(days=number + 1)
        Placement.objects.get_or_create(person=person, until=None, defaults={"unit": unit, "since": NOW.date()})
        duty = Duty.objects.create(call=call, name=f"岗位{number}")
        pool = Pool.objects.create(unit=unit, label=f"班{number}", capacity=5, taken=1, last_number=1)
        Shift.objects.create(duty=duty, starts_at=starts, ends_at=starts + timedelta(hours=2), pool=pool)
        Place.objects.create(
            pool=pool, person=world.cast.people["member"], unit=unit, state="held", number=1, at=NOW, changed_at=NOW
        )
        Place.objects.create(
            pool_id=over.pool_id, person=person, unit=unit, state="held", number=50 + number, at=NOW, changed_at=NOW
        )
        Service.objects.create(shift=over, person=person, unit=unit, minutes=60, at=NOW, by="吴海燕")
        Call.objects.create(
            unit=unit, title=f"招募{number}", starts_on=NOW, ends_on=NOW, state="open", published_at=NOW
        )
        task = Task.objects.create(
            unit=world.cast.union, title=f"任务{number}", what="做", due_on=NOW, given_at=NOW, by="周敏"
        )
        Handed.objects.create(task=task, unit=unit)
        other = person.placements.get(until=None).unit
        if not Handed.objects.filter(task=world["task"], unit=other).exists():
            Handed.objects.create(task_id=world["task"], unit=other)
        Report.objects.create(handed_id=world["part"], state="doing", words="在做", at=NOW, by="吴海燕")
        Answer.objects.create(
            collection_id=world["collection"], asked=asked, person=person, well=True, away=False, at=NOW
        )
        made = Collection.objects.create(
            unit=unit, title=f"登记{number}", purpose="为", ground="据", asks=["well"], starts_on=NOW, ends_on=NOW, keep_days=9,
            by="吴海燕", begun_at=NOW,
        )  # fmt: skip
        Asked.objects.create(collection=made, unit=unit, people=3)
