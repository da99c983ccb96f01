"""Spreadsheets this app takes in."""
