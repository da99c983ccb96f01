"""Many who choose at the same moment, on both databases."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.cast import NOW, make_cast
from tests.support.racing import at_once
from tongxin.choosing.tests.making import UNTIL, choose, letters, people_of, round_of, sound
from tongxin.welfare.actions import close_choosing, open_choosing

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_crowd_takes_what_there_is_and_nobody_two():
    cast = make_cast()
    round = round_of(cast, 4, 5)
    names = people_of(cast, round, 7)
    round = open_choosing(actor=cast.actor("office"), now=NOW, round=round, choose_until=UNTIL)
    taps = [
        lambda name=name, letter=letter: choose(cast, round, name, letter).state for name in names for letter in "AB"
    ]
    got = Counter(at_once(*taps))
    assert got["held"] == 7
    assert set(got) <= {"held", "places.elsewhere", "choosing.full"}
    sound(round)


def test_who_taps_while_choosing_ends_has_one_pack_all_the_same():
    cast = make_cast()
    round = round_of(cast, 20, 20)
    names = people_of(cast, round, 6)
    round = open_choosing(actor=cast.actor("office"), now=NOW, round=round, choose_until=UNTIL)
    end = lambda: close_choosing(actor=cast.actor("office"), now=NOW, round=round).pk  # noqa: E731
    at_once(end, *(lambda name=name: choose(cast, round, name, "B").state for name in names))
    assert len(letters(round)) == 6
    sound(round)
