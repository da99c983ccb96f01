"""One's places in one's calendar."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest

from tests.cast import NOW
from tongxin.activities import actions as activities
from tongxin.activities.tests.making import add
from tongxin.core.agenda import Whose, entries
from tongxin.signups import actions
from tongxin.signups.tests.making import offered, sign_up

pytestmark = pytest.mark.django_db
SPAN = date(2020, 10, 1), date(2020, 12, 31)


def mine(cast, name="member"):
    return entries(Whose(person_id=cast.people[name].pk), *SPAN)


def test_a_place_stands_in_its_persons_calendar_alone(cast):
    slot = offered(cast, 1, activity=add(cast, published=True, starts_at=time(8, 40), place="赭山公园"))
    sign_up(cast, slot, "member")
    sign_up(cast, slot, "librarian")
    (entry,) = mine(cast)
    assert (entry.title, entry.place, entry.uid) == ("重阳节登高", "赭山公园", f"slot-{slot.pk}")
    assert entry.starts == datetime(2020, 10, 25, 0, 40, tzinfo=UTC)
    assert mine(cast, "librarian")[0].title == "重阳节登高（候补）"
    assert mine(cast, "hr") == []


def test_each_meeting_of_a_class_and_what_is_called_off(cast):
    slot = offered(cast, 5)
    sign_up(cast, slot, "member")
    class_ = {"first": date(2020, 11, 4), "at": time(16, 30), "until": time(18), "times": 3}
    actions.add_weekly(actor=cast.actor("office"), now=NOW, activity=slot.activity, **class_)
    assert len(mine(cast)) == 4
    activities.cancel(actor=cast.actor("office"), now=NOW, activity=slot.activity, reason="weather", words="")
    assert all(entry.cancelled for entry in mine(cast))
