"""Formats: from the report to text, for people and for programs."""
