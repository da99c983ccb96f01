"""The year 2020 under its restrictions, replanned from February, beside what became of it."""

from __future__ import annotations

import pytest

from tongxin.demo.facts.restrictions import LOOK_BACK, RESTRICTIONS
from tongxin.planner.models import Proposal
from tongxin.planner.queries.proposal_page import proposal_page
from tongxin.restrictions.models import Restriction

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(demonstration):
    proposal = Proposal.objects.select_related("unit").get(as_of=LOOK_BACK)
    return proposal_page(proposal, proposal.asked_at)


def test_the_restrictions_of_the_year_are_there(demonstration):
    assert Restriction.objects.filter(title__in=[fact.title for fact in RESTRICTIONS]).count() == len(RESTRICTIONS)


def test_replanned_more_of_the_twenty_are_held_than_were(page):
    tally = page.planned
    assert (tally.total, tally.held) == (20, 15)
    assert tally.left_alone < tally.kept and tally.held < tally.kept
    assert all(aim.proven for aim in page.aims)


def test_every_move_has_its_reason_and_what_really_happened(page):
    assert page.lines and all("期间" in line.reason and line.actual for line in page.lines)
    assert {row.activity.title for row in page.compared} >= {"教职工运动会", "2021年年会", "“三八妇女节”慰问"}
