"""What the pages of notices share."""

from __future__ import annotations
