"""The table of an activity's life."""

import pytest

from tongxin.activities.rules import life

STATES = ("idea", "planned", "published", "under_way", "done", "postponed", "cancelled", "merged")


def test_every_act_leads_to_a_state_that_exists():
    for act, (froms, to) in life.ACTS.items():
        assert froms <= set(STATES), act
        assert to is None or to in STATES, act


def test_every_state_but_an_idea_is_reached_by_some_act():
    reached = {to for _froms, to in life.ACTS.values() if to}
    assert reached == set(STATES) - {"idea"}


@pytest.mark.parametrize(
    ("state", "acts"),
    [
        ("idea", {"plan", "move", "edit"}),
        ("planned", {"publish", "finish", "move", "postpone", "cancel", "go_online", "merge", "edit"}),
        ("published", {"begin", "finish", "move", "postpone", "cancel", "go_online", "merge", "edit"}),
        ("under_way", {"finish", "cancel", "edit"}),
        ("done", {"reopen"}),
        ("postponed", {"publish", "finish", "move", "postpone", "cancel", "go_online", "merge", "reinstate", "edit"}),
        ("cancelled", {"reinstate"}),
        ("merged", {"reinstate"}),
    ],
)
def test_what_may_be_done_in_each_state(state, acts):
    assert set(life.possible(state)) == acts


def test_an_act_that_names_no_state_keeps_it():
    assert life.leads_to("move", "published") == "published"
    assert life.leads_to("finish", "planned") == "done"
