"""Two at once: lines of no round that are too much together do not both come in."""

from __future__ import annotations

import pytest

from tests.cast import Cast
from tongxin.goods.tests import making as goods
from tongxin.purchases.models import Purchase
from tongxin.purchases.tests.making import line
from tongxin.rulebook.tests.making import load
from tongxin.welfare.tests.test_race import at_once

pytestmark = pytest.mark.django_db(transaction=True)


def test_two_lines_that_are_too_much_together_are_not_both_written(cast: Cast) -> None:
    load(cast)
    seller = goods.supplier(cast)
    given = {"purpose": "中秋慰问", "heads": 10, "fen": 1_000_000}
    told = at_once(*(lambda: line(cast, seller, **given) for _each in range(2)))
    assert told == ["done", "purchases.payer_forbidden"]
    assert Purchase.objects.count() == 1
