"""Assistance purchasing in figures, down to the line."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from tests.cast import NOW
from tongxin.collecting.models import Receipt
from tongxin.core.figures import Scope, figures
from tongxin.core.periods import Period
from tongxin.goods.tests import making as goods
from tongxin.purchases import actions
from tongxin.purchases.tests.making import line, pack_of, round_of
from tongxin.purchases.tests.test_tasks import task


def of(cast, key, period=None):
    return figures.get(key).compute(Scope(cast.union, period or Period.of_year(2020)))


def test_every_line_counts_once_and_parts_add_up(cast):
    poor, twinned = goods.scope(cast), goods.scope(cast, "twinned", "结对")
    line(cast, scopes=[poor, twinned])
    line(cast, scopes=[poor], fen=500, payer="school", county="")
    line(cast, fen=6000)
    line(cast, scopes=[poor], fen=77, on=date(2019, 5, 1))
    gone = line(cast, scopes=[twinned], fen=33)
    actions.take_back(actor=cast.actor("office"), now=NOW, line=gone, reason="错")
    spent = of(cast, "assistance.spent")
    assert spent.value == 14000 and [(part.label, part.value) for part in spent.parts] == [
        ("832个脱贫县", 14000),
        ("结对", 13500),
    ]
    assert "135元" in spent.note
    origin, payer = of(cast, "assistance.spent.by_origin"), of(cast, "assistance.spent.by_payer")
    assert [(part.label, part.value) for part in origin.parts] == [("安徽岳西县", 13500), ("没写产地", 500)]
    assert {part.key: part.value for part in payer.parts} == {"union": 13500, "school": 500}
    assert of(cast, "assistance.share").value == Fraction(14000, 20000)
    assert of(cast, "assistance.spent", Period.between(date(2019, 1, 1), date(2019, 6, 30))).value == 77


def test_records_lead_to_the_line_for_who_may_see_it(cast):
    made = line(cast, scopes=[goods.scope(cast)])
    records = of(cast, "assistance.spent").records
    assert records.count == 1
    assert records.rows(cast.actor("office"), 0, 10)[0].url == f"/purchases/lines/{made.pk}/"
    hidden = records.rows(cast.actor("party"), 0, 10)[0]
    assert hidden.url == "" and "看不到" in hidden.label


def test_completion_is_that_of_the_whole_or_of_each_scope_up_to_its_task(cast):
    poor, twinned = goods.scope(cast), goods.scope(cast, "twinned", "结对")
    assert of(cast, "assistance.task_completion").value is None
    line(cast, scopes=[poor, twinned], fen=100)
    line(cast, scopes=[poor], fen=900)
    task(cast, poor, 100), task(cast, twinned, 300)
    found = of(cast, "assistance.task_completion")
    assert found.value == Fraction(200, 400) and found.records.count == 2
    assert [(part.label, part.value, part.records.count) for part in found.parts] == [
        ("832个脱贫县", Fraction(10), 2), ("结对", Fraction(1, 3), 1),
    ]  # fmt: skip
    page = cast.client("office").get("/figures/2020/assistance.task_completion/").content.decode()
    assert "结对 33.3%" in page and "832个脱贫县 1000%" in page and "50%" in page
    task(cast, None, 200)
    found = of(cast, "assistance.task_completion")
    assert found.value == Fraction(1000, 200) and not found.parts
    assert of(cast, "assistance.task_completion", Period(date(2020, 1, 1), date(2020, 3, 1))).value is None


def test_nothing_bought_is_nothing_and_has_no_share(cast):
    assert of(cast, "assistance.spent").value == 0 and of(cast, "assistance.share").value is None


def test_per_head_is_what_a_pack_that_was_given_out_cost(cast):
    assert of(cast, "welfare.per_head").value is None
    given, other = round_of(cast, state="handing"), round_of(cast, state="approved")
    pack = pack_of(cast, given)
    assert of(cast, "welfare.per_head").value is None
    line(cast, round=given, pack=pack, fen=10_000)
    line(cast, round=other, fen=999)
    assert of(cast, "welfare.per_head").value is None
    rows = list(given.entitled.all())
    for row in rows[:2]:
        Receipt.objects.create(entitled=row, pack=pack, way="paper", at=NOW, kept_at=NOW)
    Receipt.objects.create(
        entitled=rows[2], pack=pack, way="paper", at=NOW, kept_at=NOW, undone_at=NOW, undone_why="错"
    )
    line(cast, round=given, pack=pack, fen=1)
    found = of(cast, "welfare.per_head")
    assert (found.value, found.records.count) == (Fraction(10_001, 2), 2)
    assert [(part.label, part.value, part.records.count) for part in found.parts] == [
        ("中秋福利", Fraction(10_001, 2), 2)
    ]
    assert "2人次" in found.note
