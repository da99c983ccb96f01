"""A field of a model whose text the database holds only sealed (core.sealing)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from django.apps import apps
from django.conf import settings
from django.db import models
from django.db.models.lookups import Exact

from tongxin.core.sealing import Sealer, is_sealed


@lru_cache(maxsize=4)
def _sealer(keys: tuple[str, ...]) -> Sealer:
    return Sealer(keys)


def sealer() -> Sealer:
    """The installation's sealer (settings, `SEALING_KEYS`)."""
    return _sealer(tuple(settings.SEALING_KEYS))


class SealedTextField(models.TextField):
    """Text that is sealed on its way into the database and opened on its way out; empty stays empty, so that it may be asked for.

    Nothing else can be searched or sorted by it. Reading raises `Unopened` where the key is missing. What was there before the
    field was sealed is read as it is, until `tongxin reseal` has been run.
    """

    @property
    def context(self) -> str:
        """What its texts are bound to."""
        return f"{self.model._meta.label_lower}.{self.attname}"

    def get_prep_value(self, value: Any) -> Any:
        """Sealed for the database."""
        text = super().get_prep_value(value)
        return sealer().seal(text, self.context) if text else text

    def from_db_value(self, value: str | None, expression: Any, connection: Any) -> str | None:
        """Opened again."""
        if not value or not is_sealed(value):
            return value
        return sealer().open(value, self.context)

    def get_lookup(self, lookup_name: str) -> Any:
        """Only emptiness can be asked for: the same text is never sealed twice alike."""
        if lookup_name == "exact":
            return Empty
        if lookup_name != "isnull":
            raise TypeError(f"a sealed field cannot be asked for {lookup_name}")
        return super().get_lookup(lookup_name)


class Empty(Exact):
    """`field=""`; anything else is refused rather than never found."""

    def get_prep_lookup(self) -> Any:
        """Raises TypeError for a text."""
        if self.rhs != "":
            raise TypeError("a sealed field cannot be asked for a text")
        return self.rhs


def sealed_fields() -> Iterator[SealedTextField]:
    """Every sealed field of the product."""
    for model in apps.get_models():
        yield from (field for field in model._meta.local_fields if isinstance(field, SealedTextField))
