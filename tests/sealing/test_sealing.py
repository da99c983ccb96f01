"""What is sealed cannot be read, altered or moved without its key; keys may change."""

from __future__ import annotations

from base64 import urlsafe_b64decode, urlsafe_b64encode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongxin.core.sealing import BadKey, Sealer, Unopened, is_sealed, new_key

OLD, NEW = new_key(), new_key()


@given(st.text(min_size=1), st.text())
def test_what_is_sealed_is_opened_for_its_context_alone(text, context):
    sealed = Sealer([NEW]).seal(text, context)
    assert is_sealed(sealed)
    assert Sealer([NEW]).open(sealed, context) == text
    with pytest.raises(Unopened):
        Sealer([NEW]).open(sealed, context + "x")


def test_the_same_text_is_never_sealed_twice_alike():
    sealer = Sealer([NEW])
    assert sealer.seal("岳西县", "a.b") != sealer.seal("岳西县", "a.b")
    assert "岳西县" not in sealer.seal("岳西县", "a.b")


def test_a_new_key_seals_and_the_old_one_still_opens():
    before = Sealer([OLD]).seal("地址", "a.b")
    both = Sealer([NEW, OLD])
    assert both.open(before, "a.b") == "地址"
    assert not both.is_current(before)
    assert both.is_current(both.seal("地址", "a.b"))
    with pytest.raises(Unopened):
        Sealer([NEW]).open(before, "a.b")


@given(st.integers(min_value=0), st.integers(1, 255))
def test_whatever_is_altered_does_not_open(place, flip):
    head, _dot, tail = Sealer([NEW]).seal("地址", "a.b").rpartition(".")
    inside = bytearray(urlsafe_b64decode(tail))
    at = place % len(inside)
    inside[at] = inside[at] ^ flip
    with pytest.raises(Unopened):
        Sealer([NEW]).open(f"{head}.{urlsafe_b64encode(inside).decode()}", "a.b")


@pytest.mark.parametrize("keys", [[], ["x"], ["a:short"], ["UPPER:" + "A" * 43]])
def test_what_is_no_key_is_refused(keys):
    with pytest.raises(BadKey):
        Sealer(keys)


@pytest.mark.parametrize("text", ["", "岳西县", "s1.", "s1.ab.short", "s1..x"])
def test_plain_words_are_not_taken_for_sealed(text):
    assert not is_sealed(text)
    with pytest.raises(Unopened):
        Sealer([NEW]).open(text, "a.b")
