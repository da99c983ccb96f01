"""Suppliers' quotations from spreadsheets."""
