"""Photos are kept as copies to look at, without where and with what they were taken."""

from __future__ import annotations

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from tongxin.core.refusals import Refused
from tongxin.files.pictures import LONGEST_SIDE, shown_copy

TURNED, MAKER, GPS = 0x0112, 0x010F, 0x8825


def taken(size=(60, 40), shape="JPEG", mode="RGB", turn=6, name="登高.jpg"):
    """A picture whose left half is blue, as a phone writes it: turned, with its maker and the place."""
    picture = Image.new(mode, size, "orange")
    picture.paste("blue", (0, 0, size[0] // 2, size[1]))
    exif = Image.Exif()
    exif[TURNED], exif[MAKER] = turn, "SecretPhone"
    place = exif.get_ifd(GPS)
    place[1], place[2], place[3], place[4] = "N", (31.0, 20.0, 30.0), "E", (118.0, 22.0, 1.0)
    held = io.BytesIO()
    picture.save(held, shape, exif=exif, **({"comment": "SecretNote"} if shape == "JPEG" else {}))
    return SimpleUploadedFile(name, held.getvalue())


def opened(upload):
    upload.seek(0)
    return Image.open(upload)


@pytest.mark.parametrize("shape", ["JPEG", "PNG", "WEBP"])
def test_nothing_that_the_camera_wrote_is_kept(shape):
    assert b"SecretPhone" in taken(shape=shape).read()
    copy = shown_copy(taken(shape=shape))
    assert not dict(opened(copy).getexif())
    copy.seek(0)
    assert b"Secret" not in copy.read()


def test_a_picture_stands_upright():
    picture = opened(shown_copy(taken(turn=6))).convert("RGB")
    assert picture.size == (40, 60)
    top, bottom = picture.getpixel((20, 8)), picture.getpixel((20, 52))
    assert top[2] > 200 and top[0] < 60, "blue was left and is now on top"
    assert bottom[0] > 200


def test_a_picture_is_bounded_and_a_small_one_stays_small():
    assert max(opened(shown_copy(taken((3000, 2400), turn=1))).size) == LONGEST_SIDE
    assert opened(shown_copy(taken((60, 40), turn=1))).size == (60, 40)


def test_a_see_through_picture_stays_so_under_a_name_that_fits():
    copy = shown_copy(taken(shape="PNG", mode="RGBA", name="标志.jpg"))
    assert (copy.name, copy.content_type) == ("标志.png", "image/png")
    assert opened(copy).mode == "RGBA"
    solid = shown_copy(taken(shape="PNG", name="截图.PNG"))
    assert (solid.name, solid.content_type) == ("截图.jpg", "image/jpeg")


def test_a_picture_that_breaks_off_is_not_taken():
    whole = taken((600, 400)).read()
    with pytest.raises(Refused, match=r"file\.not_a_photo"):
        shown_copy(SimpleUploadedFile("半张.jpg", whole[: len(whole) // 2]))


def test_a_picture_of_too_many_pixels_is_not_decoded(monkeypatch):
    monkeypatch.setitem(shown_copy.__globals__["MOST_PIXELS"], "JPEG", 100)
    with pytest.raises(Refused, match=r"file\.too_many_pixels"):
        shown_copy(taken())
