"""Addresses with numbers that no column holds are pages that are not there, on either database."""

from __future__ import annotations

import pytest

from tests.cast import Cast
from tongxin.welfare.tests.making import entitle, make_round

pytestmark = pytest.mark.django_db
HUGE = "9" * 20


def test_a_number_too_large_for_any_column_is_no_page(cast: Cast) -> None:
    round = make_round(cast, "choosing")
    entitle(cast, round, "member")
    client = cast.client("member", in_office=False)
    for path, posted in (
        (f"/welfare/{HUGE}/choice/", {"pack": "1"}), (f"/welfare/{round.pk}/choice/", {"pack": HUGE}),
        (f"/activities/{HUGE}/slots/{HUGE}/leaving/", {}), (f"/activities/1/slots/{HUGE}/leaving/", {}),
        (f"/activities/{HUGE}/sign-up/", {"slot": "1"}), ("/activities/1/sign-up/", {"slot": HUGE}),
    ):  # fmt: skip
        assert (path, client.post(path, posted).status_code) == (path, 404)
