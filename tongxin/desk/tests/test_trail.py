"""The trail's page: below the reader's units, filtered, in people's words."""

from __future__ import annotations

from urllib.parse import quote

import pytest

from tongxin.activities.tests.making import add


@pytest.fixture
def done(cast):
    add(cast, "工会的活动")
    add(cast, "分工会的活动", unit="ee")
    return cast


def page(client, query: str = "") -> str:
    answer = client.get(f"/trail/{query}")
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_auditor_reads_all_of_the_union(done):
    shown = page(done.client("audit"))
    assert "工会的活动" in shown
    assert "分工会的活动" in shown


def test_a_branchs_chair_reads_what_was_done_in_the_branch(done):
    shown = page(done.client("branch"))
    assert "分工会的活动" in shown
    assert ">工会的活动" not in shown


def test_the_chair_next_door_reads_nothing_of_ours(done):
    assert "活动" not in page(done.client("outsider")).partition("<tbody>")[2]


def test_acts_are_called_by_their_names(done):
    assert "activities.add<" not in page(done.client("audit"))


@pytest.mark.parametrize(
    ("query", "there"),
    [
        ("?text=" + quote("分工会的"), True),
        ("?text=nobody", False),
        ("?act=plan.approve", False),
        ("?since=2999-01-01", False),
    ],
)
def test_it_is_filtered(done, query, there):
    assert ("分工会的活动" in page(done.client("audit"), query).partition("<tbody>")[2]) is there


def test_a_page_beyond_the_last_is_the_last(done):
    assert "分工会的活动" in page(done.client("audit"), "?page=99")
