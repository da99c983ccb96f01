"""Each page for an officer, a member and an outsider."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.html import strip_tags

from tongxin.activities.actions.reopen import reopen as reopen_activity
from tongxin.core.papers import Block, Document, Text, write_docx
from tongxin.report import paper
from tongxin.report.models import Summary, Version, Wording
from tongxin.report.queries.texts import latest
from tongxin.report.tests.conftest import JANUARY
from tongxin.ui.words import fullday

READING = (
    "/figures/2020/",
    "/figures/2020/?from=2020-07-01&to=2020-12-31",
    "/figures/2020/activities.held/",
    "/figures/2020/activities.held.by_category/?part=wen",
    "/figures/2020/figures.json",
    "/figures/2020/figures.xlsx",
    "/figures/2020/activities.held/records.xlsx",
    "/summaries/",
    "/summaries/check/",
    "/summaries/{pk}/",
    "/summaries/{pk}/?fig=activities.completion",
    "/summaries/{pk}/figure/?fig=activities.held",
    "/summaries/{pk}/picker/",
    "/summaries/{pk}/versions/",
    "/summaries/{pk}/versions/compare/?a=1&b=1",
    "/summaries/{pk}/paper.docx",
    "/summaries/{pk}/paper.pdf",
)
WRITING = (
    "/summaries/{pk}/edit/?block=b1",
    "/summaries/{pk}/keep/?block=b1&base=1&ref=activities.held",
    "/wordings/",
    "/wordings/new/",
)


@pytest.mark.parametrize("url", READING)
@pytest.mark.parametrize(
    ("who", "status"), [("office", 200), ("chair", 200), ("party", 200), ("member", 404), (None, 302)]
)
def test_reading_pages(summary, year, url, who, status):
    assert year.cast.client(who).get(url.format(pk=summary.pk)).status_code == status


@pytest.mark.parametrize("url", WRITING)
@pytest.mark.parametrize(("who", "status"), [("office", 200), ("chair", 200), ("member", 404)])
def test_writing_pages(summary, year, url, who, status):
    assert year.cast.client(who).get(url.format(pk=summary.pk)).status_code == status


@pytest.mark.parametrize("url", ["/summaries/{pk}/", "/summaries/{pk}/paper.docx", "/summaries/{pk}/edit/?block=b1"])
def test_the_next_unions_chair_finds_nothing(summary, year, url):
    assert year.cast.client("outsider").get(url.format(pk=summary.pk)).status_code == 404


def test_an_officer_under_the_members_hat_is_sent_to_the_workbench(summary, year):
    assert year.cast.client("office", in_office=False).get(f"/summaries/{summary.pk}/").status_code == 403


def test_the_outsider_sees_the_own_units_figures_only(year):
    client = year.cast.client("outsider")
    assert client.get("/figures/2020/figures.json").json()["unit"]["code"] == "other"
    chosen = client.get(f"/figures/2020/figures.json?unit={year.cast.union.pk}").json()
    assert chosen["unit"]["code"] == "other"


def test_the_json_has_the_years_numbers(year):
    answer = year.cast.client("office").get("/figures/2020/figures.json").json()
    figures = {figure["key"]: figure for figure in answer["figures"]}
    assert answer["period"] == {"from": "2020-01-01", "to": "2020-12-31", "year": 2020}
    assert (figures["activities.planned"]["value"], figures["activities.held"]["value"]) == (8, 6)
    share = figures["activities.completion"]
    assert (share["value"], share["numerator"], share["denominator"]) == (75, 3, 4)
    assert [(part["key"], part["value"]) for part in figures["activities.held.by_category"]["value"]] == [
        ("wen", 2), ("jie", 2), ("ti", 1), ("huai", 1),
    ]  # fmt: skip
    assert figures["branches.without_activities"]["value"] == 1


def test_a_draft_is_written_from_the_page(year):
    client = year.cast.client("office")
    answer = client.post("/summaries/", {"unit": year.cast.union.pk, "year": 2020})
    made = Summary.objects.get()
    assert answer.url == f"/summaries/{made.pk}/"
    again = client.post("/summaries/", {"unit": year.cast.union.pk, "year": 2020})
    assert again.status_code == 422
    assert "已经起草" in again.content.decode()


def test_a_block_is_changed_without_scripts(summary, year):
    client = year.cast.client("office")
    url = f"/summaries/{summary.pk}/edit/"
    answer = client.post(url, {"block": "b1", "base": 1, "kind": "p", "text": "导语{activities.held}。"})
    assert answer.url == f"/summaries/{summary.pk}/#b1"
    assert "导语<a" in client.get(f"/summaries/{summary.pk}/").content.decode().replace('<span class="words"', "<span")


def test_a_refused_text_stays_in_the_form(summary, year):
    answer = year.cast.client("office").post(
        f"/summaries/{summary.pk}/edit/", {"block": "b1", "base": 1, "kind": "p", "text": "写了很久{nothing.there}"}
    )
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "写了很久{nothing.there}" in page
    assert "没有叫" in page
    assert Version.objects.count() == 1


def test_a_conflict_shows_both_texts(summary, year):
    client = year.cast.client("office")
    url = f"/summaries/{summary.pk}/edit/"
    client.post(url, {"block": "b1", "base": 1, "text": "先写的。"})
    answer = client.post(url, {"block": "b1", "base": 1, "text": "后写的。"}, headers={"HX-Request": "true"})
    page = answer.content.decode()
    assert (answer.status_code, answer["HX-Retarget"]) == (422, "#notice")
    assert page.count("后写的。") == 2  # to be read, and to be sent again
    assert "先写的。" in page
    plain = client.post(url, {"block": "b1", "base": 1, "text": "后写的。"})
    assert plain.status_code == 409
    assert "先写的。" in plain.content.decode()


def test_a_script_gets_the_paper_and_its_sides(summary, year):
    answer = year.cast.client("office").post(
        f"/summaries/{summary.pk}/edit/", {"block": "b1", "base": 1, "text": "有13项。"}, headers={"HX-Request": "true"}
    )
    page = answer.content.decode()
    assert page.count('hx-swap-oob="true"') == 4
    assert '<span class="loose">13项</span>' in page


def test_marks_and_findings_stand_on_the_page(summary, year):
    page = year.cast.client("office").get(f"/summaries/{summary.pk}/").content.decode()
    assert "计划8项，办成6项" in page
    assert "已写进 二、2" in strip_tags(page)
    assert "2＋2＋1＋1＝6" in page
    assert "都相符" in page


def test_a_finding_is_written_in_again(summary, year):
    client = year.cast.client("office")
    block = next(b for b in latest(summary).body["blocks"] if "branches.idle" in b.get("findings", []))["id"]
    client.post(f"/summaries/{summary.pk}/arrange/", {"block": block, "base": 1, "act": "remove"})
    page = client.get(f"/summaries/{summary.pk}/").content.decode()
    assert "写进 二、2" in strip_tags(page)
    client.post(
        f"/summaries/{summary.pk}/arrange/", {"block": "b1", "base": 2, "act": "finding", "what": "branches.idle"}
    )
    assert "电子与电气工程学院分工会全年没有自主开展活动" in client.get(f"/summaries/{summary.pk}/").content.decode()


def test_versions_are_compared_and_brought_back(summary, year):
    client = year.cast.client("office")
    client.post(f"/summaries/{summary.pk}/edit/", {"block": "b2", "base": 1, "text": "换了话。"})
    page = client.get(f"/summaries/{summary.pk}/versions/compare/?a=1&b=2").content.decode()
    assert "<ins>" in page
    assert "<del>" in page
    client.post(f"/summaries/{summary.pk}/versions/1/restore/")
    assert latest(Summary.objects.get()).body == Version.objects.get(number=1).body


def test_the_chair_signs_and_reopens_on_the_page(summary, year):
    client = year.cast.client("chair")
    url = f"/summaries/{summary.pk}/"
    assert client.post(url + "sign/", {"signed_on": "2021-01-22", "base": 1}).status_code == 302
    assert "文字已经锁定" in client.get(url).content.decode()
    assert year.cast.client("office").get(url + "sign/").status_code == 404
    assert client.post(url + "reopen/", {"reason": ""}).status_code == 422
    assert client.post(url + "reopen/", {"reason": "补一个数"}).status_code == 302
    assert Summary.objects.get().state == "draft"


def test_a_file_is_checked_on_the_page(summary, year):
    client = year.cast.client("office")
    data = paper.docx(summary, latest(summary))
    answer = client.post("/summaries/check/", {"file": SimpleUploadedFile("总结.docx", data)})
    assert "与记录相符" in answer.content.decode()
    bad = client.post("/summaries/check/", {"file": BytesIO(b"no docx")})
    assert bad.status_code == 422


def test_a_number_and_its_unit_stand_apart_in_english_with_the_right_plural(year):
    client = year.cast.client("office")
    client.cookies["tongxin_language"] = "en"
    one = client.get("/figures/2020/branches.without_activities/").content.decode()
    assert '<span class="tag">1 branch</span>' in one
    assert '<span class="tag">6 activities</span>' in client.get("/figures/2020/activities.held/").content.decode()
    assert '<span class="tag">2 work items</span>' in client.get("/figures/2020/plan.items_not_done/").content.decode()
    assert '<span class="q3">6 activities</span>' in client.get("/figures/2020/").content.decode()
    client.cookies["tongxin_language"] = "zh-hans"
    assert '<span class="tag">6项</span>' in client.get("/figures/2020/activities.held/").content.decode()


def test_a_remark_is_spoken_with_its_number(summary, year):
    client = year.cast.client("office")
    client.post(f"/summaries/{summary.pk}/edit/", {"block": "b1", "base": 1, "text": "有199项。"})
    page = client.get(f"/summaries/{summary.pk}/").content.decode()
    assert 'aria-label="1，看原处">1</a>' in page
    assert "记录里没有合得上的数据项" in page


def test_versions_and_the_header_tell_the_year(summary, year):
    client = year.cast.client("office")
    day = fullday(latest(summary).at)
    assert day.startswith("2021年")
    for path in ("", "versions/", "versions/compare/?a=1&b=1"):
        assert day in client.get(f"/summaries/{summary.pk}/{path}").content.decode()
    assert "2020年工作总结" in client.get(f"/summaries/{summary.pk}/versions/").content.decode()


def test_a_checked_file_tells_differing_figures_typed_numbers_and_claims_apart(summary, year):
    client = year.cast.client("office")

    def told(*words):
        out = BytesIO()
        write_docx(Document("总结", tuple(Block("p", (Text(line),)) for line in words)), out)
        file = SimpleUploadedFile("总结.docx", out.getvalue())
        given = {"file": file, "unit": year.cast.union.pk, "year": 2020}
        return client.post("/summaries/check/", given).content.decode()

    page = told("开头。", "全年199项，我们基本完成了年度工作计划，获得一致好评。")
    assert "没有与记录不符的数据项，文字还要改" in page
    assert "没有来源的数1处" in page and "数字撑不起的说法2处" in page and "文件里没有数据项" in page
    assert "第4段" in page and "¶" not in page
    page = told("共15项，其中文教7项，节日5项，体育6项。")
    assert "合计不符1处" in page and "与记录不符</b>" not in page
    reopen_activity(actor=year.cast.actor("office"), now=JANUARY, activity=year.activities["书画摄影展"])
    changed = client.post(
        "/summaries/check/", {"file": SimpleUploadedFile("总结.docx", paper.docx(summary, latest(summary)))}
    )
    page = changed.content.decode()
    count = len(changed.context["check"].differing)
    assert count and f"有{count}个数与记录不符" in page and "没有来源的数" not in page


def test_wordings_are_kept_on_their_pages(year):
    client = year.cast.client("office")
    given = {"unit": year.cast.union.pk, "year": 2020, "key": "closing", "title": "结语", "text": "回顾。"}
    assert client.post("/wordings/new/", given).status_code == 302
    assert client.post("/wordings/new/", given).status_code == 422
    made = Wording.objects.get()
    assert client.post(f"/wordings/{made.pk}/", {"title": "结语", "text": "改过。"}).status_code == 302
    assert Wording.objects.get().text == "改过。"
    assert JANUARY
