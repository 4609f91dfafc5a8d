"""Akia's patterns as a plug-in of detect-secrets: `detect-secrets scan -p PATH_OF_THIS_FILE`.

detect-secrets hands over one line after another, so values are found by their form, their name, or the key ID on the
same line; pairing, owners and everything else that needs more than a line are Akia's own. Its filters go on working:
one of them drops values that are called an ID (`detect_secrets.filters.heuristic.is_likely_id_string`).
"""

from __future__ import annotations

import functools
from collections.abc import Generator
from typing import Any

from detect_secrets.core.potential_secret import PotentialSecret
from detect_secrets.plugins.base import BasePlugin
from detect_secrets.util.code_snippet import CodeSnippet

from scanner.detect.detector import Detector, of_aws
from scanner.judge.benign import benign

SECRET_ROLES = ("id", "secret", "token", "password", "key", "url")


class AkiaAwsDetector(BasePlugin):
    """Every AWS credential that Akia knows. Documentation examples and placeholders are left out."""

    secret_type = "AWS credential (Akia)"  # noqa: S105 - the name of a kind

    def analyze_string(self, string: str) -> Generator[str, None, None]:
        """The values in one line."""
        for _, candidates in _detector().detect(string.encode("utf-8", "surrogateescape")):
            located = (there for item in candidates if (there := item.at("")))
            for value in (value for item in located for value in item.values):
                if value.role in SECRET_ROLES and not benign(value.role, value.raw):
                    yield value.raw.decode("utf-8", "replace")

    def analyze_line(
        self,
        filename: str,
        line: str,
        line_number: int = 0,
        context: CodeSnippet | None = None,
        raw_context: CodeSnippet | None = None,
        **kwargs: Any,
    ) -> set[PotentialSecret]:
        """The values in one line, as detect-secrets keeps them."""
        return {
            PotentialSecret(type=self.secret_type, filename=filename, secret=value, line_number=line_number)
            for value in self.analyze_string(line)
        }


@functools.cache
def _detector() -> Detector:
    """One for all lines. The plain search: lines are short, and loading Hyperscan pays for much content alone."""
    return of_aws(bulk=2**62)
