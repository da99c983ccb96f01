"""What no view caught: refusals become pages with their code, faults get a reference that the log holds too."""

from __future__ import annotations

import logging
import re

import pytest
from django.test import Client

pytestmark = [pytest.mark.urls("tongxin.ui.tests.urls"), pytest.mark.django_db]
HTMX = {"HX-Request": "true"}


def test_a_refusal_becomes_a_page_with_sentence_and_code(client: Client) -> None:
    answer = client.get("/refuse/")
    assert answer.status_code == 422
    assert "重阳节登高已经办过了，改不了日子。" in answer.content.decode()
    assert "activity.already_held" in answer.content.decode()


def test_a_refusal_keeps_its_own_status(client: Client) -> None:
    assert client.get("/hide/").status_code == 404


def test_htmx_gets_the_sentence_for_the_message_region(client: Client) -> None:
    answer = client.get("/refuse/", headers=HTMX)
    assert answer.status_code == 422
    assert answer["HX-Retarget"] == "#messages"
    assert "<html" not in answer.content.decode()
    assert "改不了日子" in answer.content.decode()


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_a_fault_shows_the_reference_under_which_it_is_logged(
    headers: dict[str, str], caplog: pytest.LogCaptureFixture
) -> None:
    client = Client(raise_request_exception=False)
    with caplog.at_level(logging.ERROR, logger="tongxin.faults"):
        answer = client.get("/crash/", headers=headers)
    assert answer.status_code == 500
    found = re.search(r"<code>([2-9A-Z]{8})</code>", answer.content.decode())
    assert found
    logged = [record for record in caplog.records if record.name == "tongxin.faults"]
    assert len(logged) == 1
    assert found[1] in logged[0].getMessage()
    assert logged[0].exc_info
    assert "a fault on purpose" not in answer.content.decode()


def test_a_stranger_page_is_ours(client: Client) -> None:
    answer = client.get("/nowhere/")
    assert answer.status_code == 404
    assert 'class="home plain"' in answer.content.decode()
