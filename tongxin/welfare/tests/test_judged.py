"""A closed round stays judged as it was: neither a rule that comes later nor a later round changes what its page says."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import translation

from tests.cast import NOW, Cast
from tongxin.rulebook.queries.keeping import frozen, thawed
from tongxin.rulebook.tests.making import own_rule
from tongxin.welfare import actions, hooks
from tongxin.welfare.models import Judged, Round, Share
from tongxin.welfare.queries.checked import checked, judged_now
from tongxin.welfare.tests.making import make_round
from tongxin.welfare.tests.office import fresh, handing, ready, with_rules
from tongxin.welfare.tests.test_exempted import let, over

pytestmark = pytest.mark.django_db
DEARER = {"title": "每节每人", "occasion": "festival", "metric": "sum_per_festival_head", "value": "10000"}


@pytest.fixture(autouse=True)
def handed_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing stands against closing: that is other apps' matter."""
    monkeypatch.setattr(hooks.blockers, "_things", {})


@pytest.fixture
def closed(cast: Cast) -> Round:
    """A round of 120 yuan a head that kept every rule there was."""
    with_rules(cast)
    return fresh(actions.close(actor=cast.actor("office"), now=NOW, round=handing(cast)))


def said(found: Any) -> list[tuple[str, str, bool | None, str, str]]:
    """What stands on the page of every finding."""
    return [
        (part.payer, each.rule.rule_id, each.holds, each.value, each.limit)
        for part in found.parts
        for each in part.findings.all
    ]


def test_a_rule_that_comes_later_judges_it_no_more(cast: Cast, closed: Round) -> None:
    before = said(checked(closed))
    assert before and not checked(closed).blocks
    own_rule(cast, **DEARER)
    assert judged_now(closed).blocks
    assert said(checked(closed)) == before
    page = cast.client("office").get(f"/welfare/{closed.pk}/").content.decode()
    assert "后来的规则不再管它" in page
    assert "每节每人" not in page


def test_a_round_that_runs_is_judged_by_what_holds_now(cast: Cast) -> None:
    with_rules(cast)
    round = handing(cast)
    own_rule(cast, **DEARER)
    assert checked(round).blocks
    assert checked(round).closed_at is None


def test_a_later_round_of_the_year_does_not_change_its_sum(cast: Cast, closed: Round) -> None:
    sums = [(part.others_fen, part.year_fen) for part in checked(closed).parts]
    Share.objects.create(round=make_round(cast, "approved", title="端午", festival="端午"), payer="union", fen=77_700)
    assert [part.others_fen for part in judged_now(closed).parts] != [others for others, _year in sums]
    assert [(part.others_fen, part.year_fen) for part in checked(closed).parts] == sums
    assert [cap.year_fen for part in checked(closed).parts for cap in part.caps] == [year for _others, year in sums]


def test_a_round_closed_before_there_was_a_record_is_judged_as_ever(cast: Cast) -> None:
    with_rules(cast)
    round = make_round(cast, "closed")
    Share.objects.create(round=round, payer="union", fen=12_000)
    assert checked(round).parts and checked(round).closed_at is None


def test_what_is_kept_is_the_same_again_in_both_languages(cast: Cast) -> None:
    round = over(cast)
    let(cast, round)
    found = judged_now(round)
    assert found.exempted and found.whole is None
    bare = [replace(each, before=None, after=None) for each in found.parts[0].findings.all]
    assert list(thawed([frozen(found.parts[0].findings)])[0].all) == bare
    with translation.override("en"):
        english = judged_now(round).parts[0].findings.all
        (again,) = thawed([frozen(found.parts[0].findings)])
        assert [(each.value, each.limit) for each in again.all] == [(each.value, each.limit) for each in english]


def test_what_it_would_be_wholly_from_union_funds_is_kept_too(cast: Cast) -> None:
    with_rules(cast)
    round = ready(cast)
    Share.objects.create(round=round, payer="school", fen=5000)
    found = judged_now(round)
    actions.submit(actor=cast.actor("office"), now=NOW, round=round)
    actions.approve(actor=cast.actor("chair"), now=NOW, round=round)
    actions.hand_out(actor=cast.actor("office"), now=NOW, round=round)
    actions.close(actor=cast.actor("office"), now=NOW, round=round)
    kept = checked(fresh(round))
    assert found.wholly
    assert [(cap.year_fen, cap.cap_fen) for cap in kept.wholly] == [(cap.year_fen, cap.cap_fen) for cap in found.wholly]


def test_the_database_refuses_to_change_or_delete_it(closed: Round) -> None:
    for words in ("UPDATE welfare_judged SET id = id", "DELETE FROM welfare_judged"):
        with pytest.raises(DatabaseError, match="stays"), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(words)
    assert Judged.objects.get().round == closed
