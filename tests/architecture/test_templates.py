"""Templates hold no scripts: the content security policy would refuse them."""

import re

import pytest

from tests.architecture.tree import files, name

SCRIPT = re.compile(r"<script\b(?![^>]*\bsrc=)(?![^>]*type=[\"']application/json)", re.IGNORECASE)
HANDLER = re.compile(r"<[a-z][^<>]*\son[a-z]+\s*=", re.IGNORECASE)
ADDRESS = re.compile(r"javascript:", re.IGNORECASE)
STYLE = re.compile(r"<style\b", re.IGNORECASE)


@pytest.mark.parametrize("pattern", [SCRIPT, HANDLER, ADDRESS, STYLE], ids=["script", "handler", "address", "style"])
def test_templates_hold_no_inline_code(pattern):
    named = [name(path) for path in files(".html") if pattern.search(path.read_text(encoding="utf-8"))]
    assert named == []
