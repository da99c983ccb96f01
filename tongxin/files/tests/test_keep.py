"""Keeping files: what is taken, what is refused, who may open it."""

from __future__ import annotations

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from tests.cast import NOW
from tongxin.core.refusals import Refused
from tongxin.files import owners
from tongxin.files.actions import discard, keep
from tongxin.files.models import Attachment
from tongxin.files.rules.sniffing import paper_type, plain_name


def photo(name="登高.jpg", shape="JPEG", colour="red"):
    held = io.BytesIO()
    Image.new("RGB", (4, 4), colour).save(held, shape)
    return SimpleUploadedFile(name, held.getvalue())


@pytest.fixture
def kept(cast, settings, tmp_path):
    settings.STORAGES = {
        **settings.STORAGES,
        "default": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": tmp_path}},
    }

    def made(upload, kind="photo"):
        return keep(actor=cast.actor("office"), now=NOW, thing=cast.union, upload=upload, kind=kind)

    return made


@pytest.mark.parametrize(
    ("name", "head", "found"),
    [
        ("总结.pdf", b"%PDF-1.7 ...", "application/pdf"),
        ("总结.PDF", b"%PDF-1.7 ...", "application/pdf"),
        ("假的.pdf", b"MZ\x90", None),
        ("程序.exe", b"MZ\x90", None),
        ("网页.html", b"<html>", None),
        ("图.svg", b"<svg", None),
        ("签到.jpg", b"\xff\xd8\xff\xe0", "image/jpeg"),
        ("没有后缀", b"%PDF-1.7", None),
    ],
)
def test_a_paper_is_what_its_name_and_its_bytes_both_say(name, head, found):
    assert paper_type(name, head) == found


def test_names_lose_their_folders_and_invisible_characters():
    assert plain_name("..\\..\\a/b/名\u202e单\n.pdf") == "名单.pdf"


def test_a_photo_is_kept_under_its_own_id(kept):
    attachment = kept(photo("../../登高.jpg"))
    assert (attachment.name, attachment.content_type) == ("登高.jpg", "image/jpeg")
    assert attachment.file.name == f"attachments/{attachment.pk.hex[:2]}/{attachment.pk.hex}"
    assert attachment.file.read()[:3] == b"\xff\xd8\xff"


@pytest.mark.parametrize(
    ("code", "upload", "kind"),
    [
        ("file.not_a_photo", SimpleUploadedFile("a.jpg", b"<script>"), "photo"),
        ("file.not_a_photo", SimpleUploadedFile("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>"), "photo"),
        ("file.not_a_photo", photo("a.gif", "GIF"), "photo"),
        ("file.empty", SimpleUploadedFile("a.jpg", b""), "photo"),
        ("file.type", SimpleUploadedFile("a.html", b"<html>"), "paper"),
        ("file.type", SimpleUploadedFile("a.pdf", b"%PDF-1.7"), "sheet"),
    ],
)
def test_what_is_not_taken(kept, code, upload, kind):
    with pytest.raises(Refused) as caught:
        kept(upload, kind)
    assert caught.value.code == code
    assert Attachment.objects.count() == 0


def test_files_have_a_limit_and_are_kept_once(kept, settings):
    kept(photo())
    with pytest.raises(Refused, match=r"file\.again"):
        kept(photo())
    settings.UPLOAD_LIMIT = 10
    with pytest.raises(Refused, match=r"file\.too_large"):
        kept(photo(colour="blue"))


def test_a_discarded_file_is_gone_when_the_transaction_holds(kept, django_capture_on_commit_callbacks):
    attachment = kept(photo())
    storage, name = attachment.file.storage, attachment.file.name
    with django_capture_on_commit_callbacks(execute=True):
        discard(attachment=attachment)
        assert storage.exists(name)
    assert not storage.exists(name)


def test_a_file_is_given_only_to_who_may_see_its_record(cast, kept, monkeypatch):
    photo_, paper = kept(photo()), kept(SimpleUploadedFile("单 据.pdf", b"%PDF-1.7"), "paper")
    assert cast.client("member").get(f"/files/{photo_.pk}/").status_code == 404
    owner = owners.Owner(
        "org.unit", lambda actor, pk: actor.union_id == pk, lambda actor, pk: actor.may("figures.read", cast.union)
    )
    monkeypatch.setitem(owners.owners._things, "org.unit", owner)
    seen = cast.client("member").get(f"/files/{photo_.pk}/")
    assert (seen.status_code, seen["X-Content-Type-Options"], seen["Content-Type"]) == (200, "nosniff", "image/jpeg")
    assert seen["Cache-Control"].startswith("private")
    assert seen["Content-Disposition"].startswith("inline")
    assert cast.client("member").get(f"/files/{paper.pk}/").status_code == 404
    assert cast.client("office").get(f"/files/{paper.pk}/")["Content-Disposition"].startswith("attachment")
    assert cast.client("outsider").get(f"/files/{photo_.pk}/").status_code == 404
    assert cast.client(None).get(f"/files/{photo_.pk}/").status_code == 302
