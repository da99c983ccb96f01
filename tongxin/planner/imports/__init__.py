"""Spreadsheets that the planner takes in."""
