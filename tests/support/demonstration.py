"""The demonstration year, loaded once for all tests of a folder and taken back afterwards.

from tests.support.demonstration import demonstration  # in the folder's conftest.py
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from django.db import transaction
from django.test import override_settings

from tongxin.demo.facts.units import UNION_CODE
from tongxin.demo.load import load
from tongxin.demo.when import moment
from tongxin.org.models import Unit

STAFF = 60
AFTERWARDS = moment(2021, 1, 25)


@pytest.fixture(scope="package")
def demonstration(django_db_setup: None, django_db_blocker: Any, tmp_path_factory: Any) -> Iterator[Unit]:
    """The union of the seed, with few people. It is 25 January 2021."""
    kept = {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": tmp_path_factory.mktemp("kept")},
    }
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings = override_settings(DEMO=True, STORAGES={"default": kept, "staticfiles": plain})
    with django_db_blocker.unblock(), settings, time_machine.travel(AFTERWARDS, tick=False), transaction.atomic():
        load(staff=STAFF, step=lambda words: contextlib.nullcontext())
        yield Unit.objects.get(code=UNION_CODE)
        transaction.set_rollback(True)
