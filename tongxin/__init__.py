"""Tongxin 同心: a grassroots trade union through its whole year."""

__version__ = "0.1.0"
