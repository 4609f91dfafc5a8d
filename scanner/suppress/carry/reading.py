"""Reads a file of another scanner: what it is, is told by its content or its name, unless a person says."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Mapping
from typing import get_args

from scanner.config import text_of, whole
from scanner.errors import ConfigError
from scanner.suppress.carry import detect_secrets, git_secrets, gitleaks, gitleaks_settings, trufflehog
from scanner.suppress.carry.foreign import Foreign, Tool

LIMIT = 2**26
"""Bytes of a file; the longest reports of others are a few mebibytes."""
TOOLS: tuple[Tool, ...] = get_args(Tool)
SETTINGS = ("config", ".gitconfig", "gitconfig")
"""What git's settings are called, whether they speak of git-secrets or not."""


def foreign(path: str, tool: str | None = None) -> Foreign:
    """What the file says. tool: whose it is, one of `TOOLS`; None to look at it.

    Raises ConfigError where it cannot be read, or is none that we know. No content is ever repeated.
    """
    text = text_of(path, whole(path, LIMIT))
    read = _reader(path, text, tool)
    if read is None:
        raise ConfigError(f"{path}: not a file of {', '.join(TOOLS)} that is known; --from TOOL says whose it is")
    return read(path, text)


def _reader(path: str, text: str, tool: str | None) -> Callable[[str, str], Foreign] | None:
    if text.lstrip()[:1] in ("{", "[") and (found := _of_json(path, text, tool)):
        return found
    name = os.path.basename(path).lower()
    if name.endswith(".toml") and tool in (None, "gitleaks") and (tool or gitleaks_settings.document(text)):
        return gitleaks_settings.reader
    if tool in (None, "git-secrets") and (name in SETTINGS or git_secrets.is_configuration(text)):
        return git_secrets.configuration
    if tool == "git-secrets" or (not tool and name == ".gitallowed"):
        return git_secrets.allowed
    if tool == "gitleaks" or (not tool and re.search(r"(?:git|better)leaksignore", name)):
        return gitleaks.ignored
    if tool == "trufflehog" or (not tool and "trufflehog" in name):
        return trufflehog.excluded
    return None


def _of_json(path: str, text: str, tool: str | None) -> Callable[[str, str], Foreign] | None:
    """The reader of a JSON document. Something else may begin with a bracket, such as a section of git's settings."""
    try:
        document = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if isinstance(document, Mapping) and isinstance(document.get("results"), Mapping) and tool != "gitleaks":
        return lambda _, __: detect_secrets.baseline(path, document)
    if isinstance(document, list) and tool in (None, "gitleaks"):
        return lambda _, __: gitleaks.report(path, document)
    return None
