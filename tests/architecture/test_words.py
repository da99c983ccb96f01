"""Every string has its English, and the tools that say so can be trusted."""

import pytest
from babel.messages.catalog import Catalog

from tools import extract, words


@pytest.fixture
def source(tmp_path, monkeypatch):
    """A small product in place of ours."""
    package = tmp_path / "tongxin"
    (package / "desk" / "templates" / "desk").mkdir(parents=True)
    (package / "desk" / "views.py").write_text(
        '_("报名截止")\nngettext("%(n)d 人", "%(n)d 人们", n)\npgettext_lazy("动词", "计划")\n'
    )
    page = '  {% translate "首页" %}\n <p title="{{ _("别名") }}">it\'s\n'
    page += "{% blocktranslate %}你好，{{ name }}{% endblocktranslate %}"
    (package / "desk" / "templates" / "desk" / "home.html").write_text(page)
    monkeypatch.setattr(extract, "PACKAGE", package)
    monkeypatch.setattr(extract, "ROOT", tmp_path)
    return package


@pytest.fixture
def catalogue(tmp_path):
    path = tmp_path / "django.po"
    words.write(Catalog(locale="en", fuzzy=False), path)
    return path


def filled(path, english):
    """Give the catalogue's messages English by their Chinese."""
    catalog = words.read(path)
    for message in catalog:
        if message.id in english:
            message.string = english[message.id]
    words.write(catalog, path)


ALL = {
    "报名截止": "Sign-up ends",
    ("%(n)d 人", "%(n)d 人们"): ("one person", "%(n)d people"),
    "计划": "plan",
    "首页": "Home",
    "别名": "Alias",
    "你好，%(name)s": "Hello, %(name)s",
}


def test_our_catalogue_is_complete():
    faults = words.faults()
    assert not faults, f"{len(faults)} to mend with `make words`:\n" + "\n".join(faults[:20])


def test_words_are_found_in_modules_and_templates(source, catalogue):
    found = {message.id for message in words.update(catalogue) if message.id}
    assert found == set(ALL)


def test_a_filled_catalogue_has_no_faults_and_survives_an_update(source, catalogue):
    words.update(catalogue)
    filled(catalogue, ALL)
    before = catalogue.read_bytes()
    words.update(catalogue)
    assert words.faults(catalogue) == []
    assert catalogue.read_bytes() == before


def test_missing_and_stale_strings_are_named(source, catalogue):
    words.update(catalogue)
    filled(catalogue, {**ALL, "首页": ""})
    (source / "desk" / "views.py").write_text('_("新词")')
    faults = words.faults(catalogue)
    assert "no English: 首页" in faults
    assert "not in the catalogue: 新词" in faults
    assert "no longer in the source: [动词] 计划" in faults


@pytest.mark.parametrize("english", ["Hello", "Hello, %(nam)s", "Hello, %(name)s and %(other)s"])
def test_placeholders_that_differ_are_named(source, catalogue, english):
    words.update(catalogue)
    filled(catalogue, {**ALL, "你好，%(name)s": english})
    assert words.faults(catalogue) == [f"placeholders differ: 你好，%(name)s → {english}"]
