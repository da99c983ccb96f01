"""Photos become copies to look at: bounded, upright, without where and with which camera they were taken."""

from __future__ import annotations

from io import BytesIO
from typing import Final

from django.core.files.uploadedfile import SimpleUploadedFile, UploadedFile
from django.utils.translation import gettext as _
from PIL import Image, ImageOps

from tongxin.core.refusals import Refused
from tongxin.files.rules.sniffing import PHOTOS

LONGEST_SIDE: Final = 2000
# A JPEG is read at a fraction of its size; the others are decoded whole.
MOST_PIXELS: Final = {"JPEG": 120_000_000, "PNG": 50_000_000, "WEBP": 50_000_000}
QUALITY: Final = 85


def shown_copy(upload: UploadedFile) -> UploadedFile:
    """A fresh picture made of the pixels of `upload` alone: JPEG, or PNG where it is see-through.

    Nothing else comes along, so neither the place (GPS) nor the camera nor the time; the turn that EXIF asks for is
    carried out. Refuses: `file.not_a_photo` (also what is broken half-way), `file.too_many_pixels`.
    """
    try:
        with Image.open(upload) as opened:
            _require_shape(opened)
            opened.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
            return _written(ImageOps.exif_transpose(opened), upload.name or "")
    except Refused:
        raise
    except Image.DecompressionBombError as bomb:
        raise _too_many_pixels() from bomb
    except Exception as fault:
        raise _not_a_photo() from fault


def _require_shape(opened: Image.Image) -> None:
    if opened.format not in PHOTOS:
        raise _not_a_photo()
    if opened.width * opened.height > MOST_PIXELS[opened.format]:
        raise _too_many_pixels()


def _written(picture: Image.Image, name: str) -> UploadedFile:
    shape = "PNG" if picture.has_transparency_data else "JPEG"
    # A profile made for CMYK or grey would not fit the copy; without one the browser takes sRGB.
    profile = picture.info.get("icc_profile") if picture.mode in {"RGB", "RGBA"} else None
    held = BytesIO()
    plain = picture.convert("RGBA" if shape == "PNG" else "RGB")
    plain.info = {}
    plain.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    plain.save(held, shape, optimize=True, **({"quality": QUALITY} if shape == "JPEG" else {}), icc_profile=profile)
    stem = name.rpartition(".")[0] or name
    return SimpleUploadedFile(f"{stem}.{'png' if shape == 'PNG' else 'jpg'}", held.getvalue(), PHOTOS[shape])


def _not_a_photo() -> Refused:
    return Refused("file.not_a_photo", _("这不是照片，换成JPG、PNG或WebP再传。"), field="upload")


def _too_many_pixels() -> Refused:
    return Refused("file.too_many_pixels", _("照片的尺寸太大，缩小一些再传。"), field="upload")
