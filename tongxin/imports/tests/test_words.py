"""A refusal while a file is written names the row."""

from __future__ import annotations

import pytest

from tongxin.core.refusals import Refused
from tongxin.imports.words import naming_row


def test_a_refusal_names_its_row_and_keeps_its_code_and_status() -> None:
    with pytest.raises(Refused) as caught, naming_row(7):
        raise Refused("thing.gone", "没有了。", status=404)
    assert (caught.value.code, caught.value.status) == ("thing.gone", 404)
    assert caught.value.sentence == "第7行：没有了。 整份表都没进。"


def test_what_goes_well_or_wrong_otherwise_is_left_alone() -> None:
    with naming_row(7):
        pass
    with pytest.raises(ValueError, match="fault"), naming_row(7):
        raise ValueError("fault")
