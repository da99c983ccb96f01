"""Acts at the same moment, on both databases: the last place of a shift, two shifts at the same time, two officers at one list."""

from __future__ import annotations

from collections import Counter
from functools import partial

import pytest

from tests.cast import NOW, make_cast
from tests.support.racing import at_once
from tongxin.core.refusals import Refused
from tongxin.mobilisation import actions
from tongxin.mobilisation.models import Service
from tongxin.mobilisation.rules.shifts import DutyLine
from tongxin.mobilisation.tests.making import LATER, call, collection, shifts, take
from tongxin.places.models import Place
from tongxin.places.tests.making import people_of, sound

pytestmark = pytest.mark.django_db(transaction=True)


def tap(cast, shift, name):
    actor = cast.actor(name, in_office=False)
    return lambda: actions.take_shift(actor=actor, now=NOW, shift=shift).state


def test_the_last_place_goes_to_one():
    cast = make_cast()
    shift = shifts(call(cast, heads=1))[0]
    got = Counter(at_once(*(tap(cast, shift, name) for name in people_of(cast, 8))))
    assert got == {"held": 1, "waiting": 7}
    sound(shift.pool)


def test_of_two_shifts_at_the_same_time_one_person_gets_one():
    cast = make_cast()
    made = call(cast, duties=[DutyLine(name) for name in ("测温", "登记", "引导", "消毒")], heads=1)
    same = [shift for shift in shifts(made) if shift.starts_at == shifts(made)[0].starts_at]
    got = Counter(at_once(*(tap(cast, shift, name) for shift in same for name in ("member", "librarian"))))
    assert got["shift.clash"] == 6 and got["held"] + got["waiting"] == 2
    for name in ("member", "librarian"):
        assert Place.objects.filter(person=cast.people[name], state__in=("held", "waiting")).count() == 1
    for shift in same:
        sound(shift.pool)


def test_who_moves_up_and_who_taps_do_not_wait_for_each_other():
    """A pool that promotes somebody must not be stopped by that person's own tap on the next shift."""
    cast = make_cast()
    first, second = shifts(call(cast, heads=1))
    names = people_of(cast, 6)
    take(cast, first, "member")
    for name in names:
        take(cast, first, name)
    leave = partial(actions.leave_shift, actor=cast.actor("member", in_office=False), now=NOW, shift=first)
    got = at_once(leave, *(tap(cast, second, name) for name in names))
    assert sorted(got[1:]) == ["held", *["waiting"] * 5]
    sound(first.pool)
    sound(second.pool)


def test_two_officers_put_a_list_down_once():
    cast = make_cast()
    shift = shifts(call(cast))[0]
    take(cast, shift, "member")
    act = partial(actions.record_service, now=LATER, shift=shift)
    got = at_once(partial(act, actor=cast.actor("office")), partial(act, actor=cast.actor("chair")))
    assert sorted(map(str, got)) == ["1", "service.nothing_new"]
    correct = partial(
        actions.correct_service, now=LATER, shift=shift, person_id=cast.people["member"].pk, minutes=60, words="来晚了"
    )

    def code(actor):
        try:
            return str(correct(actor=actor).minutes)
        except Refused as refusal:
            return refusal.code

    assert sorted(at_once(*(partial(code, cast.actor(name)) for name in ("office", "chair")))) == ["60", "service.same"]
    assert Service.objects.filter(replaced_by=None).count() == 1


def test_thanks_and_erasing_happen_once():
    cast = make_cast()
    made = call(cast)
    take(cast, shifts(made)[0], "member")
    actions.record_service(actor=cast.actor("office"), now=LATER, shift=shifts(made)[0])
    thanks = [
        partial(actions.thank, actor=cast.actor(name), now=LATER, call=made, words="谢谢")
        for name in ("office", "chair")
    ]
    assert sorted(map(str, at_once(*thanks))) == ["1", "call.thanked"]
    asked = collection(cast)
    erase = partial(actions.erase_collection, actor=cast.actor("office"), now=NOW, collection=asked)
    got = at_once(
        lambda: str(erase().pk), lambda: actions.answer(actor=cast.actor("member"), now=NOW, collection=asked, given={"well": True, "temperature": 36, "away": False}).pk
    )  # fmt: skip
    assert not asked.answers.exists()
    assert got[0] == str(asked.pk)
