"""The decisions, as tables."""

from __future__ import annotations

from datetime import date

import pytest

from tongxin.places.rules import drawing
from tongxin.places.rules.drawing import Entrant
from tongxin.places.rules.entitled import Facts, Rule, barred
from tongxin.places.rules.filling import Entry, Seats, fill

TODAY = date(2020, 10, 20)
ANN = Facts(1, "1.", "1.2.", 2, True, "f", date(2010, 9, 1), None)


@pytest.mark.parametrize(
    ("rule", "facts", "no"),
    [
        ({}, {}, None),
        ({}, {"left_on": TODAY}, "left"),
        ({}, {"left_on": date(2020, 10, 21)}, None),
        ({}, {"union": "9.", "path": "9.1."}, "other_union"),
        ({}, {"member": False}, "not_member"),
        ({"who": "staff"}, {"member": False}, None),
        ({"paths": ("1.2.",)}, {}, None),
        ({"paths": ("1.2.",)}, {"path": "1.2.7."}, None),
        ({"paths": ("1.3.", "1.4.")}, {}, "other_unit"),
        ({"sex": "m"}, {}, "other_sex"),
        ({"sex": "f"}, {"sex": ""}, "other_sex"),
        ({"service_years": 10}, {}, None),
        ({"service_years": 11}, {}, "too_short"),
        ({"service_years": 1}, {"hired_on": None}, "too_short"),
        ({"service_years": 10, "happens_on": date(2020, 8, 31)}, {}, "too_short"),
        ({"once_years": 3}, {"used_on": date(2017, 10, 20)}, None),
        ({"once_years": 3}, {"used_on": date(2017, 10, 21)}, "used"),
        ({"once_years": 3, "happens_on": date(2020, 11, 1)}, {"used_on": date(2017, 10, 25)}, None),
        ({"once_years": 4, "happens_on": date(2020, 2, 29)}, {"used_on": date(2016, 2, 29)}, None),
        ({"once_years": 1, "happens_on": date(2020, 2, 29)}, {"used_on": date(2019, 3, 1)}, "used"),
    ],
)
def test_who_may(rule, facts, no):
    assert barred(Rule("1.", **rule), Facts(**(ANN.__dict__ | facts)), TODAY) == no


def test_a_federations_pool_is_open_to_its_unions():
    assert barred(Rule("5."), Facts(**(ANN.__dict__ | {"union": "5.1.", "path": "5.1.2."})), TODAY) is None


ONE, EE = ((),), ((7,),)


@pytest.mark.parametrize(
    ("open_", "kept", "line", "seated", "left"),
    [
        (2, {}, [ONE, ONE, ONE], {0: (None,), 1: (None,)}, 0),
        (None, {}, [ONE * 3], {0: (None,) * 3}, None),
        (2, {}, [ONE * 3, ONE], {}, 0),  # the group holds back what it could have used
        (3, {}, [ONE, ONE * 2], {0: (None,), 1: (None, None)}, 0),
        (1, {7: 1}, [EE, EE, EE], {0: (7,), 1: (None,)}, 0),  # its own place first, then an open one
        (0, {7: 1}, [ONE, EE], {1: (7,)}, 0),  # a kept place is no place for others
        (1, {7: 1}, [ONE * 2, EE], {1: (7,)}, 0),
        (1, {7: 1}, [EE * 2], {0: (7, None)}, 0),
        (0, {8: 1, 7: 1}, [((8, 7),), ((8, 7),)], {0: (8,), 1: (7,)}, 0),
        (0, {}, [ONE], {}, 0),
    ],
)
def test_who_of_a_line_gets_in(open_, kept, line, seated, left):
    seats = Seats(open_, dict(kept))
    assert fill(seats, [Entry(key, people) for key, people in enumerate(line)]) == seated
    assert seats.open == left


LIST = [Entrant(1, 1, 1), Entrant(2, 2, 3), Entrant(5, 1, 1)]


def test_the_list_reads_back():
    assert drawing.roll(reversed(LIST)) == "1 1 1\n2 2 3\n5 1 1\n"
    assert drawing.read_roll(drawing.roll(LIST)) == LIST


def test_the_order_is_what_it_was_yesterday():
    text = drawing.roll(LIST)
    assert drawing.digest(text) == "".join(drawing.digest("1 1 1\n2 2 3\n5 1 1\n"))
    assert drawing.order("a" * 64, "3290.12", text) == drawing.order("a" * 64, "3290.12", text)
    assert sorted(drawing.order("a" * 64, "", text)) == [1, 2, 5]
    assert len({tuple(drawing.order(f"{seed:064x}", "", text)) for seed in range(60)}) == 6
    assert len({tuple(drawing.order("a" * 64, str(word), text)) for word in range(60)}) == 6


def test_three_tickets_come_first_three_times_as_often():
    text, draws = drawing.roll([Entrant(1, 1, 1), Entrant(2, 1, 3)]), 4000
    won = sum(drawing.order(f"{seed:064x}", "", text)[0] == 2 for seed in range(draws))
    assert 0.72 < won / draws < 0.78


@pytest.mark.parametrize(("losses", "tickets"), [(0, 1), (1, 2), (4, 5), (9, 5), (-1, 1)])
def test_who_lost_has_more_tickets(losses, tickets):
    assert drawing.tickets(losses) == tickets
