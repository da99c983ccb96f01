"""What a year must look like for a finding to be made."""

from fractions import Fraction

import pytest

from tongxin.report.rules.findings import Picture, Undone, bunched, find

UNDONE = (Undone("分工会组织建设", 35, "branch", "epidemic"), Undone("俱乐部建设", 20, "club", "epidemic"))


@pytest.mark.parametrize(
    ("picture", "codes"),
    [
        (Picture(), []),
        (Picture(planned=20, held=20), []),
        (Picture(planned=20, held=15), ["completion"]),
        (Picture(branches=3, idle_branches=("图书馆",)), ["branches.idle"]),
        (Picture(empty_categories=("体育",)), ["categories.empty"]),
        (Picture(halves=(1, 9)), ["activities.bunched"]),
        (Picture(halves=(5, 10)), []),
        (Picture(outings=(2, 9)), ["outings.bunched"]),
        (Picture(undone=UNDONE), ["work.undone"]),
        (Picture(postponed=(("2021年年会", "epidemic"),)), ["postponed.beyond"]),
        (Picture(uncounted=("读书会",)), ["headcount.missing"]),
        (Picture(assistance=Fraction(99, 100), coverage=Fraction(9, 10)), ["assistance.behind"]),
        (Picture(assistance=Fraction(1), coverage=Fraction(89, 100)), ["welfare.uncollected"]),
        (
            Picture(20, 15, (("epidemic", 5),), (5, 10), (2, 9), (), 13, ("甲", "乙"), UNDONE, (("年会", "epidemic"),)),
            ["branches.idle", "completion", "outings.bunched", "work.undone", "postponed.beyond"],
        ),
    ],
)
def test_findings(picture, codes):
    assert [finding.code for finding in find(picture)] == codes


@pytest.mark.parametrize(
    ("halves", "half"), [((0, 0), 0), ((0, 2), 0), ((0, 3), 2), ((3, 0), 1), ((1, 2), 0), ((2, 9), 2), ((2, 4), 0)]
)
def test_more_than_two_thirds_of_at_least_three_are_bunched(halves, half):
    assert bunched(halves) == half


def test_every_finding_names_the_figure_that_opens_its_records():
    year = Picture(20, 15, (), (1, 14), (2, 9), ("体育",), 13, ("甲",), UNDONE, (("年会", ""),), ("读书会",))
    assert all(finding.figure and finding.place for finding in find(year))
