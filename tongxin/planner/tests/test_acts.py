"""Asking for a proposal, taking it over, leaving it, taking it back: each act with each refusal."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.cast import NOW
from tongxin.activities import actions as activities
from tongxin.activities.models import Activity, Change
from tongxin.audit.models import Entry
from tongxin.core.refusals import Refused
from tongxin.notices.models import Notice
from tongxin.planner import actions
from tongxin.planner.models import Proposal, ProposedMove
from tongxin.planner.tests.making import NOVEMBER, later, planned, proposed, restrict

pytestmark = pytest.mark.django_db
Decision, State = ProposedMove.Decision, Proposal.State


@pytest.fixture
def year(cast):
    """A match that November forbids, a lecture that it sends online, and one that it does not touch."""
    restrict(cast)
    return {
        "match": planned(cast, "羽毛球赛", category="ti", day=date(2020, 11, 21), place="体育馆"),
        "lecture": planned(cast, "家庭教育讲座", unit="ee", published_at=NOW, state="published"),
        "small": planned(cast, "座谈", unit="lib", expected=20, place="会议室"),
    }


def line(proposal, activity):
    return proposal.moves.get(activity=activity)


def accept(cast, proposal, *, by="office", now=None, **more):
    values = {"reason": "epidemic", **more}
    return actions.accept(actor=cast.actor(by), now=now or later(), proposal=proposal, **values)


def everything():
    fields = ("pk", "starts_on", "ends_on", "mode", "state", "year", "published_at", "planned_on")
    return sorted(Activity.objects.values_list(*fields))


def refuses(code, call):
    before = (everything(), Change.objects.count(), Entry.objects.count())
    with pytest.raises(Refused) as refusal:
        call()
    assert refusal.value.code == code
    assert (everything(), Change.objects.count(), Entry.objects.count()) == before
    return refusal.value


def test_a_proposal_moves_what_is_hit_and_leaves_the_rest(cast, year):
    before = everything()
    proposal = proposed(cast)
    match, lecture = line(proposal, year["match"]), line(proposal, year["lecture"])
    assert match.day_after is not None and not date(2020, 11, 1) <= match.day_after <= date(2020, 11, 30)
    assert (lecture.day_after, lecture.mode_after) == (NOVEMBER, "online")
    assert proposal.moves.count() == 2 and proposal.counts["stay"] == 1 and proposal.counts["lost_if_left"] == 2
    assert proposal.aims[0]["name"] == "kept" and all(aim["gap"] == 0 for aim in proposal.aims[:2])
    assert everything() == before and Entry.objects.filter(act="planner.propose").count() == 1


def test_the_same_year_gives_the_same_proposal(cast, year):
    def told():
        return list(proposed(cast).moves.values_list("activity", "day_after", "mode_after"))

    assert told() == told()


@pytest.mark.parametrize("who", ["member", "branch", "audit", "outsider"])
def test_only_who_plans_the_year_may_ask(cast, year, who):
    refuses("access.no_right", lambda: actions.propose(actor=cast.actor(who), now=NOW, unit=cast.union, year=2020))


def test_the_members_hat_does_not_ask(cast, year):
    bare = cast.actor("office", in_office=False)
    refuses("access.office_mode", lambda: actions.propose(actor=bare, now=NOW, unit=cast.union, year=2020))


@pytest.mark.parametrize(
    ("year_asked", "as_of", "code"),
    [
        (2019, None, "proposal.year_over"),
        (2020, date(2020, 10, 20), "proposal.not_past"),
        (2020, date(2019, 5, 1), "proposal.not_past"),
    ],
)
def test_what_cannot_be_asked(cast, year_asked, as_of, code):
    actor = cast.actor("office")
    refuses(code, lambda: actions.propose(actor=actor, now=NOW, unit=cast.union, year=year_asked, as_of=as_of))


def test_what_is_wanted_already_is_not_asked_for_twice_and_the_worker_makes_it(cast, year):
    given = {"actor": cast.actor("office"), "now": NOW, "unit": cast.union, "year": 2020, "seconds": 2}
    first = actions.propose(**given)
    assert actions.propose(**given) == first
    assert actions.plan_wanted(now=NOW) == 1 and actions.plan_wanted(now=NOW) == 0
    first.refresh_from_db()
    assert first.state == State.OPEN and first.moves.count() == 2


def test_one_that_is_being_worked_out_is_left_alone_until_it_is_given_up(cast, year):
    wanted = actions.propose(actor=cast.actor("office"), now=NOW, unit=cast.union, year=2020)
    Proposal.objects.update(begun_at=NOW)
    assert actions.compute(now=later(1), proposal=wanted) is None
    assert actions.plan_wanted(now=later(20)) == 1


def test_a_fault_leaves_it_as_failed(cast, year, monkeypatch, caplog):
    def broken(*_given):
        raise ArithmeticError

    monkeypatch.setattr("tongxin.planner.engine.solve", broken)
    wanted = actions.propose(actor=cast.actor("office"), now=NOW, unit=cast.union, year=2020)
    made = actions.compute(now=NOW, proposal=wanted)
    assert made is not None and made.state == State.FAILED and "could not be made" in caplog.text


def test_accepting_does_it_through_the_activities_own_acts_and_tells_once(cast, year):
    proposal = proposed(cast)
    done = accept(cast, proposal)
    assert len(done.done) == 2 and not done.touched
    for activity in year.values():
        activity.refresh_from_db()
    assert year["match"].starts_on == line(proposal, year["match"]).day_after and year["lecture"].mode == "online"
    kinds = set(Change.objects.values_list("kind", "reason"))
    assert kinds == {("moved", "epidemic"), ("online", "epidemic")} and all(
        Change.objects.values_list("words", flat=True)
    )
    assert Notice.objects.filter(title__contains="家庭教育讲座").count() == 1
    proposal.refresh_from_db()
    assert proposal.state == State.ACCEPTED and Entry.objects.filter(act="planner.accept").count() == 1


def test_another_day_and_another_form_are_one_turn(cast):
    activity = planned(cast, published_at=NOW, state="published", ends_on=NOVEMBER + timedelta(days=1))
    proposal = proposed(cast)
    ProposedMove.objects.create(
        proposal=proposal, activity=activity, day_before=NOVEMBER, mode_before="on_site", day_after=date(2020, 12, 2), mode_after="online"
    )  # fmt: skip
    accept(cast, proposal)
    activity.refresh_from_db()
    assert (activity.starts_on, activity.ends_on, activity.mode) == (date(2020, 12, 2), date(2020, 12, 3), "online")
    assert Change.objects.get().kind == "online" and Notice.objects.count() == 1


def test_what_has_no_place_is_put_off_only_where_it_is_ticked(cast):
    restrict(cast, first=date(2020, 10, 1), last=None)
    activity = planned(cast, "羽毛球赛", category="ti", day=date(2020, 11, 21))
    proposal = proposed(cast)
    move = line(proposal, activity)
    assert move.unplaced and proposal.counts["cannot"] == 1
    refuses("proposal.nothing_chosen", lambda: accept(cast, proposal))
    accept(cast, proposal, lines=[move.pk])
    activity.refresh_from_db()
    assert activity.state == "postponed" and activity.starts_on is None and activity.year == 2020
    actions.undo(actor=cast.actor("office"), now=later(20), proposal=proposal)
    activity.refresh_from_db()
    assert activity.state == "planned" and activity.starts_on == date(2020, 11, 21)


def test_what_has_no_day_gets_its_first(cast):
    activity = planned(cast, day=None)
    proposal = proposed(cast)
    accept(cast, proposal)
    activity.refresh_from_db()
    assert activity.starts_on == line(proposal, activity).day_after is not None


def test_line_by_line(cast, year):
    proposal = proposed(cast)
    match, lecture = line(proposal, year["match"]), line(proposal, year["lecture"])
    accept(cast, proposal, lines=[match.pk])
    proposal.refresh_from_db()
    assert proposal.state == State.PARTLY
    accept(cast, proposal, lines=[lecture.pk], now=later(20))
    proposal.refresh_from_db()
    assert proposal.state == State.ACCEPTED and set(proposal.moves.values_list("decision", flat=True)) == {
        Decision.ACCEPTED
    }


def test_lines_that_are_left_change_nothing(cast, year):
    proposal, before = proposed(cast), everything()
    actor = cast.actor("office")
    assert actions.decline(actor=actor, now=NOW, proposal=proposal, lines=[line(proposal, year["match"]).pk]) == 1
    assert everything() == before and line(proposal, year["match"]).decision == Decision.DECLINED
    refuses("proposal.nothing_chosen", lambda: actions.decline(actor=actor, now=NOW, proposal=proposal, lines=[]))
    assert len(accept(cast, proposal).done) == 1


@pytest.mark.parametrize("who", ["member", "branch", "audit", "outsider"])
def test_only_who_plans_the_year_decides(cast, year, who):
    proposal = proposed(cast)
    actor = cast.actor(who)
    lines = [line(proposal, year["match"]).pk]
    refuses("access.no_right", lambda: accept(cast, proposal, by=who))
    refuses("access.no_right", lambda: actions.decline(actor=actor, now=NOW, proposal=proposal, lines=lines))
    refuses("access.no_right", lambda: actions.undo(actor=actor, now=NOW, proposal=proposal))
    refuses("access.no_right", lambda: actions.drop(actor=actor, now=NOW, proposal=proposal))


def test_what_cannot_be_accepted(cast, year):
    proposal = proposed(cast)
    refuses("proposal.reason_needed", lambda: accept(cast, proposal, reason=""))
    refuses("proposal.nothing_chosen", lambda: accept(cast, proposal, lines=[]))
    back = proposed(cast, as_of=date(2020, 9, 1))
    refuses("proposal.what_if", lambda: accept(cast, back))
    actions.drop(actor=cast.actor("office"), now=NOW, proposal=proposal)
    refuses("proposal.closed", lambda: accept(cast, proposal))


def test_a_line_whose_facts_changed_is_left_and_the_others_are_done(cast, year):
    proposal = proposed(cast)
    activities.edit_activity(actor=cast.actor("office"), now=NOW, activity=year["match"], expected=200)
    done = accept(cast, proposal)
    assert [move.activity for move in done.done] == [year["lecture"]]
    assert [move.activity for move in done.touched] == [year["match"]]
    proposal.refresh_from_db()
    assert proposal.state == State.PARTLY


def test_where_all_facts_changed_nothing_is_done(cast, year):
    proposal = proposed(cast)
    restrict(cast, title="又一个", first=date(2020, 12, 1), last=date(2020, 12, 2))
    refusal = refuses("proposal.facts_changed", lambda: accept(cast, proposal))
    assert "羽毛球赛" in refusal.sentence


def test_a_line_that_came_too_near_is_not_accepted(cast, year):
    proposal = proposed(cast)
    match = line(proposal, year["match"])
    near = NOW + (match.day_after - NOW.date()) - timedelta(days=3)
    refuses("proposal.facts_changed", lambda: accept(cast, proposal, lines=[match.pk], now=near))


def test_an_activity_that_refuses_leaves_everything_as_it_was(cast, year, monkeypatch):
    proposal = proposed(cast)

    def no(**_given):
        raise Refused("activity.same_mode", "本来就是。")

    monkeypatch.setattr("tongxin.activities.actions.go_online", no)
    refusal = refuses("proposal.line_refused", lambda: accept(cast, proposal))
    assert "家庭教育讲座" in refusal.sentence


def test_undoing_restores_the_year(cast, year):
    before = everything()
    proposal = proposed(cast)
    accept(cast, proposal)
    undone = actions.undo(actor=cast.actor("office"), now=later(20), proposal=proposal)
    proposal.refresh_from_db()
    assert everything() == before and len(undone.done) == 2 and not undone.left and proposal.state == State.UNDONE
    assert Change.objects.filter(kind="reinstated").count() == 2
    refuses("proposal.not_accepted", lambda: actions.undo(actor=cast.actor("office"), now=NOW, proposal=proposal))


def test_what_was_changed_since_is_left_alone_and_named(cast, year):
    proposal = proposed(cast)
    accept(cast, proposal)
    given = {
        "actor": cast.actor("office"),
        "now": later(15),
        "activity": year["match"],
        "reason": "venue",
        "words": "场地",
    }
    activities.move(**given, to=date(2020, 12, 26))
    undone = actions.undo(actor=cast.actor("office"), now=later(20), proposal=proposal)
    assert [move.activity for move in undone.left] == [year["match"]]
    year["match"].refresh_from_db()
    assert year["match"].starts_on == date(2020, 12, 26) and line(proposal, year["match"]).decision == Decision.LEFT


def test_a_proposal_that_was_taken_is_not_thrown_away(cast, year):
    proposal = proposed(cast)
    accept(cast, proposal)
    refuses("proposal.taken", lambda: actions.drop(actor=cast.actor("office"), now=NOW, proposal=proposal))
