"""Writing lines and prizes, copying, taking out."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.http import Http404

from tests.cast import NOW
from tongxin.audit.models import Entry
from tongxin.core.refusals import Refused
from tongxin.feedback.hooks import attendees
from tongxin.paperwork import actions
from tongxin.paperwork.models import Line, Prize
from tongxin.paperwork.rules.facts import Prize as PrizeLine
from tongxin.paperwork.rules.lines import Money
from tongxin.paperwork.tests.conftest import LINES

pytestmark = pytest.mark.django_db


def refused(code: str, act, **given) -> None:
    """The act is refused and leaves everything as it was."""
    before = Line.objects.count(), Prize.objects.count(), Entry.objects.count()
    with pytest.raises(Refused) as caught:
        act(now=NOW, **given)
    assert caught.value.code == code
    assert (Line.objects.count(), Prize.objects.count(), Entry.objects.count()) == before


def test_lines_replace_what_was_there_with_one_entry(cast, held):
    actions.set_lines(actor=cast.actor("office"), now=NOW, activity=held, side="budget", lines=LINES[:1])
    assert [line.item for line in held.money_lines.all()] == ["矿泉水"]
    entry = Entry.objects.filter(act="paperwork.set_lines").order_by("pk").last()
    assert (entry.before["total"], entry.after["total"]) == ("260.05", "180.00")


def test_lines_that_did_not_change_leave_no_entry(cast, held):
    count = Entry.objects.count()
    actions.set_lines(actor=cast.actor("office"), now=NOW, activity=held, side="budget", lines=LINES)
    assert Entry.objects.count() == count


def test_a_line_that_does_not_multiply_is_refused(cast, held):
    wrong = Money("水", Decimal(2), Decimal(2), "", Decimal(5))
    refused(
        "money.does_not_multiply",
        actions.set_lines,
        actor=cast.actor("office"),
        activity=held,
        side="budget",
        lines=[wrong],
    )


@pytest.mark.parametrize(
    ("name", "in_office", "code"),
    [("audit", True, "access.no_right"), ("member", True, "access.no_right"), ("office", False, "access.office_mode")],
)
def test_only_who_runs_it_may_write(cast, held, name, in_office, code):
    actor = cast.actor(name, in_office=in_office)
    refused(code, actions.set_lines, actor=actor, activity=held, side="budget", lines=[])
    refused(code, actions.set_prizes, actor=actor, activity=held, prizes=[])
    refused(code, actions.copy_budget, actor=actor, activity=held)


def test_the_budget_is_copied_once(cast, held):
    office = cast.actor("office")
    copied = actions.copy_budget(actor=office, now=NOW, activity=held)
    assert [(line.side, str(line.amount)) for line in copied] == [("settlement", "180.00"), ("settlement", "80.05")]
    refused("money.settlement_there", actions.copy_budget, actor=office, activity=held)


def test_without_a_budget_there_is_nothing_to_copy(cast, held):
    held.money_lines.all().delete()
    refused("money.no_budget", actions.copy_budget, actor=cast.actor("office"), activity=held)


def test_a_receiver_whose_name_one_participant_bears_is_that_person(cast, held, people):
    given = [PrizeLine("一等奖", "杯", Decimal(1), "吴3"), PrizeLine("二等奖", "", Decimal(0), "图书馆队")]
    kept = actions.set_prizes(actor=cast.actor("office"), now=NOW, activity=held, prizes=given)
    assert [prize.person for prize in kept] == [people[3], None]


def test_taking_out_is_on_record(cast, held):
    actions.mark_printed(actor=cast.actor("audit"), now=NOW, activity=held, kind="plan", form="pdf")
    assert Entry.objects.get(act="paperwork.printed").after == {"paper": "plan", "format": "pdf"}


@pytest.mark.parametrize(
    ("name", "private"), [("audit", True), ("member", False), ("party", False), ("outsider", False)]
)
def test_who_may_not_take_out_finds_nothing(cast, held, name, private):
    with pytest.raises(Http404):
        actions.mark_printed(
            actor=cast.actor(name), now=NOW, activity=held, kind="signups", form="xlsx", private=private
        )
    assert not Entry.objects.filter(act="paperwork.printed").exists()


def test_feedback_hears_from_the_check_in_who_came():
    assert attendees.get("attendance") is not None
