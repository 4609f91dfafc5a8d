"""secretlint with its recommended rules and that for key IDs switched on, by its JSON report."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

from bench.detection.report import Report, Said, by_path
from bench.detection.tools.running import below, ran

RULES = {
    "rules": [
        {
            "id": "@secretlint/secretlint-rule-preset-recommend",
            "rules": [{"id": "@secretlint/secretlint-rule-aws", "options": {"enableIDScanRule": True}}],
        }
    ]
}


def scan(program: str, folder: Path) -> Said:
    """Scans the folder. Its settings lie beside the program, where it also looks for its rules."""
    settings = Path(program).parent / "settings.json"
    settings.write_text(json.dumps(RULES), "utf-8")
    with tempfile.TemporaryDirectory() as scratch:  # into a pipe it does not write to the end
        answer = Path(scratch) / "answer.json"
        command = [program, "--secretlintrc", str(settings), "--format", "json", "--output", str(answer)]
        _, errors, seconds = ran([*command, "leaks/**/*", "baits/**/*"], folder)
        output = answer.read_bytes()
    found = [(item, message) for item in json.loads(output) for message in item["messages"]]
    reports = [
        Report(below(folder, item["filePath"]), line, values=(_line(item["sourceContent"], line),))
        for item, message in found
        for line in [message["loc"]["start"]["line"]]
    ]
    said = json.dumps([message for _, message in found]).encode()  # the content beside it is shown to programs alone
    return Said("secretlint", by_path(reports), said + errors, seconds)


def _line(content: str, number: int) -> str:
    """The whole line: of a secret it tells where the name before it begins."""
    lines = content.split("\n")
    return lines[number - 1] if number <= len(lines) else ""
