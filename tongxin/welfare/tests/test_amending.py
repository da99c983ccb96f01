"""What is changed after the approval, while people choose: acts, refusals, the page, the papers."""

from __future__ import annotations

from datetime import timedelta
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
import time_machine
from django.db import DatabaseError, connection, transaction

from tests.cast import NOW, Cast
from tongxin.audit.models import Entry
from tongxin.core.refusals import Refused
from tongxin.notices.models import Notice
from tongxin.welfare import actions, hooks
from tongxin.welfare.models import Amendment, Pack, Round
from tongxin.welfare.tests.office import UNTIL, approved, choosing, fresh

pytestmark = pytest.mark.django_db
LATER = UNTIL + timedelta(days=2)


def refused(code: str, act: Any, **given: Any) -> Refused:
    """The act is refused, and nothing is written."""
    kept = Amendment.objects.count()
    before = list(Pack.objects.values()), list(Round.objects.values()), Entry.objects.count(), Notice.objects.count()
    with pytest.raises(Refused) as caught:
        act(**{"now": NOW, "reason": "供应商晚到", **given})
    assert caught.value.code == code
    assert (
        list(Pack.objects.values()),
        list(Round.objects.values()),
        Entry.objects.count(),
        Notice.objects.count(),
    ) == before
    assert Amendment.objects.count() == kept
    return caught.value


def test_the_end_of_choosing_moves_with_its_reason_on_record(cast: Cast) -> None:
    round = choosing(cast)
    actions.move_choosing(actor=cast.actor("office"), now=NOW, round=round, choose_until=LATER, reason="  供应商晚到 ")
    assert fresh(round).choose_until == LATER
    kept = Amendment.objects.get()
    assert (kept.pack, kept.until_was, kept.until, kept.reason, kept.at) == (None, UNTIL, LATER, "供应商晚到", NOW)
    entry = Entry.objects.get(act="welfare.move_choosing")
    assert entry.reason == "供应商晚到" and set(entry.before) == {"choose_until"}


def test_the_database_refuses_to_change_or_delete_an_amendment(cast: Cast) -> None:
    actions.move_choosing(
        actor=cast.actor("office"), now=NOW, round=choosing(cast), choose_until=LATER, reason="供应商晚到"
    )
    for words in ("UPDATE welfare_amendment SET id = id", "DELETE FROM welfare_amendment"):
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(words)
    assert Amendment.objects.count() == 1


def test_the_end_is_never_put_into_the_past_nor_left_where_it_is(cast: Cast) -> None:
    given = {"actor": cast.actor("office"), "round": choosing(cast)}
    act = actions.move_choosing
    assert refused("welfare.choosing_past", act, choose_until=NOW, **given).field == "choose_until"
    assert refused("welfare.nothing_new", act, choose_until=UNTIL, **given).field == "choose_until"
    assert refused("welfare.no_reason", act, choose_until=LATER, **{**given, "reason": " "}).field == "reason"


def test_the_end_stays_after_its_beginning(cast: Cast) -> None:
    round = approved(cast, packs=2)
    office, begins = cast.actor("office"), NOW + timedelta(days=2)
    round = actions.open_choosing(actor=office, now=NOW, round=round, choose_from=begins, choose_until=UNTIL)
    refused("welfare.choosing_backward", actions.move_choosing, actor=office, round=round, choose_until=begins)


def test_only_while_people_choose(cast: Cast) -> None:
    office, round = cast.actor("office"), choosing(cast)
    actions.close_choosing(actor=office, now=NOW, round=round)
    refused("welfare.not_possible", actions.move_choosing, actor=office, round=round, choose_until=LATER)
    actions.hand_out(actor=office, now=NOW, round=round)
    refused("welfare.not_possible", actions.restock, actor=office, pack=round.packs.first(), stock=9)


def test_an_app_above_may_have_something_against_it(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    round = choosing(cast)
    monkeypatch.setattr(hooks.blockers, "_things", {"x": hooks.Blocker("x", lambda act, round: f"不行：{act}")})
    found = refused(
        "welfare.not_yet", actions.move_choosing, actor=cast.actor("office"), round=round, choose_until=LATER
    )
    assert found.sentence == "不行：move_choosing"
    refused("welfare.not_yet", actions.restock, actor=cast.actor("office"), pack=round.packs.first(), stock=9)


def test_a_branch_officer_changes_nothing(cast: Cast) -> None:
    round = choosing(cast)
    refused("access.no_right", actions.move_choosing, actor=cast.actor("branch"), round=round, choose_until=LATER)
    refused("access.no_right", actions.restock, actor=cast.actor("branch"), pack=round.packs.first(), stock=9)


def test_the_stock_changes_with_its_reason_on_record(cast: Cast) -> None:
    round = choosing(cast)
    pack = round.packs.get(letter="B")
    actions.restock(actor=cast.actor("office"), now=NOW, pack=pack, stock=30, reason="只订到30份")
    assert Pack.objects.get(pk=pack.pk).stock == 30
    kept = Amendment.objects.get()
    assert (kept.pack, kept.stock_was, kept.stock, kept.reason) == (pack, None, 30, "只订到30份")
    entry = Entry.objects.get(act="welfare.restock")
    assert (entry.reason, entry.after["stock"], entry.after["pack"]) == ("只订到30份", 30, "B 米油礼包")
    act, office = actions.restock, cast.actor("office")
    assert refused("welfare.nothing_new", act, actor=office, pack=pack, stock=30).field == "stock"
    assert refused("welfare.no_reason", act, actor=office, pack=pack, stock=31, reason="").field == "reason"


def test_where_there_is_one_pack_there_is_nothing_to_count(cast: Cast) -> None:
    round = approved(cast, delivers=True)
    office = cast.actor("office")
    round = actions.open_choosing(actor=office, now=NOW, round=round, choose_until=UNTIL)
    refused("welfare.one_pack", actions.restock, actor=office, pack=round.packs.get(), stock=9)


def test_the_page_says_what_was_changed_when_and_why(cast: Cast) -> None:
    round = choosing(cast)
    pack = round.packs.get(letter="B")
    client, address = cast.client("office"), f"/welfare/{round.pk}/"
    with time_machine.travel(NOW, tick=False):
        page = client.get(address).content.decode()
        assert "批准以后改的" not in page
        assert f"{address}choosing-until/" in page and f"{address}packs/{pack.pk}/stock/" in page
        asked = client.get(f"{address}packs/{pack.pk}/stock/").content.decode()
        assert "B 米油礼包还没有人选。" in asked
        answer = client.post(f"{address}packs/{pack.pk}/stock/", {"stock": "30", "reason": "只订到30份"})
        assert (answer.status_code, answer["Location"]) == (302, address)
        answer = client.post(f"{address}choosing-until/", {"choose_until": "2020-10-29T18:00", "reason": "供应商晚到"})
        assert (answer.status_code, answer["Location"]) == (302, address)
        page = client.get(address).content.decode()
    assert "B 米油礼包从管够改到30份" in page and "只订到30份" in page
    assert "选礼包截止从10月25日 14:00改到10月29日 18:00" in page and "供应商晚到" in page


@pytest.mark.parametrize(
    ("path", "given", "word"),
    [
        ("choosing-until/", {"choose_until": "2020-10-01T18:00", "reason": "早点"}, "2020-10-01T18:00"),
        ("choosing-until/", {"choose_until": "明天", "reason": "早点"}, "早点"),
        ("stock/", {"stock": "-3", "reason": "少了"}, "-3"),
        ("stock/", {"stock": "3.5", "reason": "少了"}, "3.5"),
        ("stock/", {"stock": "99999999999999", "reason": "多了"}, "多了"),
        ("stock/", {"stock": "30", "reason": ""}, "30"),
    ],
)
def test_bad_input_stays_with_its_sentence(cast: Cast, path: str, given: dict[str, str], word: str) -> None:
    round = choosing(cast)
    if path == "stock/":
        path = f"packs/{round.packs.earliest('pk').pk}/stock/"
    with time_machine.travel(NOW, tick=False):
        answer = cast.client("office").post(f"/welfare/{round.pk}/{path}", given)
    assert answer.status_code == 422
    assert word in answer.content.decode()
    assert not Amendment.objects.exists()


def test_too_late_leads_to_the_round_as_it_stands(cast: Cast) -> None:
    round = choosing(cast)
    actions.close_choosing(actor=cast.actor("office"), now=NOW, round=round)
    with time_machine.travel(NOW, tick=False):
        answer = cast.client("office").post(
            f"/welfare/{round.pk}/choosing-until/", {"choose_until": "2020-10-29T18:00", "reason": "晚"}
        )
    assert (answer.status_code, answer["Location"]) == (302, f"/welfare/{round.pk}/")
    assert fresh(round).choose_until == UNTIL


def test_the_paper_keeps_what_was_approved_and_adds_what_was_changed(cast: Cast) -> None:
    round = approved(cast, packs=2)
    office = cast.actor("office")
    Pack.objects.filter(round=round, letter="B").update(stock=20)
    round = actions.open_choosing(actor=office, now=NOW, round=round, choose_until=UNTIL)
    for stock in (30, 40):
        actions.restock(actor=office, now=NOW, pack=round.packs.get(letter="B"), stock=stock, reason="供应商又送来一些")
    with time_machine.travel(NOW, tick=False):
        answer = cast.client("office").get(f"/welfare/{round.pk}/papers/application.docx")
    xml = ZipFile(BytesIO(b"".join(answer.streaming_content))).read("word/document.xml").decode()
    words = "".join(part.split("<")[0] for part in xml.split(">"))
    assert "B 米油礼包，共20份" in words
    assert "批准后的变动" in words
    assert "2020年10月20日，B 米油礼包从20份改到30份。原因：供应商又送来一些" in words
    assert "B 米油礼包从30份改到40份" in words
