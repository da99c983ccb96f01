"""The nouns of outings."""

from tongxin.outings.models.outing import Outing, Share, Step

__all__ = ["Outing", "Share", "Step"]
