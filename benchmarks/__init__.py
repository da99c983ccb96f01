"""Measurements, each beside what it is measured against. `make bench` runs them all quickly."""
