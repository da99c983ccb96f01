"""Nouns of attachments."""

from tongxin.files.models.attachment import Attachment

__all__ = ["Attachment"]
