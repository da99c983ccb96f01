"""What the scope's column of an old ledger means."""

from __future__ import annotations

import pytest

from tests.cast import NOW
from tongxin.goods import actions
from tongxin.goods.access import scopes_of
from tongxin.goods.tests import making as goods
from tongxin.imports.shell import ShellImport, import_file
from tongxin.purchases.imports.scopes import NoOneScope, Scopes
from tongxin.purchases.models import Purchase
from tongxin.purchases.tests.test_import import ROWS, old, take

NAMES = (
    ("c832", "832个脱贫县"),
    ("twinned", "结对帮扶村"),
    ("twinned", "结对帮扶"),
    ("group", "无为帮扶集团"),
    ("other", "无为市场"),
)


@pytest.fixture
def known(cast):
    for kind, name in NAMES:
        goods.scope(cast, kind, name)
    return Scopes(scopes_of(cast.union).select_related("unit"))


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("是", ["832个脱贫县"]), ("✓", ["832个脱贫县"]), ("832", ["832个脱贫县"]), ("832个脱贫县", ["832个脱贫县"]), ("脱贫县", ["832个脱贫县"]),
        ("", []), ("否", []), ("/", []), ("非832个脱贫县", []), ("非832", []), ("不属于", []), ("不是832个脱贫县", []), ("无此项", []), ("没有", []),
        ("结对帮扶", ["结对帮扶"]), ("结对帮扶村", ["结对帮扶村"]), ("832、结对帮扶", ["832个脱贫县", "结对帮扶"]), ("832个脱贫县，非结对帮扶", ["832个脱贫县"]),
        ("集团；是", ["无为帮扶集团", "832个脱贫县"]), ("无为帮扶", ["无为帮扶集团"]),
    ],
)  # fmt: skip
def test_words_mean_each_one_scope_or_none(known, words, names):
    assert [each.name for each in known.meant(words)] == names


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("832、东西协作", "没有“东西协作”"),
        ("结对", "“结对”说的口径不止一个"),
        ("结对帮扶、无为", "“无为”说的口径不止一个"),
        ("无为县", "没有“无为县”"),
    ],
)
def test_a_word_that_means_none_or_several_is_named(known, words, named):
    with pytest.raises(NoOneScope) as caught:
        known.meant(words)
    assert named in caught.value.sentence


def test_a_row_with_such_a_word_does_not_come_in(cast, known, tmp_path):
    answer = take(cast, old(tmp_path / "a.xlsx", [[*ROWS[0][:11], "832、东西协作", *ROWS[0][12:]]]))
    assert answer.refused == 1 and answer.as_json()["problems"][0]["code"] == "ledger.scope"
    take(cast, old(tmp_path / "b.xlsx", [[*ROWS[0][:11], "非832个脱贫县", *ROWS[0][12:]]]))
    assert not Purchase.objects.get().scopes.exists()


def test_a_tick_takes_the_nearest_units_own(cast, tmp_path):
    above, branch = goods.scope(cast), cast.units["ee"]
    own = actions.add_scope(actor=cast.shell, now=NOW, unit=branch, kind="c832", name="832（分工会）")
    take(cast, old(tmp_path / "a.xlsx", ROWS[:1]))
    row = [*ROWS[1][:8], None, *ROWS[1][9:]]
    import_file(actor=cast.shell, now=NOW, wanted=ShellImport("purchases", old(tmp_path / "b.xlsx", [row]), branch))
    assert [list(each.scopes.all()) for each in Purchase.objects.order_by("pk")] == [[above], [own]]
