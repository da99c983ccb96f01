"""What is wrong with a pack: only who wrote it and who runs the round read the words."""

from __future__ import annotations

from datetime import timedelta
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import Http404
from PIL import Image

from tongxin.audit.models import Entry
from tongxin.collecting import actions
from tongxin.collecting.access import may_open_photo
from tongxin.collecting.models import Complaint
from tongxin.collecting.queries.complaints import complaints_of, publicly
from tongxin.collecting.tests.making import LATER, handed, make_round
from tongxin.collecting.todos import of_member, of_office
from tongxin.core.refusals import Refused
from tongxin.notices.models import Message

pytestmark = pytest.mark.django_db


@pytest.fixture
def got(cast):
    round = make_round(cast, "member", "branch")
    handed(cast, round, "member")
    return round


def complain(cast, round, words="油漏了", **more):
    actor = cast.actor("member", in_office=False)
    return actions.complain(actor=actor, now=LATER, round=round, kind="damaged", words=words, **more)


def test_a_complaint_with_a_photo_that_only_two_may_open(cast, got):
    held = BytesIO()
    Image.new("RGB", (40, 40), "red").save(held, "JPEG")
    made = complain(cast, got, photo=SimpleUploadedFile("a.jpg", held.getvalue(), "image/jpeg"))
    [said] = complaints_of(got, LATER + timedelta(days=2))
    assert (said.complaint, said.days, len(said.photos)) == (made, 2, 1)
    assert may_open_photo(cast.actor("member"), made.pk)
    assert may_open_photo(cast.actor("office"), made.pk)
    assert not may_open_photo(cast.actor("branch"), made.pk)
    assert not may_open_photo(cast.actor("office"), 0)
    assert "油漏了" not in str(Entry.objects.get(act="collecting.complain").after)


def test_what_stands_against_a_complaint(cast, got):
    with pytest.raises(Refused, match="怎么了"):
        complain(cast, got, " ")
    with pytest.raises(Refused, match="领到以后"):
        actions.complain(actor=cast.actor("branch"), now=LATER, round=got, kind="other", words="还没领")
    for number in range(3):
        complain(cast, got, f"第{number}件")
    with pytest.raises(Refused, match="还在办"):
        complain(cast, got)


def test_the_office_answers_once_and_the_person_is_told(cast, got):
    made = complain(cast, got)
    given = {"now": LATER, "complaint": made, "outcome": "exchanged"}
    with pytest.raises(Refused, match="怎么办的"):
        actions.answer_complaint(actor=cast.actor("office"), **given, answer="")
    with pytest.raises(Refused):
        actions.answer_complaint(actor=cast.actor("branch"), **given, answer="换")
    actions.answer_complaint(actor=cast.actor("office"), **given, answer="换了一瓶", public=True)
    assert Message.objects.get(notice__title="售后有答复了：中秋慰问").person == cast.people["member"]
    with pytest.raises(Refused, match="已经答复过了"):
        actions.answer_complaint(actor=cast.actor("chair"), **given, answer="再换")


def test_members_see_counts_and_public_answers_and_never_who(cast, got):
    for public in (True, False):
        made = complain(cast, got)
        actions.answer_complaint(
            actor=cast.actor("office"),
            now=LATER,
            complaint=made,
            outcome="exchanged",
            answer=f"换了{public}",
            public=public,
        )
    complain(cast, got)
    told = publicly(got)
    assert (told.count, told.answered) == (3, 2)
    assert told.answers == [("破了坏了", "换了", "换了True")]


def test_what_waits_for_whom(cast, got):
    complain(cast, got)
    titles = {todo.title for todo in of_office(cast.actor("office"), LATER)}
    assert titles == {"发中秋慰问", "答复售后：破了坏了"}
    assert {todo.title for todo in of_office(cast.actor("branch"), LATER)} == {"发中秋慰问"}
    assert of_office(cast.actor("audit"), LATER) == []
    assert [todo.title for todo in of_member(cast.actor("branch", in_office=False), LATER)] == ["领中秋慰问"]
    assert of_member(cast.actor("member", in_office=False), LATER) == []
    Complaint.objects.all().delete()
    assert {todo.title for todo in of_office(cast.actor("office"), LATER)} == {"发中秋慰问"}


def test_a_stranger_complains_of_nothing(cast, got):
    with pytest.raises(Http404):
        actions.complain(actor=cast.actor("outsider"), now=LATER, round=got, kind="other", words="x")
