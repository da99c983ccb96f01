"""Photos and papers of an activity."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.cast import NOW
from tongxin.activities import actions
from tongxin.activities.tests.making import add
from tongxin.audit.models import Entry
from tongxin.core.refusals import Refused
from tongxin.files.models import Attachment


@pytest.fixture
def paper(settings, tmp_path):
    settings.STORAGES = {
        **settings.STORAGES,
        "default": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": tmp_path}},
    }
    return lambda: SimpleUploadedFile("通知.pdf", b"%PDF-1.7")


def test_a_paper_is_kept_for_officers_and_taken_away(cast, paper):
    office, activity = cast.actor("office"), add(cast, published=True)
    kept = actions.attach(actor=office, now=NOW, activity=activity, upload=paper(), kind="paper")
    address = f"/files/{kept.pk}/"
    assert [cast.client(who).get(address).status_code for who in ("office", "member", "outsider")] == [200, 404, 404]
    with pytest.raises(Refused, match=r"file\.elsewhere"):
        actions.detach(actor=office, now=NOW, activity=add(cast, "别的"), attachment=kept)
    actions.detach(actor=office, now=NOW, activity=activity, attachment=kept)
    assert Attachment.objects.count() == 0
    acts = Entry.objects.filter(thing_id=activity.pk).order_by("id").values_list("act", flat=True)
    assert list(acts)[-2:] == ["activities.attach", "activities.detach"]


@pytest.mark.parametrize("who", ["member", "branch", "outsider"])
def test_files_are_kept_only_by_who_runs_the_activity(cast, paper, who):
    activity = add(cast, published=True)
    with pytest.raises(Refused, match=r"access\.no_right"):
        actions.attach(actor=cast.actor(who), now=NOW, activity=activity, upload=paper(), kind="paper")
    assert Attachment.objects.count() == 0
