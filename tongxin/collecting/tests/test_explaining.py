"""Why some have not collected: of each, of several at once, in common for the others."""

from __future__ import annotations

from io import BytesIO

import pytest
from openpyxl import load_workbook

from tongxin.audit.models import Entry
from tongxin.collecting import actions
from tongxin.collecting.access import reach_of
from tongxin.collecting.models import Remainder, Unfetched
from tongxin.collecting.panels import against
from tongxin.collecting.queries.rest import left_at, rest_of
from tongxin.collecting.tests.making import LATER, handed, line, make_round, people
from tongxin.core.refusals import Refused
from tongxin.welfare.models import Round

pytestmark = pytest.mark.django_db


def explained(cast, round, *names, why="away", words="", by="office"):
    lines = [line(round, cast.people[name]).pk for name in names]
    return actions.explain(actor=cast.actor(by), now=LATER, round=round, lines=lines, why=why, words=words)


def refused(code, act, *args, **given):
    before = Unfetched.objects.count(), Entry.objects.count()
    with pytest.raises(Refused) as caught:
        act(*args, **given)
    assert caught.value.code == code
    assert (Unfetched.objects.count(), Entry.objects.count()) == before
    return caught.value


def test_several_share_a_reason_on_record(cast):
    round = make_round(cast, "member", "librarian", "branch")
    assert explained(cast, round, "member", "librarian", words="在杭州培训") == (2, 0)
    assert {each.said for each in Unfetched.objects.all()} == {"出差在外：在杭州培训"}
    entry = Entry.objects.get(act="collecting.explain")
    assert (entry.reason, entry.after["why"]) == ("在杭州培训", "away")
    assert entry.after["people"] == sorted(cast.people[name].pk for name in ("member", "librarian"))


def test_written_again_it_takes_the_place_of_what_was_written(cast):
    round = make_round(cast, "member")
    explained(cast, round, "member", words="打不通")
    explained(cast, round, "member", why="other", words="回老家了")
    kept = Unfetched.objects.get()
    assert (kept.why, kept.words, kept.said) == ("other", "回老家了", "回老家了")


def test_who_has_it_by_now_is_passed_over(cast):
    round = make_round(cast, "member", "librarian")
    handed(cast, round, "member")
    assert explained(cast, round, "member", "librarian") == (1, 1)
    assert Unfetched.objects.get().entitled == line(round, cast.people["librarian"])


def test_a_branch_says_it_of_its_own_people_alone(cast):
    round = make_round(cast, "member", "librarian")
    assert explained(cast, round, "member", "librarian", by="branch") == (1, 1)
    assert Unfetched.objects.get().entitled == line(round, cast.people["member"])


def test_each_refusal_writes_nothing(cast):
    round = make_round(cast, "member")
    refused("collecting.nobody", explained, cast, round)
    assert refused("collecting.no_reason", explained, cast, round, "member", why="").field == "why"
    assert refused("collecting.no_reason", explained, cast, round, "member", why="nonsense").field == "why"
    assert refused("collecting.no_reason", explained, cast, round, "member", why="other", words=" ").field == "words"
    given = {"actor": cast.actor("office"), "now": LATER, "round": round, "why": "away"}
    refused("collecting.too_many", actions.explain, **given, lines=range(2001))
    Round.objects.update(state="closed")
    refused("collecting.not_handing", explained, cast, round, "member")


def test_the_common_word_is_for_those_of_whom_nothing_was_said(cast):
    round = make_round(cast, "member", "librarian", "branch")
    explained(cast, round, "member", "librarian")
    assert "还有1人没领，也没写为什么" in (against("close", round) or "")
    actions.explain_rest(actor=cast.actor("office"), now=LATER, round=round, words="在外面")
    assert Remainder.objects.get().count == 1
    assert against("close", round) is None


def test_where_each_has_a_reason_nothing_more_is_asked(cast):
    round = make_round(cast, "member", "librarian")
    explained(cast, round, "member", "librarian")
    assert against("close", round) is None


def test_a_reason_counts_again_when_the_pack_is_taken_back(cast):
    round = make_round(cast, "member")
    explained(cast, round, "member")
    receipt = handed(cast, round, "member")
    assert against("close", round) is None
    actions.take_back(actor=cast.actor("office"), now=LATER, receipt=receipt, reason="扫错了")
    assert against("close", round) is None
    assert Unfetched.objects.get().said == "出差在外"


def test_the_page_takes_ticks_and_shows_the_reasons(cast):
    round = make_round(cast, "member", "librarian", "branch")
    client, url = cast.client("office"), f"/welfare/{round.pk}/door/rest/"
    ticked = [line(round, cast.people[name]).pk for name in ("member", "librarian")]
    answer = client.post(url, {"lines": ticked, "why": "unreached", "words": "打了三次"}, follow=True)
    shown = answer.content.decode()
    assert "给2人写了原因。" in shown
    assert shown.count("联系不上：打了三次") == 2
    asked = client.get(f"{url}explanation/").content.decode()
    assert "还有1人没领，也没写为什么。" in asked
    book = load_workbook(BytesIO(client.get(f"{url}sheet/").content), read_only=True)
    rows = list(book.worksheets[0].values)
    assert len(rows) == 4
    mine = next(row for row in rows if row[0] == "张三")
    assert (mine[1], mine[6], mine[7]) == (cast.people["member"].staff_no, "联系不上", "打了三次")
    assert next(row for row in rows if row[0] == cast.people["branch"].name)[6] in ("", None)


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"why": "away"}, "一个人都没勾"),
        ({"lines": "X", "why": ""}, "挑一个原因"),
        ({"lines": "X", "why": "other", "words": ""}, "写一句为什么没领"),
        ({"lines": ["X", "abc", "99999999999999999999"], "why": "other"}, "写一句为什么没领"),
        ({"lines": "X", "why": "哈哈", "words": "留着的字"}, "留着的字"),
    ],
)
def test_bad_input_keeps_ticks_and_words(cast, given, sentence):
    round = make_round(cast, "member")
    own = str(line(round, cast.people["member"]).pk)
    filled = {name: [own if each == "X" else each for each in value] if isinstance(value, list) else own if value == "X" else value for name, value in given.items()}  # fmt: skip
    answer = cast.client("office").post(f"/welfare/{round.pk}/door/rest/", filled)
    assert answer.status_code == 422
    shown = answer.content.decode()
    assert sentence in shown
    assert (f'value="{own}" checked' in shown) is ("lines" in given)
    assert not Unfetched.objects.exists()


def test_the_page_costs_the_same_for_many_reasons(cast, django_assert_max_num_queries):
    round = make_round(cast, "member")
    many = people(cast, round, 30)
    lines = [line(round, person).pk for person in many]
    actions.explain(actor=cast.actor("office"), now=LATER, round=round, lines=lines, why="away")
    client = cast.client("office")
    with django_assert_max_num_queries(32):
        assert client.get(f"/welfare/{round.pk}/door/rest/").status_code == 200


def test_who_said_no_or_has_gone_is_not_reminded_and_the_pack_still_waits(cast):
    round = make_round(cast, "member", "librarian", "branch")
    explained(cast, round, "member", why="declined")
    explained(cast, round, "librarian", why="later")
    assert actions.remind(actor=cast.actor("office"), now=LATER, round=round) == 2
    left = left_at(rest_of(reach_of(cast.actor("office"), round)))
    assert [count for each in left for _pack, count in each.packs] == [3]
    explained(cast, round, "librarian", "branch", why="gone")
    refused("collecting.nobody_left", actions.remind, actor=cast.actor("office"), now=LATER, round=round)
