"""Many who choose at the same moment, on both databases."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta

import pytest

from tests.cast import NOW, make_cast
from tests.support.racing import at_once
from tongxin.choosing.tests.making import UNTIL, choose, letters, people_of, round_of, sound
from tongxin.welfare.actions import close_choosing, move_choosing, open_choosing, restock
from tongxin.welfare.models import Pack, Round

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


def test_fewer_packs_while_people_tap_are_never_fewer_than_are_taken():
    cast = make_cast()
    round = round_of(cast, 6, 8)
    names = people_of(cast, round, 7)
    round = open_choosing(actor=cast.actor("office"), now=NOW, round=round, choose_until=UNTIL)
    office, pack = cast.actor("office"), round.packs.get(letter="A")
    fewer = [
        lambda stock=stock: restock(actor=office, now=NOW, pack=pack, stock=stock, reason="少送来几份").stock
        for stock in (4, 2)
    ]
    got = at_once(*(lambda name=name: choose(cast, round, name, "A").state for name in names), *fewer)
    assert set(got[:7]) <= {"held", "choosing.full"}
    assert set(got[7:]) <= {4, 2, "choosing.below_taken"}
    sound(round)
    pack = Pack.objects.select_related("pool").get(pk=pack.pk)
    assert pack.stock == pack.pool.capacity >= pack.pool.taken == got[:7].count("held")


def test_changing_ones_mind_while_the_stock_changes_leaves_everybody_one():
    cast = make_cast()
    round = round_of(cast, 6, 6)
    names = people_of(cast, round, 5)
    round = open_choosing(actor=cast.actor("office"), now=NOW, round=round, choose_until=UNTIL)
    for name in names:
        choose(cast, round, name, "A")
    office, packs = cast.actor("office"), list(round.packs.order_by("letter"))
    changes = [
        lambda pack=pack, stock=stock: restock(actor=office, now=NOW, pack=pack, stock=stock, reason="少送来").stock
        for pack, stock in zip(packs, (5, 2), strict=True)
    ]
    at_once(*(lambda name=name: choose(cast, round, name, "B", instead=True).state for name in names), *changes)
    assert len(letters(round)) == 5
    sound(round)


def test_the_end_is_moved_or_it_has_come_never_both():
    cast = make_cast()
    round = round_of(cast, 20, 20)
    people_of(cast, round, 3)
    round = open_choosing(actor=cast.actor("office"), now=NOW, round=round, choose_until=UNTIL)
    office, later = cast.actor("office"), UNTIL + timedelta(days=1)
    at_once(
        lambda: close_choosing(actor=office, now=NOW, round=round).pk,
        lambda: move_choosing(actor=office, now=NOW, round=round, choose_until=later, reason="晚").pk,
    )
    stands = Round.objects.get(pk=round.pk)
    assert stands.chosen_at == NOW
    assert len(letters(round)) == 3
