"""An office's own Word template: what is taken, what is refused, which one counts."""

from __future__ import annotations

import io
import zipfile
from datetime import timedelta

import docx
import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.cast import NOW
from tongxin.activities.tests.making import row
from tongxin.audit.models import Entry
from tongxin.core.refusals import Refused
from tongxin.files.models import Attachment
from tongxin.files.owners import may_open
from tongxin.paperwork import actions
from tongxin.paperwork.exports import printed
from tongxin.paperwork.kinds.kind import kinds
from tongxin.paperwork.models import Template
from tongxin.paperwork.own.fields import FIELDS, LISTS
from tongxin.paperwork.own.sample import SAMPLE
from tongxin.paperwork.queries.facts import facts_of
from tongxin.paperwork.queries.templates import bytes_of, in_use

pytestmark = pytest.mark.django_db
BUDGET = ("{%tr for 行 in 预算 %}", "{{行.项目}} {{行.金额}}", "{%tr endfor %}")


@pytest.fixture(autouse=True)
def _clock(files):
    with time_machine.travel(NOW, tick=False):
        yield


def word(*paragraphs: str, rows: tuple[str, ...] = (), title: str = "", header: str = "") -> bytes:
    """A Word file of these paragraphs and a table of one column."""
    paper = docx.Document()
    for words in paragraphs:
        paper.add_paragraph(words)
    if rows:
        table = paper.add_table(rows=0, cols=1)
        for words in rows:
            table.add_row().cells[0].text = words
    paper.core_properties.title = title
    if header:
        paper.sections[0].header.paragraphs[0].text = header
    held = io.BytesIO()
    paper.save(held)
    return held.getvalue()


def with_part(data: bytes, name: str, content: bytes) -> bytes:
    """The same package with one more part, or another in its place."""
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(held, "w") as new:
        for entry in old.namelist():
            if entry != name:
                new.writestr(entry, old.read(entry))
        new.writestr(name, content)
    return held.getvalue()


def add(
    cast, data: bytes, *, kind: str = "plan", unit: str = "union", who: str = "office", name: str = "我们的", now=NOW
) -> Template:
    upload = SimpleUploadedFile("方案.docx", data)
    return actions.add_template(
        actor=cast.actor(who), now=now, unit=cast.units[unit], kind=kind, name=name, upload=upload
    )


def words_of(data: bytes) -> str:
    paper = docx.Document(io.BytesIO(data))
    cells = [cell.text for table in paper.tables for line in table.rows for cell in line.cells]
    return "\n".join([*(each.text for each in paper.paragraphs), *cells])


def test_every_placeholder_and_list_may_stand_in_a_template(cast):
    for kind in kinds:
        if not kind.own:
            continue
        fields = [f"{{{{{field.name}}}}}" for field in FIELDS]
        rows: list[str] = []
        for name in kind.lists:
            columns = " ".join(f"{{{{行.{column}}}}}" for column in LISTS[name].columns)
            if columns:
                rows += [f"{{%tr for 行 in {name} %}}", columns, "{%tr endfor %}"]
        template = add(cast, word(*fields, rows=tuple(rows)), kind=kind.key)
        filled = words_of(printed(kind, "docx", SAMPLE, bytes_of([template])[kind.key]).data)
        assert "重阳节登高" in filled
        assert "{{" not in filled


def test_values_are_words_and_never_markup(cast):
    template = add(cast, word("{{活动内容}}", rows=BUDGET))
    filled = words_of(printed(kinds.get("plan"), "docx", SAMPLE, bytes_of([template])["plan"]).data)
    assert "横幅 <A&B> 80.00" in filled
    assert "自带水杯" in filled


def test_conditions_and_photos_may_be_used(cast, held):
    data = word(
        "{% if 满意率 %}满意{{满意率}}{% else %}没有评价{% endif %}", "{%p for 张 in 照片 %}", "{{张}}", "{%p endfor %}"
    )
    template = add(cast, data, kind="bulletin")
    made = printed(
        kinds.get("bulletin"), "docx", facts_of(cast.actor("office"), held, NOW), bytes_of([template])["bulletin"]
    )
    assert "没有评价" in words_of(made.data)
    assert len(docx.Document(io.BytesIO(made.data)).inline_shapes) == 1


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (word("{{活动名}}"), "template.unknown"),
        (word("{{活动名称.__class__}}"), "template.unknown"),
        (word(header="{{页眉}}"), "template.unknown"),
        (word(title="{{书名}}"), "template.unknown"),
        (word("{% for 行 in 预算 %}{{行.密码}}{% endfor %}"), "template.unknown"),
        (word("{% for 行 in 报名 %}{{行.手机}}{% endfor %}"), "template.unknown"),
        (word("{{预算}}"), "template.unknown"),
        (word("{{ 活动名称 * 999999999 }}"), "template.not_allowed"),
        (word("{{ 活动名称.upper() }}"), "template.not_allowed"),
        (word("{{ 活动名称|upper }}"), "template.not_allowed"),
        (word("{{ ''['__class__'] }}"), "template.not_allowed"),
        (word("{% set a = 1 %}"), "template.not_allowed"),
        (word("{% include '/etc/passwd' %}"), "template.not_allowed"),
        (word("{% for a in 预算 %}{% for b in 预算 %}{% endfor %}{% endfor %}"), "template.not_allowed"),
        (word("{% for a in (1, 2) %}{% endfor %}"), "template.not_allowed"),
        (word("{{活动名称"), "template.does_not_render"),
        (word("{% if 活动名称 %}没有结束"), "template.does_not_render"),
        (with_part(word("好"), "word/vbaProject.bin", b"x"), "template.macros"),
        (with_part(word("好"), "word/embeddings/oleObject1.xlsx", b"x"), "template.links_out"),
        (
            with_part(
                word("好"), "word/_rels/settings.xml.rels",
                b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
                b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" '
                b'Target="http://example.com/a.dotm" TargetMode="External"/></Relationships>',
            ),
            "template.links_out",
        ),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"0" * 100, "paper.not_docx"),
        (b"PK\x03\x04 nothing", "paper.not_docx"),
        (b"words", "paper.not_docx"),
    ],
)  # fmt: skip
def test_what_could_do_harm_or_would_not_work_is_refused(cast, data, code):
    with pytest.raises(Refused) as caught:
        add(cast, data)
    assert (caught.value.code, caught.value.field) == (code, "upload")
    assert not Template.objects.exists()
    assert not Attachment.objects.exists()
    assert not Entry.objects.filter(act__startswith="paperwork").exists()


def test_unknown_placeholders_are_named(cast):
    with pytest.raises(Refused) as caught:
        add(cast, word("{{活动名}}{{人名}}"))
    assert "{{活动名}}" in caught.value.sentence
    assert "{{人名}}" in caught.value.sentence


def test_a_sheet_with_a_code_has_no_own_template(cast):
    with pytest.raises(Refused) as caught:
        add(cast, word("好"), kind="signin")
    assert caught.value.code == "template.no_kind"


@pytest.mark.parametrize(
    ("who", "unit"), [("branch", "union"), ("audit", "union"), ("outsider", "union"), ("branch", "lib")]
)
def test_a_template_is_for_who_runs_activities_in_the_unit(cast, who, unit):
    with pytest.raises(Refused) as caught:
        add(cast, word("好"), who=who, unit=unit)
    assert caught.value.code == "access.no_right"


def test_the_nearest_units_newest_template_in_use_counts(cast):
    old = add(cast, word("旧"))
    new = add(cast, word("新"), now=NOW + timedelta(hours=1))
    near = add(cast, word("近"), unit="ee", who="branch")
    assert in_use(cast.union)["plan"] == new
    assert in_use(cast.units["lib"])["plan"] == new
    assert in_use(cast.units["ee"])["plan"] == near
    actions.retire_template(actor=cast.actor("office"), now=NOW, template=new)
    assert in_use(cast.union)["plan"] == old
    with pytest.raises(Refused) as caught:
        actions.retire_template(actor=cast.actor("office"), now=NOW, template=new)
    assert caught.value.code == "template.retired"
    with pytest.raises(Refused) as caught:
        actions.retire_template(actor=cast.actor("branch"), now=NOW, template=old)
    assert caught.value.code == "access.no_right"


def test_the_file_opens_for_who_may_use_it(cast):
    add(cast, word("好"))
    file = Attachment.objects.get()
    may = {who: may_open(cast.actor(who), file) for who in ("office", "branch", "member", "audit", "outsider")}
    assert may == {"office": True, "branch": True, "member": False, "audit": False, "outsider": False}


def test_the_pages_take_a_template_show_it_and_retire_it(cast):
    client = cast.client("office")
    activity = row(cast.union, "秋游", starts_on=NOW.date(), state="published")
    given = {
        "unit": cast.union.pk,
        "kind": "plan",
        "name": "",
        "upload": SimpleUploadedFile("校办方案.docx", word("{{活动名称}}")),
    }
    assert client.post("/paper-templates/new/", given).status_code == 302
    template = Template.objects.get()
    assert template.name == "校办方案"
    page = client.get("/paper-templates/").content.decode()
    assert "校办方案" in page
    assert "{{活动名称}}" in page
    assert "秋游" in page
    assert "校办方案" in client.get(f"/activities/{activity.pk}/papers/").content.decode()
    made = client.get(f"/activities/{activity.pk}/papers/plan.docx")
    assert words_of(b"".join(made.streaming_content)).strip() == "秋游"
    assert client.post(f"/paper-templates/{template.pk}/retirement/").status_code == 302
    assert "校办方案" not in client.get(f"/activities/{activity.pk}/papers/").content.decode()


def test_a_refused_template_says_why_on_its_page(cast):
    given = {
        "unit": cast.union.pk,
        "kind": "plan",
        "name": "新方案",
        "upload": SimpleUploadedFile("a.docx", word("{{没有}}")),
    }
    answer = cast.client("office").post("/paper-templates/new/", given)
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "没有这些占位符" in page
    assert 'value="新方案"' in page


def test_templates_are_no_business_of_members(cast):
    for where in ("/paper-templates/", "/paper-templates/new/"):
        codes = [cast.client(who).get(where).status_code for who in ("office", "branch", "audit", "member")]
        assert codes == [200, 200, 404, 404]
