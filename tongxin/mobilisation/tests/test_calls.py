"""Acts on calls and their shifts, with every refusal."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.cast import NOW
from tongxin.audit.models import Entry
from tongxin.core.refusals import Refused
from tongxin.mobilisation import actions
from tongxin.mobilisation.models import Call, Service, Shift
from tongxin.mobilisation.rules.shifts import DutyLine
from tongxin.mobilisation.tests.making import AFTERNOON, LATER, MORNING, TOMORROW, call, served, shifts, take
from tongxin.notices.models import Message, Notice
from tongxin.places.models import Place, Pool

pytestmark = pytest.mark.django_db


def refused(code, act, **given):
    before = Entry.objects.count()
    with pytest.raises(Refused) as caught:
        act(**given)
    assert caught.value.code == code
    assert Entry.objects.count() == before


def entries(act):
    return Entry.objects.filter(act=f"mobilisation.{act}").count()


def test_days_times_and_posts_make_shifts(cast):
    made = call(
        cast, published=False, ends_on=date(2020, 10, 23), duties=[DutyLine("测温"), DutyLine("登记", needs="会用手机")], heads=3
    )  # fmt: skip
    assert len(shifts(made)) == 3 * 2 * 2
    assert {shift.pool.capacity for shift in shifts(made)} == {3}
    assert made.state == "draft" and made.published_at is None
    assert entries("add_call") == 1
    assert list(made.duties.values_list("name", "needs")) == [("测温", ""), ("登记", "会用手机")]


@pytest.mark.parametrize(
    ("code", "change"),
    [
        ("call.backwards", {"ends_on": date(2020, 10, 20)}),
        ("call.no_duty", {"duties": []}),
        ("shift.no_time", {"times": []}),
        ("shift.no_heads", {"heads": 0}),
        ("shift.no_day", {"days": "weekends"}),
        ("shift.too_many", {"ends_on": date(2021, 3, 1)}),
    ],
)
def test_a_call_that_cannot_be_is_refused(cast, code, change):
    refused(code, lambda: call(cast, published=False, **change))
    assert not Call.objects.exists() and not Pool.objects.exists()


def test_a_closed_unit_calls_nobody(cast):
    cast.units["lib"].closed_on = NOW.date()
    cast.units["lib"].save()
    refused("call.closed_unit", lambda: call(cast, published=False, unit=cast.units["lib"]))


@pytest.mark.parametrize(("name", "office", "code"), [("member", True, "access.no_right"), ("outsider", True, "access.no_right"), ("audit", True, "access.no_right"), ("branch", True, "access.no_right"), ("office", False, "access.office_mode")])  # fmt: skip
def test_only_its_officers_act_on_a_call(cast, name, office, code):
    made = call(cast)
    first = shifts(made)[0]
    given = {"actor": cast.actor(name, in_office=office), "now": NOW}
    refused(code, actions.close_call, call=made, **given)
    refused(code, actions.end_call, call=made, **given)
    refused(code, actions.edit_call, call=made, title="甲", what="", place="", contact="", **given)
    refused(code, actions.thank, call=made, words="谢谢", **given)
    refused(code, actions.record_service, shift=first, **given)
    refused(code, actions.drop_shift, shift=first, **given)
    refused(code, actions.set_heads, shift=first, heads=9, **given)
    refused(code, actions.admit_volunteer, shift=first, person=cast.people["member"], reason="来了", **given)
    refused(code, actions.remove_volunteer, shift=first, place_id=1, reason="不来", **given)
    refused(
        code, actions.add_shifts, call=made, duties=list(made.duties.all()), first=TOMORROW, last=TOMORROW, times=[MORNING], heads=1, **given
    )  # fmt: skip


def test_publishing_tells_everybody_once(cast):
    made = call(cast)
    notice = Notice.objects.get(key=f"mobilisation:{made.pk}:publish")
    told = set(notice.messages.values_list("person__name", flat=True))
    assert "张三" in told and "外人" not in told
    refused("call.published", actions.publish_call, actor=cast.actor("office"), now=NOW, call=made)
    assert entries("publish_call") == 1


def test_a_narrow_call_tells_its_units_alone(cast):
    made = call(cast, open_to=[cast.units["lib"]])
    notice = Notice.objects.get(key=f"mobilisation:{made.pk}:publish")
    assert set(notice.messages.values_list("person__name", flat=True)) == {"李四"}
    refused("places.other_unit", lambda: take(cast, shifts(made)[0], "member"))


def test_nothing_to_come_is_not_published(cast):
    made = call(cast, published=False)
    refused("call.no_shift", actions.publish_call, actor=cast.actor("office"), now=LATER, call=made)


def test_a_volunteer_takes_waits_leaves_and_the_next_moves_up(cast):
    shift = shifts(call(cast, heads=1))[0]
    assert take(cast, shift, "member") == "held"
    assert take(cast, shift, "member") == "held"
    assert take(cast, shift, "librarian") == "waiting"
    actions.leave_shift(actor=cast.actor("member", in_office=False), now=NOW, shift=shift)
    assert Place.objects.get(person=cast.people["librarian"]).state == "held"


def test_two_shifts_at_the_same_time_are_refused(cast):
    made = call(cast, duties=[DutyLine("测温"), DutyLine("登记")], heads=1)
    one, other = [shift for shift in shifts(made) if shift.starts_at == shifts(made)[0].starts_at]
    take(cast, one, "member")
    refused("shift.clash", lambda: take(cast, other, "member"))
    with pytest.raises(Refused, match="10月21日 周三 8:00-12:00"):
        take(cast, other, "member")
    take(cast, one, "librarian")  # waits
    refused("shift.clash", lambda: take(cast, other, "librarian"))
    assert take(cast, shifts(made)[-1], "member") == "held"


def test_a_shift_may_begin_when_the_other_ends(cast):
    from datetime import time

    from tongxin.core.spans import Span

    made = call(cast, times=[MORNING, Span(time(12), time(14))])
    assert [take(cast, shift, "member") for shift in shifts(made)] == ["held", "held"]


def test_what_is_not_open_takes_nobody(cast):
    made = call(cast, published=False)
    refused("call.not_open", lambda: actions.take_shift(actor=cast.actor("member"), now=NOW, shift=shifts(made)[0]))
    made = call(cast, title="另一次")
    actions.close_call(actor=cast.actor("office"), now=NOW, call=made)
    refused("call.not_open", lambda: take(cast, shifts(made)[0], "member"))
    actions.reopen_call(actor=cast.actor("office"), now=NOW, call=made)
    refused("places.over", lambda: take(cast, shifts(made)[0], "member", LATER))
    refused("shift.nobody", actions.take_shift, actor=cast.shell, now=NOW, shift=shifts(made)[0])
    take(cast, shifts(made)[0], "member")
    refused("places.too_late", actions.leave_shift, actor=cast.actor("member"), now=LATER, shift=shifts(made)[0])
    refused("places.none", actions.leave_shift, actor=cast.actor("librarian"), now=NOW, shift=shifts(made)[0])


def test_turns_follow_each_other(cast):
    made = call(cast)
    office = {"actor": cast.actor("office"), "now": NOW, "call": made}
    refused("call.not_possible", actions.reopen_call, **office)
    take(cast, shifts(made)[0], "member")
    refused("call.still_coming", actions.end_call, **office)
    assert actions.close_call(**office).state == "closed"
    refused("call.not_possible", actions.close_call, **office)
    assert actions.end_call(**office | {"now": LATER}).state == "ended"
    refused(
        "call.ended", actions.add_shifts, **office, duties=list(made.duties.all()), first=TOMORROW, last=TOMORROW, times=[MORNING], heads=1
    )  # fmt: skip


def test_more_shifts_leave_those_that_are_there(cast):
    made = call(cast)
    given = {"actor": cast.actor("office"), "now": NOW, "call": made, "duties": list(made.duties.all()), "heads": 5}
    day = date(2020, 10, 22)
    refused("shift.backwards", actions.add_shifts, **given, first=day, last=TOMORROW, times=[MORNING])
    added = actions.add_shifts(**given, first=TOMORROW, last=day, times=[MORNING, AFTERNOON])
    assert len(added) == 2 and len(shifts(made)) == 4
    assert [shift.pool.capacity for shift in shifts(made)] == [2, 2, 5, 5]
    made.refresh_from_db()
    assert made.ends_on == day


def test_heads_change_until_it_begins(cast):
    shift = shifts(call(cast, heads=1))[0]
    take(cast, shift, "member")
    take(cast, shift, "librarian")
    office = {"actor": cast.actor("office"), "shift": shift}
    refused("shift.no_heads", actions.set_heads, **office, now=NOW, heads=0)
    refused("shift.over", actions.set_heads, **office, now=LATER, heads=4)
    actions.set_heads(**office, now=NOW, heads=2)
    assert Place.objects.get(person=cast.people["librarian"]).state == "held"
    refused("places.below_taken", actions.set_heads, **office, now=NOW, heads=1)


def test_a_shift_that_somebody_took_stays(cast):
    made = call(cast)
    first, second = shifts(made)
    take(cast, first, "member")
    refused("shift.taken", actions.drop_shift, actor=cast.actor("office"), now=NOW, shift=first)
    actions.drop_shift(actor=cast.actor("office"), now=NOW, shift=second)
    assert shifts(made) == [first] and Pool.objects.count() == 1
    refused("shift.gone", actions.drop_shift, actor=cast.actor("office"), now=NOW, shift=second)


def test_officers_add_and_remove(cast):
    made = call(cast, duties=[DutyLine("测温"), DutyLine("登记")])
    one, other = shifts(made)[:2]
    office = {"actor": cast.actor("office"), "now": NOW, "reason": "现场来的"}
    actions.admit_volunteer(**office, shift=one, person=cast.people["member"])
    refused("places.in_already", actions.admit_volunteer, **office, shift=one, person=cast.people["member"])
    refused("shift.clash", actions.admit_volunteer, **office, shift=other, person=cast.people["member"])
    refused("shift.other_union", actions.admit_volunteer, **office, shift=one, person=cast.people["outsider"])
    late = {**office, "now": LATER}
    actions.admit_volunteer(**late, shift=one, person=cast.people["librarian"])
    place = Place.objects.get(person=cast.people["librarian"])
    refused("places.no_reason", actions.remove_volunteer, **office | {"reason": " "}, shift=one, place_id=place.pk)
    actions.remove_volunteer(**office, shift=one, place_id=place.pk)
    served(cast, one)
    mine = Place.objects.get(person=cast.people["member"])
    refused("service.recorded", actions.remove_volunteer, **late, shift=one, place_id=mine.pk)


def test_hours_are_put_down_once_and_corrected_by_adding(cast):
    shift = shifts(call(cast, heads=3))[0]
    for name in ("member", "librarian", "branch"):
        take(cast, shift, name)
    office = {"actor": cast.actor("office"), "shift": shift}
    refused("shift.not_begun", actions.record_service, **office, now=NOW)
    refused(
        "service.too_long", actions.record_service, **office, now=LATER, minutes={cast.people["member"].pk: 24 * 60 + 1}
    )
    served(cast, shift, librarian=90, branch=0)
    assert dict(Service.objects.values_list("person__name", "minutes")) == {"张三": 240, "李四": 90, "吴海燕": 0}
    refused("service.nothing_new", actions.record_service, **office, now=LATER)
    person = cast.people["branch"].pk
    correct = {**office, "now": LATER, "person_id": person}
    refused("service.no_words", actions.correct_service, **correct, minutes=60, words=" ")
    refused("service.same", actions.correct_service, **correct, minutes=0, words="看错了")
    refused("service.too_long", actions.correct_service, **correct, minutes=1441, words="看错了")
    refused(
        "service.none",
        actions.correct_service,
        **correct | {"person_id": cast.people["hr"].pk},
        minutes=60,
        words="来了",
    )
    actions.correct_service(**correct, minutes=60, words="晚来了")
    actions.correct_service(**correct, minutes=120, words="签到表上是两小时")
    rows = Service.objects.filter(person=person).order_by("pk")
    assert [row.minutes for row in rows] == [0, 60, 120]
    assert Service.objects.get(person=person, replaced_by=None).minutes == 120
    assert entries("correct_service") == 2


def test_thanks_go_once_to_all_who_came(cast):
    made = call(cast, heads=3)
    shift = shifts(made)[0]
    office = {"actor": cast.actor("office"), "now": LATER, "call": made}
    refused("call.nobody_served", actions.thank, **office, words="谢谢")
    take(cast, shift, "member")
    take(cast, shift, "librarian")
    served(cast, shift, librarian=0)
    refused("call.no_thanks", actions.thank, **office, words=" ")
    assert actions.thank(**office, words="辛苦了") == 1
    told = Message.objects.filter(notice__key=f"mobilisation:{made.pk}:thanks")
    assert [message.person.name for message in told] == ["张三"]
    refused("call.thanked", actions.thank, **office, words="再谢")


def test_words_are_changed(cast):
    made = call(cast)
    words = {"title": "南门值守", "what": "戴口罩", "place": "南门", "contact": "周敏"}
    actions.edit_call(actor=cast.actor("office"), now=NOW, call=made, **words)
    actions.edit_call(actor=cast.actor("office"), now=NOW, call=made, **words)
    assert entries("edit_call") == 1
    assert Call.objects.get().title == "南门值守"


def test_a_call_that_is_gone_says_so(cast):
    made = Call(pk=99, unit=cast.union)
    refused("call.gone", actions.close_call, actor=cast.actor("office"), now=NOW, call=made)


def test_a_shift_through_midnight_ends_the_next_day(cast):
    from datetime import time

    from tongxin.core.spans import Span

    shift = shifts(call(cast, times=[Span(time(20), time(6))]))[0]
    assert shift.minutes == 600
    assert Shift.objects.get().ends_at - Shift.objects.get().starts_at == timedelta(hours=10)
