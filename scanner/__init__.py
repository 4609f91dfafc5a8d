"""Akia's scanner: how AWS credentials are found, judged and reported."""

__version__ = "0.1.0"
