"""Findings of a year are proposed for the next: each once, with its evidence, nothing where there is no record."""

from __future__ import annotations

from tests.cast import NOW
from tongxin.plan import actions
from tongxin.plan.queries.proposals import proposals_page
from tongxin.report.proposals import propose


def test_findings_become_proposals_with_their_evidence(year):
    found = {one.code: one for one in propose(year.cast.union, 2021)}
    assert {"completion", "branches.idle"} <= set(found)
    assert "/figures/2020/activities.completion/" in found["completion"].url and "办成" in found["completion"].why
    assert found["branches.idle"].work_kind == "branch"
    assert all(one.title and len(one.title) <= 100 for one in found.values())


def test_a_year_without_records_proposes_nothing(cast):
    assert propose(cast.union, 2021) == ()


def test_what_was_taken_up_is_not_proposed_again(year):
    given = {"actor": year.cast.actor("office"), "now": NOW, "unit": year.cast.union, "year": 2021}
    taken = actions.take_up(source="report", code="completion", **given)
    page = proposals_page(year.cast.union, 2021)
    assert "completion" not in {one.proposed.code for one in page.open}
    assert page.answered[0].item_id == taken.work_item_id
