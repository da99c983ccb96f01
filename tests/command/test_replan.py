"""A year replanned from the shell: what is proven, what moves and why; nothing is written."""

from __future__ import annotations

import json

import pytest

from tongxin.activities.models import Activity
from tongxin.audit.models import Entry
from tongxin.planner.models import Proposal

pytestmark = pytest.mark.django_db


def state():
    rows = Activity.objects.order_by("pk").values_list("pk", "starts_on", "mode", "state")
    return list(rows), Entry.objects.count(), Proposal.objects.count()


def test_2020_looked_back_at_for_machines(demonstration, tongxin):
    before = state()
    code, out, err = tongxin("replan", 2020, "--as-of", "2020-02-20", "--json", "--seconds", 5)
    assert (code, err) == (0, "")
    answer = json.loads(out)
    assert [aim["name"] for aim in answer["aims"]] == ["kept", "announced", "moves", "level", "on_site"]
    assert all(set(aim) == {"name", "value", "bound", "gap"} for aim in answer["aims"])
    assert answer["moves"] and all(
        {"activity", "from", "to", "mode", "reasons"} <= set(move) for move in answer["moves"]
    )
    meet = next(move for move in answer["moves"] if move["activity"] == "教职工运动会")
    assert meet["from"] == "2020-05-16" and meet["to"] > "2020-08" and meet["mode"] == "on_site" and meet["reasons"]
    assert state() == before


def test_in_words(demonstration, tongxin):
    code, out, err = tongxin("replan", 2020, "--as-of", "2020-02-20")
    assert (code, err) == (0, "")
    assert (
        "能办的尽量都办" in out
        and "证明是最好的" in out
        and "教职工运动会\t5月16日 周六 → " in out
        and "原来的安排不行了" in out
    )


def test_a_year_that_is_over_needs_nothing(demonstration, tongxin):
    code, out, _err = tongxin("replan", 2020, "--unit", "tushuguan")
    assert code == 0 and "一项都不用动。" in out


@pytest.mark.parametrize("words", [("--seconds", "0"), ("--seconds", "viel"), ("--as-of", "yesterday")])
def test_wrong_words_are_refused_in_one_line(demonstration, tongxin, words):
    code, out, err = tongxin("replan", 2020, *words)
    assert code == 2 and out == "" and len(err.splitlines()) == 1


def test_a_unit_that_is_not_there_is_refused(demonstration, tongxin):
    code, out, err = tongxin("replan", 2020, "--unit", "nirgends")
    assert code == 1 and out == "" and "unit.unknown" in err
