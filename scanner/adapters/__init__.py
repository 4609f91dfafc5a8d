"""Akia inside of other programs."""
